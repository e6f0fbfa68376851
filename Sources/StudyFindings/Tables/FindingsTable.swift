/// A table of findings: named columns and rows of cells that know what they hold.
///
/// The same table is written as CSV and JSON for programs and shown in reports for people. Headings are unique: one
/// that comes twice gets a number, as in `share (2)`.
public struct FindingsTable: Hashable, Sendable {
  /// A short word for the table, such as `brokerage`: what files and keys are called by.
  public let name: String
  /// The columns, in order.
  public let columns: [Column]
  /// The rows, each with as many cells as there are columns.
  public private(set) var rows: [[Cell]]

  /// Makes a table.
  public init(_ name: String, columns: [Column], rows: [[Cell]] = []) {
    self.name = name
    self.columns = Self.withUniqueHeadings(columns)
    self.rows = []
    self.rows.reserveCapacity(rows.count)
    for row in rows { append(row) }
  }

  /// Adds a row below the others.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row of '\(name)' has \(columns.count) cells")
    rows.append(row)
  }

  private static func withUniqueHeadings(_ columns: [Column]) -> [Column] {
    var taken: Set<String> = []
    return columns.map { column in
      var unique = column
      var number = 2
      while !taken.insert(unique.heading).inserted {
        unique.heading = "\(column.heading) (\(number))"
        number += 1
      }
      return unique
    }
  }
}

extension FindingsTable {
  /// One column of a table.
  public struct Column: Hashable, Sendable {
    /// What a column holds, which decides how people see it; files always carry the full number.
    public enum Unit: String, Hashable, Sendable {
      /// Words.
      case text
      /// How many.
      case count
      /// A measured or computed number.
      case number
      /// A part of a whole, from 0 to 1; people see percent.
      case share
      /// A probability under a null hypothesis; people see three decimals or `< 0.001`.
      case p
    }

    /// The heading.
    public var heading: String
    /// What the numbers mean, for the reader of a report.
    public var note: String?
    /// What the column holds.
    public var unit: Unit
    /// How many decimals people see of a ``Unit/number``.
    public var decimals: Int

    /// Makes a column.
    public init(_ heading: String, _ unit: Unit = .text, note: String? = nil, decimals: Int = 2) {
      self.heading = heading
      self.note = note
      self.unit = unit
      self.decimals = decimals
    }
  }
}
