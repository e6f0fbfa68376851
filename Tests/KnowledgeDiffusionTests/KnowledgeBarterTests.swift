import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Barter against its definition, meeting by meeting.
@Suite struct KnowledgeBarterTests {
  private static let band = 0.01
  private static let absorption = 0.1

  private func process(_ seed: UInt64, actors: Int = 20) throws -> (BarterProcess, KnowledgeNetwork) {
    let network = try KnowledgeNetwork.random(actors, density: 0.15, seed: seed)
    let endowment = try KnowledgeEndowment(categories: 4, experts: .drawn(3))
    let model = try KnowledgeBarter(endowment, absorption: Self.absorption, band: Self.band)
    var process = try model.process(on: network)
    process.begin(chance: RunChance(seed: seed, run: 0))
    return (process, network)
  }

  /// The categories in which one is ahead of the other, from the definition.
  private static func ahead(_ giver: [Double], of receiver: [Double]) -> Set<Int> {
    Set(giver.indices.filter { giver[$0] > receiver[$0] && giver[$0] - receiver[$0] >= band * giver[$0] })
  }

  private static func lists(_ levels: KnowledgeLevels) -> [[Double]] {
    (0..<levels.actorCount).map { actor in (0..<levels.categoryCount).map { levels[actor, $0] } }
  }

  @Test func aMeetingByHand() throws {
    let network = try KnowledgeNetwork.test(2, [(1, 0)])
    let model = try KnowledgeBarter(KnowledgeEndowment(levels: [[4, 0, 1], [0, 2, 1]]), absorption: 0.5)
    var process = try model.process(on: network)
    process.begin(chance: RunChance(seed: 1, run: 0))
    #expect(process.meet() == .exchange)
    #expect(Self.lists(process.levels) == [[4, 1, 1], [2, 2, 1]])
  }

