import Foundation
import TestNetworks
import Testing

/// Made surveys of several waves tell what changed, and `analyze` finds it again.
@Suite struct GenerateWavesTests {
  private static let size = ["--actors", "400", "--ties", "3600", "--clusters", "4", "--seed", "3", "--survey"]

  private static func generate(_ options: [String], into output: URL) throws -> [String: Data] {
    let run = try CommandRun(["generate"] + size + options + ["--output", output.path])
    try #require(run.status == 0, "\(run.errors)")
    return try ScratchFolder.contents(of: output)
  }

  private static func rows(_ data: Data?) throws -> [[String]] {
    try String(decoding: #require(data), as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The pairs of each wave of a file of ties.
  private static func pairs(_ data: Data?) throws -> [String: Set<[String]>] {
    let rows = try rows(data)
    #expect(rows[0] == ["wave", "source", "target"])
    return Dictionary(grouping: rows.dropFirst(), by: { $0[0] }).mapValues { Set($0.map { Array($0.dropFirst()) }) }
  }

  private static func cell(_ column: String, of row: [String], under heading: [String]) throws -> Double {
    let place = try #require(heading.firstIndex(of: column))
    return try #require(Double(row[place]))
  }

  @Test func analysisFindsWhatChanged() throws {
    let folder = try ScratchFolder()
    let study = folder.url.appending(path: "study")
    let options = [
      "--waves", "2", "--without-ties", "--exact-answers", "--non-response", "0.4", "--persistence", "0.7",
      "--formation", "0.3",
    ]
    let made = try Self.generate(options, into: study)
    #expect(made["ties.csv"] == nil)
    let truth = try Self.pairs(made["true-ties.csv"])
    let (first, second) = (try #require(truth["1"]), try #require(truth["2"]))
    let run = try CommandRun(["analyze", "study", "--draws", "9", "--output", "out"], in: folder.url)
    try #require(run.status == 0, "\(run.errors)")
    let found = try ScratchFolder.contents(of: folder.url.appending(path: "out"))

    let changes = try Self.rows(found["changes.csv"])
    #expect(Array(changes[1].prefix(3)) == ["1", "2", "all"])
    let kept = Double(first.intersection(second).count) / Double(first.count)
    let formed = Double(second.subtracting(first).count) / Double(400 * 399 - first.count)
    for (share, truth) in [("kept_share", kept), ("formed_share", formed)] {
      let ends = try ["_from", "_to"].map { try Self.cell(share + $0, of: changes[1], under: changes[0]) }
      #expect(ends[0] <= truth && truth <= ends[1] && ends[1] < 1.2 * truth, "\(share)")
    }

    let network = try Self.rows(found["network.csv"])
    for (wave, ties) in [("1", first), ("2", second)] {
      let density = Double(ties.count) / (400 * 399)
      func figure(_ name: String) throws -> Double {
        let row = try #require(network.first { $0[0] == wave && $0[1] == name })
        return try #require(Double(row[2]))
      }
      #expect(abs(try figure("density-observed") / density - 1) < 0.05)
      #expect(try figure("density") / density < 0.95)
    }
  }

  @Test func nothingIsPooled() throws {
    let folder = try ScratchFolder()
    let study = folder.url.appending(path: "study")
    _ = try Self.generate(["--waves", "2", "--formation", "0.2", "--without-ties"], into: study)
    let run = try CommandRun(["analyze", "study", "--draws", "9", "--output", "out"], in: folder.url)
    try #require(run.status == 0, "\(run.errors)")
    let found = try ScratchFolder.contents(of: folder.url.appending(path: "out"))
    var waves: Set<String> = []
    for (name, data) in found where name.hasSuffix(".csv") {
      let rows = try Self.rows(data)
      if let column = rows[0].firstIndex(of: "wave") { waves.formUnion(rows.dropFirst().map { $0[column] }) }
    }
    #expect(waves == ["1", "2"])
    let report = String(decoding: try #require(found["report.md"]), as: UTF8.self)
    #expect(!report.contains("taken together") && !report.contains("| all |"))
    #expect(report.contains("What follows is wave 2, the latest"))
  }

  @Test func tiesBesideASurveyTellTheirWave() throws {
    let folder = try ScratchFolder()
    let study = folder.url.appending(path: "study")
    let made = try Self.generate(["--waves", "3", "--formation", "0.2"], into: study)
    #expect(made["ties.csv"] == made["true-ties.csv"])
    let waves = try Self.pairs(made["ties.csv"])
    #expect(waves.keys.sorted() == ["1", "2", "3"] && waves["1"]?.count == 3_600)
    let check = try CommandRun(["check", study.path])
    #expect(check.status == 0)
    #expect(check.output.contains("true-ties.csv: ") && !check.output.contains("true-ties.csv: read as"))
    let manifest = String(decoding: try #require(made["manifest.json"]), as: UTF8.self)
    #expect(manifest.contains("\"waves\" : 3") && manifest.contains("\"formation\" : 0.2"))
    #expect(manifest.contains("\"exactAnswers\" : false") && manifest.contains("\"persistence\" : null"))
  }

  @Test func threadsAreWithoutEffect() throws {
    let folder = try ScratchFolder()
    let made = try ["1", "8"].map { threads in
      try Self.generate(
        ["--waves", "3", "--formation", "0.4", "--threads", threads], into: folder.url.appending(path: threads))
    }
    #expect(made[0].count == 7 && made[0] == made[1])
  }
}
