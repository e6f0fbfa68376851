internal import KnowledgeNetworks

/// Ties without direction that a file lists from both their ends: one tie with two reports, not two ties.
///
/// Within a topic, channel and wave each listing from one end is paired with one from the other, in ascending order of
/// weights; what is left over stays. The weight of a pair is what both ends say on average, or the shorter of two
/// lengths.
enum MirroredTies {
  /// The same ties, each pair of mirrored ones as one; and how many there were.
  ///
  /// - Complexity: O(*m* log *m*) time and O(*m*) space.
  static func joined(_ ties: [Tie], _ meaning: WeightMeaning) -> (ties: [Tie], count: Int) {
    var weights: [Tie: (onward: [Double], back: [Double])] = [:]
    var order: [Tie] = []
    for tie in ties {
      var key = tie
      (key.source, key.target, key.weight) = (min(tie.source, tie.target), max(tie.source, tie.target), 1)
      if weights[key] == nil { order.append(key) }
      if tie.source < tie.target {
        weights[key, default: ([], [])].onward.append(tie.weight)
      } else {
        weights[key, default: ([], [])].back.append(tie.weight)
      }
    }
    var (joined, count) = ([Tie](), 0)
    for key in order {
      let found = weights[key] ?? ([], [])
      let (onward, back) = (found.onward.sorted(), found.back.sorted())
      let pairs = zip(onward, back).map { meaning == .distance ? min($0, $1) : ($0 + $1) / 2 }
      count += pairs.count
      for weight in pairs + onward.dropFirst(pairs.count) + back.dropFirst(pairs.count) {
        var tie = key
        tie.weight = weight
        joined.append(tie)
      }
    }
    return (joined, count)
  }

  /// The same of ties that say nothing but their ends.
  static func joined(_ ties: PlainTies) -> (ties: PlainTies, count: Int) {
    // The ends, the lower first, and in the last bit from which of them the tie is listed.
    var keys = zip(ties.sources, ties.targets).map { source, target in
      UInt64(min(source, target)) << 33 | UInt64(max(source, target)) << 1 | (source < target ? 0 : 1)
    }
    keys.sort()
    var (sources, targets, count, start) = ([UInt32](), [UInt32](), 0, 0)
    while start < keys.count {
      let pair = keys[start] >> 1
      let end = keys[start...].firstIndex { $0 >> 1 != pair } ?? keys.count
      let back = keys[start..<end].count { $0 & 1 == 1 }
      let mirrored = min(back, end - start - back)
      count += mirrored
      for _ in 0..<end - start - mirrored {
        sources.append(UInt32(pair >> 32))
        targets.append(UInt32(truncatingIfNeeded: pair))
      }
      start = end
    }
    return count == 0 ? (ties, 0) : (PlainTies(sources: sources, targets: targets), count)
  }
}
