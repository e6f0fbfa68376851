import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Reach of groups against runs, exact reach and every set that could have been drawn.
struct GroupReachTests {
  private let models: [any LiveTieModel] = [IndependentCascade(.constant(0.4)), LinearThreshold()]

  private func kinds(of network: KnowledgeNetwork) throws -> Grouping { try network.grouping(by: .kind) }

  @Test func aloneIsTheMeanOverMembers() throws {
    let network = try SeedNetworks.labelled(40, density: 0.06, seed: 3)
    let (kinds, options) = (try kinds(of: network), try SpreadOptions(runs: 150, seed: 4))
    for model in models {
      let all = try model.reachOfEveryActor(on: network, options: options).expected
      let groups = try model.reachOfEveryGroup(by: kinds, on: network, draws: 20, options: options)
      #expect(groups.map(\.group) == kinds.groups && groups.map(\.actors) == kinds.sizes)
      for (group, reach) in groups.enumerated() {
        let members = kinds.members(of: group).compactMap { all[$0] }
        #expect(abs(reach.alone.mean - members.reduce(0, +) / Double(members.count)) < 1e-9)
      }
    }
  }

  @Test func togetherIsTheSpreadFromAllMembers() throws {
    let network = try SeedNetworks.labelled(40, density: 0.06, seed: 5)
    let (kinds, options) = (try kinds(of: network), try SpreadOptions(runs: 150, seed: 4))
    for model in models {
      for (group, reach) in try model.reachOfEveryGroup(by: kinds, on: network, draws: 20, options: options)
        .enumerated()
      {
        let spread = try model.spread(on: network, from: kinds.members(of: group), options: options)
        #expect(reach.together.isNear(spread.reach))
        // Beside equally many, the group itself stays what it is unless it is the larger side.
        let others = kinds.sizes.reduce(0, +) - reach.actors
        let beside = try #require(reach.besideOthers)
        #expect(beside.starters == min(reach.actors, others))
        if reach.actors <= others {
          #expect(beside.together.own.isNear(reach.together) && beside.alone.own.isNear(reach.alone))
        }
      }
    }
  }

