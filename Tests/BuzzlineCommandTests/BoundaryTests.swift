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
    for measure in ["weighted-reach", "fragmentation"] {
      let players = try CommandRun(["key-players", ".", "--count", "2", "--measure", measure], in: folder.url)
      #expect(players.status == 0 && !players.output.contains(",o"), "\(players.output)")
    }
    let pipelines = try CommandRun(
      ["what-if", ".", "--pipelines", "1", "--probability", "0.1", "--runs", "50"], in: folder.url)
    #expect(pipelines.status == 64 && pipelines.errors.contains("the actors state only one"), "\(pipelines.errors)")
    let insisted = try CommandRun(
      ["seeds", ".", "--count", "1", "--must-include", "o3", "--probability", "0.1", "--runs", "50"], in: folder.url)
    #expect(insisted.output.contains("\n1,o3,"))
  }

  private static let answered = [
    "actors.csv": "id\nA\nB\nC\n",
    "claims.csv": """
    wave,respondent,item,partner
    1,A,shared,B
    1,B,received,A
    1,C,shared,A
    2,A,shared,B
    2,B,received,A
    2,C,shared,B

    """,
    "responses.csv": "wave,respondent,item,status\n"
      + ["1", "2"].flatMap { wave in
        ["A", "B", "C"].flatMap { ["\(wave),\($0),shared,answered\n", "\(wave),\($0),received,answered\n"] }
      }.joined(),
  ]

  private static func observedDensity(_ folder: ScratchFolder) throws -> [String?] {
    try rows(folder, "network").filter { $0["measure"] == "density-observed" }.map { $0["value"] }
  }

  @Test func densityIsOverPairsThatAreCountedOnce() throws {
    #expect(try Self.observedDensity(Self.analysed(Self.answered)) == ["0.3333333333333333", "0.3333333333333333"])
    let pooled = try Self.analysed(Self.answered, "--wave", "all")
    #expect(try Self.observedDensity(pooled) == [""])
    let report = try String(contentsOf: pooled.url.appending(path: "out/report.md"), encoding: .utf8)
    #expect(report.contains("Of all possible pairs of members 50.0% are tied."))
    #expect(report.contains("12 ordered pairs are observed, each wave counted by itself"))
    let oneSided = try Self.analysed(Self.answered, "--undirected", "--rule", "giver")
    #expect(try Self.observedDensity(oneSided) == ["", ""])
    let undirected = try Self.analysed(Self.answered, "--undirected", "--rule", "both")
    #expect(try !Self.observedDensity(undirected).contains(""))
  }

  @Test func aWaveInWhichAllRefusedIsNotAnEmptyNetwork() throws {
    var files = Self.answered
    files["claims.csv"] = "wave,respondent,item,partner\n1,A,shared,B\n"
    files["responses.csv"] = "wave,respondent,item,status\n1,A,shared,answered\n2,A,shared,refused\n2,B,shared,absent\n"
    let folder = try Self.analysed(files)
    let report = try String(contentsOf: folder.url.appending(path: "out/report.md"), encoding: .utf8)
    #expect(report.contains("0 of 3 members answered (0.0%)") && report.contains("No pair of members is observed."))
    let check = try CommandRun(["check", "."], in: folder.url)
    #expect(
      check.output.contains("Response in wave 2: 0 of 3 members answered (0 of them in part), 1 refused, 1 absent"))
  }

  @Test func theSelectionIsRecorded() throws {
    let folder = try Self.analysed(Self.answered, "--wave", "2")
    let manifest = try String(contentsOf: folder.url.appending(path: "out/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"selection\""))
    let report = try String(contentsOf: folder.url.appending(path: "out/report.md"), encoding: .utf8)
    #expect(report.contains("This is a part of the study: wave 2."))
  }

  @Test func rowsWithoutAWaveAreNamed() throws {
    let folder = try Self.analysed([
      "claims.csv": "respondent,item,partner\nA,shared,B\n", "ties.csv": "source,target,wave\nA,B,1\nB,A,2\n",
    ])
    let remarks = try String(contentsOf: folder.url.appending(path: "out/remarks.csv"), encoding: .utf8)
    #expect(remarks.contains("1 claims and ties state no wave and are in the network of none."))
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
