import KnowledgeNetworks
import Synchronization
import Testing

@Suite struct WorkersTests {
  @Test(arguments: [1, 2, 8]) func resultsComeInTheOrderOfTheBlocks(threads: Int) {
    let workers = Workers(threads: threads)
    #expect(workers.map(1_000) { $0 * $0 } == (0..<1_000).map { $0 * $0 })
    #expect(workers.map(0) { $0 } == [])
    #expect(workers.joined(over: 10, by: 3, scratch: {}) { (_: inout Void, range) in Array(range) } == Array(0..<10))
  }

  @Test(arguments: [1, 2, 8]) func whatWorkersKeepHoldsEveryBlockOnce(threads: Int) throws {
    let kept = try #require(
      Workers(threads: threads).gather(500) {
        [Int]()
      } compute: { own, block in
        own.append(block)
      })
    #expect(kept.count <= threads)
    #expect(kept.flatMap(\.self).sorted() == Array(0..<500))
  }

  @Test func progressIsToldOnceABlockAndInOrder() {
    let heard = Mutex<[Int]>([])
    let workers = Workers(threads: 4) { progress in heard.withLock { $0.append(progress.done) } }
    _ = workers.map(50) { $0 }
    #expect(heard.withLock { $0 } == Array(1...50))
  }

  @Test(arguments: [1, 2, 8]) func cancelledWorkGivesNothing(threads: Int) async {
    let result = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return Workers(threads: threads).map(100) { $0 }
    }.value
    #expect(result == nil)
  }

  @Test func workCancelledOnTheWayStops() async {
    let done = Atomic(0)
    let result = await Task {
      let task = withUnsafeCurrentTask { $0 }
      nonisolated(unsafe) let current = task
      return Workers(threads: 2).map(10_000) { block in
        if block == 10 { current?.cancel() }
        return done.wrappingAdd(1, ordering: .relaxed).newValue
      }
    }.value
    #expect(result == nil)
    #expect(done.load(ordering: .relaxed) < 10_000)
  }
}
