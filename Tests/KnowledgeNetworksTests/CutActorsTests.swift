import TestNetworks
import Testing

@testable import KnowledgeNetworks

@Suite struct CutActorsTests {
  /// By its definition: take the actor out, and see what is left of its component.
  private static func cutOff(_ actor: Int, of network: KnowledgeNetwork) -> Int {
    let before = WeakComponents(of: network).numbers
    let after = WeakComponents(of: network, without: network.actors.indices.map { $0 == actor }).numbers
    let others = network.actors.indices.filter { $0 != actor && before[$0] == before[actor] }
    let parts = Dictionary(grouping: others) { after[$0] }.values.map(\.count)
    return others.count - (parts.max() ?? 0)
  }

  @Test func itCutsOffWhatRemovalDoes() throws {
    let networks =
      try KnowledgeNetwork.all(4)
      + (1...60).map { try KnowledgeNetwork.random(14, density: 0.09, seed: $0, isDirected: $0 % 2 == 0) }
    for network in networks {
      #expect(CutActors(of: network).cutOff == network.actors.indices.map { Self.cutOff($0, of: network) })
    }
  }

  @Test func theCentreOfAStarHoldsAllButOne() throws {
    let star = try KnowledgeNetwork.test(6, (1...5).map { ($0, 0) })
    #expect(CutActors(of: star).cutOff == [4, 0, 0, 0, 0, 0])
  }

  @Test func longChainsNeedNoDeepStack() throws {
    let chain = try KnowledgeNetwork.test(50_000, (1..<50_000).map { ($0 - 1, $0) })
    let cut = CutActors(of: chain).cutOff
    #expect(cut[0] == 0 && cut[1] == 1 && cut[25_000] == 24_999)
  }
}