  /// Over all sets that can be drawn, each with its reach by enumeration.
  @Test func differencesMeetExactReach() throws {
    let grouping = Grouping(name: "side", labels: ["a", "a", "b", "b", "b", "b", "b", nil])
    var (outside, compared) = (0, 0)
    for seed in 0..<6 as Range<UInt64> {
      let network = try KnowledgeNetwork.random(8, density: 0.22, seed: seed)
      for model in models {
        let groups = try model.reachOfEveryGroup(
          by: grouping, on: network, draws: 60, options: SpreadOptions(runs: 320, seed: seed))
        func exact(_ sets: [[Int]]) throws -> Double {
          try sets.map { try model.exactReach(on: network, from: $0) }.mean
        }
        let alone = (try exact([[0], [1]]), try exact((2..<7).map { [$0] }))
        let together = (try exact([[0, 1]]), try exact(subsets(of: 2, below: 5).map { $0.map { $0 + 2 } }))
        let (small, large) = (try #require(groups[0].besideOthers), try #require(groups[1].besideOthers))
        for (found, expected) in [
          (small.alone.difference, alone.0 - alone.1), (large.alone.difference, alone.1 - alone.0),
          (small.together.difference, together.0 - together.1), (large.together.difference, together.1 - together.0),
          (small.together.others, together.1), (large.together.own, together.1), (large.together.others, together.0),
        ] {
          compared += 1
          if abs(found.mean - expected) > 3 * (found.standardError ?? 0) + 1e-9 { outside += 1 }
        }
      }
    }
    // Of 1,000 intervals of three standard errors 2.7 miss on average; the seeds are fixed.
    #expect(compared == 84 && outside <= 1)
  }

  /// Every way to deal out the labels, on the same graphs; beside like degrees those that keep the numbers of receivers.
  @Test func pIsTheShareOfAllLabellings() throws {
    let grouping = Grouping(name: "side", labels: ["a", "a", "b", "b", "b", "b", "b", "b"])
    let draws = 400
    var exchanged = 0
    for seed in 0..<4 as Range<UInt64> {
      let network = try KnowledgeNetwork.random(8, density: 0.2, seed: seed)
      for model in models {
        let twin = try SeedsTwin(model, on: network, seed: seed, graphs: 64)
        let group = try model.reachOfEveryGroup(
          by: grouping, on: network, draws: draws, options: SpreadOptions(runs: 64, seed: seed))[0]
        func degrees(_ set: [Int]) -> [Int] { set.map { network.receiverCount(of: $0) }.sorted() }
        let all = subsets(of: 2, below: 8)
        let alike = all.filter { degrees($0) == degrees([0, 1]) }
        exchanged += alike.count - 1
        for (comparison, sets) in [(group.besideOthers, all), (group.besideLikeDegrees, alike)] {
          let comparison = try #require(comparison)
          let together = { (set: [Int]) in twin.mean(from: set) }
          let alone = { (set: [Int]) in set.map { twin.mean(from: [$0]) }.mean }
          for (test, reach) in [(comparison.together.test, together), (comparison.alone.test, alone)] {
            let own = reach([0, 1])
            let share = Double(sets.count { reach($0) >= own - 1e-9 }) / Double(sets.count)
            let error = (share * (1 - share) / Double(draws)).squareRoot()
            #expect(abs(test.observed - own) < 1e-9 && !test.isExact)
            #expect(abs(test.pAtLeast - share) < 4 * error + 1.5 / Double(draws))
            #expect(test.pAtLeast + test.pAtMost >= 1)
          }
        }
      }
    }
    #expect(exchanged > 10)
  }

  @Test func labelsWithoutMeaningAreSeldomRare() throws {
    let network = try KnowledgeNetwork.random(20, density: 0.08, seed: 9)
    let model = try IndependentCascade(probability: 0.3)
    var (any, like): ([Double], [Double]) = ([], [])
    for seed in 0..<40 as Range<UInt64> {
      var labels = (0..<20).map { $0 < 8 ? "a" : "b" }
      var generator = SeededGenerator(seed: seed)
      generator.shuffle(&labels)
      let group = try model.reachOfEveryGroup(
        by: Grouping(name: "chance", labels: labels), on: network, draws: 39,
        options: SpreadOptions(runs: 64, seed: seed)
      )[0]
      any.append(try #require(group.besideOthers).together.test.pAtLeast)
      like.append(try #require(group.besideLikeDegrees).together.test.pAtLeast)
    }
    // Even over 0…1: the mean of 40 strays by 0.046, and 2 of 40 are at most 0.05, give or take 1.4.
    #expect(abs(any.mean - 0.5) < 0.15 && any.count { $0 <= 0.05 } <= 6)
    #expect(like.mean > 0.35 && like.count { $0 <= 0.05 } <= 6)
  }

  @Test func aHubIsRareUntilDegreesAreAlike() throws {
    // Two stars of six rays; one hub is the only one of its kind.
    let rays = (2..<8).map { (0, $0) } + (8..<14).map { (1, $0) }
    let network = try KnowledgeNetwork.test(14, rays)
    let labels = (0..<14).map { $0 == 0 ? "hub" : "other" }
    let groups = try IndependentCascade(probability: 0.5).reachOfEveryGroup(
      by: Grouping(name: "kind", labels: labels), on: network, draws: 199, options: SpreadOptions(runs: 640, seed: 2))
    let (any, like) = (try #require(groups[0].besideOthers), try #require(groups[0].besideLikeDegrees))
    #expect(any.candidates == 13 && any.starters == 1 && any.receiverGap > 5)
    // Of 14 actors the two hubs alone come near.
    #expect(any.alone.test.pAtLeast < 0.25 && any.alone.test.pAtMost > 0.85)
    #expect(abs(any.alone.difference.mean - 3 * 12 / 13.0) < 3 * (any.alone.difference.standardError ?? 0))
    #expect(like.candidates == 1 && like.receiverGap == 0)
    #expect(like.alone.own == like.together.own && like.alone.others.mean == like.together.others.mean)
    #expect(abs(like.alone.difference.mean) < 3 * (like.alone.difference.standardError ?? 0))
    // The larger side is drawn from: one of the 13 at a time beside the hub.
    let others = try #require(groups[1].besideOthers)
    #expect(others.starters == 1 && groups[1].together.mean == 13 && others.receiverGap < -5)
    #expect(others.alone.difference.mean < -2)
  }

  /// A group whose numbers of receivers nobody else has.
  @Test func whereNobodyIsAlikeNothingIsSaid() throws {
    let network = try KnowledgeNetwork.test(5, [(0, 1), (0, 2), (0, 3), (1, 2)])
    let grouping = Grouping(name: "kind", labels: ["hub", "b", "b", "b", "b"])
    let group = try LinearThreshold().reachOfEveryGroup(
      by: grouping, on: network, draws: 9, options: SpreadOptions(runs: 20))[1]
    let like = try #require(group.besideLikeDegrees)
    #expect(like.together.test.pAtLeast == 1 && like.together.test.pAtMost == 1)
    #expect(like.together.test.standardDeviation == 0 && like.receiverGap == 2 && like.candidates == 1)
  }

  @Test func everybodyHasNobodyBeside() throws {
    let network = try KnowledgeNetwork.random(6, density: 0.4, seed: 1)
    let options = try SpreadOptions(runs: 10)
    let grouping = Grouping(name: "kind", labels: ["a", "a", nil, "a", "a", "a"])
    let group = try LinearThreshold().reachOfEveryGroup(by: grouping, on: network, options: options)[0]
    #expect(group.besideOthers == nil && group.besideLikeDegrees == nil && group.actors == 5)
    let single = try LinearThreshold().reachOfEveryGroup(
      by: Grouping(name: "kind", labels: ["a", "b", nil, nil, nil, nil]), on: network, options: options)
    #expect(single[0].alone == single[0].together && single[0].besideOthers?.candidates == 1)
  }

  @Test func threadsChangeNothing() throws {
    let network = try SeedNetworks.labelled(60, density: 0.05, seed: 1)
    for model in models {
      let reaches = try [1, 2, 8].map { threads in
        try model.reachOfEveryGroup(
          by: kinds(of: network), on: network, draws: 50, options: SpreadOptions(runs: 200, seed: 6),
          workers: Workers(threads: threads))
      }
      #expect(reaches[0] == reaches[1] && reaches[0] == reaches[2])
    }
  }

  @Test func cancellingIsSaid() async throws {
    let network = try SeedNetworks.labelled(30, density: 0.05, seed: 1)
    for work in ["draws", "live-edge graphs", "sets of starters"] {
      let task = Task { () throws(BuzzlineError) -> [GroupReach] in
        let workers = Workers(threads: 1) { progress in
          if progress.work == work, progress.done == 2 { withUnsafeCurrentTask { $0?.cancel() } }
        }
        return try LinearThreshold().reachOfEveryGroup(
          by: Grouping(name: "kind", labels: network.actors.map { $0.kind?.rawValue }), on: network,
          options: SpreadOptions(runs: 6_400), workers: workers)
      }
      let error = await #expect(throws: BuzzlineError.self) { try await task.value }
      #expect(error?.code == .cancelled)
    }
  }

  @Test func unfitQuestionsAreRefused() throws {
    let network = try KnowledgeNetwork.test(2, [(0, 1)])
    let options = try SpreadOptions(runs: 1)
    for (labels, draws, code) in [
      (["a"], 9, BuzzlineError.Code.invalidOptions), (["a", "b"], 0, .invalidOptions), ([nil, nil], 9, .unknownGroup),
    ] {
      let error = #expect(throws: BuzzlineError.self) {
        try LinearThreshold().reachOfEveryGroup(
          by: Grouping(name: "kind", labels: labels), on: network, draws: draws, options: options)
      }
      #expect(error?.code == code)
    }
    let empty = try KnowledgeNetwork.test(0, [])
    let error = #expect(throws: BuzzlineError.self) {
      try LinearThreshold().reachOfEveryGroup(by: Grouping(name: "kind", labels: []), on: empty, options: options)
    }
    #expect(error?.code == .emptyNetwork)
  }
}

extension [Double] {
  /// Their mean; there must be some.
  var mean: Double { reduce(0, +) / Double(count) }
}
