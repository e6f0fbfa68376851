internal import Foundation
package import KnowledgeNetworks

#if canImport(CryptoKit)
  internal import CryptoKit
#else
  internal import CCrypto
#endif

/// The SHA-256 digest of bytes (FIPS 180-4), in hexadecimal.
///
/// - Complexity: O(size) time, O(1) space.
package func sha256(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { sha256($0) } }

package func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
  #if canImport(CryptoKit)
    let digest = Array(SHA256.hash(data: bytes))
  #else
    let digest = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { digest, count in
      count =
        SHA256(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, digest.baseAddress) == nil
        ? 0 : digest.count
    }
    precondition(digest.count == SHA256_DIGEST_LENGTH, "libcrypto digests any bytes that are in memory")
  #endif
  return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The SHA-256 digest of a file, computed on a thread of its own while the file is read.
///
/// Sendable, since the digest is written before `isComputed` is left and read after waiting for it.
package final class FileDigest: @unchecked Sendable {
  private var digest = ""
  private let isComputed = DispatchGroup()

  /// Files up to this size are not worth a thread.
  private static let small = 1 << 18

  /// Begins to compute; at once where there is but one thread to do it.
  package init(of file: MappedFile, workers: Workers) {
    guard workers.threads > 1, file.bytes.count > Self.small else {
      digest = file.digest
      return
    }
    isComputed.enter()
    Thread.detachNewThread {
      self.digest = file.digest
      self.isComputed.leave()
    }
  }

  package init(of bytes: [UInt8]) { digest = sha256(bytes) }

  /// The digest, in hexadecimal; waits for it.
  package var value: String {
    isComputed.wait()
    return digest
  }
}
