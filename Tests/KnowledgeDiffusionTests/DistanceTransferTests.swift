internal import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Learning by cognitive distance, and gifts of knowledge, against their definitions.
@Suite struct DistanceTransferTests {
  private func learning(_ seed: UInt64) throws -> LearningValue {
    var generator = SeededGenerator(seed: seed)
    return try LearningValue(
      noveltyAtZero: generator.unit(), noveltySlope: 0.1 + generator.unit(), capacityAtZero: 0.1 + generator.unit(),
      capacitySlope: 0.1 + generator.unit())
  }

  /// Distances between all of some actors, from vectors that point anywhere.
  private func distances(_ actors: Int, seed: UInt64) throws -> CognitiveDistances {
    var generator = SeededGenerator(seed: seed, stream: 7)
    return try CognitiveDistances(
      topicVectors: (0..<actors).map { actor in
        (0..<4).map { _ in actor % 6 == 5 || generator.unit() < 0.5 ? 0 : generator.unit() }
      })
  }

  private static func lists(_ levels: KnowledgeLevels) -> [[Double]] {
    (0..<levels.actorCount).map { actor in (0..<levels.categoryCount).map { levels[actor, $0] } }
  }

  @Test func theOptimumIsThatOfAGridSearch() throws {
    var interior = 0
    for seed in 0..<200 {
      let learning = try learning(UInt64(seed))
      let (a1, a2) = (learning.noveltyAtZero, learning.noveltySlope)
      let (b1, b2) = (learning.capacityAtZero, learning.capacitySlope)
      let grid = (0...2_000).map { Double($0) / 2_000 * b1 / b2 }
      let best = try #require(grid.max { (a1 + a2 * $0) * (b1 - b2 * $0) < (a1 + a2 * $1) * (b1 - b2 * $1) })
      #expect(abs(best - (learning.optimum ?? 0)) <= b1 / b2 / 2_000)
      if let optimum = learning.optimum {
        interior += 1
        #expect(abs(optimum - (a2 * b1 - a1 * b2) / (2 * a2 * b2)) < 1e-15 && optimum < learning.reach)
      }
      #expect(grid.allSatisfy { (0...1).contains(learning.share(at: $0)) })
    }
    #expect(interior > 50 && interior < 200)
  }

  @Test func nothingIsLearntBeyondReach() throws {
    for seed in 0..<50 {
      let learning = try learning(UInt64(seed))
      #expect(abs(learning.reach - learning.capacityAtZero / learning.capacitySlope) < 1e-15)
      #expect(abs(learning.value(at: learning.reach)) < 1e-15)
      for step in 1..<20 { #expect(learning.value(at: learning.reach * (1 + Double(step) / 10)) == 0) }
      #expect(learning.value(at: learning.reach * 0.99) > 0)
      #expect(learning.value(at: 0) == learning.noveltyAtZero * learning.capacityAtZero)
    }
  }

  @Test func theDefaultIsBestHalfWay() throws {
    let learning = try LearningValue()
    #expect(learning.optimum == 0.5 && learning.reach == 1)
    for step in 0...10 {
      let distance = Double(step) / 10
      #expect(abs(learning.share(at: distance) - 4 * distance * (1 - distance)) < 1e-15)
    }
  }

  /// Over one tie a gap shrinks by the same factor in each meeting, so their number is known beforehand; fewest at the
  /// best distance.
  @Test func meetingsNeededFollowFromTheDistance() throws {
    let network = try KnowledgeNetwork.test(2, [(0, 1)])
    func exchanges(cosine: Double) throws -> Int {
      let distances = try CognitiveDistances(topicVectors: [[1, 0], [cosine, (1 - cosine * cosine).squareRoot()]])
      let model = try DistanceTransfer(
        KnowledgeEndowment(levels: [[10], [0]]), distances: distances, learning: LearningValue())
      let run = try #require(
        model.exchange(on: network, options: SpreadOptions(runs: 1, stepLimit: 1_000_000)).runs.first)
      #expect(run.isOver)
      return run.exchanges
    }
    var counts: [Int] = []
    for step in 1...9 {
      let distance = Double(step) / 10
      let rate = 0.1 * 4 * distance * (1 - distance)
      let expected = Int((log(0.01) / log(1 - rate)).rounded(.up))
      counts.append(try exchanges(cosine: 1 - distance))
      #expect(counts.last == expected)
    }
    #expect(counts.min() == counts[4] && counts.count { $0 == counts[4] } == 1)
    #expect(try exchanges(cosine: 1) == 0 && exchanges(cosine: 0) == 0)
  }

