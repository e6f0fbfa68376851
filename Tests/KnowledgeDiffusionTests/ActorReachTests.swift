import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Reach of every actor against runs that begin at each.
@Suite struct ActorReachTests {
  @Test(arguments: [0.1, 0.5, 0.9, 1], [1, 12, 60])
  func everyActorIsReachedAsInRunsOfItsOwn(chance: Double, actors: Int) throws {
    let network = try KnowledgeNetwork.random(actors, density: 0.08, seed: UInt64(actors))
    let options = try SpreadOptions(runs: 130, seed: 8)
    func expectSame(_ model: some LiveTieModel) throws {
      let all = try model.reachOfEveryActor(on: network, options: options)
      for actor in network.actors.indices {
        let own = try model.spread(on: network, from: [actor], options: options).reach
        #expect(all.expected[actor] == own.mean)
        #expect(abs((all.standardErrors[actor] ?? -1) - (own.standardError ?? -1)) < 1e-9)
      }
    }
    try expectSame(try IndependentCascade(probability: chance))
    try expectSame(LinearThreshold())
  }

  @Test func oneAndEightThreadsGiveTheSameReach() throws {
    let network = try KnowledgeNetwork.random(60, density: 0.1, seed: 2)
    let model = try IndependentCascade(probability: 0.2)
    let options = try SpreadOptions(runs: 400, seed: 8)
    let one = try model.reachOfEveryActor(on: network, options: options, workers: Workers(threads: 1))
    let eight = try model.reachOfEveryActor(on: network, options: options, workers: Workers(threads: 8))
    #expect(one.expected == eight.expected && one.standardErrors == eight.standardErrors)
  }
}
