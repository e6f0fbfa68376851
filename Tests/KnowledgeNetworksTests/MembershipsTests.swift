import KnowledgeNetworks
import Testing

/// A small two-mode network and what NetworkX makes of it.
struct ReferenceCase: Sendable {
  let actors: Int
  /// Position and group of each membership: `0a 1a`.
  let members: String
  let density: Double
  /// Two actors, how many groups they share, and Newman's weight.
  let ties: [(Int, Int, Double, Double)]

  var memberships: [Memberships.Membership] {
    members.split(separator: " ").map {
      Memberships.Membership(actor: Int($0.dropLast()) ?? -1, group: String($0.suffix(1)))
    }
  }
}

@Suite struct MembershipsTests {
  // NetworkX 3.6.1, with nodes 0 to n - 1 on one side of the graph B and letters on the other:
  // bipartite.weighted_projected_graph(B, range(n)), bipartite.collaboration_weighted_projected_graph(B, range(n)),
  // bipartite.density(B, range(n)); the members are random.
  private static let cases: [ReferenceCase] = [
    ReferenceCase(
      actors: 5, members: "1a 1b 2b 2c 2d 3c 3d 4a 4d", density: 0.45,
      ties: [(1, 2, 1, 1.0), (1, 4, 1, 1.0), (2, 3, 2, 1.5), (2, 4, 1, 0.5), (3, 4, 1, 0.5)]),
    ReferenceCase(
      actors: 3, members: "0b 0c 1b 2b 2c", density: 0.8333333333333334,
      ties: [(0, 1, 1, 0.5), (0, 2, 2, 1.5), (1, 2, 1, 0.5)]),
    ReferenceCase(
      actors: 5, members: "0c 2b 2c 3a 3b 3c 4a 4c", density: 0.5333333333333333,
      ties: [
        (0, 2, 1, 0.3333333333333333), (0, 3, 1, 0.3333333333333333), (0, 4, 1, 0.3333333333333333),
        (2, 3, 2, 1.3333333333333333), (2, 4, 1, 0.3333333333333333), (3, 4, 2, 1.3333333333333333),
      ]),
    ReferenceCase(
      actors: 5, members: "0a 1a 1b 2a 3a 4a", density: 0.6,
      ties: [
        (0, 1, 1, 0.25), (0, 2, 1, 0.25), (0, 3, 1, 0.25), (0, 4, 1, 0.25), (1, 2, 1, 0.25), (1, 3, 1, 0.25),
        (1, 4, 1, 0.25), (2, 3, 1, 0.25), (2, 4, 1, 0.25), (3, 4, 1, 0.25),
      ]),
    ReferenceCase(
      actors: 6, members: "0b 1a 2a 4a 4b 5b", density: 0.5,
      ties: [(0, 4, 1, 0.5), (0, 5, 1, 0.5), (1, 2, 1, 0.5), (1, 4, 1, 0.5), (2, 4, 1, 0.5), (4, 5, 1, 0.5)]),
    ReferenceCase(
      actors: 5, members: "0b 1b 1d 2a 2d 3c 3d 4a 4b 4c", density: 0.5,
      ties: [
        (0, 1, 1, 0.5), (0, 4, 1, 0.5), (1, 2, 1, 0.5), (1, 3, 1, 0.5), (1, 4, 1, 0.5), (2, 3, 1, 0.5), (2, 4, 1, 1.0),
        (3, 4, 1, 1.0),
      ]),
  ]

  @Test(arguments: cases.indices) func tiesAgreeWithNetworkX(_ index: Int) throws {
    let reference = Self.cases[index]
    let network = try Memberships(actorCount: reference.actors, reference.memberships)
    let (counts, shares) = (try network.ties(by: .coMembership), try network.ties(by: .newman))
    #expect(counts == reference.ties.map { Tie(source: $0.0, target: $0.1, weight: $0.2) })
    #expect(shares.map { [$0.source, $0.target] } == reference.ties.map { [$0.0, $0.1] })
    #expect(zip(shares, reference.ties).allSatisfy { abs($0.weight - $1.3) < 1e-12 })
    let density = try #require(network.density)
    #expect(abs(density - reference.density) < 1e-12)
  }