  @Test(arguments: 0..<6) func everyGiftGoesByTheRule(seed: UInt64) throws {
    let network = try KnowledgeNetwork.random(18, density: 0.2, seed: seed, isDirected: seed % 2 == 0)
    let (distances, learning) = (try distances(18, seed: seed), try learning(seed))
    let model = try DistanceTransfer(
      KnowledgeEndowment(categories: 3, experts: .drawn(2)), distances: distances, learning: learning, absorption: 0.4)
    var process = try model.process(on: network)
    process.begin(chance: RunChance(seed: seed, run: 1))
    func leads(_ levels: [[Double]], _ giver: Int, _ receiver: Int) -> [Int] {
      (0..<3).filter { levels[giver][$0] - levels[receiver][$0] >= max(0.01 * levels[giver][$0], 1e-300) }
    }
    func share(_ giver: Int, _ receiver: Int) -> Double {
      distances.between(giver, receiver).map(learning.share(at:)) ?? 0
    }
    var (gifts, given) = (0, [Int](repeating: 0, count: 18))
    for _ in 0..<2_000_000 {
      let before = Self.lists(process.levels)
      let meeting = process.meet()
      if meeting == .over { break }
      guard meeting == .exchange else { continue }
      let after = Self.lists(process.levels)
      let receiver = try #require(before.indices.first { before[$0] != after[$0] })
      #expect(before.indices.count { before[$0] != after[$0] } == 1)
      let givers = network.givers(to: receiver).filter { giver in
        (0..<3).allSatisfy { category in
          let gap = before[giver][category] - before[receiver][category]
          let learnt = leads(before, giver, receiver).contains(category) ? 0.4 * share(giver, receiver) * gap : 0
          return abs(after[receiver][category] - before[receiver][category] - learnt) < 1e-12
        }
      }
      #expect(!givers.isEmpty)
      gifts += 1
      if let giver = givers.first, givers.count == 1 { given[giver] += 1 }
    }
    #expect(gifts > 100 && process.meet() == .over && given.contains { $0 > 0 })
    let end = Self.lists(process.levels)
    for giver in 0..<18 {
      for receiver in network.receivers(of: giver) where share(giver, receiver) > 0 {
        #expect(leads(end, giver, receiver).isEmpty)
      }
    }
  }

  @Test func knowledgeNeverFallsAndNoPupilPassesItsTeacher() throws {
    let network = try KnowledgeNetwork.random(20, density: 0.15, seed: 3)
    for absorption in [0.1, 0.999_999_999_999_999_9] {
      let model = try DistanceTransfer(
        KnowledgeEndowment(categories: 4), distances: distances(20, seed: 3), learning: LearningValue(noveltyAtZero: 1),
        absorption: absorption)
      var process = try model.process(on: network)
      process.begin(chance: RunChance(seed: 2, run: 0))
      let highest = (0..<4).map { process.levels.highest(in: $0) }
      var before = Self.lists(process.levels).joined().map(\.self)
      while process.meet() != .over {
        let after = Self.lists(process.levels).joined().map(\.self)
        #expect(zip(before, after).allSatisfy { $0 <= $1 })
        before = after
      }
      #expect((0..<4).map { process.levels.highest(in: $0) } == highest)
    }
  }

