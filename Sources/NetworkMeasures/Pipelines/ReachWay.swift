internal import KnowledgeNetworks

/// The way back of eight searches that went out from a cluster, with the worth of what they found.
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
        let own = own(entry.lanes)
        guard own != 0, step > 0 else {
          side[place - range.lowerBound] = SIMD8(repeating: 1).only(paths.masks[own])
          continue
        }
        var sum = SIMD8<Double>.zero
        for giver in surroundings.inside[Int(entry.local)] { sum += localPaths[Int(giver)] }
        side[place - range.lowerBound] = sum.only(paths.masks[own])
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
      sumSuccessors(step, onward)
      addExternals(step, external)
      addSuccessors(step)
    }
    // Lane by lane, so that sums do not depend on how many are searched for at once.
    for local in 0..<locals.count {
      for lane in 0..<BetweennessKernel.group { tally.direct[local] += locals.direct[local][lane] }
      for lane in 0..<BetweennessKernel.group { tally.mediated[local] += locals.mediated[local][lane] }
    }
    locals.clear()
    paths.shares.update(repeating: .zero, count: paths.actorCount)
    counts.clear()
  }

  /// What is reached by leaving the cluster at an actor met inside.
  private func addOutside(_ step: Int, _ locals: LocalPointers) {
    for entry in inside.entries[inside.starts[step]..<inside.starts[step + 1]] {
      let own = own(entry.lanes)
      guard own != 0 else { continue }
      let local = Int(entry.local)
      var sum = SIMD8<Double>.zero
      for partner in surroundings.outside[local] { sum += paths.shares[Int(partner)] }
      sum = sum.only(paths.masks[own])
      if step == 0 { locals.direct[local] += sum } else { locals.mediated[local] += sum * locals.paths[local] }
    }
  }

  /// Sums up what each actor leads on to, in the order of its row, and leaves it aside.
  private func sumSuccessors(_ step: Int, _ onward: RowPointers) {
    let (shares, leading) = (paths.shares, paths.leading)
    let first = group.leadingStarts[step]
    for place in first..<group.leadingStarts[step + 1] {
      let actor = leading.actor(place)
      let row = onward.first(actor)
      var sum = SIMD8<Double>.zero
      for tie in 0..<onward.count(actor) { sum += shares[Int(row[tie])] }
      paths.side[place - first] = sum.only(paths.masks[leading.lanes[place]])
    }
  }

  private func addExternals(_ step: Int, _ external: UnsafePointer<UInt8>) {
    let (leading, ending) = (paths.leading, paths.ending)
    for place in group.leadingStarts[step]..<group.leadingStarts[step + 1] {
      let actor = leading.actor(place)
      addExternal(actor, leading.allLanes[place] & external[actor], step)
    }
    for place in group.endingStarts[step]..<group.endingStarts[step + 1] {
      let actor = ending.actor(place)
      addExternal(actor, ending.lanes[place] & external[actor], step)
    }
  }

  @inline(__always)
  private func addExternal(_ actor: Int, _ lanes: UInt8, _ step: Int) {
    let steps = SIMD8(repeating: Double(step))
    paths.shares[actor] += (1 / (steps * SIMD8<Double>(counts.counts[actor]))).only(paths.masks[lanes])
  }

  private func addSuccessors(_ step: Int) {
    let first = group.leadingStarts[step]
    for place in first..<group.leadingStarts[step + 1] {
      paths.shares[paths.leading.actor(place)] += paths.side[place - first]
    }
  }

  private func own(_ lanes: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: lanes >> shift) }
}
