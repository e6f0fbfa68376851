import DiffusionRoles
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

/// Sources outside that actors state as counts, in the positions that they enter.
struct StatedPipelinesTests {
  private func network(
    _ plain: KnowledgeNetwork, _ describe: (Int, inout NetworkActor) -> Void
  ) throws -> KnowledgeNetwork {
    var actors = plain.actors
    for actor in actors.indices { describe(actor, &actors[actor]) }
    return try KnowledgeNetwork(actors: actors, ties: plain.ties, isDirected: plain.isDirected)
  }

  /// g names a giver outside, s and e only count some; the outsider's own count is nobody's business.
  private func written(withCounts: Bool = true) throws -> KnowledgeNetwork {
    let plain = try ClusteredNetworks.written("g@x s@x l@x e@x o@y", "o>g g>l s>l")
    let counts: [PipelineCounts?] = [
      .init(regional: 1), .init(national: 2), nil, .init(international: 5), .init(regional: 9),
    ]
    return try network(plain) { position, actor in
      actor.isMember = position < 4
      if withCounts { actor.statedPipelines = counts[position] }
    }
  }

  /// The networks of the other tests with places and counts drawn at random.
  private func sample(isDirected: Bool = true) throws -> [KnowledgeNetwork] {
    try ClusteredNetworks.sample(isDirected: isDirected).enumerated().map { seed, plain in
      var generator = SeededGenerator(seed: UInt64(seed), stream: 7)
      return try network(plain) { _, actor in
        actor.region = [nil, "R1", "R2"][generator.below(3)]
        actor.country = [nil, "DE", "FR"][generator.below(3)]
        func count() -> Int? { generator.below(2) == 0 ? nil : generator.below(4) }
        let counts = PipelineCounts(regional: count(), national: count(), international: count())
        if generator.below(2) == 0 { actor.statedPipelines = counts }
      }
    }
  }

  @Test func gatekeepersByHand() throws {
    let gates = try written().gatekeepers()
    #expect(Array(gates.externalRelations) == [1, 2, 0, 5, 1] && Array(gates.broughtIn) == [1, 2, 0, 5, 0])
    #expect(gates.statedRelations.map(Array.init) == [0, 2, 0, 5, 0])
    #expect(gates.statedSources.map(Array.init) == [0, 2, 0, 5, 0])
    #expect(gates.gatekeepers == [0, 1] && gates.gatekeepersByCount == [1])
    #expect(gates.bringers == [0, 1] && gates.bringersByCount == [1])
    #expect(Array(gates.internalRelations) == [1, 1, 2, 0, 0] && Array(gates.passedOn) == [1, 1, 0, 0, 0])
    #expect(gates.intensity(.minimum)[1] == 1)
    #expect(gates.remarks.contains { $0.hasPrefix("Sources outside include 7 that 2 actors state as counts") })
  }

  @Test func withoutCountsNothingSaysSo() throws {
    let gates = try written(withCounts: false).gatekeepers()
    #expect(gates.statedRelations == nil && gates.statedSources == nil)
    #expect(gates.gatekeepers == [0] && gates.gatekeepersByCount.isEmpty && gates.bringersByCount.isEmpty)
    #expect(!gates.remarks.contains { $0.contains("counts") })
  }

