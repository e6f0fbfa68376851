internal import KnowledgeNetworks

/// Counts ordered pairs by the steps between them while some actors are gone: 64 searches at a time, one bit each.
///
/// Then & al. (2014), [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507).
struct PairStepKernel {
  private let rows: CompressedRows
  private let actors: Int
  /// Which searches have met an actor, before and after the step.
  private var seen: [UInt64]
  private var next: [UInt64]
  private var isGone: [Bool]

  init(along rows: CompressedRows) {
    self.rows = rows
    actors = rows.starts.count - 1
    seen = Array(repeating: 0, count: actors)
    next = seen
    isGone = Array(repeating: false, count: actors)
  }

  /// How many ordered pairs of remaining actors are so many steps apart; none are 0 steps apart.
  ///
  /// - Complexity: O(*n* (*n* + *m*) *d* / 64) time where the farthest pair is *d* steps apart.
  mutating func pairsBySteps(without gone: [Int]) -> [Int] {
    for actor in gone { isGone[actor] = true }
    defer { for actor in gone { isGone[actor] = false } }
    let sources = (0..<actors).filter { !isGone[$0] }
    var counts = [0]
    for start in stride(from: 0, to: sources.count, by: 64) {
      for actor in 0..<actors { seen[actor] = 0 }
      for (bit, source) in sources[start..<min(start + 64, sources.count)].enumerated() { seen[source] = 1 << bit }
      var steps = 1
      while case let met = step(), met > 0 {
        if steps == counts.count { counts.append(0) }
        counts[steps] += met
        steps += 1
      }
    }
    return counts
  }

  /// Takes every search one step on; returns how many actors were met for the first time, each search on its own.
  private mutating func step() -> Int {
    let (actors, rows) = (actors, rows)
    var met = 0
    isGone.withUnsafeBufferPointer { isGone in
      seen.withUnsafeBufferPointer { seen in
        next.withUnsafeMutableBufferPointer { next in
          rows.partners.withUnsafeBufferPointer { partners in
            for actor in 0..<actors { next[actor] = seen[actor] }
            for actor in 0..<actors where seen[actor] != 0 {
              for entry in rows.range(of: actor) { next[Int(partners[entry])] |= seen[actor] }
            }
            for actor in 0..<actors {
              if isGone[actor] { next[actor] = 0 }
              met += (next[actor] ^ seen[actor]).nonzeroBitCount
            }
          }
        }
      }
    }
    swap(&seen, &next)
    return met
  }
}
