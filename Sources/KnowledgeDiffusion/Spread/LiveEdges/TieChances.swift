public import KnowledgeNetworks

/// The chance that a tie carries knowledge, for every connected pair of a network; ``ChanceRule/chances(on:)`` makes it.
///
/// Pairs stand in the order of givers and, for each, of receivers; a pair without direction stands there both ways.
public struct TieChances: Hashable, Sendable {
  /// One for all, or one a pair.
  private enum Storage: Hashable, Sendable {
    case constant(Double)
    case listed([Double])
  }
  private let storage: Storage

  package init(constant chance: Double) { storage = .constant(chance) }
  package init(listed chances: [Double]) { storage = .listed(chances) }

  /// The chance of a pair, by its place in the network's rows of receivers.
  package subscript(pair: Int) -> Double {
    switch storage {
    case .constant(let chance): chance
    case .listed(let chances): chances[pair]
    }
  }

  /// The chance of all pairs where they share one.
  package var constant: Double? {
    if case .constant(let chance) = storage { chance } else { nil }
  }

  /// The chance that knowledge goes from one actor to another over their own tie; `nil` where they have none.
  ///
  /// - Complexity: O(log *d*) for *d* receivers of the source.
  public func chance(from source: Int, to target: Int, on network: KnowledgeNetwork) -> Double? {
    network.outgoing.entry(of: target, inRowOf: source).map { self[$0] }
  }

  /// Refuses what is no chance.
  static func check(_ chance: Double, of what: String) throws(BuzzlineError) {
    guard chance >= 0, chance <= 1 else {
      throw BuzzlineError(.invalidChance, "The chance of \(what) lies between 0 and 1; here it is \(chance).")
    }
  }
}
