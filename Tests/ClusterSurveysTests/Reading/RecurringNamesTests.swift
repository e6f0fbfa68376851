import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

@Suite struct RecurringNamesTests {
  @Test(arguments: [0, 1, 2, 70, 5_000, 100_000]) func whoSharesANameIsAmongTheCandidates(_ count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let names = (0..<count).map { _ in
      (generator.below(2) == 0 ? "mu\u{308}ller " : "m\u{FC}ller ") + "\(generator.below(2 * count))"
    }
    let actors = names.enumerated().map { NetworkActor(id: "\($0)", name: $1) }
    let sharers = Dictionary(grouping: names.indices, by: { names[$0] }).values.filter { $0.count > 1 }
    let candidates = RecurringNames(of: actors, workers: .all).candidates
    #expect(Set(sharers.joined()).isSubset(of: candidates))
    #expect(candidates.count <= sharers.joined().count + count / 1_000 && candidates == candidates.sorted())
  }
}
