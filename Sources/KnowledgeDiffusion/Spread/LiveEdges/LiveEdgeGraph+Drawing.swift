internal import KnowledgeNetworks

/// The inner loops over all ties; each array is as long as the rows say it is.
extension LiveTies {
  /// Draws, for each tie, in which of 64 graphs it is alive, where each is by itself.
  func draw(_ bits: inout [UInt64], block: Int, seed: UInt64, _ chances: TieChances) {
    let (rows, actorCount) = (outgoing, actorCount)
    let shared = chances.constant.map { ChanceThreshold($0) }
    bits.withUnsafeMutableBufferPointer { bits in
      for actor in 0..<actorCount {
        for pair in rows.range(of: actor) {
          let key = ChanceHash.key(seed, from: actor, to: Int(rows.partners[pair]))
          bits[pair] = (shared ?? ChanceThreshold(chances[pair])).graphs(key, block: block)
        }
      }
    }
    guard let isGone else { return }
    for pair in isGone.indices where isGone[pair] { bits[pair] = 0 }
  }
}

extension LiveEdgeGraph {
  /// How many numbers the rows of graphs that are picked together may take.
  private static let room = 1 << 22

  /// Picks the ties that are alive in one of the 64 graphs drawn, and in its neighbours as far as there is room.
  ///
  /// Each tie is looked at once for all of them and goes straight into the row of each graph it is alive in.
  mutating func pickLive(with graph: Int) {
    let lives = liveCounts
    let size = actorCount + 1 + lives.reduce(0, +) / 64
    var span = 1
    while span < 64, 2 * span * size <= Self.room { span *= 2 }
    picked = graph / span * span..<(graph / span + 1) * span
    var ends: [Int] = []
    for live in lives[picked] { ends.append((ends.last ?? 0) + live) }
    let total = ends.last ?? 0
    if partners.count < total { partners = [UInt32](repeating: 0, count: total) }
    if starts.count < span * (actorCount + 1) { starts = [UInt32](repeating: 0, count: span * (actorCount + 1)) }
    var next = [0] + ends.dropLast()
    next.withUnsafeMutableBufferPointer { scatter(into: $0) }
  }

  /// How many ties are alive in each of the 64 graphs.
  private var liveCounts: [Int] {
    var counts = [Int](repeating: 0, count: 64)
    counts.withUnsafeMutableBufferPointer { counts in
      for var graphs in bits {
        while graphs != 0 {
          counts[graphs.trailingZeroBitCount] += 1
          graphs &= graphs - 1
        }
      }
    }
    return counts
  }

  /// - Parameter next: For each picked graph where its next tie goes.
  private mutating func scatter(into next: UnsafeMutableBufferPointer<Int>) {
    let (rows, actorCount, lowest) = (ties.outgoing, actorCount, UInt64(picked.lowerBound))
    let mask: UInt64 = next.count == 64 ? ~0 : ((1 << UInt64(next.count)) - 1) << lowest
    rows.partners.withUnsafeBufferPointer { all in
      bits.withUnsafeBufferPointer { bits in
        partners.withUnsafeMutableBufferPointer { partners in
          starts.withUnsafeMutableBufferPointer { starts in
            for actor in 0...actorCount {
              for graph in next.indices { starts[graph * (actorCount + 1) + actor] = UInt32(next[graph]) }
              if actor == actorCount { break }
              for pair in rows.range(of: actor) {
                var graphs = (bits[pair] & mask) >> lowest
                while graphs != 0 {
                  let graph = graphs.trailingZeroBitCount
                  partners[next[graph]] = all[pair]
                  next[graph] += 1
                  graphs &= graphs - 1
                }
              }
            }
          }
        }
      }
    }
  }
}
