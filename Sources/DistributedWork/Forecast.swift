internal import DataFiles
internal import Foundation
internal import GraphFiles
public import KnowledgeNetworks

/// How long the tasks of a plan take, and how much memory: foretold from a pilot of a few of their batches.
public struct Forecast: Hashable, Codable, Sendable {
  /// How long one task takes on this machine with as many threads, in seconds.
  public let secondsATask: Double
  /// How long all tasks take one after the other, in seconds.
  public let seconds: Double
  /// About how many bytes of memory a task holds.
  public let bytesATask: Int
  /// How many batches the pilot did.
  public let batchesTried: Int
  /// How many batches there are.
  public let batches: Int
  /// How long the pilot took, in seconds.
  public let pilotSeconds: Double
}

extension WorkFolder {
  /// The pilot ends after about as many seconds a computation.
  private static let patience = 4.0
  /// What the program holds by itself, in bytes.
  private static let ownBytes = 40 << 20

  /// Does about 1 % of the batches, spread evenly over all, and reckons from them.
  ///
  /// Reading the network and making the work ready are timed as well, since every task does both. Nothing is kept.
  ///
  /// - Throws: `BuzzlineError` as ``run(task:workers:)`` does.
  public func forecast(workers: Workers = .all) throws(BuzzlineError) -> Forecast {
    let clock = ContinuousClock()
    let start = clock.now
    let packed = try PackedNetwork(contentsOf: networkFile, workers: workers)
    let prepared = try plan.work.prepared(on: packed.network, workers: workers)
    let counts = prepared.work.batchCounts
    let opening = (clock.now - start).inSeconds
    var (tried, batchSeconds) = (0, 0.0)
    for (computation, count) in counts.enumerated() where count > 0 {
      let pilot = try pilot(prepared.work, computation, of: count, workers: workers)
      tried += pilot.batches
      batchSeconds += pilot.seconds * Double(count) / Double(pilot.batches)
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: networkFile.path)[.size] as? Int) ?? 0
    return Forecast(
      secondsATask: opening + batchSeconds / Double(plan.tasks),
      seconds: Double(plan.tasks) * opening + batchSeconds,
      bytesATask: Self.ownBytes + 2 * size + prepared.work.memory.bytes(onThreads: workers.threads),
      batchesTried: tried, batches: counts.reduce(0, +), pilotSeconds: (clock.now - start).inSeconds)
  }

  /// Does runs of batches from the middles of even stretches.
  private func pilot(
    _ work: any DividedWork, _ computation: Int, of count: Int, workers: Workers
  ) throws(BuzzlineError) -> (batches: Int, seconds: Double) {
    // So many at once that no thread waits long for the last.
    let size = min(count, 4 * workers.threads)
    let runs = max(1, min(count / size, (count + 99) / 100 / size + 3))
    let clock = ContinuousClock()
    var (batches, seconds) = (0, 0.0)
    for run in 0..<runs where seconds < Self.patience {
      let middle = (2 * run + 1) * count / (2 * runs)
      let first = max(0, min(count - size, middle - size / 2))
      let start = clock.now
      _ = try work.part(of: computation, batches: first..<first + size, workers: workers)
      seconds += (clock.now - start).inSeconds
      batches += size
    }
    return (batches, seconds)
  }
}

extension Duration {
  fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
