import KnowledgeDiffusion
import KnowledgeNetworks
import Testing

/// A model with chances of one's own, as code outside the library writes it.
@Suite struct OwnChancesTests {
  private struct Own: LiveTieModel {
    let chance: @Sendable (Int, Int, Double) -> Double
    var name: String { "own" }

    func liveTies(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTies {
      try LiveTies(on: network, chance: chance)
    }
  }

  private func network() throws -> KnowledgeNetwork {
    try KnowledgeNetwork(ties: [
      (from: "a", to: "b", weight: 3), (from: "b", to: "c", weight: 1), (from: "c", to: "a", weight: 0.5),
      (from: "a", to: "d", weight: 1),
    ])
  }

  @Test func oneChanceOfOnesOwnIsTheCascade() throws {
    let (network, options) = (try network(), try SpreadOptions(runs: 500, seed: 3))
    let own = try Own { _, _, _ in 0.4 }.spread(on: network, from: [0], options: options)
    let cascade = try IndependentCascade(probability: 0.4).spread(on: network, from: [0], options: options)
    #expect(own.reach == cascade.reach)
  }

  @Test func chancesAreAskedForByPairAndWeight() throws {
    // Only the tie of weight 3, from a to b, can carry anything, and always does.
    let model = Own { source, target, weight in source == 0 && target == 1 && weight == 3 ? 1 : 0 }
    let options = try SpreadOptions(runs: 10, seed: 1)
    #expect(try model.spread(on: network(), from: [0], options: options).reach.mean == 2)
    #expect(try model.spread(on: network(), from: [1], options: options).reach.mean == 1)
  }

  @Test(arguments: [-0.1, 1.1, .nan])
  func whatIsNoChanceIsRefused(chance: Double) throws {
    let error = #expect(throws: BuzzlineError.self) { try Own { _, _, _ in chance }.liveTies(on: network()) }
    #expect(error?.code == .invalidChance)
  }
}
