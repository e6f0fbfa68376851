import Foundation
import TestNetworks
import Testing

/// What needs more memory than there is ends before it begins, with its own status and one sentence.
@Suite struct MemoryTests {
  private let study = ReferenceFiles.examples.appending(path: "knoke").path

  private func expectRefusal(_ run: CommandRun, of work: String) {
    #expect(run.status == 71 && run.output.isEmpty)
    #expect(
      run.errors.hasPrefix("buzzline: \(work) needs about ") && run.errors.contains("can be had;"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func nothingIsReadOrWrittenBeyondTheLimit() throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "a/out").path
    expectRefusal(try CommandRun(["analyze", study, "--memory", "1M", "--output", output]), of: "Reading")
    for command in [["check"], ["measures", "--measure", "betweenness"], ["brokerage", "--group", "kind"]] {
      expectRefusal(try CommandRun(command + [study, "--memory", "1M"]), of: "Reading")
    }
    #expect(try ScratchFolder.contents(of: folder.url).isEmpty)
  }

  @Test func nothingIsGeneratedBeyondTheLimit() throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "a/out").path
    let size = ["--actors", "1000000", "--ties", "900000000", "--clusters", "10"]
    expectRefusal(try CommandRun(["generate"] + size + ["--memory", "1G", "--output", output]), of: "The network")
    #expect(try ScratchFolder.contents(of: folder.url).isEmpty)
  }

  @Test func aLimitOfTheShellHolds() throws {
    let folder = try ScratchFolder()
    let claims = folder.url.appending(path: "claims.csv")
    // A file of holes: as large as it has to be, and nothing on the disk.
    try Data().write(to: claims)
    try FileHandle(forWritingTo: claims).truncate(atOffset: 200_000_000)
    let buzzline = CommandRun.programs.appending(path: "buzzline").path
    let run = try CommandRun(
      ["-c", "ulimit -v 4000000; exec '\(buzzline)' check '\(folder.url.path)'"], at: URL(filePath: "/bin/sh"))
    expectRefusal(run, of: "Reading")
    #expect(run.errors.contains("Reading needs about 6.4 GB of memory"))
  }

  @Test(arguments: ["0", "2X", "G", "", "1.5G", "9999999999999G"])
  func sizesAreWholeNumbersWithAUnit(size: String) throws {
    let run = try CommandRun(["check", study, "--memory", size])
    #expect(run.status == 64 && run.errors.contains("is no size of memory"), "\(run.errors)")
  }

  @Test func enoughIsEnough() throws {
    let plain = try CommandRun(["measures", study, "--measure", "betweenness"])
    #expect(try CommandRun(["measures", study, "--measure", "betweenness", "--memory", "1g"]).output == plain.output)
  }
}
