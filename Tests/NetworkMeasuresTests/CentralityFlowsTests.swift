import IGraph
import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct CentralityFlowsTests {
  private static let flowing =
    CentralitySamples.threeActors + CentralitySamples.random
    + CentralitySamples.weighted(.strength)

  @Test(arguments: [0, 0.5, 0.85])
  func pageRankIsTheWalkersShareOfTime(damping: Double) throws {
    for network in Self.flowing {
      let twin = CentralityTwins(of: network, counts: .strength)
      expect(try network.pageRank(damping: damping), equal: twin.pageRank(damping: damping))
    }
  }

  @Test func scoresAddUpToOne() throws {
    for network in Self.flowing {
      #expect(abs(try network.pageRank().reduce(0) { $0 + ($1 ?? .nan) } - 1) < 1e-12)
    }
  }

  @Test(arguments: [-0.1, 1, 1.5, .nan])
  func anotherDampingIsInvalid(damping: Double) throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1)])
    let error = #expect(throws: BuzzlineError.self) { try network.pageRank(damping: damping) }
    #expect(error?.code == .invalidInput)
    #expect(error?.message.contains("damping") == true)
  }

  @Test func eigenvectorScoresAreWhatGiversPassOn() throws {
    for network in Self.flowing {
      let scores = try network.eigenvector().map { $0 ?? .nan }
      let passed = Self.passed(scores, in: network, isForward: true)
      Self.expectProportional(passed, to: scores)
    }
  }

  @Test func hubsAndAuthoritiesMakeEachOther() throws {
    for network in Self.flowing where network.isDirected && network.pairCount > 0 {
      let hubs = try network.hubs().map { $0 ?? .nan }
      let authorities = try network.authorities().map { $0 ?? .nan }
      Self.expectProportional(Self.passed(hubs, in: network, isForward: true), to: authorities)
      Self.expectProportional(Self.passed(authorities, in: network, isForward: false), to: hubs)
    }
  }

  @Test func withoutDirectionBothAreTheEigenvector() throws {
    for network in Self.flowing where !network.isDirected {
      let scores = try network.eigenvector().map { $0 ?? .nan }
      expect(try network.hubs(), equal: scores)
      expect(try network.authorities(), equal: scores)
    }
  }

  /// Where everyone reaches everyone the leading eigenvector is unique, and igraph's solver finds the same.
  @Test func spectralScoresAgreeWithTheEngine() throws {
    for seed in 0..<20 as Range<UInt64> {
      let network = try KnowledgeNetwork.random(30, density: 0.3, seed: seed, isDirected: seed % 2 == 0)
      let ties = network.pairs.flatMap { [UInt32($0.source), UInt32($0.target)] }
      let graph = try Graph(actorCount: 30, ties: ties, isDirected: network.isDirected)
      expect(try network.eigenvector(), equal: try graph.eigenvector().value)
      expect(try network.hubs(), equal: try graph.hubs().value)
      expect(try network.authorities(), equal: try graph.authorities().value)
    }
  }

  /// In a long chain scores settle so slowly that igraph gives them a start.
  @Test func aLongChainSettles() throws {
    let chain = try KnowledgeNetwork.test(400, (0..<399).map { ($0, $0 + 1) }, isDirected: false)
    let answer = try chain.eigenvector()
    #expect(answer.remarks.isEmpty)
    let scores = answer.map { $0 ?? .nan }
    Self.expectProportional(Self.passed(scores, in: chain, isForward: true), to: scores)
    expect(try chain.hubs(), equal: scores)
    #expect(abs(scores[199] - 1) < 1e-9 && scores[0] < 0.01)
  }

  @Test func partsOfTheSameShapeHaveTheSameScores() throws {
    let ties = [(0, 1), (1, 2), (2, 0), (0, 3), (3, 0)]
    let twice = ties + ties.map { ($0.0 + 4, $0.1 + 4) }
    for isDirected in [true, false] {
      let network = try KnowledgeNetwork.test(
        8, isDirected ? twice : twice.filter { $0 != (3, 0) && $0 != (7, 4) },
        isDirected: isDirected)
      for measure in [Measure.eigenvector, .hub, .authority] {
        let scores = try network.scores(of: [measure])[0]
        #expect(scores[0...3].elementsEqual(scores[4...7]))
        #expect(scores.contains(1))
      }
    }
  }

  @Test func equalCallsGiveEqualBits() throws {
    for network in Self.flowing {
      let measures: [Measure] = [.eigenvector, .hub, .authority, .pagerank]
      #expect(try network.scores(of: measures) == network.scores(of: measures))
    }
  }

  @Test func turningAllTiesSwapsHubsAndAuthorities() throws {
    for network in Self.flowing where network.isDirected {
      expect(try network.reversed().authorities(), equal: try network.hubs().map { $0 ?? .nan })
    }
  }

  @Test func multiplyingAllWeightsLeavesScoresAsTheyAre() throws {
    for network in CentralitySamples.weighted(.strength) {
      let ties = network.ties.map { Tie(source: $0.source, target: $0.target, weight: 8 * $0.weight) }
      let heavier = try KnowledgeNetwork(
        actors: network.actors, ties: ties, isDirected: network.isDirected, weightMeaning: .strength)
      for measure in [Measure.eigenvector, .hub, .authority, .pagerank, .constraint] {
        expect(
          try heavier.scores(of: [measure])[0], equal: try network.scores(of: [measure])[0].map { $0 ?? .nan })
      }
    }
  }

  @Test func anAcyclicNetworkScoresZeroWithARemark() throws {
    let scores = try KnowledgeNetwork.test(3, [(0, 1), (1, 2)]).eigenvector()
    #expect(scores.map { $0 } == [0, 0, 0])
    #expect(scores.remarks.count == 1 && scores.remarks[0].contains("so all eigenvector scores are 0"))
  }

  /// What everyone gets if scores are passed on once.
  private static func passed(_ scores: [Double], in network: KnowledgeNetwork, isForward: Bool) -> [Double] {
    let weights = CentralityTwins(of: network, counts: .strength).weights
    return network.actors.indices.map { to in
      network.actors.indices.reduce(0) { sum, from in
        sum + ((isForward ? weights[from][to] : weights[to][from]) ?? 0) * scores[from]
      }
    }
  }

  private static func expectProportional(
    _ left: [Double], to right: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let factor = left.max(), factor > 0 else { return }
    #expect(right.max().map { abs($0 - 1) < 1e-12 } == true, sourceLocation: sourceLocation)
    for (left, right) in zip(left, right) {
      #expect(abs(left - factor * right) < 1e-9 * factor, sourceLocation: sourceLocation)
    }
  }
}
