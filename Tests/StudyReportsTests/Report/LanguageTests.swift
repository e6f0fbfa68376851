import Buzzline
import Foundation
import Synchronization
import TestNetworks
import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

/// Reports in another language than that of the sources.
@Suite struct LanguageTests {
  private let german = Language(code: "de")

  @Test func everyWordOfReportsIsTranslated() throws {
    let german = try #require(german)
    let catalogue = Catalogue(PackageResources.de_po).words
    let missed = Mutex<Set<String>>([])
    let recorder = Language("de", german.marks) { english in
      if catalogue[english] == nil, english.contains(where: \.isLetter) { missed.withLock { _ = $0.insert(english) } }
      return catalogue[english]
    }
    for document in try Self.documents() {
      var document = document
      document.language = recorder
      _ = HTMLReport(document)
      _ = MarkdownReport(document)
      _ = document.statementsTable
    }
    #expect(missed.withLock { $0 }.sorted() == [])
  }

  /// Whoever moves places in a sentence may forget none: values are what a report is about.
  @Test func translationsHaveThePlacesOfTheEnglishWords() {
    for (english, german) in Catalogue(PackageResources.de_po).words {
      #expect(Self.places(in: english) == Self.places(in: german), "\(english)")
      #expect(english.count { $0 == "*" } == german.count { $0 == "*" }, "\(english)")
    }
  }

  private static func places(in words: String) -> Set<Substring> {
    Set(words.matches(of: /\{([0-9]+)[^}]*\}/).map(\.output.1))
  }

  @Test func conditionsAndPopulationsAreTranslated() {
    let catalogue = Catalogue(PackageResources.de_po).words
    let words = Statement.Name.allCases.map(\.condition) + Evidence.Population.allCases.map(\.rawValue)
    #expect(words.filter { catalogue[$0] == nil } == [])
  }

  @Test func escapesOfCataloguesAreReadInOrder() {
    let words = Catalogue(Array("msgid \"a\\\\n\"\nmsgstr \"b\\\"\\n\"\n".utf8)).words
    #expect(words == ["a\\n": "b\"\n"])
  }

  @Test func numbersAreWrittenAsTheLanguageHasThem() throws {
    let german = try #require(german)
    let words: Paragraph = "\(number: -1_234.5) of \(count: 12_000), \(share: 0.034) and \(exact: 0.05)"
    #expect(words.text(in: german) == "\u{2212}1.234,50 of 12.000, 3,4\u{a0}% and 0,05")
    #expect(words.text == "\u{2212}1,234.50 of 12,000, 3.4% and 0.05")
  }

  @Test func wordsGoWithTheirCounts() throws {
    let german = try #require(german)
    func said(_ count: Int) -> Paragraph { "It gave to \(count: count, "actor"): \(name: "A"); all \(verbatim: "b")." }
    #expect(said(1).text == "It gave to 1 actor: A; all b.")
    #expect(said(2).text == "It gave to 2 actors: A; all b.")
    let brokered: Paragraph = "Its \(for: 2, "pipeline gatekeeper is", "pipeline gatekeepers are") \(name: "A")."
    #expect(brokered.text(in: german) == "Seine Pipeline-Gatekeeper sind A.")
  }

  @Test func whatStandsBetweenAsterisksIsStressed() {
    let words: Paragraph = "A *gatekeeper* of \(name: "*x* {1}")"
    #expect(words.runs(in: .english) == [.plain("A "), .stressed("gatekeeper"), .plain(" of "), .name("*x* {1}")])
    #expect(Paragraph(ours: "*x* {1}").runs(in: .english) == [.plain("*x* {1}")])
  }

  @Test func remarksNameMeasuresAndColumnsInTheLanguage() throws {
    let german = try #require(german)
    let remarks = try Self.remarked().remarks.map { Paragraph(remark: $0).text(in: german) }
    #expect(
      remarks.contains(
        "Closeness (eingehend) ist nicht aus einer Stichprobe geschätzt: Eine Stichprobe sagt nicht, wie viele erreicht "
          + "werden; nur die normierte Form braucht das nicht."), "\(remarks)")
    #expect(remarks.contains("Akteure ohne Angabe zu „sector“: 1; für sie gibt es keine Zeile."))
  }

  @Test(arguments: [
    ("Without a group: 2 actors; they have no row.", "Akteure ohne Angabe zu „group“: 2; für sie gibt es keine Zeile."),
    ("Without a kind: 2 actors; they have no row.", "Akteure ohne Angabe zu „Art“: 2; für sie gibt es keine Zeile."),
    (
      "Without a *a* {1}: 2 actors; they have no row.",
      "Akteure ohne Angabe zu „*a* {1}“: 2; für sie gibt es keine Zeile."
    ),
    ("Nobody {said} so.", "Nobody {said} so."),
  ])
  func remarksAreSplitAtWhatTheyName(remark: String, german words: String) throws {
    let german = try #require(german)
    #expect(Paragraph(remark: remark).text == remark)
    #expect(Paragraph(remark: remark).text(in: german) == words)
  }

  /// Reports of studies that differ in what they hold.
  private static func documents() throws -> [ReportDocument] {
    let interspin = try Survey(contentsOf: [ReferenceFiles.examples.appending(path: "interspin")])
    let spread = StudySpread(.cascade(.constant(0.1)), options: try SpreadOptions(runs: 20, seed: 1))
    var options = StudyOptions(permutations: PermutationOptions(draws: 99), spread: spread)
    options.leastCell = 5
    let findings = try Study(survey: interspin, options: options).findings()
    let cluster = try #require(findings.network.actors.first?.cluster)
    options = StudyOptions(permutations: PermutationOptions(draws: 99))
    options.poolsWaves = true
    let pooled = try Study(survey: interspin, options: options).findings()
    return [findings.report, findings.sheet(of: .cluster(cluster)), findings.sheet(of: .actor(0)), pooled.report]
      + [try KnokeStudy.findings().report, try remarked().report]
  }

  /// Findings with remarks on measures and on a column of the data: a sample of given ties, one actor without a sector.
  private static func remarked() throws -> Findings {
    let actors = ["a", "b", "c", "d"].map { id in
      var actor = NetworkActor(id: id)
      actor.attributes = id == "d" ? [:] : ["sector": id == "a" ? "wood" : "steel"]
      return actor
    }
    let ties = [Tie(source: 0, target: 1), Tie(source: 1, target: 2), Tie(source: 2, target: 3)]
    var options = StudyOptions(permutations: PermutationOptions(draws: 99))
    (options.group, options.sampling) = (.attribute("sector"), try SamplingOptions(epsilon: 0.1, delta: 0.1))
    return try Study(survey: Survey(actors: actors, ties: ties), options: options).findings()
  }
}
