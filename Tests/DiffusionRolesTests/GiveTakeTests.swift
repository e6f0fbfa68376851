import DiffusionRoles
internal import Foundation
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

struct GiveTakeTests {
  @Test func aSmallNetworkByHand() throws {
    let network = try KnowledgeNetwork.test(4, [(0, 1), (0, 2), (1, 0)])
    let giveTake = network.giveTake()
    #expect(Array(giveTake.given) == [2, 1, 0, 0])
    #expect(Array(giveTake.received) == [1, 1, 1, 0])
    #expect(Array(giveTake.net) == [1, 0, -1, 0])
    #expect(Array(giveTake.balance) == [1.0 / 3, 0, -1, nil])
    #expect(giveTake.strengthGiven == nil && giveTake.strengthReceived == nil)
  }

  @Test func strengthsNeedADeclaredStrength() throws {
    let actors = ["a", "b"].map { NetworkActor(id: $0) }
    let ties = [Tie(source: 0, target: 1, weight: 2.5), Tie(source: 0, target: 1, weight: 1, topic: "dyes")]
    let declared = try KnowledgeNetwork(actors: actors, ties: ties, weightMeaning: .strength).giveTake()
    #expect(declared.strengthGiven.map(Array.init) == [3.5, 0])
    #expect(declared.strengthReceived.map(Array.init) == [0, 3.5])
    #expect(Array(declared.given) == [1, 0])
    let distance = try KnowledgeNetwork(actors: actors, ties: ties, weightMeaning: .distance).giveTake()
    #expect(distance.strengthGiven == nil)
  }

  @Test func reversalSwapsGivenAndReceived() throws {
    for network in try ClusteredNetworks.sample() {
      for scopes: Set<TieScope>? in [nil, [.localBuzz]] {
        let forward = network.giveTake(along: scopes)
        let backward = network.reversed().giveTake(along: scopes)
        #expect(Array(forward.given) == Array(backward.received))
        #expect(Array(forward.received) == Array(backward.given))
        #expect(forward.balance.map { $0.map { 0 - $0 } } == Array(backward.balance))
      }
    }
  }

  @Test func netsSumToZero() throws {
    for network in try ClusteredNetworks.sample() {
      #expect(network.giveTake().net.compactMap(\.self).reduce(0, +) == 0)
    }
  }

  @Test func aScopeChoiceEqualsTheSlice() throws {
    for network in try ClusteredNetworks.sample() + ClusteredNetworks.sample(isDirected: false) {
      let chosen = network.giveTake(along: [.localBuzz])
      let sliced = network.slice(scopes: [.localBuzz]).giveTake()
      #expect(Array(chosen.given) == Array(sliced.given))
      #expect(Array(chosen.balance) == Array(sliced.balance))
      let table = NaiveTable(network)
      #expect(Array(chosen.given) == table.actors.map { Double(table.givenInside($0)) })
      #expect(Array(chosen.received) == table.actors.map { Double(table.receivedInside($0)) })
    }
  }

  @Test func buzzPipelinesAndUnknownAddUp() throws {
    for network in try ClusteredNetworks.sample() {
      let parts = [[.localBuzz], [.globalPipeline(.unstated)], [.unknown]].map { network.giveTake(along: $0).given }
      let sums = network.actors.indices.map { actor in parts.compactMap { $0[actor] }.reduce(0, +) }
      #expect(Array(network.giveTake().given) == sums)
    }
  }

  @Test func remarksNameWhatWasLeftOut() throws {
    let directed = try ClusteredNetworks.written("a@x b@x c", "a>b b>c c>b")
    #expect(directed.giveTake().given.remarks.isEmpty)
    #expect(directed.giveTake(along: [.localBuzz]).given.remarks.contains { $0.contains("2 connected pairs") })
    #expect(directed.giveTake(along: [.localBuzz, .unknown]).given.remarks.isEmpty)
    let undirected = try ClusteredNetworks.written("a@x b@x c", "a>b b>c", isDirected: false)
    let balance = undirected.giveTake(along: [.localBuzz]).balance
    #expect(Array(balance) == [0, 0, nil])
    #expect(balance.remarks.contains { $0.contains("no direction") })
    #expect(balance.remarks.contains { $0.contains("1 connected pairs") })
  }

  @Test func noTiesAndNobody() throws {
    #expect(Array(try KnowledgeNetwork.test(1, []).giveTake().balance) == [nil])
    #expect(try KnowledgeNetwork.test(0, []).giveTake().given.isEmpty)
  }

  @Test(.needsSharedData)
  func knokeDegreesMeetTheReference() throws {
    let folder = try #require(ReferenceFiles.sharedData)
    let file = folder.appending(path: "reference_values/knoke_info_hanneman_node_measures.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.replacing("\"", with: "").components(separatedBy: ",")
    }
    let header = try #require(rows.first)
    let giveTake = try ClusteredNetworks.knoke().giveTake()
    let given = try #require(header.firstIndex(of: "outdeg"))
    let received = try #require(header.firstIndex(of: "indeg"))
    #expect(rows.dropFirst().map { Double($0[given]) } == Array(giveTake.given))
    #expect(rows.dropFirst().map { Double($0[received]) } == Array(giveTake.received))
  }
}
