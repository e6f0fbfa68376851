import DiffusionRoles
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

struct GatekeepersTests {
  @Test func aSmallNetworkByHand() throws {
    // g brings in and passes on; s sends out and passes on; l is local only; o outside; u says nothing of its place.
    let network = try ClusteredNetworks.written("g@x s@x l@x o@y u i@x", "o>g g>l l>g s>l s>o u>l o>u")
    let gates = network.gatekeepers()
    #expect(Array(gates.internalRelations) == [1, 1, 2, 0, nil, 0])
    #expect(Array(gates.externalRelations) == [1, 1, 0, 2, nil, 0])
    #expect(network.actors.indices.map(gates.isGatekeeper) == [true, true, false, false, nil, false])
    #expect(network.actors.indices.map(gates.bringsIn) == [true, false, false, false, nil, false])
    #expect(gates.gatekeepers == [0, 1])
    #expect(gates.bringers == [0])
    #expect(gates.remarks.contains { $0.contains("not defined for 1 actor") })
    #expect(gates.remarks.contains { $0.contains("lower bounds for 2 actors") })
  }

  @Test func intensitiesByHandAndByName() throws {
    let network = try ClusteredNetworks.written("g@x a@x b@x c@x d@x o@y", "g>a g>b c>g d>g o>g")
    let gates = network.gatekeepers()
    #expect(gates.intensity(.minimum)[0] == 1)
    #expect(gates.intensity(.geometricMean)[0] == 2)
    for rule in GatekeeperIntensity.allCases {
      #expect(gates.intensity(rule).measure == rule.rawValue)
      #expect(rule.label.contains("reconstruction"))
      #expect(gates.intensity(rule).remarks.first == rule.label)
    }
  }

  @Test func countsEqualTheNaiveTwin() throws {
    for network in try ClusteredNetworks.sample() + ClusteredNetworks.sample(isDirected: false) {
      let gates = network.gatekeepers()
      let table = NaiveTable(network)
      for actor in table.actors {
        let partners = table.actors.filter { table.has[actor][$0] || table.has[$0][actor] }
        let inside = partners.count { table.isInside(actor, $0) }
        let outside = partners.count { table.isOutside(actor, $0) }
        let isUndefined = table.isUndefined(actor)
        #expect(gates.internalRelations[actor] == (isUndefined ? nil : Double(inside)))
        #expect(gates.externalRelations[actor] == (isUndefined ? nil : Double(outside)))
        #expect(gates.isGatekeeper(actor) == (isUndefined ? nil : inside >= 1 && outside >= 1))
        let bringsIn = table.receivedOutside(actor) >= 1 && table.givenInside(actor) >= 1
        #expect(gates.bringsIn(actor) == (isUndefined ? nil : bringsIn))
      }
    }
  }

  @Test func whoBringsInIsAGatekeeper() throws {
    for network in try ClusteredNetworks.sample() {
      let gates = network.gatekeepers()
      #expect(Set(gates.bringers).isSubset(of: gates.gatekeepers))
    }
  }

  @Test func reversalKeepsGatekeepers() throws {
    for network in try ClusteredNetworks.sample() {
      #expect(network.gatekeepers().gatekeepers == network.reversed().gatekeepers().gatekeepers)
    }
  }

  @Test func withoutDirectionBothRulesAgree() throws {
    for network in try ClusteredNetworks.sample(isDirected: false) {
      let gates = network.gatekeepers()
      #expect(gates.gatekeepers == gates.bringers)
    }
  }

  @Test func intensityIsPositiveExactlyForGatekeepers() throws {
    for network in try ClusteredNetworks.sample() {
      let gates = network.gatekeepers()
      for rule in GatekeeperIntensity.allCases {
        let intensity = gates.intensity(rule)
        #expect(
          network.actors.indices.map { intensity[$0].map { $0 > 0 } } == network.actors.indices.map(gates.isGatekeeper))
      }
    }
  }

  @Test func noTiesOneActorNoClusters() throws {
    let lonely = try KnowledgeNetwork.test(1, []).gatekeepers()
    #expect(lonely.isGatekeeper(0) == false)
    #expect(lonely.remarks.isEmpty)
    let placeless = try KnowledgeNetwork.test(3, [(0, 1)]).gatekeepers()
    #expect((0..<3).map(placeless.isGatekeeper) == [nil, nil, false])
  }
}
