import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import SyntheticClusters

/// The same made-up answers, written as the exports of survey tools, are read as the same claims.
@Suite struct SurveyDialectTests {
  /// Two waves in which everybody is asked, two in which only those are asked again who answered, or one.
  enum Asking: Sendable { case everybody, again, once }

  static func survey(_ asking: Asking) throws -> SyntheticSurvey {
    let network = try SyntheticNetwork(ClusterDesign(actors: 60, ties: 180, clusters: 3, seed: 11))
    var design =
      switch asking {
      case .everybody: SurveyDesign(seed: 5, waves: 2)
      case .again: SurveyDesign(seed: 6, respondents: [45, 20])
      case .once: SurveyDesign(seed: 7)
      }
    design.partialShare = 0.3
    return try SyntheticSurvey(of: network, design: design)
  }

  private static func read(_ files: [SyntheticFile]) throws -> Survey {
    let scratch = try ScratchFolder()
    defer { withExtendedLifetime(scratch) {} }
    for file in files { try Data(file.contents()).write(to: scratch.url.appending(path: file.name)) }
    return try Survey(contentsOf: [scratch.url])
  }

  private static func canonical(_ survey: SyntheticSurvey) throws -> Survey {
    try read([survey.network.actorsFile] + CanonicalSurveyWriter().files(of: survey))
  }

  private static func text(_ name: String, of survey: Survey) throws -> String {
    let file = try #require(survey.canonicalFiles().first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test(arguments: SurveyTool.built, [Asking.everybody, .again])
  func everyDialectSaysTheSame(_ tool: SurveyTool, _ asking: Asking) throws { try check(tool, asking) }

  @Test(
    arguments: SurveyTool.built.filter {
      [.limesurvey, .redcap, .odk, .microsoftForms, .excel, .spss, .stata].contains($0)
    })
  func aSingleWaveHasNoName(_ tool: SurveyTool) throws {
    try check(tool, .once)
  }

  /// Claims are the same bytes; who answered is told as far as the tool can.
  private func check(_ tool: SurveyTool, _ asking: Asking) throws {
    let made = try Self.survey(asking)
    let (canonical, read) = (try Self.canonical(made), try Self.read(tool.writer.files(of: made)))
    for name in ["actors.csv", "claims.csv"] {
      #expect(try Self.text(name, of: read) == Self.text(name, of: canonical))
    }
    let claimed = Set(canonical.claims.map { Question($0.wave, $0.respondent, $0.item) })
    let expected = canonical.responses.compactMap { response in
      let question = Question(response.wave, response.respondent, response.item)
      return tool.status(response.status, hasClaims: claimed.contains(question)).map { status in
        Response(wave: response.wave, respondent: response.respondent, item: response.item, status: status)
      }
    }
    #expect(read.undatedResponses == Set(expected))
    #expect((read.answerDays != nil) == tool.datesAnswers)
    #expect(expected.contains { $0.status == .refused } && expected.contains { $0.status == .answered })
    #expect(read.claims.count > 100 && !read.remarks.contains { $0.reason == "contradicting-cell" })
  }

  private struct Question: Hashable {
    let wave: String?
    let respondent: Int
    let item: SurveyItem

    init(_ wave: String?, _ respondent: Int, _ item: SurveyItem) {
      (self.wave, self.respondent, self.item) = (wave, respondent, item)
    }
  }

  @Test(
    arguments: SurveyTool.built.filter {
      [.limesurvey, .qualtrics, .surveymonkey, .networkCanvas, .egor, .microsoftForms, .excel, .spss, .stata].contains(
        $0)
    })
  func labelsMayHoldAnything(_ tool: SurveyTool) throws {
    var design = SurveyDesign(seed: 2)
    design.topics = ["oil; gas, \"coal\"", "it's: [new] #1", "-5 °C\t(cold)"]
    design.channels = []
    let network = try SyntheticNetwork(ClusterDesign(actors: 30, ties: 90, clusters: 2))
    let made = try SyntheticSurvey(of: network, design: design)
    let (canonical, read) = (try Self.canonical(made), try Self.read(tool.writer.files(of: made)))
    #expect(try Self.text("claims.csv", of: read) == Self.text("claims.csv", of: canonical))
    #expect(Set(read.claims.map(\.topic)) == Set(design.topics))
  }

  @Test(arguments: SurveyTool.built) func threadsAreWithoutEffect(_ tool: SurveyTool) throws {
    for file in tool.writer.files(of: try Self.survey(.everybody)) {
      let bytes = try file.contents(workers: Workers(threads: 1))
      #expect(try !bytes.isEmpty && file.contents(workers: Workers(threads: 4)) == bytes)
    }
  }
}

extension Survey {
  /// What became of each question, without the days that only exports state.
  var undatedResponses: Set<Response> {
    Set(
      responses.map {
        Response(wave: $0.wave, respondent: $0.respondent, item: $0.item, status: $0.status)
      })
  }
}

extension SurveyTool {
  /// Whether the mapping we write reads when it was answered.
  fileprivate var datesAnswers: Bool {
    [.limesurvey, .limesurveyTexts, .limesurveyVV, .qualtrics, .excel].contains(self)
  }

  /// Those whose exports this build can write.
  static var built: [SurveyTool] {
    allCases.filter { tool in
      #if !Spreadsheets
        if [.excel, .microsoftForms].contains(tool) { return false }
      #endif
      #if !Statistics
        if [.spss, .stata].contains(tool) { return false }
      #endif
      return true
    }
  }

  /// What an export of this tool tells of somebody's answer to an item; `nil` where it has no row.
  fileprivate func status(_ status: ResponseStatus, hasClaims: Bool) -> ResponseStatus? {
    switch (self, status) {
    // Whoever was not reached has no row.
    case (_, .absent): nil
    // Without codes for what was not shown there is no row for what was not asked.
    case (.limesurveyTexts, .notAsked): nil
    case (.surveymonkey, .notAsked), (.kobo, .notAsked), (.googleForms, .notAsked), (.microsoftForms, .notAsked): nil
    case (.odk, .notAsked), (.networkCanvas, .notAsked), (.egor, .notAsked): nil
    // Nor is there a difference between the end of the answers and the end of answering.
    case (.surveymonkey, .partial), (.kobo, .partial), (.googleForms, .partial), (.microsoftForms, .partial): .answered
    case (.odk, .partial), (.networkCanvas, .partial), (.egor, .partial): .answered
    // Who broke off is known, but not that a question was begun under which nobody is named.
    case (.qualtricsLegacy, .partial), (.sosci, .partial), (.redcap, .partial): hasClaims ? .partial : .notAsked
    default: status
    }
  }
}
