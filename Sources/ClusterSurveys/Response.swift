/// Whether a respondent answered an item in a wave.
public enum ResponseStatus: String, Hashable, Sendable, CaseIterable {
  /// Answered in full: a partner who is not named was denied.
  case answered
  /// Answered in part: silence about a partner says nothing.
  case partial
  /// The question was not put to this actor.
  case notAsked = "not_asked"
  /// Asked, and declined to answer.
  case refused
  /// Not reached in this wave.
  case absent
}

/// Who answered what.
public struct Response: Hashable, Sendable {
  /// The survey wave, where there are several.
  public var wave: String?
  /// Who was asked, by roster position.
  public var respondent: Int
  /// Which question.
  public var item: SurveyItem
  /// What became of it.
  public var status: ResponseStatus

  /// Makes a response.
  public init(wave: String? = nil, respondent: Int, item: SurveyItem, status: ResponseStatus) {
    self.wave = wave
    self.respondent = respondent
    self.item = item
    self.status = status
  }
}
