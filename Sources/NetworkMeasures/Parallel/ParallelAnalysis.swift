internal import KnowledgeNetworks

/// A network made ready for our own kernels once, for as many centralities as are asked.
final class ParallelAnalysis {
  let network: KnowledgeNetwork
  let workers: Workers
  /// Searches by direction, and what they found.
  private var rows: [Direction: SearchRows] = [:]
  private var distances: [Direction: AllDistanceSums] = [:]

  init(of network: KnowledgeNetwork, workers: Workers) {
    self.network = network
    self.workers = workers
  }

  /// Computes one centrality.
  func scores(of measure: CentralityMeasure) throws(MeasureError) -> ActorScores {
    switch measure {
    case .betweenness(let isNormalized):
      let pairs = isNormalized ? network.pairsOfOthers : 1
      return named(measure, try betweenness().map { $0 / pairs }, weightsAs: .distance)
    case .closeness(let direction, let isNormalized):
      return named(measure, try closeness(direction, isNormalized: isNormalized), weightsAs: .distance)
    case .harmonic(let direction, let isNormalized):
      return named(measure, try harmonic(direction, isNormalized: isNormalized), weightsAs: .distance)
    case .coreness(let direction):
      return named(measure, try coreness(direction), weightsAs: .none)
    case .pageRank(let damping):
      return named(measure, try pageRank(damping: damping), weightsAs: .strength)
    case .constraint:
      let holes = try network.structuralHoles(model: .wholeNetwork)
      return named(measure, holes.constraint.map { $0 ?? .nan }, weightsAs: .strength)
    case .eigenvector, .hubs, .authorities:
      preconditionFailure("\(measure.name) has one way to be computed")
    }
  }

  private func named(
    _ measure: CentralityMeasure, _ numbers: [Double], weightsAs meaning: WeightMeaning
  ) -> ActorScores {
    ActorScores(measure: measure.name, numbers, remarks: network.remarks(onWeightsAs: meaning))
  }

  private func rows(_ direction: Direction) -> SearchRows {
    if let known = rows[direction] { return known }
    let made: SearchRows
    switch direction {
    case .incoming: made = rows(.outgoing).turned
    default: made = SearchRows(of: network, direction)
    }
    rows[direction] = made
    return made
  }

  private func betweenness() throws(MeasureError) -> [Double] {
    let rows = rows(.outgoing)
    let kernel = BetweennessKernel(rows: rows)
    guard let sums = kernel.dependencies(from: rows.places, by: workers) else {
      throw .cancelled
    }
    return network.isDirected ? sums : sums.map { $0 / 2 }
  }

  /// What searches found that end at each actor: those of whom it reaches along `direction`.
  private func distances(_ direction: Direction) throws(MeasureError) -> AllDistanceSums {
    let key = network.isDirected ? direction : .both
    if let known = distances[key] { return known }
    let searched: Direction = direction == .outgoing ? .incoming : direction == .incoming ? .outgoing : .both
    guard let sums = DistanceKernel(rows(searched)).sums(by: workers, work: "distances") else { throw .cancelled }
    distances[key] = sums
    return sums
  }

  private func closeness(_ direction: Direction, isNormalized: Bool) throws(MeasureError) -> [Double] {
    try distances(direction).actors.map { sums in
      sums.reached == 0 ? .nan : (isNormalized ? Double(sums.reached) : 1) / Double(sums.steps)
    }
  }

  private func harmonic(_ direction: Direction, isNormalized: Bool) throws(MeasureError) -> [Double] {
    let sums = try distances(direction)
    let others = isNormalized ? Double(network.actorCount - 1) : 1
    return sums.actors.map { sums.scale.number($0.inverse) / others }
  }
}

extension KnowledgeNetwork {
  /// How many pairs the others of an actor form.
  var pairsOfOthers: Double {
    let others = Double(actorCount) - 1
    return others * (others - 1) / (isDirected ? 1 : 2)
  }

  /// What weights were taken for by a measure that can use them as `meaning`.
  func remarks(onWeightsAs meaning: WeightMeaning) -> [String] {
    guard isWeighted else { return [] }
    return switch (meaning, weightMeaning) {
    case (.strength, .strength): ["Weights were taken as the strengths of ties."]
    case (.distance, .distance): ["Weights were taken as the lengths of ties."]
    case (.distance, .strength): ["A strength is not a length, so every tie counts as one step."]
    case (.strength, .distance): ["A length is not a strength, so every tie counts alike."]
    default: []
    }
  }
}
