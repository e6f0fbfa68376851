internal import KnowledgeNetworks
internal import TestNetworks
import Testing

@testable import KnowledgeDiffusion

struct ReverseSamplesTests {
  /// Small networks with few enough ties that reach can be worked out exactly.
  private func trials() throws -> [(network: KnowledgeNetwork, model: any LiveTieModel, count: Int)] {
    try (0..<100).map { trial in
      let network = try KnowledgeNetwork.random(
        6 + trial % 3, density: 0.22, seed: UInt64(trial), isDirected: trial % 5 != 0)
      let weighted = try KnowledgeNetwork(
        actors: network.actors,
        ties: network.ties.enumerated().map { place, tie in
          Tie(source: tie.source, target: tie.target, weight: [0.1, 0.5, 0.9][place % 3])
        }, isDirected: network.isDirected, weightMeaning: .strength)
      let models: [any LiveTieModel] = [
        IndependentCascade(.constant(0.4)), IndependentCascade(.weights()), LinearThreshold(),
      ]
      return (weighted, models[trial % 3], 1 + trial % 2)
    }
  }

  @Test func noChoiceTakesMoreThanIsAskedFor() throws {
    for (trial, (network, model, count)) in try trials().enumerated() {
      let choice = try network.seeds(count, by: model, options: .reverse(0.3, seed: UInt64(trial)))
      let counts = try #require(choice.samples)
      let members = Double(counts.members) / Double(counts.choosing)
      let need = MemoryNeed.reverseSamples(counts.choosing, members: members, in: network)
      #expect(need.bytes >= counts.bytes, "trial \(trial)")
      #expect(need.bytes <= 8 * counts.bytes, "trial \(trial)")
    }
  }

  @Test func reverseSamplesMeetTheirGuarantee() throws {
    for (trial, (network, model, count)) in try trials().enumerated() {
      let sets = subsets(of: count, below: network.actorCount)
      let best = try sets.map { try model.exactReach(on: network, from: $0) }.max() ?? 0
      let choice = try network.seeds(count, by: model, options: .reverse(0.15, seed: UInt64(trial)))
      let reach = try model.exactReach(on: network, from: choice.seeds)
      let share = try #require(choice.guarantee.share)
      #expect(abs(share - (1 - 0.367_879_441_171_442_3 - 0.15)) < 1e-12)
      #expect(reach >= share * best)
      // Greedy on so many samples misses far less than the guarantee allows.
      #expect(reach >= 0.9 * best, "trial \(trial)")
      let counts = try #require(choice.samples)
      #expect(counts.lowerBound <= best * 1.000_001)
      // What samples say and what graphs of their own say is one number, but for chance.
      let sampled = choice.picks.reduce(0) { $0 + $1.gain.mean }
      #expect(abs(sampled - reach) < 0.1 * reach)
      let error = try #require(choice.expectedReach.standardError)
      #expect(abs(choice.expectedReach.mean - reach) <= 5 * error + 1e-9)
    }
  }

  /// How often an actor is in a sample tells how many it reaches.
  @Test func samplesAreUnbiased() throws {
    for (network, model, _) in try trials().prefix(12) {
      let sampler = ReverseSampler(try model.liveTies(on: network), seed: 5)
      var samples = ReverseSamples(sampler)
      try samples.draw(upTo: 40_000, by: .all)
      var counts = samples.singles.map { Int($0) }
      for sample in 0..<samples.stored {
        #expect(Set(samples.members(of: sample)).count == samples.members(of: sample).count)
        for member in samples.members(of: sample) { counts[Int(member)] += 1 }
      }
      for actor in network.actors.indices {
        let estimate = Estimate(share: counts[actor], of: 40_000, times: Double(network.actorCount))
        let exact = try model.exactReach(on: network, from: [actor])
        #expect(abs(estimate.mean - exact) <= 4.5 * (estimate.standardError ?? 0) + 1e-9)
      }
    }
  }

  @Test func drawingInPartsDrawsTheSame() throws {
    let network = try KnowledgeNetwork.random(40, density: 0.06, seed: 2)
    let sampler = ReverseSampler(try IndependentCascade(probability: 0.3).liveTies(on: network), seed: 1)
    var (atOnce, inParts) = (ReverseSamples(sampler), ReverseSamples(sampler))
    try atOnce.draw(upTo: 40_000, by: Workers(threads: 1))
    for target in [10, 17_000, 40_000] { try inParts.draw(upTo: target, by: Workers(threads: 8)) }
    #expect(atOnce.singles == inParts.singles && atOnce.stored == inParts.stored)
    #expect((0..<atOnce.stored).allSatisfy { atOnce.members(of: $0).elementsEqual(inParts.members(of: $0)) })
  }

  /// Sizes by hand from the formulas of the paper.
  @Test func sizesByHand() {
    let sizes = SampleSizes(actors: 16, count: 1, epsilon: 0.5, delta: 0.01)
    // ln 16 + ln 200 + ln 4 = 9.45726; ε′ = 0.70711; (2 + 2/3 ε′) = 2.47140; times 16 / 0.5.
    #expect(sizes.rounds == 3 && sizes.guess(1) == 8)
    #expect(abs(Double(sizes.bounding(1)) - 9.457_200_5 * 2.471_404_5 * 32 / 8) <= 1)
    // α = √(ln 200 + ln 2) = 2.44775; β = √(0.632121 (ln 16 + ln 200 + ln 2)) = 2.35386; 2 · 16 · (1.54727 + β)² / 0.25.
    #expect(abs(Double(sizes.choosing(lowerBound: 2)) - 128 * 3.901_13 * 3.901_13 / 2) <= 2)
  }

  @Test func aSingleActorIsChosen() throws {
    let choice = try KnowledgeNetwork.test(1, []).seeds(1, by: LinearThreshold(), options: .reverse(0.5))
    #expect(choice.seeds == [0] && choice.expectedReach.mean == 1)
  }
}
