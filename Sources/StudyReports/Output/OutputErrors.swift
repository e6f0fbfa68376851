internal import Foundation
internal import KnowledgeNetworks

extension BuzzlineError {
  /// A path that cannot be written, with the reason the system gives and, where room was lacking, how much it takes.
  static func cannotWrite(_ path: String, because reason: SystemReason, neededBytes: Int? = nil) -> BuzzlineError {
    let need = reason.isLackOfRoom ? neededBytes.map { "; all files together need \(byteCount($0))" } ?? "" : ""
    return BuzzlineError(.cannotWrite, "Cannot write '\(path)': \(reason.words)\(need).")
  }

  private static func byteCount(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(bytes) bytes" : "\((bytes + 999_999) / 1_000_000) MB"
  }

  /// The work was cancelled before anything was put in place.
  static func cancelledWriting(_ path: String) -> BuzzlineError {
    BuzzlineError(.cancelled, "Interrupted before '\(path)' was written; nothing was left behind.")
  }
}

/// The number by which the system says why a call failed.
struct SystemReason: Error {
  let number: Int32

  /// The reason for the call that failed last on this thread.
  static var last: SystemReason { SystemReason(number: errno) }

  var isLackOfRoom: Bool { number == ENOSPC || number == EDQUOT }

  var words: String {
    switch number {
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EACCES, EPERM: "permission is denied"
    case EROFS: "the file system is read-only"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case EISDIR: "it is a folder"
    case ENAMETOOLONG: "a name in the path is too long"
    case ELOOP: "its symbolic links lead in a circle"
    case EBUSY: "it is in use as a mount point; name a folder inside it"
    case ENOENT: "a folder of the path does not exist and cannot be made"
    default: "the system reports '\(String(cString: strerror(number)))'"
    }
  }
}
