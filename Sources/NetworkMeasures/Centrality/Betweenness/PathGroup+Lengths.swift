internal import KnowledgeNetworks

/// Searches out and back where ties have lengths.
///
/// Who was met before may have been met on a shorter way, so that every step needs to know who is met at the distance at
/// which a tie ends. That is kept for as many distances ahead as the longest tie is long, in a ring. Few ties are on
/// shortest paths; they are written down for the way back.
extension PathGroup {
  /// Counts the shortest paths to every actor, from the nearest on.
  ///
  /// - Returns: Whether all counts are exact; if not, nothing is left behind.
  func forwardPass(along rows: DelayedRowPointers) -> Bool {
    for place in 0..<leadingStarts[1] {
      memory.counts[paths.leading.actor(place)] += SIMD8(repeating: 1).only(memory.masks[paths.leading.allLanes[place]])
    }
    var (known, taken, isExact) = (0, 0, true)
    for step in 0..<steps {
      if step > 0 { forget(step) }
      while known + 1 < steps, distances[known + 1] <= distances[step] + paths.ring.longest {
        known += 1
        note(known)
      }
      if isExact { isExact = push(step, along: rows, &taken) }
    }
    if !isExact { memory.clear() }
    return isExact
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
  private func push(_ step: Int, along rows: DelayedRowPointers, _ takenCount: inout Int) -> Bool {
    let (counts, masks, leading, ending) = (memory.counts, memory.masks, paths.leading, paths.ending)
    let (ring, taken) = (paths.ring, paths.taken)
    ring.leave(at: distances[step])
    var excess = SIMD8<Count.Bits>.zero
    for place in endingStarts[step]..<endingStarts[step + 1] { excess |= counts[ending.actor(place)].excess }
    var end = takenCount
    for place in leadingStarts[step]..<leadingStarts[step + 1] {
      let (actor, lanes, first) = (leading.actor(place), leading.lanes[place], end)
      let (row, delays) = (rows.partners.first(actor), rows.delays(actor))
      for tie in 0..<rows.partners.count(actor) {
        let partner = row[tie]
        end &+= taken.put(partner, ring.arrivals(after: delays[tie], at: Int(partner)) & lanes, at: end)
      }
      let count = counts[actor]
      excess |= count.excess
      for tie in first..<end { counts[taken.actor(tie)] += count.only(masks[taken.lanes[tie]]) }
      taken.ends[place + 1] = end
    }
    takenCount = end
    return excess.min() >= 0
  }

  /// Sums up for each actor of a step what those have that it leads on to.
  ///
  /// - Parameter sums: Takes how much the sources depend on each actor.
  func goBackAlongTaken(_ step: Int, to ends: some PathEnds, _ sums: UnsafeMutablePointer<Double>?) {
    let (shares, masks, leading, ending) = (paths.shares, paths.masks, paths.leading, paths.ending)
    let (counts, taken) = (memory.counts, paths.taken)
    for place in leadingStarts[step]..<leadingStarts[step + 1] {
      let actor = leading.actor(place)
      var sum = SIMD8<Double>.zero
      for tie in taken.ends[place]..<taken.ends[place + 1] {
        sum += shares[taken.actor(tie)].only(masks[taken.lanes[tie]])
      }
      let count = SIMD8<Double>(counts[actor])
      sums?[actor] += (count * sum).sum()
      let own = leading.allLanes[place] & ends.lanes(to: actor)
      shares[actor] += sum + ends.worth(ofEach: count, at: step).only(masks[own])
    }
    for place in endingStarts[step]..<endingStarts[step + 1] {
      let actor = ending.actor(place)
      let worth = ends.worth(ofEach: SIMD8<Double>(counts[actor]), at: step)
      shares[actor] += worth.only(masks[ending.lanes[place] & ends.lanes(to: actor)])
    }
  }
}

/// The ties that shortest paths of eight searches took, in the order of the actors that lead on.
struct TakenTies {
  private let partners: UnsafeMutablePointer<UInt32>
  let lanes: UnsafeMutablePointer<UInt8>
  /// Where those of each leading actor end; before the first one at 0.
  let ends: UnsafeMutablePointer<Int>

  /// - Parameter tieCount: How many ties have lengths.
  init(actorCount: Int, tieCount: Int) {
    // Each search takes a tie at most once; one place more takes what a list without branches writes last.
    partners = .allocate(capacity: 8 * tieCount + 1)
    lanes = .allocate(capacity: 8 * tieCount + 1)
    ends = .repeating(0, tieCount == 0 ? 1 : 8 * actorCount + 1)
  }

  func deallocate() {
    partners.deallocate()
    lanes.deallocate()
    ends.deallocate()
  }

  @inline(__always)
  func actor(_ place: Int) -> Int { Int(partners[place]) }

  /// Writes a tie, to be written over if no search takes it: how many places that took.
  @inline(__always)
  func put(_ partner: UInt32, _ own: UInt8, at place: Int) -> Int {
    partners[place] = partner
    lanes[place] = own
    return own == 0 ? 0 : 1
  }
}
