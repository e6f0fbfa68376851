import KnowledgeNetworks
import TestNetworks
import Testing

@testable import NetworkMeasures

@Suite struct ExternalReachTests {
  /// Outsiders x → y → gate → a → b, and z → b.
  private var entrance: KnowledgeNetwork {
    get throws {
      let clusters: [(String, Cluster?)] = [
        ("gate", "home"), ("a", "home"), ("b", "home"), ("x", "away"), ("y", "away"), ("z", "away"), ("lost", nil),
      ]
      return try KnowledgeNetwork(
        actors: clusters.map { NetworkActor(id: $0.0, cluster: $0.1) },
        ties: [(3, 4), (4, 0), (0, 1), (1, 2), (5, 2)].map { Tie(source: $0.0, target: $0.1) })
    }
  }

  @Test func oneEntranceByHand() throws {
    let reach = try entrance.externalReach(of: "home")
    // gate gets y at 1 and x at 2; a both through gate at 2 and 3; b at 3 and 4, and z at 1.
    #expect(agree(reach.direct, 2.5))
    #expect(agree(reach.indirect, 17.0 / 12))
    #expect(reach.gatekeepers.map(\.actor) == [0])
    #expect(agree(reach.gatekeepers.first?.direct, 1.5))
    #expect(agree(reach.gatekeeperShare, (reach.indirect + 1.5) / reach.total))
    #expect(agree(reach.average, reach.total / 3))
    #expect(reach.removedGatekeepers == [0])
    #expect(reach.removalLoss == 1)
    #expect(reach.remarks == ["One actor states no cluster and counts neither as local nor as external."])
  }

  @Test func knowledgeComesInAlongTies() throws {
    #expect(try entrance.externalReach(of: "home", .outgoing).total == 0)
    #expect(try entrance.externalReach(of: "home", .outgoing).gatekeeperShare == nil)
    #expect(try entrance.externalReach(of: "away", .incoming).total == 0)
    let (given, taken) = try (entrance.externalReach(of: "away", .outgoing), entrance.externalReach(of: "home"))
    #expect(agree(given.total, taken.total))
  }

  @Test func sharesAreThoseOfTheWorkedExample() {
    // Breschi & Lenzi (2017): 7 local actors; mediated 7/6, 5/6, 1/2 and 1/2; direct 7, of which gatekeepers 5.
    let mediated = [7.0 / 6, 5.0 / 6, 0.5, 0.5]
    let reach = ExternalReach(
      cluster: "c", direction: .both, localActorCount: 7, direct: 7, indirect: mediated.reduce(0, +),
      gatekeepers: zip(mediated, [2.0, 1, 1, 1]).enumerated().map {
        GatekeeperImpact(actor: $0.offset, mediated: $0.element.0, direct: $0.element.1)
      }, removedGatekeepers: [], removalLoss: nil, remarks: [])
    #expect(agree(reach.total, 10))
    #expect(agree(reach.average, 1.43, within: 5e-3))
    #expect(agree(reach.gatekeeperShare, 0.8))
    #expect(agree(reach.gatekeeperDirectShare, 0.5))
    #expect(agree(reach.mediatedShare, 0.3))
  }

