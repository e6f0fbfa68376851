import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

/// Rows each of which names a partner: most are read by the numbers of their cells, the others with care.
@Suite struct LongRowTests {
  private static let mapping = """
    codes: {no_tie: [keine], missing: [N/A]}
    sources:
      - file: export.csv
        respondent: org
        wave: year
        items:
          - {item: shared, when: {column: dir, is: shared}, partner: {column: alter, split: '|'}, topic: topic}
          - {item: received, when: {column: dir, is: received}, partner: {column: alter, split: '|'}, topic: topic}

    """

  private struct Row {
    let org, dir, alter, topic, year: String
    var text: String { [org, dir, alter, topic, year].joined(separator: ",") }

    /// The claims it makes, as ``MappedExport`` writes them.
    var claims: [String] {
      guard ["shared", "received"].contains(dir), !["", "keine", "N/A"].contains(alter) else { return [] }
      return alter.split(separator: "|").filter { $0 != org }.map { partner in
        [year, org, dir, String(partner), topic, "yes"].filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }

  private func rows(seed: UInt64) -> [Row] {
    var generator = SeededGenerator(seed: seed)
    func one(_ words: [String]) -> String { words[generator.below(words.count)] }
    return (0..<120).map { _ in
      Row(
        org: one(["A", "B", "C"]), dir: one(["shared", "shared", "received", "received", "other", ""]),
        alter: one(["A", "B", "C", "D", "E", "F", "B|G", "keine", "N/A", ""]), topic: one(["law", "tax", ""]),
        year: one(["1", "1", "2"]))
    }
  }

  private func read(_ rows: [Row]) throws -> MappedExport {
    try MappedExport("org,dir,alter,topic,year\n" + rows.map { $0.text + "\n" }.joined(), mapping: Self.mapping)
  }

  @Test(arguments: 1...20) func claimsAreThoseOfReadingRowByRow(_ seed: UInt64) throws {
    let rows = rows(seed: seed)
    let read = try read(rows)
    #expect(read.claims == Set(rows.flatMap(\.claims)).sorted())
  }

  @Test(arguments: 1...20) func theOrderOfRowsIsWithoutEffect(_ seed: UInt64) throws {
    var rows = rows(seed: seed)
    let first = try read(rows)
    var generator = SeededGenerator(seed: seed)
    generator.shuffle(&rows)
    let other = try read(rows)
    #expect(first.claims == other.claims && first.responses == other.responses && first.cells == other.cells)
    #expect(first.survey.accounts.map(\.rowsSetAside) == other.survey.accounts.map(\.rowsSetAside))
  }

  @Test func everyClaimKnowsItsRow() throws {
    let survey = try read(rows(seed: 3)).survey
    let rows = rows(seed: 3)
    for claim in survey.claims {
      let row = rows[try #require(claim.place.line) - 2]
      #expect(row.org == survey.actors[claim.respondent].id && row.dir == claim.item.rawValue)
      #expect(row.topic == claim.topic ?? "" && row.year == claim.wave && claim.place.file == "export.csv")
    }
  }
}
