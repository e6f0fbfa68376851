import KnowledgeNetworks
import Testing

@testable import KnowledgeDiffusion

/// Who is drawn beside a group.
struct StarterDrawsTests {
  private func made(_ rule: StarterDraws, _ group: [Int], _ degrees: [Int], count: Int) throws -> [[Int]] {
    let others = degrees.indices.filter { !group.contains($0) }
    return try rule.draws(count, as: group, from: others, degrees: degrees, seed: 5, by: .all)
  }

  @Test func everySetIsEquallyLikely() throws {
    let draws = try made(.anyone, [5, 6], [3, 1, 4, 1, 5, 9, 2], count: 10_000)
    let counts = Dictionary(grouping: draws) { $0.sorted() }.mapValues(\.count)
    #expect(counts.count == 10 && draws.allSatisfy { Set($0).count == 2 && Set($0).isDisjoint(with: [5, 6]) })
    // Four standard deviations of 1,000.
    #expect(counts.values.allSatisfy { abs($0 - 1_000) < 120 })
  }

  /// Replays each draw by looking at everybody who is left.
  @Test func eachTakesTheNearestThatIsLeft() throws {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let degrees = (0..<20).map { _ in generator.below(2 + Int(seed) % 9) }
      let group = Array(0..<1 + generator.below(10))
      let wanted = group.map { degrees[$0] }.sorted(by: >)
      for draw in try made(.likeDegrees, group, degrees, count: 30) {
        var left = Set(group.count..<20)
        for (want, taken) in zip(wanted, draw) {
          #expect(left.map { abs(degrees[$0] - want) }.min() == abs(degrees[taken] - want))
          #expect(left.remove(taken) != nil)
        }
        #expect(draw.count == group.count)
      }
    }
  }

  @Test func equallyNearOnesAreEquallyLikely() throws {
    // One below, two above and two further off.
    let draws = try made(.likeDegrees, [0], [5, 4, 6, 6, 3, 7], count: 9_000)
    let counts = Dictionary(grouping: draws.flatMap(\.self), by: \.self).mapValues(\.count)
    #expect(counts.keys.sorted() == [1, 2, 3])
    #expect(counts.values.allSatisfy { abs($0 - 3_000) < 180 })
  }

  /// With the side itself in the pool, labels are dealt out among actors of equal degree.
  @Test func whoIsInThePoolMatchesExactly() throws {
    let degrees = [2, 0, 2, 1, 0, 2, 7]
    let draws = try StarterDraws.likeDegrees.draws(
      3_000, as: [0, 1, 6], from: Array(degrees.indices), degrees: degrees, seed: 2, by: .all)
    let counts = Dictionary(grouping: draws, by: \.self).mapValues(\.count)
    // Three with 2 receivers, two with none, and the one with 7 always: 500 each, four standard deviations of it.
    #expect(counts.count == 6 && counts.values.allSatisfy { abs($0 - 500) < 82 })
    #expect(counts.keys.allSatisfy { $0.map { degrees[$0] } == [7, 2, 0] })
  }

  @Test func moreDrawsBeginWithTheSameOnes() throws {
    let degrees = (0..<30).map { $0 % 4 }
    for rule in [StarterDraws.anyone, .likeDegrees] {
      let (few, many) = (try made(rule, [1, 2, 3], degrees, count: 10), try made(rule, [1, 2, 3], degrees, count: 40))
      #expect(few == Array(many.prefix(10)))
    }
  }
}
