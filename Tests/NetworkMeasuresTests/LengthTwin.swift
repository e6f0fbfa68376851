import KnowledgeNetworks
import Testing

@testable import NetworkMeasures

/// Expects harmonic centrality and closeness to be what one search after another finds.
func expectDistancesOfOneSearchAfterAnother(_ network: KnowledgeNetwork, _ direction: Direction) throws {
  var search = LengthSearch(LengthRows(network, direction))
  var (harmonic, closeness): ([Double], [Double]) = ([], [])
  for actor in network.actors.indices {
    search.run(from: actor)
    let distances = search.reached.dropFirst().map { search.distances[Int($0)] }
    harmonic.append(distances.reduce(0) { $0 + 1 / $1 })
    closeness.append(distances.isEmpty ? .nan : Double(distances.count) / distances.reduce(0, +))
  }
  expectSame(try network.harmonic(direction, engine: .parallel), harmonic)
  expectSame(try network.closeness(direction, isNormalized: true, engine: .parallel), closeness)
}

func expectSame(_ scores: ActorScores, _ twin: [Double]) {
  for (score, twin) in zip(scores, twin) {
    #expect(score == nil ? twin.isNaN : abs((score ?? 0) - twin) <= 1e-9 * abs(twin), "\(scores.measure)")
  }
}

extension KnowledgeNetwork {
  /// The same ties with lengths, drawn tie by tie.
  func lengthened(
    seed: UInt64 = 1, _ length: (inout SeededGenerator) -> Double
  ) throws -> KnowledgeNetwork {
    var generator = SeededGenerator(seed: seed, stream: 3)
    let ties = ties.map { tie in
      var tie = tie
      tie.weight = length(&generator)
      return tie
    }
    return try KnowledgeNetwork(actors: actors, ties: ties, isDirected: isDirected, weightMeaning: .distance)
  }
}
