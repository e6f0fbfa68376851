import ClusterSurveys
import KnowledgeNetworks
import Testing

@testable import StudyFindings

/// Every sentence of a report is said where its condition holds, and not where it does not.
@Suite struct StatementTests {
  /// A sentence, a study that says it, and the same study changed in what the condition asks.
  typealias Case = (names: [Statement.Name], said: String, unsaid: String)

  static let cases: [Case] = [
    ([.partOfStudy], "first wave", "two clusters"),
    ([.clusterSize, .clusterPlace, .clusterGatekeepers], "two clusters", "no clusters"),
    ([.clusterWithoutGatekeeper], "ring of two clusters", "two clusters"),
    ([.cellsWithheld], "surveyed, small cells withheld", "surveyed"),
    ([.outcomesWithheld], "two clusters, small cells withheld", "two clusters"),
    ([.latestWave, .actorsStayed, .tiesChanged, .tiesKeptByChance], "two clusters", "first wave"),
    ([.shareKept, .changeUnobserved, .tiesKeptByPermutation], "two clusters", "first wave"),
    ([.changeByForgetting], "two clusters", "ring of two waves"),
    ([.outsidersStayed], "ring of two waves, outsider", "ring of two waves"),
    ([.layersAlike], "rings of two topics", "opposite rings of two topics"),
    ([.layersNotAlike], "opposite rings of two topics", "rings of two topics"),
    ([.layersChosen], "thirteen topics", "rings of two topics"),
    ([.sourcesStated], "institutes that state sources", "institutes"),
    ([.pooledWaves], "pooled", "two clusters"),
    ([.daysOfAnswers], "dated chain", "chain"),
    ([.buzzShare, .gatekeepers, .bringers, .leadingGatekeepers], "two clusters", "no clusters"),
    ([.scopesUnstated, .clustersUnstated], "no clusters", "two clusters"),
    ([.onlyThroughPipelines], "institutes", "institutes, one cluster"),
    ([.newPipelinesUnknown, .noPipelines, .nothingLeavesACluster], "institutes, one cluster", "institutes"),
    ([.response, .pairsSeen, .observedDensity, .observedReciprocity], "two clusters", "given"),
    ([.coverage, .evidence, .recall, .agreement, .agreementBySide, .kappa], "two clusters", "given"),
    ([.agreementBySide, .observedReciprocity, .bringers], "two clusters", "no direction"),
    ([.density, .reciprocity, .givenTies], "given", "two clusters"),
    ([.groupStandsOut, .entryStandsOut, .groupReachDiffers], "institutes", "institutes, other kinds"),
    ([.groupsDifferInResponse, .spreadOverSilence], "institutes, half answered", "institutes"),
    ([.noGroupStandsOut, .noEntryStandsOut, .groupReachNotFound], "institutes, other kinds", "institutes"),
    ([.managementNamed], "two clusters", "institutes"),
    ([.managementUnknown], "institutes", "two clusters"),
    ([.expectedReach, .seedsReach, .seedGuarantee, .reachLost], "institutes", "institutes, no spread"),
    ([.noNewPipeline], "ring of two clusters", "institutes"),
    ([.newPipelinesAdd], "institutes", "ring of two clusters"),
    ([.externalInternal], "institutes", "chain"),
    ([.unmatchedNames], "unmatched name", "first wave"),
    ([.membersWithoutKnownTie, .isolates], "two clusters", "chain"),
    ([.crossSections], "other respondents", "two clusters"),
    ([.everyMemberTied, .reachesMost], "chain", "ring and isolate"),
    ([.membersWithoutTie, .manyReachMost], "ring and isolate", "chain"),
    ([.closure], "chain", "one tie"),
    ([.noBroker], "one tie", "chain"),
    ([.noKnownScope, .unknownScopes], "one stated cluster", "all in one cluster"),
    ([.largestComponent, .reachability], "chain", "nobody tied"),
    ([.nothingObserved], "nobody answered", "nobody tied"),
    (
      [
        .topicsNamedMost, .noUniversalChannel, .channelsDifferByKind, .partnersKnown, .programmeTies,
        .answersDifferByKind,
      ], "surveyed", "chain"
    ),
    ([.channelUndecided, .channelDifferenceNotFound, .answerDifferenceNotFound], "surveyed, two channels", "surveyed"),
    ([.oneChannelPrevails], "surveyed, one channel", "surveyed"),
    ([.responseByKind, .supportOfLeaders, .supportOfCoverage], "two clusters", "given"),
    ([.supportOfGivenTies], "given", "two clusters"),
    ([.lowResponse, .supportOfRules], "institutes, half answered", "institutes"),
    ([.supportOfTest], "institutes", "institutes, other kinds"),
    ([.nothingFound], "institutes, other kinds", "institutes"),
    ([.dependsMostOnPipelines], "institutes, firms outside", "institutes"),
  ]

