import TestNetworks
import Testing

@testable import KnowledgeNetworks

@Suite struct StrongComponentsTests {
  @Test func thoseTogetherReachEachOther() throws {
    for (network, gone) in try ReachingTwin.samples() {
      let twin = ReachingTwin(network, without: gone)
      let found = StrongComponents(
        of: network.outgoing, without: gone.isEmpty ? nil : network.actors.indices.map(gone.contains))
      for a in network.actors.indices {
        #expect((found.numbers[a] < 0) == gone.contains(a))
        for b in network.actors.indices where !gone.contains(a) && !gone.contains(b) {
          #expect((found.numbers[a] == found.numbers[b]) == twin.areTogether(a, b))
        }
      }
      #expect(found.sizes == (0..<found.count).map { number in found.numbers.count { Int($0) == number } })
    }
  }

  @Test func everyComponentComesAfterThoseItLeadsTo() throws {
    for (network, _) in try ReachingTwin.samples() {
      let found = StrongComponents(of: network.outgoing)
      for pair in network.pairs { #expect(found.numbers[pair.source] >= found.numbers[pair.target]) }
    }
  }

  @Test func longChainsNeedNoDeepStack() throws {
    let ties = (1..<50_000).map { ($0 - 1, $0) }
    #expect(StrongComponents(of: try KnowledgeNetwork.test(50_000, ties).outgoing).count == 50_000)
    #expect(StrongComponents(of: try KnowledgeNetwork.test(50_000, ties + [(49_999, 0)]).outgoing).sizes == [50_000])
  }

  @Test func nobodyHasNoComponents() throws {
    #expect(StrongComponents(of: try KnowledgeNetwork.test(0, []).outgoing).count == 0)
  }
}
