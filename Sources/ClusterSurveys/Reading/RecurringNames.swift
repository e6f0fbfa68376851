internal import KnowledgeNetworks

/// Finds actors that may share their name with another, without keeping the names of all.
struct RecurringNames {
  /// The positions of every actor that shares its name, and of a few that do not.
  let candidates: [Int]

  private static let blockSize = 1 << 14

  /// - Complexity: O(*n*) time and space.
  init(of actors: [Actor], workers: Workers) {
    // Only to tell names apart that differ; which numbers they are is without effect.
    let hashes =
      workers.uncancelled.joined(over: actors.count, by: Self.blockSize, scratch: {}) { (_: inout Void, range) in
        range.map { UInt32(truncatingIfNeeded: actors[$0].name.hashValue) }
      } ?? []
    let mask = UInt32((32 << min(26, Int.bitWidth - actors.count.leadingZeroBitCount)) - 1)
    var (once, twice) = (BitSet(mask), BitSet(mask))
    for hash in hashes where !once.insert(hash & mask) { _ = twice.insert(hash & mask) }
    candidates = hashes.indices.filter { twice.contains(hashes[$0] & mask) }
  }
}

/// A set of numbers up to a greatest one.
private struct BitSet {
  private var words: [UInt64]

  init(_ greatest: UInt32) { words = [UInt64](repeating: 0, count: Int(greatest) / 64 + 1) }

  func contains(_ number: UInt32) -> Bool { words[Int(number >> 6)] & (1 << UInt64(number & 63)) != 0 }

  /// Adds a number; `false` if it was there.
  mutating func insert(_ number: UInt32) -> Bool {
    guard !contains(number) else { return false }
    words[Int(number >> 6)] |= 1 << UInt64(number & 63)
    return true
  }
}
