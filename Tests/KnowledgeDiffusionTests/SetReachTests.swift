import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Sets of starters in graphs against plain search.
struct SetReachTests {
  private let models: [any LiveTieModel] = [IndependentCascade(.constant(0.3)), LinearThreshold()]

  @Test(arguments: [3, 20], [70, 300])
  func meansAreThoseOfAllVisits(sets count: Int, graphs: Int) throws {
    let network = try KnowledgeNetwork.random(15, density: 0.12, seed: 4)
    var generator = SeededGenerator(seed: 1)
    let sets = (0..<count).map { _ in Array(Set((0..<1 + generator.below(5)).map { _ in generator.below(15) })) }
    let blocks = (graphs + 63) / 64
    for model in models {
      let twin = try SeedsTwin(model, on: network, seed: 6, graphs: graphs)
      let drawer = GraphDrawer(try model.liveTies(on: network), seed: 6, graphs: graphs)
      let reached = sets.map(twin.reached(from:))
      let all = try SetReach(of: sets, in: drawer, workers: .all)
      let turns = try SetReach(of: sets, in: drawer, isInTurn: true, workers: .all)
      for graph in 0..<graphs {
        #expect(abs(all.byGraph[graph] - reached.map { Double($0[graph]) }.mean) < 1e-9)
        let guests = (0..<max(count, blocks)).filter { $0 % blocks == graph / 64 }.map { $0 % count }
        #expect(abs(turns.byGraph[graph] - guests.map { Double(reached[$0][graph]) }.mean) < 1e-9)
      }
      for set in sets.indices {
        #expect(abs(all.bySet[set] - twin.mean(from: sets[set])) < 1e-9)
        let turn = Set((0..<max(count, blocks)).filter { $0 % count == set }.map { $0 % blocks })
        let own = (0..<graphs).filter { turn.contains($0 / 64) }.map { Double(reached[set][$0]) }
        #expect(abs(turns.bySet[set] - own.mean) < 1e-9)
      }
    }
  }
}
