import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Chances by rule, and one plain sentence for each that is none.
@Suite struct ChanceRuleTests {
  private func network(_ meaning: WeightMeaning = .strength) throws -> KnowledgeNetwork {
    try KnowledgeNetwork(
      actors: [
        NetworkActor(id: "a", cluster: "north"), NetworkActor(id: "b", cluster: "north"),
        NetworkActor(id: "c", cluster: "south"),
        NetworkActor(id: "d"),
      ],
      ties: [
        Tie(source: 0, target: 1, weight: 0.5, topic: "law", channel: "meeting"),
        Tie(source: 0, target: 1, weight: 0.2, topic: "markets", channel: "mail"),
        Tie(source: 0, target: 2, weight: 1), Tie(source: 1, target: 3, weight: 0.25, channel: "mail"),
      ], weightMeaning: meaning)
  }

  private func chances(_ rule: ChanceRule) throws -> [Double] {
    let network = try network()
    let chances = try rule.chances(on: network)
    return [(0, 1), (0, 2), (1, 3)].compactMap { chances.chance(from: $0, to: $1, on: network) }
  }

  private func expect(_ rule: ChanceRule, _ expected: [Double]) throws {
    let found = try chances(rule)
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) { #expect(abs(one - other) < 1e-12) }
  }

  @Test func giversShareOneChance() throws {
    let network = try KnowledgeNetwork.test(4, [(0, 2), (1, 2), (3, 2), (0, 1)])
    let chances = try ChanceRule.weightedCascade.chances(on: network)
    #expect(chances.chance(from: 1, to: 2, on: network) == 1.0 / 3)
    #expect(chances.chance(from: 0, to: 1, on: network) == 1)
  }

  @Test func theLargestChanceOfItsTiesIsThatOfThePair() throws {
    try expect(.constant(0.3), [0.3, 0.3, 0.3])
    try expect(.weights(), [0.5, 1, 0.25])
    try expect(.weights(times: 0.5), [0.25, 0.5, 0.125])
    try expect(.strength(perUnit: 0.75), [1 - pow(0.25, 0.7), 0.75, 1 - 0.25.squareRoot().squareRoot()])
    try expect(.scopes([.localBuzz: 0.4, .globalPipeline(.unstated): 0.1]), [0.4, 0.1, 0])
    try expect(.channels(["mail": 0.1, "meeting": 0.5], otherwise: 0.2), [0.5, 0.2, 0.1])
    try expect(.topics(["law": 0.5], otherwise: 0.1), [0.5, 0.1, 0.1])
  }

  @Test func equalChancesOfAllTopicsAreThatChanceOfEveryPair() throws {
    try expect(.topics(["law": 0.3], otherwise: 0.3), [0.3, 0.3, 0.3])
    try expect(.channels(["mail": 0.3, "meeting": 0.3], otherwise: 0.3), [0.3, 0.3, 0.3])
  }

  @Test func pairsWithoutDirectionHaveTheirChanceBothWays() throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1), (1, 2)], isDirected: false)
    let chances = try ChanceRule.constant(0.2).chances(on: network)
    #expect(chances.chance(from: 1, to: 0, on: network) == 0.2)
    #expect(chances.chance(from: 0, to: 2, on: network) == nil)
  }

  @Test(arguments: [-0.1, 1.1, .nan, .infinity]) func whatIsNoChanceIsRefused(chance: Double) throws {
    let rules: [ChanceRule] = [
      .constant(chance), .strength(perUnit: chance), .scopes([.localBuzz: chance]), .channels([:], otherwise: chance),
      .channels(["mail": chance], otherwise: 0), .topics(["law": chance], otherwise: 0),
    ]
    for rule in rules {
      let error = #expect(throws: BuzzlineError.self) { try chances(rule) }
      #expect(error?.code == .invalidChance)
      #expect(error?.message.contains("lies between 0 and 1; here it is") == true)
    }
    #expect(throws: BuzzlineError.self) { try IndependentCascade(probability: chance) }
  }

  @Test(arguments: [WeightMeaning.none, .distance]) func weightsNobodyDeclaredAreRefused(meaning: WeightMeaning) throws
  {
    let network = try network(meaning)
    for rule in [ChanceRule.weights(), .strength(perUnit: 0.1)] {
      let error = #expect(throws: BuzzlineError.self) { try rule.chances(on: network) }
      #expect(error?.code == .undeclaredWeights)
    }
    for weights in [LinearThreshold.Weights.strengthShares, .asGiven] {
      #expect(throws: BuzzlineError.self) { try LinearThreshold(weights).liveTies(on: network) }
    }
  }

  @Test func weightsAboveOneAreNoChances() throws {
    let network = try KnowledgeNetwork(
      actors: [NetworkActor(id: "a"), NetworkActor(id: "b")], ties: [Tie(source: 0, target: 1, weight: 2)],
      weightMeaning: .strength)
    let error = #expect(throws: BuzzlineError.self) { try ChanceRule.weights().chances(on: network) }
    #expect(error?.message == "The tie from 'a' to 'b' would have the chance 2.0; chances lie between 0 and 1.")
    let heavy = #expect(throws: BuzzlineError.self) { try LinearThreshold(.asGiven).liveTies(on: network) }
    #expect(heavy?.code == .weightsTooLarge)
  }

  @Test func layersNoTieHasAreRefusedWithTheNearestName() throws {
    let error = #expect(throws: BuzzlineError.self) { try chances(.channels(["meetin": 0.1], otherwise: 0)) }
    #expect(error?.message == "No tie has the channel 'meetin'. Did you mean 'meeting'?")
  }

  /// Weights that nobody gave would make every tie certain.
  @Test(arguments: [ChanceRule.weights(), .strength(perUnit: 0.2)])
  func weightsThatAreNotThereAreNoChances(_ rule: ChanceRule) throws {
    let actors = [NetworkActor(id: "a"), NetworkActor(id: "b")]
    let ties = ["x", "y"].map { Tie(source: 0, target: 1, topic: $0) }
    for ties in [ties, [ties[0]]] {
      let network = try KnowledgeNetwork(actors: actors, ties: ties)
      let error = #expect(throws: BuzzlineError.self) { try rule.chances(on: network) }
      #expect(error?.code == .undeclaredWeights && error?.message.hasSuffix("here there are none.") == true)
    }
    let declared = try KnowledgeNetwork(actors: actors, ties: [ties[0]], weightMeaning: .strength)
    #expect(try rule.chances(on: declared).chance(from: 0, to: 1, on: declared) != nil)
  }
}
