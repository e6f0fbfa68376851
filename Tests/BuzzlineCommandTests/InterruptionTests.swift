import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Ctrl-C ends the command with its status and leaves nothing behind.
@Suite struct InterruptionTests {
  @Test func ctrlCLeavesNothingBehind() throws {
    let folder = try ScratchFolder()
    var generator = SeededGenerator(seed: 4)
    var ties = "source,target\n"
    for _ in 0..<60_000 { ties += "a\(generator.below(6_000)),b\(generator.below(6_000))\n" }
    let process = Process()
    process.executableURL = CommandRun.programs.appending(path: "buzzline")
    process.arguments = [
      "analyze", try folder.write("ties.csv", ties), "--output", folder.url.appending(path: "out").path,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 2)
    #expect(process.isRunning)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["ties.csv"])
  }
}
