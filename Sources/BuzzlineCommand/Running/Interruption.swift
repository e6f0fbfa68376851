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
