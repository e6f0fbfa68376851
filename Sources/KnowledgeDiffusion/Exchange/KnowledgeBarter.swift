public import KnowledgeNetworks

/// Partners barter: one gives only to whom it can learn from, category for category.
///
/// Cowan & Jonard (2004), [doi:10.1016/j.jedc.2003.04.002](https://doi.org/10.1016/j.jedc.2003.04.002). In a meeting
/// each of two partners can offer the categories in which it knows more. They trade if both can offer something, as
/// many categories each way as the one with fewer can offer; which of its categories the other gives is left to chance.
/// Who learns takes over a share of what it is behind, ``absorption``, at once in all categories; who gives loses
/// nothing.
///
/// Two partners are connected in either direction, for barter goes both ways; each pair is as likely to meet as any
/// other, whatever its ties weigh. Since gaps never close entirely, a lead counts only from a share of the higher level
/// on, ``band``: 1 % in later work on this model (Mueller, Bogner, Buchmann & Kudic 2017). A run ends when no two
/// partners can trade. Isolates keep what they know.
///
/// The defaults, with those of ``KnowledgeEndowment``, are the settings of that later work; the original's are not
/// known to us.
///
/// Properties: `knowledgeNeverFalls`, `nobodyComesToKnowMoreThanTheBest`, `aRunEndsWhenNoTradeIsLeft`.
public struct KnowledgeBarter: ExchangeModel, Hashable, Sendable {
  /// What actors know before they exchange anything.
  public let endowment: KnowledgeEndowment
  /// The share of what it is behind that an actor takes over.
  public let absorption: Double
  /// From which share of the higher level on a lead counts.
  public let band: Double

  /// A model of barter.
  ///
  /// - Throws: ``BuzzlineError`` if absorption or band are not between 0 and 1, ends excluded.
  public init(_ endowment: KnowledgeEndowment, absorption: Double = 0.1, band: Double = 0.01) throws(BuzzlineError) {
    try Self.check(absorption, of: "Absorption")
    try Self.check(band, of: "The band of indifference")
    self.endowment = endowment
    self.absorption = absorption
    self.band = band
  }

  /// The word files and commands use.
  public var name: String { "barter" }

  /// The model made ready for a network.
  public func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> BarterProcess {
    try BarterProcess(endowment, on: network, band: band) { _ in absorption }
  }

  static func check(_ share: Double, of what: String) throws(BuzzlineError) {
    try require(share > 0 && share < 1, "\(what) lies between 0 and 1, ends excluded; here it is \(share).")
  }
}

/// Barter under way.
public struct BarterProcess: ExchangeProcess {
  private var meetings: Meetings

  /// Everybody's partners, each pair once, at the same place whichever way its ties point.
  init(
    _ endowment: KnowledgeEndowment, on network: KnowledgeNetwork, band: Double,
    absorption: (_ isLocal: Bool?) -> Double
  ) throws(BuzzlineError) {
    let pairs = network.pairs
      .filter { $0.source < $0.target || !network.hasTie(from: $0.target, to: $0.source) }
      .map { (first: min($0.source, $0.target), second: max($0.source, $0.target)) }
      .sorted { $0 < $1 }
      .map { pair in
        let isLocal = network.scope(between: pair.first, and: pair.second).isLocal
        return Meetings.Pair(first: pair.first, second: pair.second, isLocal: isLocal, absorption: absorption(isLocal))
      }
    meetings = try Meetings(of: pairs, endowment, on: network, band: band, isBarter: true)
  }

  /// What everybody knows now.
  public var levels: KnowledgeLevels { meetings.levels }
  /// Who is an expert in this run.
  public var experts: [Int] { meetings.experts }
  /// Who gave how often.
  public var transfers: TransferCounts { meetings.transfers }
  /// Hands out what everybody knows at the start.
  public mutating func begin(chance: RunChance) { meetings.begin(chance) }
  /// Lets two partners meet and trade if they can.
  public mutating func meet() -> Meeting { meetings.meet() }
}
