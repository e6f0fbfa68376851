import Dispatch
import Foundation
import KnowledgeNetworks
import Testing

/// Long work asked for by tasks.
///
/// Were it done on the threads that tasks share, these tests would never end.
@Suite(.timeLimit(.minutes(1))) struct AsyncWorkTests {
  @Test func longWorkLeavesSharedThreadsFree() async throws {
    let works = 4 * ProcessInfo.processInfo.activeProcessorCount
    let release = DispatchSemaphore(value: 0)
    let results = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<works {
        group.addTask {
          try await Workers.all.run { _ in
            release.wait()
            return number
          }
        }
      }
      // Needs a shared thread of its own while all the work above holds one each.
      group.addTask {
        for _ in 0..<works { release.signal() }
        return works
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(results == Set(0...works))
  }

  @Test @MainActor func theMainActorStaysFree() async throws {
    let release = DispatchSemaphore(value: 0)
    let work = Task { @MainActor in
      try await Workers.all.run { _ in
        release.wait()
        return Thread.isMainThread
      }
    }
    await Task { @MainActor in _ = release.signal() }.value
    #expect(try await work.value == false)
  }

  @Test func cancellingReachesLongWork() async throws {
    let began = DispatchSemaphore(value: 0)
    let task = Task {
      try await Workers.all.run { workers in
        try workers.map(1_000_000, work: "waiting") { block throws(BuzzlineError) in
          if block == 0 { began.signal() }
          Thread.sleep(forTimeInterval: 0.001)
          return block
        }
      }
    }
    Thread {
      began.wait()
      task.cancel()
    }.start()
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }

  @Test func aTaskCancelledBeforehandDoesNotBegin() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Workers.all.run { _ in true }
    }
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }

  @Test func workersGiveTheirProgressAndPassErrorsOn() async throws {
    let (reports, continuation) = AsyncStream.makeStream(of: Int.self)
    let workers = Workers(threads: 2) { continuation.yield($0.done) }
    let squares = try await workers.run { workers in
      try workers.map(5, work: "squares") { block throws(BuzzlineError) in block * block }
    }
    continuation.finish()
    #expect(squares == [0, 1, 4, 9, 16])
    #expect(await reports.reduce(into: [Int]()) { $0.append($1) } == [1, 2, 3, 4, 5])
    let error = await #expect(throws: BuzzlineError.self) {
      try await workers.run { _ -> Int in throw BuzzlineError(.tooLarge, "Too large.") }
    }
    #expect(error?.code == .tooLarge)
  }
}
