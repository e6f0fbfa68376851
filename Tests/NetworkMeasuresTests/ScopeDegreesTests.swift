import KnowledgeNetworks
import NetworkMeasures
import Testing

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
