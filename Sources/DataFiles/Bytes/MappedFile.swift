package import Foundation
package import KnowledgeNetworks

/// A file's bytes as the system maps them, without a copy.
///
/// Zero bytes follow the last one, so that eight bytes may be read at once from any of them. Whoever shortens a file
/// while it is mapped stops the program; so it is with every program that maps files.
///
/// Sendable, since nothing is written after it was made.
package final class MappedFile: @unchecked Sendable {
  package let bytes: UnsafeRawBufferPointer
  private let length: Int

  /// At least so many zero bytes follow the file's own.
  private static let padding = 16

  /// Maps a file.
  ///
  /// - Throws: `BuzzlineError` if there is no such file, or it is no regular one and cannot be mapped.
  package init(_ url: URL) throws(BuzzlineError) {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw BuzzlineError(.noInput, at: Place(file: url.relativePath), "There is no such file, or it cannot be read.")
    }
    let count = Int(status.st_size)
    // Empty memory first, then the file over its beginning.
    let base = mmap(nil, count + Self.padding, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let base, base != MAP_FAILED else { throw Self.unmapped(url) }
    if count > 0 {
      guard mmap(base, count, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) == base else {
        munmap(base, count + Self.padding)
        throw Self.unmapped(url)
      }
      madvise(base, count, MADV_WILLNEED)
    }
    bytes = UnsafeRawBufferPointer(start: base, count: count)
    length = count + Self.padding
  }

  /// A copy of the bytes, which outlives the file.
  package var copiedBytes: [UInt8] { withExtendedLifetime(self) { Array(bytes) } }

  package var digest: String { withExtendedLifetime(self) { sha256(bytes) } }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), length) }

  private static func unmapped(_ url: URL) -> BuzzlineError {
    BuzzlineError(.noInput, at: Place(file: url.relativePath), "The file cannot be mapped into memory.")
  }
}

/// Input that can be read only once: standard input, a pipe.
package enum InputStream {
  /// Whether a path names one; `-` is standard input.
  package static func isStream(_ url: URL) -> Bool {
    if isStandardInput(url) { return true }
    var status = stat()
    guard stat(url.path, &status) == 0 else { return false }
    return [S_IFIFO, S_IFCHR, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  private static func isStandardInput(_ url: URL) -> Bool {
    url.relativePath == "-" || url.relativePath == "/dev/stdin"
  }

  /// All that comes.
  package static func bytes(of url: URL) throws(BuzzlineError) -> [UInt8] {
    do {
      let handle = isStandardInput(url) ? .standardInput : try FileHandle(forReadingFrom: url)
      return Array(try handle.readToEnd() ?? Data())
    } catch {
      throw BuzzlineError(.noInput, at: Place(file: url.relativePath), "This cannot be read.")
    }
  }
}
