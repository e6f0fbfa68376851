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

  /// Splits a name into numbers and other bytes: the number as digits without zeros in front, with their count.
  private func parts(_ name: String) -> [[Int]] {
    var parts: [[Int]] = []
    var isNumber = false
    for byte in name.utf8.map(Int.init) {
      if (48...57).contains(byte) {
        if isNumber { parts[parts.count - 1].append(byte) } else { parts.append([48, byte]) }
        isNumber = true
      } else {
        parts.append([byte])
        isNumber = false
      }
    }
    return parts.map { part in
      guard part.count > 1 else { return part }
      let digits = Array(part.dropFirst().drop { $0 == 48 })
      return [48, digits.count] + digits
    }
  }

  /// Names in the order of their parts, those of the same parts by the zeros in front of their numbers.
  private func naturallySorted(_ ids: [String]) -> [String] {
    let entries = ids.map { id -> (parts: [[Int]], zeros: [Int], id: String) in
      (parts(id), id.matches(of: /[0-9]+/).map { $0.output.count == 1 ? 0 : $0.output.prefix { $0 == "0" }.count }, id)
    }
    return entries.sorted { left, right in
      for (one, other) in zip(left.parts, right.parts) where one != other {
        // A number stands where its first digit would among other bytes.
        let (first, second) = (one[0], other[0])
        return first == second ? one.lexicographicallyPrecedes(other) : first < second
      }
      if left.parts.count != right.parts.count { return left.parts.count < right.parts.count }
      return left.zeros.lexicographicallyPrecedes(right.zeros)
    }.map(\.id)
  }

  @Test func numbersInIdentifiersStandByTheirSize() {
    let ids = [
      "n10", "n2", "n01", "n1", "10", "9", "n1a", "n", "x1y10", "x1y9", "x01y9", "123456789012", "99999999999",
    ]
    let sorted = IdentifierOrder(of: ids).positions.map { ids[Int($0)] }
    #expect(
      sorted
        == ["9", "10", "99999999999", "123456789012", "n", "n1", "n01", "n1a", "n2", "n10", "x1y9", "x01y9", "x1y10"])
    #expect(sorted == ids.sorted(by: NaturalOrder.precedes))
  }

  @Test(arguments: [(20, 3), (700, 4), (3_000, 12), (5_000, 30)])
  func identifiersStandAsComparingThemWouldPutThem(_ count: Int, _ length: Int) {
    for alphabet in [["a", "b"], ["0", "1", "2", "Z", "a", "-"], ["0", "1"], ["a", "ä", "z", "日", "0", "7"]] {
      let ids = identifiers(count, alphabet: alphabet, length: length, seed: UInt64(count))
      let order = IdentifierOrder(of: ids)
      let sorted = naturallySorted(ids)
      let isSorted = order.positions.map { ids[Int($0)] } == sorted
      let isSortedByComparing = ids.sorted(by: NaturalOrder.precedes) == sorted
      #expect(isSorted && isSortedByComparing)
      #expect(order.ranks.enumerated().allSatisfy { order.positions[Int($1)] == UInt32($0) })
      let isInOrder = IdentifierOrder(of: sorted).isAscending
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
