internal import DataFiles
internal import KnowledgeNetworks

/// A sheet whose rows and columns name the same actors; a cell is the weight of a tie, 0 or empty for none.
struct SquareMatrix {
  private let sheet: Sheet
  private let names: [String]

  /// Whether a sheet looks like one: the names in the first column are those in the first row, in whichever order.
  static func isOne(_ sheet: Sheet) -> Bool {
    guard sheet.rowCount >= 3, sheet.width == sheet.rowCount || sheet.width(of: 0) == sheet.rowCount - 1 else {
      return false
    }
    let heads = Self.heads(of: sheet)
    guard heads.count == sheet.rowCount - 1, heads.allSatisfy({ !$0.isEmpty }) else { return false }
    return Set(heads) == Set((1..<sheet.rowCount).map { sheet.text($0, 0) })
  }

  /// The names above the columns; R leaves out the empty cell above the names of the rows.
  private static func heads(of sheet: Sheet) -> [String] {
    let isShort = sheet.width(of: 0) < sheet.width
    return (isShort ? 0..<sheet.width(of: 0) : 1..<sheet.width(of: 0)).map { sheet.text(0, $0) }
  }

  /// - Throws: `BuzzlineError` where the names of rows and columns differ, or one stands twice.
  init(_ sheet: Sheet) throws(BuzzlineError) {
    (self.sheet, names) = (sheet, Self.heads(of: sheet))
    guard Set(names).count == names.count else {
      throw BuzzlineError(.malformed, at: sheet.place(0), "A name stands above two columns of the matrix.")
    }
    guard sheet.rowCount - 1 == names.count else {
      throw BuzzlineError(
        .malformed, at: sheet.place(0),
        "A square matrix is expected, but \(names.count) columns have names and \(sheet.rowCount - 1) rows follow.")
    }
    var seen: Set<String> = []
    for row in 1..<sheet.rowCount {
      let name = sheet.text(row, 0)
      guard names.contains(name), seen.insert(name).inserted else {
        throw BuzzlineError(
          .malformed, at: sheet.place(row),
          "'\(name.excerpt)' names a row but no column of its own."
            + suggestion(for: name, in: names))
      }
    }
  }

  /// The columns of ``ties(rows:)``.
  static let headings = ["source", "target", "weight"]
  /// How many actors it has.
  var actorCount: Int { names.count }

  /// The ties that its cells state: giver, receiver, weight.
  ///
  /// - Throws: `BuzzlineError` at a cell that is no number of 0 or more.
  func ties(rows: MatrixRows) throws(BuzzlineError) -> [(cells: [String], place: Place)] {
    var ties: [(cells: [String], place: Place)] = []
    var finder = SheetPlaces.Finder(sheet.places)
    for row in 1..<sheet.rowCount {
      let name = sheet.text(row, 0)
      for (column, other) in names.enumerated() {
        let text = sheet.text(row, column + 1)
        if text.isEmpty || MissingWord.isMissing(text, isBare: true) || other == name && text == "0" { continue }
        guard let weight = Double(text.replacing(",", with: ".")), weight >= 0, weight.isFinite else {
          throw BuzzlineError(
            .invalidValue, at: sheet.place(row, column + 1),
            "'\(text.excerpt)' is no weight of a tie in a matrix, which is a number of 0 or more."
          )
        }
        guard weight > 0 else { continue }
        ties.append((rows == .give ? [name, other, text] : [other, name, text], finder.place(row, column + 1)))
      }
    }
    return ties
  }
}
