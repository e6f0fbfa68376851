internal import KnowledgeNetworks

/// A network made ready for our own kernels once, for as many measures as are asked.
final class ParallelAnalysis {
  let network: KnowledgeNetwork
  let workers: Workers
  /// Searches by direction, and what they found.
  private var rows: [Direction: SearchRows] = [:]
  private var distances: [Direction: AllDistanceSums] = [:]
  private var holes: [StructuralHoleModel: StructuralHoles] = [:]

  init(of network: KnowledgeNetwork, workers: Workers) {
    self.network = network
    self.workers = workers
  }

  var hasLengths: Bool { network.isWeighted && network.weightMeaning == .distance }

  /// Rows to search along.
  func rows(_ direction: Direction) -> SearchRows {
    if let known = rows[direction] { return known }
    let made: SearchRows
    switch direction {
    case .incoming: made = rows(.outgoing).turned
    default: made = SearchRows(of: network, direction)
    }
    rows[direction] = made
    return made
  }

  /// The structural holes in a model.
  func holes(_ model: StructuralHoleModel) throws(BuzzlineError) -> StructuralHoles {
    if let known = holes[model] { return known }
    let made = try network.structuralHoles(model: model, workers: workers)
    holes[model] = made
    return made
  }

  /// What searches found that end at each actor: those of whom it reaches along `direction`.
  func distances(_ direction: Direction) throws(BuzzlineError) -> AllDistanceSums {
    let key = network.isDirected ? direction : .both
    if let known = distances[key] { return known }
    let sums = try DistanceKernel(rows(direction.turned)).sums(by: workers, work: "distances")
    distances[key] = sums
    return sums
  }

  func byLength(
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
    guard hasTieWeights || weightMeaning != .none && isWeighted else { return [] }
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
