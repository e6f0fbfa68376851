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
  /// Participation in other regional clusters and standing in the own one, giving and receiving.
  public let clusterRoles: [ActorScores]

  init(
    of network: KnowledgeNetwork, by grouping: Grouping?, options: PermutationOptions, workers: Workers
  ) throws(BuzzlineError) {
    let clusters = Grouping(name: "cluster", labels: network.actors.map { $0.cluster?.rawValue })
    self.grouping = grouping
    split = try grouping.map { groups throws(BuzzlineError) in try network.externalInternal(by: groups, .both) }
    splitTests = try grouping.map { groups throws(BuzzlineError) in
      try network.externalInternalTests(by: groups, permutations: options, workers: workers)
    }
    mixing = try grouping.map { groups throws(BuzzlineError) in try network.mixing(by: groups) }
    var roles: [ActorScores] = []
    for (direction, suffix) in [(Direction.incoming, "in"), (.outgoing, "out")] {
      roles.append(try network.participation(by: clusters, direction).named("cluster-participation-" + suffix))
      roles.append(try network.withinGroupZ(by: clusters, direction).named("cluster-z-" + suffix))
    }
    clusterRoles = roles
  }

  var remarks: [String] { split?.remarks ?? [] }

  var actorColumns: [TableColumn<Int>] {
    (split.map { [TableColumn($0.actors, as: "external_internal")] } ?? [])
      + clusterRoles.map { TableColumn($0) }
  }

  var groupColumns: [TableColumn<Int>] {
    guard let grouping, let split, let mixing else { return [] }
    let expected = mixing.pairs.expectedByDegrees
    return [
      TableColumn("external_internal", .number) { .number(split.groups[$0].index) },
      TableColumn("density_inside", .share) { .number(mixing.density(from: $0, to: $0)) },
    ]
      + grouping.groups.indices.flatMap { receiver in
        [
          TableColumn("ties_to_" + grouping.groups[receiver], .count) { .number(mixing.pairs.cells[$0][receiver]) },
          TableColumn("expected_ties_to_" + grouping.groups[receiver], .number) {
            .number(expected?[$0][receiver])
          },
        ]
      }
  }

  var networkFigures: [NetworkFigure] {
    guard let split, let splitTests, let mixing else { return [] }
    let name = split.grouping.name
    return [
      figure(
        "external-internal-directed", splitTests.network, "ordered pairs, by \(name); two-sided p of label permutations"
      ),
      figure(
        "external-internal", splitTests.symmetrised,
        "ties without direction, by \(name); two-sided p of label permutations"),
      NetworkFigure(
        name: "external-internal-expected", value: .number(split.symmetrised.expected), note: "by group sizes"),
      NetworkFigure(
        name: "external-internal-minimum", value: .number(split.symmetrised.minimum), note: "at this density"),
      NetworkFigure(
        name: "external-internal-maximum", value: .number(split.symmetrised.maximum), note: "at this density"),
      NetworkFigure(
        name: "external-internal-rescaled", value: .number(split.symmetrised.rescaled), note: "from -1 to 1"),
      NetworkFigure(name: "assortativity", value: .number(mixing.pairs.assortativity), note: "Newman, by \(name)"),
      NetworkFigure(name: "modularity", value: .number(mixing.pairs.modularity), note: "Leicht and Newman, by \(name)"),
      NetworkFigure(name: "density-inside", value: .number(mixing.insideDensity), note: "within groups by \(name)"),
      NetworkFigure(name: "density-across", value: .number(mixing.acrossDensity), note: "between groups by \(name)"),
    ]
  }

  private func figure(_ name: String, _ test: PermutationTest, _ note: String) -> NetworkFigure {
    NetworkFigure(
      name: name, value: .number(test.observed), expected: test.mean, standardDeviation: test.standardDeviation,
      p: test.pTwoSided, note: note + (test.isExact ? ", exact" : ", sampled"))
  }
}

extension ActorScores {
  fileprivate func named(_ name: String) -> ActorScores {
    ActorScores(measure: name, map { $0 ?? .nan }, remarks: remarks, isNormalized: isNormalized)
  }
}
