internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// How the command ends, in the numbers of `sysexits.h`: the category of the error.
enum ExitStatus {
  static let interrupted = BuzzlineError.Category.cancelled.rawValue

  /// Prints one sentence on standard error and ends the process.
  static func leave(with error: any Error) -> Never {
    guard let error = error as? BuzzlineError else { BuzzlineCommand.exit(withError: error) }
    let isCancelled = error.code.category == .cancelled
    StandardError.write("buzzline: \(isCancelled ? interruptionNotice : error.description)\n")
    exit(error.code.category.rawValue)
  }

  /// What is said when Ctrl-C ended the work, wherever it was.
  static let interruptionNotice = "Interrupted; nothing was written."
}
