import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// How far the three results of Morrison, Rabellotti & Zirulia come out of the MRZ-type model.
///
/// Each figure is a mean over networks, one run on each. With and without pipelines the clusters, the experts and what
/// everybody knows at the start are the same, so differences are taken network by network.
@Suite struct ClusterExchangeResultsTests {
  /// Two clusters of small worlds, the first of which is looked at.
  private struct Trial {
    var sizes = [50, 50]
    var holders = [5, 5]
    var localAbsorption = 0.1
    var highest: [Cluster: Double] = [:]
    /// Whether those who hold pipelines in the first cluster are experts, too.
    var hasExperts = true

    /// One run on each of ten networks.
    func runs(pipelines: Int) throws -> [ExchangeRun] {
      let design = SmallWorldClusters(sizes: sizes, experts: holders)
      return try (1...10).flatMap { (seed: UInt64) in
        let experts = design.expertPositions(seed: seed)[(hasExperts ? 0 : 1)...].flatMap(\.self)
        let endowment = try KnowledgeEndowment(highestInClusters: highest, experts: .given(experts))
        return try ClusterExchange(endowment, localAbsorption: localAbsorption, globalAbsorption: 0.1).exchange(
          on: design.network(pipelines: pipelines, seed: seed),
          options: SpreadOptions(runs: 1, seed: seed, stepLimit: 10_000_000)
        ).runs
      }
    }

    /// By how much pipelines raise what the first cluster knows in the end.
    func gain(pipelines: Int) throws -> Estimate {
      try Self.gain(from: runs(pipelines: 0), to: runs(pipelines: pipelines))
    }

    static func gain(from without: [ExchangeRun], to with: [ExchangeRun]) -> Estimate {
      #expect((with + without).allSatisfy { $0.isOver })
      #expect(zip(with, without).allSatisfy { $0.clusters[0].start == $1.clusters[0].start })
      return Estimate(of: zip(with, without).map { $0.clusters[0].end - $1.clusters[0].end })
    }
  }

  /// Two alike clusters of five experts each, by the number of pipelines between these.
  private static let alike = Result {
    try Dictionary(uniqueKeysWithValues: [0, 1, 5, 25].map { ($0, try Trial().runs(pipelines: $0)) })
  }

  private func alike(_ pipelines: Int) throws -> [ExchangeRun] { try #require(Self.alike.get()[pipelines]) }

  private func isAbove(_ bound: Double, _ estimate: Estimate) -> Bool {
    estimate.interval.map { $0.lowerBound > bound } ?? false
  }

  private func isBelow(_ bound: Double, _ estimate: Estimate) -> Bool {
    estimate.interval.map { $0.upperBound < bound } ?? false
  }

  /// The first result: with all pipelines there can be most experts give most of what they give abroad, less stays in
  /// the cluster than partners would have it, and less than half of what stayed without pipelines.
  @Test func whoHoldsPipelinesBecomesAnExternalStar() throws {
    let (without, with) = (try alike(0).compactMap(\.experts), try alike(25).compactMap(\.experts))
    let shares = Estimate(of: with.compactMap(\.localShare))
    // Four partners inside on average, five outside.
    #expect(isBelow(4.0 / 9, shares), "\(shares)")
    #expect(with.allSatisfy { $0.externalStars + $0.gatekeepers == 10 })
    #expect(isAbove(9, Estimate(of: with.map { Double($0.externalStars) })))
    let kept = Estimate(of: zip(with, without).map { Double($0.localTransfers) / Double($1.localTransfers) })
    #expect(isBelow(0.5, kept), "\(kept)")
    #expect(without.allSatisfy { $0.localShare == 1 && $0.gatekeepers == 10 })
  }

  /// With one pipeline an expert it is a tendency only: they remain gatekeepers, but give less inside than their four
  /// partners of five would have it.
  @Test func fewPipelinesLeaveGatekeepers() throws {
    let shares = Estimate(of: try alike(5).compactMap(\.experts?.localShare))
    #expect(isAbove(0.5, shares) && isBelow(4.0 / 5, shares), "\(shares)")
  }

  /// The second result: among alike clusters one pipeline helps and all that there can be do harm.
  @Test func amongAlikeClustersManyPipelinesDoHarm() throws {
    let one = try Trial.gain(from: alike(0), to: alike(1))
    let all = try Trial.gain(from: alike(0), to: alike(25))
    #expect(isAbove(0, one), "\(one)")
    #expect(isBelow(-1, all), "\(all)")
  }

  /// The third result, first half: where buzz is good the same pipelines help.
  @Test func withGoodBuzzManyPipelinesHelp() throws {
    let gain = try Trial(localAbsorption: 0.8).gain(pipelines: 25)
    #expect(isAbove(0, gain), "\(gain)")
  }

  /// The third result, second half, size: pipelines of all experts help a small cluster under the buzz that makes them
  /// harm a large one.
  @Test func smallClustersGainFromPipelines() throws {
    let gain = try Trial(sizes: [10, 50], holders: [1, 5]).gain(pipelines: 5)
    #expect(isAbove(0, gain), "\(gain)")
  }

  /// The same, endowment: they help a cluster without experts of its own.
  @Test func clustersWithoutExpertsGainFromPipelines() throws {
    for trial in [Trial(sizes: [10, 50], holders: [1, 5], hasExperts: false), Trial(hasExperts: false)] {
      let gain = try trial.gain(pipelines: trial.holders[0] * 5)
      #expect(isAbove(0.5, gain), "\(gain)")
    }
  }

  /// What does not come out: a small cluster that has an expert, but whose others know less in every category, loses.
  @Test func smallClustersThatKnowLessLose() throws {
    let gain = try Trial(sizes: [10, 50], holders: [1, 5], highest: ["A": 2.5]).gain(pipelines: 1)
    #expect(isBelow(0, gain), "\(gain)")
  }
}
