public import KnowledgeNetworks

/// A model's live-tie form on one network: which ties may be alive in a graph, and how chance decides it.
///
/// ``LiveTieModel/liveTies(on:)`` makes it; the graphs themselves are the library's business.
public struct LiveTies: Sendable {
  enum Rule: Sendable {
    /// Each tie by itself, with its chance; in the order of the rows of receivers.
    case eachByItself(TieChances)
    /// Each actor listens to at most one giver; the upper ends of the givers' shares of 0…1, in the order of the rows
    /// of givers.
    case oneGiver(bounds: [Double])
  }

  let rule: Rule
  let outgoing: CompressedRows
  let incoming: CompressedRows
  /// Which ties are out of play, in the order of the rows the rule follows; `nil` where none is.
  private(set) var isGone: [Bool]?

  var actorCount: Int { outgoing.starts.count - 1 }
  var hasOneGiver: Bool { if case .oneGiver = rule { true } else { false } }

  init(on network: KnowledgeNetwork, chances: TieChances) {
    rule = .eachByItself(chances)
    (outgoing, incoming) = (network.outgoing, network.incoming)
  }

  /// Each connected pair is alive by itself, with a chance of the caller's own: what a ``LiveTieModel`` outside this
  /// library returns.
  ///
  /// - Parameters:
  ///   - network: The network; where ties have no direction, each pair is asked for both ways.
  ///   - chance: The chance, from 0 to 1, that knowledge goes from one actor to the other, by roster position and by what
  ///     the pair weighs.
  /// - Throws: ``BuzzlineError`` if a chance is not between 0 and 1.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* connected pairs.
  public init(
    on network: KnowledgeNetwork, chance: (_ source: Int, _ target: Int, _ weight: Double) -> Double
  ) throws(BuzzlineError) {
    let chances = try network.chances { source, target, weight throws(BuzzlineError) in
      let own = chance(source, target, weight)
      try TieChances.check(own, of: "a tie")
      return own
    }
    self.init(on: network, chances: chances)
  }

  /// Each actor listens to at most one giver, to each with its share; `shares` in the order of the rows of givers.
  init(on network: KnowledgeNetwork, shares: [Double]) {
    var bounds = shares
    for actor in network.actors.indices {
      for entry in network.incoming.range(of: actor).dropFirst() { bounds[entry] += bounds[entry - 1] }
    }
    rule = .oneGiver(bounds: bounds)
    (outgoing, incoming) = (network.outgoing, network.incoming)
  }

  /// The same with some ties taken out of play, all others as likely alive as before: for paired comparisons.
  ///
  /// Who would have listened to a giver taken out listens to nobody.
  func keeping(_ isKept: (_ source: Int, _ target: Int) -> Bool) -> LiveTies {
    var kept = self
    var gone = isGone ?? [Bool](repeating: false, count: outgoing.partners.count)
    forEachTie { place, source, target in
      if !isKept(source, target) { gone[place] = true }
    }
    kept.isGone = gone
    return kept
  }

  /// Calls with each tie, whether it is in play or not, and its place in the order of the rows the rule follows.
  func forEachTie(_ body: (_ place: Int, _ source: Int, _ target: Int) -> Void) {
    let rows = hasOneGiver ? incoming : outgoing
    for actor in 0..<actorCount {
      for place in rows.range(of: actor) {
        let partner = Int(rows.partners[place])
        if hasOneGiver { body(place, partner, actor) } else { body(place, actor, partner) }
      }
    }
  }

  /// The chance of a tie to be alive, by its place in the order of the rows the rule follows and by who receives.
  func chance(at place: Int, to receiver: Int) -> Double {
    if isGone?[place] == true { return 0 }
    switch rule {
    case .eachByItself(let chances): return chances[place]
    case .oneGiver(let bounds):
      return place == incoming.range(of: receiver).lowerBound ? bounds[place] : bounds[place] - bounds[place - 1]
    }
  }

  /// Whom an actor listens to in a graph: a place in its row of givers, `nil` for nobody.
  func giver(of actor: Int, bounds: [Double], seed: UInt64, graph: Int) -> Int? {
    let drawn = ChanceHash.unit(ChanceHash.key(seed, UInt64(actor)), UInt64(graph))
    let row = incoming.range(of: actor)
    let place = row.partitioningIndex { !(bounds[$0] <= drawn) }
    return place == row.upperBound || isGone?[place] == true ? nil : place
  }

  /// For each entry of the rows of givers its place in the rows of receivers.
  var places: [UInt32] {
    var next = incoming.starts
    var places = [UInt32](repeating: 0, count: incoming.partners.count)
    // Givers ascend in both orders.
    for (place, receiver) in outgoing.partners.enumerated() {
      places[Int(next[Int(receiver)])] = UInt32(place)
      next[Int(receiver)] += 1
    }
    return places
  }

  /// The place of a tie in the rows its rule follows, given its place in the rows of receivers.
  func ruleOrder(_ place: Int, from source: Int, to target: Int) -> Int {
    hasOneGiver ? incoming.entry(of: source, inRowOf: target) ?? place : place
  }

  /// Draws, for each tie, in which of 64 graphs it is alive, where each is by itself.
  func draw(_ bits: inout [UInt64], block: Int, seed: UInt64, _ chances: TieChances) {
    let (rows, actorCount) = (outgoing, actorCount)
    let shared = chances.constant.map { ChanceThreshold($0) }
    bits.withUnsafeMutableBufferPointer { bits in
      for actor in 0..<actorCount {
        for pair in rows.range(of: actor) {
          let key = ChanceHash.key(seed, from: actor, to: Int(rows.partners[pair]))
          bits[pair] = (shared ?? ChanceThreshold(chances[pair])).graphs(key, block: block)
        }
      }
    }
    guard let isGone else { return }
    for pair in isGone.indices where isGone[pair] { bits[pair] = 0 }
  }
}
