internal import KnowledgeNetworks

/// The order of identifiers in which people look them up: `n2` before `n10`.
///
/// The keys of `NaturalOrder` are sorted by their bytes, eight at a time: what all have in common is skipped, the next
/// eight bytes are the digits of a radix sort, and those that agree in them are sorted by what follows.
struct IdentifierOrder {
  /// The positions of the identifiers, ascending by identifier.
  private(set) var positions: [UInt32]
  /// Whether they stood so.
  let isAscending: Bool
  private let texts: IdentifierKeys
  private var keys: [UInt64]

  /// Orders identifiers, no two of which are equal.
  ///
  /// - Complexity: O(*n* *l*) time for *n* identifiers of *l* bytes; as much space as they take.
  init(of ids: [String]) {
    texts = IdentifierKeys(of: ids)
    positions = ids.indices.map(UInt32.init)
    isAscending = texts.ascend
    keys = isAscending ? [] : [UInt64](repeating: 0, count: ids.count)
    if !isAscending { sort(0..<ids.count, from: 0) }
  }

  /// Where each identifier goes.
  var ranks: [UInt32] {
    var ranks = positions
    for (rank, position) in positions.enumerated() { ranks[Int(position)] = UInt32(rank) }
    return ranks
  }

  /// Sorts identifiers that agree in so many bytes.
  private mutating func sort(_ range: Range<Int>, from depth: Int) {
    guard let start = common(range, from: depth) else { return }
    for place in range { keys[place] = texts.word(of: positions[place], from: start) }
    if range.count < 512 { sortByComparing(range) } else { sortByDigits(range) }
    var first = range.lowerBound
    for place in range.dropFirst() where keys[place] != keys[first] {
      sort(first..<place, from: start + 8)
      first = place
    }
    // A run as long as all of them would be sorted by nothing new.
    if first > range.lowerBound { sort(first..<range.upperBound, from: start + 8) }
  }

  /// In how many bytes identifiers agree that agree in some already; `nil` where there is nothing to sort.
  private func common(_ range: Range<Int>, from depth: Int) -> Int? {
    guard range.count > 1 else { return nil }
    let first = positions[range.lowerBound]
    var common = max(0, texts.length(of: first) - depth)
    for place in range.dropFirst() where common > 0 {
      common = min(common, texts.agreement(of: first, with: positions[place], from: depth))
    }
    return depth + common
  }

  private mutating func sortByComparing(_ range: Range<Int>) {
    let sorted = range.map { (key: keys[$0], position: positions[$0]) }.sorted { $0.key < $1.key }
    for (place, entry) in zip(range, sorted) { (keys[place], positions[place]) = entry }
  }

  /// A stable counting sort a byte, the last byte first; bytes that are the same in all keys are passed over.
  private mutating func sortByDigits(_ range: Range<Int>) {
    var (sortedKeys, sortedPositions) = (Array(keys[range]), Array(positions[range]))
    var (nextKeys, nextPositions) = (sortedKeys, sortedPositions)
    for shift in stride(from: 0, to: 64, by: 8) {
      var next = [Int](repeating: 0, count: 257)
      for key in sortedKeys { next[Int(key >> shift & 0xFF) + 1] += 1 }
      if next.contains(range.count) { continue }
      for digit in 0..<256 { next[digit + 1] += next[digit] }
      for place in sortedKeys.indices {
        let digit = Int(sortedKeys[place] >> shift & 0xFF)
        nextKeys[next[digit]] = sortedKeys[place]
        nextPositions[next[digit]] = sortedPositions[place]
        next[digit] += 1
      }
      swap(&sortedKeys, &nextKeys)
      swap(&sortedPositions, &nextPositions)
    }
    keys.replaceSubrange(range, with: sortedKeys)
    positions.replaceSubrange(range, with: sortedPositions)
  }
}

/// The keys of identifiers, one behind the other.
private struct IdentifierKeys {
  private let bytes: [UInt8]
  /// Where each key begins, and where the last one ends.
  private let starts: [Int]

  init(of ids: [String]) {
    var starts = [0]
    starts.reserveCapacity(ids.count + 1)
    let most = ids.reduce(0) { $0 + NaturalOrder.mostKeyBytes(of: $1) }
    bytes = [UInt8](unsafeUninitializedCapacity: most) { bytes, count in
      guard let start = bytes.baseAddress else { return }
      for id in ids {
        count += NaturalOrder.writeKey(of: id, to: start + count)
        starts.append(count)
      }
    }
    self.starts = starts
  }

  var ascend: Bool {
    (1..<max(1, starts.count - 1)).allSatisfy { key in
      let (before, after) = (starts[key - 1]..<starts[key], starts[key]..<starts[key + 1])
      for (left, right) in zip(before, after) where bytes[left] != bytes[right] { return bytes[left] < bytes[right] }
      return before.count < after.count
    }
  }

  func length(of key: UInt32) -> Int { starts[Int(key) + 1] - starts[Int(key)] }

  /// Eight bytes from a position on, the first highest; zeros where there are none.
  func word(of key: UInt32, from depth: Int) -> UInt64 {
    let start = min(starts[Int(key)] + depth, starts[Int(key) + 1])
    let end = min(start + 8, starts[Int(key) + 1])
    var word: UInt64 = 0
    for place in start..<end { word = word << 8 | UInt64(bytes[place]) }
    return end == start ? 0 : word << UInt64(8 * (8 - (end - start)))
  }

  /// In how many bytes from a position on two keys agree.
  func agreement(of one: UInt32, with other: UInt32, from depth: Int) -> Int {
    let (first, second) = (starts[Int(one)] + depth, starts[Int(other)] + depth)
    let most = min(starts[Int(one) + 1] - first, starts[Int(other) + 1] - second)
    var count = 0
    while count < most, bytes[first + count] == bytes[second + count] { count += 1 }
    return count
  }
}
