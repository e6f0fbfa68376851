internal import KnowledgeNetworks

/// Betweenness from many sources, 64 searches at a time and their shortest paths counted eight by eight.
///
/// Brandes (2001), [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249). With σ the number
/// of shortest paths from the source and δ its dependency, the way back sums g = (1 + δ) / σ, so that
/// g(v) = 1/σ(v) + Σ g(w) and δ(v) = σ(v) Σ g(w) over the successors *w* of *v*. Steps need no comparison of distances:
/// who is not met yet has σ = 0, who is not passed on the way back has g = 0.
struct BetweennessKernel: Sendable {
  static let width = 64
  /// How many of them count paths together.
  static let group = 8

  let rows: SearchRows
  /// To whom paths count, by the numbers of ``rows``.
  var ends = CountedEnds.all

  /// The sum of dependencies over sources, in roster order.
  ///
  /// Sums run over batches of sources that ``SourceOrder`` made, whatever the number of threads.
  ///
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* sources, O(*n*) space a worker.
  func dependencies(from sources: [UInt32], by workers: Workers, work: String = "betweenness") throws(BuzzlineError)
    -> [Double]
  {
    var sums = [Double](repeating: 0, count: rows.actorCount)
    let some = sources.filter { rows.onward.count(of: Int($0)) > 0 && ends.isSource(Int($0)) }
    guard !some.isEmpty else { return sums }
    let giving = SourceOrder(rows).arranged(some, batch: Self.width, group: Self.group)
    try workers.forEach(of: (giving.count + Self.width - 1) / Self.width, work: work) {
      PathScratch(actorCount: rows.actorCount)
    } compute: { scratch, batch in
      let lanes = giving[batch * Self.width..<min(giving.count, (batch + 1) * Self.width)]
      return rows.onward.withPointers { onward in
        rows.backward.withPointers { backward in scratch.dependencies(from: lanes, to: ends, onward, backward) }
      }
    } commit: { _, part in
      for actor in sums.indices { sums[actor] += part[actor] }
    }
    return rows.inRosterOrder(sums)
  }
}
