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
  func scores(of measure: CentralityMeasure) throws(BuzzlineError) -> ActorScores {
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
      let holes = try network.structuralHoles(model: .wholeNetwork, workers: workers)
      return named(measure, holes.constraint.map { $0 ?? .nan }, weightsAs: .strength)
    case .eigenvector, .hubs, .authorities: return try network.spectralScores(of: measure)
    }
  }

  private func named(
    _ measure: CentralityMeasure, _ numbers: [Double], weightsAs meaning: WeightMeaning
  ) -> ActorScores {
    ActorScores(
      measure: measure.name, numbers, remarks: network.remarks(onWeightsAs: meaning),
      isNormalized: measure.isNormalized)
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

  private var hasLengths: Bool { network.isWeighted && network.weightMeaning == .distance }

  /// Raw betweenness, over all pairs or those of different groups.
  func betweenness(between grouping: Grouping? = nil) throws(BuzzlineError) -> [Double] {
    let sums =
      hasLengths
      ? try LengthKernel(network, .outgoing).dependencies(
        from: Array(0..<UInt32(network.actorCount)), on: ends(between: grouping, at: nil), by: workers,
        work: "betweenness")
      : try betweennessInSteps(rows(.outgoing), between: grouping)
    return network.isDirected ? sums : sums.map { $0 / 2 }
  }

  private func betweennessInSteps(_ rows: SearchRows, between grouping: Grouping?) throws(BuzzlineError) -> [Double] {
    try BetweennessKernel(rows: rows, ends: ends(between: grouping, at: rows.order))
      .dependencies(from: rows.places, by: workers)
  }

  /// - Parameter order: The roster positions in the order of a kernel's numbers; `nil` where it uses the roster's.
  private func ends(between grouping: Grouping?, at order: [UInt32]?) -> CountedEnds {
    guard let grouping else { return .all }
    let codes = grouping.groupCodes
    return .otherGroups(
      codes: order.map { $0.map { codes[Int($0)] } } ?? codes, groupCount: grouping.groups.count)
  }

  /// What searches found that end at each actor: those of whom it reaches along `direction`.
  private func distances(_ direction: Direction) throws(BuzzlineError) -> AllDistanceSums {
    let key = network.isDirected ? direction : .both
    if let known = distances[key] { return known }
    let sums = try DistanceKernel(rows(direction.turned)).sums(by: workers, work: "distances")
    distances[key] = sums
    return sums
  }

  private func closeness(_ direction: Direction, isNormalized: Bool) throws(BuzzlineError) -> [Double] {
    guard hasLengths else {
      return try distances(direction).actors.map { sums in
        sums.reached == 0 ? .nan : (isNormalized ? Double(sums.reached) : 1) / Double(sums.steps)
      }
    }
    return try byLength(direction) { reached, distances in
      let sum = reached.reduce(0) { $0 + distances[Int($1)] }
      return reached.isEmpty ? .nan : (isNormalized ? Double(reached.count) : 1) / sum
    }
  }

  private func harmonic(_ direction: Direction, isNormalized: Bool) throws(BuzzlineError) -> [Double] {
    let others = isNormalized ? Double(max(1, network.actorCount - 1)) : 1
    guard hasLengths else {
      let sums = try distances(direction)
      return sums.actors.map { sums.scale.number($0.scaled) / others }
    }
    return try byLength(direction) { reached, distances in
      reached.reduce(0) { $0 + 1 / distances[Int($1)] } / others
    }
  }

  private func byLength(
    _ direction: Direction, _ body: @Sendable (ArraySlice<UInt32>, [Double]) -> Double
  ) throws(BuzzlineError) -> [Double] {
    try LengthKernel(network, direction).map(by: workers, work: "distances", body)
  }
}

extension KnowledgeNetwork {
  /// How many pairs the others of an actor form.
  var pairsOfOthers: Double {
    let others = Double(actorCount) - 1
    return others * (others - 1) / (isDirected ? 1 : 2)
  }

  /// What is said wherever weights that nobody declared are used or not.
  static var undeclaredWeights: String {
    "The weights were not declared as strengths or as distances: in- and out-strength add them up as they stand, and for "
      + "all other measures every tie counts as one."
  }

  /// What weights were taken for by a measure that can use them as `meaning`.
  func remarks(onWeightsAs meaning: WeightMeaning) -> [String] {
    guard isWeighted else { return [] }
    return switch (meaning, weightMeaning) {
    case (.strength, .none), (.distance, .none): [Self.undeclaredWeights]
    case (.strength, .strength): ["Weights were taken as the strengths of ties."]
    case (.distance, .distance): ["Weights were taken as the lengths of ties."]
    case (.distance, .strength): ["A strength is not a length, so every tie counts as one step."]
    case (.strength, .distance): ["A length is not a strength, so every tie counts alike."]
    default: []
    }
  }
}
