public import KnowledgeNetworks

/// A test of whether answers differ between kinds of respondents, waves or ranges.
///
/// The tests of one subject that compare the same in the same wave are a family: all questions by kind in wave 1, say.
/// ``adjustedP`` is adjusted within it (Holm). Of *B* draws and *m* tests of a family it is at least *m* / (*B* + 1), so that
/// many questions ask for many draws.
public struct SurveyTest: Codable, Hashable, Sendable {
  /// What a test is of.
  public enum Subject: String, Codable, Hashable, Sendable {
    /// The channels through which ties run.
    case channels
    /// What respondents say of their ties.
    case ties
    /// What they answer to a question.
    case answers
  }

  /// What is compared, and what chance permutes.
  public enum Comparison: String, Codable, Hashable, Sendable {
    /// Kinds of respondents; kinds are permuted among respondents.
    case kinds
    /// Waves; those of a respondent that answered in several are permuted among its answers, those of all others among
    /// these.
    case waves
    /// Ranges of ties; permuted among the ties of each respondent.
    case ranges
  }

  /// What it is of.
  public let subject: Subject
  /// The question, or the heading under which claims describe ties; `channel` for channels.
  public let question: String
  /// What is compared.
  public let comparison: Comparison
  /// The wave; `nil` where waves are compared or not told apart.
  public let wave: String?
  /// The test.
  public let test: SampleTest
  /// Its p, adjusted for all tests of its family.
  public internal(set) var adjustedP: Double?

  init(
    _ subject: Subject, _ question: String, between comparison: Comparison, in wave: String?, _ test: SampleTest
  ) {
    (self.subject, self.question, self.comparison) = (subject, question, comparison)
    (self.wave, self.test) = (wave, test)
  }

  /// What is adjusted together.
  var family: [String?] { [subject.rawValue, comparison.rawValue, wave] }

  static let columns: [TableColumn<SurveyTest>] = [
    .word("about") { $0.subject.rawValue },
    // Channels are no question of the data, the word is ours.
    TableColumn("question", .text) { $0.subject == .channels ? .word($0.question) : .text($0.question) },
    .word("compared") { $0.comparison.rawValue }, .text("wave") { $0.wave },
    .word("test") { $0.test.method.rawValue }, .count("n") { $0.test.size }, .count("groups") { $0.test.groups },
    .number("statistic") { $0.test.statistic }, .number("effect") { $0.test.effect }, .p("p") { $0.test.p },
    .p("p_adjusted") { $0.adjustedP }, .yesOrNo("exact") { $0.test.isExact },
  ]
}
