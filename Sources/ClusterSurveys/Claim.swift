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
  /// The row it was read from.
  public var place: Place

  /// Makes a claim.
  public init(
    wave: String? = nil, respondent: Int, item: SurveyItem, partner: ClaimPartner, topic: String? = nil,
    channel: String? = nil, answer: Answer = .yes, weight: Double? = nil, place: Place = Place()
  ) {
    self.wave = wave
    self.respondent = respondent
    self.item = item
    self.partner = partner
    self.topic = topic
    self.channel = channel
    self.answer = answer
    self.weight = weight
    self.place = place
  }
}
