internal import Foundation
public import KnowledgeNetworks

/// How likely knowledge is to pass from one actor to another that it is tied to, said without a network at hand.
///
/// A chance is always that of a connected pair, however many ties make it up: that a pair was seen in two waves or
/// answered on three topics does not make it carry more often. Where a rule gives the ties of a pair different chances,
/// by topic, channel or weight, the pair has the largest of them.
///
/// Properties: equal chances for all topics, or for all channels, are the same as that chance for every pair; listing a
/// tie once more, in another wave or topic, changes no chance.
public enum ChanceRule: Hashable, Sendable {
  /// Every connected pair has the same chance.
  case constant(Double)
  /// The weight of a tie times a factor is its chance, at most 1; weights must be declared as strength. The strongest
  /// tie of a pair decides.
  case weights(times: Double = 1)
  /// Each unit of the pair's weight *w*, that of all its ties together, is one chance of this size: 1 − (1 − *p*)^*w*;
  /// weights must be declared as strength.
  case strength(perUnit: Double)
  /// One over the number of the receiver's givers, so that each actor hears of it from one giver on average: the weighted
  /// cascade of Kempe, Kleinberg & Tardos (2003), [doi:10.1145/956750.956769](https://doi.org/10.1145/956750.956769).
  case weightedCascade
  /// By where the tie leads; scopes that are not listed carry nothing.
  case scopes([TieScope: Double])
  /// By channel; ties of other channels, or of none, have the last chance. The tie with the largest decides.
  case channels([String: Double], otherwise: Double)
  /// By topic; ties of other topics, or of none, have the last chance. The tie with the largest decides.
  case topics([String: Double], otherwise: Double)

  /// The chance of each connected pair of a network.
  ///
  /// A pair without direction carries knowledge either way with the same chance, each way by itself; only the way from
  /// whoever hears of it first is ever used.
  ///
  /// - Throws: ``BuzzlineError`` if a chance is not between 0 and 1, weights are not declared as strengths, or a
  ///   channel or topic is named that no tie has.
  /// - Complexity: O(*n* + *m*) time and space, O(1) for a constant.
  public func chances(on network: KnowledgeNetwork) throws(BuzzlineError) -> TieChances {
    try check(on: network)
    return switch self {
    case .constant(let chance): TieChances(constant: chance)
    case .weights(let factor): network.chances { tie in tie.weight * factor }
    case .strength(let unit):
      network.chances { _, _, weight in unit >= 1 ? 1 : 1 - pow(1 - unit, weight) }
    case .weightedCascade:
      TieChances(listed: network.outgoing.partners.map { 1 / Double(network.giverCount(to: Int($0))) })
    case .scopes(let chances):
      network.chances { source, target, _ in chances[network.scope(between: source, and: target)] ?? 0 }
    case .channels(let chances, let other):
      network.chances { tie in tie.channel.flatMap { chances[$0] } ?? other }
    case .topics(let chances, let other):
      network.chances { tie in tie.topic.flatMap { chances[$0] } ?? other }
    }
  }

  private func check(on network: KnowledgeNetwork) throws(BuzzlineError) {
    switch self {
    case .constant(let chance): try TieChances.check(chance, of: "a connected pair")
    case .weights(let factor):
      try require(
        factor >= 0 && factor.isFinite,
        "Weights are multiplied by 0 or more to make chances; here by \(factor).", .invalidChance)
      try network.requireStrengths(as: "chances")
      for tie in network.ties where tie.weight * factor > 1 {
        let (source, target) = (network.actors[tie.source].id, network.actors[tie.target].id)
        throw BuzzlineError(
          .invalidChance, at: Place(actor: source),
          "The tie from '\(source)' to '\(target)' would have the chance \(tie.weight * factor); "
            + "chances lie between 0 and 1.")
      }
    case .weightedCascade: break
    case .strength(let unit):
      try TieChances.check(unit, of: "a unit of weight")
      try network.requireStrengths(as: "chances")
    case .scopes(let chances):
      for scope in TieScope.allScopes {
        if let chance = chances[scope] { try TieChances.check(chance, of: "\(scope.label) ties") }
      }
    case .channels(let chances, let other): try Self.check(chances, other, "channel", among: network.channels)
    case .topics(let chances, let other): try Self.check(chances, other, "topic", among: network.topics)
    }
  }

  private static func check(
    _ chances: [String: Double], _ other: Double, _ layer: String, among known: [String]
  ) throws(BuzzlineError) {
    try TieChances.check(other, of: "ties of any other \(layer)")
    for (word, chance) in chances.sorted(by: { $0.key < $1.key }) {
      try TieChances.check(chance, of: "ties of the \(layer) '\(word)'")
      try check(word, isA: layer, among: known)
    }
  }

  static func check(_ word: String, isA layer: String, among known: [String]) throws(BuzzlineError) {
    try require(
      known.contains(word), "No tie has the \(layer) '\(word)'." + suggestion(for: word, in: known), .unknownGroup)
  }
}

extension KnowledgeNetwork {
  func requireStrengths(as what: String) throws(BuzzlineError) {
    let declared =
      weightMeaning == .distance
      ? "they are declared as lengths" : hasTieWeights ? "nobody declared what they say" : "there are none"
    try require(
      weightMeaning == .strength,
      "Weights can be taken as \(what) only where they are declared as strengths; here \(declared).", .undeclaredWeights
    )
  }

  /// One chance a pair by its ends and weight.
  func chances<Failure>(_ chance: (Int, Int, Double) throws(Failure) -> Double) throws(Failure) -> TieChances {
    var listed: [Double] = []
    listed.reserveCapacity(outgoing.partners.count)
    for source in actors.indices {
      for (target, weight) in weightedReceivers(of: source) { listed.append(try chance(source, target, weight)) }
    }
    return TieChances(listed: listed)
  }

  /// One chance a pair, the largest of those of the ties that make it up.
  fileprivate func chances(_ chance: (Tie) -> Double) -> TieChances {
    chances { source, target, _ in ties(from: source, to: target).reduce(0) { max($0, chance($1)) } }
  }
}

/// The chance that a tie carries knowledge, for every connected pair of a network; ``ChanceRule/chances(on:)`` makes it.
///
/// Pairs stand in the order of givers and, for each, of receivers; a pair without direction stands there both ways.
public struct TieChances: Hashable, Sendable {
  /// The chance of all pairs where they share one.
  let constant: Double?
  private let listed: [Double]

  init(constant chance: Double) { (constant, listed) = (chance, []) }
  init(listed chances: [Double]) { (constant, listed) = (nil, chances) }

  /// The chance of a pair, by its place in the network's rows of receivers.
  subscript(pair: Int) -> Double { constant ?? listed[pair] }

  /// The chance that knowledge goes from one actor to another over their own tie; `nil` where they have none.
  ///
  /// - Complexity: O(log *d*) for *d* receivers of the source.
  public func chance(from source: Int, to target: Int, on network: KnowledgeNetwork) -> Double? {
    network.outgoing.entry(of: target, inRowOf: source).map { self[$0] }
  }

  static func check(_ chance: Double, of what: String) throws(BuzzlineError) {
    try require(
      chance >= 0 && chance <= 1, "The chance of \(what) lies between 0 and 1; here it is \(chance).", .invalidChance)
  }
}
