import Foundation
import TestNetworks
import Testing

/// Made-up studies are written whole, the same on any number of threads, and can be read back.
@Suite struct GenerateTests {
  private func generate(_ options: [String], into output: URL) throws -> CommandRun {
    try CommandRun(["generate"] + options + ["--output", output.path])
  }

  private let size = ["--actors", "300", "--ties", "2000", "--clusters", "4", "--seed", "5"]

  @Test func whatIsGeneratedIsAnalysed() throws {
    let folder = try ScratchFolder()
    let study = folder.url.appending(path: "made/study")
    let run = try generate(size, into: study)
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    #expect(
      try ScratchFolder.contents(of: study).keys.sorted() == ["actors.csv", "manifest.json", "ties.csv", "truth.csv"])
    let check = try CommandRun(["check", study.path])
    #expect(check.output.contains("ties.csv: read as ties (utf-8, comma); 2000 rows read = 2000 used + 0 set aside"))
    #expect(check.output.contains("Actors: 300\n"))
    let output = folder.url.appending(path: "out")
    let analysis = try CommandRun(["analyze", study.path, "--draws", "99", "--output", output.path])
    #expect(analysis.status == 0, "\(analysis.errors)")
  }

  @Test func surveysAreRead() throws {
    let folder = try ScratchFolder()
    let study = folder.url.appending(path: "study")
    let options = size + ["--survey", "--respondents", "200,50", "--without-ties"]
    #expect(try generate(options, into: study).status == 0)
    #expect(
      try ScratchFolder.contents(of: study).keys.sorted()
        == ["actors.csv", "claims.csv", "manifest.json", "responses.csv", "true-ties.csv", "truth.csv"])
    let responses = try String(contentsOf: study.appending(path: "responses.csv"), encoding: .utf8)
    #expect(responses.split(separator: "\n").count == 1 + 2 * 2 * 300)
    let check = try CommandRun(["check", study.path])
    #expect(check.status == 0)
    #expect(check.output.contains("\nWave 1: 300 actors\n") && check.output.contains("\nWave 2: 300 actors\n"))
  }

  @Test func aDialectIsAnalysedWithoutMore() throws {
    let folder = try ScratchFolder()
    let (plain, export) = (folder.url.appending(path: "plain"), folder.url.appending(path: "export"))
    let options = ["--actors", "80", "--ties", "320", "--clusters", "3", "--survey", "--without-ties"]
    #expect(try generate(options, into: plain).status == 0)
    let run = try generate(options + ["--dialect", "limesurvey"], into: export)
    #expect(run.status == 0 && run.errors.contains("wrote results-survey.csv, mapping.yaml, truth.csv to"))
    let tables = try [plain, export].map { study in
      let output = folder.url.appending(path: "out-" + study.lastPathComponent)
      let analysis = try CommandRun(["analyze", study.path, "--draws", "99", "--output", output.path])
      #expect(analysis.status == 0, "\(analysis.errors)")
      return try ScratchFolder.contents(of: output)["actors.csv"]
    }
    // Who answered in part and who refused is recorded too, so that nothing computed differs.
    #expect(tables[0] != nil && tables[0] == tables[1])
  }

  @Test func threadsAreWithoutEffect() throws {
    let folder = try ScratchFolder()
    let made = try ["1", "2", "8"].map { threads in
      let study = folder.url.appending(path: threads)
      #expect(try generate(size + ["--survey", "--threads", threads], into: study).status == 0)
      return try ScratchFolder.contents(of: study)
    }
    #expect(made[0].count == 6 && made[0] == made[1] && made[0] == made[2])
  }

  @Test func ownOutputIsReplacedAndNothingElse() throws {
    let folder = try ScratchFolder()
    let study = folder.url.appending(path: "study")
    #expect(try generate(size, into: study).status == 0)
    #expect(try generate(size + ["--survey"], into: study).status == 0)
    try folder.write("study/thesis.txt", "years of work")
    #expect(try generate(size, into: study).status == 73)
    #expect(try ScratchFolder.contents(of: study).count == 7)
  }

  @Test func ctrlCLeavesNothingBehind() throws {
    let folder = try ScratchFolder()
    let process = Process()
    process.executableURL = CommandRun.programs.appending(path: "buzzline")
    process.arguments = [
      "generate", "--actors", "1000000", "--ties", "20000000", "--clusters", "50", "--output",
      folder.url.appending(path: "a/out").path,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 1)
    #expect(process.isRunning)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(try ScratchFolder.contents(of: folder.url).isEmpty)
  }

  @Test func interspinIsRemadeToTheByte() throws {
    let folder = try ScratchFolder()
    let example = ReferenceFiles.examples.appending(path: "interspin")
    let page = try String(contentsOf: example.appending(path: "README.md"), encoding: .utf8)
    // The command is taken from the page, so the page cannot be wrong.
    let printed = try #require(page.components(separatedBy: "```").first { $0.contains("buzzline generate") })
    let words = printed.replacing("\\\n", with: " ").split { $0 == " " || $0 == "\n" }.map(String.init)
    let options = try words[#require(words.firstIndex(of: "generate"))...].dropLast()
    let again = folder.url.appending(path: "again")
    #expect(try CommandRun(Array(options) + [again.path]).status == 0)
    let exports = ["excel": "excel", "limesurvey": "limesurvey-texts", "spss": "spss"]
    var kept: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: example.path) where exports[name] == nil {
      kept[name] = try Data(contentsOf: example.appending(path: name))
    }
    var remade = try ScratchFolder.contents(of: again)
    kept["README.md"] = nil
    remade["manifest.json"] = nil
    #expect(kept == remade)
    #expect(kept.values.reduce(0) { $0 + $1.count } < 1_000_000)
    #expect(page.contains("synthetic"))
    for (name, tool) in exports where WrittenExport.isBuilt(name) {
      let export = folder.url.appending(path: name)
      #expect(try CommandRun(Array(options) + [export.path, "--dialect", tool]).status == 0)
      let files = try ScratchFolder.contents(of: example.appending(path: name))
      #expect(files.count == 2 && page.contains("`--dialect \(tool)`"))
      for (file, bytes) in files {
        #expect(try bytes == Data(contentsOf: export.appending(path: file)) && bytes.count < 1_500_000)
      }
    }
  }

  @Test func interspinIsAnalysed() throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "out")
    let study = ReferenceFiles.examples.appending(path: "interspin").path
    // Few draws, since this build is slow; that groups stand out is tested on smaller studies.
    #expect(try CommandRun(["analyze", study, "--output", output.path, "--draws", "99"]).status == 0)
    let report = try String(contentsOf: output.appending(path: "report.md"), encoding: .utf8)
    #expect(report.contains("The study covers 520 actors") && report.contains("What follows is wave 2, the latest"))
    #expect(report.contains(#/\| cluster management offices \| 5 \| 9\.00 \| [^|]+ \| 3\.40 \| [^|]+ \| 61\.40 \|/#))
    #expect(report.contains("91 of 520 members answered (17.5%)"))
  }

  @Test(arguments: ["--reciprocity", "--closure", "--gatekeepers", "--external-stars"])
  func whatTheNetworkIsLikeCanBeSaid(_ option: String) throws {
    let folder = try ScratchFolder()
    let size = ["--actors", "300", "--ties", "1500", "--clusters", "3"]
    let ties = try [["0.02"], ["0.3"]].map { value in
      let output = folder.url.appending(path: "study-" + value[0])
      let run = try CommandRun(["generate"] + size + [option] + value + ["--output", output.path])
      try #require(run.status == 0, "\(run.errors)")
      return try Data(contentsOf: output.appending(path: "ties.csv"))
    }
    #expect(ties[0] != ties[1])
    let refused = try CommandRun(
      ["generate"] + size + [option, "1.5", "--output", folder.url.appending(path: "none").path])
    #expect(refused.status == 64)
  }
}

private enum WrittenExport {
  /// Whether this build can write the export of a folder.
  static func isBuilt(_ folder: String) -> Bool {
    switch folder {
    #if !Spreadsheets
      case "excel": false
    #endif
    #if !Statistics
      case "spss": false
    #endif
    default: true
    }
  }
}
