import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Reach with and without pipelines against networks that have none.
struct PipelineReachTests {
  private let models: [any LiveTieModel] = [IndependentCascade(.constant(0.4)), LinearThreshold()]

  private func withoutPipelines(_ network: KnowledgeNetwork) -> KnowledgeNetwork {
    network.keeping { !network.scope(between: $0.source, and: $0.target).isPipeline }
  }

  @Test func pipelineReachEqualsTheNetworkWithoutThem() throws {
    let network = try SeedNetworks.labelled(40, density: 0.07, seed: 2)
    let buzz = withoutPipelines(network)
    let (model, options) = (try IndependentCascade(probability: 0.4), try SpreadOptions(runs: 130, seed: 3))
    let with = try model.reachOfEveryActor(on: network, options: options).expected
    let without = try model.reachOfEveryActor(on: buzz, options: options).expected
    for column in [ActorColumn.kind, .cluster] {
      let grouping = try network.grouping(by: column)
      let rows = try model.reachThroughPipelines(by: grouping, on: network, options: options)
      #expect(rows.map(\.group) == [nil] + grouping.groups.map { $0 })
      for (place, row) in rows.enumerated() {
        let members = place == 0 ? Array(network.actors.indices) : grouping.members(of: place - 1)
        let means = (members.compactMap { with[$0] }.mean, members.compactMap { without[$0] }.mean)
        #expect(row.actors == members.count && row.onlyThroughPipelines.mean > 0)
        #expect(abs(row.all.mean - means.0) < 1e-9 && abs(row.withoutPipelines.mean - means.1) < 1e-9)
        #expect(abs(row.share - (1 - means.1 / means.0)) < 1e-9)
      }
    }
  }

  /// Graph by graph, with thresholds too: who would have listened over a pipeline listens to nobody.
  @Test func differencesArePaired() throws {
    for seed in 0..<6 as Range<UInt64> {
      let network = try SeedNetworks.labelled(15, density: 0.15, seed: seed)
      for model in models {
        let twin = try WhatIfTwin(model, on: network, for: .everyActor, seed: seed, graphs: 70)
        let differences = twin.receivers.indices.map { graph in
          let sum = network.actors.indices.reduce(0) { sum, start in
            let with = naiveReach(from: start) { twin.receivers[graph][$0] }
            let without = naiveReach(from: start) { actor in
              twin.receivers[graph][actor].filter { !network.scope(between: actor, and: $0).isPipeline }
            }
            return sum + with - without
          }
          return Double(sum) / 15
        }
        let rows = try model.reachThroughPipelines(
          by: network.grouping(by: .kind), on: network, options: SpreadOptions(runs: 70, seed: seed))
        #expect(rows[0].onlyThroughPipelines.isNear(Estimate(of: differences)))
      }
    }
  }

  private func naiveReach(from start: Int, _ receivers: (Int) -> Set<Int>) -> Int {
    var reached: Set = [start]
    while case let more = Set(reached.flatMap(receivers)).subtracting(reached), !more.isEmpty {
      reached.formUnion(more)
    }
    return reached.count
  }

  @Test func pipelineReachMeetsExactReach() throws {
    var outside = 0
    let model = try IndependentCascade(probability: 0.35)
    for seed in 0..<30 as Range<UInt64> {
      let network = try SeedNetworks.labelled(7, density: 0.3, seed: seed)
      let buzz = withoutPipelines(network)
      let exact = try network.actors.indices.map {
        try model.exactReach(on: network, from: [$0]) - model.exactReach(on: buzz, from: [$0])
      }.mean
      let found = try model.reachThroughPipelines(
        by: network.grouping(by: .cluster), on: network, options: SpreadOptions(runs: 2_000, seed: seed)
      )[0].onlyThroughPipelines
      if abs(found.mean - exact) > 3 * (found.standardError ?? 0) + 1e-9 { outside += 1 }
    }
    #expect(outside <= 1)
  }

  @Test func withoutClustersNothingIsThroughPipelines() throws {
    let network = try KnowledgeNetwork.random(20, density: 0.2, seed: 1)
    let rows = try IndependentCascade(probability: 0.5).reachThroughPipelines(
      by: network.grouping(by: .cluster), on: network, options: SpreadOptions(runs: 100))
    #expect(rows.count == 1 && rows[0].onlyThroughPipelines.mean == 0 && rows[0].share == 0 && rows[0].all.mean > 2)
  }

  @Test func threadsChangeNothing() throws {
    let network = try SeedNetworks.labelled(60, density: 0.05, seed: 1)
    for model in models {
      let rows = try [1, 2, 8].map { threads in
        try model.reachThroughPipelines(
          by: network.grouping(by: .kind), on: network, options: SpreadOptions(runs: 200),
          workers: Workers(threads: threads))
      }
      #expect(rows[0] == rows[1] && rows[0] == rows[2])
    }
  }

  @Test func unfitQuestionsAreRefused() async throws {
    let network = try KnowledgeNetwork.test(2, [(0, 1)])
    let grouping = Grouping(name: "kind", labels: ["a"])
    let error = #expect(throws: BuzzlineError.self) {
      try LinearThreshold().reachThroughPipelines(by: grouping, on: network, options: SpreadOptions(runs: 1))
    }
    #expect(error?.code == .invalidOptions)
    let task = Task { () throws(BuzzlineError) -> [PipelineReach] in
      withUnsafeCurrentTask { $0?.cancel() }
      return try LinearThreshold().reachThroughPipelines(
        by: Grouping(name: "kind", labels: ["a", "b"]), on: network, options: SpreadOptions(runs: 6_400))
    }
    let stopped = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(stopped?.code == .cancelled)
  }
}
