internal import KnowledgeNetworks
internal import TestNetworks
import Testing

@testable import KnowledgeDiffusion

struct SeedConstraintsTests {
  private let cascade = IndependentCascade(.constant(0.4))

  /// Constraints of all sorts, drawn at random.
  private func constraints(_ run: Int, on network: KnowledgeNetwork) throws -> SeedConstraints {
    var generator = SeededGenerator(seed: UInt64(run), stream: 4)
    let kinds = Set(network.actors.compactMap(\.kind)).sorted()
    let caps = run % 2 == 0 ? [] : kinds.filter { _ in generator.below(2) == 0 }.map { ($0, generator.below(3)) }
    let hasCosts = run % 3 == 0
    return try SeedConstraints(
      atMost: Dictionary(uniqueKeysWithValues: caps), atLeastOfEachCluster: run / 2 % 2,
      mustInclude: run % 5 == 0 ? [generator.below(network.actorCount)] : [],
      mustExclude: run % 4 == 0 ? [generator.below(network.actorCount)] : [],
      costs: hasCosts ? network.actors.map { _ in Double(1 + generator.below(4)) } : nil,
      budget: hasCosts ? Double(3 + generator.below(6)) : nil)
  }

  /// Whether a set meets constraints, read off their description.
  private func isAllowed(_ set: [Int], _ constraints: SeedConstraints, _ network: KnowledgeNetwork) -> Bool {
    let clusters = Set(network.actors.compactMap(\.cluster))
    return constraints.mustInclude.allSatisfy(set.contains) && !constraints.mustExclude.contains(where: set.contains)
      && constraints.atMost.allSatisfy { kind, cap in set.count { network.actors[$0].kind == kind } <= cap }
      && clusters.allSatisfy { cluster in
        set.count { network.actors[$0].cluster == cluster } >= constraints.atLeastOfEachCluster
      }
      && set.reduce(0) { $0 + (constraints.costs?[$1] ?? 0) } <= constraints.budget ?? .infinity
  }

  @Test(arguments: [SeedOptions.common(64), .reverse(0.4)])
  func constraintsAreMet(options: SeedOptions) throws {
    var refused = 0
    for run in 0..<120 {
      let network = try SeedNetworks.labelled(8, density: 0.2, seed: UInt64(run))
      let constraints = try constraints(run, on: network)
      let count = 1 + run % 5
      let sizes = constraints.budget == nil ? count...count : 1...count
      let allowed = sizes.flatMap { subsets(of: $0, below: 8) }.filter { isAllowed($0, constraints, network) }
      do {
        let choice = try network.seeds(count, by: cascade, constraints: constraints, options: options)
        #expect(isAllowed(choice.seeds, constraints, network) && sizes.contains(choice.seeds.count), "run \(run)")
        #expect(Set(choice.seeds).count == choice.seeds.count)
        if options == .common(64) { try checkBound(choice, allowed, on: network) }
      } catch let error as BuzzlineError {
        refused += 1
        #expect(error.code == .contradiction && allowed.isEmpty, "run \(run): \(error)")
      }
    }
    #expect(refused > 10 && refused < 80)
  }

  private func checkBound(_ choice: SeedChoice, _ allowed: [[Int]], on network: KnowledgeNetwork) throws {
    let twin = try SeedsTwin(cascade, on: network, seed: 1, graphs: 64)
    let best = allowed.map { twin.mean(from: $0) }.max() ?? 0
    #expect(choice.expectedReach.mean >= (choice.guarantee.share ?? 0) * best - 1e-12)
    guard let sets = choice.bestSets else { return }
    #expect(abs(sets.expectedReach - best) < 1e-12)
    #expect(Set(sets.sets) == Set(allowed.filter { twin.mean(from: $0) > best - 1e-9 }))
  }

  /// A firm that gives to another; three small firms, of which one is in the south, and a large one.
  private func four() throws -> KnowledgeNetwork {
    let kinds: [ActorKind] = [.sme, .sme, .sme, .largeFirm]
    let clusters: [Cluster] = ["north", "north", "south", "north"]
    return try KnowledgeNetwork(
      actors: (0..<4).map { NetworkActor(id: "a\($0)", kind: kinds[$0], cluster: clusters[$0]) },
      ties: [Tie(source: 0, target: 1)])
  }

  private func expectContradiction(_ count: Int, _ constraints: SeedConstraints, _ sentence: String) throws {
    let network = try four()
    let error = #expect(throws: BuzzlineError.self) { try network.seeds(count, by: cascade, constraints: constraints) }
    #expect(error?.code == .contradiction && error?.message == sentence)
  }

  @Test func whoMustBeChosenClashes() throws {
    try expectContradiction(
      2, SeedConstraints(mustInclude: [1, 2], mustExclude: [1]),
      "The same actors must be chosen and must not be chosen: 'a1'.")
    try expectContradiction(
      1, SeedConstraints(mustInclude: [1, 2]), "2 actors must be chosen ('a1', 'a2'), but only 1 may be.")
    try expectContradiction(
      2, SeedConstraints(atMost: [.sme: 1], mustInclude: [1, 2]),
      "At most 1 of the kind 'sme' may be chosen, but 2 must be: 'a1', 'a2'.")
    try expectContradiction(
      2, SeedConstraints(mustInclude: [1, 2], costs: [1, 2, 3, 4], budget: 4),
      "The actors that must be chosen ('a1', 'a2') cost 5.0, the budget is 4.0.")
  }

