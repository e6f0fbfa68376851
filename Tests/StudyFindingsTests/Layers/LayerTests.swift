import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import StudyFindings

/// Topics and channels side by side.
@Suite struct LayerTests {
  private static func findings(
    _ ties: [Tie], actors: Int = 4, options: PermutationOptions = PermutationOptions(), pooled: Bool = false
  ) throws -> Findings {
    var choices = StudyOptions(permutations: options)
    choices.poolsWaves = pooled
    let survey = Survey(actors: (0..<actors).map { NetworkActor(id: "a\($0)") }, ties: ties)
    return try Study(survey: survey, options: choices).findings()
  }

  private static func ties(_ pairs: [(Int, Int)], topic: String?, channel: String? = nil, wave: String? = nil) -> [Tie]
  {
    pairs.map { Tie(source: $0.0, target: $0.1, topic: topic, channel: channel, wave: wave) }
  }

  @Test func twoTopicsAreCountedByHand() throws {
    let found = try Self.findings(
      Self.ties([(0, 1), (1, 2), (2, 1)], topic: "technology", channel: "fair")
        + Self.ties([(0, 1), (2, 3)], topic: "funding", channel: "fair") + Self.ties([(3, 0)], topic: nil))
    #expect(found.layers.map(\.sort) == [.topic])
    let topics = try #require(found.layers.first)
    #expect(topics.layers.map(\.name) == ["funding", "technology"] && topics.layersWithTies == 2)
    #expect(topics.layers.map(\.connectedPairs) == [2, 3] && topics.layers.map(\.density) == [2 / 12.0, 3 / 12.0])
    #expect(topics.layers.map(\.reciprocity) == [0, 2 / 3.0] && topics.layers.map(\.largestComponent) == [2, 3])
    let pair = try #require(topics.comparisons.first)
    #expect(pair.both == 1 && pair.firstOnly == 1 && pair.secondOnly == 2 && pair.observedPairs == 12)
    #expect(pair.jaccard == 0.25 && pair.adjustedChance == pair.tests?.jaccard.pTwoSided)
    // One pair tied in both, one and two in either, eight in none: (1 × 8 − 1 × 2) / √(2 × 3 × 9 × 10).
    let correlation = try #require(pair.correlation)
    #expect(abs(correlation - 6 / 540.squareRoot()) < 1e-12)
    let table = try #require(found.tables.first { $0.name == "topics" })
    #expect(table.columns[0].heading == "topic" && table.columns[1].heading == "other" && table.rows.count == 3)
    #expect(found.report.sections.contains { $0.heading == "Topics side by side" })
    #expect(!found.report.sections.contains { $0.heading == "Channels side by side" })
  }

  /// The correlation of two tables under every order of the actors, from Pearson's definition.
  private static func correlations(_ one: Set<[Int]>, _ other: Set<[Int]>, actors: Int) -> [Double] {
    func orders(_ left: [Int]) -> [[Int]] {
      left.isEmpty ? [[]] : left.flatMap { first in orders(left.filter { $0 != first }).map { [first] + $0 } }
    }
    let cells = (0..<actors).flatMap { row in (0..<actors).filter { $0 != row }.map { [row, $0] } }
    return orders(Array(0..<actors)).map { order in
      let pairs = cells.map { (one.contains($0) ? 1.0 : 0, other.contains($0.map { order[$0] }) ? 1.0 : 0) }
      let count = Double(pairs.count)
      let means = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
      let product = pairs.reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
      let squares = pairs.reduce((0.0, 0.0)) {
        ($0.0 + ($1.0 - means.0) * ($1.0 - means.0), $0.1 + ($1.1 - means.1) * ($1.1 - means.1))
      }
      return product / (squares.0 * squares.1).squareRoot()
    }
  }

