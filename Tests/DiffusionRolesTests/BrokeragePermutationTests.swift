import KnowledgeNetworks
import TestNetworks
import Testing

@testable import DiffusionRoles

@Suite struct BrokeragePermutationTests {
  private func example(_ seed: UInt64) throws -> Brokerage {
    let network = try KnowledgeNetwork.random(14, density: 0.2, seed: seed)
    return try network.brokerage(
      by: Grouping(name: "kind", labels: randomLabels(14, groups: 3, missing: 6, seed: seed)))
  }

  private func rows<Value>(_ table: BrokerageTable<Value>, _ count: Int) -> [BrokerageProfile<Value>?] {
    (0..<count).map { table[$0] }
  }

  @Test func smallNetworksMatchTheTwinUnderEveryArrangement() throws {
    let network = try KnowledgeNetwork.random(6, density: 0.4, seed: 3)
    let labels = ["a", "a", nil, "b", "b", "c"]
    let brokerage = try network.brokerage(by: Grouping(name: "kind", labels: labels))
    let tests = try brokerage.permutationTest()
    let arrangements = arrangements(of: ["a", "a", "b", "b", "c"]).map { $0.prefix(2) + [nil] + $0.dropFirst(2) }
    #expect(arrangements.count == 30)
    let counts = arrangements.map { BrokerageTwin(network, labels: Array($0)).counts }
    for role in BrokerageRole.allCases {
      for actor in labels.indices where labels[actor] != nil {
        let test = try #require(tests[actor]?[role])
        expect(test, observed: brokerage[actor]?[role], among: counts.map { $0[actor]?[role] ?? 0 })
      }
      expect(
        tests.totals[role], observed: brokerage.totals[role],
        among: counts.map { $0.reduce(0) { $0 + ($1?[role] ?? 0) } })
      for (group, members) in [[0, 1], [3, 4], [5]].enumerated() {
        let sums = counts.map { count in members.reduce(0) { $0 + (count[$1]?[role] ?? 0) } }
        let observed = members.reduce(0) { $0 + (brokerage[$1]?[role] ?? 0) }
        expect(tests.groups[group][role], observed: observed, among: sums)
      }
    }
    #expect(tests[2] == nil)
  }

  private func expect(_ test: PermutationTest, observed: Int?, among counts: [Int]) {
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    let variance = counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(counts.count)
    let number = observed ?? -1
    #expect(test.isExact)
    #expect(test.observed == Double(number))
    #expect(isClose(test.mean, mean))
    #expect(isClose(test.standardDeviation, variance.squareRoot()))
    #expect(isClose(test.pAtLeast, Double(counts.filter { $0 >= number }.count) / Double(counts.count)))
    #expect(isClose(test.pAtMost, Double(counts.filter { $0 <= number }.count) / Double(counts.count)))
  }

  /// All different orders of some letters.
  private func arrangements(of letters: [String?]) -> [[String?]] {
    guard !letters.isEmpty else { return [[]] }
    return Set(letters.compactMap(\.self)).sorted().flatMap { first in
      var rest = letters
      rest.remove(at: rest.firstIndex(of: first) ?? 0)
      return arrangements(of: rest).map { [first] + $0 }
    }
  }

  @Test func theSameSeedGivesTheSameNumbers() throws {
    let brokerage = try example(1)
    let options = PermutationOptions(draws: 50, exactLimit: 1, seed: 8)
    let first = try brokerage.permutationTest(options: options)
    #expect(rows(first, 14) == rows(try brokerage.permutationTest(options: options), 14))
    let other = try brokerage.permutationTest(options: PermutationOptions(draws: 50, exactLimit: 1, seed: 9))
    #expect(rows(first, 14) != rows(other, 14))
  }

  @Test func theMeansOfTheRolesAddUpToTheTotal() throws {
    let brokerage = try example(2)
    let tests = try brokerage.permutationTest(options: PermutationOptions(draws: 99, exactLimit: 1))
    for actor in 0..<14 {
      guard let test = tests[actor], let row = brokerage[actor] else { continue }
      #expect(isClose(BrokerageRole.allCases.reduce(0) { $0 + test[$1].mean }, Double(row.total)))
    }
  }

  @Test func reversingAllTiesSwapsTheTestsOfGatekeeperAndRepresentative() throws {
    let brokerage = try example(3)
    let options = PermutationOptions(draws: 99, exactLimit: 1)
    let forward = try brokerage.permutationTest(options: options)
    let backward = try brokerage.network.reversed().brokerage(by: brokerage.grouping)
      .permutationTest(options: options)
    for actor in 0..<14 {
      #expect(forward[actor]?.gatekeeper == backward[actor]?.representative)
      #expect(forward[actor]?.liaison == backward[actor]?.liaison)
    }
  }

  @Test func withOneGroupBothPOfEveryCountAreOne() throws {
    let network = try KnowledgeNetwork.random(9, density: 0.3, seed: 4)
    let labels = Array(repeating: "one", count: 9)
    let tests = try network.brokerage(by: Grouping(name: "kind", labels: labels)).permutationTest()
    for actor in 0..<9 {
      for role in BrokerageRole.allCases {
        #expect(tests[actor]?[role].pAtLeast == 1)
        #expect(tests[actor]?[role].pAtMost == 1)
      }
    }
  }

  @Test func whoBrokersNothingHasAMeanOfZero() throws {
    let network = try KnowledgeNetwork.test(4, [(0, 1), (1, 2)])
    let tests = try network.brokerage(by: Grouping(name: "kind", labels: ["a", "b", "a", "b"])).permutationTest()
    let idle = try #require(tests[3]?.itinerant)
    #expect([idle.observed, idle.mean, idle.standardDeviation] == [0, 0, 0])
    #expect([idle.pAtLeast, idle.pAtMost] == [1, 1])
    #expect(isClose(try #require(tests[1]?.itinerant.mean), 1.0 / 3))
  }
}
