internal import KnowledgeNetworks

/// Finds things that may share their name with another, without keeping the names of all.
struct RecurringNames {
  /// The positions of everything that shares its name, and of a few that do not.
  let candidates: [Int]

  private static let blockSize = 1 << 14

  /// Looks for actors of one name.
  ///
  /// - Complexity: O(*n*) time and space.
  init(of actors: [NetworkActor], workers: Workers) {
    // Only to tell names apart that differ; which numbers they are is without effect.
    self.init(actors.count, workers: workers) { actors[$0].name.hashValue }
  }

  /// Looks for equal numbers, which equal names have.
  ///
  /// - Complexity: O(*n*) time and space.
  init(_ count: Int, workers: Workers, hash: @Sendable (Int) -> Int) {
    let hashes = workers.finished((count + Self.blockSize - 1) / Self.blockSize) { block in
      (block * Self.blockSize..<min(count, (block + 1) * Self.blockSize)).map { UInt64(bitPattern: Int64(hash($0))) }
    }.flatMap(\.self)
    let width = UInt64(min(32, 5 + Int.bitWidth - count.leadingZeroBitCount))
    let mask = (1 as UInt64) << width - 1
    var (once, twice) = (BitSet(mask), BitSet(mask))
    for hash in hashes where !once.insert(hash & mask) { _ = twice.insert(hash & mask) }
    let alike = hashes.indices.filter { twice.contains(hashes[$0] & mask) }
    var counts: [UInt64: Int] = [:]
    for actor in alike { counts[hashes[actor], default: 0] += 1 }
    candidates = alike.filter { counts[hashes[$0]] ?? 0 > 1 }
  }
}

/// A set of numbers up to a greatest one.
private struct BitSet {
  private var words: [UInt64]

  init(_ greatest: UInt64) { words = [UInt64](repeating: 0, count: Int(greatest) / 64 + 1) }

  func contains(_ number: UInt64) -> Bool { words[Int(number >> 6)] & (1 << (number & 63)) != 0 }

  /// Adds a number; `false` if it was there.
  mutating func insert(_ number: UInt64) -> Bool {
    guard !contains(number) else { return false }
    words[Int(number >> 6)] |= 1 << (number & 63)
    return true
  }
}
