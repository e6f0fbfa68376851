import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

struct LeavingLossTests {
  private let models: [any LiveTieModel] = [IndependentCascade(.constant(0.5)), LinearThreshold()]

  @Test(arguments: [ReachObjective.seeds([0, 5]), .everyActor])
  func lossesEqualTheInducedNetwork(objective: ReachObjective) throws {
    for seed in 0..<8 as Range<UInt64> {
      let network = try SeedNetworks.labelled(9, density: 0.25, seed: seed)
      for model in models {
        let leavers = seed % 2 == 0 ? [7, 1] : [5, 3, 0]
        let loss = try network.loss(
          withoutActors: leavers, by: model, for: objective, options: SpreadOptions(runs: 90, seed: seed))
        let twin = try WhatIfTwin(model, on: network, for: objective, seed: seed, graphs: 90)
        let stay = network.actors.indices.filter { !leavers.contains($0) }
        #expect(loss.leavers == leavers.sorted() && loss.total.members == stay.count)
        try expect(loss.total, twin, stay, leavers, objective)
        for group in loss.byKind {
          try expect(group, twin, stay.filter { network.actors[$0].kind?.rawValue == group.group }, leavers, objective)
        }
        for group in loss.byCluster {
          try expect(
            group, twin, stay.filter { network.actors[$0].cluster?.rawValue == group.group }, leavers, objective)
        }
      }
    }
  }

  private func expect(
    _ group: GroupLoss, _ twin: WhatIfTwin, _ members: [Int], _ leavers: [Int], _ objective: ReachObjective
  ) throws {
    let starts = objective == .everyActor ? twin.starts.filter { !leavers.contains($0[0]) } : twin.starts
    func counts(without gone: [Int]) -> [Double] {
      twin.receivers.indices.map { graph in
        let sum = starts.reduce(0) { sum, start in
          sum + twin.reached(graph, from: start, without: gone).intersection(members).count
        }
        return Double(sum) / Double(starts.count)
      }
    }
    let (before, after) = (counts(without: []), counts(without: leavers))
    #expect(group.members == members.count)
    #expect(group.before.isNear(Estimate(of: before)) && group.after.isNear(Estimate(of: after)))
    #expect(group.loss.isNear(Estimate(of: zip(before, after).map { $0 - $1 })))
  }

  @Test func nothingIsGainedByLeaving() throws {
    let network = try SeedNetworks.labelled(30, density: 0.08, seed: 2)
    for model in models {
      let loss = try network.loss(
        withoutActors: [2, 3, 4], by: model, for: .everyActor, options: SpreadOptions(runs: 70))
      for group in [loss.total] + loss.byKind + loss.byCluster {
        #expect(group.loss.mean >= 0 && (group.share.map { $0 <= 1 } ?? true))
      }
    }
  }

  @Test func groupsAddUp() throws {
    let plain = try SeedNetworks.labelled(20, density: 0.1, seed: 5)
    let actors = plain.actors.map { actor in
      var actor = actor
      (actor.kind, actor.cluster) = (actor.kind ?? "other", actor.cluster ?? "east")
      return actor
    }
    let network = try KnowledgeNetwork(actors: actors, ties: plain.ties)
    let loss = try network.loss(
      withoutActors: [0, 9], by: LinearThreshold(), for: .seeds([1, 9]), options: SpreadOptions(runs: 130))
    for groups in [loss.byKind, loss.byCluster] {
      #expect(abs(groups.reduce(0) { $0 + $1.loss.mean } - loss.total.loss.mean) < 1e-9)
      #expect(groups.reduce(0) { $0 + $1.members } == 18)
    }
  }

  @Test func aBridgeByHand() throws {
    // What 0 knows goes to 2 and 3 through 1 alone.
    let network = try KnowledgeNetwork.test(4, [(0, 1), (1, 2), (1, 3)])
    let loss = try network.loss(
      withoutActors: [1], by: IndependentCascade(probability: 1), for: .seeds([0]), options: SpreadOptions(runs: 10))
    #expect(loss.total.before.mean == 3 && loss.total.after.mean == 1 && loss.total.share == 2.0 / 3)
    #expect(loss.byKind.isEmpty && loss.byCluster.isEmpty)
  }

  @Test func threadsChangeNothing() throws {
    let network = try SeedNetworks.labelled(60, density: 0.05, seed: 1)
    for model in models {
      let losses = try [1, 8].map { threads in
        try network.loss(
          withoutActors: [4, 8], by: model, for: .everyActor, options: SpreadOptions(runs: 200),
          workers: Workers(threads: threads))
      }
      #expect(losses[0] == losses[1])
    }
  }

  @Test func unfitQuestionsAreRefused() throws {
    let network = try KnowledgeNetwork.test(2, [(0, 1)])
    for leavers in [[], [0, 1], [0, 0], [2]] {
      let error = #expect(throws: BuzzlineError.self) {
        try network.loss(
          withoutActors: leavers, by: LinearThreshold(), for: .everyActor, options: SpreadOptions(runs: 1))
      }
      #expect(error?.code == .invalidSeeds)
    }
  }
}
