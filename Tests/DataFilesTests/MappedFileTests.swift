import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import DataFiles

@Suite struct MappedFileTests {
  @Test(arguments: [0, 1, 7, 4088, 4095, 4096, 4097, 8192]) func bytesAreTheFilesAndZerosFollow(_ count: Int) throws {
    let folder = try ScratchFolder()
    let url = folder.url.appending(path: "bytes")
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 1) }
    try Data(bytes).write(to: url)
    let file = try MappedFile(url)
    #expect(Array(file.bytes) == bytes)
    let start = try #require(file.bytes.baseAddress)
    #expect((0..<16).allSatisfy { start.load(fromByteOffset: count + $0, as: UInt8.self) == 0 })
  }

  @Test func whatIsNoFileIsRefused() throws {
    let folder = try ScratchFolder()
    for url in [folder.url, folder.url.appending(path: "none")] {
      let error = #expect(throws: BuzzlineError.self) { try MappedFile(url) }
      #expect(error?.code == .noInput && error?.place.file == url.relativePath)
    }
  }
}
