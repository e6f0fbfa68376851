import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import SyntheticClusters

/// A mapping drafted from the export of a tool reads the same claims as the study's own files, once what its comments
/// ask for is filled in.
@Suite struct DraftedMappingTests {
  private static func written(_ files: [SyntheticFile]) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for file in files { try Data(file.contents()).write(to: folder.url.appending(path: file.name)) }
    return folder
  }

  private static func claims(of url: URL) throws -> String { try text("claims.csv", of: url) }

  private static func text(_ name: String, of url: URL) throws -> String {
    let file = try #require(try Survey(contentsOf: [url]).canonicalFiles().first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The draft of a tool's export, in a folder with that export.
  private static func draft(
    _ tool: SurveyTool, _ made: SyntheticSurvey
  ) throws -> (draft: MappingDraft, folder: ScratchFolder) {
    let folder = try written(tool.writer.files(of: made))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0 != "mapping.yaml" }
    let exports = names.sorted().map { folder.url.appending(path: $0) }
    return (try MappingDraft(of: exports, writtenTo: folder.url), folder)
  }

  /// - Parameter needsNothing: Whether the draft also describes the actors as the study does.
  private func check(_ tool: SurveyTool, needsNothing: Bool, filling: (String) -> String) throws {
    let made = try SurveyDialectTests.survey(.everybody)
    let canonical = try Self.written([made.network.actorsFile] + CanonicalSurveyWriter().files(of: made))
    let (draft, folder) = try Self.draft(tool, made)
    let mapping = folder.url.appending(path: "draft.yaml")
    try Data(filling(draft.text).utf8).write(to: mapping)
    let (read, expected) = (try Self.claims(of: mapping), try Self.claims(of: canonical.url))
    #expect(read == expected)
    #expect(expected.utf8.count > 5_000)
    if needsNothing {
      #expect(try Self.text("actors.csv", of: mapping) == Self.text("actors.csv", of: canonical.url))
    }
    withExtendedLifetime((folder, canonical)) {}
  }

  private static let readable: [SurveyTool] = [
    .limesurveyTexts, .qualtrics, .surveymonkey, .googleForms, .microsoftForms, .excel, .spss, .stata, .egor,
  ]

  @Test(arguments: readable.filter { SurveyTool.built.contains($0) })
  func someDraftsNeedNoEditing(_ tool: SurveyTool) throws { try check(tool, needsNothing: true) { $0 } }

  @Test(arguments: [
    SurveyTool.limesurvey, .limesurveyVV, .qualtricsLegacy, .redcap, .kobo, .unipark, .sosci, .odk, .networkCanvas,
  ])
  func othersSayWhatToPutOnTheRight(_ tool: SurveyTool) throws {
    let design = SurveyDesign()
    try check(tool, needsNothing: false) { draft in
      #expect(draft.contains("# Put what the codes mean on the right."))
      return draft.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let key = line.split(separator: ":").first?.trimmingCharacters(in: .whitespaces)
        return switch key {
        case "topic": Self.filled(line, design.topics)
        case "channel": Self.filled(line, design.channels)
        case "wave": Self.filled(line, ["1", "2"])
        default: String(line)
        }
      }.joined(separator: "\n")
    }
  }

  /// A line whose codes, which stand for themselves, stand for the words that their first number counts.
  private static func filled(_ line: Substring, _ words: [String]) -> String {
    String(line).replacing(#/'([^0-9']*([0-9]+)[^']*)': '([^']*)'/#) { match in
      let number = Int(match.output.2) ?? 0
      return match.output.1 == match.output.3 && words.indices.contains(number - 1)
        ? "'\(match.output.1)': '\(words[number - 1])'" : String(match.output.0)
    }
  }

  @Test(arguments: [SurveyTool.unipark, .sosci]) func cellsTellWhatNumbersOfVariablesDoNot(_ tool: SurveyTool) throws {
    let (draft, folder) = try Self.draft(tool, try SurveyDialectTests.survey(.everybody))
    let lines = draft.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let (who, wave, name) = tool == .unipark ? ("p_0001", "p_0007", "p_0002") : ("SERIAL", "IV01_06", "IV01_01")
    #expect(lines.contains("# Who answered: '\(who)' holds the names by which others are named."))
    #expect(lines.contains("wave: '\(wave)'") && lines.contains("name: '\(name)'"))
    #expect(lines.contains { $0.hasPrefix("# Guessed, since numbers of variables do not tell:") })
    #expect(lines.contains("# Columns that this mapping does not read:"))
    withExtendedLifetime(folder) {}
  }
}
