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
        #expect(groups.reduce(0) { $0 + $1.counts.members } == all.counts.members)
        #expect(groups.reduce(0) { $0 + $1.counts.answered } == all.counts.answered)
      }
      let total = [all.seenByBoth, all.seenByOne, all.seenByNobody].compactMap(\.self).reduce(0, +)
      #expect(total == all.counts.members * (all.counts.members - 1))
    }
  }

  @Test func givenTiesHaveNoRows() throws {
    #expect(try StatedStudy.institutes().findings().coverage?.rows.isEmpty == true)
  }
}
