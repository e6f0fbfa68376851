import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Ensembles and the models they run.
@Suite struct SpreadEnsembleTests {
  private func line(_ actors: Int) throws -> KnowledgeNetwork {
    try KnowledgeNetwork(
      actors: (0..<actors).map { NetworkActor(id: "a\($0)", kind: $0 % 2 == 0 ? .sme : .largeFirm, cluster: "north") },
      ties: (0..<max(0, actors - 1)).map { Tie(source: $0, target: $0 + 1) })
  }

  @Test func oneAndManyThreadsGiveTheSame() throws {
    let network = try KnowledgeNetwork.random(40, density: 0.1, seed: 1)
    let options = try SpreadOptions(runs: 300, seed: 5)
    func reaches(_ model: some SpreadModel, _ threads: Int) throws -> [Int] {
      try model.spread(on: network, from: [0, 3], options: options, workers: Workers(threads: threads)).reaches
    }
    let cascade = try IndependentCascade(probability: 0.3)
    let epidemic = try Epidemic(.forgets, .constant(0.2), recovery: 0.5)
    #expect(try reaches(cascade, 1) == reaches(cascade, 8))
    #expect(try reaches(LinearThreshold(), 1) == reaches(LinearThreshold(), 8))
    #expect(try reaches(epidemic, 1) == reaches(epidemic, 8))
  }

  @Test func groupsAddUpToTheReach() throws {
    let spread = try IndependentCascade(probability: 0.8)
      .spread(on: line(9), from: [0], options: SpreadOptions(runs: 500))
    let summed = spread.kinds.reduce(0) { $0 + $1.reach.mean }
    #expect(abs(summed - spread.reach.mean) < 1e-9)
    #expect(abs((spread.clusters.first?.reach.standardError ?? 0) - (spread.reach.standardError ?? 1)) < 1e-12)
    #expect(abs((spread.curve.last ?? 0) - spread.reach.mean) < 1e-12)
  }

  /// After the last step the curve is the reach, and in a line each step is a run of chances.
  @Test func standardErrorsOfCurvesMeetTheRuns() throws {
    let spread = try IndependentCascade(probability: 0.8)
      .spread(on: line(9), from: [0], options: SpreadOptions(runs: 500))
    #expect(spread.curveErrors.count == spread.curve.count && spread.curveErrors[0] == 0)
    #expect(abs((spread.curveErrors.last ?? 0) - (spread.reach.standardError ?? 1)) < 1e-12)
    for (step, error) in spread.curveErrors.enumerated() {
      let heard = spread.reaches.map { Double(min($0, step + 1)) }
      #expect(abs(error - (Estimate(of: heard).standardError ?? 1)) < 1e-12)
    }
    for kind in spread.kinds {
      #expect(abs((kind.curveErrors.last ?? 0) - (kind.reach.standardError ?? 1)) < 1e-12)
    }
    let single = try IndependentCascade(probability: 0.8).spread(
      on: line(9), from: [0], options: SpreadOptions(runs: 1))
    #expect(single.curveErrors.isEmpty)
  }

  @Test func withoutPipelinesNobodyHearsEarlier() throws {
    var actors = try line(9).actors
    for place in 5..<9 { actors[place].cluster = "south" }
    let network = try KnowledgeNetwork(actors: actors, ties: line(9).ties)
    let (model, options) = (try IndependentCascade(probability: 0.9), try SpreadOptions(runs: 200))
    let all = try model.spread(on: network, from: [0], options: options)
    let without = try model.spreadWithoutPipelines(on: network, from: [0], options: options)
    // Nothing leaves the north, of five; there, the graphs are the same.
    #expect(without.reaches == all.reaches.map { min($0, 5) })
    #expect(Array(without.curve.prefix(5)) == Array(all.curve.prefix(5)))
  }

  @Test func aCascadeIsAnEpidemicOfOneStep() throws {
    let network = try KnokeOrganisations.money
    let exact = try IndependentCascade(probability: 0.3).exactReach(on: network, from: [0])
    let epidemic = try Epidemic(.tellsForATime, .constant(0.3), recovery: 1)
      .spread(on: network, from: [0], options: SpreadOptions(runs: 20_000, seed: 3)).reach
    #expect(abs(epidemic.mean - exact) <= 3 * (epidemic.standardError ?? 0))
  }

