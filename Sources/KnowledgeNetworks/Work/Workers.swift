internal import Dispatch
internal import Foundation

/// Who does a long computation: how many threads may take part, and who hears how far it is.
///
/// Results never depend on it: work is cut into blocks by the size of the input alone, and what blocks add up to is
/// added in the order of the blocks. Work is given up within a block of the cancellation of the task that asked for it.
public struct Workers: Sendable {
  /// The most threads that take part; there are never more than the machine has processors.
  public let threads: Int
  /// How much memory the work may take; what needs more is refused before it begins.
  public let memory: MemoryBudget
  /// Hears how far the work is, on any of the threads but never on two at once.
  public var progress: (@Sendable (WorkProgress) -> Void)?

  private(set) var heedsCancelling = true

  /// Makes workers.
  ///
  /// - Parameters:
  ///   - threads: At least 1; by default as many as the machine has processors.
  ///   - memory: How much memory the work may take; by default what the machine offers.
  ///   - progress: Hears how far the work is.
  public init(
    threads: Int? = nil, memory: MemoryBudget = .machine, progress: (@Sendable (WorkProgress) -> Void)? = nil
  ) {
    precondition(threads ?? 1 >= 1, "work needs at least one thread")
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    self.memory = memory
    self.progress = progress
  }

  /// How many threads a computation of many blocks really runs on.
  var threadsTakingPart: Int { min(threads, ProcessInfo.processInfo.activeProcessorCount) }

  /// As many threads as the machine has processors.
  public static let all = Workers()

  /// The same for short work that is finished even where the task is cancelled.
  package var uncancelled: Workers {
    var workers = self
    workers.heedsCancelling = false
    return workers
  }
}

/// How far a computation is.
public struct WorkProgress: Sendable {
  /// What is being computed, in a word or two.
  public let work: String
  /// How many parts are done.
  public let done: Int
  /// How many parts there are.
  public let total: Int

  package init(work: String, done: Int, total: Int) {
    self.work = work
    self.done = done
    self.total = total
  }
}

extension Workers {
  /// Computes every block and gives each result to `commit` in the order of the blocks, whoever computed it.
  ///
  /// Finished blocks wait for the ones before them; so that they stay few, no worker starts on a block far ahead.
  ///
  /// - Parameters:
  ///   - count: How many blocks there are; it must not depend on the number of threads.
  ///   - work: What is being computed, for those who follow its progress.
  ///   - scratch: Makes what a worker keeps from block to block.
  ///   - body: Computes one block.
  ///   - leave: Takes what a worker kept, after its last block.
  ///   - commit: Takes a block's result; never called on two threads at once.
  /// - Throws: ``BuzzlineError`` if the task was cancelled, or what `body` throws; blocks that were committed by then
  ///   stay so.
  package func forEach<Scratch, Result: Sendable>(
    of count: Int, work: String = "", scratch: @Sendable () -> Scratch,
    compute body: @Sendable (inout Scratch, Int) throws(BuzzlineError) -> Result,
    leave: @Sendable (consuming Scratch) -> Void = { _ in },
    commit: (Int, Result) -> Void
  ) throws(BuzzlineError) {
    let order = BlockOrder<Result>(count: count, window: 4 * threads)
    let progress = progress
    withoutActuallyEscaping(commit) { commit in
      // Called inside the lock of `order` alone.
      nonisolated(unsafe) let commit = commit
      withCancellation { cancellation in
        @Sendable func takePart(_: Int) {
          var own = scratch()
          while let block = order.next(isCancelled: cancellation.isCancelled) {
            do throws(BuzzlineError) {
              order.finish(block, with: try body(&own, block)) { position, result in
                commit(position, result)
                progress?(WorkProgress(work: work, done: position + 1, total: count))
              }
            } catch {
              order.fail(block, with: error)
            }
          }
          leave(own)
        }
        if threads == 1 || count < 2 {
          takePart(0)
        } else {
          DispatchQueue.concurrentPerform(iterations: min(threads, count), execute: takePart)
        }
      }
    }
    if let failure = order.failure { throw failure }
    guard order.isComplete else { throw work.isEmpty ? .cancelled : .cancelled(of: work) }
  }

  /// The same to the end, even where the task is cancelled: for short work that cannot fail.
  package func finishEach<Scratch, Result: Sendable>(
    of count: Int, scratch: @Sendable () -> Scratch, compute body: @Sendable (inout Scratch, Int) -> Result,
    commit: (Int, Result) -> Void = { _, _ in }
  ) {
    do throws(BuzzlineError) {
      try uncancelled.forEach(of: count, scratch: scratch, compute: body, commit: commit)
    } catch {
      preconditionFailure("nobody cancels this: \(error)")
    }
  }

