/// Four searches out and back over one batch's steps.
struct PathGroup {
  private let paths: PathPointers
  private let steps: Int
  private let isPushed: [Bool]
  /// Where each step begins in the lists.
  private var metStarts: [Int] = [0]
  private var leadingStarts: [Int] = [0]

  init(paths: PathPointers, steps: Int, pushed: [Bool]) {
    self.paths = paths
    self.steps = steps
    isPushed = pushed
  }

  /// Packs each step's actors with the lanes of this group that met them, and those that lead on with the lanes that do.
  mutating func list(_ search: LevelSearch, shift: UInt64) {
    metStarts = Self.pack(search.entries, \.lanes, search.starts, shift, into: paths.met)
    leadingStarts = Self.pack(search.leading, \.leading, search.leadingStarts, shift, into: paths.leading)
  }

  @inline(__always)
  private static func pack(
    _ entries: [LevelEntry], _ lanes: (LevelEntry) -> UInt64, _ starts: [Int], _ shift: UInt64,
    into list: UnsafeMutablePointer<UInt64>
  ) -> [Int] {
    var packedStarts = [0]
    packedStarts.reserveCapacity(starts.count)
    var count = 0
    entries.withUnsafeBufferPointer { entries in
      for step in 0..<starts.count - 1 {
        for place in starts[step]..<starts[step + 1] {
          let own = (lanes(entries[place]) &>> shift) & 15
          list[count] = UInt64(entries[place].actor) << 4 | own
          count &+= Int(truncatingIfNeeded: (own &+ 15) &>> 4)
        }
        packedStarts.append(count)
      }
    }
    return packedStarts
  }

  /// Counts the shortest paths to every actor, step by step.
  func goOut(_ onward: RowPointers, _ backward: RowPointers) {
    Lane4.masks.withUnsafeBufferPointer { masks in
      for place in 0..<metStarts[1] {
        let word = paths.met[place]
        paths.counts[Int(word >> 4)] += Lane4(repeating: 1).only(masks[Int(word & 15)])
      }
      for step in 1..<max(1, steps) {
        if isPushed[step] { push(step, onward, masks) } else { pull(step, backward, masks) }
      }
    }
  }

  /// From the actors of the step before: what arrives in lanes that have passed an actor already is never read.
  private func push(_ step: Int, _ onward: RowPointers, _ masks: UnsafeBufferPointer<SIMD4<UInt64>>) {
    let (counts, arriving) = (paths.counts, paths.arriving)
    for place in leadingStarts[step - 1]..<leadingStarts[step] {
      let word = paths.leading[place]
      let actor = Int(word >> 4)
      let count = counts[actor].only(masks[Int(word & 15)])
      let row = onward.first(actor)
      for tie in 0..<onward.count(actor) { arriving[Int(row[tie])] += count }
    }
    for place in metStarts[step]..<metStarts[step + 1] {
      let word = paths.met[place]
      let actor = Int(word >> 4)
      counts[actor] += arriving[actor].only(masks[Int(word & 15)])
    }
  }

  private func pull(_ step: Int, _ backward: RowPointers, _ masks: UnsafeBufferPointer<SIMD4<UInt64>>) {
    let (counts, side) = (paths.counts, paths.side)
    let range = metStarts[step]..<metStarts[step + 1]
    for place in range {
      let word = paths.met[place]
      let actor = Int(word >> 4)
      let row = backward.first(actor)
      var sum = Lane4.zero
      for tie in 0..<backward.count(actor) { sum += counts[Int(row[tie])] }
      side[place - range.lowerBound] = sum.only(masks[Int(word & 15)])
    }
    for place in range { counts[Int(paths.met[place] >> 4)] += side[place - range.lowerBound] }
  }

  /// Adds each actor's dependencies, from the last step to the first.
  func comeBack(_ onward: RowPointers, _ sums: UnsafeMutablePointer<Double>) {
    Lane4.masks.withUnsafeBufferPointer { masks in
      for step in stride(from: steps - 1, to: 0, by: -1) {
        sumSuccessors(step, onward, masks)
        takeOwnShare(step, masks)
        addDependencies(step, sums)
      }
    }
  }

  private func sumSuccessors(_ step: Int, _ onward: RowPointers, _ masks: UnsafeBufferPointer<SIMD4<UInt64>>) {
    let (shares, side) = (paths.shares, paths.side)
    let first = leadingStarts[step]
    for place in first..<leadingStarts[step + 1] {
      let word = paths.leading[place]
      let actor = Int(word >> 4)
      let row = onward.first(actor)
      var sum = Lane4.zero
      for tie in 0..<onward.count(actor) { sum += shares[Int(row[tie])] }
      side[place - first] = sum.only(masks[Int(word & 15)])
    }
  }

  private func takeOwnShare(_ step: Int, _ masks: UnsafeBufferPointer<SIMD4<UInt64>>) {
    for place in metStarts[step]..<metStarts[step + 1] {
      let word = paths.met[place]
      let actor = Int(word >> 4)
      paths.shares[actor] += (1 / paths.counts[actor]).only(masks[Int(word & 15)])
    }
  }

  private func addDependencies(_ step: Int, _ sums: UnsafeMutablePointer<Double>) {
    let first = leadingStarts[step]
    for place in first..<leadingStarts[step + 1] {
      let actor = Int(paths.leading[place] >> 4)
      let successors = paths.side[place - first]
      paths.shares[actor] += successors
      sums[actor] += (paths.counts[actor] * successors).sum()
    }
  }

  func clear() { paths.clear() }
}