  @Test func withoutRecoveryEveryoneReachableHears() throws {
    let spread = try Epidemic(.tellsForEver, .constant(0.3)).spread(
      on: line(6), from: [1], options: SpreadOptions(runs: 50))
    #expect(spread.reaches.allSatisfy { $0 == 5 })
    #expect(spread.unfinishedRuns == 0)
  }

  @Test func thresholdsWaitForEnoughGivers() throws {
    let network = try KnowledgeNetwork.test(5, [(0, 2), (1, 2), (2, 3), (1, 3), (3, 4)])
    let one = try SpreadOptions(runs: 1)
    #expect(try FixedThreshold(givers: 2).spread(on: network, from: [0, 1], options: one).reaches == [4])
    #expect(try FixedThreshold(givers: 2).spread(on: network, from: [0], options: one).reaches == [1])
    #expect(try FractionalThreshold(share: 1).spread(on: network, from: [0, 1], options: one).reaches == [5])
    #expect(try FractionalThreshold(share: 0.5).spread(on: network, from: [0], options: one).reaches == [4])
  }

  @Test func linearThresholdsAgreeWithTheirDefinition() throws {
    let network = try KnokeOrganisations.money
    let exact = try LinearThreshold().exactReach(on: network, from: [1])
    var generator = SeededGenerator(seed: 4)
    let reaches = (0..<20_000).map { _ in
      let thresholds = network.actors.map { _ in generator.unit() }
      var knows: Set = [1]
      for _ in 0..<10 {
        for actor in 0..<10 where network.giverCount(to: actor) > 0 {
          let share =
            Double(network.givers(to: actor).count { knows.contains($0) }) / Double(network.giverCount(to: actor))
          if share > thresholds[actor] { knows.insert(actor) }
        }
      }
      return Double(knows.count)
    }
    let estimate = Estimate(of: reaches)
    #expect(abs(estimate.mean - exact) <= 3 * (estimate.standardError ?? 0))
  }

  @Test func cancelledEnsemblesKeepFinishedRuns() async throws {
    let network = try line(30)
    let options = try SpreadOptions(runs: 640_000, seed: 5)
    let task = Task { () throws(BuzzlineError) -> SpreadEnsemble in
      let workers = Workers(threads: 1) { progress in
        if progress.done == 3 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      return try IndependentCascade(.constant(0.5)).spread(on: network, from: [0], options: options, workers: workers)
    }
    let spread = try await task.value
    #expect(!spread.isComplete)
    #expect(spread.finishedRuns == 192)
  }

  @Test func badInputIsRefusedInOneSentence() throws {
    let cascade = try IndependentCascade(probability: 0.5)
    let options = try SpreadOptions(runs: 10)
    let network = try line(3)
    for (seeds, message) in [
      ([], "At least one actor must know at the start."),
      ([7], "There is no actor at position 7; there are 3 actors."),
      ([1, 1], "The actor 'a1' is named twice at the start."),
    ] {
      let error = #expect(throws: BuzzlineError.self) {
        try cascade.spread(on: network, from: seeds, options: options)
      }
      #expect(error?.message == message)
    }
    #expect(throws: BuzzlineError.self) { try cascade.spread(on: line(0), from: [0], options: options) }
    #expect(throws: BuzzlineError.self) { try SpreadOptions(runs: 0) }
    #expect(throws: BuzzlineError.self) { try network.seeds(of: .clusterManagement) }
    #expect(throws: BuzzlineError.self) { try FixedThreshold(givers: 0) }
    #expect(throws: BuzzlineError.self) { try FractionalThreshold(share: 1.5) }
    #expect(throws: BuzzlineError.self) { try Epidemic(.tellsForEver, .constant(0.1), recovery: 0.1) }
    #expect(try cascade.spread(on: line(1), from: [0], options: options).reach.mean == 1)
  }
}
