internal import ClusterSurveys
internal import KnowledgeNetworks

/// The ties of a network, pair by pair, each with what it rests on.
struct EvidentTies: Sendable {
  private let settled: Reconciliation
  /// Where the ties of each pair begin among all, by the place of the pair in its giver's row; empty where all ties were
  /// given, and there is nothing to look up.
  private let starts: [Int]

  /// - Complexity: O(*m* log *d*) time and O(*m*) space for *m* ties and *d* receivers of a giver; neither where all
  ///   ties were given.
  init(of settled: Reconciliation, isGivenAlone: Bool) {
    self.settled = settled
    guard !isGivenAlone else {
      starts = []
      return
    }
    let rows = settled.network.outgoing
    var starts = [Int](repeating: 0, count: rows.partners.count)
    var last: (source: Int, target: Int) = (-1, -1)
    for (place, tie) in settled.network.ties.enumerated() where (tie.source, tie.target) != last {
      last = (tie.source, tie.target)
      if let entry = rows.entry(of: tie.target, inRowOf: tie.source) { starts[entry] = place }
    }
    self.starts = starts
  }

  /// The ties from one actor to another with what each rests on; without direction, those between the two.
  func between(_ source: Int, _ target: Int) -> [(tie: Tie, evidence: TieEvidence)] {
    let network = settled.network
    let (giver, receiver) = network.isDirected || source < target ? (source, target) : (target, source)
    let ties = network.ties(from: giver, to: receiver)
    guard !starts.isEmpty, let entry = network.outgoing.entry(of: receiver, inRowOf: giver) else {
      return ties.map { ($0, .given) }
    }
    return ties.enumerated().map { ($1, settled.evidence[starts[entry] + $0]) }
  }

  /// What each of some pairs rests on: the strongest of its ties counts.
  func bases(of pairs: [(source: Int, target: Int)]) -> [TieBasis] {
    pairs.map { pair in
      let bases = Set(between(pair.source, pair.target).map { TieBasis($0.evidence, settled.network.isDirected) })
      return TieBasis.strongestFirst.first(where: bases.contains) ?? .given
    }
  }
}
