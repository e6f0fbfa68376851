public import KnowledgeNetworks

extension Measure {
  /// How often it lies on the shortest way between two others of different clusters.
  public static let betweennessBetweenClusters = betweennessBetweenClusters(isNormalized: false)

  private static func betweennessBetweenClusters(isNormalized: Bool) -> Measure {
    let name = "betweenness-between-clusters"
    return Measure(
      name: name, summary: "shortest paths between two others of different clusters that lead through it",
      isNormalized: isNormalized, weights: .distance, followsPaths: true,
      memory: { .searches(in: $0, "Betweenness", inSteps: MemoryNeed.paths) },
      normalized: { .betweennessBetweenClusters(isNormalized: true) },
      sampled: SampledForm(reasonAgainst: "no sample of it comes with a guarantee"),
      search: { .dependencies($0.network.clusterGrouping) }
    ) { analysis throws(BuzzlineError) in
      let network = analysis.network
      let clusters = network.clusterGrouping
      // No reason to refuse the other measures.
      guard !clusters.groups.isEmpty else {
        return .undefined(network.actorCount, "No actor's cluster is stated, so \(name) is not defined.")
      }
      return Scored(try network.betweenness(between: clusters, isNormalized: isNormalized, on: analysis))
    }
  }
}

extension KnowledgeNetwork {
  /// On how many shortest paths between two others of different groups each actor lies: how often it is in between groups.
  ///
  /// As ``betweenness(isNormalized:engine:workers:)``, but of all pairs only those count whose two ends are of different
  /// groups; with clusters, who stands on the ways by which knowledge gets from one into another. Paths may lead through
  /// anybody, and the group of the actor in between is without effect. An actor whose group is not stated is no end; a
  /// remark says how many there are. Weights are lengths if declared to be distances. An isolate scores 0; unobserved pairs
  /// count as absent ties. igraph has no such measure: our own kernels count it.
  ///
  /// Freeman (1977), [doi:10.2307/3033543](https://doi.org/10.2307/3033543); counted in the manner of Brandes (2008),
  /// [doi:10.1016/j.socnet.2007.11.001](https://doi.org/10.1016/j.socnet.2007.11.001), with ends that count and ends that
  /// do not.
  ///
  /// - Parameters:
  ///   - grouping: The groups, such as clusters.
  ///   - isNormalized: Whether to divide by the number of pairs of others of different groups, so that 1 is the most; not
  ///     defined where there is none.
  ///   - workers: The threads that count, and who hears how far they are.
  /// - Throws: ``BuzzlineError``: `.mismatchedGrouping`, `.invalidInput` if no actor's group is stated though there are
  ///   actors, `.cancelled` or `.outOfMemory`.
  /// - Complexity: O(*n* *m*) time, O(*n* *m* log *n*) with lengths; O(*n* + *m*) space.
  ///
  /// Properties: with every actor a group of its own it is betweenness; with a single group all score 0; turning all ties
  /// leaves it as it is; pairs inside and between groups add up to betweenness.
  public func betweenness(
    between grouping: Grouping, isNormalized: Bool = false, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try requireMatch(grouping)
    guard actorCount == 0 || !grouping.groups.isEmpty else {
      throw BuzzlineError(
        .invalidInput, "No actor's \(grouping.name) is stated, so there is no betweenness between groups.")
    }
    try workers.afford(.searches(in: self, "Betweenness", inSteps: MemoryNeed.paths))
    return try betweenness(
      between: grouping, isNormalized: isNormalized, on: ParallelAnalysis(of: self, workers: workers))
  }

  /// What groups actors by their clusters, which some may not state.
  var clusterGrouping: Grouping { Grouping(name: "cluster", labels: actors.map(\.cluster?.rawValue)) }

  fileprivate func betweenness(
    between grouping: Grouping, isNormalized: Bool, on analysis: ParallelAnalysis
  ) throws(BuzzlineError) -> ActorScores {
    let sums = try analysis.betweenness(between: grouping)
    let scores = isNormalized ? sums.enumerated().map { $1 / grouping.pairsOfOthers(of: $0, isDirected) } : sums
    var remarks = remarks(onWeightsAs: .distance)
    let ungrouped = grouping.ungrouped.count
    if ungrouped > 0 { remarks.append("Actors without a stated \(grouping.name) are no ends of paths: \(ungrouped).") }
    return ActorScores(measure: "betweenness-between-\(grouping.name)s", scores, remarks: remarks)
  }
}

extension Grouping {
  /// How many pairs of others have different groups; NaN where there is none.
  fileprivate func pairsOfOthers(of actor: Int, _ isDirected: Bool) -> Double {
    var sizes = sizes
    if let own = self[actor] { sizes[own] -= 1 }
    let all = Double(sizes.reduce(0, +))
    let ordered = sizes.reduce(0) { $0 + Double($1) * (all - Double($1)) }
    return ordered == 0 ? .nan : isDirected ? ordered : ordered / 2
  }
}