  @Test func positionsByHand() throws {
    func positions(_ network: KnowledgeNetwork) throws -> [CognitivePosition?] {
      let result = try network.cognitivePositions()
      return network.actors.indices.map { result[$0] }
    }
    #expect(
      try positions(written(withCounts: false)) == [.externalStar, .source, .absorber, .isolated, .isolated])
    #expect(try positions(written()) == [.externalStar, .externalStar, .absorber, .externalStar, .isolated])
    let result = try written().cognitivePositions()
    #expect(Array(result.openness) == [1, 2, 0, 5, 0] && result.cutOffs[0].openness == 1)
    #expect(result.statedSources.map(Array.init) == [0, 2, 0, 5, 0] && Array(result.tiesInside) == [1, 1, 2, 0, 0])
  }

  @Test func groupsLetInWhatTheirActorsCount() throws {
    let grouping = Grouping(name: "kind", labels: ["sme", "sme", "sme", "bank", nil])
    let rows = try written().diffusionRoles(by: grouping).groups
    let plain = try written(withCounts: false).diffusionRoles(by: grouping).groups
    #expect(rows.map(\.group) == ["bank", "sme"])
    #expect(rows.map(\.pipelineEntry.total) == [5, 3] && rows.map(\.pipelineEntryStated) == [5, 2])
    #expect(rows.map(\.pipelineEntry.share) == [0.625, 0.375])
    #expect(rows.map(\.gatekeepers.total) == [0, 2] && rows.map(\.gatekeepersByCount) == [0, 1])
    #expect(plain.map(\.pipelineEntry.total) == [0, 1] && plain.allSatisfy { $0.pipelineEntryStated == nil })
    #expect(rows.map(\.given) == plain.map(\.given) && rows.map(\.received) == plain.map(\.received))
    #expect(rows.map(\.net) == plain.map(\.net) && rows.map(\.passedOnInside) == plain.map(\.passedOnInside))
  }

  /// The larger of two numbers, range by range, counted anew from the network.
  @Test func externalRelationsEqualTheNaiveTwin() throws {
    var beyond = 0
    for network in try sample() + sample(isDirected: false) {
      let gates = network.gatekeepers()
      func outside(_ actor: Int, _ isCounted: (Int) -> Bool) -> Double {
        let ranges = network.actors.indices.filter(isCounted).compactMap { other -> PipelineRange? in
          if case .globalPipeline(let range) = network.scope(between: actor, and: other) { range } else { nil }
        }
        let surplus = PipelineCounts.ranges.reduce(0) { sum, range in
          sum + max(0, (network.actors[actor].statedPipelines?[range] ?? 0) - ranges.count { $0 == range })
        }
        return Double(ranges.count + max(0, surplus - ranges.count { $0 == .unstated }))
      }
      for actor in network.actors.indices where gates.externalRelations[actor] != nil {
        let gives = outside(actor) { network.hasTie(from: $0, to: actor) }
        #expect(gates.broughtIn[actor] == gives)
        let isPartner = outside(actor) { network.hasTie(from: $0, to: actor) || network.hasTie(from: actor, to: $0) }
        #expect(gates.externalRelations[actor] == isPartner)
        beyond += Int(gates.statedSources?[actor] ?? 0)
      }
    }
    #expect(beyond > 100)
  }

  @Test func countsNeverTakeAwayAGatekeeper() throws {
    var more = 0
    for network in try sample() {
      let plain = try self.network(network) { $1.statedPipelines = nil }.gatekeepers()
      let gates = network.gatekeepers()
      #expect(Set(plain.gatekeepers).isSubset(of: gates.gatekeepers))
      #expect(Set(gates.gatekeepers).subtracting(plain.gatekeepers) == Set(gates.gatekeepersByCount))
      #expect(Set(gates.bringers).subtracting(plain.bringers) == Set(gates.bringersByCount))
      more += gates.gatekeepersByCount.count
    }
    #expect(more > 5)
  }

  @Test func aCountDoesNotTellWhoIsInside() throws {
    let network = try network(ClusteredNetworks.written("u@x w", "u>w")) { position, actor in
      if position == 0 { actor.statedPipelines = .init(national: 4) }
    }
    #expect(network.gatekeepers().isGatekeeper(0) == nil)
    #expect(try network.cognitivePositions()[0] == nil)
    let row = try network.diffusionRoles(by: Grouping(name: "kind", labels: ["sme", "sme"])).groups[0]
    #expect(row.pipelineEntry.total == nil && row.pipelineEntryStated == 0)
  }
}
