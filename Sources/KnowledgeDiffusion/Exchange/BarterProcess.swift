internal import KnowledgeNetworks

/// Barter under way.
public struct BarterProcess: ExchangeProcess {
  /// What everybody knows now.
  public private(set) var levels: KnowledgeLevels
  /// Who is an expert in this run.
  public private(set) var experts: [Int] = []
  /// Who gave how often.
  public private(set) var transfers: TransferCounts

  private let endowment: EndowmentDrawer
  private let band: Double
  private let partners: [Partners]
  private var draw: MeetingDraw

  /// Two actors that may meet.
  private struct Partners: Sendable {
    let first: Int
    let second: Int
    /// Whether they share a cluster; `nil` where nobody stated it.
    let isLocal: Bool?
    /// Which share of what it is behind the one takes over from the other.
    let absorption: Double
  }

  /// Everybody's partners, each pair once, at the same place whichever way its ties point.
  init(
    _ endowment: KnowledgeEndowment, on network: KnowledgeNetwork, band: Double,
    absorption: (_ isLocal: Bool?) -> Double
  ) throws(BuzzlineError) {
    self.endowment = try EndowmentDrawer(endowment, on: network)
    self.band = band
    partners = network.pairs
      .filter { $0.source < $0.target || !network.hasTie(from: $0.target, to: $0.source) }
      .map { (first: min($0.source, $0.target), second: max($0.source, $0.target)) }
      .sorted { $0 < $1 }
      .map { pair in
        let isLocal = network.scope(between: pair.first, and: pair.second).isLocal
        return Partners(first: pair.first, second: pair.second, isLocal: isLocal, absorption: absorption(isLocal))
      }
    draw = MeetingDraw(pairCount: partners.count)
    levels = KnowledgeLevels(actors: 0, categories: endowment.categories)
    transfers = TransferCounts(actors: 0)
  }

  /// Hands out what everybody knows at the start.
  public mutating func begin(chance: RunChance) {
    draw.begin(chance)
    (levels, experts) = endowment.draw(&draw.generator)
    transfers = TransferCounts(actors: levels.actorCount)
  }

  /// Lets two partners meet and trade if they can.
  public mutating func meet() -> Meeting {
    if draw.mayBeOver {
      guard partners.contains(where: canTrade) else { return .over }
    }
    let pair = partners[draw.next()]
    guard canTrade(pair) else { return draw.note(.nothing) }
    var given = levels.leads(of: pair.first, over: pair.second, band: band)
    var returned = levels.leads(of: pair.second, over: pair.first, band: band)
    let count = min(given.count, returned.count)
    choose(count, of: &given)
    choose(count, of: &returned)
    // No category goes both ways, so what is learnt first changes nothing of the rest.
    for category in given { levels.teach(category, from: pair.first, to: pair.second, share: pair.absorption) }
    for category in returned { levels.teach(category, from: pair.second, to: pair.first, share: pair.absorption) }
    for giver in [pair.first, pair.second] { transfers.add(count, from: giver, isLocal: pair.isLocal) }
    return draw.note(.exchange)
  }

  private func canTrade(_ pair: Partners) -> Bool {
    levels.hasLead(pair.first, over: pair.second, band: band)
      && levels.hasLead(pair.second, over: pair.first, band: band)
  }

  /// Keeps so many, each choice equally likely; draws nothing where all are kept.
  private mutating func choose(_ count: Int, of offers: inout [Int]) {
    guard offers.count > count else { return }
    for place in 0..<count { offers.swapAt(place, place + draw.generator.below(offers.count - place)) }
    offers.removeLast(offers.count - count)
  }
}

extension TieScope {
  /// Whether both ends share a cluster; `nil` where that of one is not stated.
  var isLocal: Bool? {
    switch self {
    case .localBuzz: true
    case .globalPipeline: false
    case .unknown: nil
    }
  }
}
