import ClusterSurveys
import KnowledgeNetworks
import SyntheticClusters
import Testing

/// What changed between two waves is found again from exact answers, and no less so where many do not answer.
@Suite struct ChangeRecoveryTests {
  /// Two waves of a made study, as they are and as the answers show them.
  struct Study {
    let truth: TrueChanges
    let found: TieChanges
    /// The densities of both waves: as they are, over observed pairs, and as if there were no tie on the others.
    let densities: [(truth: Double, observed: Double, naive: Double)]

    init(
      nonResponse: Double, seed: UInt64, actors: Int = 120, ties: Int = 700, clusters: Int = 3,
      rule: ReconciliationRule = .either, exact: Bool = true
    ) throws {
      var design = SurveyDesign(seed: seed, waves: 2)
      if exact { design.makeAnswersExact() }
      design.nonResponse = NonResponse(all: nonResponse)
      design.formation = 0.2
      let made = try SyntheticNetwork(ClusterDesign(actors: actors, ties: ties, clusters: clusters, seed: seed))
      let asked = try SyntheticSurvey(of: made, design: design)
      let waves = try asked.survey().byWave().map { try $0.survey.reconciled(by: rule) }
      try #require(waves.count == 2)
      truth = asked.trueChanges(from: 0, to: 1)
      found = try #require(waves[0].changes(to: waves[1]))
      let pairs = Double(actors * (actors - 1))
      densities = waves.enumerated().map { wave, seen in
        let tied = Double(seen.network.memberPairCount)
        return (Double(asked.trueTies(ofWave: wave).count) / pairs, tied / Double(seen.observedPairs), tied / pairs)
      }
    }
  }

  static let seeds: ClosedRange<UInt64> = 1...20

  @Test(arguments: ReconciliationRule.allCases)
  func whereAllAnswerExactlyChangesAreFoundExactly(_ rule: ReconciliationRule) throws {
    for seed in Self.seeds.prefix(3) {
      let study = try Study(nonResponse: 0, seed: seed, rule: rule)
      #expect(study.found.kept.count == study.truth.kept.count && !study.truth.kept.isEmpty)
      #expect(study.found.formed.count == study.truth.formed.count && !study.truth.formed.isEmpty)
      #expect(study.found.dissolved.count == study.truth.dissolved.count && !study.truth.dissolved.isEmpty)
      #expect(study.found.keptShare.value == study.truth.keptShare)
      #expect(study.found.formedShare.value == study.truth.formedShare)
      for density in study.densities { #expect(density.observed == density.truth && density.naive == density.truth) }
    }
  }

  /// An interval of 95 % holds the truth in 18 of 20 studies or more, and density is right on average.
  ///
  /// A pair is unobserved where neither answers, so that density if those were absent falls short by that share.
  @Test(arguments: [0.2, 0.4]) func intervalsHoldTheTruth(_ nonResponse: Double) throws {
    var (kept, formed) = (0, 0)
    var (observed, naive) = (0.0, 0.0)
    for seed in Self.seeds {
      let study = try Study(nonResponse: nonResponse, seed: seed)
      #expect(study.found.observedPairs < 120 * 119)
      let (trueKept, trueFormed) = (try #require(study.truth.keptShare), try #require(study.truth.formedShare))
      if study.found.keptShare.interval?.contains(trueKept) == true { kept += 1 }
      if study.found.formedShare.interval?.contains(trueFormed) == true { formed += 1 }
      for density in study.densities {
        observed += density.observed / density.truth / Double(2 * Self.seeds.count)
        naive += density.naive / density.truth / Double(2 * Self.seeds.count)
      }
    }
    #expect(kept >= 18 && formed >= 18, "kept in \(kept), formed in \(formed) of 20")
    #expect(abs(observed - 1) < 0.02 && abs(naive - 1 + nonResponse * nonResponse) < 0.03, "\(observed), \(naive)")
  }

  /// Every tie that is found changed, did: silence makes none of them.
  @Test func whatIsFoundIsTrue() throws {
    let study = try Study(nonResponse: 0.4, seed: 1)
    let ids = try SyntheticNetwork(ClusterDesign(actors: 120, ties: 700, clusters: 3, seed: 1)).actors.map(\.id)
    for (found, truth) in [
      (study.found.kept, study.truth.kept), (study.found.formed, study.truth.formed),
      (study.found.dissolved, study.truth.dissolved),
    ] {
      let pairs = Set(truth.map { [ids[$0.source], ids[$0.target]] })
      #expect(!found.isEmpty && found.count < pairs.count)
      #expect(found.allSatisfy { pairs.contains([$0.source, $0.target]) })
    }
  }

  /// Where two in five do not answer, 84 % of pairs are observed: those counted as empty besides cost a sixth of density.
  @Test func densityOverObservedPairsIsTheTrueOne() throws {
    for seed in Self.seeds.prefix(4) {
      let study = try Study(nonResponse: 0.4, seed: seed, actors: 600, ties: 6_000, clusters: 5)
      for density in study.densities {
        #expect(abs(density.observed / density.truth - 1) < 0.05, "\(seed): \(density)")
        #expect(density.naive / density.truth - 1 < -0.05, "\(seed): \(density)")
      }
    }
  }

  /// What the documentation of `TieChanges` says of forgotten ties: all answer, in the usual way.
  @Test(arguments: [(ReconciliationRule.either, 0.70, 1.4), (.both, 0.43, 1.5)])
  func forgottenTiesLookDissolvedAndFormed(_ rule: ReconciliationRule, _ kept: Double, _ formed: Double) throws {
    let studies = try Self.seeds.prefix(2).map {
      try Study(nonResponse: 0, seed: $0, actors: 400, ties: 3_600, clusters: 4, rule: rule, exact: false)
    }
    func mean(_ value: (Study) -> Double?) throws -> Double {
      try studies.reduce(0) { $0 + (try #require(value($1))) / Double(studies.count) }
    }
    let (keptTruly, formedTruly) = (try mean(\.truth.keptShare), try mean(\.truth.formedShare))
    let (keptFound, formedFound) = (try mean(\.found.keptShare.value), try mean(\.found.formedShare.value))
    #expect(abs(keptTruly - 0.8) < 0.02)
    #expect(abs(keptFound - kept) < 0.02, "\(keptFound)")
    #expect(abs(formedFound / formedTruly - formed) < 0.1, "\(formedFound / formedTruly)")
  }
}
