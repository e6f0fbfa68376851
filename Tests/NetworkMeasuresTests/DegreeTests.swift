import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct DegreeTests {
  @Test func knoke() throws {
    let network = try KnokeOrganisations.information
    #expect(Array(network.degree(.outgoing)) == [4, 7, 6, 4, 8, 3, 3, 6, 3, 5])
    #expect(Array(network.degree(.incoming)) == [5, 8, 4, 5, 8, 1, 9, 2, 5, 2])
    #expect(Array(network.degree(.both)) == [9, 15, 10, 9, 16, 4, 12, 8, 8, 7])
  }

  @Test func namesSayTheDirection() throws {
    let network = try KnokeOrganisations.money
    #expect(Direction.allCases.map { network.degree($0).measure } == ["out-degree", "in-degree", "degree"])
    #expect(network.strength(.incoming).measure == "in-strength")
  }

  @Test func agreesWithTheTableOfWeights() throws {
    for network in try SmallNetworks.weighted(60) {
      let table = network.dense
      let range = table.indices
      let given = range.map { actor in table[actor].reduce(0, +) }
      let received = range.map { actor in range.reduce(0) { $0 + table[$1][actor] } }
      #expect(agree(network.strength(.outgoing), given))
      #expect(agree(network.strength(.incoming), received))
      let both = network.isDirected ? zip(given, received).map(+) : given
      #expect(agree(network.strength(.both), both))
      #expect(agree(network.degree(.outgoing), table.map { Double($0.count { $0 > 0 }) }))
    }
  }

  @Test func sumOfOutDegreesIsPairCount() throws {
    for network in try SmallNetworks.random(40) where network.isDirected {
      for direction in [Direction.outgoing, .incoming] {
        #expect(network.degree(direction).compactMap(\.self).reduce(0, +) == Double(network.pairCount))
      }
    }
  }

  @Test func reversalSwapsInAndOutDegree() throws {
    for network in try SmallNetworks.weighted(40) {
      #expect(Array(network.degree(.outgoing)) == Array(network.reversed().degree(.incoming)))
      #expect(agree(network.strength(.outgoing), network.reversed().strength(.incoming).map { $0 ?? .nan }))
    }
  }

  @Test func strengthWithoutWeightsIsDegree() throws {
    for network in try SmallNetworks.random(20) {
      for direction in Direction.allCases {
        #expect(Array(network.strength(direction)) == Array(network.degree(direction)))
        #expect(network.strength(direction).remarks.isEmpty)
      }
    }
  }

  @Test(arguments: [(WeightMeaning.strength, 0), (.none, 1), (.distance, 1)])
  func undeclaredWeightsAreRemarkedOn(meaning: WeightMeaning, remarks: Int) throws {
    let network = try KnowledgeNetwork(
      actors: [NetworkActor(id: "a"), NetworkActor(id: "b")], ties: [Tie(source: 0, target: 1, weight: 2.5)],
      weightMeaning: meaning)
    #expect(Array(network.strength(.outgoing)) == [2.5, 0])
    #expect(network.strength(.outgoing).remarks.count == remarks)
  }
}

@Suite struct ScopeDegreesTests {
  /// Two actors of one cluster, one in the same region, one in the same country, one abroad, one nobody placed.
  private var network: KnowledgeNetwork {
    get throws {
      let actors = [
        NetworkActor(id: "home", cluster: "A", region: "r", country: "DE"),
        NetworkActor(id: "local", cluster: "A", region: "r", country: "DE"),
        NetworkActor(id: "regional", cluster: "B", region: "r", country: "DE"),
        NetworkActor(id: "national", cluster: "B", region: "s", country: "DE"),
        NetworkActor(id: "abroad", cluster: "C", region: "t", country: "FR"),
        NetworkActor(id: "unplaced", cluster: "C"),
        NetworkActor(id: "unknown"),
      ]
      let ties = (1...6).map { Tie(source: 0, target: $0, weight: Double($0)) } + [Tie(source: 1, target: 0, weight: 9)]
      return try KnowledgeNetwork(actors: actors, ties: ties, weightMeaning: .strength)
    }
  }

  @Test func everyScopeIsCountedApart() throws {
    let given = try network.degreesByScope(.outgoing)
    for (scope, weight) in zip(TieScope.allScopes, [1.0, 2, 3, 4, 5, 6]) {
      #expect(given.degree(scope)[0] == 1)
      #expect(given.strength(scope)[0] == weight)
    }
    #expect(given.pipelineDegree[0] == 4)
    #expect(given.pipelineStrength[0] == 14)
    #expect(given.degree(.localBuzz)[1] == 1)
    #expect(given.degree(.localBuzz)[6] == 0)
  }

  @Test func bothDirectionsAddUp() throws {
    let all = try network.degreesByScope(.both)
    #expect(all.degree(.localBuzz)[0] == 2)
    #expect(all.strength(.localBuzz)[0] == 10)
    #expect(all.degree(.globalPipeline(.international)).measure == "degree-international_pipeline")
  }

  @Test func scopesSumToDegreeAndStrength() throws {
    for (run, plain) in try SmallNetworks.weighted(30).enumerated() {
      let network = try SmallNetworks.placed(plain, seed: UInt64(run))
      for direction in Direction.allCases {
        let split = network.degreesByScope(direction)
        func sums(_ part: (TieScope) -> ActorScores) -> [Double] {
          network.actors.indices.map { actor in TieScope.allScopes.reduce(0) { $0 + (part($1)[actor] ?? .nan) } }
        }
        #expect(agree(network.degree(direction), sums(split.degree)))
        #expect(agree(network.strength(direction), sums(split.strength)))
      }
    }
  }

  @Test func agreesWithALoopOverPairs() throws {
    for (run, plain) in try SmallNetworks.random(30).enumerated() {
      let network = try SmallNetworks.placed(plain, seed: UInt64(run))
      let split = network.degreesByScope(.incoming)
      for scope in TieScope.allScopes {
        let expected = network.actors.indices.map { actor in
          Double(
            network.actors.indices.count {
              network.hasTie(from: $0, to: actor) && network.scope(between: $0, and: actor) == scope
            })
        }
        #expect(agree(split.degree(scope), expected))
      }
    }
  }
}
