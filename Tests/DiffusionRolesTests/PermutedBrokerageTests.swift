import KnowledgeNetworks
import Synchronization
import TestNetworks
import Testing

@testable import DiffusionRoles

/// The permutation test beside its naive twin: every arrangement by itself, every open triad by its definition.
@Suite struct PermutedBrokerageTests {
  private struct Example {
    let network: KnowledgeNetwork
    let labels: [String?]
    let options: PermutationOptions

    func brokerage() throws -> Brokerage { try network.brokerage(by: Grouping(name: "kind", labels: labels)) }

    /// The tests of each member, then of each group, then of the network, five roles each.
    func twin() throws -> [PermutationTest] {
      let triads = BrokerageTwin(network, labels: labels).triads
      let grouping = Grouping(name: "kind", labels: labels)
      let members = labels.indices.filter { labels[$0] != nil }
      let places = Dictionary(uniqueKeysWithValues: zip(members, 0...))
      let (own, groups) = (members.map { Int(grouping.groupCodes[$0]) }, grouping.groups.count)
      return try LabelPermutations(of: own.map { Int32($0) }, options: options).test { codes in
        var counts = [Double](repeating: 0, count: 5 * (members.count + groups + 1))
        for triad in triads {
          guard let giver = places[triad.giver], let broker = places[triad.broker],
            let receiver = places[triad.receiver]
          else { continue }
          let role = BrokerageTwin.role("\(codes[giver])", "\(codes[broker])", "\(codes[receiver])")
          let number = BrokerageRole.allCases.firstIndex(of: role) ?? 0
          for row in [broker, members.count + own[broker], members.count + groups] { counts[5 * row + number] += 1 }
        }
        return counts
      }
    }
  }

  private func rows(of tests: BrokerageTable<PermutationTest>, _ example: Example) -> [PermutationTest] {
    (example.labels.indices.compactMap { tests[$0] } + tests.groups + [tests.totals])
      .flatMap { profile in BrokerageRole.allCases.map { profile[$0] } }
  }

  private func expectTwin(_ example: Example, _ name: String) throws {
    let (tests, twin) = (
      rows(of: try example.brokerage().permutationTest(options: example.options), example), try example.twin()
    )
    #expect(tests.count == twin.count, "\(name)")
    for (test, naive) in zip(tests, twin) {
      #expect(test.observed == naive.observed && test.isExact == naive.isExact, "\(name)")
      #expect(test.pAtLeast == naive.pAtLeast && test.pAtMost == naive.pAtMost, "\(name)")
      #expect(abs(test.mean - naive.mean) <= 1e-9 * max(1, naive.mean), "\(name)")
      #expect(abs(test.standardDeviation - naive.standardDeviation) <= 1e-7, "\(name)")
    }
  }

  private func sampled(_ draws: Int, seed: UInt64 = 1) -> PermutationOptions {
    PermutationOptions(draws: draws, exactLimit: 0, seed: seed)
  }

  /// One broker between so many givers and receivers, some of whom are tied.
  private func star(givers: Int, receivers: Int, closed: Int, groups: Int) throws -> Example {
    let actors = 1 + givers + receivers
    var ties = (1...givers).map { ($0, 0) } + (givers + 1..<actors).map { (0, $0) }
    for pair in 0..<closed { ties.append((1 + pair % givers, 1 + givers + (pair * 7) % receivers)) }
    return Example(
      network: try .test(actors, ties), labels: (0..<actors).map { "g\($0 * 5 % groups)" },
      options: sampled(70, seed: UInt64(actors)))
  }

