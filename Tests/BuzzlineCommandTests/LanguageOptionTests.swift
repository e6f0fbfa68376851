import Foundation
import TestNetworks
import Testing

/// The language of what people read; what programs read is the same in all.
@Suite struct LanguageOptionTests {
  private static let knoke = ReferenceFiles.examples.appending(path: "knoke").path

  @Test func reportsAndSentencesAreGermanAndNumbersForProgramsAreNot() throws {
    let folder = try ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    for language in ["en", "de"] {
      let output = folder.url.appending(path: language).path
      let run = try CommandRun(["analyze", Self.knoke, "--draws", "9", "--language", language, "--output", output])
      try #require(run.status == 0, "\(run.errors)")
    }
    func text(_ language: String, _ name: String) throws -> String {
      try String(contentsOf: folder.url.appending(path: language).appending(path: name), encoding: .utf8)
    }
    #expect(try text("de", "report.md").hasPrefix("# Wer im Cluster Wissen trägt\n"))
    #expect(try text("de", "report.html").contains("<html lang=\"de\""))
    let statements = try text("de", "statements.csv")
    #expect(statements.contains("Paare von Mitgliedern") && statements.contains(",verbundene Paare,"))
    #expect(!statements.contains("connected pairs"))
    for name in ["actors.csv", "brokerage.csv", "ties.csv", "references.bib", "check.py"] {
      #expect(try text("de", name) == text("en", name), "\(name)")
    }
  }

  @Test func cardsAreGermanToo() throws {
    let run = try CommandRun(["explain", Self.knoke, "MAYR", "--group", "textbook_group", "--language", "de"])
    #expect(run.status == 0 && run.output.contains("Rang nach Betweenness: Rang 1 von 10 Mitgliedern"))
  }

  @Test func whatStandsBehindAScoreIsGermanToo() throws {
    let run = try CommandRun([
      "explain", Self.knoke, "MAYR", "liaison", "--group", "textbook_group", "--language", "de",
    ])
    #expect(run.status == 0 && run.output.hasPrefix("Mayor's Office vermittelt "), "\(run.output)")
    #expect(run.output.contains(" als Verbinder; die Akteure sind nach „textbook_group“ gruppiert."))
    #expect(run.output.contains("\nDie Beziehungen dahinter und ihre Zeilen:\n"))
    #expect(run.output.contains(": als Beziehung vorgegeben in ties.csv\n"))
  }

  @Test func selectionsAndFilesAreGermanToo() throws {
    let folder = try ScratchFolder()
    let interspin = ReferenceFiles.examples.appending(path: "interspin").path
    let output = folder.url.appending(path: "out").path
    let run = try CommandRun([
      "analyze", interspin, "--wave", "2", "--topic", "markets", "--topic", "skills", "--draws", "9", "--pseudonyms",
      "--language", "de", "--output", output,
    ])
    try #require(run.status == 0, "\(run.errors)")
    let report = try String(contentsOf: folder.url.appending(path: "out/report.md"), encoding: .utf8)
    #expect(report.contains("Dies ist ein Teil der Studie: Themen markets und skills; Welle 2."))
    #expect(report.contains("| Datei 1 | Akteure |") && !report.contains("file 1"))
  }

  @Test func anotherLanguageIsRefused() throws {
    let run = try CommandRun(["analyze", Self.knoke, "--language", "fr"])
    #expect(run.status == 64 && run.errors.contains("'fr'") && run.errors.contains("de"))
  }
}
