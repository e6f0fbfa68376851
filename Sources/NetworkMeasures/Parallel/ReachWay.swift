internal import KnowledgeNetworks

/// The way back of four searches that went out from a cluster, with the worth of what they found.
///
/// The worth of an actor is what is reached at it and beyond it, for each shortest path that leads to it.
struct ReachWay<Count: PathCount> {
  let group: PathGroup<Count>
  let paths: PathPointers
  let counts: CountPointers<Count>
  let inside: InsideSearch
  let surroundings: ClusterSurroundings
  let shift: UInt64

  /// Counts the shortest paths to each local that never left the cluster.
  func countLocalPaths(_ locals: LocalPointers) {
    let (side, localPaths) = (paths.side, locals.paths)
    for step in 0..<inside.stepCount {
      let range = inside.starts[step]..<inside.starts[step + 1]
      for place in range {
        let entry = inside.entries[place]
        let word = own(entry.lanes)
        guard word != 0, step > 0 else {
          side[place - range.lowerBound] = SIMD4(repeating: 1).only(paths.masks[word])
          continue
        }
        var sum = SIMD4<Double>.zero
        for giver in surroundings.inside[Int(entry.local)] { sum += localPaths[Int(giver)] }
        side[place - range.lowerBound] = sum.only(paths.masks[word])
      }
      for place in range { localPaths[Int(inside.entries[place].local)] += side[place - range.lowerBound] }
    }
  }

  /// Sums up worth from the last step to the first, and leaves nothing behind.
  func comeBack(
    _ onward: RowPointers, _ locals: LocalPointers, _ external: UnsafePointer<UInt8>, steps: Int,
    adding tally: inout ReachTally
  ) {
    for step in stride(from: steps - 1, through: 0, by: -1) {
      if step < inside.stepCount { addOutside(step, locals) }
      guard step > 0 else { break }
      group.sumSuccessors(step, onward)
      addExternals(step, external)
      addSuccessors(step)
    }
    // Lane by lane, so that sums do not depend on how many are searched for at once.
    for local in 0..<locals.count {
      for lane in 0..<4 { tally.direct[local] += locals.direct[local][lane] }
      for lane in 0..<4 { tally.mediated[local] += locals.mediated[local][lane] }
    }
    locals.clear()
    paths.shares.update(repeating: .zero, count: paths.actorCount)
    counts.clear()
  }

  /// What is reached by leaving the cluster at an actor met inside.
  private func addOutside(_ step: Int, _ locals: LocalPointers) {
    for entry in inside.entries[inside.starts[step]..<inside.starts[step + 1]] {
      let word = own(entry.lanes)
      guard word != 0 else { continue }
      let local = Int(entry.local)
      var sum = SIMD4<Double>.zero
      for partner in surroundings.outside[local] { sum += paths.shares[Int(partner)] }
      sum = sum.only(paths.masks[word])
      if step == 0 { locals.direct[local] += sum } else { locals.mediated[local] += sum * locals.paths[local] }
    }
  }

  private func addExternals(_ step: Int, _ external: UnsafePointer<UInt8>) {
    let (shares, counts, masks) = (paths.shares, counts.counts, paths.masks)
    let distance = SIMD4(repeating: Double(step))
    for place in group.metStarts[step]..<group.metStarts[step + 1] {
      let word = paths.met[place]
      let actor = Int(word >> 4)
      shares[actor] += (1 / (distance * SIMD4<Double>(counts[actor]))).only(masks[word & UInt32(external[actor])])
    }
  }

  private func addSuccessors(_ step: Int) {
    let first = group.leadingStarts[step]
    for place in first..<group.leadingStarts[step + 1] {
      paths.shares[Int(paths.leading[place] >> 4)] += paths.side[place - first]
    }
  }

  private func own(_ lanes: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: lanes >> shift) & 15 }
}
