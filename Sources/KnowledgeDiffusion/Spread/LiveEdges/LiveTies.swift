public import KnowledgeNetworks

/// A model's live-tie form on one network: which ties may be alive in a graph, and how chance decides it.
///
/// ``LiveTieModel/liveTies(on:)`` makes it; the graphs themselves are the library's business.
public struct LiveTies: Sendable {
  /// How chance decides.
  enum Rule: Sendable {
    /// Each tie by itself, with its chance; in the order of the rows of receivers.
    case eachByItself(TieChances)
    /// Each actor listens to at most one giver; the upper ends of the givers' shares of 0…1, in the order of the rows
    /// of givers.
    case oneGiver(bounds: [Double])
  }

  let rule: Rule
  package let outgoing: CompressedRows
  package let incoming: CompressedRows
  /// Which ties are out of play, in the order of the rows the rule follows; `nil` where none is.
  private(set) var isGone: [Bool]?

  package var actorCount: Int { outgoing.starts.count - 1 }

  /// Each tie is alive by itself.
  package init(on network: KnowledgeNetwork, chances: TieChances) {
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
    var chances: [Double] = []
    chances.reserveCapacity(network.outgoing.partners.count)
    for source in network.actors.indices {
      for (target, weight) in network.weightedReceivers(of: source) {
        let own = chance(source, target, weight)
        try TieChances.check(own, of: "a tie")
        chances.append(own)
      }
    }
    self.init(on: network, chances: TieChances(listed: chances))
  }

  /// Each actor listens to at most one giver, to each with its share; `shares` in the order of the rows of givers.
  package init(on network: KnowledgeNetwork, shares: [Double]) {
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
  package func keeping(_ isKept: (_ source: Int, _ target: Int) -> Bool) -> LiveTies {
    var kept = self
    var gone = isGone ?? [Bool](repeating: false, count: outgoing.partners.count)
    for actor in 0..<actorCount {
      switch rule {
      case .eachByItself:
        for pair in outgoing.range(of: actor) where !isKept(actor, Int(outgoing.partners[pair])) { gone[pair] = true }
      case .oneGiver:
        for entry in incoming.range(of: actor) where !isKept(Int(incoming.partners[entry]), actor) {
          gone[entry] = true
        }
      }
    }
    kept.isGone = gone
    return kept
  }

  /// The chance of each tie to be alive, in the order of the rows the rule follows.
  package func chance(at place: Int, of actor: Int) -> Double {
    if isGone?[place] == true { return 0 }
    switch rule {
    case .eachByItself(let chances): return chances[place]
    case .oneGiver(let bounds):
      return place == incoming.range(of: actor).lowerBound ? bounds[place] : bounds[place] - bounds[place - 1]
    }
  }

  /// Whom an actor listens to in a graph: a place in its row of givers, `nil` for nobody.
  func giver(of actor: Int, bounds: [Double], seed: UInt64, graph: Int) -> Int? {
    var low = Int(incoming.starts[actor])
    let end = Int(incoming.starts[actor + 1])
    var high = end
    let drawn = ChanceHash.unit(ChanceHash.key(seed, UInt64(actor)), UInt64(graph))
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= drawn { low = middle + 1 } else { high = middle }
    }
    return low == end || isGone?[low] == true ? nil : low
  }
}
