import KnowledgeNetworks
import Synchronization
import Testing

struct ActorPermutationsTests {
  private static let strata: [[Int]] = [
    [], [0], [0, 1], [0, 0], [0, 0, 0], [5, 1, 5, 1], [0, 0, 0, 0, 2], [1, 0, 1, 1, 0],
  ]

  private static func seen(_ permutations: ActorPermutations) throws -> [[Int32]] {
    let log = Mutex<[[Int32]]>([])
    _ = try permutations.test(workers: Workers(threads: 1)) { places in
      log.withLock { $0.append(places) }
      return []
    }
    return log.withLock { $0 }
  }

  @Test(arguments: strata)
  func `every permutation within strata is listed once, after the actors as they are`(strata: [Int]) throws {
    let all = LabelPermutationsTests.orders(of: strata.indices.map(Int32.init))
    let expected = all.filter { places in strata.indices.allSatisfy { strata[Int(places[$0])] == strata[$0] } }
    let permutations = ActorPermutations(within: strata)
    let listed = try Self.seen(permutations)
    #expect(permutations.isExact && permutations.count == expected.count && listed.count == expected.count + 1)
    #expect(listed.first == strata.indices.map(Int32.init) && Set(listed.dropFirst()) == Set(expected))
  }

  @Test func `draws keep the strata, repeat with the seed and differ with another`() throws {
    let strata = [0, 1, 0, 1, 1, 0, 0, 2]
    func draws(_ seed: UInt64) throws -> [[Int32]] {
      try Self.seen(
        ActorPermutations(within: strata, options: PermutationOptions(draws: 30, exactLimit: 9, seed: seed)))
    }
    let drawn = try draws(1)
    #expect(drawn.count == 31 && Set(drawn).count > 20)
    for places in drawn {
      #expect(places.sorted() == strata.indices.map(Int32.init))
      #expect(strata.indices.allSatisfy { strata[Int(places[$0])] == strata[$0] })
    }
    #expect(try drawn == draws(1) && drawn != draws(2))
  }

  @Test func `each order is equally likely`() throws {
    let drawn = try Self.seen(ActorPermutations(of: 3, options: PermutationOptions(draws: 6_000, exactLimit: 0)))
    let counts = Dictionary(grouping: drawn.dropFirst(), by: \.self).values.map(\.count)
    // Five standard deviations of a binomial share of one sixth.
    #expect(counts.count == 6 && counts.allSatisfy { abs($0 - 1_000) < 145 })
  }

  @Test func `the limit decides between listing and drawing`() {
    #expect(ActorPermutations(of: 4, options: PermutationOptions(exactLimit: 24)).isExact)
    let above = ActorPermutations(of: 4, options: PermutationOptions(draws: 7, exactLimit: 23))
    #expect(!above.isExact && above.count == 7 && !ActorPermutations(of: 3_000).isExact)
    #expect(ActorPermutations(within: Array(0..<3_000)).count == 1)
  }

  @Test func `the number of threads changes no test`() throws {
    let statistic: @Sendable ([Int32]) -> [Double] = { places in
      [places.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.offset) * Double($1.element) }]
    }
    let permutations = ActorPermutations(of: 12, options: PermutationOptions(draws: 300))
    let alone = try permutations.test(workers: Workers(threads: 1), statistic)
    #expect(try permutations.test(workers: Workers(threads: 4), statistic) == alone && !alone[0].isExact)
  }

  @Test func `a cancelled test is not finished`() async throws {
    let work = Task { () throws -> [PermutationTest] in
      while !Task.isCancelled { await Task.yield() }
      return try ActorPermutations(of: 12).test { _ in [1] }
    }
    work.cancel()
    await #expect(throws: BuzzlineError.self) { try await work.value }
  }
}
