/// What a picture of parts of a whole shows: a bar a row, cut into the same parts, each row to its own total.
public struct StackPicture: Hashable, Sendable {
  /// One bar.
  public struct Row: Hashable, Sendable {
    /// What it is of.
    public var label: String
    /// How many fall to each part.
    public var counts: [Int]
    /// What stands at the end of the label.
    public var note: String
    /// Whether it is marked as doubtful.
    public var isMarked: Bool

    /// Makes a row.
    public init(label: String, counts: [Int], note: String, isMarked: Bool = false) {
      (self.label, self.counts, self.note, self.isMarked) = (label, counts, note, isMarked)
    }
  }

  /// What the parts are called, in the order in which they stand in a bar; the last is what is missing.
  public var parts: [String]
  /// The rows, from the top.
  public var rows: [Row]
  /// What the drawing shows, for readers who cannot see it.
  public var label: String

  /// Makes a picture; every row counts as many parts as are named.
  public init(parts: [String], rows: [Row], label: String) {
    precondition(rows.allSatisfy { $0.counts.count == parts.count }, "a row counts each part")
    (self.parts, self.rows, self.label) = (parts, rows, label)
  }
}
