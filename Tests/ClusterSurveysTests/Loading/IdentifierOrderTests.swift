import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

@Suite struct IdentifierOrderTests {
  private func identifiers(_ count: Int, alphabet: [String], length: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    var found: Set<String> = []
    for _ in 0..<count {
      let letters = (0..<1 + generator.below(length)).map { _ in alphabet[generator.below(alphabet.count)] }
      found.insert(["", "common-prefix-", "c"][generator.below(3)] + letters.joined())
    }
    var ids = found.sorted()
    generator.shuffle(&ids)
    return ids
  }

  @Test(arguments: [(20, 3), (700, 4), (3_000, 12), (5_000, 30)])
  func identifiersStandAsComparingThemWouldPutThem(_ count: Int, _ length: Int) {
    for alphabet in [["a", "b"], ["0", "1", "2", "Z", "a", "-"], ["a", "ä", "z", "日"]] {
      let ids = identifiers(count, alphabet: alphabet, length: length, seed: UInt64(count))
      let order = IdentifierOrder(of: ids)
      let isSorted = order.positions.map { ids[Int($0)] } == ids.sorted()
      #expect(isSorted)
      #expect(order.ranks.enumerated().allSatisfy { order.positions[Int($1)] == UInt32($0) })
      let isInOrder = IdentifierOrder(of: ids.sorted()).isAscending
      #expect(isInOrder)
    }
  }

  @Test func manyThatGrowByALetterAreSorted() {
    let ids = (1...300).map { String(repeating: "a", count: $0) }
    #expect(IdentifierOrder(of: ids.reversed()).positions == (0..<300).reversed())
  }

  @Test func fewAreInOrder() {
    #expect(IdentifierOrder(of: []).positions.isEmpty)
    #expect(IdentifierOrder(of: ["x"]).positions == [0])
  }
}
