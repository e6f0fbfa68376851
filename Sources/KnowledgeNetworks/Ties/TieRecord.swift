/// A tie while the network is being built.
struct TieRecord: Comparable {
  var source: UInt32
  var target: UInt32
  var wave: UInt32
  var topic: UInt32
  var channel: UInt32
  var weight: Double

  /// The same tie seen from its target.
  var turned: TieRecord {
    var turned = self
    swap(&turned.source, &turned.target)
    return turned
  }

  /// Whether both join the same ordered pair.
  func joinsSamePair(as other: TieRecord) -> Bool { source == other.source && target == other.target }

  /// A total order, so that sums of weights do not depend on the order of the input.
  static func < (left: TieRecord, right: TieRecord) -> Bool {
    (left.source, left.target, left.wave, left.topic, left.channel, left.weight)
      < (right.source, right.target, right.wave, right.topic, right.channel, right.weight)
  }

  /// Brings records into their total order: two counting sorts by position, then each pair's own few ties.
  ///
  /// - Complexity: O(*n* + *m*) time and space, but for pairs with many ties.
  static func order(_ records: inout [TieRecord], actors: Int) {
    records = sorted(sorted(records, by: { $0.target }, actors: actors), by: { $0.source }, actors: actors)
    var start = 0
    while start < records.count {
      let pair = records[start]
      let end = records[start...].firstIndex { !$0.joinsSamePair(as: pair) } ?? records.count
      if end - start > 1 { records[start..<end].sort() }
      start = end
    }
  }

  /// A stable counting sort by one end.
  private static func sorted(
    _ records: [TieRecord], by end: (TieRecord) -> UInt32, actors: Int
  ) -> [TieRecord] {
    var next = CompressedRows.starts(counting: records.map(end), actors: actors)
    var sorted = records
    for record in records {
      let owner = Int(end(record))
      sorted[Int(next[owner])] = record
      next[owner] += 1
    }
    return sorted
  }
}
