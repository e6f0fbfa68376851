internal import KnowledgeNetworks

/// The inner loops over all ties; each array is as long as the rows say it is.
extension LiveWorld {
  /// Draws, for each tie, in which of 64 worlds it is alive.
  mutating func drawBits(of block: Int, _ chances: TieChances) {
    self.block = block
    let (rows, seed, actorCount) = (ties.outgoing, seed, actorCount)
    let shared = chances.constant.map { ChanceThreshold($0) }
    bits.withUnsafeMutableBufferPointer { bits in
      for actor in 0..<actorCount {
        for pair in rows.range(of: actor) {
          let key = ChanceHash.key(seed, from: actor, to: Int(rows.partners[pair]))
          bits[pair] = (shared ?? ChanceThreshold(chances[pair])).worlds(key, block: block)
        }
      }
    }
    guard let isGone = ties.isGone else { return }
    for pair in isGone.indices where isGone[pair] { bits[pair] = 0 }
  }

  /// Picks the ties that are alive in one of the 64 worlds drawn.
  mutating func pickLive(bit: UInt64) {
    let (rows, actorCount) = (ties.outgoing, actorCount)
    var live = 0
    rows.partners.withUnsafeBufferPointer { all in
      bits.withUnsafeBufferPointer { bits in
        partners.withUnsafeMutableBufferPointer { partners in
          starts.withUnsafeMutableBufferPointer { starts in
            for actor in 0..<actorCount {
              starts[actor] = UInt32(live)
              for pair in rows.range(of: actor) {
                // Written whether alive or not: there is room, since no more can be alive than there are pairs.
                partners[live] = all[pair]
                live += Int((bits[pair] >> bit) & 1)
              }
            }
            starts[actorCount] = UInt32(live)
          }
        }
      }
    }
  }
}
