import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// The MRZ-type model against its definition, meeting by meeting.
@Suite struct ClusterExchangeTests {
  private static let band = 0.01

  /// Random networks of three clusters, every seventh actor in none.
  private func network(_ seed: UInt64, actors: Int = 24) throws -> KnowledgeNetwork {
    let plain = try KnowledgeNetwork.random(actors, density: 0.12, seed: seed)
    return try KnowledgeNetwork(
      actors: (0..<actors).map { NetworkActor(id: "a\($0)", cluster: $0 % 7 == 0 ? nil : ["a", "b", "c"][$0 % 3]) },
      ties: plain.ties)
  }

  private func endowment() throws -> KnowledgeEndowment {
    try KnowledgeEndowment(categories: 4, experts: .pipelineHolders)
  }

  private static func lists(_ levels: KnowledgeLevels) -> [[Double]] {
    (0..<levels.actorCount).map { actor in (0..<levels.categoryCount).map { levels[actor, $0] } }
  }

  /// Every meeting is told again from the levels before and after it.
  @Test(arguments: 0..<6) func pipelinesAreAbsorbedByTheirOwnShare(seed: UInt64) throws {
    let network = try network(seed)
    let model = try ClusterExchange(endowment(), localAbsorption: 0.5, globalAbsorption: 0.2, band: Self.band)
    var process = try model.process(on: network)
    process.begin(chance: RunChance(seed: seed, run: 0))
    var (local, global) = ([Int](repeating: 0, count: 24), [Int](repeating: 0, count: 24))
    while true {
      let before = Self.lists(process.levels)
      let meeting = process.meet()
      if meeting == .over { break }
      guard meeting == .exchange else { continue }
      let after = Self.lists(process.levels)
      let changed = before.indices.filter { before[$0] != after[$0] }
      let (first, second) = try (#require(changed.first), #require(changed.last))
      let clusters = (network.actors[first].cluster, network.actors[second].cluster)
      let isLocal = clusters.0 != nil && clusters.0 == clusters.1
      for (giver, receiver) in [(first, second), (second, first)] {
        for category in 0..<4 where before[receiver][category] != after[receiver][category] {
          let gap = before[giver][category] - before[receiver][category]
          let learnt = after[receiver][category] - before[receiver][category]
          #expect(abs(learnt - (isLocal ? 0.5 : 0.2) * gap) < 1e-12)
          if isLocal { local[giver] += 1 }
          if clusters.0 != nil, clusters.1 != nil, !isLocal { global[giver] += 1 }
        }
      }
    }
    #expect(process.transfers.local == local && process.transfers.global == global)
    #expect(local.contains { $0 > 0 } && global.contains { $0 > 0 })
    let shares = process.experts.compactMap { expert -> Double? in
      let sum = local[expert] + global[expert]
      return sum == 0 ? nil : Double(local[expert]) / Double(sum)
    }
    let run = try #require(
      model.exchange(on: network, options: SpreadOptions(runs: 1, seed: seed, stepLimit: 10_000_000)).runs.first)
    let outcome = try #require(run.experts)
    #expect(outcome.externalStars == shares.count { $0 < 0.5 } && outcome.gatekeepers == shares.count { $0 >= 0.5 })
    #expect(outcome.localTransfers == process.experts.reduce(0) { $0 + local[$1] })
    #expect(outcome.globalTransfers == process.experts.reduce(0) { $0 + global[$1] })
  }

  @Test func oneShareForAllIsBarter() throws {
    let network = try network(3)
    let options = try SpreadOptions(runs: 4, seed: 9, stepLimit: 10_000_000)
    let barter = try KnowledgeBarter(endowment(), absorption: 0.3).exchange(on: network, options: options)
    let model = try ClusterExchange(endowment(), localAbsorption: 0.3, globalAbsorption: 0.3)
    let exchange = try model.exchange(on: network, options: options)
    #expect(exchange.runs == barter.runs && exchange.levels == barter.levels)
    #expect(exchange.model == "mrz-type" && barter.model == "barter")
  }

