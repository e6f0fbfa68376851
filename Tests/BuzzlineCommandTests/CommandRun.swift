import Foundation
import Testing

/// One run of the command as a program: what it printed and how it ended.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// Runs a program that was built beside the tests.
  init(
    _ arguments: [String], program: String = "buzzline", in folder: URL? = nil, interruptedAfter seconds: Double? = nil
  ) throws {
    try self.init(
      arguments, at: Self.programs.appending(path: program), in: folder, interruptedAfter: seconds)
  }

  /// Runs any program, and stops it with Ctrl-C where seconds are given.
  init(
    _ arguments: [String], at program: URL, in folder: URL? = nil, interruptedAfter seconds: Double? = nil
  ) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Both pipes are drained at once, or a program that fills one would wait for ever.
    let errorText = Mailbox()
    let drained = DispatchGroup()
    DispatchQueue.global().async(group: drained) {
      errorText.data = errors.fileHandleForReading.readDataToEndOfFile()
    }
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      process.interrupt()
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    drained.wait()
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = String(decoding: data, as: UTF8.self)
    self.errors = String(decoding: errorText.data, as: UTF8.self)
  }

  /// What it printed as JSON, read back.
  func finding<Found: Decodable>() throws -> Found {
    try #require(status == 0, "\(errors)")
    return try JSONDecoder().decode(Found.self, from: Data(output.utf8))
  }

  /// Where the build put its programs: beside the test bundle.
  static let programs = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
}

/// Carries bytes from one queue to another; written before the group is left, read after it was waited for.
private final class Mailbox: @unchecked Sendable {
  var data = Data()
}