  @Test(arguments: 0..<10) func everyMeetingGoesByTheRule(seed: UInt64) throws {
    var (process, network) = try process(seed)
    var exchanges = 0
    while true {
      let before = Self.lists(process.levels)
      let meeting = process.meet()
      let after = Self.lists(process.levels)
      let changed = before.indices.filter { before[$0] != after[$0] }
      guard meeting == .exchange else {
        #expect(changed.isEmpty)
        if meeting == .over { break }
        continue
      }
      exchanges += 1
      let (first, second) = try (#require(changed.first), #require(changed.last))
      #expect(changed.count == 2)
      #expect(network.hasTie(from: first, to: second) || network.hasTie(from: second, to: first))
      let (given, returned) = (
        Self.ahead(before[first], of: before[second]), Self.ahead(before[second], of: before[first])
      )
      for (giver, receiver, offers) in [(first, second, given), (second, first, returned)] {
        let learnt = before[receiver].indices.filter { before[receiver][$0] != after[receiver][$0] }
        #expect(learnt.count == min(given.count, returned.count))
        #expect(offers.isSuperset(of: learnt))
        for category in learnt {
          let gap = before[giver][category] - before[receiver][category]
          #expect(abs(after[receiver][category] - before[receiver][category] - Self.absorption * gap) < 1e-12)
        }
      }
    }
    #expect(exchanges > 100)
  }

  @Test func knowledgeNeverFalls() throws {
    var (process, _) = try process(3)
    var before = Self.lists(process.levels).joined().map(\.self)
    while process.meet() != .over {
      let after = Self.lists(process.levels).joined().map(\.self)
      #expect(zip(before, after).allSatisfy { $0 <= $1 })
      before = after
    }
  }

  @Test func nobodyComesToKnowMoreThanTheBest() throws {
    for absorption in [0.1, 0.999_999_999_999_999_9] {
      let network = try KnowledgeNetwork.random(20, density: 0.2, seed: 8)
      var process = try KnowledgeBarter(KnowledgeEndowment(categories: 5), absorption: absorption).process(on: network)
      process.begin(chance: RunChance(seed: 2, run: 0))
      let highest = (0..<5).map { process.levels.highest(in: $0) }
      while process.meet() != .over {}
      #expect((0..<5).map { process.levels.highest(in: $0) } == highest)
    }
  }

  @Test(arguments: 0..<10) func aRunEndsWhenNoTradeIsLeft(seed: UInt64) throws {
    var (process, network) = try process(seed)
    while process.meet() != .over {}
    let levels = Self.lists(process.levels)
    for pair in network.pairs {
      let (left, right) = (levels[pair.source], levels[pair.target])
      #expect(Self.ahead(left, of: right).isEmpty || Self.ahead(right, of: left).isEmpty)
    }
  }

  @Test func whoCannotReturnLearnsNothing() throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1), (1, 2)])
    let model = try KnowledgeBarter(KnowledgeEndowment(levels: [[9, 9], [1, 1], [0, 0]]))
    let ensemble = try model.exchange(on: network, options: SpreadOptions(runs: 3))
    #expect(ensemble.runs.allSatisfy { $0.isOver && $0.exchanges == 0 && $0.levels.end == $0.levels.start })
    #expect(ensemble.levels[0] == 9 && ensemble.levels[2] == 0)
  }

  /// What is offered beyond the count is left out by chance, each category as often as the others.
  @Test func theChoiceOfCategoriesIsEven() throws {
    let network = try KnowledgeNetwork.test(2, [(0, 1)])
    let model = try KnowledgeBarter(KnowledgeEndowment(levels: [[5, 5, 5, 0], [0, 0, 0, 5]]), absorption: 0.5)
    var process = try model.process(on: network)
    var counts = [0, 0, 0]
    for run in 0..<3_000 {
      process.begin(chance: RunChance(seed: 6, run: run))
      _ = process.meet()
      let learnt = (0..<3).filter { process.levels[1, $0] > 0 }
      #expect(learnt.count == 1)
      for category in learnt { counts[category] += 1 }
    }
    // Five standard deviations of a binomial count; the seed is fixed.
    #expect(counts.allSatisfy { abs($0 - 1_000) < 130 })
  }

  @Test func oneAndManyThreadsGiveTheSame() throws {
    let network = try KnowledgeNetwork.random(30, density: 0.1, seed: 5)
    let model = try KnowledgeBarter(KnowledgeEndowment())
    let options = try SpreadOptions(runs: 20, seed: 4, stepLimit: 1_000_000)
    let alone = try model.exchange(on: network, options: options, workers: Workers(threads: 1))
    let shared = try model.exchange(on: network, options: options, workers: Workers(threads: 8))
    #expect(alone.runs == shared.runs && alone.levels == shared.levels)
    #expect(alone.isComplete && alone.unfinishedRuns == 0)
    #expect(alone.level.mean > alone.startingLevel.mean)
  }

  @Test func runsBrokenOffAreCounted() throws {
    let network = try KnowledgeNetwork.random(30, density: 0.1, seed: 5)
    let ensemble = try KnowledgeBarter(KnowledgeEndowment())
      .exchange(on: network, options: SpreadOptions(runs: 4, stepLimit: 10))
    #expect(ensemble.unfinishedRuns == 4 && ensemble.runs.allSatisfy { $0.meetings == 10 })
  }

  @Test func badInputIsRefusedInOneSentence() throws {
    let network = try KnowledgeNetwork.test(2, [(0, 1)])
    let options = try SpreadOptions(runs: 1)
    #expect(throws: BuzzlineError.self) { try KnowledgeBarter(KnowledgeEndowment(), absorption: 1) }
    #expect(throws: BuzzlineError.self) { try KnowledgeBarter(KnowledgeEndowment(), band: 0) }
    #expect(throws: BuzzlineError.self) { try KnowledgeEndowment(categories: 0) }
    #expect(throws: BuzzlineError.self) { try KnowledgeEndowment(highest: .nan) }
    #expect(throws: BuzzlineError.self) { try KnowledgeEndowment(levels: [[1, 2], [1]]) }
    #expect(throws: BuzzlineError.self) { try KnowledgeEndowment(levels: []) }
    let tooMany = #expect(throws: BuzzlineError.self) {
      try KnowledgeBarter(KnowledgeEndowment(experts: .drawn(3))).exchange(on: network, options: options)
    }
    #expect(tooMany?.message == "There cannot be more experts than actors: 3 and 2.")
    let tooFew = #expect(throws: BuzzlineError.self) {
      try KnowledgeBarter(KnowledgeEndowment(levels: [[1]])).exchange(on: network, options: options)
    }
    #expect(tooFew?.message == "Levels are given for 1 actors, but there are 2.")
    let empty = try KnowledgeNetwork(actors: [], ties: [])
    #expect(throws: BuzzlineError.self) {
      try KnowledgeBarter(KnowledgeEndowment(experts: .drawn(0))).exchange(on: empty, options: options)
    }
  }
}
