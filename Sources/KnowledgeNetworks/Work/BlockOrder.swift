internal import Dispatch
internal import Foundation

/// Hands out blocks in order, and takes their results back in order.
///
/// Its lock is one the thread sanitizer understands, so that what it reports of our kernels is never the lock.
final class BlockOrder<Result: Sendable>: @unchecked Sendable {
  private let count: Int
  /// How many more blocks may be started before one is committed.
  private let window: DispatchSemaphore
  /// All that changes is in `state`, and `state` is touched under `lock` alone.
  private let lock = NSLock()
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

  init(count: Int, window: Int) {
    self.count = count
    self.window = DispatchSemaphore(value: window)
  }

  /// Gives back the places of blocks that wait behind one that failed: a semaphore must end as high as it began.
  deinit { for _ in state.waiting { window.signal() } }

  var isComplete: Bool { lock.withLock { state.committed == count } }

  /// Why the earliest of the blocks that failed did so.
  var failure: BuzzlineError? { lock.withLock { state.failure?.error } }

  /// The next block to compute; `nil` if there is none or the work was given up.
  func next(isCancelled: Bool) -> Int? {
    window.wait()
    let block: Int? = lock.withLock {
      if isCancelled { state.isStopped = true }
      guard !state.isStopped, state.started < count else { return nil }
      state.started += 1
      return state.started - 1
    }
    // Whoever leaves lets the next one through to learn the same.
    if block == nil { window.signal() }
    return block
  }

  /// Gives the work up because a block failed.
  func fail(_ block: Int, with error: BuzzlineError) {
    lock.withLock {
      state.isStopped = true
      if block < state.failure?.block ?? .max { state.failure = (block, error) }
      window.signal()
    }
  }

  /// Takes a result and commits all whose turn it is.
  func finish(_ block: Int, with result: Result, commit: (Int, Result) -> Void) {
    lock.withLock {
      state.waiting[block] = result
      while let next = state.waiting.removeValue(forKey: state.committed) {
        commit(state.committed, next)
        state.committed += 1
        window.signal()
      }
    }
  }
}
