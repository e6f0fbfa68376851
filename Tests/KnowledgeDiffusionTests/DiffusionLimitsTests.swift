import KnowledgeDiffusion
import KnowledgeNetworks
import TestNetworks
import Testing

/// What is refused before any work is done.
@Suite struct DiffusionLimitsTests {
  private let network = try? KnowledgeNetwork.random(30, density: 0.1, seed: 4)
  private let model = try? IndependentCascade(probability: 0.1)
  private let broke = Workers(threads: 1, memory: MemoryBudget(limit: 0))

  private func expectOutOfMemory(_ work: (KnowledgeNetwork, IndependentCascade) throws -> Void) throws {
    let (network, model) = (try #require(network), try #require(model))
    let error = #expect(throws: BuzzlineError.self) { try work(network, model) }
    #expect(error?.code == .outOfMemory, "\(String(describing: error))")
  }

  @Test func memoryIsAskedForBeforeWork() throws {
    let options = try SpreadOptions(runs: 64)
    try expectOutOfMemory { _ = try $1.spread(on: $0, from: [0], options: options, workers: broke) }
    try expectOutOfMemory { _ = try $0.seeds(2, by: $1, workers: broke) }
    try expectOutOfMemory {
      _ = try $0.seeds(2, by: $1, options: SeedOptions(.reverseSamples(epsilon: 0.3)), workers: broke)
    }
    try expectOutOfMemory { _ = try $0.comparison(ofSeeds: [0], by: $1, options: options, workers: broke) }
  }

  @Test(arguments: [Int.max, SpreadOptions.most + 1])
  func moreRunsThanCanBeCountedAreInvalid(count: Int) {
    #expect(throws: BuzzlineError.self) { try SpreadOptions(runs: count) }
    #expect(throws: BuzzlineError.self) { try SpreadOptions(stepLimit: count) }
    #expect(throws: BuzzlineError.self) { try SeedOptions(.commonGraphs(count)) }
  }

  @Test(arguments: [(1e-9, 0.01), (1e-300, 0.01), (1e-5, 1e-300)])
  func errorsThatNeedTooManySamplesAreRefused(epsilon: Double, delta: Double) throws {
    let (network, model) = (try #require(network), try #require(model))
    let options = try SeedOptions(.reverseSamples(epsilon: epsilon, delta: delta))
    let error = #expect(throws: BuzzlineError.self) { try network.seeds(2, by: model, options: options) }
    #expect(error?.code == .tooLarge, "\(String(describing: error))")
  }
}

/// Whether the interval printed with a choice covers what the choice is really expected to reach.
@Suite struct ChosenReachCoverageTests {
  @Test func intervalsCoverTheExactReach() throws {
    let network = try KnowledgeNetwork.test(
      7, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 5), (5, 6), (6, 0), (2, 5)])
    let model = try IndependentCascade(probability: 0.4)
    var covered = 0
    for seed in 0..<200 as Range<UInt64> {
      // Few graphs to choose on, so that the choice follows their chance.
      let choice = try network.seeds(2, by: model, options: SeedOptions(.commonGraphs(20), seed: seed))
      let exact = try model.exactReach(on: network, from: choice.seeds)
      let fresh = try network.comparison(
        ofSeeds: choice.seeds, by: model, options: SpreadOptions(runs: 400, seed: seed + 1_000))[0].chosenReach
      let error = try #require(fresh.standardError)
      if abs(fresh.mean - exact) <= 1.96 * error { covered += 1 }
    }
    // 95 % of 200 are 190; the seeds are fixed, so this is one number and no matter of chance.
    #expect((180...198).contains(covered), "\(covered) of 200")
  }
}
