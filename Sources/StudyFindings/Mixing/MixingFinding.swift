internal import KnowledgeNetworks
internal import NetworkMeasures

/// Whether actors keep to their own: E–I, mixing and participation.
struct MixingFinding: StudyFinding {
  let grouping: Grouping?
  let clusters: Grouping
  let split: ExternalInternal?
  let splitTests: ExternalInternalTests?
  let mixing: MixingMatrix?
  private let spreads: [(name: String, scores: ActorScores)]

  init(
    of network: KnowledgeNetwork, by grouping: Grouping?, options: PermutationOptions, workers: Workers
  ) throws(BuzzlineError) {
    let clusters = Grouping(name: "cluster", labels: network.actors.map { $0.cluster?.rawValue })
    self.grouping = grouping
    self.clusters = clusters
    split = try grouping.map { groups throws(BuzzlineError) in try network.externalInternal(by: groups, .both) }
    splitTests = try grouping.map { groups throws(BuzzlineError) in
      try network.externalInternalTests(by: groups, permutations: options, workers: workers)
    }
    mixing = try grouping.map { groups throws(BuzzlineError) in try network.mixing(by: groups) }
    var spreads: [(name: String, scores: ActorScores)] = []
    for (direction, suffix) in [(Direction.incoming, "in"), (.outgoing, "out")] {
      spreads.append(("cluster-participation-" + suffix, try network.participation(by: clusters, direction)))
      spreads.append(("cluster-z-" + suffix, try network.withinGroupZ(by: clusters, direction)))
    }
    self.spreads = spreads
  }

  var remarks: [String] { split?.remarks ?? [] }

  var actorColumns: [TableColumn<Int>] {
    (split.map { [TableColumn($0.actors, as: "external-internal")] } ?? [])
      + spreads.map { TableColumn($0.scores, as: $0.name) }
  }

  var groupColumns: [TableColumn<Int>] {
    guard let grouping, let split, let mixing else { return [] }
    let expected = mixing.pairs.expectedByDegrees
    return [
      TableColumn("external-internal", .number) { .number(split.groups[$0].index) },
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
