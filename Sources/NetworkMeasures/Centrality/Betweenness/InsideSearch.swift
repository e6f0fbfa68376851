internal import KnowledgeNetworks

/// A local actor met by searches that had not left the cluster before.
struct InsideEntry {
  /// The place among the locals.
  let local: UInt32
  let lanes: UInt64
}

/// Which of 64 searches meet a local actor on a shortest path that never left the cluster, step by step.
struct InsideSearch {
  private(set) var entries: [InsideEntry] = []
  /// Step *d* is `entries[starts[d] ..< starts[d + 1]]`; there are no steps beyond the last that anybody is inside at.
  private(set) var starts: [Int] = [0]
  private var lanes: [UInt64]

  init(localCount: Int) {
    lanes = Array(repeating: 0, count: localCount)
  }

  var stepCount: Int { starts.count - 1 }

  mutating func run(along search: LevelSearch, in surroundings: ClusterSurroundings) {
    for local in lanes.indices { lanes[local] = 0 }
    entries.removeAll(keepingCapacity: true)
    starts = [0]
    for step in 0..<search.stepCount {
      let first = entries.count
      for entry in search.entries[search.starts[step]..<search.starts[step + 1]] {
        let local = surroundings.localPlaces[Int(entry.actor)]
        guard local >= 0 else { continue }
        let arriving = step == 0 ? entry.lanes : entry.lanes & lanesLeading(to: Int(local), surroundings)
        if arriving != 0 { entries.append(InsideEntry(local: UInt32(local), lanes: arriving)) }
      }
      guard entries.count > first else { return }
      // Not before: actors at the same step do not lead to each other.
      for entry in entries[first...] { lanes[Int(entry.local)] |= entry.lanes }
      starts.append(entries.count)
    }
  }

  private func lanesLeading(to local: Int, _ surroundings: ClusterSurroundings) -> UInt64 {
    surroundings.inside[local].reduce(0) { $0 | lanes[Int($1)] }
  }
}
