internal import KnowledgeNetworks

/// Finds the new tie that adds most, looking only at receivers to whom a tie might.
struct TieSearch {
  let network: KnowledgeNetwork
  let candidates: TieCandidates
  let chosen: Set<TieEnds>
  let gains: any TieGains
  /// Receivers by what a tie to them adds at most, the highest first.
  private let order: [Int]
  private let bounds: [Double]
  /// What ties to the first of them add, giver by giver.
  private var columns: [[Int]] = []

  init(
    _ network: KnowledgeNetwork, _ candidates: TieCandidates, without chosen: Set<TieEnds>, by gains: any TieGains
  ) throws(BuzzlineError) {
    let bounds = try gains.bounds()
    self.network = network
    self.candidates = candidates
    self.chosen = chosen
    self.gains = gains
    self.bounds = bounds
    order = bounds.indices.sorted { (-bounds[$0], $0) < (-bounds[$1], $1) }
  }

  /// The best tie; `nil` where none adds anything.
  ///
  /// - Parameter starts: What a sum over starts is divided by to make a mean.
  mutating func best(starts: Int) throws(BuzzlineError) -> NewTie? {
    var best: (ends: TieEnds, sum: Int)?
    while let first = nextBound, first > 0, first >= Double(best?.sum ?? 0) {
      let known = columns.count
      try look()
      for (ends, sum) in ties(atLeast: max(best?.sum ?? 1, 1), from: known) {
        if let best, (-best.sum, best.ends) < (-sum, ends) { continue }
        best = (ends, sum)
      }
    }
    guard let ends = best?.ends else { return nil }
    let own = try byGraph([ends])[0]
    let equals = try equals(of: ends, own)
    let factor = candidates.chance / Double(starts)
    return NewTie(
      ends: ends, scope: network.scope(between: ends.giver, and: ends.receiver),
      gain: Estimate(of: own.map { Double($0) * factor }), equals: Array(equals.prefix(NewTie.mostEquals)),
      hasMoreEquals: equals.count > NewTie.mostEquals)
  }

  /// What a tie to a receiver not yet looked at adds at most.
  ///
  /// Without direction a tie may add what both ends bound.
  private var nextBound: Double? {
    guard columns.count < order.count else { return nil }
    return bounds[order[columns.count]] * (network.isDirected ? 1 : 2)
  }

  /// Looks at some more receivers, or at all where only both directions together tell.
  private mutating func look() throws(BuzzlineError) {
    let end = network.isDirected ? min(columns.count + 32, order.count) : order.count
    columns += try gains.columns(to: Array(order[columns.count..<end]))
  }

  /// The ties looked at that come into question and add so much.
  private func ties(atLeast least: Int, from first: Int = 0) -> [(ends: TieEnds, sum: Int)] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, receiver) in order.enumerated() { places[receiver] = place }
    return columns.indices[first...].flatMap { place -> [(ends: TieEnds, sum: Int)] in
      let receiver = order[place]
      return columns[place].enumerated().compactMap { giver, sum in
        let sum = network.isDirected ? sum : sum + columns[places[giver]][receiver]
        guard sum >= least, network.isDirected || giver < receiver else { return nil }
        let ends = TieEnds(from: giver, to: receiver)
        return !chosen.contains(ends) && candidates.contains(giver, receiver, on: network) ? (ends, sum) : nil
      }
    }
  }

  /// What some ties add in each graph, either way where they have no direction.
  private func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]] {
    let forward = try gains.byGraph(ties)
    guard !network.isDirected else { return forward }
    let backward = try gains.byGraph(ties.map { TieEnds(from: $0.receiver, to: $0.giver) })
    return zip(forward, backward).map { zip($0, $1).map { $0 + $1 } }
  }

  /// Ties that add as much as the best, as far as chance lets one tell, one more than are named at most.
  private mutating func equals(of best: TieEnds, _ own: [Int]) throws(BuzzlineError) -> [TieEnds] {
    let estimate = Estimate(wholes: own)
    let error = estimate.standardError ?? 0
    let least = (estimate.mean - error) * Double(own.count)
    while let first = nextBound, first > 0, first >= least { try look() }
    let others = ties(atLeast: max(1, Int(least.rounded(.up)))).map(\.ends).filter { $0 != best }.sorted()
    var equals: [TieEnds] = []
    for places in Chunks(total: others.count, size: NewTie.mostEquals) where equals.count <= NewTie.mostEquals {
      let some = Array(others[places])
      for (tie, theirs) in zip(some, try byGraph(some)) {
        let difference = Estimate(wholes: zip(own, theirs).map { $0 - $1 })
        if difference.mean <= min(difference.standardError ?? 0, error) { equals.append(tie) }
      }
    }
    return equals
  }
}