  @Test(arguments: Direction.allCases)
  func agreesWithEveryShortestPath(direction: Direction) throws {
    for (run, plain) in try SmallNetworks.random(80).enumerated() {
      let network = try SmallNetworks.placed(plain, seed: UInt64(run))
      for reach in try network.externalReach(direction) {
        let expected = LiteralReach(network, of: reach.cluster, direction, without: [])
        #expect(agree(reach.direct, expected.direct.reduce(0, +)))
        #expect(agree(reach.indirect, expected.mediated.reduce(0, +)))
        #expect(agree(reach.total, expected.inverseSteps))
        #expect(
          Set(reach.gatekeepers.map(\.actor)) == Set(expected.mediated.indices.filter { expected.mediated[$0] > 0 }))
        for gatekeeper in reach.gatekeepers {
          #expect(agree(gatekeeper.mediated, expected.mediated[gatekeeper.actor]))
          #expect(agree(gatekeeper.direct, expected.direct[gatekeeper.actor]))
        }
        let rest = LiteralReach(network, of: reach.cluster, direction, without: reach.removedGatekeepers)
        let loss = reach.indirect > 0 ? 1 - rest.mediated.reduce(0, +) / reach.indirect : nil
        #expect(agree(reach.removalLoss, loss))
      }
    }
  }

  /// A cluster of more than one block, a small one, isolates, and actors of no cluster.
  private static func blocks(seed: UInt64, isDirected: Bool = true, isWeighted: Bool = false) throws -> KnowledgeNetwork
  {
    let plain = try KnowledgeNetwork.random(150, density: 0.012, seed: seed, isDirected: isDirected)
    let actors = plain.actors.indices.map {
      NetworkActor(id: "a\($0)", cluster: $0 % 9 == 8 ? nil : $0 % 3 == 0 ? "away" : $0 % 20 == 1 ? "small" : "home")
    }
    var ties = Array(plain.ties)
    if isWeighted { for place in ties.indices { ties[place].weight = Double(1 + place % 5) } }
    return try KnowledgeNetwork(
      actors: actors, ties: ties, isDirected: isDirected, weightMeaning: isWeighted ? .strength : .none)
  }

  @Test(arguments: Direction.allCases)
  func sixtyFourAtATimeAreThoseOneByOneToTheBit(direction: Direction) throws {
    var networks = try SmallNetworks.random(60).enumerated().map {
      try SmallNetworks.placed($0.element, seed: UInt64($0.offset))
    }
    for seed in UInt64(0)..<2 {
      networks.append(try Self.blocks(seed: seed))
      networks.append(try Self.blocks(seed: seed, isDirected: false))
      networks.append(try Self.blocks(seed: seed, isWeighted: true))
    }
    for network in networks {
      let twin = ReachTwin(network, direction)
      let twins = Set(network.actors.compactMap(\.cluster)).sorted().map { twin.reach(of: $0) }
      for threads in [1, 2, 8] {
        for (reach, expected) in zip(try network.externalReach(direction, workers: Workers(threads: threads)), twins) {
          #expect(reach.direct == expected.direct && reach.indirect == expected.indirect)
          #expect(reach.gatekeepers == expected.gatekeepers)
          #expect(reach.removedGatekeepers == expected.removedGatekeepers)
          // A loss adds up in another order.
          #expect(agree(reach.removalLoss, expected.removalLoss))
        }
      }
    }
  }

  /// An entrance, then diamonds in a row: after *d* of them there are 2^*d* shortest paths.
  private func diamonds(_ count: Int) throws -> KnowledgeNetwork {
    var ties: [Tie] = []
    for first in stride(from: 0, to: 3 * count, by: 3) {
      for middle in [first + 1, first + 2] {
        ties += [Tie(source: first, target: middle), Tie(source: middle, target: first + 3)]
      }
    }
    let actors = (0...3 * count).map { NetworkActor(id: "a\($0)", cluster: $0 < 4 ? "home" : "away") }
    return try KnowledgeNetwork(actors: actors, ties: ties)
  }

  @Test func manyPathsAreCountedInLargeNumbers() throws {
    for count in [20, 30, 60] {
      let network = try diamonds(count)
      let reach = try network.externalReach(of: "home", .outgoing)
      let expected = ReachTwin(network, .outgoing).reach(of: "home")
      #expect(reach.direct == expected.direct && reach.indirect == expected.indirect)
    }
  }

  @Test func morePathsThanNumbersAreRefused() throws {
    let error = #expect(throws: BuzzlineError.self) { try diamonds(1_100).externalReach(of: "home", .outgoing) }
    #expect(error?.code == .invalidInput && error?.message.contains("more shortest paths") == true)
  }

  @Test func allClustersAreThoseOneByOne() throws {
    let network = try SmallNetworks.placed(.random(12, density: 0.3, seed: 5), seed: 5)
    let all = try network.externalReach(.both)
    #expect(all.map(\.cluster) == ["g0", "g1", "g2"])
    for reach in all { #expect(try network.externalReach(of: reach.cluster, .both).total == reach.total) }
  }

  @Test func aTenthOfTheGatekeepersIsRemoved() throws {
    // Eleven gatekeepers with one outsider and one follower each; two make a tenth, rounded up.
    let actors = (0..<33).map { NetworkActor(id: "a\($0)", cluster: $0 < 22 ? "home" : "away") }
    let ties = (0..<11).flatMap { [Tie(source: 22 + $0, target: $0), Tie(source: $0, target: 11 + $0)] }
    let reach = try KnowledgeNetwork(actors: actors, ties: ties).externalReach(of: "home")
    #expect(reach.gatekeepers.count == 11)
    #expect(reach.removedGatekeepers == [0, 1])
    #expect(agree(reach.removalLoss, 2.0 / 11))
  }

  @Test func reversalSwapsReachInAndOut() throws {
    for (run, plain) in try SmallNetworks.random(30).enumerated() {
      let network = try SmallNetworks.placed(plain, seed: UInt64(run))
      let (into, out) = try (network.externalReach(.incoming), network.reversed().externalReach(.outgoing))
      #expect(into.map(\.direct) == out.map(\.direct))
      #expect(into.map(\.gatekeepers) == out.map(\.gatekeepers))
    }
  }

  @Test func reachIsDirectPlusMediated() throws {
    for (run, plain) in try SmallNetworks.random(30).enumerated() {
      for reach in try SmallNetworks.placed(plain, seed: UInt64(run)).externalReach() {
        #expect(agree(reach.total, reach.direct + reach.gatekeepers.reduce(0) { $0 + $1.mediated }))
      }
    }
  }

  @Test func noGatekeeperWhereAllTiesLeave() throws {
    let actors = (0..<6).map { NetworkActor(id: "a\($0)", cluster: $0 < 3 ? "home" : "away") }
    let ties = [(3, 0), (4, 1), (5, 2)].map { Tie(source: $0.0, target: $0.1) }
    let reach = try KnowledgeNetwork(actors: actors, ties: ties).externalReach(of: "home")
    #expect(reach.gatekeepers.isEmpty && reach.removalLoss == nil)
    #expect(reach.total == 3 && reach.average == 1)
    #expect(reach.gatekeeperShare == 0)
  }

  @Test func anUnknownClusterIsRefused() throws {
    let error = #expect(throws: BuzzlineError.self) { try entrance.externalReach(of: "hom") }
    #expect(error?.code == .invalidInput)
    #expect(error?.message == "No actor belongs to the cluster 'hom'. Did you mean 'home'?")
  }
}

