import KnowledgeNetworks
import TestNetworks
import Testing

@testable import NetworkMeasures

@Suite struct CentralityTests {
  private static let measures: [Measure] =
    [.betweenness, .betweenness(isNormalized: true), .eigenvector, .pagerank, .hub, .authority, .constraint]
    + Direction.allCases.flatMap { [.closeness($0), .harmonic($0), .harmonic($0, isNormalized: true), .coreness($0)] }

  @Test func scoresComeInTheOrderAskedForAndEqualTheSingleOnes() throws {
    let network = try KnowledgeNetwork.random(12, density: 0.3, seed: 5)
    let scores = try network.scores(of: [.pageRank(damping: 0.5), .betweenness, .coreness(.incoming), .constraint])
    #expect(scores.map(\.measure) == ["pagerank", "betweenness", "coreness-in", "constraint"])
    #expect(
      scores
        == [
          try network.pageRank(damping: 0.5), try network.betweenness(), try network.coreness(.incoming),
          try network.constraint(),
        ])
    #expect(try network.scores(of: []).isEmpty)
  }

  @Test func namesAreThoseOfTheCommand() {
    let named: [Measure] = [
      .closeness(.incoming), .closeness(.outgoing), .closeness(.both), .harmonic(.incoming), .harmonic(.outgoing),
      .eigenvector, .hub, .authority, .coreness,
    ]
    #expect(
      named.map(\.name) == [
        "closeness-in", "closeness-out", "closeness", "harmonic-in", "harmonic-out", "eigenvector", "hub", "authority",
        "coreness",
      ])
  }

  @Test(arguments: 0...2, [true, false])
  func networksWithoutTiesHaveScoresForEveryActor(actorCount: Int, isDirected: Bool) throws {
    let network = try KnowledgeNetwork.test(actorCount, [], isDirected: isDirected)
    let scores = try network.scores(of: Self.measures)
    #expect(scores.count == Self.measures.count)
    for scores in scores {
      #expect(scores.count == actorCount)
      let isUndefined = scores.measure.hasPrefix("closeness") || scores.measure == "constraint"
      if isUndefined { #expect(scores.allSatisfy { $0 == nil }) }
    }
    #expect(try network.betweenness().allSatisfy { $0 == 0 })
    #expect(try network.betweenness(isNormalized: true).allSatisfy { $0 == nil })
    #expect(try network.harmonic(.both).allSatisfy { $0 == 0 })
    #expect(try network.coreness().allSatisfy { $0 == 0 })
    #expect(try network.eigenvector().allSatisfy { $0 == 1 })
    #expect(try network.hubs().allSatisfy { $0 == 1 })
    #expect(try network.pageRank().allSatisfy { $0 == 1 / Double(actorCount) })
  }

  @Test func remarksSayWhatWeightsWereTakenFor() throws {
    let ties = [Tie(source: 0, target: 1, weight: 3), Tie(source: 1, target: 0)]
    let actors = [NetworkActor(id: "a"), NetworkActor(id: "b")]
    let strong = try KnowledgeNetwork(actors: actors, ties: ties, weightMeaning: .strength)
    let long = try KnowledgeNetwork(actors: actors, ties: ties, weightMeaning: .distance)
    let undeclared = try KnowledgeNetwork(actors: actors, ties: ties)
    for measure in [Measure.betweenness, .closeness(.outgoing), .harmonic(.incoming)] {
      #expect(
        try strong.scores(of: [measure])[0].remarks == [
          "A strength is not a length, so every tie counts as one step."
        ])
      #expect(try long.scores(of: [measure])[0].remarks == ["Weights were taken as the lengths of ties."])
      #expect(try undeclared.scores(of: [measure])[0].remarks == [KnowledgeNetwork.undeclaredWeights])
    }
    for measure in [Measure.pagerank, .eigenvector, .hub, .authority, .constraint] {
      #expect(try strong.scores(of: [measure])[0].remarks == ["Weights were taken as the strengths of ties."])
      #expect(try long.scores(of: [measure])[0].remarks == ["A length is not a strength, so every tie counts alike."])
      #expect(try undeclared.scores(of: [measure])[0].remarks == [KnowledgeNetwork.undeclaredWeights])
    }
  }

  @Test func progressCoversAllMeasures() throws {
    let network = try KnowledgeNetwork.random(200, density: 0.02, seed: 1)
    let shares = ProgressLog()
    for engine in [Engine.igraph, .parallel] {
      shares.forget()
      _ = try network.scores(
        of: [.betweenness, .harmonic(.incoming)], engine: engine, workers: Workers(progress: shares.add))
      let works = shares.all.map(\.work)
      #expect(Set(works).count == 2)
      for work in Set(works) {
        let done = shares.all.filter { $0.work == work }
        #expect(done.map(\.done) == done.map(\.done).sorted())
        #expect(done.last.map { $0.done == $0.total } == true)
      }
    }
  }

  @Test func aCancelledTaskGetsNoScores() async throws {
    let network = try KnowledgeNetwork.random(600, density: 0.02, seed: 1)
    for measure in [Measure.betweenness, .eigenvector, .pagerank, .hub] {
      let task = Task {
        let workers = Workers { progress in
          if progress.done == progress.total || progress.work == "betweenness" {
            withUnsafeCurrentTask { $0?.cancel() }
          }
        }
        return try network.scores(of: [.harmonic(.outgoing), measure], engine: .igraph, workers: workers).count
      }
      let error = await #expect(throws: BuzzlineError.self) { try await task.value }
      #expect(error?.code == .cancelled)
    }
  }

  @Test func errorsOfTheEngineKeepTheirPlace() throws {
    let error = #expect(throws: BuzzlineError.self) { try KnowledgeNetwork.test(2, [(0, 1)]).pageRank(damping: 2) }
    #expect(error?.place.function == "igraph_pagerank")
    #expect(error.map { "\($0)" } == error?.message)
  }
}

/// Shares as a call reported them.
// The callback runs on the thread that waits for the call, so nothing here is touched by two threads at once.
private final class ProgressLog: @unchecked Sendable {
  private(set) var all: [WorkProgress] = []
  @Sendable func add(_ progress: WorkProgress) { all.append(progress) }
  func forget() { all = [] }

  /// Several ties of a pair make it weigh more, but nobody gave weights that could have been declared.
  @Test func tiesWithoutWeightsNeedNoRemark() throws {
    let network = try KnowledgeNetwork(
      actors: ["a", "b", "c"].map { NetworkActor(id: $0) },
      ties: [
        Tie(source: 0, target: 1, topic: "x"), Tie(source: 0, target: 1, topic: "y"), Tie(source: 1, target: 2),
      ])
    for scores in try network.scores(of: [.betweenness, .pagerank, .inStrength]) { #expect(scores.remarks.isEmpty) }
    let weighted = try network.adding([Tie(source: 2, target: 0, weight: 2)])
    #expect(try weighted.betweenness().remarks.count == 1)
  }
}
