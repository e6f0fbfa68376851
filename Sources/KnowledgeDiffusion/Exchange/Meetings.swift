internal import KnowledgeNetworks

/// Pairs of actors that meet, one after the other and each as likely as any other, and what is known meanwhile.
struct Meetings: Sendable {
  /// Two actors that may meet; where knowledge is a gift, the first gives.
  struct Pair: Sendable {
    let first: Int
    let second: Int
    let isLocal: Bool?
    /// Which share of what it is behind the one takes over from the other.
    let absorption: Double
  }

  private(set) var levels: KnowledgeLevels
  private(set) var experts: [Int] = []
  private(set) var transfers = TransferCounts(actors: 0)
  private let endowment: EndowmentDrawer
  private let band: Double
  /// Whether one gives only to whom it can learn from.
  private let isBarter: Bool
  private let pairs: [Pair]
  private var generator = SeededGenerator(seed: 0)
  private var idleMeetings = 0

  init(
    of pairs: [Pair], _ endowment: KnowledgeEndowment, on network: KnowledgeNetwork, band: Double, isBarter: Bool
  ) throws(BuzzlineError) {
    levels = KnowledgeLevels(actors: 0, categories: endowment.categories)
    self.endowment = try EndowmentDrawer(endowment, on: network)
    self.band = band
    self.isBarter = isBarter
    self.pairs = pairs
  }

  mutating func begin(_ chance: RunChance) {
    generator = SeededGenerator(seed: chance.seed, stream: UInt64(truncatingIfNeeded: chance.run))
    idleMeetings = 0
    (levels, experts) = endowment.draw(&generator)
    transfers = TransferCounts(actors: levels.actorCount)
  }

  mutating func meet() -> Meeting {
    // So many came to nothing that it may be more than bad draws; looking is as dear as they were.
    if idleMeetings >= pairs.count, !pairs.contains(where: canExchange) { return .over }
    let pair = pairs[generator.below(pairs.count)]
    guard canExchange(pair) else {
      idleMeetings += 1
      return .nothing
    }
    idleMeetings = 0
    var given = levels.leads(of: pair.first, over: pair.second, band: band)
    var returned = isBarter ? levels.leads(of: pair.second, over: pair.first, band: band) : []
    let count = isBarter ? min(given.count, returned.count) : given.count
    choose(count, of: &given)
    choose(count, of: &returned)
    // No category goes both ways, so what is learnt first changes nothing of the rest.
    teach(given, from: pair.first, to: pair.second, pair)
    teach(returned, from: pair.second, to: pair.first, pair)
    return .exchange
  }

  private func canExchange(_ pair: Pair) -> Bool {
    levels.hasLead(pair.first, over: pair.second, band: band)
      && (!isBarter || levels.hasLead(pair.second, over: pair.first, band: band))
  }

  /// Keeps so many, each choice equally likely; draws nothing where all are kept.
  private mutating func choose(_ count: Int, of offers: inout [Int]) {
    guard offers.count > count else { return }
    for place in 0..<count { offers.swapAt(place, place + generator.below(offers.count - place)) }
    offers.removeLast(offers.count - count)
  }

  private mutating func teach(_ categories: [Int], from giver: Int, to receiver: Int, _ pair: Pair) {
    for category in categories { levels.teach(category, from: giver, to: receiver, share: pair.absorption) }
    transfers.add(categories.count, from: giver, isLocal: pair.isLocal)
  }
}

extension TieScope {
  /// Whether both ends share a cluster; `nil` where that of one is not stated.
  var isLocal: Bool? { self == .unknown ? nil : !isPipeline }
}
