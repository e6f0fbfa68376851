import ClusterSurveys
import DiffusionRoles
import KnowledgeNetworks
import Testing

@testable import StudyFindings

/// What stands first in a report, and how well it is supported.
@Suite struct OpeningTests {
  private func answers(_ study: StatedStudy) throws -> [SupportedStatement] { try study.report().answers }

  @Test func aGradeIsLostForEachReasonAndNoFurtherThanWeak() {
    #expect((0...4).map { SupportGrade(lost: $0) } == [.strong, .fair, .weak, .weak, .weak])
  }

  /// Nobody says who was asked of ties that were given.
  @Test func givenTiesAreNeverStrongEvidence() throws {
    for answer in try answers(.institutes()) { #expect(answer.grade != .strong) }
  }

  @Test func whatIsNotFoundIsWeak() throws {
    let study = try StatedStudy.institutes().withActors { actor, named in
      named.kind = actor % 2 == 0 ? .researchInstitute : .sme
    }
    let answer = try #require(try answers(study).first)
    #expect(answer.statement.name == .noGroupStandsOut && answer.grade == .weak)
  }

  /// Half of the firms refuse: the same network, less of it observed.
  @Test func silenceCostsAGrade() throws {
    let full = try #require(try answers(.institutes().answered()).first)
    let half = try #require(
      try answers(
        .institutes().answered().changed { study in
          for place in study.survey.responses.indices where study.survey.responses[place].respondent % 3 != 0 {
            study.survey.responses[place].status = .refused
          }
        }
      ).first)
    let grades = SupportGrade.allCases
    #expect(grades.firstIndex(of: half.grade)! > grades.firstIndex(of: full.grade)!)
  }

  @Test func eachAnswerNamesItsGrounds() throws {
    for answer in try answers(.institutes().answered()) {
      #expect(!answer.headline.isEmpty && !answer.grounds.isEmpty)
      #expect(answer.grounds.contains { $0.name == .supportOfCoverage })
    }
  }

  /// Under each rule the numbers are those of a study that uses the rule.
  @Test func sensitivityHoldsTheNumbersOfEachRule() throws {
    let study = try StatedStudy.twoClusters().selected(StudySelection(waves: ["1"])).changed { $0.options.spread = nil }
    let sensitivity = try #require(try study.findings().sensitivity)
    for rule in ReconciliationRule.allCases {
      let findings = try study.changed { $0.options.rule = rule }.findings()
      func value(_ quantity: SensitivityFinding.Quantity, _ group: String? = nil) -> Double? {
        sensitivity.rows.first { $0.rule == rule.rawValue && $0.quantity == quantity && $0.group == group }?.value
      }
      #expect(value(.connectedPairs) == Double(findings.network.pairCount))
      #expect(value(.gatekeepers) == Double(findings.positions.gatekeepers.gatekeepers.count))
      #expect(value(.observedDensity) == findings.observedDensity)
      for role in try #require(findings.kinds.roles).groups {
        #expect(value(.give, role.group) == role.given.perActor)
        #expect(value(.broker, role.group) == role.brokerage?.perActor)
        #expect(value(.letIn, role.group) == role.pipelineEntry.share)
      }
    }
  }
}

/// Who was asked and answered.
@Suite struct CoverageFindingTests {
  @Test func rowsAddUp() throws {
    let findings = try StatedStudy.twoClusters().changed { $0.options.spread = nil }.findings()
    let coverage = try #require(findings.coverage)
    for wave in Set(coverage.rows.map(\.wave)) {
      let rows = coverage.rows.filter { $0.wave == wave }
      let all = try #require(rows.first { $0.sort == .all })
      for sort in [CoverageFinding.Sort.kind, .cluster] {
        let groups = rows.filter { $0.sort == sort }
        #expect(groups.reduce(0) { $0 + $1.members } == all.members)
        #expect(groups.reduce(0) { $0 + ($1.answered ?? 0) } == all.answered)
      }
      let total = [all.seenByBoth, all.seenByOne, all.seenByNobody].compactMap(\.self).reduce(0, +)
      #expect(total == all.members * (all.members - 1))
    }
  }

  /// In every line that adds up, either nothing is withheld or two cells at least, which together stand for the least.
  @Test(arguments: [5, 8]) func outcomesOfFewAreWithheld(least: Int) throws {
    let study = try StatedStudy.twoClusters().changed { $0.options.leastCell = least }
    let findings = try study.findings()
    let whole = try #require(study.changed { $0.options.leastCell = nil }.findings().coverage)
    let shown = try #require(findings.coverage)
    #expect(shown.rows.contains { $0.response.isWithheld || $0.partial == nil } && shown.suppression?.small ?? 0 > 0)
    let outcomes: [KeyPath<CoverageFinding.Row, Int?>] = [\.answered, \.partial, \.refused, \.absent, \.notAsked]
    for (own, full) in zip(shown.rows, whole.rows) {
      for count in outcomes.compactMap({ own[keyPath: $0] }) + (own.response.shown.map { [$0.count] } ?? []) {
        #expect(!(1..<least).contains(count) && !(1..<least).contains(own.members - count))
      }
      let withheld = outcomes.filter { own[keyPath: $0] == nil }.compactMap { full[keyPath: $0] }
      #expect(withheld.isEmpty || withheld.count > 1 && withheld.reduce(0, +) >= least || own.response.isWithheld)
      #expect((withheld.isEmpty && !own.response.isWithheld) == (own.seenByBoth != nil))
    }
    for wave in Set(whole.rows.map(\.wave)) {
      let kinds = zip(shown.rows, whole.rows).filter { $0.0.sort == .kind && $0.0.wave == wave }
      let hidden = kinds.filter(\.0.response.isWithheld).map(\.1.response.count)
      #expect(hidden.isEmpty || hidden.count > 1 && hidden.reduce(0, +) >= least)
    }
  }

  @Test func sentencesAndPicturesHoldNoOutcomeOfFew() throws {
    let study = try StatedStudy.twoClusters().changed { $0.options.leastCell = 40 }
    let findings = try study.findings()
    let rows = try #require(findings.coverage).rows.filter { $0.sort == .kind && $0.wave == findings.wave }
    #expect(rows.allSatisfy { $0.response.isWithheld })
    let names = findings.report.statements.map(\.statement.name)
    #expect(!names.contains(.responseByKind) && names.contains(.outcomesWithheld))
    #expect(findings.groupResponses().isEmpty)
  }

  @Test func numbersOfTheWholeNetworkAreCalledSo() throws {
    let section = try #require(try StatedStudy.twoClusters().findings().sensitivitySection)
    for case .table(let table, _) in section.blocks {
      #expect(table.rows[0][1].content == .words("whole network"))
      #expect(table.rows.allSatisfy { $0[1].isDefined })
    }
  }

  @Test func givenTiesHaveNoRows() throws {
    #expect(try StatedStudy.institutes().findings().coverage?.rows.isEmpty == true)
  }
}
