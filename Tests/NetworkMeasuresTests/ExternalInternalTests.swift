import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct ExternalInternalTests {
  @Test func hannemanAndRiddlesKnokeTable() throws {
    let result = try KnokeOrganisations.information.externalInternal(by: KnokeOrganisations.groups)
    #expect(result.network == TieSplit(inside: 12, outside: 37))
    #expect(agree(result.network.index, 25.0 / 49))
    let range = result.symmetrised
    #expect(range.split == TieSplit(inside: 14, outside: 50))
    #expect(agree(range.index, 0.5625))
    #expect(agree(range.expected, 42.0 / 90))
    #expect(agree(range.maximum, 1))
    #expect(agree(range.minimum, 0.25))
    #expect(agree(range.rescaled, -1.0 / 6))
  }

  @Test func knokePermutationLawIsExact() throws {
    let tests = try KnokeOrganisations.information.externalInternalTests(by: KnokeOrganisations.groups)
    #expect(tests.symmetrised.isExact)
    #expect(agree(tests.symmetrised.observed, 0.5625))
    #expect(agree(tests.symmetrised.mean, 0.466667, within: 5e-7))
    #expect(agree(tests.symmetrised.standardDeviation, 0.077903, within: 5e-7))
    #expect(agree(tests.symmetrised.pAtLeast, 856.0 / 4200))
    #expect(agree(tests.symmetrised.pAtMost, 4004.0 / 4200))
    #expect(agree(tests.network.observed, 25.0 / 49))
    #expect(agree(tests.network.pAtLeast, 1630.0 / 4200))
  }

  @Test func agreesWithALoopOverPairs() throws {
    for (run, network) in try SmallNetworks.random(60).enumerated() {
      let labels = SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run))
      for direction in Direction.allCases {
        let result = try network.externalInternal(by: Grouping(name: "g", labels: labels), direction)
        let expected = LiteralSplit(network.links, labels, direction, isDirected: network.isDirected)
        #expect(agree(result.actors, expected.actors.map { $0.index ?? .nan }))
        #expect(result.groups == expected.groups)
        #expect(result.network == expected.network)
        #expect(result.symmetrised.split == expected.symmetrised)
        #expect(result.remarks.isEmpty == !labels.contains(nil))
      }
    }
  }

  @Test func boundsAreReached() throws {
    // On four actors in two pairs, every set of so many ties is tried.
    let grouping = Grouping(name: "g", labels: ["a", "a", "b", "b"])
    let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    var found: [Int: [ExternalInternalRange]] = [:]
    for code in 1..<64 {
      let ties = pairs.indices.filter { code >> $0 & 1 == 1 }.map { pairs[$0] }
      let range = try KnowledgeNetwork.test(4, ties, isDirected: false).externalInternal(by: grouping).symmetrised
      found[ties.count, default: []].append(range)
    }
    for ranges in found.values {
      #expect(ranges.allSatisfy { agree($0.minimum, ranges.compactMap(\.index).min()) })
      #expect(ranges.allSatisfy { agree($0.maximum, ranges.compactMap(\.index).max()) })
    }
  }

  @Test func reversalSwapsGivenAndReceived() throws {
    for (run, network) in try SmallNetworks.random(30).enumerated() {
      let grouping = Grouping(
        name: "g", labels: SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run)))
      let forth = try network.externalInternal(by: grouping, .outgoing)
      let back = try network.reversed().externalInternal(by: grouping, .incoming)
      #expect(Array(forth.actors) == Array(back.actors))
      #expect(forth.groups == back.groups)
      #expect(forth.symmetrised == back.symmetrised)
    }
  }

  @Test func oneGroupIsMinusOne() throws {
    let grouping = Grouping(name: "g", labels: Array(repeating: "all", count: 10))
    let result = try KnokeOrganisations.information.externalInternal(by: grouping)
    #expect(result.network.index == -1)
    #expect(result.actors.allSatisfy { $0 == -1 })
    #expect(result.symmetrised.rescaled == nil)
  }

  @Test func singletonGroupsAreOne() throws {
    let grouping = Grouping(name: "g", labels: KnokeOrganisations.names)
    let result = try KnokeOrganisations.money.externalInternal(by: grouping)
    #expect(result.network.index == 1)
    #expect(result.actors.map { $0 } == [1, 1, 1, 1, 1, nil, 1, 1, 1, 1])
  }

  @Test func meanUnderNullIsExpectation() throws {
    for (run, network) in try SmallNetworks.random(25).enumerated() where network.actorCount < 8 {
      let grouping = Grouping(
        name: "g", labels: SmallNetworks.labels(network.actorCount, groups: 2, seed: UInt64(run)))
      let tests = try network.externalInternalTests(by: grouping)
      let range = try network.externalInternal(by: grouping).symmetrised
      #expect(agree(tests.symmetrised.mean, range.index == nil ? .nan : range.expected))
    }
  }

  /// Arrangements looked at 256 at a time give what one after another gives, to the last bit.
  @Test(arguments: [1, 3]) func manyArrangementsAtOnceAreThoseOneByOne(threads: Int) throws {
    let networks = try SmallNetworks.random(12) + [.random(90, density: 0.05, seed: 4)]
    for (run, network) in networks.enumerated() {
      for groups in [1, 2, 3, 17] {
        let labels = SmallNetworks.labels(network.actorCount, groups: groups, seed: UInt64(run))
        let grouping = Grouping(name: "g", labels: labels)
        let options = PermutationOptions(draws: 600, exactLimit: 3_000, seed: UInt64(run))
        let tests = try network.externalInternalTests(
          by: grouping, permutations: options, workers: Workers(threads: threads))
        let grouped = labels.indices.filter { labels[$0] != nil }
        let codes = grouping.groupCodes.filter { $0 >= 0 }
        let twins = try LabelPermutations(of: codes, options: options).test { codes in
          var moved = [String?](repeating: nil, count: labels.count)
          for (actor, code) in zip(grouped, codes) { moved[actor] = "\(code)" }
          let split = LiteralSplit(network.links, moved, .both, isDirected: network.isDirected)
          return [split.network.index ?? .nan, split.symmetrised.index ?? .nan]
        }
        for (test, twin) in zip([tests.network, tests.symmetrised], twins) {
          #expect(twin.isDefined ? test == twin : !test.isDefined)
        }
      }
    }
  }

  @Test func withoutTiesNothingIsDefined() throws {
    let network = try KnowledgeNetwork.test(3, [])
    let grouping = Grouping(name: "g", labels: ["a", "a", "b"])
    let result = try network.externalInternal(by: grouping)
    #expect(result.network.index == nil)
    #expect(result.symmetrised.minimum == nil && result.symmetrised.maximum == nil)
    #expect(result.symmetrised.rescaled == nil)
    #expect(agree(result.symmetrised.expected, 1.0 / 3))
    #expect(try !network.externalInternalTests(by: grouping).network.isDefined)
  }

  @Test func anotherRostersGroupingIsRefused() throws {
    let error = #expect(throws: BuzzlineError.self) {
      try KnokeOrganisations.money.externalInternal(by: Grouping(name: "kind", labels: ["a"]))
    }
    #expect(error?.code == .mismatchedGrouping)
    #expect(error?.message == "The grouping by 'kind' is of 1 actors; the network has 10.")
  }
}

