import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import GraphFiles

/// A packed network is read back as the same network, or refused in a sentence.
@Suite struct PackedNetworkTests {
  /// Networks with and without direction, weights, topics and waves, of actors that say much, little or nothing.
  private static func networks() throws -> [KnowledgeNetwork] {
    var actors = (0..<6).map { NetworkActor(id: "é\($0)", name: $0 == 1 ? "Müller, Söhne" : nil) }
    (actors[0].kind, actors[0].cluster) = (.sme, Cluster(rawValue: "north"))
    (actors[1].region, actors[1].country) = ("", "DE")
    actors[2].isMember = false
    actors[3].statedPipelines = PipelineCounts(regional: 0, international: 12)
    actors[4].attributes = ["staff": "007", "kind": "", "öl": "x"]
    let plain = [Tie(source: 0, target: 1), Tie(source: 1, target: 4), Tie(source: 4, target: 0)]
    let weighted = [Tie(source: 0, target: 1, weight: 2.5), Tie(source: 3, target: 1, weight: 0.1)]
    let layered = [
      Tie(source: 0, target: 1, weight: 2, topic: "oil", wave: "1"), Tie(source: 0, target: 1, topic: "gas"),
      Tie(source: 5, target: 1, channel: "fair", wave: "10"),
    ]
    var networks: [KnowledgeNetwork] = []
    for ties in [plain, weighted, layered] {
      for isDirected in [true, false] {
        for meaning in [WeightMeaning.none, .strength, .distance] {
          networks.append(
            try KnowledgeNetwork(actors: actors, ties: ties, isDirected: isDirected, weightMeaning: meaning))
        }
      }
    }
    return try networks + [
      .test(0, []), .test(3, []), .random(80, density: 0.05, seed: 1),
      .random(80, density: 0.05, seed: 2, isDirected: false),
    ]
  }

  @Test func whatIsPackedIsReadBackAsTheSame() throws {
    for network in try Self.networks() {
      let folder = try ScratchFolder()
      let (one, other) = (folder.url.appending(path: "one.bz"), folder.url.appending(path: "other.bz"))
      let order = Array(network.actors.indices.reversed())
      let digest = try PackedNetwork(network, fileOrder: order).write(to: one)
      let packed = try PackedNetwork(contentsOf: one, workers: Workers(threads: 2))
      #expect(packed.digest == digest && packed.fileOrder == order)
      let read = packed.network
      #expect(read.actors == network.actors && Array(read.ties) == Array(network.ties))
      #expect((read.isDirected, read.weightMeaning) == (network.isDirected, network.weightMeaning))
      for actor in network.actors.indices {
        #expect(read.position(of: network.actors[actor].id) == actor)
        #expect(Array(read.givers(to: actor)) == Array(network.givers(to: actor)))
        #expect(read.weightedGivers(to: actor).map(\.weight) == network.weightedGivers(to: actor).map(\.weight))
      }
      #expect((read.topics, read.channels) == (network.topics, network.channels) && read.waves == network.waves)
      try PackedNetwork(read, fileOrder: order).write(to: other)
      #expect(try Data(contentsOf: one) == Data(contentsOf: other))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2)
    }
  }

  @Test func oneByteChangedAnywhereIsRefused() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "net.bz")
    try PackedNetwork(try Self.networks()[12]).write(to: file)
    let whole = Array(try Data(contentsOf: file))
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x40
      try Data(bytes).write(to: file)
      #expect(throws: BuzzlineError.self, "byte \(place)") { try PackedNetwork(contentsOf: file) }
    }
  }

  @Test func foreignAndCutOffFilesAreRefusedInASentence() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "net.bz")
    func refusal(of bytes: some Sequence<UInt8>) throws -> BuzzlineError {
      try Data(bytes).write(to: file)
      return try #require(throws: BuzzlineError.self) { try PackedNetwork(contentsOf: file) }
    }
    try PackedNetwork(try .random(30, density: 0.1, seed: 3)).write(to: file)
    let whole = Array(try Data(contentsOf: file))
    for foreign in [[], Array("source,target\nA,B\n".utf8), Array(whole.prefix(20))] {
      #expect(try refusal(of: foreign).message.hasPrefix("This is not a packed network"))
    }
    #expect(try refusal(of: whole.dropLast()).message.hasPrefix("The file should have \(whole.count) bytes"))
    var later = whole
    later[16] = 2
    #expect(try refusal(of: later).message.hasPrefix("This is a packed network of version 2"))
    #expect(try refusal(of: later).code == .unknownFormat)
    #expect(throws: BuzzlineError.self) { try PackedNetwork(contentsOf: folder.url.appending(path: "none.bz")) }
  }

  @Test(arguments: 0..<300) func damagedFilesNeverCrash(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "net.bz")
    try PackedNetwork(try Self.networks()[Int(seed) % 18]).write(to: file)
    let whole = Array(try Data(contentsOf: file))
    let bytes = damaged(whole, [0, 1, 255, 10], &generator)
    guard bytes != whole else { return }
    try Data(bytes).write(to: file)
    // Only what lies between sections may change unseen.
    if let read = try? PackedNetwork(contentsOf: file) { #expect(read.network.actorCount <= 6) }
  }

  /// Checksums that are right do not make a network of rows that lead out of it.
  @Test func rowsThatDoNotFitAreRefused() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "net.bz")
    func write(starts: [UInt32], partners: [UInt32]) throws {
      let json = Array(#"{"actors":2,"fields":["id"],"isDirected":false,"weights":"none"}"#.utf8)
      try SectionFile.write(
        [
          FileSection("description", json), FileSection("actors0.words", Array("ab".utf8)),
          FileSection("actors0.starts", [0, 1, 2] as [UInt64]), FileSection("actors0.codes", [UInt32]()),
          FileSection("out.starts", starts), FileSection("out.partners", partners),
        ], kind: PackedNetwork.kind, to: file, workers: .all)
    }
    try write(starts: [0, 1, 2], partners: [1, 0])
    #expect(try PackedNetwork(contentsOf: file).network.pairCount == 1)
    for (starts, partners) in [
      ([0, 1, 2], [2, 0]), ([0, 1, 2], [0, 1]), ([0, 2, 1], [1, 0]), ([0, 1, 3], [1, 0]), ([0, 1], [1]),
      ([0, 2, 2], [1, 1]), ([1, 1, 2], [1, 0]), ([0, 1, 2], [1]),
    ] as [([UInt32], [UInt32])] {
      try write(starts: starts, partners: partners)
      #expect(throws: BuzzlineError.self) { try PackedNetwork(contentsOf: file) }
    }
  }
}
