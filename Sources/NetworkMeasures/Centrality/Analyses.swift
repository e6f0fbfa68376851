internal import IGraph
internal import KnowledgeNetworks

/// A network made ready for our own kernels once, for as many measures as are asked.
final class ParallelAnalysis {
  let network: KnowledgeNetwork
  let workers: Workers
  /// Rows to search along by direction, and what searches found.
  private var rows: [Direction: SearchRows] = [:]
  private var distances: [Direction: AllDistanceSums] = [:]
  private var holes: [StructuralHoleModel: StructuralHoles] = [:]
  /// By the groups whose pairs were counted; `nil` for all pairs.
  var betweenness: [Grouping?: [Double]] = [:]
  /// The groups between which betweenness is asked for as well, if it is.
  let alsoBetween: Grouping?
  /// The lengths of ties, where they are searched in whole units.
  let wholeLengths: WholeLengths?
  /// The blocks of actors whose ways along lengths are asked for; `nil` for all.
  let blocks: Range<Int>?

  init(
    of network: KnowledgeNetwork, workers: Workers, alsoBetween: Grouping? = nil, blocks: Range<Int>? = nil
  ) {
    self.network = network
    self.blocks = blocks
    self.workers = workers
    self.alsoBetween = alsoBetween
    wholeLengths = network.wholeLengths
  }

  /// Whether many searches go step by step at once: ties have no lengths, or whole ones.
  var isSearchedInSteps: Bool { network.lengths == nil || wholeLengths != nil }

  func rows(_ direction: Direction) -> SearchRows {
    once(\.rows, direction) {
      if direction == .incoming { return rows(.outgoing).reversed }
      guard let wholeLengths else { return SearchRows(of: network, direction) }
      return SearchRows(of: network, direction, lengths: wholeLengths)
    }
  }

  func holes(_ model: StructuralHoleModel) throws(BuzzlineError) -> StructuralHoles {
    try once(\.holes, model) { () throws(BuzzlineError) in
      try network.structuralHoles(model: model, workers: workers)
    }
  }

  /// What searches found that end at each actor: those of whom it reaches along `direction`.
  func distances(_ direction: Direction) throws(BuzzlineError) -> AllDistanceSums {
    try once(\.distances, network.isDirected ? direction : .both) { () throws(BuzzlineError) in
      try DistanceKernel(rows(direction.reversed)).sums(by: workers, work: "distances")
    }
  }

  /// Takes what searches found elsewhere.
  func know(_ sums: AllDistanceSums, _ direction: Direction) {
    distances[network.isDirected ? direction : .both] = sums
  }

  private func once<Key, Value, Failure>(
    _ kept: ReferenceWritableKeyPath<ParallelAnalysis, [Key: Value]>, _ key: Key, make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let known = self[keyPath: kept][key] { return known }
    let made = try make()
    self[keyPath: kept][key] = made
    return made
  }
}

extension KnowledgeNetwork {
  /// What connected pairs weigh, if that was declared to be their strength.
  var strengths: [Double]? { weightMeaning == .strength ? pairWeights : nil }

  /// What connected pairs weigh, if that was declared to be their length.
  var lengths: [Double]? { weightMeaning == .distance ? pairWeights : nil }

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

  /// What to say of a sum of weights nobody declared to be strengths.
  var remarksOnSummedWeights: [String] {
    guard isWeighted else { return [] }
    return switch weightMeaning {
    case .strength: []
    case .none: hasTieWeights ? [Self.undeclaredWeights] : []
    case .distance: ["The weights were declared to be distances; a sum of distances is not a strength."]
    }
  }
}

/// A network handed to igraph once, with its ties and weights in igraph's order, for as many measures as are asked.
struct IGraphAnalysis: ~Copyable {
  let network: KnowledgeNetwork
  let graph: Graph
  /// The weights, if they were declared to be strengths.
  let strengths: [Double]?
  /// The weights, if they were declared to be distances.
  let lengths: [Double]?

  /// - Complexity: O(*n* + *m*) time and space.
  init(of network: KnowledgeNetwork) throws(BuzzlineError) {
    // Source and target of each connected pair in turn.
    var ties: [UInt32] = []
    var weights: [Double] = []
    for pair in network.pairs {
      ties += [UInt32(pair.source), UInt32(pair.target)]
      weights.append(pair.weight)
    }
    do throws(IGraphError) {
      graph = try Graph(actorCount: network.actorCount, ties: ties, isDirected: network.isDirected)
    } catch {
      throw BuzzlineError(error)
    }
    self.network = network
    strengths = network.weightMeaning == .strength ? weights : nil
    lengths = network.weightMeaning == .distance ? weights : nil
  }

  borrowing func scores(of measures: [Measure], workers: Workers) throws(BuzzlineError) -> [Measure: ActorScores] {
    var scores: [Measure: ActorScores] = [:]
    for measure in measures where scores[measure] == nil {
      guard let igraph = measure.igraph else { continue }
      do throws(IGraphError) {
        let answer = try igraph.call(self) { share in
          workers.progress?(WorkProgress(work: measure.name, done: Int(100 * share), total: 100))
        }
        scores[measure] = measure.scores(Scored(answer.value, answer.warnings.map { "igraph: " + $0 }), on: network)
      } catch {
        throw BuzzlineError(error)
      }
    }
    return scores
  }
}

extension TieSide {
  init(_ direction: Direction) {
    switch direction {
    case .outgoing: self = .outgoing
    case .incoming: self = .incoming
    case .both: self = .both
    }
  }
}
