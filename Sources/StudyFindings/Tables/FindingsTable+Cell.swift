extension FindingsTable {
  /// One entry of a table; a number that is not defined is ``undefined``, never NaN.
  public struct Cell: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
      case text(String)
      case word(String)
      case count(Int)
      case number(Double)
      case undefined
    }
    package let content: Content

    /// Nothing to tell: empty in CSV, `null` in JSON, "not defined" to people.
    public static let undefined = Cell(content: .undefined)

    /// Text from the data, which nobody vouches for: masked in CSV, escaped and shortened in reports.
    public static func text(_ text: String?) -> Cell {
      text.map { Cell(content: .text($0)) } ?? undefined
    }

    /// A word of ours, such as the name of a role.
    public static func word(_ word: String) -> Cell { Cell(content: .word(word)) }

    /// How many.
    public static func count(_ count: Int?) -> Cell {
      count.map { Cell(content: .count($0)) } ?? undefined
    }

    /// A number; `nil`, NaN and infinity are ``undefined``.
    public static func number(_ number: Double?) -> Cell {
      guard let number, number.isFinite else { return undefined }
      return Cell(content: .number(number))
    }

    /// Whether there is something to tell.
    public var isDefined: Bool { content != .undefined }
  }
}
