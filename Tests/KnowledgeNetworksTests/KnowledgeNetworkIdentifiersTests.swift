import KnowledgeNetworks
import TestNetworks
import Testing

/// What a researcher writes in code: networks by identifiers, other networks made of them, paths.
@Suite struct KnowledgeNetworkIdentifiersTests {
  private func chain() throws -> KnowledgeNetwork {
    try KnowledgeNetwork(ties: [(from: "n10", to: "n2"), (from: "n2", to: "n1"), (from: "n9", to: "n1")])
  }

  private func pairs(_ network: KnowledgeNetwork) -> [String] {
    network.ties.map { "\(network.actors[$0.source].id)-\(network.actors[$0.target].id) \($0.weight)" }
  }

  @Test func theRosterIsWhomTheTiesName() throws {
    let network = try KnowledgeNetwork(ties: [(from: "n10", to: "n2", weight: 2), (from: "n2", to: "n1", weight: 0.5)])
    #expect(network.actors.map(\.id) == ["n1", "n2", "n10"])
    #expect(network.weightMeaning == .strength)
    #expect(pairs(network) == ["n2-n1 0.5", "n10-n2 2.0"])
    #expect(network["n2"]?.id == "n2")
    #expect(network["n3"] == nil)
    #expect(try chain().weightMeaning == .none)
  }

  @Test func wrongTiesAreRefused() {
    #expect(throws: BuzzlineError.self) { try KnowledgeNetwork(ties: [(from: "a", to: "a")]) }
    #expect(throws: BuzzlineError.self) { try KnowledgeNetwork(ties: [(from: "a", to: "b", weight: -1)]) }
  }

  @Test func tiesAreAddedAndRemoved() throws {
    let network = try chain()
    let more = try network.adding([Tie(source: 0, target: 3)])
    #expect(more.tieCount == 4)
    #expect(more.hasTie(from: 0, to: 3))
    #expect(more.removing { $0.source == 0 }.ties.elementsEqual(network.ties))
    #expect(throws: BuzzlineError.self) { try network.adding([Tie(source: 0, target: 4)]) }
  }

  @Test func aUnionJoinsActorsOfOneIdentifier() throws {
    let other = try KnowledgeNetwork(ties: [(from: "n1", to: "x"), (from: "n2", to: "n1")])
    let both = try chain().union(other)
    #expect(both.actors.map(\.id) == ["n1", "n2", "n9", "n10", "x"])
    #expect(pairs(both) == ["n1-x 1.0", "n2-n1 1.0", "n2-n1 1.0", "n9-n1 1.0", "n10-n2 1.0"])
    let undirected = try KnowledgeNetwork(ties: [(from: "a", to: "b")], isDirected: false)
    #expect(throws: BuzzlineError.self) { try chain().union(undirected) }
  }

  @Test func anEgoNetworkHoldsPartnersOfBothDirections() throws {
    let network = try chain()
    let ego = network.egoNetwork(of: 1)
    #expect(ego.actors.map(\.id) == ["n1", "n2", "n10"])
    #expect(ego.tieCount == 2)
    #expect(network.egoNetwork(of: 1, includingEgo: false).tieCount == 0)
  }

  @Test func pathsFollowTheDirectionOfKnowledge() throws {
    let network = try chain()
    #expect(network.path(from: 3, to: 0) == [3, 1, 0])
    #expect(network.distance(from: 3, to: 0) == 2)
    #expect(network.path(from: 0, to: 3) == nil)
    #expect(network.distance(from: 2, to: 2) == 0)
  }

  @Test(arguments: 0..<20)
  func distancesEqualFloydAndWarshall(seed: UInt64) throws {
    let network = try KnowledgeNetwork.random(12, density: 0.12, seed: seed, isDirected: seed.isMultiple(of: 2))
    let steps = network.stepsBetweenAll()
    for source in network.actors.indices {
      for target in network.actors.indices {
        #expect(network.distance(from: source, to: target).map(Double.init) ?? .infinity == steps[source][target])
        let path = network.path(from: source, to: target)
        #expect(zip(path ?? [], (path ?? []).dropFirst()).allSatisfy { network.hasTie(from: $0, to: $1) })
      }
    }
  }
}
