import Foundation
import TestNetworks
import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

/// `check.py` and `check.R` recompute the numbers of the folder they lie in.
@Suite struct CheckScriptTests {
  private static func folder() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try KnokeStudy.findings().write(to: OutputFolder(scratch.url.appending(path: "out").path))
    return scratch
  }

  /// The scripts that the machine can run, each with its interpreter.
  private static let runnable = [("python3", "check.py"), ("Rscript", "check.R")].compactMap { name, script in
    Programs.path(of: name).map { (interpreter: $0, script: script) }
  }

  /// Runs a program in a folder.
  private static func run(
    _ program: String, _ arguments: [String], in folder: URL
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test func whatTheScriptsReadIsWritten() throws {
    let findings = try KnokeStudy.findings()
    let tables = Dictionary(uniqueKeysWithValues: findings.tables.map { ($0.name, $0) })
    let columns = try ["ties", "actors", "brokerage", "groups", "network"].flatMap { name in
      try #require(tables[name]).columns.map(\.heading)
    }
    let measures = Set(try #require(tables["network"]).rows.map { NumberText.shown($0[0], in: .init("measure")) })
    for (script, text) in try [("check.py", Self.text("check.py")), ("check.R", Self.text("check.R"))] {
      let ofActors = text.matches(of: /column\((?:paste0\()?"([a-z_]+)"/).map { String($0.1) }
      #expect(ofActors.count > 5)
      for name in ofActors { #expect(columns.contains { $0.hasPrefix(name) }, "\(name) in \(script)") }
      let ofNetwork = text.matches(of: /figure\((?:paste0\()?"([a-z-]+)"/).map { String($0.1) }
      #expect(ofNetwork.count > 8)
      for name in ofNetwork { #expect(measures.contains { $0.hasPrefix(name) }, "\(name) in \(script)") }
      let read = text.matches(of: /(?:row|tie|rows|groups|ours)(?:\$|\["|\[\[")([a-z_]+)/).map { String($0.1) }
      #expect(read.count > 3)
      for name in read where name != "wave" { #expect(columns.contains(name), "\(name) in \(script)") }
    }
  }

  @Test(.enabled(if: Programs.path(of: "python3") != nil)) func pythonReadsItsScript() throws {
    let scratch = try Self.folder()
    let run = try Self.run(
      #require(Programs.path(of: "python3")), ["-m", "py_compile", "check.py"], in: scratch.url.appending(path: "out"))
    #expect(run.status == 0, "\(run.text)")
  }

  /// Both agree with us, and neither does once a number is changed; without their packages they say so.
  @Test(.enabled(if: !runnable.isEmpty), arguments: runnable)
  func scriptsAgreeAndNoticeAChange(interpreter: String, script: String) throws {
    let scratch = try Self.folder()
    let folder = scratch.url.appending(path: "out")
    let run = try Self.run(interpreter, [script], in: folder)
    if run.status == 2 {
      #expect(run.text.hasPrefix("\(script) needs "), "\(run.text)")
      return
    }
    #expect(run.status == 0 && run.text.contains(" 0 differ"), "\(run.text)")
    let network = folder.appending(path: "network.csv")
    let text = try String(contentsOf: network, encoding: .utf8)
    try Data(text.replacing("\nties,49,", with: "\nties,48,").utf8).write(to: network)
    let other = try Self.run(interpreter, [script], in: folder)
    #expect(other.status == 1 && other.text.contains(" 1 differ"), "\(other.text)")
  }

  @Test func scriptsAreShortEnoughToRead() throws {
    for script in ["check.py", "check.R"] {
      let lines = try Self.text(script).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 200 && lines.allSatisfy { $0.count <= 120 }, "\(script)")
    }
  }

  private static func text(_ script: String) throws -> String {
    let scratch = try folder()
    return try String(contentsOf: scratch.url.appending(path: "out/\(script)"), encoding: .utf8)
  }
}
