internal import Foundation

/// Hands out blocks in order, and takes their results back in order.
///
/// Its lock is one the thread sanitizer understands, so that what it reports of our kernels is never the lock.
final class BlockOrder<Result: Sendable>: @unchecked Sendable {
  private let count: Int
  /// How many blocks may be started and not yet committed.
  private let window: Int
  /// All that changes is in `state`, and `state` is touched under `lock` alone.
  private let lock = NSCondition()
  private var state = State()

  private struct State {
    var started = 0
    var committed = 0
    var isStopped = false
    /// The earliest block that failed, and why.
    var failure: (block: Int, error: BuzzlineError)?
    /// Finished blocks whose turn has not come.
    var waiting: [Int: Result] = [:]
  }

  init(count: Int, window: Int) { (self.count, self.window) = (count, window) }

  var isComplete: Bool { lock.withLock { state.committed == count } }

  /// Why the earliest of the blocks that failed did so.
  var failure: BuzzlineError? { lock.withLock { state.failure?.error } }

  /// The next block to compute, once it is not too far ahead; `nil` if there is none or the work was given up.
  func next(isCancelled: Bool) -> Int? {
    lock.withLock {
      if isCancelled { stop() }
      while !state.isStopped, state.started < count, state.started - state.committed >= window { lock.wait() }
      guard !state.isStopped, state.started < count else { return nil }
      state.started += 1
      return state.started - 1
    }
  }

  /// Gives the work up because a block failed.
  func fail(_ block: Int, with error: BuzzlineError) {
    lock.withLock {
      if block < state.failure?.block ?? .max { state.failure = (block, error) }
      stop()
    }
  }

  /// Takes a result and commits all whose turn it is.
  func finish(_ block: Int, with result: Result, commit: (Int, Result) -> Void) {
    lock.withLock {
      state.waiting[block] = result
      while let next = state.waiting.removeValue(forKey: state.committed) {
        commit(state.committed, next)
        state.committed += 1
      }
      lock.broadcast()
    }
  }

  private func stop() {
    state.isStopped = true
    lock.broadcast()
  }
}
