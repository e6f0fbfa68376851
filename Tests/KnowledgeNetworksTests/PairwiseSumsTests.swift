import KnowledgeNetworks
import Testing

/// Sums of rows have the same bits however the rows were cut.
@Suite struct PairwiseSumsTests {
  private static func rows(_ count: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: UInt64(count))
    return (0..<count).map { _ in (0..<3).map { _ in generator.unit() * 1e6 } }
  }

  /// By the definition: halves of halves, and what is left from the longest stretch to the shortest.
  private static func naive(_ rows: [[Double]]) -> [Double] {
    func sum(_ rows: ArraySlice<[Double]>) -> [Double] {
      guard rows.count > 1 else { return rows[rows.startIndex] }
      let middle = rows.startIndex + rows.count / 2
      return zip(sum(rows[..<middle]), sum(rows[middle...])).map(+)
    }
    var (left, total) = (rows[...], [Double]?.none)
    while !left.isEmpty {
      var length = 1
      while 2 * length <= left.count { length *= 2 }
      let part = sum(left.prefix(length))
      total = total.map { zip($0, part).map(+) } ?? part
      left = left.dropFirst(length)
    }
    return total ?? [0, 0, 0]
  }

  @Test(arguments: [0, 1, 2, 3, 7, 8, 13, 100]) func anyCutGivesTheSameBits(count: Int) {
    let rows = Self.rows(count)
    let expected = Self.naive(rows)
    for parts in [1, 2, 3, 5, 8, 150] {
      var joined = PairwiseSums()
      for part in 0..<parts {
        var sums = PairwiseSums()
        for row in count * part / parts..<count * (part + 1) / parts { sums.add(rows[row], at: row) }
        for stretch in sums.stretches { joined.add(stretch) }
      }
      #expect(joined.total(count: 3).map(\.bitPattern) == expected.map(\.bitPattern))
    }
  }

  @Test func aPartKeepsFewRows() {
    var sums = PairwiseSums()
    for row in 1..<1_023 { sums.add([1], at: row) }
    #expect(sums.stretches.count <= 18 && sums.total(count: 1) == [1_022])
  }
}
