/// Eight searches out and back over one batch's steps.
struct PathGroup<Count: PathCount> {
  let paths: PathPointers
  let memory: CountPointers<Count>
  /// The number of the first of the eight searches.
  let shift: UInt64
  let steps: Int
  /// How far each step is in units, where ties have lengths, and those ties.
  let distances: [Int]
  let delayed: DelayedRowPointers?
  private let isPushed: [Bool]
  /// Where each step begins in the lists.
  private let metStarts: [Int]
  let leadingStarts: [Int]
  let endingStarts: [Int]

  /// Packs each step's actors with the lanes of this group that met them, those that lead on apart from the others.
  init(
    paths: PathPointers, counts: CountPointers<Count>, _ search: LevelSearch, shift: UInt64,
    along delayed: DelayedRowPointers?
  ) {
    self.paths = paths
    memory = counts
    self.shift = shift
    steps = search.stepCount
    distances = search.distances
    self.delayed = delayed
    isPushed = search.isPushed
    metStarts = Self.packMet(search, shift, into: paths.met)
    (leadingStarts, endingStarts) = Self.packByLength(search, shift, paths.leading, paths.ending)
  }

  private static func packMet(_ search: LevelSearch, _ shift: UInt64, into met: PathList) -> [Int] {
    var starts = [0]
    var count = 0
    search.entries.withUnsafeBufferPointer { entries in
      for step in 0..<search.stepCount {
        if !search.isPushed[step] {
          for place in search.starts[step]..<search.starts[step + 1] {
            count &+= met.put(entries[place].actor, entries[place].lanes &>> shift, at: count)
          }
        }
        starts.append(count)
      }
    }
    return starts
  }

  private static func packByLength(
    _ search: LevelSearch, _ shift: UInt64, _ leading: PathList, _ ending: PathList
  ) -> (leading: [Int], ending: [Int]) {
    var (leadingStarts, endingStarts) = ([0], [0])
    var (leadingCount, endingCount) = (0, 0)
    search.byLength.withUnsafeBufferPointer { entries in
      for step in 0..<search.stepCount {
        for place in search.starts[step]..<search.starts[step + 1] {
          let entry = entries[place]
          let isLeading = leading.put(entry.actor, entry.leading &>> shift, at: leadingCount)
          leading.allLanes[leadingCount] = UInt8(truncatingIfNeeded: entry.lanes &>> shift)
          let isMet = ending.put(entry.actor, entry.lanes &>> shift, at: endingCount)
          leadingCount &+= isLeading
          endingCount &+= isMet &- isLeading
        }
        leadingStarts.append(leadingCount)
        endingStarts.append(endingCount)
      }
    }
    return (leadingStarts, endingStarts)
  }

  /// Counts the shortest paths to every actor, step by step.
  ///
  /// - Returns: Whether all counts are exact; if not, nothing is left behind.
  func forwardPass(_ onward: RowPointers, _ backward: RowPointers) -> Bool {
    if let delayed { return forwardPass(along: delayed) }
    for place in 0..<leadingStarts[1] {
      memory.counts[paths.leading.actor(place)] += SIMD8(repeating: 1).only(memory.masks[paths.leading.allLanes[place]])
    }
    for step in 1..<max(1, steps) {
      let isExact = isPushed[step] ? push(step, onward) : pull(step, backward)
      guard isExact else {
        memory.clear()
        return false
      }
    }
    return true
  }

  /// From the actors of the step before to those in lanes that meet them now.
  private func push(_ step: Int, _ onward: RowPointers) -> Bool {
    let (counts, masks, leading, ending, now) = (memory.counts, memory.masks, paths.leading, paths.ending, paths.now)
    let (fresh, last) = (leadingStarts[step]..<leadingStarts[step + 1], endingStarts[step]..<endingStarts[step + 1])
    for place in fresh { now[leading.actor(place)] = leading.allLanes[place] }
    for place in last { now[ending.actor(place)] = ending.lanes[place] }
    for place in leadingStarts[step - 1]..<leadingStarts[step] {
      let actor = leading.actor(place)
      let count = counts[actor].only(masks[leading.lanes[place]])
      let row = onward.first(actor)
      for tie in 0..<onward.count(actor) {
        let partner = Int(row[tie])
        counts[partner] += count.only(masks[now[partner]])
      }
    }
    var excess = SIMD8<Count.Bits>.zero
    for place in fresh {
      excess |= counts[leading.actor(place)].excess
      now[leading.actor(place)] = 0
    }
    for place in last {
      excess |= counts[ending.actor(place)].excess
      now[ending.actor(place)] = 0
    }
    return excess.min() >= 0
  }