  /// The studies by the words of the list.
  static let studies: [String: @Sendable () throws -> StatedStudy] = [
    "two clusters": StatedStudy.twoClusters,
    "first wave": { try .twoClusters().selected(StudySelection(waves: ["1"])) },
    "pooled": { try .twoClusters().changed { $0.options.poolsWaves = true } },
    "no clusters": { try .twoClusters().withActors { $1.cluster = nil } },
    "given": { try .twoClusters().given() },
    "no direction": { try .twoClusters().changed { $0.survey.isDirected = false } },
    "unmatched name": {
      try .twoClusters().selected(StudySelection(waves: ["1"])).changed { study in
        var claim = study.survey.claims[0]
        claim.partner = .text("a firm in the valley")
        study.survey.claims.append(claim)
      }
    },
    "other respondents": {
      try .twoClusters().changed { study in
        // Who answered in one wave did not in the other, and only receivers decide.
        func isLeftOut(_ wave: String?, _ respondent: Int) -> Bool { wave != (respondent % 2 == 0 ? "1" : "2") }
        study.survey.claims.removeAll { isLeftOut($0.wave, $0.respondent) }
        study.survey.responses.removeAll { isLeftOut($0.wave, $0.respondent) }
        study.options.rule = .receiver
      }
    },
    "institutes": StatedStudy.institutes,
    "institutes, other kinds": {
      try .institutes().withActors { actor, named in
        named.kind = actor % 2 == 0 ? .researchInstitute : .sme
      }
    },
    "institutes, one cluster": { try .institutes().withActors { $1.cluster = "home" } },
    "institutes, half answered": {
      try .institutes().answered().changed { study in
        for place in study.survey.responses.indices where study.survey.responses[place].respondent > 9 {
          study.survey.responses[place].status = .refused
        }
      }
    },
    "institutes, no spread": { try .institutes().changed { $0.options.spread = nil } },
    "institutes, firms outside": { try .institutes().withActors { if $0 >= 16 { $1.kind = .largeFirm } } },
    "ring of two clusters": {
      try StatedStudy(ties: "ab", "bc", "cd", "da").withActors { $1.cluster = $0 % 2 == 0 ? "home" : "away" }
        .changed { $0.options.spread = try StatedStudy.spread(chance: 1) }
    },
    "institutes that state sources": {
      try .institutes().withActors { if $0 == 0 { $1.statedPipelines = PipelineCounts(national: 3) } }
    },
    "ring of two waves": { StatedStudy.rings().withTies { $1.wave = $0 < 7 ? "1" : "2" } },
    "ring of two waves, outsider": {
      StatedStudy.rings().withTies { $1.wave = $0 < 7 ? "1" : "2" }.withActors { $1.isMember = $0 > 0 }
    },
    "rings of two topics": { StatedStudy.rings().withTies { $1.topic = $0 < 7 ? "markets" : "funding" } },
    "opposite rings of two topics": {
      StatedStudy.rings().withTies { place, tie in
        tie.topic = place < 7 ? "markets" : "funding"
        if place >= 7 { (tie.source, tie.target) = (tie.target, tie.source) }
      }
    },
    "thirteen topics": {
      StatedStudy(ties: "ab", "ba", "ac", "ca", "ad", "da", "bc", "cb", "bd", "db", "cd", "dc", "ab")
        .withTies { $1.topic = "topic \($0)" }
    },
    "chain": { StatedStudy(ties: "ab", "bc", "cd").answered() },
    "dated chain": {
      StatedStudy(ties: "ab", "bc", "cd").answered().changed { study in
        study.survey.responses[0].day = SurveyDay("2024-05-06")
      }
    },
    "ring and isolate": { StatedStudy(ties: "ab", "bc", "cd", "da", "ee").answered() },
    "one tie": { StatedStudy(ties: "ab").answered() },
    "nobody tied": { StatedStudy(ties: "aa", "bb").answered() },
    "nobody answered": {
      StatedStudy(ties: "aa", "bb").answered().changed { study in
        for place in study.survey.responses.indices { study.survey.responses[place].status = .refused }
      }
    },
    "two clusters, small cells withheld": { try StatedStudy.twoClusters().changed { $0.options.leastCell = 5 } },
    "surveyed": { StatedStudy.surveyed() },
    "surveyed, small cells withheld": { StatedStudy.surveyed().changed { $0.options.leastCell = 5 } },
    "surveyed, two channels": {
      StatedStudy.surveyed().changed { study in
        for place in study.survey.claims.indices {
          study.survey.claims[place].channel = place % 2 == 0 ? "meeting" : "online"
        }
        // As many of one kind as of the other answer alike.
        for place in study.survey.answers.indices {
          study.survey.answers[place].number = study.survey.answers[place].respondent % 4 < 2 ? 1 : 5
        }
      }
    },
    "surveyed, one channel": {
      StatedStudy.surveyed().changed { study in
        for place in study.survey.claims.indices { study.survey.claims[place].channel = "meeting" }
      }
    },
    "one stated cluster": { StatedStudy(ties: "ab", "bc", "cd").withActors { if $0 == 0 { $1.cluster = "home" } } },
    "all in one cluster": { StatedStudy(ties: "ab", "bc", "cd").withActors { $1.cluster = "home" } },
  ]

