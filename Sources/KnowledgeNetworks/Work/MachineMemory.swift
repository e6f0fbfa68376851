internal import Foundation

/// What the system says of its memory: the one place that knows the machine.
struct MachineMemory {
  /// Reads a file of the system whole; `nil` where there is none.
  let read: (String) -> String?
  /// Bytes a page.
  var page = 4_096

  /// This machine.
  static var system: MachineMemory {
    MachineMemory(
      read: { path in
        FileHandle(forReadingAtPath: path).map { String(decoding: $0.readDataToEndOfFile(), as: UTF8.self) }
      }, page: Int(getpagesize()))
  }

  /// How many more bytes this process can take; `nil` where the system does not say.
  var available: Int? {
    #if os(Linux)
      ([free, leftOfAddresses] + groups.map(left(in:))).compactMap(\.self).min().map { max(0, $0) }
    #else
      Int(ProcessInfo.processInfo.physicalMemory)
    #endif
  }

  /// The bytes of memory this process holds.
  var resident: Int? { number(1, of: read("/proc/self/statm")).map { $0 * page } }

  /// What all processes together can still take without swapping.
  private var free: Int? {
    read("/proc/meminfo")?.split(separator: "\n").first { $0.hasPrefix("MemAvailable:") }
      .flatMap { number(1, of: String($0)) }.map { $0 * 1_024 }
  }

  /// What is left of the addresses the process may use, as `ulimit -v` sets them.
  private var leftOfAddresses: Int? {
    let name = "Max address space"
    let line = read("/proc/self/limits")?.split(separator: "\n").first { $0.hasPrefix(name) }
    guard let line, let most = number(0, of: String(line.dropFirst(name.count))),
      let taken = number(0, of: read("/proc/self/statm"))
    else { return nil }
    return most - taken * page
  }

  /// The control groups that may limit memory: each the process belongs to and those around it.
  private var groups: [ControlGroup] {
    (read("/proc/self/cgroup") ?? "").split(separator: "\n").flatMap { line -> [ControlGroup] in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      let isUnified = parts[0] == "0" && parts[1].isEmpty
      guard isUnified || parts[1].split(separator: ",").contains("memory") else { return [] }
      let root = isUnified ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory"
      let names = parts[2].split(separator: "/").map(String.init)
      return (0...names.count).map { depth in
        ControlGroup(folder: ([root] + names.prefix(depth)).joined(separator: "/"), isUnified: isUnified)
      }
    }
  }

  private func left(in group: ControlGroup) -> Int? {
    let names =
      group.isUnified
      ? ("memory.max", "memory.current", "inactive_file")
      : ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")
    guard let most = number(0, of: read("\(group.folder)/\(names.0)")),
      let taken = number(0, of: read("\(group.folder)/\(names.1)"))
    else { return nil }
    // Pages of files that nobody uses are given back when memory is short.
    let reclaimable = read("\(group.folder)/memory.stat")?.split(separator: "\n").first { $0.hasPrefix(names.2 + " ") }
    return most - taken + (reclaimable.flatMap { number(1, of: String($0)) } ?? 0)
  }

  /// The number at a place among words; `nil` for a word such as `max` or `unlimited`.
  private func number(_ place: Int, of text: String?) -> Int? {
    let words = text?.split { $0 == " " || $0 == "\n" || $0 == "\t" } ?? []
    return words.indices.contains(place) ? Int(words[place]) : nil
  }
}

private struct ControlGroup {
  let folder: String
  let isUnified: Bool
}
