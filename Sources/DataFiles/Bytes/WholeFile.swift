package import Foundation
package import KnowledgeNetworks

/// A file that is there whole or not at all, whenever the machine stops.
///
/// The bytes go into a temporary file beside it, are handed to the disk, and only then the file takes its name. Two that
/// write the same file at once do no harm: each writes its own temporary file, and the last to finish gives the name.
package struct WholeFile: ~Copyable {
  private let url: URL
  private let temporary: String
  private var descriptor: Int32
  /// How many bytes were taken.
  package private(set) var size = 0

  /// Opens the temporary file.
  ///
  /// - Throws: `BuzzlineError` with the code `cannotWrite`, as all that follows does.
  package init(_ url: URL) throws(BuzzlineError) {
    self.url = url
    temporary = url.path + ".\(UUID().uuidString).part"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.refusal(of: url) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Takes the next bytes.
  package mutating func take(_ bytes: UnsafeRawBufferPointer) throws(BuzzlineError) {
    var written = 0
    while written < bytes.count {
      // Within bounds: no more is written than is left.
      let left = min(bytes.count - written, 1 << 30)
      let step = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: written), left)
      guard step >= 0 || errno == EINTR else { throw Self.refusal(of: url) }
      written += max(0, step)
    }
    size += bytes.count
  }

  /// Hands everything to the disk and gives the file its name.
  package consuming func finish() throws(BuzzlineError) {
    guard fsync(descriptor) == 0, rename(temporary, url.path) == 0 else { throw Self.refusal(of: url) }
    close(descriptor)
    descriptor = -1
    // The name is in the folder, which has to reach the disk as well; where a file system refuses that, it does so by itself.
    let folder = open(url.deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func refusal(of url: URL) -> BuzzlineError {
    let reason = String(cString: strerror(errno))
    return BuzzlineError(.cannotWrite, at: Place(file: url.relativePath), "The file cannot be written: \(reason).")
  }
}

extension WholeFile {
  /// Takes the next bytes.
  package mutating func take(_ bytes: [UInt8]) throws(BuzzlineError) {
    var failure: BuzzlineError?
    bytes.withUnsafeBytes { bytes in
      do throws(BuzzlineError) { try take(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Writes all bytes of a file.
  package static func write(_ bytes: [UInt8], to url: URL) throws(BuzzlineError) {
    var file = try WholeFile(url)
    try file.take(bytes)
    try file.finish()
  }
}
