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
    try require(
      distances.actorCount == network.actorCount,
      "Distances are of \(distances.actorCount) actors, but there are \(network.actorCount).")
    // The ties over which something can be learnt, ascending by giver and receiver.
    let pairs = network.actors.indices.flatMap { giver in
      network.receivers(of: giver).compactMap { receiver -> Meetings.Pair? in
        guard let distance = distances.between(giver, receiver) else { return nil }
        let absorption = absorption * learning.share(at: distance)
        guard absorption > 0 else { return nil }
        let isLocal = network.scope(between: giver, and: receiver).isLocal
        return Meetings.Pair(first: giver, second: receiver, isLocal: isLocal, absorption: absorption)
      }
    }
    return GiftProcess(meetings: try Meetings(of: pairs, endowment, on: network, band: band, isBarter: false))
  }
}

/// Gifts of knowledge under way.
public struct GiftProcess: ExchangeProcess {
  fileprivate var meetings: Meetings

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

/// How much there is to learn from somebody at a cognitive distance: the product of what is new there and of what can
/// be understood.
///
/// Nooteboom, Van Haverbeke, Duysters, Gilsing & van den Oord (2007),
/// [doi:10.1016/j.respol.2007.04.003](https://doi.org/10.1016/j.respol.2007.04.003). At a distance *d* novelty is *a*₁
/// + *a*₂ *d*, growing, and absorptive capacity *b*₁ − *b*₂ *d*, falling to 0 at *b*₁/*b*₂, from where on nothing is
/// understood. Their product is an inverted U with its top at *d*\* = (*a*₂ *b*₁ − *a*₁ *b*₂) / (2 *a*₂ *b*₂). The
/// paper says that value is the product and tests the shape on alliances; it gives no numbers for the lines, so these
/// are yours to choose, and the defaults only say: nothing new at distance 0, nothing understood at 1, best half way.
///
/// Properties: `theOptimumIsThatOfAGridSearch`, `nothingIsLearntBeyondReach`, `theDefaultIsBestHalfWay`.
public struct LearningValue: Hashable, Sendable {
  /// What is new at distance 0, *a*₁.
  public let noveltyAtZero: Double
  /// How much more is new with each unit of distance, *a*₂.
  public let noveltySlope: Double
  /// What can be understood at distance 0, *b*₁.
  public let capacityAtZero: Double
  /// How much less can be understood with each unit of distance, *b*₂.
  public let capacitySlope: Double

  /// A product of two lines.
  ///
  /// - Throws: ``BuzzlineError`` if a number is not finite, novelty at distance 0 is negative, or another is not
  ///   positive.
  public init(
    noveltyAtZero: Double = 0, noveltySlope: Double = 1, capacityAtZero: Double = 1, capacitySlope: Double = 1
  ) throws(BuzzlineError) {
    try require(
      noveltyAtZero >= 0 && noveltyAtZero.isFinite, "Novelty at distance 0 is 0 or more; here it is \(noveltyAtZero).")
    for (name, number) in [
      ("The slope of novelty", noveltySlope), ("Capacity at distance 0", capacityAtZero),
      ("The slope of capacity", capacitySlope),
    ] {
      try require(number > 0 && number.isFinite, "\(name) is more than 0; here it is \(number).")
    }
    self.noveltyAtZero = noveltyAtZero
    self.noveltySlope = noveltySlope
    self.capacityAtZero = capacityAtZero
    self.capacitySlope = capacitySlope
  }

  /// From which distance on nothing is understood, *b*₁/*b*₂.
  public var reach: Double { capacityAtZero / capacitySlope }

  /// The distance at which most is learnt, *d*\*, if it is more than 0; `nil` where learning only falls with distance.
  ///
  /// It may exceed 1, the largest distance of topic vectors; then learning grows all the way.
  public var optimum: Double? {
    let rise = noveltySlope * capacityAtZero - noveltyAtZero * capacitySlope
    return rise > 0 ? rise / (2 * noveltySlope * capacitySlope) : nil
  }

  /// How much is learnt at a distance of 0 or more, nothing from ``reach`` on.
  public func value(at distance: Double) -> Double {
    (noveltyAtZero + noveltySlope * distance) * max(0, capacityAtZero - capacitySlope * distance)
  }

  /// The same as a share of the most that is learnt at any distance, from 0 to 1.
  public func share(at distance: Double) -> Double { min(1, value(at: distance) / value(at: optimum ?? 0)) }
}
