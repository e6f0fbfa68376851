internal import IGraph
public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Computes measures by name, in the order asked for; what several of them share is computed once.
  ///
  /// Normalised, degrees and harmonic centrality are divided by *n* − 1, betweenness by the number of pairs of others,
  /// closeness is the number of actors reached over their summed distance, which is one over their mean distance: above 1
  /// where ties are shorter than 1, and not comparable between actors that reach different numbers; other measures have no size-free form and
  /// stay as they are.
  ///
  /// - Parameters:
  ///   - measures: Which ones; each is defined at the method it is computed by.
  ///   - isNormalized: Whether to divide by the largest value possible in a network of this size.
  ///   - engine: What computes centralities.
  ///   - sampling: If given, betweenness, closeness and harmonic centrality are estimated so; their scores are followed by
  ///     the lower and the upper ends of the intervals, under the names of the measure with `-low` and `-high`, and with
  ///     `-highest` by who is among the highest, if that was asked.
  ///   - workers: The threads of our own kernels, and who hears how far the work is.
  /// - Returns: The scores, under the measures' names.
  /// - Throws: ``BuzzlineError`` as the measures do; `.invalidInput` for closeness if samples are asked for that is
  ///   not normalised.
  /// - Complexity: The sum of the measures'; O(*n* *m*) time with exact betweenness, closeness or harmonic centrality.
  public func scores(
    of measures: [Measure], isNormalized: Bool = false, engine: Engine = .auto, sampling: SamplingOptions? = nil,
    workers: Workers = .all
  ) throws(BuzzlineError) -> [ActorScores] {
    let exact = sampling == nil ? measures : measures.filter { !$0.searchesFromAll }
    var computed = try centralScores(of: exact, isNormalized: isNormalized, engine: engine, workers: workers)
    for model in StructuralHoleModel.allCases where measures.contains(where: { $0.model == model }) {
      let holes = try structuralHoles(model: model, workers: workers)
      for measure in measures where measure.model == model { computed[measure] = measure.part(of: holes) }
    }
    var scores: [ActorScores] = []
    for measure in measures {
      if let sampling, measure.searchesFromAll {
        scores += try measure.sampled(in: self, isNormalized: isNormalized, sampling, workers)
        continue
      }
      let found = if let known = computed[measure] { known } else { try counted(measure, isNormalized, workers) }
      scores.append(
        ActorScores(
          measure: measure.rawValue, found.map { $0 ?? .nan }, remarks: found.remarks, isNormalized: found.isNormalized)
      )
    }
    return scores
  }

  private func centralScores(
    of measures: [Measure], isNormalized: Bool, engine: Engine, workers: Workers
  ) throws(BuzzlineError) -> [Measure: ActorScores] {
    let central = measures.compactMap { measure in
      measure.centrality(isNormalized: isNormalized).map { (measure: measure, centrality: $0) }
    }
    let scores = try centralities(central.map(\.centrality), engine: engine, workers: workers)
    return Dictionary(zip(central.map(\.measure), scores), uniquingKeysWith: { first, _ in first })
  }

  /// Measures that no engine but ours computes.
  private func counted(
    _ measure: Measure, _ isNormalized: Bool, _ workers: Workers
  ) throws(BuzzlineError) -> ActorScores {
    switch measure {
    case .inDegree, .outDegree:
      let degrees = degree(measure == .inDegree ? .incoming : .outgoing)
      guard isNormalized else { return degrees }
      let others = Double(actorCount - 1)
      return ActorScores(
        measure: measure.rawValue, degrees.map { ($0 ?? .nan) / others }, remarks: degrees.remarks, isNormalized: true)
    case .inStrength: return strength(.incoming)
    case .outStrength: return strength(.outgoing)
    case .betweennessBetweenClusters:
      return try betweennessBetweenClusters(isNormalized, workers)
    default: return try localClustering(workers: workers).actors
    }
  }
}

extension KnowledgeNetwork {
  /// Without a stated cluster it is not defined for anybody, which is no reason to refuse the other measures.
  fileprivate func betweennessBetweenClusters(
    _ isNormalized: Bool, _ workers: Workers
  ) throws(BuzzlineError) -> ActorScores {
    let clusters = Grouping(name: "cluster", labels: actors.map(\.cluster?.rawValue))
    guard clusters.groups.isEmpty else {
      return try betweenness(between: clusters, isNormalized: isNormalized, workers: workers)
    }
    let measure = Measure.betweennessBetweenClusters.rawValue
    return ActorScores(
      measure: measure, [Double](repeating: .nan, count: actorCount),
      remarks: ["No actor's cluster is stated, so \(measure) is not defined."])
  }
}

extension Measure {
  /// The centrality of igraph this is, if it is one.
  func centrality(isNormalized: Bool) -> CentralityMeasure? {
    switch self {
    case .betweenness: .betweenness(isNormalized: isNormalized)
    case .closenessIn: .closeness(.incoming, isNormalized: isNormalized)
    case .closenessOut: .closeness(.outgoing, isNormalized: isNormalized)
    case .harmonicIn: .harmonic(.incoming, isNormalized: isNormalized)
    case .harmonicOut: .harmonic(.outgoing, isNormalized: isNormalized)
    case .eigenvector: .eigenvector
    case .pagerank: .pageRank()
    case .hub: .hubs
    case .authority: .authorities
    case .coreness: .coreness()
    case .constraint: .constraint
    default: nil
    }
  }

  /// The model of structural holes it is computed in; constraint over the whole network is igraph's.
  fileprivate var model: StructuralHoleModel? {
    switch self {
    case .effectiveSize, .efficiency, .hierarchy: .wholeNetwork
    case .egoConstraint, .egoEffectiveSize, .egoEfficiency, .egoHierarchy: .egoNetwork
    default: nil
    }
  }

  fileprivate func part(of holes: StructuralHoles) -> ActorScores {
    switch self {
    case .effectiveSize, .egoEffectiveSize: holes.effectiveSize
    case .efficiency, .egoEfficiency: holes.efficiency
    case .hierarchy, .egoHierarchy: holes.hierarchy
    default: holes.constraint
    }
  }
}

extension Measure {
  /// The version of igraph that centralities and layouts are computed with, such as `0.10.2`.
  public static var engineVersion: String { Gate.igraphVersion }
}
