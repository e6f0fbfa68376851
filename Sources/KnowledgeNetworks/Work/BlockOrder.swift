internal import Dispatch
internal import Synchronization

/// Hands out blocks in order, and takes their results back in order.
final class BlockOrder<Result: Sendable>: Sendable {
  private let count: Int
  /// How many more blocks may be started before one is committed.
  private let window: DispatchSemaphore
  private let state = Mutex(State())

  private struct State {
    var started = 0
    var committed = 0
    var isStopped = false
    /// Finished blocks whose turn has not come.
    var waiting: [Int: Result] = [:]
  }

  init(count: Int, window: Int) {
    self.count = count
    self.window = DispatchSemaphore(value: window)
  }

  var isComplete: Bool { state.withLock { $0.committed == count } }

  /// The next block to compute; `nil` if there is none or the work was given up.
  func next(isCancelled: Bool) -> Int? {
    window.wait()
    let block: Int? = state.withLock { state in
      if isCancelled { state.isStopped = true }
      guard !state.isStopped, state.started < count else { return nil }
      state.started += 1
      return state.started - 1
    }
    // Whoever leaves lets the next one through to learn the same.
    if block == nil { window.signal() }
    return block
  }

  /// Takes a result and commits all whose turn it is.
  func finish(_ block: Int, with result: Result, commit: (Int, Result) -> Void) {
    state.withLock { state in
      state.waiting[block] = result
      while let next = state.waiting.removeValue(forKey: state.committed) {
        commit(state.committed, next)
        state.committed += 1
        window.signal()
      }
    }
  }
}