/// The same counts by going over every pair of actors.
private struct LiteralSplit {
  var actors: [TieSplit] = []
  var groups: [TieSplit] = []
  var network = TieSplit(inside: 0, outside: 0)
  var symmetrised = TieSplit(inside: 0, outside: 0)

  init(_ links: [[Bool]], _ labels: [String?], _ direction: Direction, isDirected: Bool) {
    let direction = isDirected ? direction : .both
    var pairs: [(Int, Int)] = []
    var either: [(Int, Int)] = []
    for i in links.indices {
      for j in links.indices where labels[i] != nil && labels[j] != nil {
        if links[i][j] && (isDirected || i < j) { pairs.append((i, j)) }
        if links[i][j] || links[j][i] { either.append((i, j)) }
      }
    }
    func split(_ pairs: [(Int, Int)]) -> TieSplit {
      let inside = pairs.count { labels[$0.0] == labels[$0.1] }
      return TieSplit(inside: inside, outside: pairs.count - inside)
    }
    func counts(_ pair: (Int, Int), _ isOne: (Int) -> Bool) -> Bool {
      (direction != .incoming && isOne(pair.0)) || (direction != .outgoing && isOne(pair.1))
    }
    actors = links.indices.map { actor in split(pairs.filter { counts($0) { $0 == actor } }) }
    groups = Set(labels.compactMap(\.self)).sorted().map { group in
      split(pairs.filter { counts($0) { labels[$0] == group } })
    }
    network = split(pairs)
    symmetrised = split(either)
  }
}
