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
