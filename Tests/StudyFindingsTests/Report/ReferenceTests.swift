import Foundation
import KnowledgeNetworks
import Testing

@testable import StudyFindings

/// What a report cites stands once in its list and once in its BibTeX file, and nothing else does.
@Suite struct ReferenceTests {
  private static let studies: [String: @Sendable () throws -> StatedStudy] = [
    "knoke": { try .knoke() }, "two clusters": { try .twoClusters() }, "institutes": { try .institutes() },
    "surveyed": { .surveyed() }, "ring of two waves": { .rings().withTies { $1.wave = $0 < 7 ? "1" : "2" } },
    "rings of two topics": { .rings().withTies { $1.topic = $0 < 7 ? "markets" : "funding" } },
  ]

  private static let reports = Result { try studies.mapValues { try $0().report() } }

  private static func report(of study: String) throws -> ReportDocument { try #require(try reports.get()[study]) }

  /// The paragraphs of a section.
  private static func paragraphs(of id: String, in report: ReportDocument) throws -> [Paragraph] {
    try #require(report.sections.first { $0.id == id }).blocks.flatMap(\.paragraphs)
  }

  @Test(arguments: studies.keys.sorted()) func citedKeysAreThoseOfTheFile(study: String) throws {
    let report = try Self.report(of: study)
    let keys = report.bibTeX.matches(of: /@[a-z]+\{([A-Za-z0-9]+),/).map { String($0.1) }
    #expect(keys.count > 10 && Set(keys).count == keys.count)
    #expect(keys == report.references.map(\.key))
    let list = try Self.paragraphs(of: "methods-text", in: report).dropFirst(2).map(\.text)
    #expect(list == report.references.map(\.entry))
  }

  @Test(arguments: studies.keys.sorted()) func bibTeXIsBalanced(study: String) throws {
    let report = try Self.report(of: study)
    var depth = 0
    for character in report.bibTeX {
      depth += character == "{" ? 1 : character == "}" ? -1 : 0
      #expect(depth >= 0)
      if depth == 0 && character == "," { Issue.record("a comma outside any entry") }
    }
    #expect(depth == 0)
    for reference in report.references {
      let lines = reference.bibTeX.split(separator: "\n")
      #expect(lines.first?.hasPrefix("@") == true && lines.last == "}")
      #expect(lines.dropFirst().dropLast().allSatisfy { $0.contains(/^  [a-z]+ = \{.+\},?$/) }, "\(reference.key)")
      #expect(!reference.bibTeX.contains(/[^\\]&/))
      #expect(reference.doi?.contains(/^10\.[0-9]{4,}\/[^ {}]+$/) != false, "\(reference.key)")
    }
  }

  /// Whoever reads `Name Year` in the text finds it in the list, whether it was cited by the catalogue or by hand.
  @Test(arguments: studies.keys.sorted()) func everyNameWithAYearIsCited(study: String) throws {
    let report = try Self.report(of: study)
    let known = Set(report.references.map(\.citation.text))
    let texts = try Self.paragraphs(of: "methods", in: report) + Self.paragraphs(of: "multiple-testing", in: report)
    for paragraph in try texts + [Self.paragraphs(of: "methods-text", in: report)[0]] {
      for bracket in paragraph.text.matches(of: /\(([^()]*\b(?:19|20)[0-9]{2})\)/) {
        for work in bracket.1.components(separatedBy: "; ") { #expect(known.contains(work), "\(work)") }
      }
    }
  }

  /// A method that was not used is not told.
  @Test func theParagraphTellsWhatWasComputed() throws {
    func text(_ study: String) throws -> String {
      try Self.paragraphs(of: "methods-text", in: Self.report(of: study))[0].text
    }
    let cases: [(words: String, said: String, unsaid: String)] = [
      ("Reports of givers and receivers were reconciled", "surveyed", "knoke"),
      ("Ties were given as such", "knoke", "surveyed"), ("Kempe, Kleinberg and Tardos 2003", "institutes", "knoke"),
      ("the latest of 2", "ring of two waves", "knoke"), ("Mann and Whitney 1947", "surveyed", "knoke"),
      ("Networks of single topics", "rings of two topics", "knoke"),
      ("Bathelt, Malmberg and Maskell 2004", "two clusters", "ring of two waves"),
      ("Actors were grouped by textbook_group (3 groups)", "knoke", "surveyed"),
    ]
    for (words, said, unsaid) in cases {
      #expect(try text(said).contains(words), "\(words) in \(said)")
      #expect(try !text(unsaid).contains(words), "\(words) in \(unsaid)")
    }
    for study in Self.studies.keys { #expect(try text(study).contains("Buzzline \(BuzzlineVersion.current), seed ")) }
  }

  @Test func manyAuthorsAreShortened() {
    #expect(Reference.burt1992.citation.text == "Burt 1992")
    #expect(Reference.gould1989.citation.text == "Gould and Fernandez 1989")
    #expect(Reference.bathelt2004.citation.text == "Bathelt, Malmberg and Maskell 2004")
    #expect(
      Reference.burt1992.entry
        == "Burt, Ronald S. (1992): Structural Holes: The Social Structure of Competition. Harvard University Press. "
        + "https://doi.org/10.4159/9780674029095")
  }
}
