import Testing

@testable import KnowledgeNetworks

@Suite struct KnowledgeNetworkPlainTiesTests {
  /// Ties among so many actors, a few of which have a good part of them.
  private func ties(_ count: Int, actors: Int, seed: UInt64) -> PlainTies {
    var generator = SeededGenerator(seed: seed)
    let pairs = (0..<count).compactMap { _ -> (UInt32, UInt32)? in
      let source = generator.below(3) == 0 ? generator.below(min(3, actors)) : generator.below(actors)
      let target = generator.below(actors)
      return source == target ? nil : (UInt32(source), UInt32(target))
    }
    return PlainTies(sources: pairs.map(\.0), targets: pairs.map(\.1))
  }

  @Test(arguments: [(1, 0), (2, 3), (7, 5), (7, 60), (300, 2_000), (5_000, 9_000), (3_000, 300_000)], [true, false])
  func plainTiesMakeTheNetworkThatTiesOneByOneMake(_ size: (actors: Int, ties: Int), isDirected: Bool) throws {
    let plain = ties(size.ties, actors: size.actors, seed: UInt64(size.ties))
    let actors = (0..<size.actors).map { NetworkActor(id: "a\($0)") }
    let expected = try KnowledgeNetwork(
      actors: actors, ties: (0..<plain.count).map { plain[$0] }, isDirected: isDirected, weightMeaning: .strength)
    for threads in [1, 2, 8] {
      let network = try KnowledgeNetwork(
        actors: actors, ties: plain, isDirected: isDirected, weightMeaning: .strength,
        workers: Workers(threads: threads))
      #expect(network.outgoing.starts == expected.outgoing.starts)
      #expect(network.outgoing.partners == expected.outgoing.partners)
      #expect(network.incoming.starts == expected.incoming.starts)
      #expect(network.incoming.partners == expected.incoming.partners)
      #expect(network.incomingPairs == expected.incomingPairs && network.pairWeights == expected.pairWeights)
      #expect(network.tieCount == expected.tieCount && network.tieCount == plain.count)
      #expect((network.layers == nil) == (expected.layers == nil))
      #expect(network.layers?.starts == expected.layers?.starts && network.layers?.weights == expected.layers?.weights)
    }
  }

  @Test func whatMakesNoTieIsRefused() {
    let actors = ["a", "b"].map { NetworkActor(id: $0) }
    for (target, code) in [(UInt32(0), BuzzlineError.Code.selfTie), (2, .actorOutOfRange)] {
      let error = #expect(throws: BuzzlineError.self) {
        try KnowledgeNetwork(actors: actors, ties: PlainTies(sources: [1, 0], targets: [0, target]))
      }
      #expect(error?.code == code)
    }
  }

  @Test func repeatsAreCounted() throws {
    let ties = PlainTies(sources: [0, 1, 0, 0, 1], targets: [1, 0, 1, 1, 2])
    #expect(try ties.sorted(actors: 3, workers: .all).repeatCount == 2)
    #expect(try PlainTies().sorted(actors: 0, workers: .all).repeatCount == 0)
  }

  @Test func buildingIsGivenUpWhenItsTaskIs() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try KnowledgeNetwork(
        actors: ["a", "b"].map { NetworkActor(id: $0) }, ties: PlainTies(sources: [0], targets: [1]))
    }
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
