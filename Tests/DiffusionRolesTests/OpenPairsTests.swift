import DiffusionRoles
import KnowledgeNetworks
import TestNetworks
import Testing

/// The pairs behind a count of brokerage.
@Suite struct OpenPairsTests {
  private static func example(_ seed: UInt64) throws -> (KnowledgeNetwork, [String?]) {
    let network = try KnowledgeNetwork.random(20, density: 0.2, seed: seed, isDirected: seed % 3 > 0)
    return (network, randomLabels(20, groups: 3, missing: 6, seed: seed))
  }

  @Test(arguments: 1...9 as ClosedRange<UInt64>) func openPairsAreThoseCounted(seed: UInt64) throws {
    let (network, labels) = try Self.example(seed)
    let brokerage = try network.brokerage(by: Grouping(name: "kind", labels: labels))
    let twin = BrokerageTwin(network, labels: labels)
    for actor in network.actors.indices {
      for role in BrokerageRole.allCases {
        let pairs = brokerage.openPairs(of: actor, as: role)
        #expect(pairs.count == brokerage[actor]?[role] ?? 0)
        let expected = twin.triads.filter { $0.broker == actor && $0.role == role }
        #expect(pairs == expected.map { OpenPair(giver: $0.giver, receiver: $0.receiver) })
      }
    }
  }

  @Test func openPairsAreOpen() throws {
    let network = try KnokeOrganisations.information
    let brokerage = try network.brokerage(by: KnokeOrganisations.groups)
    for actor in network.actors.indices {
      for pair in BrokerageRole.allCases.flatMap({ brokerage.openPairs(of: actor, as: $0) }) {
        #expect(network.hasTie(from: pair.giver, to: actor) && network.hasTie(from: actor, to: pair.receiver))
        #expect(!network.hasTie(from: pair.giver, to: pair.receiver) && pair.giver != pair.receiver)
      }
    }
  }

  @Test(arguments: 1...9 as ClosedRange<UInt64>) func soleBrokersAreCountedByHand(seed: UInt64) throws {
    let (network, labels) = try Self.example(seed)
    let twin = BrokerageTwin(network, labels: labels)
    let alone = twin.triads.filter { triad in
      twin.triads.count { $0.giver == triad.giver && $0.receiver == triad.receiver } == 1
    }
    let expected = labels.indices.map { actor in labels[actor].map { _ in alone.count { $0.broker == actor } } }
    let brokerage = try network.brokerage(by: Grouping(name: "kind", labels: labels))
    #expect(try brokerage.solePairs() == expected)
    #expect(!alone.isEmpty && alone.count < twin.triads.count)
  }
}
