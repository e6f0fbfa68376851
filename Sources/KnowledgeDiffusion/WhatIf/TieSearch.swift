internal import KnowledgeNetworks

/// Finds the new tie that adds most, looking only at receivers to whom a tie might.
struct TieSearch {
  let network: KnowledgeNetwork
  let gains: any TieGains
  /// Whether a tie comes into question; without direction the lower position gives.
  private let isCandidate: @Sendable (_ giver: Int, _ receiver: Int) -> Bool
  private let chance: Double
  /// Receivers by what a tie to them adds at most, the highest first.
  private let order: [Int]
  private let bounds: [Int]
  /// What ties to the first of them add, giver by giver.
  private var columns: [[Int]] = []

  init(
    _ network: KnowledgeNetwork, _ candidates: TieCandidates, without chosen: Set<TieEnds>, by gains: any TieGains
  ) throws(BuzzlineError) {
    let isCandidate = { @Sendable (giver: Int, receiver: Int) in
      (network.isDirected || giver < receiver) && !chosen.contains(TieEnds(from: giver, to: receiver))
        && candidates.contains(giver, receiver, on: network)
    }
    let bounds = try gains.bounds(among: isCandidate)
    self.network = network
    self.isCandidate = isCandidate
    chance = candidates.chance
    self.gains = gains
    self.bounds = bounds
    order = bounds.indices.sorted { (-bounds[$0], $0) < (-bounds[$1], $1) }
  }

  /// The best tie; `nil` where none adds anything.
  ///
  /// - Parameter starts: What a sum over starts is divided by to make a mean.
  mutating func best(starts: Int) throws(BuzzlineError) -> NewTie? {
    var best: (ends: TieEnds, sum: Int)?
    while let first = nextBound, first > 0, first >= best?.sum ?? 0 {
      let known = columns.count
      try look()
      for (ends, sum) in ties(atLeast: max(best?.sum ?? 1, 1), from: known) {
        if let best, (-best.sum, best.ends) < (-sum, ends) { continue }
        best = (ends, sum)
      }
    }
    guard let ends = best?.ends else { return nil }
    let own = try gains.byGraph([ends])[0]
    let equals = try equals(of: ends, own)
    let factor = chance / Double(starts)
    return NewTie(
      ends: ends, scope: network.scope(between: ends.giver, and: ends.receiver),
      gain: Estimate(of: own.map { Double($0) * factor }), equals: Array(equals.prefix(NewTie.mostEquals)),
      hasMoreEquals: equals.count > NewTie.mostEquals)
  }

  /// What a tie to a receiver not yet looked at adds at most.
  private var nextBound: Int? { columns.count < order.count ? bounds[order[columns.count]] : nil }

  /// Looks at some more receivers, each time at as many as before, so that graphs are gone through few times.
  private mutating func look() throws(BuzzlineError) {
    let more = min(max(gains.fewest, columns.count), max(gains.fewest, TieSearch.mostAtOnce))
    columns += try gains.columns(to: Array(order[columns.count..<min(columns.count + more, order.count)]))
  }

  /// The ties looked at that come into question and add so much.
  private func ties(atLeast least: Int, from first: Int = 0) -> [(ends: TieEnds, sum: Int)] {
    columns.indices[first...].flatMap { place in
      columns[place].enumerated().compactMap { giver, sum in
        guard sum >= least, isCandidate(giver, order[place]) else { return nil }
        return (TieEnds(from: giver, to: order[place]), sum)
      }
    }
  }

  /// Ties that add as much as the best, as far as chance lets one tell, one more than are named at most.
  private mutating func equals(of best: TieEnds, _ own: [Int]) throws(BuzzlineError) -> [TieEnds] {
    let estimate = Estimate(wholes: own)
    let error = estimate.standardError ?? 0
    let least = (estimate.mean - error) * Double(own.count)
    while let first = nextBound, first > 0, Double(first) >= least { try look() }
    let others = ties(atLeast: max(1, Int(least.rounded(.up)))).map(\.ends).filter { $0 != best }.sorted()
    var (equals, looked) = ([TieEnds](), 0)
    while looked < others.count, equals.count <= NewTie.mostEquals {
      let some = Array(others[looked..<min(others.count, looked + max(NewTie.mostEquals, looked))])
      looked += some.count
      for (tie, theirs) in zip(some, try gains.byGraph(some)) {
        let difference = Estimate(wholes: zip(own, theirs).map { $0 - $1 })
        if difference.mean <= min(difference.standardError ?? 0, error) { equals.append(tie) }
      }
    }
    return equals
  }

  /// As many receivers as are looked at together at most: sums for each of them and every giver take memory on each thread.
  static let mostAtOnce = 512
}
