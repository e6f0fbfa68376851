internal import KnowledgeNetworks

/// Barter under way.
public struct BarterCourse: ExchangeCourse {
  /// What everybody knows now.
  public private(set) var levels: KnowledgeLevels

  private let model: KnowledgeBarter
  private let actorCount: Int
  /// Everybody's partners, each pair once.
  private let pairs: [(first: Int, second: Int)]
  private var generator = SeededGenerator(seed: 0)
  /// How many meetings in a row came to nothing.
  private var idleMeetings = 0

  init(_ model: KnowledgeBarter, on network: KnowledgeNetwork) {
    self.model = model
    actorCount = network.actorCount
    pairs = network.pairs
      .filter { $0.source < $0.target || !network.hasTie(from: $0.target, to: $0.source) }
      .map { (first: min($0.source, $0.target), second: max($0.source, $0.target)) }
      // A pair stands at the same place whichever way its ties point.
      .sorted { $0 < $1 }
    levels = KnowledgeLevels(actors: 0, categories: model.endowment.categories)
  }

  /// Hands out what everybody knows at the start.
  public mutating func begin(chance: RunChance) {
    generator = SeededGenerator(seed: chance.seed, stream: UInt64(truncatingIfNeeded: chance.run))
    levels = model.endowment.levels(actors: actorCount, &generator)
    idleMeetings = 0
  }

  /// Lets two partners meet and trade if they can.
  public mutating func meet() -> Meeting {
    // So many in vain may be bad luck; looking is as dear as they were.
    if idleMeetings >= pairs.count {
      guard pairs.contains(where: { canTrade($0.first, $0.second) }) else { return .over }
      idleMeetings = 0
    }
    let pair = pairs[generator.below(pairs.count)]
    var (given, returned) = (offers(of: pair.first, to: pair.second), offers(of: pair.second, to: pair.first))
    let count = min(given.count, returned.count)
    guard count > 0 else {
      idleMeetings += 1
      return .nothing
    }
    idleMeetings = 0
    choose(count, of: &given)
    choose(count, of: &returned)
    // No category goes both ways, so what is learnt first changes nothing of the rest.
    for category in given { teach(category, from: pair.first, to: pair.second) }
    for category in returned { teach(category, from: pair.second, to: pair.first) }
    return .exchange
  }

  /// The categories in which an actor is ahead of another by enough to count.
  private func offers(of giver: Int, to receiver: Int) -> [Int] {
    (0..<levels.categoryCount).filter { isAhead(giver, of: receiver, in: $0) }
  }

  private func canTrade(_ first: Int, _ second: Int) -> Bool {
    let categories = 0..<levels.categoryCount
    return categories.contains { isAhead(first, of: second, in: $0) }
      && categories.contains { isAhead(second, of: first, in: $0) }
  }

  private func isAhead(_ giver: Int, of receiver: Int, in category: Int) -> Bool {
    let lead = levels[giver, category] - levels[receiver, category]
    return lead > 0 && lead >= model.band * levels[giver, category]
  }

  /// Keeps so many, each choice equally likely; draws nothing where all are kept.
  private mutating func choose(_ count: Int, of offers: inout [Int]) {
    guard offers.count > count else { return }
    for place in 0..<count { offers.swapAt(place, place + generator.below(offers.count - place)) }
    offers.removeLast(offers.count - count)
  }

  private mutating func teach(_ category: Int, from giver: Int, to receiver: Int) {
    let (known, own) = (levels[giver, category], levels[receiver, category])
    // Rounding must not make the pupil better than its teacher.
    levels[receiver, category] = min(known, own + model.absorption * (known - own))
  }
}
