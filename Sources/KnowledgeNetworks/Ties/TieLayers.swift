/// The single ties behind connected pairs, kept only where a tie has a topic, channel or wave or is not alone.
package struct TieLayers: Sendable {
  /// Where the ties of each connected pair begin, and where those of the last end.
  package var starts: [UInt32] = []
  package let weights: [Double]
  package let topics: LayerColumn
  package let channels: LayerColumn
  package let waves: LayerColumn

  package init(
    starts: [UInt32] = [], weights: [Double], topics: LayerColumn, channels: LayerColumn, waves: LayerColumn
  ) {
    (self.starts, self.weights) = (starts, weights)
    (self.topics, self.channels, self.waves) = (topics, channels, waves)
  }

  var areStated: Bool { !(topics.words.isEmpty && channels.words.isEmpty && waves.words.isEmpty) }

  func ties(ofPair pair: Int) -> Range<Int> { Int(starts[pair])..<Int(starts[pair + 1]) }
}

extension TieLayers {
  /// So many ties that say nothing and weigh 1.
  init(ofPlainTies count: Int) {
    let unstated = LayerColumn(words: [], codes: [UInt32](repeating: 0, count: count))
    self.init(weights: [Double](repeating: 1, count: count), topics: unstated, channels: unstated, waves: unstated)
  }
}

/// One word a tie, stored as a number; numbers follow the order of the words, 0 is *not stated*.
package struct LayerColumn: Sendable {
  package let words: [String]
  package let codes: [UInt32]

  package init(words: [String], codes: [UInt32]) { (self.words, self.codes) = (words, codes) }

  subscript(tie: Int) -> String? { codes[tie] == 0 ? nil : words[Int(codes[tie]) - 1] }
}

/// The numbers of the words of a layer.
struct LayerWords {
  let words: [String]
  private let numbers: [String: UInt32]

  init(of stated: some Sequence<String?>) {
    words = Set(stated.lazy.compactMap(\.self)).sorted(by: NaturalOrder.precedes)
    numbers = Dictionary(uniqueKeysWithValues: zip(words, 1...))
  }

  subscript(word: String?) -> UInt32 { word.flatMap { numbers[$0] } ?? 0 }

  func column(_ codes: [UInt32]) -> LayerColumn { LayerColumn(words: words, codes: codes) }
}

/// A tie while the network is being built.
struct TieRecord: Comparable {
  var source: UInt32
  var target: UInt32
  let wave: UInt32
  let topic: UInt32
  let channel: UInt32
  let weight: Double

  /// The same tie seen from its target.
  var reversed: TieRecord {
    var reversed = self
    swap(&reversed.source, &reversed.target)
    return reversed
  }

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
      let end = records[start...].firstIndex { $0.source != pair.source || $0.target != pair.target } ?? records.count
      if end - start > 1 { records[start..<end].sort() }
      start = end
    }
  }

  /// A stable counting sort by one end.
  private static func sorted(_ records: [TieRecord], by end: (TieRecord) -> UInt32, actors: Int) -> [TieRecord] {
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
