internal import KnowledgeNetworks

/// What one respondent answered to one question that is not about a partner: a benefit, a barrier, a number of staff.
public struct SurveyAnswer: Hashable, Sendable {
  /// The survey wave, where there are several.
  public var wave: String?
  /// Who answered, by roster position.
  public var respondent: Int
  /// The question: its code, or its words where the study has no codes.
  public var question: String
  /// The answer as it was written; of an ordinal question with levels, in the spelling of the level.
  public var answer: String
  /// The number it states; `nil` where the question is not one of numbers.
  public var number: Double?

  /// Makes an answer.
  public init(wave: String? = nil, respondent: Int, question: String, answer: String, number: Double? = nil) {
    (self.wave, self.respondent, self.question) = (wave, respondent, question)
    (self.answer, self.number) = (answer, number)
  }
}

/// What the answers to a question are.
public enum QuestionScale: String, Codable, Hashable, Sendable, CaseIterable {
  /// Words without an order, such as yes and no.
  case nominal
  /// Ordered levels, such as those of a Likert item.
  case ordinal
  /// Numbers.
  case numeric
}

/// A question of the survey, as `questions.csv` describes it.
public struct QuestionDescription: Hashable, Sendable {
  /// What answers call it.
  public var question: String
  /// Its words; `nil` where they are not given.
  public var text: String?
  /// What its answers are; `nil` where it is not stated.
  public var scale: QuestionScale?
  /// Its possible answers, the lowest first; empty where they are not given.
  public var levels: [String]

  /// Describes a question.
  public init(_ question: String, text: String? = nil, scale: QuestionScale? = nil, levels: [String] = []) {
    (self.question, self.text, self.scale, self.levels) = (question, text, scale, levels)
  }
}