  private static func random(_ generator: inout SeededGenerator) -> (actors: Int, [Memberships.Membership]) {
    let actors = 2 + generator.below(9)
    let list = (0..<generator.below(40)).map { _ in
      Memberships.Membership(
        actor: generator.below(actors), group: "g\(generator.below(12))", isCoordinator: generator.below(4) == 0)
    }
    return (actors, list)
  }

  /// Every pair, from the definition.
  private static func naiveTies(
    _ actors: Int, _ list: [Memberships.Membership], _ rule: MembershipTies
  ) -> [Tie] {
    let groups = Dictionary(grouping: list, by: \.group).mapValues { members in
      (all: Set(members.map(\.actor)), coordinators: Set(members.filter(\.isCoordinator).map(\.actor)))
    }
    return (0..<actors).flatMap { one in
      (0..<actors).compactMap { other in
        guard one != other, rule == .coordinator || one < other else { return nil }
        let weight = groups.values.filter { $0.all.contains(one) && $0.all.contains(other) }.map { group -> Double in
          switch rule {
          case .coMembership: 1
          case .newman: 1 / Double(group.all.count - 1)
          case .coordinator: group.coordinators.contains(one) ? 1 : 0
          }
        }.reduce(0, +)
        return weight > 0 ? Tie(source: one, target: other, weight: weight) : nil
      }
    }
  }

  @Test(arguments: MembershipTies.allCases) func tiesAreThoseOfTheDefinition(_ rule: MembershipTies) throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let (actors, list) = Self.random(&generator)
      let ties = try Memberships(actorCount: actors, list).ties(by: rule)
      let naive = Self.naiveTies(actors, list, rule)
      #expect(ties.map { [$0.source, $0.target] } == naive.map { [$0.source, $0.target] })
      #expect(zip(ties, naive).allSatisfy { abs($0.weight - $1.weight) < 1e-12 })
    }
  }

  @Test func theOrderInWhichMembershipsAreListedIsWithoutEffect() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<20 {
      let (actors, list) = Self.random(&generator)
      var shuffled = list
      generator.shuffle(&shuffled)
      let (one, other) = (try Memberships(actorCount: actors, list), try Memberships(actorCount: actors, shuffled))
      #expect(one == other)
      for rule in MembershipTies.allCases { #expect(try one.ties(by: rule) == other.ties(by: rule)) }
    }
  }

  @Test func degreesAddUpToTheMembershipsAndNewmansWeightsToGroups() throws {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<20 {
      let (actors, list) = Self.random(&generator)
      let network = try Memberships(actorCount: actors, list)
      #expect(network.groupCounts.reduce(0, +) == network.count && network.groupSizes.reduce(0, +) == network.count)
      #expect(network.count == Set(list.map { "\($0.actor) \($0.group)" }).count)
      var strengths = [Double](repeating: 0, count: actors)
      for tie in try network.ties(by: .newman) {
        strengths[tie.source] += tie.weight
        strengths[tie.target] += tie.weight
      }
      var expected = [Double](repeating: 0, count: actors)
      for (group, size) in zip(network.groups, network.groupSizes) where size > 1 {
        for membership in network.memberships where membership.group == group { expected[membership.actor] += 1 }
      }
      #expect(zip(strengths, expected).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test func emptyAndForeignMembershipsAreSaid() throws {
    let empty = try Memberships(actorCount: 3, [])
    #expect(empty.density == nil && empty.groupCounts == [0, 0, 0] && empty.groups.isEmpty)
    #expect(try empty.ties(by: .newman).isEmpty)
    let error = #expect(throws: BuzzlineError.self) {
      try Memberships(actorCount: 3, [Memberships.Membership(actor: 3, group: "p")])
    }
    #expect(error?.code == .actorOutOfRange)
  }

  @Test func aLargeGroupIsRefusedBeforeTiesAreMade() throws {
    let network = try Memberships(
      actorCount: 10_000, (0..<10_000).map { Memberships.Membership(actor: $0, group: "fair", isCoordinator: $0 == 0) })
    let workers = Workers(memory: MemoryBudget(limit: 4_000_000_000))
    let error = #expect(throws: BuzzlineError.self) { try network.ties(by: .coMembership, workers: workers) }
    #expect(error?.code == .outOfMemory)
    #expect(error?.message.hasPrefix("Making ties of memberships needs about 20 GB of memory") == true)
    #expect(try network.ties(by: .coordinator, workers: workers).count == 9_999)
  }
}
