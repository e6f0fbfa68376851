import KnowledgeNetworks
import Testing

@Suite struct NaturalOrderTests {
  private static let ascending = [
    "", "0", "00", "1", "01", "001", "1a", "01a", "2", "10", "A", "C2", "C10", "a", "a1b2", "a01b2", "a1b10", "ä",
  ]

  @Test func numbersStandByTheirSizeAndEverythingElseByItsBytes() {
    for (one, left) in Self.ascending.enumerated() {
      for (other, right) in Self.ascending.enumerated() {
        #expect(NaturalOrder.precedes(left, right) == (one < other), "\(left) and \(right)")
      }
    }
  }

  @Test func whatIsNotStatedComesFirst() {
    #expect(
      NaturalOrder.precedes(nil, "") && !NaturalOrder.precedes("", nil) && !NaturalOrder.precedes(nil as String?, nil))
  }

  @Test func clustersKindsAndGroupsStandInThisOrder() {
    #expect((["C10", "C2"] as [Cluster]).sorted() == ["C2", "C10"])
    #expect((["k10", "k2"] as [ActorKind]).sorted() == ["k2", "k10"])
    #expect(Grouping(name: "cluster", labels: ["C10", "C2", nil]).groups == ["C2", "C10"])
  }

  /// A roster in this order is found without a table of its own, whoever is looked for.
  @Test func actorsInThisOrderAreFound() throws {
    let actors = Self.ascending.filter { !$0.isEmpty }.map { NetworkActor(id: $0) }
    let network = try KnowledgeNetwork(actors: actors, ties: [])
    #expect(actors.indices.allSatisfy { network.position(of: actors[$0].id) == $0 })
    #expect(network.position(of: "03") == nil)
  }
}
