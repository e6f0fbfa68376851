import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import StudyFindings

/// What is withheld of the tables of a survey.
@Suite struct CellSuppressionTests {
  /// A table of two dimensions with its sums, filled at random: the last of each row and column are sums.
  private struct Grid {
    let counts: [[Int]]
    var lines: [CellTable.Line] = []

    init(_ rows: Int, _ columns: Int, seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      var counts = (0..<rows).map { _ in (0..<columns).map { _ in [0, 1, 3, 9, 27][generator.below(5)] } }
      for row in counts.indices { counts[row].append(counts[row].reduce(0, +)) }
      counts.append((0...columns).map { column in counts.reduce(0) { $0 + $1[column] } })
      self.counts = counts
      let width = columns + 1
      for row in 0...rows {
        lines.append(.init(cells: (0..<columns).map { row * width + $0 }, sum: row * width + columns))
      }
      for column in 0...columns {
        lines.append(.init(cells: (0..<rows).map { $0 * width + column }, sum: rows * width + column))
      }
    }

    func suppressed(below least: Int) -> CellTable {
      var table = CellTable(counts.joined().map { ($0, 1_000) }, least: least)
      table.close(lines)
      return table
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func noLineLeavesOneCellOpen(seed: UInt64) {
    let grid = Grid(4, 5, seed: seed)
    let table = grid.suppressed(below: 5)
    for line in grid.lines {
      let parts = line.cells.filter { table.cells[$0].isWithheld }
      let sum = table.cells[line.sum ?? 0].isWithheld
      // Of cells and their sum together never one alone is missing.
      #expect(parts.count + (sum ? 1 : 0) != 1)
    }
    for cell in table.cells where (1..<5).contains(cell.count) { #expect(cell.isWithheld) }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func whatIsWithheldCannotBeComputed(seed: UInt64) {
    let grid = Grid(4, 5, seed: seed)
    let table = grid.suppressed(below: 5)
    for line in grid.lines {
      let hidden = line.cells.filter { table.cells[$0].isWithheld }
      guard let sum = line.sum, !table.cells[sum].isWithheld, !hidden.isEmpty else { continue }
      // A reader learns what those withheld add up to: no small number.
      let shown = line.cells.filter { !table.cells[$0].isWithheld }.reduce(0) { $0 + table.cells[$1].count }
      #expect(hidden.count > 1 && !(1..<5).contains(table.cells[sum].count - shown))
    }
  }

  @Test func theSmallestIsWithheldBesideASmallOne() {
    var table = CellTable([(20, 100), (3, 100), (9, 100), (0, 100), (32, 100)], least: 5)
    table.close([.init(cells: [0, 1, 2, 3], sum: 4)])
    #expect(table.cells.map(\.isWithheld) == [false, true, true, false, false])
    #expect(table.small == 1 && table.complementary == 1)
  }

  @Test func everybodyButAFewIsAsTellingAsAFew() {
    let table = CellTable([(38, 40), (40, 40), (0, 40), (3, 3)], least: 5)
    #expect(table.cells.map(\.isWithheld) == [true, false, false, true])
  }

  private static func tables(_ study: StatedStudy) throws -> SurveyTables {
    try SurveyTables(
      of: study.survey, in: study.survey.byWave(), options: PermutationOptions(draws: 9), workers: .all)
  }

  /// Twenty respondents, of whom two are of a third kind.
  private static func study() -> StatedStudy {
    StatedStudy.surveyed().withActors { if $0 < 2 { $1.kind = .largeFirm } }
  }

  @Test func nothingSmallIsLeftInAnyTable() throws {
    let shown = try Self.tables(Self.study()).suppressed(below: 5)
    let tally = try #require(shown.suppression)
    #expect(tally.small > 0 && tally.complementary > 0)
    for table in shown.tables where table.name != "survey-tests" {
      for (place, column) in table.columns.enumerated() where column.heading == "n" || column.heading.hasSuffix("_n") {
        for row in table.rows {
          guard case .count(let count) = row[place].content, case .count(let total) = row[place + 1].content else {
            // Nothing of a cell that is withheld is told.
            #expect(row[place...(place + 5)].allSatisfy { !$0.isDefined })
            continue
          }
          #expect(!(1..<5).contains(count) && !(1..<5).contains(total - count) && !(1..<5).contains(total))
        }
      }
    }
  }

  @Test func theKindThatWouldGiveASmallOneAwayIsWithheld() throws {
    let shown = try Self.tables(Self.study()).suppressed(below: 5)
    let rows = try #require(shown.items).rows.filter { $0.answer == .all }
    let kinds = rows.filter(\.share.isWithheld).compactMap(\.kind.name)
    #expect(kinds.contains("large_firm") && kinds.count > 1)
    #expect(rows.allSatisfy { $0.share.isWithheld == ($0.summary == nil) })
  }

  @Test func withoutSmallCellsNothingIsWithheld() throws {
    let whole = try Self.tables(StatedStudy.surveyed())
    var shown = whole.suppressed(below: 2)
    #expect(shown.suppression == CellSuppression(least: 2))
    shown.suppression = nil
    #expect(shown == whole)
  }

  @Test func theOrderOfCellsIsWithoutEffect() throws {
    let study = Self.study()
    let shuffled = study.changed {
      $0.survey.claims.reverse()
      $0.survey.answers.reverse()
    }
    #expect(try Self.tables(shuffled).suppressed(below: 5) == Self.tables(study).suppressed(below: 5))
  }

  @Test func theReportHoldsNothingWithheld() throws {
    let study = Self.study().changed { $0.options.leastCell = 5 }
    let findings = try Study(survey: study.survey, options: study.options).findings()
    let survey = try #require(findings.report.sections.first { $0.id == "survey" })
    for case .table(let table, _) in survey.blocks where table.name != "survey-tests" {
      for row in table.rows {
        for case .count(let count) in row.map(\.content) { #expect(!(1..<5).contains(count), "\(table.name)") }
      }
    }
    #expect(findings.report.statements.contains { $0.statement.name == .cellsWithheld })
  }
}
