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
  /// The survey wave, where there are several.
  public var wave: String?
  /// Who says it, by roster position.
  public var respondent: Int
  /// In answer to which question.
  public var item: SurveyItem
  /// About whom.
  public var partner: ClaimPartner
  /// On which topic.
  public var topic: String?
  /// Through which channel.
  public var channel: String?
  /// What is said.
  public var answer: Answer
  /// The stated weight: positive and finite; `nil` where none was stated.
  public var weight: Double?
  /// What else is said of the tie, by heading.
  ///
  /// `experience` with the partner before (known, new or other words),
  /// `effect` of the programme on the tie (initiated, intensified, unaffected), `range` of a partner that is no actor,
  /// and any further column of the file of claims. Empty cells are left out.
  public var details: [String: String]
  /// The row it was read from.
  public var place: Place

  /// Makes a claim.
  public init(
    wave: String? = nil, respondent: Int, item: SurveyItem, partner: ClaimPartner, topic: String? = nil,
    channel: String? = nil, answer: Answer = .yes, weight: Double? = nil, details: [String: String] = [:],
    place: Place = Place()
  ) {
    (self.wave, self.topic, self.channel) = (wave, topic, channel)
    (self.respondent, self.item, self.partner) = (respondent, item, partner)
    (self.answer, self.weight, self.details, self.place) = (answer, weight, details, place)
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
    (self.wave, self.respondent, self.item, self.status) = (wave, respondent, item, status)
  }
}
