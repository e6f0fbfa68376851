import ClusterSurveys
import KnowledgeNetworks
import Testing

@testable import SyntheticClusters

/// The waves of a made survey change as designed.
@Suite struct SurveyWavesTests {
  static let size = ClusterDesign(actors: 1_000, ties: 8_000, clusters: 5, seed: 4)

  static func survey(
    _ size: ClusterDesign = size, waves: Int = 3, persistence: Double = 0.8, formation: Double = 0.2,
    workers: Workers = .all
  ) throws -> SyntheticSurvey {
    var design = SurveyDesign(seed: size.seed, waves: waves)
    (design.persistence, design.formation) = (persistence, formation)
    return try SyntheticSurvey(of: SyntheticNetwork(size), design: design, workers: workers)
  }

  @Test(arguments: [(0.8, 0.2), (0.6, 0.3), (1, 0.1), (0, 0.4), (0.7, 0)])
  func changesAreAsManyAsDesigned(_ persistence: Double, _ formation: Double) throws {
    let survey = try Self.survey(persistence: persistence, formation: formation)
    for wave in 0..<2 {
      let before = survey.trueTies(ofWave: wave).count
      let changes = survey.trueChanges(from: wave, to: wave + 1)
      #expect(changes.kept.count + changes.dissolved.count == before)
      #expect(changes.formed.count == Int((formation * Double(before)).rounded()))
      // Four standard deviations of a share of so many ties.
      let deviation = (persistence * (1 - persistence) / Double(max(1, before))).squareRoot()
      if let kept = changes.keptShare { #expect(abs(kept - persistence) <= 4 * deviation) }
    }
  }

  /// From clusters of one to such in which pairs run out.
  static let sizes = [
    (1, 0, 1), (2, 1, 1), (2, 2, 2), (6, 30, 6), (10, 80, 1), (10, 90, 10), (30, 220, 4), (60, 3_000, 1),
    (100, 2_000, 3), (900, 100, 30), (1_000, 8_000, 5),
  ]

  @Test(arguments: sizes) func tiesAreFormedOnFreePairs(actors: Int, ties: Int, clusters: Int) throws {
    let survey = try Self.survey(ClusterDesign(actors: actors, ties: ties, clusters: clusters), formation: 0.5)
    var before: Set<Tie> = []
    for wave in 0..<3 {
      let (now, last) = (survey.trueTies(ofWave: wave), wave == 0 ? [] : Set(survey.trueTies(ofWave: wave - 1)))
      #expect(Set(now).count == now.count && now.allSatisfy { $0.source != $0.target })
      #expect(now == now.sorted { ($0.source, $0.target) < ($1.source, $1.target) })
      // What is there and was not in the last wave was there in none.
      #expect(now.allSatisfy { last.contains($0) || !before.contains($0) })
      before.formUnion(now)
    }
  }

  @Test func whereNoPairIsFreeFewerAreFormed() throws {
    var full = ClusterDesign(actors: 10, ties: 90, clusters: 1)
    full.isolateShare = 0
    let survey = try Self.survey(full, persistence: 1)
    #expect(survey.trueChanges(from: 0, to: 2).formed.isEmpty && survey.trueTies(ofWave: 2).count == 90)
    var nearly = full
    nearly.tieCount = 80
    #expect(try Self.survey(nearly, persistence: 1, formation: 1).trueChanges(from: 0, to: 1).formed.count == 10)
  }

  @Test func laterWavesAreNetworksOfTheSameSort() throws {
    let survey = try Self.survey(waves: 5)
    let made = survey.network
    func shares(_ wave: Int) -> (pipelines: Double, returned: Double) {
      let ties = survey.trueTies(ofWave: wave)
      let all = Set(ties)
      let pipelines = ties.filter { made.cluster(of: $0.source) != made.cluster(of: $0.target) }
      let local = all.subtracting(pipelines)
      let returned = local.count { all.contains(Tie(source: $0.target, target: $0.source)) }
      for tie in pipelines { #expect(made.role(of: tie.source).isCarrier && made.role(of: tie.target).isCarrier) }
      for tie in ties { #expect(made.role(of: tie.source) != .isolate && made.role(of: tie.target) != .isolate) }
      return (Double(pipelines.count) / Double(ties.count), Double(returned) / Double(local.count))
    }
    let (first, last) = (shares(0), shares(4))
    #expect(abs(first.pipelines - last.pipelines) < 0.02)
    #expect(abs(first.returned - last.returned) < 0.08)
  }

  @Test func aTieKeepsWhatItIsAbout() throws {
    var design = SurveyDesign(waves: 2)
    design.makeAnswersExact()
    design.nonResponse = NonResponse(all: 0)
    design.formation = 0.2
    let claims = try SyntheticSurvey(of: SyntheticNetwork(Self.size), design: design).survey().claims
    let words = Dictionary(
      grouping: claims,
      by: { claim -> [Int] in
        guard case .actor(let partner) = claim.partner else { return [] }
        return claim.item == .shared ? [claim.respondent, partner] : [partner, claim.respondent]
      })
    #expect(words[[]] == nil && words.values.contains { $0.count == 4 })
    #expect(words.values.allSatisfy { Set($0.map { [$0.topic, $0.channel] }).count == 1 })
  }

  @Test func everybodyIsAskedInEachWave() throws {
    let survey = try Self.survey(waves: 2)
    let silent = (0..<2).map { wave in
      Set((0..<1_000).filter { survey.status(of: $0, wave: wave) == .refused })
    }
    #expect(silent[0] != silent[1] && !silent[0].isSubset(of: silent[1]) && !silent[1].isSubset(of: silent[0]))
    for wave in 0..<2 {
      #expect((0..<1_000).allSatisfy { ![.notAsked, .absent].contains(survey.status(of: $0, wave: wave)) })
    }
  }

  @Test func withoutFormationClaimsOfTheFirstWaveAreThoseOfOneWave() throws {
    let one = try Self.survey(waves: 1).survey().claims
    let several = try Self.survey(waves: 2).survey().claims.filter { $0.wave == "1" }
    #expect(one.map { [$0.topic, $0.channel] } == several.map { [$0.topic, $0.channel] })
    #expect(one.map(\.respondent) == several.map(\.respondent))
  }

  @Test(arguments: [2, 8]) func threadsAreWithoutEffect(_ threads: Int) throws {
    func files(_ threads: Int) throws -> [[UInt8]] {
      let workers = Workers(threads: threads)
      let survey = try Self.survey(workers: workers)
      let files = CanonicalSurveyWriter().files(of: survey) + [survey.tiesFile, try #require(survey.trueTiesFile)]
      return try files.map { try $0.contents(workers: workers) }
    }
    let one = try files(1)
    #expect(try files(threads) == one && one[2] == one[3])
  }

  @Test func filesHoldTheTiesOfEachWave() throws {
    let survey = try Self.survey()
    let text = String(decoding: try #require(survey.trueTiesFile).contents(), as: UTF8.self)
    let rows = (0..<3).flatMap { wave in
      survey.trueTies(ofWave: wave).map {
        "\(wave + 1),\(survey.network.labels.id(of: $0.source)),\(survey.network.labels.id(of: $0.target))"
      }
    }
    #expect(text.split(separator: "\n").map(String.init) == ["wave,source,target"] + rows)
    let single = try Self.survey(waves: 1)
    #expect(single.trueTiesFile == nil)
    #expect(try single.tiesFile.contents() == single.network.tiesFile.contents())
  }

  @Test(arguments: [
    (SurveyDesign(waves: 0), "A survey has 1 to 255 waves; here are 0."),
    (SurveyDesign(waves: 256), "A survey has 1 to 255 waves; here are 256."),
    (
      SurveyDesign(respondents: [5, 4], waves: 3),
      "There are 2 numbers of respondents, one a wave, but the number of waves is 3."
    ),
  ]) func impossibleWavesAreRefused(_ design: SurveyDesign, says: String) throws {
    let error = try #require(throws: BuzzlineError.self) { try design.check(actors: 10) }
    #expect(error.code == .invalidDesign && error.message == says)
  }

  @Test func wavesThatOutgrowANetworkAreRefused() throws {
    var design = SurveyDesign(waves: 40)
    (design.persistence, design.formation) = (1, 1)
    let made = try SyntheticNetwork(ClusterDesign(actors: 70_000, ties: 70_000, clusters: 2))
    let error = try #require(throws: BuzzlineError.self) { try SyntheticSurvey(of: made, design: design) }
    #expect(error.code == .invalidDesign && error.message.contains("more ties than a network holds"))
  }
}
