import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Exact reach against published numbers, and sampled reach against exact.
@Suite struct ExactReachTests {
  @Test(arguments: [("COUN", 1.590393225821111), ("INDU", 1.580408562841), ("MAYR", 1.459971771)])
  func knokeMoneyIsReachedAsPublished(name: String, expected: Double) throws {
    let network = try KnokeOrganisations.money
    let seed = try #require(network.position(of: name))
    let reach = try IndependentCascade(probability: 0.1).exactReach(on: network, from: [seed])
    #expect(abs(reach - expected) < 1e-12)
  }

  /// From the definition: every set of live ties, every choice of givers.
  @Test func enumerationEqualsGoingThroughAllGraphs() throws {
    for seed in 0..<60 {
      let network = try KnowledgeNetwork.random(2 + seed % 4, density: 0.5, seed: UInt64(seed))
      let cascade = try IndependentCascade(probability: 0.35)
      // Up to a million small numbers are added up by the twin.
      let (found, listed) = (try cascade.exactReach(on: network, from: [0]), Self.naiveCascade(network, 0.35))
      #expect(abs(found - listed) < 1e-10)
      #expect(abs(try LinearThreshold().exactReach(on: network, from: [0]) - Self.naiveThreshold(network)) < 1e-12)
    }
  }

  @Test func sampledReachIsWithinThreeStandardErrorsOfExact() throws {
    let options = try SpreadOptions(runs: 2_000, seed: 11)
    var outside = 0
    for seed in 0..<100 {
      let network = try KnowledgeNetwork.random(8, density: 0.25, seed: UInt64(seed))
      let model = try IndependentCascade(probability: [0.1, 0.3, 0.5][seed % 3])
      let exact = try model.exactReach(on: network, from: [0])
      let sampled = try model.spread(on: network, from: [0], options: options).reach
      if abs(sampled.mean - exact) > 3 * (sampled.standardError ?? 0) + 1e-9 { outside += 1 }
    }
    // Of 100 intervals of three standard errors 0.3 miss on average; the seed is fixed.
    #expect(outside <= 1)
  }

  @Test func tooManyUncertainTiesAreRefused() throws {
    let network = try KnowledgeNetwork.random(20, density: 0.5, seed: 1)
    let error = #expect(throws: BuzzlineError.self) {
      try IndependentCascade(probability: 0.5).exactReach(on: network, from: [0])
    }
    #expect(error?.code == .tooLarge)
    #expect(try IndependentCascade(probability: 1).exactReach(on: network, from: [0]) == 20)
  }

  /// Ties into an actor reached for certain, and ties back to those who must have told, do not count.
  @Test func onlyTiesThatMatterAreCounted() throws {
    let path = try KnowledgeNetwork(
      ties: (1..<16).flatMap { [(from: "a\($0)", to: "a\($0 + 1)"), (from: "a\($0 + 1)", to: "a\($0)")] })
    let start = try #require(path.position(of: "a1"))
    let reach = try IndependentCascade(probability: 0.1).exactReach(on: path, from: [start])
    #expect(abs(reach - (1 - pow(0.1, 16)) / 0.9) < 1e-12)

    let certain = try KnowledgeNetwork(
      ties: [(from: "s", to: "b", weight: 1.0)]
        + (1...30).flatMap { [(from: "s", to: "a\($0)", weight: 1.0), (from: "a\($0)", to: "b", weight: 0.1)] },
      weightMeaning: .strength)
    let seed = try #require(certain.position(of: "s"))
    #expect(try IndependentCascade(.weights()).exactReach(on: certain, from: [seed]) == 32)
  }

  private static func reach(_ ties: [(source: Int, target: Int)]) -> Double {
    var reached: Set = [0]
    for _ in 0..<10 { for tie in ties where reached.contains(tie.source) { reached.insert(tie.target) } }
    return Double(reached.count)
  }

  private static func naiveCascade(_ network: KnowledgeNetwork, _ chance: Double) -> Double {
    let ties = network.pairs.map { (source: $0.source, target: $0.target) }
    return (0..<(1 << ties.count)).reduce(0.0) { sum, bits in
      let live = ties.indices.filter { bits >> $0 & 1 == 1 }.map { ties[$0] }
      let weight = ties.indices.reduce(1.0) { $0 * (bits >> $1 & 1 == 1 ? chance : 1 - chance) }
      return sum + weight * reach(live)
    }
  }

  private static func naiveThreshold(_ network: KnowledgeNetwork) -> Double {
    var graphs: [(ties: [(source: Int, target: Int)], weight: Double)] = [([], 1)]
    for actor in network.actors.indices where network.giverCount(to: actor) > 0 {
      let givers = network.givers(to: actor)
      graphs = graphs.flatMap { graph in
        givers.map { (graph.ties + [(source: $0, target: actor)], graph.weight / Double(givers.count)) }
      }
    }
    return graphs.reduce(0) { $0 + $1.weight * reach($1.ties) }
  }
}