  /// Where all pairs are observed the p of the Jaccard is that of the correlation (QAP).
  @Test(arguments: 1...12) func theTestIsThatOfTheCorrelation(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pairs = (0..<5).flatMap { row in (0..<5).filter { $0 != row }.map { [row, $0] } }
    let (one, other) = (
      Set(pairs.filter { _ in generator.below(3) == 0 }), Set(pairs.filter { _ in generator.below(2) == 0 })
    )
    guard !one.isEmpty, !other.isEmpty else { return }
    let found = try Self.findings(
      Self.ties(one.map { ($0[0], $0[1]) }, topic: "x") + Self.ties(other.map { ($0[0], $0[1]) }, topic: "y"), actors: 5
    )
    let pair = try #require(found.layers.first?.comparisons.first)
    let law = Self.correlations(one, other, actors: 5)
    let most = law.count { $0 >= law[0] - 1e-9 }, least = law.count { $0 <= law[0] + 1e-9 }
    let correlation = try #require(pair.correlation)
    #expect(abs(correlation - law[0]) < 1e-9)
    #expect(pair.tests?.jaccard.pAtLeast == Double(most) / 120 && pair.tests?.jaccard.pAtMost == Double(least) / 120)
  }

  @Test func ofManyTopicsTheLargestTwelveAreCompared() throws {
    let pairs = [(0, 1), (1, 2), (2, 3), (3, 0)]
    let ties = (1...14).flatMap { Self.ties(Array(pairs.prefix($0 == 3 || $0 == 9 ? 1 : 3)), topic: "t\($0)") }
    let found = try Self.findings(ties, options: PermutationOptions(draws: 9, exactLimit: 1))
    let topics = try #require(found.layers.first)
    #expect(topics.layersWithTies == 14 && topics.comparisons.count == 66)
    #expect(topics.layers.map(\.name) == (1...14).filter { $0 != 3 && $0 != 9 }.map { "t\($0)" })
    let words = "Of 14 topics with ties, the 12 with most connected pairs are compared."
    #expect(found.report.json.jsonText.contains(words))
  }

  @Test func pairsThatNobodyReportsOnAreNoPartOfADensity() throws {
    let survey = Survey(
      actors: ["a", "b", "c"].map { NetworkActor(id: $0) },
      claims: [
        Claim(respondent: 0, item: .shared, partner: .actor(1), topic: "x", channel: "fair"),
        Claim(respondent: 0, item: .shared, partner: .actor(2), topic: "y", channel: "visit"),
      ])
    let found = try Study(survey: survey).findings()
    #expect(found.layers.map(\.sort) == [.topic, .channel])
    for layer in found.layers.flatMap(\.layers) { #expect(layer.observedPairs == 2 && layer.density == 0.5) }
    let pair = try #require(found.layers.first?.comparisons.first)
    #expect(pair.observedPairs == 2 && pair.firstOnly == 1 && pair.secondOnly == 1 && pair.jaccard == 0)
    // `a` alone answered; `b` and `c` may change places, which keeps the one tie half of the time.
    #expect(pair.tests?.jaccard.mean == 0.5)
  }

  @Test func oneTopicOrSeveralWavesTogetherAreNotCompared() throws {
    let (one, two) = ([(0, 1)], [(1, 2)])
    #expect(try Self.findings(Self.ties(one, topic: "x") + Self.ties(two, topic: nil)).layers.isEmpty)
    let waves = Self.ties(one, topic: "x", wave: "1") + Self.ties(two, topic: "y", wave: "2")
    #expect(try Self.findings(waves, pooled: true).layers.isEmpty)
    #expect(try Self.findings(waves).layers.isEmpty)
    let latest = waves + Self.ties(one, topic: "x", wave: "2")
    let found = try Self.findings(latest)
    #expect(found.layers.count == 1 && found.tables.first { $0.name == "topics" }?.columns[0].heading == "wave")
  }

  @Test func layersReadBack() throws {
    let found = try Self.findings(Self.ties([(0, 1)], topic: "x") + Self.ties([(0, 1), (1, 2)], topic: "y"))
    let layers = found.layers
    #expect(try JSONDecoder().decode([LayerFinding].self, from: JSONEncoder().encode(layers)) == layers)
  }
}
