import DataFiles
import Foundation
import KnowledgeDiffusion
import KnowledgeNetworks
import TestNetworks
import Testing

/// `buzzline analyze --spread` adds what the library finds, and changes nothing else.
@Suite struct AnalyzeSpreadTests {
  private static let options = ["--spread", "cascade", "--probability", "0.3", "--draws", "19", "--runs", "64"]

  private func analyze(_ files: KnokeFiles, _ options: [String] = Self.options) throws -> [String: Data] {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "out")
    let run = try files.run("analyze", options + ["--output", output.path])
    try #require(run.status == 0, "\(run.errors)")
    return try ScratchFolder.contents(of: output)
  }

  private func table(_ name: String, in files: [String: Data]) throws -> CSVTable {
    try CSVTable(Array(#require(files[name])), file: name)
  }

  private func numbers(_ column: String, of table: CSVTable) throws -> [Double?] {
    let place = try #require(table.column(column), "\(column)")
    return (0..<table.rowCount).map { table.text($0, place).flatMap(Double.init) }
  }

  @Test func nothingElseChanges() throws {
    let files = try KnokeFiles()
    let plain = try analyze(files, ["--draws", "19"])
    let spread = try analyze(files)
    #expect(plain.count == 14)
    #expect(
      Set(spread.keys).subtracting(plain.keys) == ["diffusion.csv", "losses.csv", "seeds.csv", "new-ties.csv"])
    for name in ["brokerage.csv", "groups.csv", "ties.csv", "remarks.csv"] { #expect(plain[name] == spread[name]) }
    let network = try #require(plain["network.csv"])
    #expect(spread["network.csv"]?.prefix(network.count) == network)
    for name in ["manifest.json", "report.md", "findings.json"] {
      #expect(!String(decoding: try #require(plain[name]), as: UTF8.self).contains("spread"), "\(name)")
    }
  }

  @Test func figuresAreTheLibrarys() throws {
    let files = try KnokeFiles()
    let found = try analyze(files)
    let network = try files.network()
    let model = try IndependentCascade(probability: 0.3)
    let options = try SpreadOptions(runs: 64, seed: 1)
    let kinds = try network.grouping(by: .kind)
    let reach = try model.reachOfEveryActor(on: network, options: options)
    #expect(try numbers("expected_reach", of: table("actors.csv", in: found)) == Array(reach.expected))
    let groups = try model.reachOfEveryGroup(by: kinds, on: network, draws: 19, options: options)
    let diffusion = try table("diffusion.csv", in: found)
    #expect(try numbers("alone", of: diffusion) == groups.map(\.alone.mean))
    #expect(try numbers("together", of: diffusion) == groups.map(\.together.mean))
    #expect(
      try numbers("alone_more_than_others", of: diffusion) == groups.map { $0.besideOthers?.alone.difference.mean })
    #expect(try numbers("p_alone_others", of: diffusion) == groups.map { $0.besideOthers?.alone.test.pTwoSided })
    let pipelines = try model.reachThroughPipelines(by: kinds, on: network, options: options)
    #expect(
      try numbers("only_through_pipelines", of: diffusion) == pipelines.dropFirst().map(\.onlyThroughPipelines.mean))
    let losses = try network.losses(withoutEachOf: network.parts, by: model, for: .everyActor, options: options)
    #expect(try numbers("loss", of: table("losses.csv", in: found)) == losses.map(\.loss.total.loss.mean))
  }

  @Test func seedsAndTiesAreThoseOfTheirCommands() throws {
    let files = try KnokeFiles()
    let found = try analyze(files)
    let alike = ["--probability", "0.3", "--runs", "64"]
    #expect(
      try String(decoding: #require(found["seeds.csv"]), as: UTF8.self)
        == files.run("seeds", ["--count", "2"] + alike).output)
    #expect(
      try String(decoding: #require(found["new-ties.csv"]), as: UTF8.self)
        == files.run("what-if", ["--pipelines", "3"] + alike).output)
  }

  @Test(arguments: ["cascade", "linear-threshold"]) func neitherThreadsNorOrderOfRowsChangeAByte(model: String) throws {
    let options = ["--spread", model, "--draws", "19", "--runs", "64"]
    let files = try KnokeFiles()
    let alone = try analyze(files, options + ["--threads", "1"])
    for threads in ["2", "8"] { #expect(try analyze(files, options + ["--threads", threads]) == alone) }
    let shuffled = try analyze(KnokeFiles(shuffledBy: 3), options)
    for (name, data) in alone where name != "manifest.json" { #expect(shuffled[name] == data, "\(name)") }
  }

  @Test func theReportTellsIt() throws {
    let report = String(decoding: try #require(try analyze(KnokeFiles())["report.md"]), as: UTF8.self)
    for words in [
      "it comes through with the chance 0.3 (independent cascade).", "In 64 runs of this,",
      "are reached **only through pipelines**", "If the 2 chosen actors knew at the start, they would together reach",
      "those drawn at random", "The new pipelines that would add most", "would no longer reach",
      "Kempe, Kleinberg and Tardos 2003",
    ] {
      #expect(report.contains(words), "\(words)")
    }
    let manifest = String(
      decoding: try #require(try analyze(KnokeFiles())["manifest.json"]), as: UTF8.self)
    #expect(manifest.contains("\"spread\" : \"cascade\"") && manifest.contains("\"runs\" : 64"))
  }

  @Test func withoutClustersItSaysSo() throws {
    let files = try KnokeFiles(hasActors: false)
    let found = try analyze(files)
    #expect(found["new-ties.csv"] == nil && found["seeds.csv"] != nil)
    let report = String(decoding: try #require(found["report.md"]), as: UTF8.self)
    #expect(report.contains("The data hold no pipeline through which knowledge could leave a cluster."))
    #expect(report.contains("Which new pipelines would add most is not shown"))
  }

  @Test func wordsOfTheDataStayWords() throws {
    let folder = try ScratchFolder()
    try folder.write(
      "actors.csv", "id,name,kind,cluster\na,<b>A</b>,<i>k</i>,n\nb,=1+1,@k,s\nc,C,<i>k</i>,s\nd,D,@k,n\n")
    try folder.write("ties.csv", "source,target,channel\na,b,<u>x</u>\nb,c,=2+2\nc,d,<u>x</u>\n")
    let output = folder.url.appending(path: "out")
    let run = try CommandRun(["analyze", folder.url.path, "--output", output.path] + Self.options)
    #expect(run.status == 0, "\(run.errors)")
    let files = try ScratchFolder.contents(of: output)
    let page = String(decoding: try #require(files["report.html"]), as: UTF8.self)
    for markup in ["<b>A", "<i>k", "<u>x"] { #expect(!page.contains(markup)) }
    for name in ["diffusion.csv", "losses.csv", "seeds.csv", "new-ties.csv"] {
      let text = String(decoding: try #require(files[name]), as: UTF8.self)
      for formula in [",=", ",@", "\n=", "\n@"] { #expect(!text.contains(formula), "\(name)") }
    }
  }

  @Test(
    arguments: [
      (["--spread", "sir"], "Please provide one of 'cascade' and 'linear-threshold'."),
      (["--spread", "cascad"], "The value 'cascad' is invalid for '--spread <model>'."),
      (["--spread", "cascade", "--probability", "2"], "The chance of a tie lies between 0 and 1; here it is 2.0."),
      (["--spread", "cascade", "--runs", "0"], "At least one run is needed; here there are 0."),
      (["--spread", "linear-threshold", "--chance", "givers"], "has no use for --chance."),
      (["--probability", "0.2"], "--probability goes with --spread."), (["--runs", "9"], "--runs goes with --spread."),
    ] as [([String], String)])
  func isRefused(options: [String], says: String) throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "out")
    let run = try KnokeFiles().run("analyze", options + ["--output", output.path])
    #expect(run.status == 64)
    #expect(run.errors.contains(says), "said: \(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: output.path))
  }
}
