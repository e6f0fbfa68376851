/// Running text of a report: our words, words we stress, and names from the data.
///
/// Written as a string with interpolations that say what each value is:
///
/// ```swift
/// let finding: Paragraph = "\(stressed: "Gatekeepers") let in \(share: 0.41), first of all \(name: actor.name)."
/// ```
///
/// A string interpolated without a word before it is taken for a name from the data.
public struct Paragraph: Hashable, Sendable {
  /// A stretch of text of one sort.
  public enum Run: Hashable, Sendable {
    /// Our words.
    case plain(String)
    /// Our words, stressed.
    case stressed(String)
    /// A name from the data, which nobody vouches for.
    case name(String)
  }

  /// The stretches, in order.
  public var runs: [Run]

  /// Makes a paragraph of stretches.
  public init(_ runs: [Run] = []) { self.runs = runs }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { runs.isEmpty }

  /// The text without stress, names shortened.
  public var text: String {
    runs.map { run in
      switch run {
      case .plain(let text), .stressed(let text): SafeText.plain(text)
      case .name(let name): SafeText.name(name)
      }
    }.joined()
  }

  /// Two paragraphs as one.
  public static func + (left: Paragraph, right: Paragraph) -> Paragraph {
    Paragraph(left.runs + right.runs)
  }

  /// Names in a sentence: `A`, `A and B`, `A, B and C`.
  public static func names(_ names: [String]) -> Paragraph {
    var runs: [Run] = []
    for (index, name) in names.enumerated() {
      if index > 0 { runs.append(.plain(index == names.count - 1 ? " and " : ", ")) }
      runs.append(.name(name))
    }
    return Paragraph(runs)
  }
}
