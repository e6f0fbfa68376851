import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import BuzzlineCommand

/// How far long work is, told on a terminal and nowhere else.
@Suite struct ProgressTests {
  private func text(_ done: Int, of total: Int, after time: Duration) -> String {
    ProgressLine.text(of: WorkProgress(work: "betweenness", done: done, total: total), after: time)
  }

  @Test func rateAndTimeLeft() {
    #expect(text(40, of: 310, after: .milliseconds(1_600)) == "betweenness: 40 of 310, 25 a second, 11 s left")
    #expect(text(3, of: 12, after: .seconds(4)) == "betweenness: 3 of 12, 0.8 a second, 12 s left")
    #expect(text(10, of: 10, after: .seconds(5)) == "betweenness: 10 of 10, 2.0 a second, 0 s left")
  }

  @Test func longTimesAreToldInMinutesAndHours() {
    #expect(text(1, of: 101, after: .seconds(6)) == "betweenness: 1 of 101, 0.2 a second, 10 min left")
    #expect(text(1, of: 1_001, after: .seconds(9)) == "betweenness: 1 of 1001, 0.1 a second, 2.5 h left")
  }

  @Test func nothingIsGuessedFromTooLittle() {
    #expect(text(1, of: 310, after: .milliseconds(100)) == "betweenness: 1 of 310 …")
    #expect(text(0, of: 310, after: .seconds(3)) == "betweenness: 0 of 310 …")
  }

  private static let script = URL(filePath: "/usr/bin/script")
  private static let hasScript = FileManager.default.isExecutableFile(atPath: script.path)

  @Test(.enabled(if: hasScript, "script of util-linux is not installed"))
  func aTerminalShowsRateAndTimeLeftAndTheOutputHoldsDataAlone() throws {
    let folder = try ScratchFolder()
    let study = folder.url.appending(path: "made").path
    let size = ["--actors", "2000", "--ties", "16000", "--clusters", "5"]
    try #require(try CommandRun(["generate"] + size + ["--output", study]).status == 0)
    let measure = ["measures", study, "--measure", "betweenness", "--engine", "parallel"]
    let (data, terminal) = (folder.url.appending(path: "data.csv"), folder.url.appending(path: "terminal"))
    let words = ([CommandRun.programs.appending(path: "buzzline").path] + measure).map { "'\($0)'" }
    let command = words.joined(separator: " ") + " > '\(data.path)'"
    #expect(try CommandRun(["-qec", command, terminal.path], at: Self.script).status == 0)
    let silent = try CommandRun(measure)
    let written = try String(contentsOf: data, encoding: .utf8)
    #expect(silent.errors.isEmpty && silent.output == written)
    let shown = try String(contentsOf: terminal, encoding: .utf8)
    #expect(
      shown.contains("buzzline: reading …") && shown.contains(#/betweenness: \d+ of \d+, [\d.]+ a second, \d+ s left/#))
  }
}
