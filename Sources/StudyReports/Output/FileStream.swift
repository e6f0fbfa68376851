internal import Foundation

/// A file that takes bytes one piece after the other; from the first refusal on it only counts them.
struct FileStream {
  /// How many bytes were taken, written or not.
  private(set) var size = 0
  private var descriptor: Int32 = -1
  private var failure: SystemReason?

  /// Opens a new or existing file, or only counts.
  init(_ path: String, isCounting: Bool = false) {
    guard !isCounting else { return }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { failure = .last }
  }

  mutating func take(_ bytes: [UInt8]) {
    size += bytes.count
    guard descriptor >= 0, failure == nil else { return }
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let step = write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if step >= 0 {
          written += step
        } else if errno != EINTR {
          failure = .last
          return
        }
      }
    }
  }

  /// Closes the file; why it could not be written, if so.
  mutating func finish() -> SystemReason? {
    if descriptor >= 0 && close(descriptor) != 0 && failure == nil { failure = .last }
    descriptor = -1
    return failure
  }
}
