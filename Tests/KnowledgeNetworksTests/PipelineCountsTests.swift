import Foundation
import KnowledgeNetworks
import Testing

/// Sources outside that actors state as counts, beside those that a network names.
@Suite struct PipelineCountsTests {
  /// Around `a`: a partner of each range, one whose place is not stated, one inside, and one without a cluster.
  private static let homes: [(id: String, cluster: Cluster?, region: String?, country: String?)] = [
    ("a", "north", "R1", "DE"), ("r", "south", "R1", "DE"), ("n", "south", "R2", "DE"), ("i", "south", "R3", "FR"),
    ("u", "south", nil, nil), ("b", "north", "R1", "DE"), ("x", nil, "R1", "DE"),
  ]

  /// The network in which `a` states counts; ties as pairs of letters, giver first.
  private static func network(
    _ counts: PipelineCounts?, _ ties: String, isMember: Bool = true, isDirected: Bool = true
  ) throws -> KnowledgeNetwork {
    var actors = homes.map { NetworkActor(id: $0.id, cluster: $0.cluster, region: $0.region, country: $0.country) }
    (actors[0].statedPipelines, actors[0].isMember) = (counts, isMember)
    func position(_ letter: Character?) -> Int { homes.firstIndex { $0.id == letter.map(String.init) } ?? 0 }
    return try KnowledgeNetwork(
      actors: actors,
      ties: ties.split(separator: " ").map { Tie(source: position($0.first), target: position($0.last)) },
      isDirected: isDirected)
  }

  struct Case: Sendable {
    let ties: String
    let stated: PipelineCounts
    let beyond: PipelineCounts
  }

  @Test(arguments: [
    Case(ties: "", stated: .init(regional: 2, international: 4), beyond: .init(regional: 2, international: 4)),
    Case(
      ties: "ra na ia", stated: .init(regional: 2, national: 1, international: 4),
      beyond: .init(regional: 1, national: 0, international: 3)),
    // Where the data name more than is stated, nothing is taken off another range.
    Case(ties: "ra na ia", stated: .init(regional: 0, international: 5), beyond: .init(regional: 0, international: 4)),
    // One of unknown range is one of the nearest that are left.
    Case(ties: "ua", stated: .init(regional: 1, national: 1), beyond: .init(regional: 0, national: 1)),
    Case(ties: "ua ra", stated: .init(regional: 1, national: 1), beyond: .init(regional: 0, national: 0)),
    Case(ties: "ua", stated: .init(international: 3), beyond: .init(international: 2)),
    // Those inside or of unknown scope, and those who only receive, are no sources outside.
    Case(ties: "ba xa ar an", stated: .init(regional: 1, national: 2), beyond: .init(regional: 1, national: 2)),
  ])
  func ofEachRangeTheLargerNumberHolds(_ one: Case) throws {
    #expect(try Self.network(one.stated, one.ties).statedSources(of: 0) == one.beyond)
  }

  @Test func whoOnlyReceivesIsAPartnerToo() throws {
    let network = try Self.network(.init(regional: 1, national: 2), "ar an na")
    #expect(network.statedSources(of: 0) == .init(regional: 1, national: 1))
    #expect(network.statedPartners(of: 0) == .init(regional: 0, national: 1))
    let undirected = try Self.network(.init(regional: 1, national: 2), "ar an", isDirected: false)
    #expect(undirected.statedSources(of: 0) == undirected.statedPartners(of: 0))
    #expect(undirected.statedSources(of: 0)?.total == 1)
  }

  @Test func outsidersAndTheSilentStateNothing() throws {
    #expect(try Self.network(nil, "ra").statedSources(of: 0) == nil)
    #expect(try Self.network(.init(national: 2), "", isMember: false).statedSources(of: 0) == nil)
    #expect(try Self.network(.init(national: 0), "").statedSources(of: 0)?.total == 0)
  }

  @Test func aSliceKeepsWhatItNames() throws {
    let network = try Self.network(.init(regional: 1, national: 2, international: 3), "ra")
    func stated(_ slice: KnowledgeNetwork) -> PipelineCounts? { slice.actors[0].statedPipelines }
    #expect(stated(network.slice(scopes: [.globalPipeline(.national), .localBuzz])) == .init(national: 2))
    #expect(stated(network.slice(scopes: [.localBuzz])) == nil)
    #expect(stated(network.slice(topics: ["t"])) == nil && stated(network.slice(channels: ["c"])) == nil)
    #expect(stated(network.slice(waves: ["1"])) == .init(regional: 1, national: 2, international: 3))
    #expect(stated(network.slice(clusters: ["north"]))?.total == 6)
  }

  @Test func countsAreWrittenAndReadBack() throws {
    var actor = NetworkActor(id: "a")
    actor.statedPipelines = .init(regional: 0, international: 7)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let written = try encoder.encode(actor)
    #expect(String(decoding: written, as: UTF8.self).contains(#""statedPipelines":{"international":7,"regional":0}"#))
    #expect(try JSONDecoder().decode(NetworkActor.self, from: written) == actor)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(PipelineCounts.self, from: Data(#"{"national":-1}"#.utf8))
    }
  }

  @Test func actorsWrittenBeforeThereWereCountsAreRead() throws {
    let old = Data(#"{"id":"a","name":"A","isMember":true,"attributes":{"size":"3"}}"#.utf8)
    let actor = try JSONDecoder().decode(NetworkActor.self, from: old)
    #expect(actor == NetworkActor(id: "a", name: "A", attributes: ["size": "3"]) && actor.statedPipelines == nil)
  }
}
