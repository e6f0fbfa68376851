import Dispatch
import Foundation
import IGraph
import KnowledgeNetworks
import Testing

@Suite struct GateTests {
  /// A ring of actors, each giving to the next.
  static func ring(_ size: UInt32) throws -> Graph {
    try Graph(actorCount: Int(size), ties: (0..<size).flatMap { [$0, ($0 + 1) % size] }, isDirected: true)
  }

  static func randomTies(_ actorCount: Int, count: Int, seed: UInt64) -> [UInt32] {
    var generator = SeededGenerator(seed: seed)
    return (0..<2 * count).map { _ in UInt32(generator.below(actorCount)) }
  }

  @Test func theIgraphThatRunsIsTheOneBuiltAgainst() {
    #expect(Gate.loadedVersion == Gate.igraphVersion)
  }

  /// igraph 1.0 keeps its handlers by thread: each new thread must have ours, or an error ends the process.
  @Test(arguments: 0..<4)
  func errorsAndProgressComeOnEveryThread(turn: Int) async throws {
    let shares: (Int, IGraphError?) = await withCheckedContinuation { continuation in
      Thread {
        let shares = Shares()
        do throws(IGraphError) {
          let graph = try Graph(actorCount: 3, ties: [0, 1, 1, 2], isDirected: true)
          _ = try graph.betweenness(progress: shares.add)
          _ = try graph.closeness(.outgoing, lengths: [1, 0])
          continuation.resume(returning: (shares.all.count, nil))
        } catch {
          continuation.resume(returning: (shares.all.count, error))
        }
      }.start()
    }
    #expect(shares.0 > 0)
    #expect(shares.1?.code == .invalidInput)
  }

  @Test func twentyThousandConcurrentCallsGiveTheSerialResults() async throws {
    @Sendable func scores(_ call: Int) throws -> [Double] {
      let graph = try Self.ring(3 + UInt32(call / 4 % 8))
      return switch call % 4 {
      case 0: try graph.betweenness().value
      case 1: try graph.harmonic(.outgoing).value
      case 2: try graph.pageRank(damping: 0.85).value
      default: try graph.coreness(.both).value
      }
    }
    let serial = try (0..<32).map(scores)
    let differences = try await withThrowingTaskGroup(of: Bool.self) { group in
      for call in 0..<20_000 { group.addTask { try scores(call) != serial[call % 32] } }
      return try await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(differences.count == 20_000)
    #expect(!differences.contains(true))
    #expect(Gate.cleanupStackSize == 0)
  }

  @Test func oneGraphServesManyTasks() async throws {
    let graph = try GraphBox(Self.ring(5))
    let results = try await withThrowingTaskGroup(of: [Double].self) { group in
      for _ in 0..<500 { group.addTask { try graph.graph.betweenness().value } }
      return try await group.reduce(into: [[Double]]()) { $0.append($1) }
    }
    #expect(Set(results) == [[6, 6, 6, 6, 6]])
  }

  @Test func anErrorLeavesNothingBehind() throws {
    let graph = try Self.ring(5)
    let error = #expect(throws: IGraphError.self) { try graph.closeness(.outgoing, lengths: [1, 0, 1, 1, 1]) }
    #expect(error?.code == .invalidInput)
    #expect(error?.function == "igraph_closeness")
    #expect(error?.file?.hasSuffix(".c") == true)
    #expect(try #require(error?.line) > 0)
    #expect(error?.message.contains("eight vector") == true)
    #expect(Gate.cleanupStackSize == 0)
    #expect(try graph.closeness(.outgoing).value == [0.1, 0.1, 0.1, 0.1, 0.1])
  }

  @Test func aCancelledTaskStopsALongCall() async throws {
    let ties = Self.randomTies(3_000, count: 60_000, seed: 1)
    let (isUnderWay, isCancelled) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let task = Task {
      let graph = try Graph(actorCount: 3_000, ties: ties, isDirected: true)
      return try graph.betweenness(progress: { share in
        guard share > 0, !Task.isCancelled else { return }
        isUnderWay.signal()
        isCancelled.wait()
      }).value.count
    }
    Thread {
      isUnderWay.wait()
      task.cancel()
      isCancelled.signal()
    }.start()
    let error = await #expect(throws: IGraphError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(error?.function == "igraph_betweenness")
    #expect(Gate.cleanupStackSize == 0)
    #expect(try Self.ring(3).betweenness().value == [1, 1, 1])
  }

  @Test(arguments: [TieSide.outgoing, .incoming, .both])
  func cancellingReachesPathMeasures(side: TieSide) async throws {
    let ties = Self.randomTies(1_000, count: 5_000, seed: 2)
    let cancelling: Gate.Progress = { if $0 > 0 { withUnsafeCurrentTask { $0?.cancel() } } }
    for asksHarmonic in [false, true] {
      let task = Task {
        let graph = try Graph(actorCount: 1_000, ties: ties, isDirected: true)
        return asksHarmonic
          ? try graph.harmonic(side, progress: cancelling).value.count
          : try graph.closeness(side, progress: cancelling).value.count
      }
      let error = await #expect(throws: IGraphError.self) { try await task.value }
      #expect(error?.code == .cancelled)
    }
    #expect(Gate.cleanupStackSize == 0)
  }

  @Test func aTaskCancelledBeforehandDoesNotGetIn() async throws {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try Self.ring(3).betweenness().value
    }
    let error = await #expect(throws: IGraphError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }

  @Test func warningsComeWithTheAnswer() throws {
    let chain = try Graph(actorCount: 3, ties: [0, 1, 1, 2], isDirected: true)
    let answer = try chain.eigenvector()
    // Nobody receives from a cycle. What igraph makes of that differs by version; our own engine does not ask it.
    #expect(answer.value == (Gate.igraphVersion.hasPrefix("0.") ? [0, 0, 0] : [0, 0, 1]))
    #expect(answer.warnings.count == 1)
    #expect(answer.warnings.first?.contains("acyclic") == true)
    #expect(try chain.betweenness().warnings.isEmpty)
  }

  @Test func progressRisesToOneInAtMostAHundredSteps() throws {
    let ties = Self.randomTies(1_000, count: 3_000, seed: 3)
    let graph = try Graph(actorCount: 1_000, ties: ties, isDirected: true)
    let shares = Shares()
    _ = try graph.betweenness(progress: shares.add)
    #expect(shares.all.count > 50 && shares.all.count <= 101)
    #expect(shares.all == shares.all.sorted())
    #expect(shares.all.first == 0 && shares.all.last == 1)
  }

  @Test func callingFromAProgressCallbackIsRefused() async {
    await #expect(processExitsWith: .failure) {
      let graph = try GateTests.ring(5)
      _ = try graph.betweenness(progress: { _ in _ = Gate.cleanupStackSize })
    }
  }
}

/// A graph that several tasks can hold.
private final class GraphBox: Sendable {
  let graph: Graph
  init(_ graph: consuming Graph) { self.graph = graph }
}

/// Shares as a call reported them.
// The callback runs on the thread that waits for the call, so nothing here is touched by two threads at once.
private final class Shares: @unchecked Sendable {
  private(set) var all: [Double] = []
  @Sendable func add(_ share: Double) { all.append(share) }
}
