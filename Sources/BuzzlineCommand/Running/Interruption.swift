internal import ArgumentParser
internal import Buzzline
internal import Dispatch
internal import Foundation

/// Runs work that Ctrl-C stops.
///
/// The first signal cancels the task; kernels and igraph notice within milliseconds. What cannot be cancelled (a few
/// igraph functions) is not waited for: after forty milliseconds, or two seconds where finished work is kept and has to be
/// printed, staged output is removed and the process ends.
func interruptibly(
  keepingFinished: Bool = false, _ work: @escaping @Sendable () async throws -> Void
) async throws {
  let grace: DispatchTimeInterval = .milliseconds(keepingFinished ? 2_000 : 40)
  let task = Task.detached { try await work() }
  signal(SIGINT, SIG_IGN)
  let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global(qos: .userInteractive))
  source.setEventHandler {
    task.cancel()
    DispatchQueue.global(qos: .userInteractive).asyncAfter(deadline: .now() + grace) {
      OutputFolder.abandonAll()
      StandardError.write("\nbuzzline: \(ExitStatus.interruptionNotice)\n")
      _exit(ExitStatus.interrupted)
    }
  }
  source.activate()
  defer { source.cancel() }
  try await task.value
}

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