  @Test(arguments: 1...9, [true, false])
  func anyNumberOfGroupsMatchesTheTwin(groups: Int, isDirected: Bool) throws {
    for size in [3, 9, 15] {
      let seed = UInt64(groups * 100 + size)
      let network = try KnowledgeNetwork.random(
        size, density: [0.15, 0.3, 0.6][groups % 3], seed: seed, isDirected: isDirected)
      let labels = ["g0"] + randomLabels(size - 1, groups: groups, missing: 5, seed: seed)
      for draws in [1, 63, 65, 130] {
        try expectTwin(
          Example(network: network, labels: labels, options: sampled(draws, seed: seed)),
          "\(groups) groups, \(size) actors, \(draws) draws")
      }
    }
  }

  @Test func numbersOfPairsAroundPowersOfTwoMatchTheTwin() throws {
    for (givers, receivers) in [(1, 1), (1, 2), (1, 3), (2, 2), (7, 1), (8, 1), (3, 5), (4, 4), (17, 1), (15, 17)] {
      for groups in [1, 2, 3, 5] {
        try expectTwin(
          try star(givers: givers, receivers: receivers, closed: 0, groups: groups), "\(givers) by \(receivers)")
      }
    }
  }

  @Test func hubsMatchTheTwin() throws {
    // Many pairs for few labels, more partners than a column of masks holds, and many labels, of one and of two bytes.
    for (givers, receivers, closed, groups) in [
      (40, 40, 30, 2), (40, 40, 900, 3), (270, 3, 5, 2), (3, 270, 5, 4), (20, 30, 11, 70), (40, 30, 20, 71),
      (270, 3, 9, 274),
      (25, 260, 40, 286),
    ] {
      try expectTwin(
        try star(givers: givers, receivers: receivers, closed: closed, groups: groups),
        "\(givers) by \(receivers) in \(groups) groups")
    }
  }

  @Test func cliquesThatShareABrokerMatchTheTwin() throws {
    // Two cliques of eight, tied both ways inside, that share actor 0.
    let cliques = [Array(0...7), [0] + Array(8...14)]
    let ties = cliques.flatMap { clique in clique.flatMap { one in clique.filter { $0 != one }.map { (one, $0) } } }
    for groups in [2, 4, 15] {
      try expectTwin(
        Example(
          network: try .test(15, ties), labels: (0..<15).map { "g\($0 % groups)" }, options: sampled(300)),
        "\(groups) groups")
    }
  }

  @Test func listsOfManyRoundsMatchTheTwin() throws {
    let network = try KnowledgeNetwork.random(11, density: 0.3, seed: 5)
    let labels = ["a", "b", "c", nil, "a", "b", "c", "a", "a", "b", "c"]
    let example = Example(network: network, labels: labels, options: PermutationOptions())
    #expect(try example.brokerage().permutationTest().totals.liaison.isExact)
    try expectTwin(example, "4,200 arrangements")
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let network = try KnowledgeNetwork.random(150, density: 0.06, seed: 2)
    for options in [sampled(600), PermutationOptions(draws: 1, exactLimit: 20_000)] {
      let labels =
        options.draws == 1 ? ["a"] + Array(repeating: "b", count: 149) : randomLabels(150, groups: 3, seed: 2)
      let brokerage = try network.brokerage(by: Grouping(name: "kind", labels: labels))
      let alone = try brokerage.permutationTest(options: options, workers: Workers(threads: 1))
      for threads in [2, 5] {
        #expect(try brokerage.permutationTest(options: options, workers: Workers(threads: threads)) == alone)
      }
    }
  }

  @Test func progressCountsArrangements() throws {
    let heard = Mutex<[WorkProgress]>([])
    let workers = Workers(threads: 2) { progress in heard.withLock { $0.append(progress) } }
    let brokerage = try star(givers: 9, receivers: 9, closed: 3, groups: 4).brokerage()
    _ = try brokerage.permutationTest(options: sampled(5_000), workers: workers)
    let done = heard.withLock { $0 }
    #expect(done.allSatisfy { $0.work == "permutations" && $0.total == 5_000 })
    #expect(done.map(\.done) == done.map(\.done).sorted() && done.last?.done == 5_000)
  }
}
