internal import IGraph
internal import KnowledgeNetworks

// igraph's solver answers by chance where the leading eigenvalue is multiple, as in two clusters of one shape. The
// limit of passing scores on from equal shares is the same vector where there is one, and the one even-handed choice
// where there are many; so it comes first, and igraph where the limit is too far off.
extension IGraphAnalysis {
  /// Eigenvector, hub and authority scores.
  borrowing func spectralScores(of measure: CentralityMeasure) throws(IGraphError) -> ActorScores {
    var remarks = remarks(onWeightsAs: .strength)
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
      numbers = try engineScores(of: measure).value
    }
    return ActorScores(measure: measure.name, numbers, remarks: remarks)
  }

  private borrowing func engineScores(of measure: CentralityMeasure) throws(IGraphError) -> Gate.Answer<[Double]> {
    switch measure {
    case .eigenvector: try graph.eigenvector(weights: strengths)
    case .hubs: try graph.hubs(weights: strengths)
    default: try graph.authorities(weights: strengths)
    }
  }

  private borrowing func limit(for measure: CentralityMeasure) -> [Double]? {
    let flow = TieFlow(ties: ties, weights: strengths, actorCount: network.actorCount)
    guard network.isDirected, measure != .eigenvector else {
      return flow.limit { network.isDirected ? flow.received($0) : flow.exchanged($0) }
    }
    guard let hubs = flow.limit(of: { flow.given(flow.received($0)) }) else { return nil }
    return measure == .hubs ? hubs : TieFlow.scaled(flow.received(hubs))
  }
}

/// Passes scores on along ties.
struct TieFlow {
  let ties: [UInt32]
  let weights: [Double]?
  let actorCount: Int

  /// What each actor receives from its givers.
  func received(_ scores: [Double]) -> [Double] { passed(scores, isForward: true, isBackward: false) }
  /// What each actor gets back from its receivers.
  func given(_ scores: [Double]) -> [Double] { passed(scores, isForward: false, isBackward: true) }
  /// What each actor gets from all its partners.
  func exchanged(_ scores: [Double]) -> [Double] { passed(scores, isForward: true, isBackward: true) }

  private func passed(_ scores: [Double], isForward: Bool, isBackward: Bool) -> [Double] {
    var sums = [Double](repeating: 0, count: actorCount)
    for tie in 0..<ties.count / 2 {
      let (source, target) = (Int(ties[2 * tie]), Int(ties[2 * tie + 1]))
      let weight = weights?[tie] ?? 1
      if isForward { sums[target] += weight * scores[source] }
      if isBackward { sums[source] += weight * scores[target] }
    }
    return sums
  }

  /// Where equal scores end if they are passed on for ever; `nil` if that takes too long to see.
  ///
  /// Half of each score stays, or scores would swing between two sides that only give to each other. Scores
  /// below 1e-12 of the largest are what is left of something that dies out, and count as 0.
  ///
  /// - Complexity: O(*m*) time a step, at most 20,000 steps; O(*n*) space.
  func limit(of pass: ([Double]) -> [Double]) -> [Double]? {
    var scores = [Double](repeating: 1, count: actorCount)
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
