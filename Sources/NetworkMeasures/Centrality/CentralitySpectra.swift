internal import IGraph
internal import KnowledgeNetworks

// igraph's solver answers by chance where the leading eigenvalue is multiple, as in two clusters of one shape. The
// limit of passing scores on from equal shares is the same vector where there is one, and the one even-handed choice
// where there are many; so it comes first, and igraph where the limit is too far off.
extension IGraphAnalysis {
  /// Eigenvector, hub and authority scores.
  borrowing func spectralScores(of measure: CentralityMeasure) throws(IGraphError) -> ActorScores {
    var remarks = network.remarks(onWeightsAs: .strength)
    let numbers: [Double]
    if ties.isEmpty {
      remarks.append("There are no ties, so all scores are equal.")
      numbers = Array(repeating: 1, count: network.actorCount)
    } else if measure == .eigenvector, try graph.isAcyclic() {
      remarks.append("Knowledge nowhere comes back to where it started, so all scores are 0.")
      numbers = Array(repeating: 0, count: network.actorCount)
    } else if let limit = limit(for: measure) {
      numbers = limit
    } else {
      let answer = try engineScores(of: measure)
      remarks.append("The scores settle too slowly to be followed, so igraph's solver found them.")
      remarks += answer.warnings.map { "igraph: " + $0 }
      numbers = answer.value
    }
    return ActorScores(measure: measure.name, numbers, remarks: remarks)
  }

  private borrowing func engineScores(of measure: CentralityMeasure) throws(IGraphError) -> Gate.Answer<[Double]> {
    switch measure {
    case _ where !network.isDirected, .eigenvector: try graph.eigenvector(weights: strengths)
    case .hubs: try graph.hubs(weights: strengths)
    default: try graph.authorities(weights: strengths)
    }
  }

  private borrowing func limit(for measure: CentralityMeasure) -> [Double]? {
    let flow = TieFlow(ties: ties, weights: strengths, actorCount: network.actorCount)
    guard network.isDirected else { return flow.limit(over: network.actorCount, of: flow.exchanged) }
    guard measure != .eigenvector else { return flow.limit(over: network.actorCount, of: flow.received) }
    guard let sides = flow.limit(over: 2 * network.actorCount, of: flow.swapped) else { return nil }
    let half = measure == .hubs ? sides.prefix(network.actorCount) : sides.suffix(network.actorCount)
    return TieFlow.scaled(Array(half))
  }
}

/// Passes scores on along ties.
struct TieFlow {
  let ties: [UInt32]
  let weights: [Double]?
  let actorCount: Int

  /// What each actor receives from its givers.
  func received(_ scores: [Double]) -> [Double] {
    passed(count: actorCount) { sums, source, target, weight in sums[target] += weight * scores[source] }
  }

  /// What each actor gets from all its partners.
  func exchanged(_ scores: [Double]) -> [Double] {
    passed(count: actorCount) { sums, source, target, weight in
      sums[target] += weight * scores[source]
      sums[source] += weight * scores[target]
    }
  }

  /// What each actor as a giver gets from those it gives to as receivers, and then the other way round.
  func swapped(_ scores: [Double]) -> [Double] {
    passed(count: 2 * actorCount) { sums, source, target, weight in
      sums[source] += weight * scores[actorCount + target]
      sums[actorCount + target] += weight * scores[source]
    }
  }

  private func passed(
    count: Int, _ pass: (_ sums: inout [Double], _ source: Int, _ target: Int, _ weight: Double) -> Void
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for tie in 0..<ties.count / 2 {
      pass(&sums, Int(ties[2 * tie]), Int(ties[2 * tie + 1]), weights?[tie] ?? 1)
    }
    return sums
  }

  /// Where equal scores end if they are passed on for ever; `nil` if that takes too long to see.
  ///
  /// Half of each score stays, or scores would swing between two sides that only give to each other. Scores
  /// below 1e-12 of the largest are what is left of something that dies out, and count as 0.
  ///
  /// - Complexity: O(*m*) time a step, at most 20,000 steps; O(*n*) space.
  func limit(over count: Int, of pass: ([Double]) -> [Double]) -> [Double]? {
    var scores = [Double](repeating: 1, count: count)
    for _ in 0..<20_000 {
      guard !Task.isCancelled else { return nil }
      let passed = Self.scaled(pass(scores))
      let next = Self.scaled(zip(scores, passed).map { $0 + $1 })
      let change = zip(scores, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
      scores = next
      if change < 2e-15 { return scores.map { $0 < 1e-12 ? 0 : $0 } }
    }
    return nil
  }

  /// The same scores with 1 as the largest.
  static func scaled(_ scores: [Double]) -> [Double] {
    guard let largest = scores.max(), largest > 0 else { return scores }
    return scores.map { $0 / largest }
  }
}
