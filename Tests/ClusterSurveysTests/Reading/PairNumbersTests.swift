import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

@Suite struct PairNumbersTests {
  private struct Pair: Hashable {
    let first: UInt32
    let second: UInt32
  }

  @Test func pairsAreNumberedAsADictionaryNumbersThem() {
    var generator = SeededGenerator(seed: 7)
    var numbers = PairNumbers()
    for room in [0, 3, 700, 20] {
      numbers.removeAll(room: room)
      var known: [Pair: Int] = [:]
      for _ in 0..<2_000 {
        let pair = Pair(
          first: UInt32.random(in: 0..<40, using: &generator), second: UInt32.random(in: 0..<40, using: &generator))
        #expect(numbers.find(pair.first, pair.second) == known[pair])
        let next = known.count
        let number = known[pair, default: next]
        known[pair] = number
        #expect(numbers.number(of: pair.first, pair.second) == number && numbers.count == known.count)
      }
    }
  }
}
