/// Ties that say nothing but who gave to whom: every weight is 1, and nobody stated a topic, channel or wave.
///
/// Eight bytes a tie, where a `Tie` takes over a hundred.
package struct PlainTies: Hashable, Sendable {
  /// The givers' roster positions.
  package private(set) var sources: [UInt32]
  /// The receivers' roster positions, tie by tie.
  package private(set) var targets: [UInt32]

  /// Takes givers and receivers, tie by tie.
  package init(sources: [UInt32] = [], targets: [UInt32] = []) {
    precondition(sources.count == targets.count, "every tie has two ends")
    self.sources = sources
    self.targets = targets
  }

  /// The number of ties.
  package var count: Int { sources.count }

  /// One tie in full.
  package subscript(position: Int) -> Tie {
    Tie(source: Int(sources[position]), target: Int(targets[position]))
  }

  /// Puts more ties behind these.
  package mutating func append(_ more: PlainTies) {
    if sources.isEmpty {
      self = more
    } else {
      sources += more.sources
      targets += more.targets
    }
  }

  /// The same ties between actors that have moved.
  package func moved(to positions: [UInt32], workers: Workers) throws(BuzzlineError) -> PlainTies {
    PlainTies(
      sources: try Self.moved(sources, to: positions, workers), targets: try Self.moved(targets, to: positions, workers)
    )
  }

  private static func moved(_ ends: [UInt32], to positions: [UInt32], _ workers: Workers) throws(BuzzlineError)
    -> [UInt32]
  {
    let blockSize = 1 << 18
    return try [UInt32](large: ends.count) { moved throws(BuzzlineError) in
      // Every block writes to places of its own.
      nonisolated(unsafe) let moved = moved
      _ = try workers.map((ends.count + blockSize - 1) / blockSize) { block in
        ends.withUnsafeBufferPointer { ends in
          positions.withUnsafeBufferPointer { positions in
            for tie in block * blockSize..<min(ends.count, (block + 1) * blockSize) {
              moved.initializeElement(at: tie, to: positions[Int(ends[tie])])
            }
          }
        }
      }
    }
  }

  /// The ties in rows by giver, as networks keep them.
  package func sorted(actors: Int, workers: Workers) throws(BuzzlineError) -> SortedPairs {
    try SortedPairs(owners: sources, partners: targets, actors: actors, workers: workers)
  }

  /// Each tie and its opposite.
  var bothWays: PlainTies { PlainTies(sources: sources + targets, targets: targets + sources) }

  /// The position of the first tie that joins an actor to itself or names none of so many.
  func firstInvalid(actors: Int, workers: Workers) throws(BuzzlineError) -> Int? {
    let blockSize = 1 << 18
    let found = try workers.map((count + blockSize - 1) / blockSize) { block in
      firstInvalid(among: block * blockSize..<min(count, (block + 1) * blockSize), actors: actors)
    }
    return found.lazy.compactMap(\.self).first
  }

  private func firstInvalid(among range: Range<Int>, actors: Int) -> Int? {
    sources.withUnsafeBufferPointer { sources in
      targets.withUnsafeBufferPointer { targets in
        range.first { position in
          let (source, target) = (sources[position], targets[position])
          return source == target || Int(max(source, target)) >= actors
        }
      }
    }
  }
}