  /// Two sides without a common topic are at distance 1, where the default understands nothing.
  @Test func beyondReachNothingIsLearnt() throws {
    let network = try KnowledgeNetwork.test(6, [(0, 1), (1, 2), (2, 3), (3, 4)])
    let vectors: [[Double]] = [
      [2, 1, 0, 0], [1, 2, 0, 0], [2, 2, 0, 0], [0, 0, 1, 3], [0, 0, 3, 1], [0, 0, 0, 0],
    ]
    let model = try DistanceTransfer(
      KnowledgeEndowment(levels: [[9], [0], [0], [5], [0], [7]]), distances: CognitiveDistances(topicVectors: vectors),
      learning: LearningValue())
    let end = try model.exchange(on: network, options: SpreadOptions(runs: 3, stepLimit: 1_000_000)).levels
    #expect((end[1] ?? 0) > 8.8 && (end[2] ?? 0) > 8.7)
    #expect(end[0] == 9 && end[3] == 5 && (end[4] ?? 0) > 4.9 && end[5] == 7)
    let open = try KnowledgeNetwork.test(6, [(0, 1), (0, 5), (5, 2)])
    #expect(model.unusableTies(on: open) == 2 && model.unusableTies(on: network) == 0)
  }

  @Test(arguments: [2, 8]) func oneAndManyThreadsGiveTheSameGifts(threads: Int) throws {
    let network = try KnowledgeNetwork.random(30, density: 0.1, seed: 5)
    let model = try DistanceTransfer(
      KnowledgeEndowment(), distances: distances(30, seed: 1), learning: LearningValue(noveltyAtZero: 0.2))
    let options = try SpreadOptions(runs: 8, seed: 4, stepLimit: 3_000)
    let alone = try model.exchange(on: network, options: options, workers: Workers(threads: 1))
    let shared = try model.exchange(on: network, options: options, workers: Workers(threads: threads))
    #expect(alone.runs == shared.runs && alone.levels == shared.levels)
    #expect(alone.level.mean > alone.startingLevel.mean)
  }

  /// What is learnt is too little to change a level, so that meetings would go on for ever.
  @Test func aCancelledRunIsGivenUp() async throws {
    let model = try DistanceTransfer(
      KnowledgeEndowment(levels: [[10], [1]]), distances: CognitiveDistances(topicVectors: [[1], [1]]),
      learning: LearningValue(noveltyAtZero: 1), absorption: 1e-300)
    let endless = Task {
      try model.exchange(on: .test(2, [(0, 1)]), options: SpreadOptions(runs: 3, stepLimit: SpreadOptions.most))
    }
    // A thread of its own: the work may have taken all those on which tasks wake up.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.02)
      endless.cancel()
    }
    let error = await #expect(throws: BuzzlineError.self) { try await endless.value }
    #expect(error?.code == .cancelled)
  }

  @Test func badInputIsRefusedInOneSentence() throws {
    #expect(throws: BuzzlineError.self) { try LearningValue(noveltyAtZero: -1) }
    #expect(throws: BuzzlineError.self) { try LearningValue(noveltySlope: 0) }
    #expect(throws: BuzzlineError.self) { try LearningValue(capacityAtZero: .infinity) }
    #expect(throws: BuzzlineError.self) { try LearningValue(capacitySlope: .nan) }
    let (endowment, three) = (try KnowledgeEndowment(experts: .drawn(0)), try distances(3, seed: 1))
    #expect(throws: BuzzlineError.self) {
      try DistanceTransfer(endowment, distances: three, learning: LearningValue(), absorption: 0)
    }
    let error = #expect(throws: BuzzlineError.self) {
      try DistanceTransfer(endowment, distances: three, learning: LearningValue())
        .exchange(on: .test(2, [(0, 1)]), options: SpreadOptions(runs: 1))
    }
    #expect(error?.message == "Distances are of 3 actors, but there are 2.")
  }
}
