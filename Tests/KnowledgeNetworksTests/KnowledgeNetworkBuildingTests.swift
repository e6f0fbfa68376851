import TestNetworks
import Testing

@testable import KnowledgeNetworks

struct KnowledgeNetworkBuildingTests {
  static let actors = ["ada", "bo", "cy"].map { NetworkActor(id: $0) }

  static func refusal(actors: [NetworkActor] = actors, ties: [Tie]) -> BuzzlineError? {
    do {
      _ = try KnowledgeNetwork(actors: actors, ties: ties)
      return nil
    } catch {
      return error
    }
  }

  @Test func `two actors with one identifier`() throws {
    let error = try #require(Self.refusal(actors: Self.actors + [NetworkActor(id: "bo")], ties: []))
    #expect(error.code == .duplicateActor)
    #expect(error.place.actor == "bo")
    #expect(error.message == "Two actors carry the identifier 'bo'.")
    #expect(error.description == error.message)
  }

  @Test(arguments: [(0, 3), (3, 0), (-1, 1), (1, -1), (Int.max, 0), (0, Int.min)])
  func `a tie to a position outside the roster`(source: Int, target: Int) throws {
    let error = try #require(Self.refusal(ties: [Tie(source: source, target: target)]))
    #expect(error.code == .actorOutOfRange)
    let wrong = (0..<3).contains(source) ? target : source
    #expect(error.message == "A tie names actor number \(wrong), but the roster has 3 actors.")
  }

  @Test func `a tie to oneself`() throws {
    let error = try #require(Self.refusal(ties: [Tie(source: 0, target: 1), Tie(source: 2, target: 2)]))
    #expect(error.code == .selfTie)
    #expect(error.place.actor == "cy")
    #expect(error.message.contains("'cy'"))
  }

  @Test(arguments: [0, -0.0, -1, Double.nan, Double.infinity, -Double.infinity])
  func `a weight that is not positive and finite`(weight: Double) throws {
    let error = try #require(Self.refusal(ties: [Tie(source: 0, target: 1, weight: weight)]))
    #expect(error.code == .invalidWeight)
    #expect(error.place.actor == "ada")
    #expect(error.message.contains("'ada' to 'bo'"))
  }

  @Test func `more actors or ties than 32 bits can number`() throws {
    let limit = 4_294_967_295
    try KnowledgeNetwork.checkLimits(actors: limit, ties: limit)
    for (actors, ties) in [(limit + 1, 0), (0, limit + 1)] {
      #expect {
        try KnowledgeNetwork.checkLimits(actors: actors, ties: ties)
      } throws: {
        ($0 as? BuzzlineError)?.code == .tooLarge
      }
    }
  }

  @Test func `the order of the ties is without effect`() throws {
    for (number, (network, naive)) in RandomNetworks.cases.enumerated() {
      var generator = SeededGenerator(seed: UInt64(number))
      var shuffled = naive.ties
      generator.shuffle(&shuffled)
      let other = try KnowledgeNetwork(actors: network.actors, ties: shuffled, isDirected: naive.isDirected)
      try #require(Array(other.ties) == Array(network.ties))
      // The very bits, though weights are sums of tenths.
      try #require(other.pairs.map(\.weight.bitPattern) == network.pairs.map(\.weight.bitPattern))
    }
  }

  @Test func `ties may come from a sequence that can be gone through once`() throws {
    var source = 0
    let once = AnySequence {
      AnyIterator<Tie> {
        source += 1
        return source < 3 ? Tie(source: source, target: 0, topic: "t\(source)") : nil
      }
    }
    let network = try KnowledgeNetwork(actors: Self.actors, ties: once)
    #expect(network.ties.map(\.source) == [1, 2])
    #expect(network.topics == ["t1", "t2"])
  }

  @Test func `ties that agree in everything but weight stay two of one pair`() throws {
    let ties = [Tie(source: 0, target: 1, weight: 2), Tie(source: 0, target: 1, weight: 0.5)]
    let network = try KnowledgeNetwork(actors: Self.actors, ties: ties)
    #expect(network.pairCount == 1)
    #expect(network.tieCount == 2)
    #expect(network.weight(from: 0, to: 1) == 2.5)
    #expect(network.ties.map(\.weight) == [0.5, 2])
  }

  @Test func `an undirected tie counts once, whichever way it is given`() throws {
    let ties = [Tie(source: 0, target: 1, topic: "x"), Tie(source: 1, target: 0, topic: "y")]
    let network = try KnowledgeNetwork(actors: Self.actors, ties: ties, isDirected: false)
    #expect(network.pairCount == 1)
    #expect(network.tieCount == 2)
    #expect(network.ties.map { [$0.source, $0.target] } == [[0, 1], [0, 1]])
    #expect(network.weight(from: 1, to: 0) == 2)
  }

  @Test func `nobody, and nobody tied`() throws {
    let empty = try KnowledgeNetwork(actors: [], ties: [Tie]())
    #expect(empty.actorCount == 0 && empty.tieCount == 0 && empty.pairCount == 0)
    #expect(Array(empty.ties).isEmpty && empty.topics.isEmpty)
    let isolates = try KnowledgeNetwork(actors: Self.actors, ties: [Tie](), weightMeaning: .distance)
    #expect(isolates.receivers(of: 2).isEmpty && isolates.givers(to: 0).isEmpty)
    #expect(isolates.weightMeaning == .distance)
  }
}

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
