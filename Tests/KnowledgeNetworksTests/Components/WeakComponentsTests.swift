import TestNetworks
import Testing

@testable import KnowledgeNetworks

@Suite struct WeakComponentsTests {
  @Test func thoseTogetherAreJoinedWhicheverWayTiesRun() throws {
    for (network, gone) in try ReachingTwin.samples() {
      let twin = ReachingTwin(network, bothWays: true, without: gone)
      let found = WeakComponents(of: network, without: gone.isEmpty ? nil : network.actors.indices.map(gone.contains))
      for a in network.actors.indices {
        #expect((found.numbers[a] < 0) == gone.contains(a))
        for b in network.actors.indices where !gone.contains(a) && !gone.contains(b) {
          #expect((found.numbers[a] == found.numbers[b]) == twin.areTogether(a, b))
        }
      }
      #expect(found.count == Set(found.numbers.filter { $0 >= 0 }).count)
    }
  }

  @Test func numberedByTheirFirstActor() throws {
    let found = WeakComponents(of: try KnowledgeNetwork.test(5, [(4, 1), (3, 0)]))
    #expect(found.numbers == [0, 1, 2, 0, 1] && found.count == 3)
    #expect(WeakComponents(of: try KnowledgeNetwork.test(0, [])).count == 0)
  }
}