  package func finishEach<Result: Sendable>(
    of count: Int, compute body: @Sendable (Int) -> Result, commit: (Int, Result) -> Void = { _, _ in }
  ) {
    finishEach(of: count, scratch: {}, compute: { (_: inout Void, block) in body(block) }, commit: commit)
  }

  /// The results of all blocks, in their order, even where the task is cancelled.
  package func finished<Result: Sendable>(_ count: Int, compute body: @Sendable (Int) -> Result) -> [Result] {
    var results: [Result] = []
    finishEach(of: count, compute: body) { _, result in results.append(result) }
    return results
  }

  /// The results of two works done beside one another, even where the task is cancelled.
  package func finished<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, beside second: @Sendable () -> Second
  ) -> (First, Second) {
    var results: (First?, Second?) = (nil, nil)
    finishEach(of: 2) { place -> (First?, Second?) in
      place == 0 ? (first(), nil) : (nil, second())
    } commit: { _, result in
      results = (results.0 ?? result.0, results.1 ?? result.1)
    }
    guard case (let one?, let other?) = results else { preconditionFailure("both works are finished") }
    return (one, other)
  }

  /// Computes every block; the results in the order of the blocks.
  package func map<Scratch, Result: Sendable>(
    _ count: Int, work: String = "", scratch: @Sendable () -> Scratch,
    compute body: @Sendable (inout Scratch, Int) throws(BuzzlineError) -> Result
  ) throws(BuzzlineError) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    try forEach(of: count, work: work, scratch: scratch, compute: body) { _, result in
      results.append(result)
    }
    return results
  }

  package func map<Result: Sendable>(
    _ count: Int, work: String = "", compute body: @Sendable (Int) throws(BuzzlineError) -> Result
  ) throws(BuzzlineError) -> [Result] {
    try map(count, work: work, scratch: {}) { (_: inout Void, block) throws(BuzzlineError) in try body(block) }
  }

  /// Cuts `count` things into stretches of `size`; what each stretch gives, in order.
  package func map<Result: Sendable>(
    over count: Int, by size: Int, compute body: @Sendable (Range<Int>) throws(BuzzlineError) -> Result
  ) throws(BuzzlineError) -> [Result] {
    try map((count + size - 1) / size) { block throws(BuzzlineError) in
      try body(block * size..<min(count, (block + 1) * size))
    }
  }

  /// Computes every block into what each worker keeps.
  ///
  /// Only for what adds up to the same in any order, as whole numbers do: who computed which block is left to chance.
  package func gather<Scratch: Sendable>(
    _ count: Int, work: String = "", scratch: @Sendable () -> Scratch,
    compute body: @Sendable (inout Scratch, Int) throws(BuzzlineError) -> Void
  ) throws(BuzzlineError) -> [Scratch] {
    let lock = NSLock()
    // Touched under the lock alone until all have left.
    nonisolated(unsafe) var kept: [Scratch] = []
    try forEach(
      of: count, work: work, scratch: scratch, compute: body, leave: { own in lock.withLock { kept.append(own) } },
      commit: { _, _ in })
    return kept
  }

  /// Cuts `count` things into stretches of `size` and joins what each stretch gives, in order.
  package func joined<Scratch, Element: Sendable>(
    over count: Int, by size: Int, work: String = "", scratch: @Sendable () -> Scratch,
    compute body: @Sendable (inout Scratch, Range<Int>) throws(BuzzlineError) -> [Element]
  ) throws(BuzzlineError) -> [Element] {
    var joined: [Element] = []
    joined.reserveCapacity(count)
    try forEach(of: (count + size - 1) / size, work: work, scratch: scratch) { (own, block) throws(BuzzlineError) in
      try body(&own, block * size..<min(count, (block + 1) * size))
    } commit: { _, part in
      joined += part
    }
    return joined
  }
}

/// Whether the task that asked for some work is cancelled, for blocks that take long by themselves.
package struct Cancellation: Sendable {
  // Asking a task whether it is cancelled is allowed from any thread while the task runs, as it does while its work does.
  nonisolated(unsafe) private let task: UnsafeCurrentTask?

  fileprivate init(of task: UnsafeCurrentTask?) { self.task = task }

  package var isCancelled: Bool { task?.isCancelled ?? false }
}

extension Workers {
  /// Does some work whose blocks may ask whether to give up; what is passed must not be kept beyond it.
  package func withCancellation<Value, Failure>(
    _ body: (Cancellation) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withUnsafeCurrentTask { task in
      Result { () throws(Failure) in try body(Cancellation(of: heedsCancelling ? task : nil)) }
    }.get()
  }
}
