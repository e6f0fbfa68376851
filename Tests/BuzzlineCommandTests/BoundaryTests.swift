import Foundation
import TestNetworks
import Testing

/// What is said of a study in which few answered, or in which outsiders were named.
@Suite struct BoundaryTests {
  /// A ring of eight firms, four of each kind, each fed by two outsiders.
  private static var outsiders: [String: String] {
    let firms = ["s1", "s2", "s3", "s4", "l1", "l2", "l3", "l4"]
    let actors = firms.map { "\($0),\($0.hasPrefix("s") ? "sme" : "large_firm"),home,yes\n" }
    let named = (0..<16).map { "o\($0),,away,no\n" }
    let ring = firms.indices.flatMap { place in
      let (firm, next) = (firms[place], firms[(place + 1) % 8])
      return ["\(firm),\(next)\n", "\(next),\(firm)\n", "o\(2 * place),\(firm)\n", "o\(2 * place + 1),\(firm)\n"]
    }
    return [
      "actors.csv": "id,kind,cluster,member\n" + (actors + named).joined(),
      "ties.csv": "source,target\n" + ring.joined(),
    ]
  }

  private static func analysed(_ files: [String: String], _ options: String...) throws -> ScratchFolder {
    let folder = try ScratchFolder(files)
    let run = try CommandRun(["analyze", ".", "--output", "out"] + options, in: folder.url)
    try #require(run.status == 0, "\(run.errors)")
    return folder
  }

  private static func rows(_ folder: ScratchFolder, _ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.url.appending(path: "out/\(name).csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test func equalFirmsWithOutsideSourcesAreEqual() throws {
    let folder = try Self.analysed(Self.outsiders)
    let groups = try Self.rows(folder, "groups")
    #expect(groups.map { $0["group"] } == ["large_firm", "sme"])
    for group in groups {
      #expect(group["pipeline_entry_share"] == "0.5" && group["pipeline_entry_expected_share"] == "0.5")
      for (heading, value) in group where heading.contains("_p_at_") { #expect(value == "1", "\(heading)") }
    }
    let report = try String(contentsOf: folder.url.appending(path: "out/report.md"), encoding: .utf8)
    #expect(report.contains("The study covers 8 members, 16 outsiders named and not asked"))
    #expect(report.contains("No group gives, receives or brokers clearly more or less"))
    let density = try #require(Self.rows(folder, "network").first { $0["measure"] == "density" })
    #expect(density["value"] == "0.2857142857142857")
  }

  @Test func outsidersAreNeverRecommended() throws {
    let folder = try ScratchFolder(Self.outsiders)
    let seeds = try CommandRun(["seeds", ".", "--count", "8", "--probability", "0.1", "--runs", "50"], in: folder.url)
    #expect(seeds.status == 0 && !seeds.output.contains(",o"), "\(seeds.output)")
    let ties = try CommandRun(
      ["what-if", ".", "--buzz", "3", "--probability", "0.1", "--runs", "50"], in: folder.url)
    #expect(ties.status == 0 && !ties.output.contains(",o"), "\(ties.output)\(ties.errors)")
    let insisted = try CommandRun(
      ["seeds", ".", "--count", "1", "--must-include", "o3", "--probability", "0.1", "--runs", "50"], in: folder.url)
    #expect(insisted.output.contains("\n1,o3,"))
  }

  @Test func nothingIsClaimedOfThoseNobodyReportedOn() throws {
    let names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]
    let folder = try Self.analysed(
      [
        "actors.csv": "id,cluster\n" + names.map { "\($0),c\n" }.joined(),
        "claims.csv": "respondent,item,partner\nA,received,B\nA,received,C\n",
        "responses.csv": "respondent,item,status\nA,received,answered\n",
      ], "--spread", "cascade", "--chance", "local=0.5", "--runs", "20", "--draws", "9")
    let observed = try #require(Self.rows(folder, "network").first { $0["measure"] == "density-observed" })
    #expect(observed["value"] == "0.2222222222222222")
    let report = try String(contentsOf: folder.url.appending(path: "out/report.md"), encoding: .utf8)
    #expect(report.contains("1 of 10 members answered (10.0%)"))
    #expect(report.contains("Of all observed pairs of members 22.2% are tied."))
    for word in ["not reached", "be invited"] { #expect(!report.contains(word)) }
    let check = try CommandRun(["check", "."], in: folder.url)
    #expect(
      check.output.hasPrefix(
        "Response: 1 of 10 members answered (0 of them in part), 0 refused, 0 absent, 9 not asked\n"))
  }
}
