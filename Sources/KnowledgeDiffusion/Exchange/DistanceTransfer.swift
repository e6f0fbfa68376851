public import KnowledgeNetworks

/// Knowledge is given along ties, and how much of it is learnt depends on cognitive distance: most at a middle one.
///
/// A gift, no barter: in a meeting the giver of a tie tells all it knows, expects nothing and loses nothing. In each
/// category in which it is ahead by ``band`` the receiver takes over ``absorption`` × ``LearningValue/share(at:)`` of
/// what it is behind. At the optimal distance of Nooteboom et al. (2007),
/// [doi:10.1016/j.respol.2007.04.003](https://doi.org/10.1016/j.respol.2007.04.003), that is ``absorption`` itself; at
/// distance 0, where nothing is new, it may be nothing, as it is from ``LearningValue/reach`` on. The paper has the
/// inverted U; *that a gap closes by its share of the top is our reconstruction*.
///
/// Each tie is as likely to be used in a meeting as any other, whatever it weighs; without direction a pair is used
/// either way, each way by itself. Distances do not change during a run. Where the distance is not defined nothing is
/// learnt; ``unusableTies(on:)`` counts these. A run ends when no tie has anything left to teach; near
/// the reach of learning so little is taken over at a time that it may come to its limit of meetings before. Isolates
/// keep what they know.
///
/// Properties: `everyGiftGoesByTheRule`, `knowledgeNeverFallsAndNoPupilPassesItsTeacher`,
/// `meetingsNeededFollowFromTheDistance`, `beyondReachNothingIsLearnt`, `oneAndManyThreadsGiveTheSameGifts`.
public struct DistanceTransfer: ExchangeModel, Hashable, Sendable {
  /// What actors know before anything is given.
  public let endowment: KnowledgeEndowment
  /// How far apart actors are.
  public let distances: CognitiveDistances
  /// How much is learnt at which distance.
  public let learning: LearningValue
  /// The share of what it is behind that an actor takes over at the best distance.
  public let absorption: Double
  /// From which share of the higher level on a lead counts.
  public let band: Double

  /// A model of gifts.
  ///
  /// - Throws: ``BuzzlineError`` if absorption or band are not between 0 and 1, ends excluded.
  public init(
    _ endowment: KnowledgeEndowment, distances: CognitiveDistances, learning: LearningValue, absorption: Double = 0.1,
    band: Double = 0.01
  ) throws(BuzzlineError) {
    try KnowledgeBarter.check(absorption, of: "Absorption")
    try KnowledgeBarter.check(band, of: "The band of indifference")
    self.endowment = endowment
    self.distances = distances
    self.learning = learning
    self.absorption = absorption
    self.band = band
  }

  /// The word files and commands use.
  public var name: String { "distance-transfer" }

  /// How many connected pairs carry nothing because the distance of the two is not defined.
  public func unusableTies(on network: KnowledgeNetwork) -> Int {
    network.pairs.count { distances.between($0.source, $0.target) == nil }
  }

  /// The model made ready for a network.
  ///
  /// - Throws: ``BuzzlineError`` if the endowment does not fit, or distances are of another number of actors.
  public func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> GiftProcess {
    guard distances.actorCount == network.actorCount else {
      throw BuzzlineError(
        .invalidOptions, "Distances are of \(distances.actorCount) actors, but there are \(network.actorCount).")
    }
    return try GiftProcess(self, on: network)
  }
}

/// Gifts of knowledge under way.
public struct GiftProcess: ExchangeProcess {
  private var meetings: Meetings

  /// The ties over which something can be learnt, ascending by giver and receiver.
  init(_ model: DistanceTransfer, on network: KnowledgeNetwork) throws(BuzzlineError) {
    let pairs = network.actors.indices.flatMap { giver in
      network.receivers(of: giver).compactMap { receiver -> Meetings.Pair? in
        guard let distance = model.distances.between(giver, receiver) else { return nil }
        let absorption = model.absorption * model.learning.share(at: distance)
        guard absorption > 0 else { return nil }
        let isLocal = network.scope(between: giver, and: receiver).isLocal
        return Meetings.Pair(first: giver, second: receiver, isLocal: isLocal, absorption: absorption)
      }
    }
    meetings = try Meetings(of: pairs, model.endowment, on: network, band: model.band, isBarter: false)
  }

  /// What everybody knows now.
  public var levels: KnowledgeLevels { meetings.levels }
  /// Who is an expert in this run.
  public var experts: [Int] { meetings.experts }
  /// Who gave how often.
  public var transfers: TransferCounts { meetings.transfers }
  /// Hands out what everybody knows at the start.
  public mutating func begin(chance: RunChance) { meetings.begin(chance) }
  /// Lets an actor give what it knows to one it is tied to.
  public mutating func meet() -> Meeting { meetings.meet() }
}
