import KnowledgeNetworks
import Synchronization
import Testing

struct LabelPermutationsTests {
  /// All orders of some labels, each as often as positions give it.
  static func orders(of labels: [Int32]) -> [[Int32]] {
    guard !labels.isEmpty else { return [[]] }
    return labels.indices.flatMap { first in
      var rest = labels
      let label = rest.remove(at: first)
      return orders(of: rest).map { [label] + $0 }
    }
  }

  static let labellings: [[Int32]] = [
    [], [0], [0, 0, 0], [0, 1], [1, 0, 1], [0, 0, 1, 2], [-1, 0, 1, -1, 0], [2, 0, 1, 0, 1, 2], [0, 1, 2, 3, 4],
    [-1, -1], [0, 0, 0, 0, 1, 1, 1],
  ]

  /// What the labels are asked for: unequal weights, so that arrangements differ, and ties, so that some do not.
  static func statistics(_ codes: [Int32]) -> [Double] {
    let weighted = codes.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.offset) * Double($1.element) }
    let changes = zip(codes, codes.dropFirst()).count { $0 != $1 }
    return [weighted, Double(changes), 0.1]
  }

  @Test func aGroupingIsPermutedAsItsCodesAre() throws {
    let grouping = Grouping(name: "kind", labels: ["x", "y", nil, "x"])
    let statistic: @Sendable ([Int32]) -> [Double] = { labels in [labels[0] == labels[3] ? 1 : 0] }
    let ofCodes = try LabelPermutations(of: [0, 1, -1, 0]).test(statistic)
    #expect(try LabelPermutations(of: grouping).test(statistic) == ofCodes)
  }

  @Test(arguments: labellings)
  func `every arrangement is listed once, after the labels as they are`(codes: [Int32]) throws {
    let expected = Set(Self.orders(of: codes))
    let permutations = LabelPermutations(of: codes)
    #expect(permutations.isExact)
    #expect(permutations.count == expected.count)
    let log = Mutex<[[Int32]]>([])
    _ = try permutations.test(workers: Workers(threads: 1)) { arrangement in
      log.withLock { $0.append(arrangement) }
      return []
    }
    let seen = log.withLock { $0 }
    #expect(seen.first == codes)
    #expect(seen.dropFirst().count == expected.count)
    #expect(Set(seen.dropFirst()) == expected)
  }

  @Test(arguments: labellings)
  func `the exact law is that of all orders`(codes: [Int32]) throws {
    let law = Self.orders(of: codes).map(Self.statistics)
    for (index, test) in try LabelPermutations(of: codes).test(Self.statistics).enumerated() {
      let (values, observed) = (law.map { $0[index] }, Self.statistics(codes)[index])
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      #expect(test.isExact && test.observed == observed)
      #expect(abs(test.mean - mean) < 1e-9)
      #expect(abs(test.standardDeviation - variance.squareRoot()) < 1e-9)
      #expect(abs(test.pAtLeast - Double(values.count { $0 >= observed }) / Double(values.count)) < 1e-12)
      #expect(abs(test.pAtMost - Double(values.count { $0 <= observed }) / Double(values.count)) < 1e-12)
      #expect(test.pTwoSided == min(1, 2 * min(test.pAtLeast, test.pAtMost)))
    }
  }

  @Test func `sampled p lies within sampling error of the exact one and is never 0`() throws {
    for codes in Self.labellings where codes.count > 3 {
      let exact = try LabelPermutations(of: codes).test(Self.statistics)
      for seed in 1...5 {
        let options = PermutationOptions(draws: 4_000, exactLimit: 0, seed: UInt64(seed))
        let sampled = try LabelPermutations(of: codes, options: options).test(Self.statistics)
        for (one, other) in zip(exact, sampled) {
          #expect(!other.isExact)
          #expect(other.pAtLeast >= 1.0 / 4_001 && other.pAtMost >= 1.0 / 4_001)
          for (p, estimate) in [(one.pAtLeast, other.pAtLeast), (one.pAtMost, other.pAtMost)] {
            #expect(abs(p - estimate) < 4.5 * (p * (1 - p) / 4_000).squareRoot() + 1.0 / 4_001)
          }
          #expect(abs(one.mean - other.mean) < 4.5 * one.standardDeviation / 4_000.squareRoot() + 1e-9)
        }
      }
    }
  }

  @Test func `a sampled p is one more hit in one more draw`() throws {
    let codes: [Int32] = [0, 1, 0, 1, 1, 0]
    let log = Mutex<[Double]>([])
    let options = PermutationOptions(draws: 99, exactLimit: 1)
    let test = try LabelPermutations(of: codes, options: options).test(workers: Workers(threads: 1)) { arrangement in
      let value = Self.statistics(arrangement)[0]
      log.withLock { $0.append(value) }
      return [value]
    }
    let values = log.withLock { $0 }
    let hits = values.dropFirst().count { $0 >= values[0] }
    #expect(values.count == 100)
    #expect(test[0].pAtLeast == Double(hits + 1) / 100)
  }

  @Test func `an observation no draw reaches has p 1 in B + 1`() throws {
    let calls = Atomic(0)
    let test = try LabelPermutations(of: [0, 1, 2, 3], options: PermutationOptions(draws: 49, exactLimit: 2)).test {
      _ in
      [calls.wrappingAdd(1, ordering: .relaxed).oldValue == 0 ? 10 : 0]
    }
    #expect(test[0].pAtLeast == 1.0 / 50)
    #expect(test[0].pAtMost == 1)
  }

  @Test func `the limit decides between listing and drawing`() throws {
    let codes: [Int32] = [0, 0, 1, 1, 2]
    #expect(LabelPermutations(of: codes, options: PermutationOptions(exactLimit: 30)).isExact)
    let above = LabelPermutations(of: codes, options: PermutationOptions(draws: 7, exactLimit: 29))
    #expect(!above.isExact && above.count == 7)
    #expect(!LabelPermutations(of: (0..<60).map { Int32($0) }).isExact)
    #expect(LabelPermutations(of: [Int32](repeating: 0, count: 10_000)).count == 1)
  }

  @Test func `draws keep the labels, repeat with the seed and differ with another`() throws {
    func draws(seed: UInt64) throws -> [[Int32]] {
      let seen = Mutex<[[Int32]]>([])
      let options = PermutationOptions(draws: 20, exactLimit: 0, seed: seed)
      _ = try LabelPermutations(of: [3, 0, 0, 1, 2, 2, -1], options: options).test(workers: Workers(threads: 1)) {
        arrangement in
        seen.withLock { $0.append(arrangement) }
        return []
      }
      return seen.withLock { $0 }
    }
    #expect(try draws(seed: 4).allSatisfy { $0.sorted() == [-1, 0, 0, 1, 2, 2, 3] })
    #expect(try draws(seed: 4) == draws(seed: 4))
    #expect(try draws(seed: 4) != draws(seed: 5))
  }

  @Test func `a statistic that is not defined has no test`() throws {
    let observed = try LabelPermutations(of: [0, 1]).test { $0 == [0, 1] ? [.nan, 1] : [1, .nan] }
    #expect(observed.map(\.isDefined) == [false, false])
    #expect(observed.allSatisfy { $0.pAtLeast.isNaN && $0.pAtMost.isNaN })
    #expect(try LabelPermutations(of: [0, 1]).test { _ in [1] }[0].isDefined)
  }

  @Test func `what the statistics throw comes through`() throws {
    let stop = BuzzlineError(.invalidOptions, "No.")
    #expect(throws: stop) {
      try LabelPermutations(of: [0, 1]).test { (_: [Int32]) throws(BuzzlineError) -> [Double] in throw stop }
    }
  }

  @Test func `the number of threads changes no draw`() throws {
    let codes: [Int32] = [0, 1, 0, 2, 1, 0, 2, 2, 1, 0, 1]
    let options = PermutationOptions(draws: 300, exactLimit: 0)
    let alone = try LabelPermutations(of: codes, options: options).test(workers: Workers(threads: 1), Self.statistics)
    for threads in [2, 8] {
      let many = try LabelPermutations(of: codes, options: options).test(
        workers: Workers(threads: threads), Self.statistics)
      #expect(many == alone)
    }
  }

  @Test func `what a statistic throws is thrown`() throws {
    let refusal = BuzzlineError(.invalidOptions, "No.")
    let options = PermutationOptions(draws: 100, exactLimit: 0)
    let calls = Atomic(0)
    #expect(throws: refusal) {
      try LabelPermutations(of: [0, 1, 2, 3], options: options).test { (_: [Int32]) throws(BuzzlineError) -> [Double] in
        if calls.wrappingAdd(1, ordering: .relaxed).oldValue > 20 { throw refusal }
        return [1]
      }
    }
  }

  @Test func `draws made elsewhere are counted alike`() throws {
    let test = PermutationTest(observed: 0.3, draws: [0.1, 0.1 + 0.2, 0.3, 0.5])
    // Three of four are at least as large and three at most, one of them but for a rounding.
    #expect(test.pAtLeast == 0.8 && test.pAtMost == 0.8 && test.pTwoSided == 1 && !test.isExact)
    #expect(abs(test.mean - 0.3) < 1e-12 && abs(test.standardDeviation - 0.02.squareRoot()) < 1e-12)
  }

}
