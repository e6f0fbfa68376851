internal import KnowledgeNetworks
import NetworkMeasures
internal import TestNetworks
import Testing

struct KeyPlayersTests {
  private let names = KnokeOrganisations.names

  /// Computed by a script of its own over all sets, from the definitions in Borgatti (2006).
  @Test func knokeReach() throws {
    let network = try KnokeOrganisations.information
    let one = try network.keyPlayers(1, by: .weightedReach)
    #expect(abs(one.value - 0.95) < 1e-12 && named(one) == ["MAYR"] && one.isExhaustive && !one.hasMore)
    let two = try network.keyPlayers(2, by: .weightedReach)
    #expect(two.value == 1 && named(two) == ["COMM EDUC", "EDUC MAYR", "EDUC UWAY", "MAYR WRO"])
    let three = try network.keyPlayers(3, by: .weightedReach)
    #expect(three.value == 1 && three.sets.count == 30)
    #expect(
      named(three) == [
        "COUN COMM EDUC", "COUN EDUC MAYR", "COUN EDUC UWAY", "COUN MAYR WRO", "COMM EDUC INDU", "COMM EDUC MAYR",
        "COMM EDUC WRO", "COMM EDUC NEWS", "COMM EDUC UWAY", "COMM EDUC WELF", "COMM EDUC WEST", "COMM MAYR WRO",
        "COMM WRO WEST", "EDUC INDU MAYR", "EDUC INDU UWAY", "EDUC MAYR WRO", "EDUC MAYR NEWS", "EDUC MAYR UWAY",
        "EDUC MAYR WELF", "EDUC MAYR WEST", "EDUC WRO UWAY", "EDUC NEWS UWAY", "EDUC UWAY WELF", "EDUC UWAY WEST",
        "INDU MAYR WRO", "MAYR WRO NEWS", "MAYR WRO UWAY", "MAYR WRO WELF", "MAYR WRO WEST", "WRO UWAY WEST",
      ])
  }

  @Test func knokeFragmentation() throws {
    let network = try KnokeOrganisations.information
    let one = try network.keyPlayers(1, by: .weightedFragmentation)
    #expect(abs(one.valueOfNobody - 0.1444444444444445) < 1e-12)
    #expect(abs(one.value - 0.18055555555555558) < 1e-12 && named(one) == ["NEWS"])
    let two = try network.keyPlayers(2, by: .weightedFragmentation)
    #expect(abs(two.value - 0.2142857142857143) < 1e-12 && named(two) == ["COMM NEWS", "MAYR NEWS"])
  }

  private func named(_ players: KeyPlayers) -> [String] {
    players.sets.map { $0.map { names[$0] }.joined(separator: " ") }
  }

  @Test(arguments: [KeyPlayerOptions.Ways.asGiven, .eitherWay])
  func allSetsAreTriedOnSmallNetworks(ways: KeyPlayerOptions.Ways) throws {
    let options = try KeyPlayerOptions(ways: ways, mostListed: 1_000)
    for network in try networks() {
      let twin = KeyPlayersTwin(network: network, eitherWay: ways == .eitherWay)
      for measure in KeyPlayerMeasure.all {
        for size in 1...(measure.isFragmentation ? network.actorCount - 2 : 3) {
          let found = try network.keyPlayers(size, by: measure, options: options)
          let best = twin.best(size, by: measure)
          #expect(abs(found.value - best.value) < 1e-12 && found.sets == best.sets && found.isExhaustive)
          #expect(abs(found.valueOfNobody - twin.value(of: [], by: measure)) < 1e-12)
        }
      }
    }
  }

  /// Random networks of 4 to 7 actors, sparse to dense, every third without direction.
  private func networks() throws -> [KnowledgeNetwork] {
    try (0..<24).map { run in
      try .random(4 + run % 4, density: [0.15, 0.3, 0.6][run / 4 % 3], seed: UInt64(run), isDirected: run % 3 != 0)
    }
  }

  @Test func moreThanSixtyFourActorsByHand() throws {
    // A ring of 70 tied either way: 35 steps at most, two actors at each distance but the last.
    let ring = try KnowledgeNetwork.test(70, (0..<70).map { ($0, ($0 + 1) % 70) }, isDirected: false)
    let sum = 2 * (1...34).reduce(0) { $0 + 1 / Double($1) } + 1.0 / 35
    let players = try ring.keyPlayers(1, by: .weightedFragmentation)
    #expect(abs(players.valueOfNobody - (1 - sum / 69)) < 1e-12)
    #expect(players.sets.count == 70 && !players.hasMore)
  }

  @Test func moreMembersReachNoLess() throws {
    for network in try networks() {
      for measure in [KeyPlayerMeasure.reach(within: 2), .weightedReach] {
        let values = try (1...network.actorCount).map { try network.keyPlayers($0, by: measure).value }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 } && values.last == 1)
      }
    }
  }

  @Test func swappingFindsWhatTryingAllFinds() throws {
    let full = try KeyPlayerOptions(mostListed: 1_000)
    let search = try KeyPlayerOptions(mostSets: 0, restarts: 20, mostListed: 1_000)
    for seed in 0..<10 as Range<UInt64> {
      let network = try KnowledgeNetwork.random(14, density: 0.15, seed: seed)
      for measure in KeyPlayerMeasure.all {
        let all = try network.keyPlayers(3, by: measure, options: full)
        let met = try network.keyPlayers(3, by: measure, options: search)
        #expect(all.isExhaustive && !met.isExhaustive)
        #expect(abs(all.value - met.value) < 1e-12 && Set(met.sets).isSubset(of: all.sets))
      }
    }
  }

  @Test func threadsChangeNothing() throws {
    let network = try KnowledgeNetwork.random(90, density: 0.03, seed: 5)
    let options = try KeyPlayerOptions(mostSets: 100, restarts: 2)
    for measure in KeyPlayerMeasure.all {
      let alone = try network.keyPlayers(3, by: measure, options: options, workers: Workers(threads: 1))
      #expect(try network.keyPlayers(3, by: measure, options: options, workers: Workers(threads: 8)) == alone)
    }
  }

  @Test func theListOfSetsEnds() throws {
    let players = try KnowledgeNetwork.test(6, []).keyPlayers(
      2, by: .weightedReach, options: KeyPlayerOptions(mostListed: 4))
    #expect(players.sets.count == 4 && players.hasMore && abs(players.value - 2.0 / 6) < 1e-12)
  }

  @Test func unfitQuestionsAreRefused() throws {
    let three = try KnowledgeNetwork.test(3, [(0, 1)])
    let refusals: [(KnowledgeNetwork, Int, KeyPlayerMeasure, BuzzlineError.Code)] = [
      (try .test(0, []), 1, .weightedReach, .emptyNetwork), (three, 4, .weightedReach, .invalidOptions),
      (three, 0, .weightedReach, .invalidOptions), (three, 2, .fragmentation, .invalidOptions),
      (three, 1, .reach(within: 0), .invalidOptions),
    ]
    for (network, count, measure, code) in refusals {
      let error = #expect(throws: BuzzlineError.self) { try network.keyPlayers(count, by: measure) }
      #expect(error?.code == code)
    }
    #expect(throws: BuzzlineError.self) { try KeyPlayerOptions(mostListed: 0) }
  }

  @Test func aCancelledTaskStops() async throws {
    let network = try KnowledgeNetwork.random(30, density: 0.1, seed: 1)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try network.keyPlayers(3, by: .weightedReach)
    }
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
