internal import Foundation

extension Workers {
  /// Does long work on a thread of its own, while the task that asks for it waits and holds none.
  ///
  /// Every computation of this library is a plain function that returns when it is done. Called from a task, it would hold
  /// one of the few threads that all tasks share; called like this it does not, and an actor that asks, the main actor
  /// too, stays free meanwhile:
  ///
  /// ```swift
  /// let scores = try await Workers.all.run { try network.betweenness(workers: $0) }
  /// ```
  ///
  /// Cancelling the task cancels the work as it would without this: within a block of it. Progress is heard as
  /// ``progress`` says.
  ///
  /// Properties: `longWorkLeavesSharedThreadsFree`, `theMainActorStaysFree`, `cancellingReachesLongWork`.
  ///
  /// - Parameter work: What is to be done, by the workers it is given, which are these.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws; ``BuzzlineError`` with the code `cancelled` if the task was cancelled.
  public func run<Result: Sendable>(_ work: @Sendable (Workers) throws -> Result) async throws -> Result {
    try await withTaskExecutorPreference(OwnThreads.shared) {
      try await Self.leavingActors { try work(self) }
    }
  }

  /// Belongs to no actor, so it runs where the task prefers to.
  @concurrent private static func leavingActors<Result: Sendable>(
    _ work: @Sendable () throws -> Result
  ) async throws -> Result {
    guard !Task.isCancelled else { throw BuzzlineError.cancelled }
    return try work()
  }
}

/// Runs each job on a new thread: there are few of them, and each takes long.
private final class OwnThreads: TaskExecutor {
  static let shared = OwnThreads()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let thread = Thread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    thread.stackSize = 8 << 20
    thread.start()
  }
}
