import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import StudyFindings
@testable import StudyReports

@Suite struct OutputFolderTests {
  private let files = [OutputFile("a.csv", "x\n1\n"), OutputFile("b.md", "# b\n")]
  private let manifest = Manifest(seed: 1, inputs: [], igraph: "0.10")

  private func scratch(_ body: (URL) throws -> Void) throws {
    let folder = try ScratchFolder()
    try withExtendedLifetime(folder) { try body(folder.url) }
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func writesIntoMissingParents() throws {
    try scratch { folder in
      let target = folder.appending(path: "a/b/c")
      try OutputFolder(target.path).write(files, manifest: manifest)
      #expect(try names(in: target) == ["a.csv", "b.md", "manifest.json"])
      #expect(try names(in: folder.appending(path: "a/b")) == ["c"])
    }
  }

  @Test func replacesItsOwnOutputWhole() throws {
    try scratch { folder in
      let target = folder.appending(path: "out")
      try OutputFolder(target.path).write(files, manifest: manifest)
      try OutputFolder(target.path).write([files[1]], manifest: manifest)
      #expect(try names(in: target) == ["b.md", "manifest.json"])
      #expect(try names(in: folder) == ["out"])
    }
  }

  @Test func replacesAnEmptyFolder() throws {
    try scratch { folder in
      try OutputFolder(folder.appending(path: "out").path).write(files, manifest: manifest)
      let empty = folder.appending(path: "empty")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
      try OutputFolder(empty.path).write(files, manifest: manifest)
      #expect(try names(in: empty).count == 3)
    }
  }

  @Test func refusesWhatItDidNotWrite() throws {
    try scratch { folder in
      let target = folder.appending(path: "out")
      try OutputFolder(target.path).write(files, manifest: manifest)
      try Data("mine".utf8).write(to: target.appending(path: "notes.txt"))
      let error = try #require(throws: BuzzlineError.self) {
        try OutputFolder(target.path).write(files, manifest: manifest)
      }
      #expect(error.code == .cannotWrite)
      #expect(error.message.contains("'notes.txt', which Buzzline did not write"))
      #expect(try names(in: target).contains("notes.txt"))
    }
  }

  @Test func refusesAFileInTheWay() throws {
    try scratch { folder in
      let file = folder.appending(path: "file")
      try Data().write(to: file)
      for path in [file.path, file.path + "/below"] {
        let error = try #require(throws: BuzzlineError.self) { try OutputFolder(path).validate() }
        #expect(error.code == .cannotWrite)
      }
      #expect(try names(in: folder) == ["file"])
    }
  }

  @Test func refusesTheWorkingFolder() throws {
    let error = try #require(throws: BuzzlineError.self) { try OutputFolder(".").validate() }
    #expect(error.code == .invalidOptions)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self"))) func aSystemThatRefusesIsReported() throws {
    let error = try #require(throws: BuzzlineError.self) {
      try OutputFolder("/proc/buzzline").write(files, manifest: manifest)
    }
    #expect(error.code == .cannotWrite)
    #expect(error.message.hasPrefix("Cannot write '/proc/buzzline': "))
  }

  @Test func abandonedStagingLeavesNothing() throws {
    try scratch { folder in
      let registry = StagingRegistry()
      let target = folder.appending(path: "new/out")
      let staging = try StagingFolder(for: TargetPath(target.path), shownAs: "out", in: registry)
      try staging.write([StreamedFile(files[0])])
      registry.abandonAll()
      #expect(try names(in: folder).isEmpty)
      let error = try #require(throws: BuzzlineError.self) { try staging.write([StreamedFile(files[1])]) }
      #expect(error.code == .cancelled)
    }
  }

  @Test func streamedFilesArriveInOrder() throws {
    try scratch { folder in
      let target = folder.appending(path: "out")
      let streamed = StreamedFile("big.csv") { sink in
        for number in 0..<1_000 { sink(Array("\(number)\n".utf8)) }
      }
      try OutputFolder(target.path).write(streamed: [streamed], manifest: manifest)
      let text = try String(contentsOf: target.appending(path: "big.csv"), encoding: .utf8)
      #expect(text == (0..<1_000).map { "\($0)\n" }.joined())
    }
  }

  @Test func aStreamThatGivesUpLeavesNothing() throws {
    try scratch { folder in
      let streamed = StreamedFile("big.csv") { sink throws(BuzzlineError) in
        sink([65])
        throw .cancelled
      }
      let error = try #require(throws: BuzzlineError.self) {
        try OutputFolder(folder.appending(path: "a/out").path).write(streamed: [streamed], manifest: manifest)
      }
      #expect(error.code == .cancelled)
      #expect(try names(in: folder).isEmpty)
    }
  }

  /// `/dev/full` is a disk without room.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func aFullDiskSaysHowMuchIsNeeded() throws {
    try scratch { folder in
      let registry = StagingRegistry()
      let target = TargetPath(folder.appending(path: "out").path)
      let staging = try StagingFolder(for: target, shownAs: "out", in: registry)
      let hidden = try #require(try names(in: folder).first)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + hidden + "/big.csv", withDestinationPath: "/dev/full")
      let big = StreamedFile("big.csv") { sink in
        for _ in 0..<3 { sink([UInt8](repeating: 65, count: 1_000_000)) }
      }
      let error = try #require(throws: BuzzlineError.self) { try staging.write([big, StreamedFile(files[0])]) }
      #expect(error.code == .cannotWrite)
      #expect(error.message == "Cannot write 'out/big.csv': the disk is full; all files together need 4 MB.")
      staging.abandon()
      #expect(try names(in: folder).isEmpty)
    }
  }

  @Test func aCancelledTaskWritesNothing() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "buzzline-\(UUID().uuidString)")
    let task = Task { [files, manifest] in
      while !Task.isCancelled { await Task.yield() }
      try OutputFolder(folder.path).write(files, manifest: manifest)
    }
    task.cancel()
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }
}
