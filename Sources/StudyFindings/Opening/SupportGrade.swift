internal import KnowledgeNetworks

/// How well the data support a statement, in one word a reader can weigh.
///
/// A statement starts as `strong` and loses a grade for each of these, a test that finds nothing both:
/// - its adjusted p is 0.01 or more (0.05 or more: two grades),
/// - under another of the four rules it would point the other way or, for a count, differ by more than a quarter,
/// - fewer than 70 % of the pairs of members are observed, or nobody says who was asked.
///
/// A convention of Buzzline's for reading in a hurry; the numbers stand beside it.
public enum SupportGrade: String, Codable, Hashable, Sendable, CaseIterable {
  /// Nothing of the above speaks against it.
  case strong
  /// One thing does.
  case fair
  /// More than one does, or nothing was found.
  case weak

  /// What people read of it.
  public var words: Paragraph {
    switch self {
    case .strong: "*strong* evidence"
    case .fair: "*fair* evidence"
    case .weak: "*weak* evidence"
    }
  }

  /// The grade that is left when so many have been lost.
  init(lost: Int) { self = Self.allCases[min(lost, Self.allCases.count - 1)] }
}

/// An answer to what a report is about: a statement, how well it is supported, and by what.
public struct SupportedStatement: Hashable, Sendable {
  /// The answer in few words, without its numbers.
  public let headline: Paragraph
  /// What is said.
  public let statement: Statement
  /// How well it is supported.
  public let grade: SupportGrade
  /// What was tested, what the rules change, and how much was observed.
  public let grounds: [Statement]
}

/// One reason for or against a statement.
struct Ground {
  let statement: Statement
  /// How many grades it costs.
  let lost: Int

  init?(_ statement: Statement?, lost: Int) {
    guard let statement else { return nil }
    (self.statement, self.lost) = (statement, lost)
  }
}

extension SupportedStatement {
  /// - Parameter headline: The answer in few words; without any, the statement itself.
  init?(_ headline: Paragraph?, _ statement: Statement?, _ grounds: Ground?...) {
    guard let statement else { return nil }
    let grounds = grounds.compactMap(\.self)
    (self.headline, self.statement) = (headline ?? statement.words, statement)
    grade = SupportGrade(lost: grounds.reduce(0) { $0 + $1.lost })
    self.grounds = grounds.map(\.statement)
  }
}
