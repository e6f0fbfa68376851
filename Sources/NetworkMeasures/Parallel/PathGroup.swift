/// Four searches out and back over one batch's steps.
struct PathGroup<Count: PathCount> {
  private let paths: PathPointers
  private let memory: CountPointers<Count>
  private let steps: Int
  private let isPushed: [Bool]
  /// Where each step begins in the lists.
  private(set) var metStarts: [Int] = []
  private(set) var leadingStarts: [Int] = []

  init(paths: PathPointers, counts: CountPointers<Count>, _ search: LevelSearch) {
    self.paths = paths
    memory = counts
    steps = search.stepCount
    isPushed = search.isPushed
  }

  /// Packs each step's actors with the lanes of this group that met them, and those that lead on with the lanes that do.
  mutating func list(_ search: LevelSearch, shift: UInt64) {
    metStarts = Self.pack(search.entries, \.lanes, search.starts, shift, into: paths.met)
    leadingStarts = Self.pack(search.leading, \.leading, search.leadingStarts, shift, into: paths.leading)
  }

  @inline(__always)
  private static func pack(
    _ entries: [LevelEntry], _ lanes: (LevelEntry) -> UInt64, _ starts: [Int], _ shift: UInt64,
    into list: UnsafeMutablePointer<UInt32>
  ) -> [Int] {
    var packedStarts = [0]
    packedStarts.reserveCapacity(starts.count)
    var count = 0
    entries.withUnsafeBufferPointer { entries in
      for step in 0..<starts.count - 1 {
        for place in starts[step]..<starts[step + 1] {
          let own = UInt32(truncatingIfNeeded: lanes(entries[place]) &>> shift) & 15
          list[count] = entries[place].actor << 4 | own
          count &+= Int(truncatingIfNeeded: (own &+ 15) &>> 4)
        }
        packedStarts.append(count)
      }
    }
    return packedStarts
  }

  /// Counts the shortest paths to every actor, step by step.
  ///
  /// - Returns: Whether all counts are exact; if not, nothing is left behind.
  func goOut(_ onward: RowPointers, _ backward: RowPointers) -> Bool {
    for place in 0..<metStarts[1] {
      let word = paths.met[place]
      memory.counts[Int(word >> 4)] += SIMD4(repeating: 1).only(memory.masks[word])
    }
    for step in 1..<max(1, steps) {
      let most = isPushed[step] ? push(step, onward) : pull(step, backward)
      guard most.max() < Count.limit else {
        memory.clear()
        return false
      }
    }
    return true
  }

  /// From the actors of the step before: what arrives in lanes that have passed an actor already is never read.
  private func push(_ step: Int, _ onward: RowPointers) -> SIMD4<Count> {
    let (counts, arriving, masks) = (memory.counts, memory.arriving, memory.masks)
    for place in leadingStarts[step - 1]..<leadingStarts[step] {
      let word = paths.leading[place]
      let actor = Int(word >> 4)
      let count = counts[actor].only(masks[word])
      let row = onward.first(actor)
      for tie in 0..<onward.count(actor) { arriving[Int(row[tie])] += count }
    }
    var most = SIMD4<Count>.zero
    for place in metStarts[step]..<metStarts[step + 1] {
      let word = paths.met[place]
      let actor = Int(word >> 4)
      let new = arriving[actor].only(masks[word])
      counts[actor] += new
      most = pointwiseMax(most, new)
    }
    return most
  }

  private func pull(_ step: Int, _ backward: RowPointers) -> SIMD4<Count> {
    let (counts, side, masks) = (memory.counts, memory.side, memory.masks)
    let range = metStarts[step]..<metStarts[step + 1]
    var most = SIMD4<Count>.zero
    for place in range {
      let word = paths.met[place]
      let actor = Int(word >> 4)
      let row = backward.first(actor)
      var sum = SIMD4<Count>.zero
      for tie in 0..<backward.count(actor) { sum += counts[Int(row[tie])] }
      sum = sum.only(masks[word])
      side[place - range.lowerBound] = sum
      most = pointwiseMax(most, sum)
    }
    for place in range { counts[Int(paths.met[place] >> 4)] += side[place - range.lowerBound] }
    return most
  }

  /// Adds each actor's dependencies, from the last step to the first, and leaves nothing behind.
  func comeBack(_ onward: RowPointers, _ sums: UnsafeMutablePointer<Double>) {
    for step in stride(from: steps - 1, to: 0, by: -1) {
      sumSuccessors(step, onward)
      takeOwnShare(step)
      addDependencies(step, sums)
    }
    paths.shares.update(repeating: .zero, count: paths.actorCount)
    memory.clear()
  }

  /// Sums up the shares of those each actor leads on to, in the order of its row, and leaves them aside.
  func sumSuccessors(_ step: Int, _ onward: RowPointers) {
    let (shares, side, masks) = (paths.shares, paths.side, paths.masks)
    let first = leadingStarts[step]
    for place in first..<leadingStarts[step + 1] {
      let word = paths.leading[place]
      let actor = Int(word >> 4)
      let row = onward.first(actor)
      var sum = SIMD4<Double>.zero
      for tie in 0..<onward.count(actor) { sum += shares[Int(row[tie])] }
      side[place - first] = sum.only(masks[word])
    }
  }

  private func takeOwnShare(_ step: Int) {
    let (shares, counts, masks) = (paths.shares, memory.counts, paths.masks)
    for place in metStarts[step]..<metStarts[step + 1] {
      let word = paths.met[place]
      let actor = Int(word >> 4)
      shares[actor] += (1 / SIMD4<Double>(counts[actor])).only(masks[word])
    }
  }

  private func addDependencies(_ step: Int, _ sums: UnsafeMutablePointer<Double>) {
    let first = leadingStarts[step]
    for place in first..<leadingStarts[step + 1] {
      let actor = Int(paths.leading[place] >> 4)
      let successors = paths.side[place - first]
      paths.shares[actor] += successors
      sums[actor] += (SIMD4<Double>(memory.counts[actor]) * successors).sum()
    }
  }
}