  /// What each study says, found once.
  private static let reports = Result {
    Dictionary(uniqueKeysWithValues: try studies.map { ($0.key, try $0.value().report()) })
  }

  private static func names(_ study: String) throws -> Set<Statement.Name> {
    Set(try #require(try reports.get()[study]).statements.map(\.statement.name))
  }

  @Test(arguments: cases.indices) func aSentenceGoesWithItsCondition(place: Int) throws {
    let (names, said, unsaid) = Self.cases[place]
    let (saying, silent) = (try Self.names(said), try Self.names(unsaid))
    for name in names {
      #expect(saying.contains(name), "\(name.rawValue) is missing in '\(said)'")
      #expect(!silent.contains(name), "\(name.rawValue) stands in '\(unsaid)'")
    }
  }

  /// Only what holds of any study has no study without it.
  @Test func everySentenceIsInTheList() {
    let listed = Set(Self.cases.flatMap(\.names) + ActorCardTests.cases.flatMap(\.names))
    #expect(Set(Statement.Name.allCases).subtracting(listed) == [.size])
    #expect(Statement.Name.allCases.filter { $0.condition == "always" } == [.size])
  }

  /// What stands in the two examples beside statements explains terms, methods and files.
  @Test(arguments: ["interspin", "knoke"]) func whatIsNoStatementSaysNothingOfTheData(example: String) throws {
    let report = try (example == "knoke" ? StatedStudy.knoke() : .interspin()).report()
    let appendix = ["methods", "multiple-testing", "methods-text", "manifest"]
    let own = report.sections.filter { !appendix.contains($0.id) }.flatMap { section in
      section.blocks.flatMap(\.paragraphs).filter { $0.statements.isEmpty && !$0.isEmpty }.map { ($0, section.id) }
    }
    for (paragraph, section) in own where section != "limits" {
      #expect(Self.explanations.contains { paragraph.text.hasPrefix($0) }, "\(paragraph.text)")
    }
    #expect(report.lead.allSatisfy { !$0.statements.isEmpty })
    #expect(report.statements.count > 10)
  }

  /// A paragraph of statements holds them and nothing else.
  @Test func paragraphsAreTheirStatements() throws {
    let report = try #require(try Self.reports.get()["two clusters"])
    for paragraph in report.lead + report.sections.flatMap({ $0.blocks.flatMap(\.paragraphs) }) {
      guard !paragraph.statements.isEmpty else { continue }
      #expect(paragraph.text == paragraph.statements.map(\.words.text).joined(separator: " "))
    }
  }

  /// A difference that chance may explain is called weak where it leads a report.
  @Test func weakOnesAreCalledSo() throws {
    let answers = try #require(try Self.reports.get()["institutes, other kinds"]).answers
    let doubtful = answers.filter { $0.statement.evidence.p ?? 1 >= 0.05 && $0.statement.name != .leadingGatekeepers }
    #expect(!doubtful.isEmpty && doubtful.allSatisfy { $0.grade == .weak })
  }

  @Test func theTableHoldsEveryStatement() throws {
    let report = try #require(try Self.reports.get()["two clusters"])
    #expect(report.statementsTable.rows.count == report.statements.count)
    #expect(report.statements.allSatisfy { !$0.statement.name.condition.isEmpty })
  }

  /// The case of an actor that most reach others through and another that lies between most.
  @Test func whoReachesMostIsNotWhoLiesBetweenMost() throws {
    let study = StatedStudy(
      ties: "ub", "vb", "wb", "xb", "yb", "bz", "hc", "hd", "he", "hf", "hg", "hi")
    let said = try study.report().statements.map(\.statement).filter { $0.name == .reachesMost }
    #expect(
      said.map(\.words.text) == [
        "Firms looking for a partner reach most others through h: 6 of 13 others can be reached along ties. "
          + "What passes along these ties was not tested."
      ])
  }

  /// How paragraphs begin that explain.
  private static let explanations = [
    "A row is called low where fewer than 70% answered", "Two organisations may report differently",
    "Actors are grouped by ", "A broker passes knowledge from one actor to another",
    "Each wave is a network of its own, of the actors", "Reach adds up, over all actors outside,",
    "Without groups, or without ties between grouped actors, mixing is not defined.",
    "Betweenness counts how often an actor lies on", "Reach lost is the share of ordered pairs",
    "Suppose an actor learns something worth passing on.", "How likely a tie is to pass something on was assumed",
    "With limits by kind, cost or cluster, ask", "remarks.csv lists each reason", "Evaluators of cluster policy find",
    "Researchers find every number",
  ]
}
