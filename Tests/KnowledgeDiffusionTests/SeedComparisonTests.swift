import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

struct SeedComparisonTests {
  @Test func advantagesArePaired() throws {
    let network = try KnowledgeNetwork.random(12, density: 0.2, seed: 4)
    let scores = ActorScores(measure: "wish", (0..<12).map { $0 == 3 ? .nan : Double($0 % 5) })
    for model in [IndependentCascade(.constant(0.3)), LinearThreshold()] as [any LiveTieModel] {
      let comparisons = try network.comparison(
        ofSeeds: [0, 1, 2], by: model, with: [scores], options: SpreadOptions(runs: 150, seed: 9))
      #expect(comparisons.map(\.rival) == ["degree", "wish", "chance"])
      #expect(comparisons[1].seeds == [4, 9, 8])
      let twin = try SeedsTwin(model, on: network, seed: 9, graphs: 150)
      let own = twin.reached(from: [0, 1, 2])
      for comparison in comparisons.dropLast() {
        let theirs = twin.reached(from: try #require(comparison.seeds))
        #expect(comparison.expectedReach.isNear(Estimate(of: theirs.map { Double($0) })))
        #expect(comparison.advantage.isNear(Estimate(of: zip(own, theirs).map { Double($0 - $1) })))
      }
    }
  }

  @Test func aChoiceEqualToItsRivalHasNoAdvantage() throws {
    let network = try KnowledgeNetwork.test(6, [(0, 1), (0, 2), (3, 4)])
    let degree = try #require(
      try network.comparison(
        ofSeeds: [3, 0], by: IndependentCascade(probability: 0.5), options: SpreadOptions(runs: 100)
      ).first)
    #expect(degree.seeds == [0, 3] && degree.advantage.mean == 0 && degree.advantage.standardError == 0)
  }

  @Test func chanceDrawsActorsForEachGraph() throws {
    // Of a star with certain ties, one in five draws finds the centre: 1 + 4/5 are reached on average.
    let network = try KnowledgeNetwork.test(5, (1...4).map { (0, $0) })
    let chance = try #require(
      try network.comparison(
        ofSeeds: [1], by: IndependentCascade(probability: 1), options: SpreadOptions(runs: 4_000)
      ).last)
    #expect(chance.seeds == nil && abs(chance.expectedReach.mean - 1.8) < 4 * 1.6 / 4_000.0.squareRoot())
    #expect(abs((chance.expectedReach.standardError ?? 0) * 4_000.0.squareRoot() - 1.6) < 0.1)
  }

  @Test func rivalsRespectTheConstraints() throws {
    let network = try SeedNetworks.labelled(20, density: 0.1, seed: 2)
    let smes = network.actors(of: .sme)
    let constraints = try SeedConstraints(atMost: [.sme: 0])
    let seeds = Array(network.actors.indices.filter { !smes.contains($0) }.prefix(4))
    let comparisons = try network.comparison(
      ofSeeds: seeds, by: LinearThreshold(), constraints: constraints, options: SpreadOptions(runs: 10))
    #expect(comparisons[0].seeds?.contains(where: smes.contains) == false)
  }

  @Test func unfitScoresAreRefused() throws {
    let error = #expect(throws: BuzzlineError.self) {
      try KnowledgeNetwork.test(3, []).comparison(
        ofSeeds: [0], by: LinearThreshold(), with: [ActorScores(measure: "x", [1])], options: SpreadOptions(runs: 1))
    }
    #expect(error?.code == .invalidOptions)
  }
}
