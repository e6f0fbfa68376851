internal import Foundation

/// How much memory a piece of work is going to take, estimated before it takes any.
public struct MemoryNeed: Hashable, Sendable {
  /// What takes it, as a sentence begins: `Betweenness`.
  public let work: String
  /// What it takes on any number of threads.
  public let bytes: Int
  /// What each thread takes besides.
  public let bytesAThread: Int
  /// What would take less, such as `a sample of fewer actors`.
  public let advice: String

  package init(
    _ work: String, bytes: Int, bytesAThread: Int = 0, advice: String = "a part of the network, such as one wave,"
  ) {
    self.work = work
    self.bytes = bytes
    self.bytesAThread = bytesAThread
    self.advice = advice
  }

  /// What it takes on so many threads.
  public func bytes(onThreads threads: Int) -> Int { bytes + threads * bytesAThread }

  /// Why it cannot be had, and what can: one sentence; `nil` if it fits.
  ///
  /// - Parameter available: How many bytes may be taken; `nil` if nobody knows, and then nothing is refused.
  func refusal(onThreads threads: Int, available: Int?) -> String? {
    let needed = bytes(onThreads: threads)
    guard let available, needed > available else { return nil }
    let fitting = (1..<max(1, threads)).last { bytes(onThreads: $0) <= available }
    let way =
      fitting.map { "on \($0) of \(threads) threads it fits" }
      ?? "\(advice) takes less, or set a higher limit of memory"
    return "\(work) needs about \(Self.text(needed)) of memory and \(Self.text(available)) can be had; \(way)."
  }

  /// Such as `3.2 GB`.
  private static func text(_ bytes: Int) -> String {
    let units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)]
    guard let (unit, size) = units.first(where: { Double(bytes) >= $0.1 }) else { return "\(bytes) bytes" }
    let count = Double(bytes) / size
    return String(format: count < 10 ? "%.1f %@" : "%.0f %@", count, unit)
  }
}

extension Workers {
  /// Refuses work for which there is not enough memory, before it takes any.
  ///
  /// - Throws: ``BuzzlineError`` with the code `outOfMemory`, which says how much is needed, how much there is and what
  ///   to do.
  package func afford(_ need: MemoryNeed) throws(BuzzlineError) {
    if let refusal = need.refusal(onThreads: threadsTakingPart, available: memory.available) {
      throw BuzzlineError(.outOfMemory, refusal)
    }
  }
}
