public import KnowledgeNetworks
public import NetworkMeasures

/// Whether actors keep to their own: E–I, mixing and participation.
public struct MixingFinding: StudyFinding {
  /// The groups; `nil` without any, and then so is all that needs them.
  public let grouping: Grouping?
  /// Ties between groups less ties inside, over all, with its range.
  public let split: ExternalInternal?
  /// The same under permutation of the labels.
  public let splitTests: ExternalInternalTests?
  /// Who is tied to whom, group by group.
  public let mixing: MixingMatrix?
  /// The same cluster by cluster; `nil` where clusters are the groups, or fewer than two are stated.
  public let clusterMixing: MixingMatrix?
  /// Participation in other regional clusters and standing in the own one, giving and receiving.
  public let clusterRoles: [ActorScores]

  init(
    of network: KnowledgeNetwork, by grouping: Grouping?, options: PermutationOptions, workers: Workers
  ) throws(BuzzlineError) {
    let clusters = Grouping(name: "cluster", labels: network.actors.map { $0.cluster?.rawValue })
    self.grouping = grouping
    if let grouping {
      split = try network.externalInternal(by: grouping, .both)
      splitTests = try network.externalInternalTests(by: grouping, permutations: options, workers: workers)
      mixing = try network.mixing(by: grouping)
    } else {
      (split, splitTests, mixing) = (nil, nil, nil)
    }
    clusterMixing =
      clusters.groups.count > 1 && clusters.groups != grouping?.groups ? try network.mixing(by: clusters) : nil
    func named(_ name: String, _ scores: ActorScores) -> ActorScores {
      ActorScores(measure: name, scores.map { $0 ?? .nan }, remarks: scores.remarks, isNormalized: scores.isNormalized)
    }
    var roles: [ActorScores] = []
    for (direction, suffix) in [(Direction.incoming, "in"), (.outgoing, "out")] {
      roles.append(named("cluster-participation-" + suffix, try network.participation(by: clusters, direction)))
      roles.append(named("cluster-z-" + suffix, try network.withinGroupZ(by: clusters, direction)))
    }
    clusterRoles = roles
  }

  var remarks: [String] { split?.remarks ?? [] }

  var actorColumns: [TableColumn<Int>] {
    (split.map { [TableColumn($0.actors, as: "external_internal")] } ?? []) + clusterRoles.map { TableColumn($0) }
  }

  var groupColumns: [TableColumn<Int>] {
    guard let grouping, let split, let mixing else { return [] }
    let expected = mixing.pairs.expectedByDegrees
    return [
      .number("external_internal") { split.groups[$0].index },
      .share("density_inside") { mixing.density(from: $0, to: $0) },
    ]
      + grouping.groups.enumerated().flatMap { receiver, name -> [TableColumn<Int>] in
        [
          TableColumn("ties_to_" + name, .count) { .number(mixing.pairs.cells[$0][receiver]) },
          .number("expected_ties_to_" + name) { expected?[$0][receiver] },
        ]
      }
  }

  var networkFigures: [NetworkFigure] {
    guard let split, let splitTests, let mixing else { return [] }
    let (name, ties) = (split.grouping.name, split.symmetrised)
    return [
      figure("external-internal-directed", splitTests.network, "ordered pairs, by \(name)"),
      figure("external-internal", splitTests.symmetrised, "ties without direction, by \(name)"),
      NetworkFigure("external-internal-expected", ties.expected, "by group sizes"),
      NetworkFigure("external-internal-minimum", ties.minimum, "at this density"),
      NetworkFigure("external-internal-maximum", ties.maximum, "at this density"),
      NetworkFigure("external-internal-rescaled", ties.rescaled, "from -1 to 1"),
      NetworkFigure("assortativity", mixing.pairs.assortativity, "Newman, by \(name)"),
      NetworkFigure("modularity", mixing.pairs.modularity, "Leicht and Newman, by \(name)"),
      NetworkFigure("density-inside", mixing.insideDensity, "within groups by \(name)"),
      NetworkFigure("density-across", mixing.acrossDensity, "between groups by \(name)"),
    ]
  }

  private func figure(_ name: String, _ test: PermutationTest, _ note: String) -> NetworkFigure {
    NetworkFigure(
      name: name, value: .number(test.observed), expected: test.mean, standardDeviation: test.standardDeviation,
      p: test.pTwoSided, note: note + "; two-sided p of label permutations" + (test.isExact ? ", exact" : ", sampled"))
  }
}
