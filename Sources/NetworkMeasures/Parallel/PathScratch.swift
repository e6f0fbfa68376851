/// What a worker keeps while it counts shortest paths.
final class PathScratch {
  private var search: LevelSearch
  private let actorCount: Int
  private let paths: PathPointers

  init(actorCount: Int) {
    self.actorCount = actorCount
    search = LevelSearch(actorCount: actorCount)
    paths = PathPointers(actorCount: actorCount)
  }

  deinit { paths.deallocate() }

  /// The sum of dependencies on each actor over up to 64 sources.
  func dependencies(from sources: ArraySlice<UInt32>, _ onward: RowPointers, _ backward: RowPointers) -> [Double] {
    search.run(from: sources, onward, backward)
    var sums = [Double](repeating: 0, count: actorCount)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let sums = sums.baseAddress else { return }
      for first in stride(from: 0, to: sources.count, by: 4) {
        var group = PathGroup(paths: paths, steps: search.stepCount, pushed: search.isPushed)
        group.list(search, shift: UInt64(first))
        group.goOut(onward, backward)
        group.comeBack(onward, sums)
        group.clear()
      }
    }
    return sums
  }
}

/// The memory of four searches.
struct PathPointers {
  let actorCount: Int
  /// Shortest paths to each actor; 0 where it was not met.
  let counts: UnsafeMutablePointer<Lane4>
  /// Shortest paths on their way to the next step.
  let arriving: UnsafeMutablePointer<Lane4>
  /// (1 + dependency) / paths; 0 where the way back has not come.
  let shares: UnsafeMutablePointer<Lane4>
  /// Results of a step until all of them are known.
  let side: UnsafeMutablePointer<Lane4>
  /// Actors by step, with the lanes that met them in the four lowest bits; and those that lead on.
  let met: UnsafeMutablePointer<UInt64>
  let leading: UnsafeMutablePointer<UInt64>

  init(actorCount: Int) {
    self.actorCount = actorCount
    func lanes() -> UnsafeMutablePointer<Lane4> {
      let lanes = UnsafeMutablePointer<Lane4>.allocate(capacity: actorCount + 1)
      lanes.initialize(repeating: .zero, count: actorCount + 1)
      return lanes
    }
    (counts, arriving, shares, side) = (lanes(), lanes(), lanes(), lanes())
    // Each of the four searches meets an actor once; one place more takes what a list without branches writes last.
    met = .allocate(capacity: 4 * actorCount + 1)
    leading = .allocate(capacity: 4 * actorCount + 1)
  }

  func clear() {
    for lanes in [counts, arriving, shares] { lanes.update(repeating: .zero, count: actorCount) }
  }

  func deallocate() {
    for lanes in [counts, arriving, shares, side] { lanes.deallocate() }
    met.deallocate()
    leading.deallocate()
  }
}
