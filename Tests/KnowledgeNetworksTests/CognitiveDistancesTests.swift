import KnowledgeNetworks
import TestNetworks
import Testing

/// Cognitive distances against their definition.
@Suite struct CognitiveDistancesTests {
  /// How many ties on each topic touch each actor, counted one by one.
  private func amounts(_ network: KnowledgeNetwork) -> [[Double]] {
    let ties = Array(network.ties)
    return network.actors.indices.map { actor in
      TestTopics.all.map { topic in
        Double(ties.count { $0.topic == topic && ($0.source == actor || $0.target == actor) })
      }
    }
  }

  /// From the definition.
  private func twin(_ left: [Double], _ right: [Double], _ measure: CognitiveDistanceMeasure) -> Double? {
    guard left.contains(where: { $0 > 0 }), right.contains(where: { $0 > 0 }) else { return nil }
    switch measure {
    case .cosine:
      func length(_ vector: [Double]) -> Double { vector.reduce(0) { $0 + $1 * $1 }.squareRoot() }
      return 1 - zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } / (length(left) * length(right))
    case .jaccard:
      let both = zip(left, right).count { $0 > 0 && $1 > 0 }
      let either = zip(left, right).count { $0 > 0 || $1 > 0 }
      return 1 - Double(both) / Double(either)
    }
  }

  @Test(arguments: CognitiveDistanceMeasure.allCases, [true, false])
  func distancesEqualTheirDefinition(measure: CognitiveDistanceMeasure, isDirected: Bool) throws {
    var undefined = 0
    for seed in 0..<20 {
      let network = try TestTopics.network(seed: UInt64(seed), isDirected: isDirected)
      let (distances, amounts) = (try network.cognitiveDistances(by: measure), amounts(network))
      for first in 0..<12 {
        for second in 0..<12 {
          let (found, expected) = (distances.between(first, second), twin(amounts[first], amounts[second], measure))
          #expect(found == distances.between(second, first))
          #expect((found == nil) == (expected == nil))
          guard let found, let expected else {
            undefined += 1
            continue
          }
          #expect(abs(found - expected) < 1e-12 && (0...1).contains(found))
          if first == second { #expect(found == 0) }
        }
      }
    }
    #expect(undefined > 0)
  }

  @Test func distancesByHand() throws {
    let vectors: [[Double]] = [[3, 4, 0], [4, 3, 0], [0, 0, 2], [6, 8, 0], [0, 0, 0], [1, 1, 1]]
    let (cosine, jaccard) = (
      try CognitiveDistances(topicVectors: vectors), try CognitiveDistances(topicVectors: vectors, by: .jaccard)
    )
    #expect(abs((cosine.between(0, 1) ?? 9) - 0.04) < 1e-15 && jaccard.between(0, 1) == 0)
    #expect(cosine.between(0, 2) == 1 && jaccard.between(0, 2) == 1)
    // As much again of each topic is the same direction.
    #expect(cosine.between(0, 3) == 0)
    #expect(cosine.between(0, 4) == nil && jaccard.between(4, 4) == nil)
    #expect(abs((jaccard.between(5, 0) ?? 9) - 1.0 / 3) < 1e-15)
  }

  /// Who gives on a topic handles it as much as who receives, and turning all ties round changes nothing.
  @Test func directionChangesNoDistance() throws {
    for seed in 0..<10 {
      let network = try TestTopics.network(seed: UInt64(seed))
      #expect(try network.cognitiveDistances() == network.reversed().cognitiveDistances())
    }
  }

  @Test func withoutTopicsThereIsNoDistance() throws {
    let network = try KnowledgeNetwork(
      actors: (0..<4).map { NetworkActor(id: "a\($0)") },
      ties: [Tie(source: 0, target: 1, topic: "lasers"), Tie(source: 1, target: 2)])
    let distances = try network.cognitiveDistances()
    #expect(distances.between(0, 1) == 0)
    #expect(distances.between(0, 2) == nil && distances.between(3, 0) == nil)
    let error = #expect(throws: BuzzlineError.self) { try KnowledgeNetwork.test(2, [(0, 1)]).cognitiveDistances() }
    #expect(error?.code == .unknownGroup)
    #expect(throws: BuzzlineError.self) { try CognitiveDistances(topicVectors: [[1], [1, 2]]) }
    #expect(throws: BuzzlineError.self) { try CognitiveDistances(topicVectors: [[-1]]) }
    #expect(throws: BuzzlineError.self) { try CognitiveDistances(topicVectors: [[.nan]]) }
    #expect(try CognitiveDistances(topicVectors: []).actorCount == 0)
  }
}
