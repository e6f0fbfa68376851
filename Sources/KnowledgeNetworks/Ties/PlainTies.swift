/// Ties that say nothing but who gave to whom: every weight is 1, and nobody stated a topic, channel or wave.
///
/// Eight bytes a tie, where a `Tie` takes over a hundred.
package struct PlainTies: Hashable, Sendable {
  /// The givers' roster positions.
  package private(set) var sources: [UInt32]
  /// The receivers' roster positions, tie by tie.
  package private(set) var targets: [UInt32]

  package init(sources: [UInt32] = [], targets: [UInt32] = []) {
    precondition(sources.count == targets.count, "every tie has two ends")
    self.sources = sources
    self.targets = targets
  }

  package var count: Int { sources.count }

  package subscript(position: Int) -> Tie { Tie(source: Int(sources[position]), target: Int(targets[position])) }

  package mutating func append(_ more: PlainTies) {
    if sources.isEmpty {
      self = more
    } else {
      sources += more.sources
      targets += more.targets
    }
  }

  /// How many ties one worker goes through at a time.
  private static let blockSize = 1 << 18

  /// The same ties between actors that have moved.
  package func moved(to positions: [UInt32], workers: Workers) throws(BuzzlineError) -> PlainTies {
    func ends(of old: [UInt32]) throws(BuzzlineError) -> [UInt32] {
      try [UInt32](large: old.count) { moved throws(BuzzlineError) in
        // Every block writes to places of its own.
        nonisolated(unsafe) let moved = moved
        _ = try workers.map(over: old.count, by: Self.blockSize) { block in
          old.withUnsafeBufferPointer { old in
            positions.withUnsafeBufferPointer { positions in
              for tie in block { moved.initializeElement(at: tie, to: positions[Int(old[tie])]) }
            }
          }
        }
      }
    }
    return PlainTies(sources: try ends(of: sources), targets: try ends(of: targets))
  }

  /// The ties in rows by giver, as networks keep them.
  package func sorted(actors: Int, workers: Workers) throws(BuzzlineError) -> SortedPairs {
    try SortedPairs(.listed(owners: sources, partners: targets), actors: actors, workers: workers)
  }

  /// Each tie and its opposite.
  var bothWays: PlainTies { PlainTies(sources: sources + targets, targets: targets + sources) }

  /// The position of the first tie that joins an actor to itself or names none of so many.
  func firstInvalid(actors: Int, workers: Workers) throws(BuzzlineError) -> Int? {
    try workers.map(over: count, by: Self.blockSize) { firstInvalid(among: $0, actors: actors) }
      .lazy.compactMap(\.self).first
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

extension KnowledgeNetwork {
  /// Whether no tie says more than who gave to whom.
  package var hasPlainTies: Bool { layers == nil && pairWeights == nil }

  /// All ties without what they say besides, in the order of ``ties``.
  package var plainTies: PlainTies {
    var sources = [UInt32](largeCapacity: outgoing.partners.count)
    for actor in 0..<UInt32(actorCount) {
      sources.append(contentsOf: repeatElement(actor, count: outgoing.count(of: Int(actor))))
    }
    guard !isDirected else { return PlainTies(sources: sources, targets: outgoing.partners) }
    let kept = sources.indices.filter { sources[$0] < outgoing.partners[$0] }
    return PlainTies(sources: kept.map { sources[$0] }, targets: kept.map { outgoing.partners[$0] })
  }
}
