import Foundation
import TestNetworks
import Testing

/// What threads and engines change: nothing but what the manifest says of the engine.
@Suite struct ThreadTests {
  private let study = ReferenceFiles.examples.appending(path: "knoke").path

  private func files(_ options: [String]) throws -> [String: Data] {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "out")
    let run = try CommandRun(["analyze", study, "--draws", "50", "--output", output.path] + options)
    try #require(run.status == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: output.appending(path: $0))) })
  }

  @Test(arguments: [["--engine", "parallel"], ["--epsilon", "0.05"]])
  func anyNumberOfThreadsWritesTheSameBytes(options: [String]) throws {
    let alone = try files(options + ["--threads", "1"])
    #expect(alone.count == 14)
    for threads in ["2", "8"] { #expect(try files(options + ["--threads", threads]) == alone) }
  }

  @Test func theManifestSaysWhatComputed() throws {
    let auto = String(decoding: try #require(try files([])["manifest.json"]), as: UTF8.self)
    #expect(auto.contains("\"engine\" : \"auto\"") && auto.contains("\"betweenness\" : \"igraph\""))
    let parallel = String(decoding: try #require(try files(["--engine", "parallel"])["manifest.json"]), as: UTF8.self)
    #expect(parallel.contains("\"betweenness\" : \"parallel\"") && parallel.contains("\"pagerank\" : \"parallel\""))
    // Named only where there was a choice.
    for manifest in [auto, parallel] { #expect(!manifest.contains("\"hub\"") && !manifest.contains("\"in-degree\"")) }
  }

  @Test func samplesHaveNoEngine() throws {
    let sampled = String(decoding: try #require(try files(["--epsilon", "0.1"])["manifest.json"]), as: UTF8.self)
    #expect(!sampled.contains("\"betweenness\" : \"") && sampled.contains("\"coreness\" : \"igraph\""))
  }

  /// A study too large to list all arrangements of, so that they are drawn.
  private func madeStudy(in folder: ScratchFolder) throws -> String {
    let study = folder.url.appending(path: "made").path
    let run = try CommandRun(["generate", "--actors", "120", "--ties", "700", "--clusters", "3", "--output", study])
    try #require(run.status == 0, "\(run.errors)")
    return study
  }

  @Test func brokerageIsTheSameOnAnyNumberOfThreads() throws {
    let folder = try ScratchFolder()
    let made = try madeStudy(in: folder)
    let runs = try ["1", "2", "8"].map { threads in
      try CommandRun(["brokerage", made, "--group", "kind", "--null", "--draws", "300", "--threads", threads])
    }
    #expect(runs[0].status == 0 && runs[0].output.split(separator: "\n").count == 121, "\(runs[0].errors)")
    #expect(runs[1].output == runs[0].output && runs[2].output == runs[0].output)
    #expect(try CommandRun(["brokerage", made, "--group", "kind", "--threads", "0"]).status == 64)
  }

  @Test func wholeFoldersOfAMadeStudyAreTheSameOnAnyNumberOfThreads() throws {
    let folder = try ScratchFolder()
    let made = try madeStudy(in: folder)
    let found = try ["1", "2", "8"].map { threads in
      let output = folder.url.appending(path: threads)
      let run = try CommandRun(["analyze", made, "--draws", "99", "--threads", threads, "--output", output.path])
      try #require(run.status == 0, "\(run.errors)")
      return try ScratchFolder.contents(of: output)
    }
    #expect(found[0].keys.contains("statements.csv") && found[1] == found[0] && found[2] == found[0])
  }

  @Test func everyCommandTakesThreads() throws {
    let commands = [
      ["check", study], ["brokerage", study, "--group", "kind"], ["measures", study, "--measure", "betweenness"],
    ]
    for command in commands {
      let (alone, together) = (
        try CommandRun(command + ["--threads", "1"]), try CommandRun(command + ["--threads", "8"])
      )
      #expect(alone.status == 0 && alone.output == together.output, "\(alone.errors)")
    }
  }

  @Test func samplesAreMarked() throws {
    let files = try files(["--epsilon", "0.05"])
    let actors = String(decoding: try #require(files["actors.csv"]), as: UTF8.self)
    let heading = try #require(actors.split(separator: "\n").first)
    #expect(heading.contains("betweenness,betweenness_low,betweenness_high,harmonic_in,harmonic_in_low"))
    #expect(!heading.contains("closeness"))
    let report = String(decoding: try #require(files["report.md"]), as: UTF8.self)
    #expect(report.contains("estimated from a sample"))
    let remarks = String(decoding: try #require(files["remarks.csv"]), as: UTF8.self)
    #expect(remarks.contains("betweenness is sampled") && remarks.contains("closeness-in is not sampled"))
  }

  @Test func closenessIsSampledNormalisedOnly() throws {
    let raw = try CommandRun(["measures", study, "--measure", "closeness-in", "--epsilon", "0.1"])
    #expect(
      raw.status == 64 && raw.errors.contains("closeness-in cannot be sampled: a sample does not tell"))
    let options = ["measures", study, "--measure", "closeness-in", "--normalized"]
    let sampled = try CommandRun(options + ["--epsilon", "0.1"])
    #expect(sampled.output.hasPrefix("actor,closeness_in,closeness_in_low,closeness_in_high\n"))
    // Ten actors are all searched from.
    let exact = try CommandRun(options).output.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
    #expect(sampled.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] } == exact)
  }

  @Test func theHighestAreCertifiedByAColumn() throws {
    let run = try CommandRun(
      ["measures", study, "--measure", "harmonic-out", "--epsilon", "0.1", "--top", "3"])
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.first?.last == "harmonic_out_highest")
    #expect(rows.dropFirst().count { $0.last == "1" } >= 3 || run.errors.contains("it is not certain"))
    for wrong in [["--top", "3"], ["--epsilon", "0.1", "--top", "0"]] {
      #expect(try CommandRun(["measures", study, "--measure", "harmonic-out"] + wrong).status == 64)
    }
  }
}
