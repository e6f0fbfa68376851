internal import KnowledgeNetworks

/// Searches out and back where ties have lengths.
///
/// Who was met before may have been met on a shorter way, so that every step needs to know who is met at the distance at
/// which a tie ends. That is kept for as many distances ahead as the longest tie is long, in a ring.
extension PathGroup {
  /// Counts the shortest paths to every actor, from the nearest on.
  ///
  /// - Returns: Whether all counts are exact; if not, nothing is left behind.
  func forwardPass(along rows: DelayedRowPointers) -> Bool {
    var known = 0
    var isExact = true
    for place in 0..<leadingStarts[1] {
      memory.counts[paths.leading.actor(place)] += SIMD8(repeating: 1).only(memory.masks[paths.leading.allLanes[place]])
    }
    for step in 0..<steps {
      if step > 0 { forget(step) }
      while known + 1 < steps, distances[known + 1] <= distances[step] + paths.ring.longest {
        known += 1
        note(known)
      }
      if isExact { isExact = push(step, along: rows) }
    }
    if !isExact { memory.clear() }
    return isExact
  }

  /// Sums up what those have to whom actors lead on, from the farthest back.
  ///
  /// - Parameter sums: Takes how much the sources depend on each actor.
  func goBack(along rows: DelayedRowPointers, to ends: some PathEnds, _ sums: UnsafeMutablePointer<Double>?) {
    var last = steps - 1
    for step in stride(from: steps - 1, to: 0, by: -1) {
      let farthest = distances[step] + paths.ring.longest
      while distances[last] > farthest {
        forget(last)
        last -= 1
      }
      pull(step, along: rows, to: ends, sums)
      while distances[last] == farthest {
        forget(last)
        last -= 1
      }
      note(step)
    }
    for step in stride(from: last, to: 0, by: -1) { forget(step) }
  }

  /// Lets actors be met at the distance of a step.
  private func note(_ step: Int) {
    let (now, leading, ending) = (paths.ring.arrivals(at: distances[step]), paths.leading, paths.ending)
    for place in leadingStarts[step]..<leadingStarts[step + 1] { now[leading.actor(place)] = leading.allLanes[place] }
    for place in endingStarts[step]..<endingStarts[step + 1] { now[ending.actor(place)] = ending.lanes[place] }
  }

  private func forget(_ step: Int) {
    let (now, leading, ending) = (paths.ring.arrivals(at: distances[step]), paths.leading, paths.ending)
    for place in leadingStarts[step]..<leadingStarts[step + 1] { now[leading.actor(place)] = 0 }
    for place in endingStarts[step]..<endingStarts[step + 1] { now[ending.actor(place)] = 0 }
  }

  /// From the actors of a step to those in lanes that meet them where a tie ends.
  private func push(_ step: Int, along rows: DelayedRowPointers) -> Bool {
    let (counts, masks, leading, ending) = (memory.counts, memory.masks, paths.leading, paths.ending)
    let ring = paths.ring
    ring.leave(at: distances[step])
    var excess = SIMD8<Count.Bits>.zero
    for place in endingStarts[step]..<endingStarts[step + 1] { excess |= counts[ending.actor(place)].excess }
    for place in leadingStarts[step]..<leadingStarts[step + 1] {
      let (actor, lanes) = (leading.actor(place), leading.lanes[place])
      let count = counts[actor]
      excess |= count.excess
      let (row, delays) = (rows.partners.first(actor), rows.delays(actor))
      for tie in 0..<rows.partners.count(actor) {
        let partner = Int(row[tie])
        let own = ring.arrivals(after: delays[tie], at: partner) & lanes
        if own != 0 { counts[partner] += count.only(masks[own]) }
      }
    }
    return excess.min() >= 0
  }

  private func pull(
    _ step: Int, along rows: DelayedRowPointers, to ends: some PathEnds, _ sums: UnsafeMutablePointer<Double>?
  ) {
    let (shares, masks, leading, ending, counts) = (
      paths.shares, paths.masks, paths.leading, paths.ending, memory.counts
    )
    let ring = paths.ring
    ring.leave(at: distances[step])
    for place in leadingStarts[step]..<leadingStarts[step + 1] {
      let (actor, lanes) = (leading.actor(place), leading.lanes[place])
      let (row, delays) = (rows.partners.first(actor), rows.delays(actor))
      var sum = SIMD8<Double>.zero
      for tie in 0..<rows.partners.count(actor) {
        let partner = Int(row[tie])
        let own = ring.arrivals(after: delays[tie], at: partner) & lanes
        if own != 0 { sum += shares[partner].only(masks[own]) }
      }
      let count = SIMD8<Double>(counts[actor])
      sums?[actor] += (count * sum).sum()
      let ending = leading.allLanes[place] & ends.lanes(to: actor)
      shares[actor] += sum + ends.worth(ofEach: count, at: step).only(masks[ending])
    }
    for place in endingStarts[step]..<endingStarts[step + 1] {
      let actor = ending.actor(place)
      let worth = ends.worth(ofEach: SIMD8<Double>(counts[actor]), at: step)
      shares[actor] += worth.only(masks[ending.lanes[place] & ends.lanes(to: actor)])
    }
  }
}
