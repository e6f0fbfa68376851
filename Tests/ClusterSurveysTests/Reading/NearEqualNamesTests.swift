import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

@Suite struct NearEqualNamesTests {
  @Test(arguments: [0, 1, 2, 70, 5_000, 100_000]) func whoSharesANameIsAmongTheCandidates(_ count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let names = (0..<count).map { _ in
      (generator.below(2) == 0 ? "mu\u{308}ller " : "m\u{FC}ller ") + "\(generator.below(2 * count))"
    }
    let sharers = Dictionary(grouping: names.indices, by: { names[$0] }).values.filter { $0.count > 1 }
    let candidates = RecurringNames(count, workers: .all) { names[$0].hashValue }.candidates
    #expect(Set(sharers.joined()).isSubset(of: candidates))
    #expect(candidates.count <= sharers.joined().count + count / 1_000 && candidates == candidates.sorted())
  }
}
