internal import Foundation

/// How much memory this process may take.
public struct MemoryBudget: Hashable, Sendable {
  /// The most bytes it may hold altogether; `nil` for what the machine still offers when it is asked.
  public let limit: Int?

  /// Sets a limit in the place of what the machine offers.
  public init(limit: Int) {
    precondition(limit >= 0, "memory is counted in bytes")
    self.limit = limit
  }

  private init() { limit = nil }

  /// What the machine offers: its free memory, the limits of the groups the process belongs to and the limit of its
  /// addresses, whichever leaves least.
  public static let machine = MemoryBudget()

  /// How many more bytes may be taken now; `nil` where the system does not say.
  public var available: Int? {
    guard let limit else { return MachineMemory.system.available }
    return max(0, limit - (MachineMemory.system.resident ?? 0))
  }
}

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
  /// Unless a limit was set, work that takes less than 16 MB is not held against what the machine offers: asking it takes
  /// a third of a millisecond, longer than such work may, and as much is taken unasked.
  ///
  /// - Throws: ``BuzzlineError`` with the code `outOfMemory`: how much is needed, how much there is and what to do.
  package func afford(_ need: MemoryNeed) throws(BuzzlineError) {
    guard memory.limit != nil || need.bytes(onThreads: threadsTakingPart) > 16 << 20 else { return }
    if let refusal = need.refusal(onThreads: threadsTakingPart, available: memory.available) {
      throw BuzzlineError(.outOfMemory, refusal)
    }
  }
}

/// What the system says of its memory: the one place that knows the machine.
struct MachineMemory {
  /// Reads a file of the system whole; `nil` where there is none.
  let read: (String) -> String?
  /// Bytes a page.
  var page = 4_096

  static var system: MachineMemory {
    MachineMemory(
      read: { path in
        FileHandle(forReadingAtPath: path).map { String(decoding: $0.readDataToEndOfFile(), as: UTF8.self) }
      }, page: Int(getpagesize()))
  }

  /// How many more bytes this process can take; `nil` where the system does not say.
  var available: Int? {
    #if os(Linux)
      ([free, leftOfAddresses] + leftInGroups).compactMap(\.self).min().map { max(0, $0) }
    #else
      Int(ProcessInfo.processInfo.physicalMemory)
    #endif
  }

  /// The bytes of memory this process holds.
  var resident: Int? { number(1, of: read("/proc/self/statm")).map { $0 * page } }

  /// What all processes together can still take without swapping.
  private var free: Int? { number(after: "MemAvailable:", in: "/proc/meminfo").map { $0 * 1_024 } }

  /// What is left of the addresses the process may use, as `ulimit -v` sets them.
  private var leftOfAddresses: Int? {
    guard let most = number(after: "Max address space", in: "/proc/self/limits"),
      let taken = number(0, of: read("/proc/self/statm"))
    else { return nil }
    return most - taken * page
  }

  /// What is left in the control groups that may limit memory: each the process belongs to and those around it.
  private var leftInGroups: [Int?] {
    (read("/proc/self/cgroup") ?? "").split(separator: "\n").flatMap { line -> [Int?] in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      let isUnified = parts[0] == "0" && parts[1].isEmpty
      guard isUnified || parts[1].split(separator: ",").contains("memory") else { return [] }
      let root = isUnified ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory"
      let names = parts[2].split(separator: "/").map(String.init)
      return (0...names.count).map { depth in
        left(inGroup: ([root] + names.prefix(depth)).joined(separator: "/"), isUnified: isUnified)
      }
    }
  }

  private func left(inGroup folder: String, isUnified: Bool) -> Int? {
    let names =
      isUnified
      ? ("memory.max", "memory.current", "inactive_file ")
      : ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file ")
    guard let most = number(0, of: read("\(folder)/\(names.0)")),
      let taken = number(0, of: read("\(folder)/\(names.1)"))
    else { return nil }
    // Pages of files that nobody uses are given back when memory is short.
    return most - taken + (number(after: names.2, in: "\(folder)/memory.stat") ?? 0)
  }

  /// The number behind some words with which a line of a file begins.
  private func number(after words: String, in path: String) -> Int? {
    let line = read(path)?.split(separator: "\n").first { $0.hasPrefix(words) }
    return number(0, of: line.map { String($0.dropFirst(words.count)) })
  }

  /// The number at a place among words; `nil` for a word such as `max` or `unlimited`.
  private func number(_ place: Int, of text: String?) -> Int? {
    let words = text?.split { $0 == " " || $0 == "\n" || $0 == "\t" } ?? []
    return words.indices.contains(place) ? Int(words[place]) : nil
  }
}