  private func pull(_ step: Int, _ backward: RowPointers) -> Bool {
    let (counts, side, masks, met) = (memory.counts, memory.side, memory.masks, paths.met)
    let range = metStarts[step]..<metStarts[step + 1]
    var excess = SIMD8<Count.Bits>.zero
    for place in range {
      let actor = met.actor(place)
      let row = backward.first(actor)
      var sum = SIMD8<Count>.zero
      for tie in 0..<backward.count(actor) { sum += counts[Int(row[tie])] }
      sum = sum.only(masks[met.lanes[place]])
      side[place - range.lowerBound] = sum
      excess |= sum.excess
    }
    for place in range { counts[met.actor(place)] += side[place - range.lowerBound] }
    return excess.min() >= 0
  }

  func clear() {
    clearShares()
    clearCounts()
  }

  func clearShares() { paths.shares.update(repeating: .zero, count: paths.actorCount) }

  func clearCounts() { memory.clear() }

  /// Sums up for each actor of a step what those have that it leads on to, and lets the step before see it.
  ///
  /// - Parameter sums: Takes how much the sources depend on each actor.
  func goBack(_ step: Int, _ onward: RowPointers, to ends: some PathEnds, _ sums: UnsafeMutablePointer<Double>? = nil) {
    if delayed != nil { return goBackAlongTaken(step, to: ends, sums) }
    let (shares, side, masks, leading, ending) = (paths.shares, paths.side, paths.masks, paths.leading, paths.ending)
    let (counts, first) = (memory.counts, leadingStarts[step])
    for place in first..<leadingStarts[step + 1] {
      let actor = leading.actor(place)
      let row = onward.first(actor)
      var sum = SIMD8<Double>.zero
      for tie in 0..<onward.count(actor) { sum += shares[Int(row[tie])] }
      sum = sum.only(masks[leading.lanes[place]])
      let count = SIMD8<Double>(counts[actor])
      sums?[actor] += (count * sum).sum()
      let lanes = leading.allLanes[place] & ends.lanes(to: actor)
      side[place - first] = sum + ends.worth(ofEach: count, at: step).only(masks[lanes])
    }
    for place in first..<leadingStarts[step + 1] { shares[leading.actor(place)] += side[place - first] }
    for place in endingStarts[step]..<endingStarts[step + 1] {
      let actor = ending.actor(place)
      let worth = ends.worth(ofEach: SIMD8<Double>(counts[actor]), at: step)
      shares[actor] += worth.only(masks[ending.lanes[place] & ends.lanes(to: actor)])
    }
  }
}

/// Where the paths of eight searches count, and what for.
protocol PathEnds {
  /// In which searches an actor is an end that counts.
  func lanes(to actor: Int) -> UInt8
  /// What each of so many paths to one end is worth; together they are 1 by default.
  func worth(ofEach paths: SIMD8<Double>, at step: Int) -> SIMD8<Double>
}

extension PathEnds {
  @inline(__always)
  func worth(ofEach paths: SIMD8<Double>, at step: Int) -> SIMD8<Double> { 1 / paths }
}

/// What shortest paths are counted in: numbers that are whole and exact up to a limit.
protocol PathCount: SIMDScalar, BinaryFloatingPoint, Codable {
  associatedtype Bits: SIMDScalar & FixedWidthInteger & SignedInteger
  /// What makes the bits of every count below the limit, and of no other, stay positive when it is added to them.
  static var headroom: Bits { get }
}

extension Float: PathCount {
  /// Below 2^24 every count is exact.
  static var headroom: Int32 { .min &- Int32(bitPattern: Float(0x1p24).bitPattern) }
}

extension Double: PathCount {
  /// Counts beyond 2^53 are rounded, as they are by everyone who counts in floating point; they only have to be finite.
  static var headroom: Int64 { .min &- Int64(bitPattern: Double.infinity.bitPattern) }
}

/// For each choice of eight lanes, all bits set in those chosen.
struct LaneMasks<Bits: SIMDScalar & FixedWidthInteger> {
  private let masks: UnsafeMutablePointer<SIMD8<Bits>>

  init() {
    masks = .allocate(capacity: 256)
    for choice in 0..<256 {
      var mask = SIMD8<Bits>.zero
      for lane in 0..<8 where choice >> lane & 1 == 1 { mask[lane] = ~0 }
      (masks + choice).initialize(to: mask)
    }
  }

  func deallocate() { masks.deallocate() }

  @inline(__always)
  subscript(lanes: UInt8) -> SIMD8<Bits> { masks[Int(lanes)] }
}

extension SIMD8 where Scalar: PathCount {
  @inline(__always)
  private var bits: SIMD8<Scalar.Bits> { unsafeBitCast(self, to: SIMD8<Scalar.Bits>.self) }

  /// The lanes chosen as they are, the others 0, whatever they held.
  @inline(__always)
  func only(_ mask: SIMD8<Scalar.Bits>) -> Self { unsafeBitCast(bits & mask, to: Self.self) }

  /// Negative in the lanes that may no longer be exact.
  @inline(__always)
  var excess: SIMD8<Scalar.Bits> { bits &+ Scalar.headroom }
}
