import KnowledgeNetworks
import Synchronization
import Testing

@Suite struct WorkersTests {
  @Test(arguments: [1, 2, 8]) func resultsComeInTheOrderOfTheBlocks(threads: Int) throws {
    let workers = Workers(threads: threads)
    #expect(try workers.map(1_000) { $0 * $0 } == (0..<1_000).map { $0 * $0 })
    #expect(try workers.map(0) { $0 } == [])
    #expect(
      try workers.joined(over: 10, by: 3, scratch: {}) { (_: inout Void, range) in Array(range) } == Array(0..<10))
  }

  @Test(arguments: [1, 2, 8]) func whatWorkersKeepHoldsEveryBlockOnce(threads: Int) throws {
    let kept = try Workers(threads: threads).gather(500) {
      [Int]()
    } compute: { own, block in
      own.append(block)
    }
    #expect(kept.count <= threads)
    #expect(kept.flatMap(\.self).sorted() == Array(0..<500))
  }

  @Test func progressIsToldOnceABlockAndInOrder() throws {
    let heard = Mutex<[Int]>([])
    let workers = Workers(threads: 4) { progress in heard.withLock { $0.append(progress.done) } }
    _ = try workers.map(50) { $0 }
    #expect(heard.withLock { $0 } == Array(1...50))
  }

  @Test(arguments: [1, 2, 8]) func cancelledWorkThrows(threads: Int) async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try Workers(threads: threads).map(100) { $0 }
    }
    await #expect(throws: BuzzlineError.cancelled) { try await task.value }
  }

  @Test(arguments: [1, 2, 8]) func theEarliestFailureIsThrown(threads: Int) {
    let workers = Workers(threads: threads)
    #expect(throws: BuzzlineError(.tooLarge, "Block 3.")) {
      try workers.map(1_000) { block throws(BuzzlineError) in
        if block == 3 { throw BuzzlineError(.tooLarge, "Block \(block).") }
        return block
      }
    }
  }

  @Test func workCancelledOnTheWayStops() async {
    let done = Atomic(0)
    let work = Task {
      let task = withUnsafeCurrentTask { $0 }
      nonisolated(unsafe) let current = task
      return try Workers(threads: 2).map(10_000) { block in
        if block == 10 { current?.cancel() }
        return done.wrappingAdd(1, ordering: .relaxed).newValue
      }
    }
    await #expect(throws: BuzzlineError.cancelled) { try await work.value }
    #expect(done.load(ordering: .relaxed) < 10_000)
  }
}
