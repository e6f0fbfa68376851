import Testing

@testable import KnowledgeNetworks

@Suite struct SortedPairsTests {
  private func pairs(_ count: Int, actors: Int, seed: UInt64) -> [(owner: UInt32, partner: UInt32)] {
    var generator = SeededGenerator(seed: seed)
    // A third of them stand in the row of one actor.
    return (0..<count).map { _ in
      (generator.below(3) == 0 ? 0 : UInt32(generator.below(actors)), UInt32(generator.below(actors)))
    }
  }

  /// The rows as they would be written by hand.
  private func naive(_ pairs: [(owner: UInt32, partner: UInt32)], actors: Int) -> [[UInt32]] {
    var rows = [[UInt32]](repeating: [], count: actors)
    for pair in pairs { rows[Int(pair.owner)].append(pair.partner) }
    return rows.map { $0.sorted() }
  }

  private func rows(_ rows: CompressedRows) -> [[UInt32]] { (0..<rows.starts.count - 1).map { Array(rows[$0]) } }

  @Test(arguments: [(1, 0), (1, 5), (3, 40), (1_000, 3_000), (1_025, 5_000), (70_000, 20_000), (5, 600_000)])
  func pairsStandInAscendingRowsWithTheirRepeatsCounted(_ actors: Int, _ count: Int) throws {
    let pairs = pairs(count, actors: actors, seed: UInt64(actors + count))
    let (owners, partners) = (pairs.map(\.owner), pairs.map(\.partner))
    let expected = naive(pairs, actors: actors)
    for threads in [1, 2, 5] {
      let workers = Workers(threads: threads)
      let unsorted = UnsortedPairs.listed(owners: owners, partners: partners)
      let narrow = try OwnerBuckets<UInt32>(unsorted, actors: actors, workers: workers)
      let wide = try OwnerBuckets<UInt64>(unsorted, actors: actors, workers: workers)
      for sorted in [
        try SortedPairs(unsorted, actors: actors, workers: workers),
        try narrow.sorted(actors: actors, workers: workers), try wide.sorted(actors: actors, workers: workers),
      ] {
        let isRight = rows(sorted.rows) == expected
        #expect(isRight)
        #expect(sorted.repeatCount == zip(expected, expected.map(Set.init)).reduce(0) { $0 + $1.0.count - $1.1.count })
      }
    }
  }

  @Test(arguments: [(1, 5), (1_025, 5_000), (5, 600_000)]) func turnedRowsAreThoseOfTheOtherSide(
    _ actors: Int, _ count: Int
  ) throws {
    let pairs = pairs(count, actors: actors, seed: 9)
    let unsorted = UnsortedPairs.listed(owners: pairs.map(\.owner), partners: pairs.map(\.partner))
    let sorted = try SortedPairs(unsorted, actors: actors, workers: .all)
    let turned = try sorted.rows.reversed(workers: .all)
    let isRight = rows(turned) == naive(pairs.map { ($0.partner, $0.owner) }, actors: actors)
    #expect(isRight)
  }

  @Test func narrowPairsHoldTwoMillionActors() {
    #expect(OwnerBuckets<UInt32>.hold(actors: 2_097_151) && !OwnerBuckets<UInt32>.hold(actors: 2_097_152))
    #expect(OwnerBuckets<UInt64>.hold(actors: Int(UInt32.max)))
  }
}