  @Test func theNumberClashes() throws {
    try expectContradiction(
      4, SeedConstraints(mustExclude: [1]), "4 actors are to be chosen, but all but 3 must not be.")
    try expectContradiction(
      3, SeedConstraints(atMost: [.sme: 1]),
      "3 actors are to be chosen, but the limits by kind (at most 1 of 'sme') leave only 2.")
    try expectContradiction(
      1, SeedConstraints(costs: [2, 2, 2, 2], budget: 1), "The budget of 1.0 buys no actor that may be chosen.")
  }

  @Test func theFloorClashes() throws {
    try expectContradiction(
      4, SeedConstraints(atLeastOfEachCluster: 2),
      "At least 2 of every cluster must be chosen, but of 'south' only 1 may be.")
    try expectContradiction(
      1, SeedConstraints(atLeastOfEachCluster: 1),
      "At least 1 of each of 2 clusters make 2 actors, but only 1 may be chosen.")
    try expectContradiction(
      2, SeedConstraints(atLeastOfEachCluster: 1, mustInclude: [0, 1]),
      "At least 1 of each of 2 clusters with those that must be chosen make 3 actors, but only 2 may be chosen.")
    try expectContradiction(
      2, SeedConstraints(atMost: [.sme: 1], atLeastOfEachCluster: 1, mustInclude: [0]),
      "The limits by kind (at most 1 of 'sme') clash with at least 1 of every cluster in 'south'.")
    try expectContradiction(
      2, SeedConstraints(atLeastOfEachCluster: 1, costs: [2, 2, 3, 4], budget: 4),
      "To choose at least 1 of every cluster costs at least 5.0, the budget is 4.0.")
  }

  @Test func unfitConstraintsAreRefused() throws {
    let network = try SeedNetworks.labelled(4, density: 0.3, seed: 1)
    let cases: [(SeedConstraints, BuzzlineError.Code)] = [
      (try SeedConstraints(atMost: ["smee": 1]), .unknownGroup), (try SeedConstraints(mustInclude: [4]), .invalidSeeds),
      (try SeedConstraints(costs: [1], budget: 2), .invalidOptions),
    ]
    for (constraints, code) in cases {
      let error = #expect(throws: BuzzlineError.self) { try network.seeds(1, by: cascade, constraints: constraints) }
      #expect(error?.code == code)
    }
    #expect(throws: BuzzlineError.self) { try SeedConstraints(atMost: [.sme: -1]) }
    #expect(throws: BuzzlineError.self) { try SeedConstraints(atLeastOfEachCluster: -1) }
    #expect(throws: BuzzlineError.self) { try SeedConstraints(costs: [1]) }
    #expect(throws: BuzzlineError.self) { try SeedConstraints(costs: [0], budget: 1) }
    #expect(throws: BuzzlineError.self) { try SeedConstraints(costs: [1], budget: .nan) }
  }

  @Test func theCheapestCompletionIsTheCheapest() throws {
    var generator = SeededGenerator(seed: 11)
    var clashes = 0
    for run in 0..<300 {
      let costs = (0..<7).map { _ in Double(1 + generator.below(6)) }
      let cells = (0..<7).map { actor in
        FloorCell(cluster: generator.below(3), kind: generator.below(3), actors: [actor])
      }
      let caps = [generator.below(3), generator.below(3), .max]
      let deficits = (0..<3).map { _ in generator.below(3) }
      let meets = (0...7).flatMap { subsets(of: $0, below: 7) }.filter { set in
        (0..<3).allSatisfy { group in
          set.count { cells[$0].cluster == group } >= deficits[group]
            && set.count { cells[$0].kind == group } <= caps[group]
        }
      }
      var plan = FloorPlan(cells, capsLeft: caps, clusters: 3, without: []) { costs[$0] }
      let least = meets.map { $0.reduce(0) { $0 + costs[$1] } }.min()
      switch plan.meet(deficits) {
      case .cost(let cost): #expect(cost == least, "run \(run)")
      case .clash:
        clashes += 1
        #expect(least == nil, "run \(run)")
      }
    }
    #expect(clashes > 30 && clashes < 250)
  }

  @Test func aBudgetBuysTheBestSingleActorWhereItReachesMore() throws {
    // A star of five costs all there is; an isolate that costs little gains more for its cost.
    let network = try KnowledgeNetwork.test(7, (1...5).map { (0, $0) })
    let choice = try network.seeds(
      2, by: IndependentCascade(probability: 1),
      constraints: SeedConstraints(costs: [10, 10, 10, 10, 10, 10, 1], budget: 10), options: .common(10))
    #expect(choice.seeds == [0] && choice.expectedReach.mean == 6 && choice.picks[0].cost == 10)
    #expect(!choice.picks[0].isGiven)
  }
}
