internal import Foundation
internal import KnowledgeNetworks

/// The SHA-256 digest of a file, reckoned on a thread of its own while the file is read.
///
/// Sendable, since the digest is written before `isReckoned` is left and read after waiting for it.
final class FileDigest: @unchecked Sendable {
  private var digest = ""
  private let isReckoned = DispatchGroup()

  /// Files up to this size are not worth a thread.
  private static let small = 1 << 18

  /// Begins to reckon; at once where there is but one thread to do it.
  init(of file: MappedFile, workers: Workers) {
    guard workers.threads > 1, file.bytes.count > Self.small else {
      digest = file.digest
      return
    }
    isReckoned.enter()
    Thread.detachNewThread {
      self.digest = file.digest
      self.isReckoned.leave()
    }
  }

  init(of bytes: [UInt8]) { digest = sha256(bytes) }

  /// The digest, in hexadecimal; waits for it.
  var value: String {
    isReckoned.wait()
    return digest
  }
}