/// The same by listing every shortest path between a local and an external actor.
private struct LiteralReach {
  var direct: [Double]
  var mediated: [Double]
  /// The sum of inverse steps, by table alone.
  var inverseSteps = 0.0

  init(_ network: KnowledgeNetwork, of cluster: Cluster, _ direction: Direction, without removed: [Int]) {
    let links = network.links
    let isIn = { (actor: Int) in !removed.contains(actor) }
    let table = links.indices.map { i in
      links.indices.map { j in
        let isTied = (direction != .incoming && links[i][j]) || (direction != .outgoing && links[j][i])
        return isTied && isIn(i) && isIn(j)
      }
    }
    let steps = stepTable(table)
    direct = Array(repeating: 0, count: links.count)
    mediated = direct
    for local in links.indices where network.actors[local].cluster == cluster && isIn(local) {
      for external in links.indices {
        guard let home = network.actors[external].cluster, home != cluster, let distance = steps[local][external]
        else { continue }
        inverseSteps += 1 / Double(distance)
        let paths = Self.paths(from: local, to: external, table, steps)
        for path in paths {
          let leaving = path.prefix { network.actors[$0].cluster == cluster }.last ?? local
          let share = 1 / Double(distance) / Double(paths.count)
          if leaving == local { direct[local] += share } else { mediated[leaving] += share }
        }
      }
    }
  }

  private static func paths(from: Int, to: Int, _ table: [[Bool]], _ steps: [[Int?]]) -> [[Int]] {
    guard from != to, let left = steps[from][to] else { return [[to]] }
    return table.indices.filter { table[from][$0] && steps[$0][to] == left - 1 }
      .flatMap { paths(from: $0, to: to, table, steps) }.map { [from] + $0 }
  }
}
