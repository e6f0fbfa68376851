internal import KnowledgeNetworks

/// What a worker keeps while it follows what a cluster reaches outside.
final class ReachScratch {
  private let surroundings: ClusterSurroundings
  private let scratch: PathScratch
  private var inside: InsideSearch
  private let locals: LocalPointers

  init(_ surroundings: ClusterSurroundings) {
    self.surroundings = surroundings
    scratch = PathScratch(actorCount: surroundings.actorCount)
    inside = InsideSearch(localCount: surroundings.locals.count)
    locals = LocalPointers(count: surroundings.locals.count)
  }

  deinit { locals.deallocate() }

  /// What up to 64 of the locals reach, searched for at once; `nil` if there are more paths than can be counted.
  func tally(of locals: ArraySlice<UInt32>) -> ReachTally? {
    let rows = surroundings.rows
    let sources = locals.filter { rows.onward.count(of: Int($0)) > 0 }
    let tally = ReachTally(count: self.locals.count)
    guard !sources.isEmpty else { return tally }
    return rows.withPointers { onward, backward in
      scratch.search.run(from: sources[...], onward, backward)
      inside.run(along: scratch.search, in: surroundings)
      var pass = ReachPass(inside: inside, surroundings: surroundings, locals: self.locals, tally: tally)
      return scratch.followPaths(onward, backward, &pass) ? pass.tally : nil
    }
  }

  /// How much up to 64 of the locals reach outside, together, on whatever way.
  func reach(of locals: ArraySlice<UInt32>) -> Double {
    let rows = surroundings.rows
    let sources = locals.filter { rows.onward.count(of: Int($0)) > 0 }
    guard !sources.isEmpty else { return 0 }
    rows.withPointers { onward, backward in scratch.search.run(from: sources[...], onward, backward) }
    let search = scratch.search
    return (1..<max(1, search.stepCount)).reduce(0) { sum, step in
      let met = search.entries[search.starts[step]..<search.starts[step + 1]]
      let pairs = met.reduce(0) { surroundings.externalLanes[Int($1.actor)] == 0 ? $0 : $0 + $1.lanes.nonzeroBitCount }
      return sum + Double(pairs) / Double(step)
    }
  }
}

/// The way back of eight searches that went out from a cluster, with the worth of what they found.
///
/// The worth of an actor is what is reached at it and beyond it, for each shortest path that leads to it.
private struct ReachPass: BackwardPass {
  let inside: InsideSearch
  let surroundings: ClusterSurroundings
  let locals: LocalPointers
  var tally: ReachTally

  /// Counts the shortest paths to each local that never left the cluster.
  private func countLocalPaths(_ group: PathGroup<some PathCount>) {
    let (side, masks, localPaths) = (group.paths.side, group.paths.masks, locals.paths)
    for step in 0..<inside.stepCount {
      let range = inside.starts[step]..<inside.starts[step + 1]
      for place in range {
        let entry = inside.entries[place]
        let own = group.own(entry.lanes)
        var sum = SIMD8<Double>(repeating: step == 0 ? 1 : 0)
        if own != 0, step > 0 {
          for giver in surroundings.inside[Int(entry.local)] { sum += localPaths[Int(giver)] }
        }
        side[place - range.lowerBound] = sum.only(masks[own])
      }
      for place in range { localPaths[Int(inside.entries[place].local)] += side[place - range.lowerBound] }
    }
  }

  mutating func backwardPass(_ group: PathGroup<some PathCount>, _ onward: RowPointers) {
    countLocalPaths(group)
    for step in stride(from: group.steps - 1, through: 0, by: -1) {
      if step < inside.stepCount { addOutside(step, group) }
      guard step > 0 else { break }
      group.goBack(step, onward, to: ExternalEnds(external: surroundings.externalLanes))
    }
    // Lane by lane, so that sums do not depend on how many are searched for at once.
    for local in 0..<locals.count {
      for lane in 0..<BetweennessKernel.group { tally.direct[local] += locals.direct[local][lane] }
      for lane in 0..<BetweennessKernel.group { tally.mediated[local] += locals.mediated[local][lane] }
    }
    locals.clear()
    group.clear()
  }

  /// What is reached by leaving the cluster at an actor met inside.
  private func addOutside(_ step: Int, _ group: PathGroup<some PathCount>) {
    for entry in inside.entries[inside.starts[step]..<inside.starts[step + 1]] {
      let own = group.own(entry.lanes)
      guard own != 0 else { continue }
      let local = Int(entry.local)
      var sum = SIMD8<Double>.zero
      for partner in surroundings.outside[local] { sum += group.paths.shares[Int(partner)] }
      sum = sum.only(group.paths.masks[own])
      if step == 0 { locals.direct[local] += sum } else { locals.mediated[local] += sum * locals.paths[local] }
    }
  }
}

/// Where actors of other clusters are, each worth one over the steps to it.
private struct ExternalEnds: PathEnds {
  let external: [UInt8]

  @inline(__always)
  func lanes(to actor: Int) -> UInt8 { external[actor] }

  @inline(__always)
  func worth(ofEach paths: SIMD8<Double>, at step: Int) -> SIMD8<Double> {
    1 / (SIMD8(repeating: Double(step)) * paths)
  }
}

extension PathGroup {
  /// Which of the eight searches are among these.
  fileprivate func own(_ lanes: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: lanes >> shift) }
}

/// What eight searches keep of each local actor.
private struct LocalPointers {
  let count: Int
  /// Shortest paths to it that never left the cluster.
  let paths: UnsafeMutablePointer<SIMD8<Double>>
  /// What it reaches by leaving the cluster itself, and what others do that leave it here.
  let direct: UnsafeMutablePointer<SIMD8<Double>>
  let mediated: UnsafeMutablePointer<SIMD8<Double>>

  init(count: Int) {
    self.count = count
    (paths, direct, mediated) = (.repeating(.zero, count), .repeating(.zero, count), .repeating(.zero, count))
  }

  func clear() {
    for part in [paths, direct, mediated] { part.update(repeating: .zero, count: count) }
  }

  func deallocate() {
    for part in [paths, direct, mediated] { part.deallocate() }
  }
}

/// A local actor met by searches that had not left the cluster before.
private struct InsideEntry {
  let local: UInt32
  let lanes: UInt64
}

/// Which of 64 searches meet a local actor on a shortest path that never left the cluster, step by step.
private struct InsideSearch {
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
