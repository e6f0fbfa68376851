public import KnowledgeNetworks

/// Which of the two mirrored questions an answer belongs to.
public enum SurveyItem: String, Hashable, Sendable, CaseIterable {
  /// "Have you made information available, on which topics, to which actors?": the respondent is the giver.
  case shared
  /// "Have you received information, on which topics, from which actors?": the respondent is the receiver.
  case received
}

/// What a respondent said of one partner.
///
/// A "no" is not a missing answer.
public enum Answer: String, Hashable, Sendable, CaseIterable {
  /// The knowledge was shared or received.
  case yes
  /// It was not.
  case no
  /// The question was left open.
  case missing
}

/// Whom a respondent named.
///
/// Only named actors make ties. A group is evidence about kinds, free text is kept as it was written; neither is ever
/// turned into an actor.
public enum ClaimPartner: Hashable, Sendable {
  /// An actor, by roster position.
  case actor(Int)
  /// A group of actors, such as `sme`.
  case group(String)
  /// Words that match no actor and no group.
  case text(String)
}

/// What one respondent says about one tie.
public struct Claim: Hashable, Sendable {
  /// Who says it, by roster position.
  public var respondent: Int
  /// About whom.
  public var partner: ClaimPartner
  /// In answer to which question.
  public var item: SurveyItem
  /// What is said.
  public var answer: Answer
  private var line: Int32?
  private var column: Int32?
  /// The stated weight: positive and finite; `nil` where none was stated.
  public var weight: Double?
  // A survey of millions of claims holds each: what many of them have in common is kept once.
  private(set) var setting: ClaimSetting

  /// The survey wave, where there are several.
  public var wave: String? {
    get { setting.wave }
    set { setting = ClaimSetting(newValue, topic, channel, details, setting.origin) }
  }
  /// On which topic.
  public var topic: String? {
    get { setting.topic }
    set { setting = ClaimSetting(wave, newValue, channel, details, setting.origin) }
  }
  /// Through which channel.
  public var channel: String? {
    get { setting.channel }
    set { setting = ClaimSetting(wave, topic, newValue, details, setting.origin) }
  }
  /// What else is said of the tie, by heading.
  ///
  /// `experience` with the partner before (known, new or other words),
  /// `effect` of the programme on the tie (initiated, intensified, unaffected), `range` of a partner that is no actor,
  /// and any further column of the file of claims. Empty cells are left out.
  public var details: [String: String] {
    get { setting.details }
    set { setting = ClaimSetting(wave, topic, channel, newValue, setting.origin) }
  }
  /// The row it was read from.
  public var place: Place {
    get {
      var place = setting.origin
      (place.line, place.column) = (line.map(Int.init), column.map(Int.init))
      return place
    }
    set {
      setting = ClaimSetting(wave, topic, channel, details, newValue)
      (line, column) = (newValue.line.map { Int32(clamping: $0) }, newValue.column.map { Int32(clamping: $0) })
    }
  }

  /// Makes a claim.
  public init(
    wave: String? = nil, respondent: Int, item: SurveyItem, partner: ClaimPartner, topic: String? = nil,
    channel: String? = nil, answer: Answer = .yes, weight: Double? = nil, details: [String: String] = [:],
    place: Place = Place()
  ) {
    self.init(
      respondent: respondent, item: item, partner: partner, answer: answer, weight: weight,
      in: ClaimSetting(wave, topic, channel, details, place), at: place)
  }

  /// Makes a claim in a setting that it shares with others.
  ///
  /// - Parameter place: Its line and column; what else is known of its place belongs to the setting.
  init(
    respondent: Int, item: SurveyItem, partner: ClaimPartner, answer: Answer, weight: Double?, in setting: ClaimSetting,
    at place: Place
  ) {
    (self.respondent, self.item, self.partner) = (respondent, item, partner)
    (self.answer, self.weight, self.setting) = (answer, weight, setting)
    (line, column) = (place.line.map { Int32(clamping: $0) }, place.column.map { Int32(clamping: $0) })
  }
}

/// What many claims of a file have in common.
final class ClaimSetting: Hashable, Sendable {
  let wave: String?
  let topic: String?
  let channel: String?
  let details: [String: String]
  /// Where the claims stand, but for line and column.
  let origin: Place

  init(_ wave: String?, _ topic: String?, _ channel: String?, _ details: [String: String], _ place: Place) {
    (self.wave, self.topic, self.channel, self.details) = (wave, topic, channel, details)
    origin = Place(file: place.file, actor: place.actor, function: place.function)
  }

  static func == (one: ClaimSetting, other: ClaimSetting) -> Bool {
    one === other
      || (one.wave, one.topic, one.channel, one.details, one.origin) == (
        other.wave, other.topic, other.channel, other.details, other.origin
      )
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(wave)
    hasher.combine(topic)
    hasher.combine(channel)
    hasher.combine(details)
    hasher.combine(origin)
  }
}

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
  /// Does not belong to the study in this wave.
  case notMember = "not_member"

  /// Whether there is an answer, in full or in part.
  public var isAnswered: Bool { self == .answered || self == .partial }
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
  /// When it was answered; `nil` where the study does not say.
  public var day: SurveyDay?

  /// Makes a response.
  public init(
    wave: String? = nil, respondent: Int, item: SurveyItem, status: ResponseStatus, day: SurveyDay? = nil
  ) {
    (self.wave, self.respondent, self.item, self.status, self.day) = (wave, respondent, item, status, day)
  }

  /// The question that was put, whatever became of it: an actor is asked it once a wave.
  var asPut: Response { Response(wave: wave, respondent: respondent, item: item, status: .answered) }
}
