/// The order of identifiers, as comparing them would give it.
///
/// Plain ASCII is sorted by its bytes, eight at a time: what all have in common is skipped, the next eight bytes are the
/// digits of a radix sort, and those that agree in them are sorted by what follows.
struct IdentifierOrder {
  /// The positions of the identifiers, ascending by identifier.
  private(set) var positions: [UInt32]
  private let ids: [String]
  private var keys: [UInt64]

  /// Orders identifiers, no two of which are equal.
  ///
  /// - Complexity: O(*n* *l*) time for *n* identifiers of *l* bytes, all ASCII, else O(*n* log *n*); O(*n*) space.
  init(of ids: [String]) {
    self.ids = ids
    positions = ids.indices.map(UInt32.init)
    isAscending = ids.indices.dropFirst().allSatisfy { ids[$0 - 1] < ids[$0] }
    guard !isAscending, ids.allSatisfy(\.isPlainASCII) else {
      keys = []
      if !isAscending { positions.sort { ids[Int($0)] < ids[Int($1)] } }
      return
    }
    keys = [UInt64](repeating: 0, count: ids.count)
    sort(0..<ids.count, from: 0)
  }

  /// Whether the identifiers stood in order.
  let isAscending: Bool

  /// Where each identifier goes.
  var ranks: [UInt32] {
    var ranks = positions
    for (rank, position) in positions.enumerated() { ranks[Int(position)] = UInt32(rank) }
    return ranks
  }

  /// Sorts identifiers that agree in so many bytes.
  private mutating func sort(_ range: Range<Int>, from depth: Int) {
    guard let start = common(range, from: depth) else { return }
    for place in range { keys[place] = ids[Int(positions[place])].key(from: start) }
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
    let first = ids[Int(positions[range.lowerBound])]
    var common = first.utf8.count - depth
    for place in range.dropFirst() where common > 0 {
      common = min(common, first.agreement(with: ids[Int(positions[place])], from: depth))
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

extension String {
  /// Whether comparing bytes is comparing this text.
  fileprivate var isPlainASCII: Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } } ?? false
  }

  /// Eight bytes from a position on, the first highest; zeros where there are none.
  fileprivate func key(from start: Int) -> UInt64 {
    utf8.withContiguousStorageIfAvailable { bytes in
      var key: UInt64 = 0
      let end = min(bytes.count, start + 8)
      for position in start..<max(start, end) { key = key << 8 | UInt64(bytes[position]) }
      return key << UInt64(8 * (8 - max(0, end - start)))
    } ?? 0
  }

  /// In how many bytes from a position on two texts agree.
  fileprivate func agreement(with other: String, from start: Int) -> Int {
    zip(utf8.dropFirst(start), other.utf8.dropFirst(start)).prefix { $0 == $1 }.count
  }
}
