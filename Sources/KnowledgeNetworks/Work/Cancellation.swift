/// Whether the task that asked for some work is cancelled, for blocks that take long by themselves.
package struct Cancellation: Sendable {
  // Asking a task whether it is cancelled is allowed from any thread while the task runs, as it does while its work does.
  nonisolated(unsafe) private let task: UnsafeCurrentTask?

  fileprivate init(of task: UnsafeCurrentTask?) { self.task = task }

  /// Whether what was begun should be given up.
  package var isCancelled: Bool { task?.isCancelled ?? false }
}

extension Workers {
  /// Does some work whose blocks may ask whether to give up; what is passed must not be kept beyond it.
  package func withCancellation<Result>(_ body: (Cancellation) -> Result) -> Result {
    withUnsafeCurrentTask { task in body(Cancellation(of: heedsCancelling ? task : nil)) }
  }
}