  @Test func withoutPipelinesNothingComesIn() throws {
    let design = SmallWorldClusters(sizes: [15, 20], experts: [2, 2])
    let network = try design.network(pipelines: 0, seed: 4)
    let experts = design.expertPositions(seed: 4).flatMap { $0 }
    var process = try ClusterExchange(KnowledgeEndowment(experts: .given(experts))).process(on: network)
    process.begin(chance: RunChance(seed: 1, run: 0))
    func highest(_ actors: Range<Int>) -> [Double] {
      (0..<10).map { category in actors.map { process.levels[$0, category] }.max() ?? 0 }
    }
    let (first, second) = (highest(0..<15), highest(15..<35))
    while process.meet() != .over {}
    #expect(highest(0..<15) == first && highest(15..<35) == second)
    #expect(process.transfers.global.allSatisfy { $0 == 0 })
    #expect(process.experts == experts.sorted())
  }

  @Test func clustersAndRolesAddUp() throws {
    let network = try SmallWorldClusters(sizes: [12, 18], experts: [2, 3]).network(pipelines: 5, seed: 2)
    let ensemble = try ClusterExchange(endowment()).exchange(
      on: network, options: SpreadOptions(runs: 5, stepLimit: 10_000_000))
    #expect(ensemble.clusters == ["A", "B"])
    for run in ensemble.runs {
      let experts = try #require(run.experts)
      let others = try #require(run.others)
      let count = Double(
        network.actors.indices.count { actor in
          network.receivers(of: actor).contains { network.actors[$0].cluster != network.actors[actor].cluster }
        })
      for end in [\LevelChange.start, \.end] {
        #expect(
          abs(
            12 * run.clusters[0][keyPath: end] + 18 * run.clusters[1][keyPath: end]
              - 30 * run.levels[keyPath: end]) < 1e-9)
        #expect(
          abs(
            count * experts.levels[keyPath: end] + (30 - count) * others[keyPath: end]
              - 30 * run.levels[keyPath: end]) < 1e-9)
      }
    }
    #expect(
      ensemble.clusterLevels.map(\.mean)
        == [0, 1].map { cluster in
          Estimate(of: ensemble.runs.map { $0.clusters[cluster].end }).mean
        })
    #expect(ensemble.localShare?.runs == 5)
    let none = try KnowledgeBarter(KnowledgeEndowment(experts: .drawn(0))).exchange(
      on: network, options: SpreadOptions(runs: 2, stepLimit: 100))
    #expect(none.expertLevel == nil && none.localShare == nil && none.otherLevel == none.level)
  }

  /// Drawing for one cluster from a lower range leaves the others as they were.
  @Test func clustersMayKnowLess() throws {
    let network = try network(1)
    func start(_ highest: [Cluster: Double]) throws -> KnowledgeLevels {
      let endowment = try KnowledgeEndowment(highestInClusters: highest, experts: .drawn(0))
      var process = try ClusterExchange(endowment).process(on: network)
      process.begin(chance: RunChance(seed: 5, run: 2))
      return process.levels
    }
    let (alike, poorer) = (try start([:]), try start(["b": 2.5]))
    for actor in network.actors.indices {
      let factor = network.actors[actor].cluster == "b" ? 0.25 : 1
      for category in 0..<10 { #expect(abs(poorer[actor, category] - factor * alike[actor, category]) < 1e-12) }
    }
  }

  @Test func expertsAreWhoTheyAreSaidToBe() throws {
    let network = try network(2)
    func experts(_ experts: Experts, run: Int) throws -> [Int] {
      var process = try ClusterExchange(KnowledgeEndowment(experts: experts)).process(on: network)
      process.begin(chance: RunChance(seed: 5, run: run))
      for expert in process.experts { #expect((0..<10).count { process.levels[expert, $0] == 30 } == 1) }
      return process.experts
    }
    #expect(try experts(.given([9, 4]), run: 1) == [4, 9])
    #expect(try Set((0..<20).map { try experts(.drawn(3), run: $0) }).count > 10)
    let holders = network.actors.indices.filter { actor in
      network.pairs.contains { pair in
        [pair.source, pair.target].contains(actor) && network.scope(between: pair.source, and: pair.target).isPipeline
      }
    }
    #expect(try experts(.pipelineHolders, run: 1) == holders && holders.count < 24 && !holders.isEmpty)
  }

  @Test(arguments: [2, 8]) func threadsChangeNothing(threads: Int) throws {
    let network = try SmallWorldClusters(sizes: [15, 15], experts: [2, 2]).network(pipelines: 4, seed: 3)
    let model = try ClusterExchange(KnowledgeEndowment(experts: .drawn(4)), localAbsorption: 0.4)
    let options = try SpreadOptions(runs: 9, seed: 4, stepLimit: 10_000_000)
    let alone = try model.exchange(on: network, options: options, workers: Workers(threads: 1))
    let shared = try model.exchange(on: network, options: options, workers: Workers(threads: threads))
    #expect(alone.runs == shared.runs && alone.levels == shared.levels && alone.unfinishedRuns == 0)
  }

  @Test func runsFromTheSameStartAreCompared() throws {
    let design = SmallWorldClusters(sizes: [12, 12], experts: [2, 2])
    let experts = design.expertPositions(seed: 1).flatMap(\.self)
    let model = try ClusterExchange(KnowledgeEndowment(experts: .given(experts)), localAbsorption: 0.5)
    let options = try SpreadOptions(runs: 6, seed: 3, stepLimit: 10_000_000)
    let (without, with) = (
      try model.exchange(on: design.network(pipelines: 0, seed: 1), options: options),
      try model.exchange(on: design.network(pipelines: 4, seed: 1), options: options)
    )
    let difference = try with.difference(from: without) { $0.levels.end }
    #expect(abs(difference.mean - (with.level.mean - without.level.mean)) < 1e-12 && difference.runs == 6)
    let byHand = Estimate(of: zip(with.runs, without.runs).map { $0.levels.end - $1.levels.end })
    #expect(difference == byHand)
    let apart = try model.exchange(
      on: design.network(pipelines: 4, seed: 1), options: SpreadOptions(runs: 6, seed: 4, stepLimit: 100))
    #expect(throws: BuzzlineError.self) { try with.difference(from: apart) { $0.levels.end } }
    let poorer = try ClusterExchange(KnowledgeEndowment(highest: 5, experts: .given(experts))).exchange(
      on: design.network(pipelines: 4, seed: 1), options: SpreadOptions(runs: 6, seed: 3, stepLimit: 100))
    #expect(throws: BuzzlineError.self) { try with.difference(from: poorer) { $0.levels.end } }
  }

  @Test func badInputIsRefusedInOneSentence() throws {
    let options = try SpreadOptions(runs: 1)
    func message(_ experts: Experts, highest: [Cluster: Double] = [:], on network: KnowledgeNetwork) throws -> String? {
      let endowment = try KnowledgeEndowment(highestInClusters: highest, experts: experts)
      return #expect(throws: BuzzlineError.self) {
        try ClusterExchange(endowment).exchange(on: network, options: options)
      }?.message
    }
    let network = try network(1)
    #expect(
      try message(.drawn(0), on: .test(3, [(0, 1)]))
        == "Exchange between clusters needs at least 2 of them; the actors state 0.")
    #expect(try message(.given([24]), on: network) == "There is no expert at position 24; there are 24 actors.")
    #expect(try message(.given([1, 1]), on: network) == "An expert is named twice.")
    #expect(
      try message(.drawn(0), highest: ["aa": 1], on: network)
        == "No actor belongs to the cluster 'aa'. Did you mean 'a'?")
    #expect(throws: BuzzlineError.self) { try KnowledgeEndowment(highestInClusters: ["a": -1]) }
    #expect(throws: BuzzlineError.self) { try ClusterExchange(KnowledgeEndowment(), localAbsorption: 1) }
    #expect(throws: BuzzlineError.self) { try ClusterExchange(KnowledgeEndowment(), globalAbsorption: 0) }
    #expect(throws: BuzzlineError.self) { try ClusterExchange(KnowledgeEndowment(), band: .nan) }
  }
}
