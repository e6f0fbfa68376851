/// What a worker keeps while it counts shortest paths.
final class PathScratch {
  private var search: LevelSearch
  private let paths: PathPointers
  private let counts: CountPointers<Float>
  /// Made when path counts first outgrow the small numbers.
  private var largeCounts: CountPointers<Double>?

  init(actorCount: Int) {
    search = LevelSearch(actorCount: actorCount)
    paths = PathPointers(actorCount: actorCount)
    counts = CountPointers(actorCount: actorCount)
  }

  deinit {
    paths.deallocate()
    counts.deallocate()
    largeCounts?.deallocate()
  }

  /// The sum of dependencies on each actor over up to 64 sources.
  func dependencies(
    from sources: ArraySlice<UInt32>, to ends: CountedEnds, _ onward: RowPointers, _ backward: RowPointers
  ) -> [Double] {
    search.run(from: sources, onward, backward)
    var sums = [Double](repeating: 0, count: paths.actorCount)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let sums = sums.baseAddress else { return }
      for first in stride(from: 0, to: sources.count, by: BetweennessKernel.group) {
        let lanes = sources.dropFirst(first).prefix(BetweennessKernel.group)
        let group = PathGroup(paths: paths, counts: counts, search, shift: UInt64(first))
        if group.goOut(onward, backward) {
          group.comeBack(onward, from: ends, of: lanes, sums)
        } else {
          let group = PathGroup(paths: paths, counts: madeLargeCounts(), search, shift: UInt64(first))
          _ = group.goOut(onward, backward)
          group.comeBack(onward, from: ends, of: lanes, sums)
        }
      }
    }
    return sums
  }

  private func madeLargeCounts() -> CountPointers<Double> {
    let counts = largeCounts ?? CountPointers(actorCount: paths.actorCount)
    largeCounts = counts
    return counts
  }
}

extension PathGroup {
  /// - Parameter sources: Where the searches of the group began.
  fileprivate func comeBack(
    _ onward: RowPointers, from ends: CountedEnds, of sources: ArraySlice<UInt32>, _ sums: UnsafeMutablePointer<Double>
  ) {
    switch ends {
    case .all: comeBack(onward, from: AllEnds(), sums)
    case .otherGroups(let codes, let count):
      comeBack(onward, from: OtherGroupEnds(from: sources, codes: codes, groupCount: count), sums)
    }
  }
}

/// The memory of eight searches but for their counts.
struct PathPointers {
  let actorCount: Int
  /// (1 + dependency) / paths; 0 where the way back has not come.
  let shares: UnsafeMutablePointer<SIMD8<Double>>
  /// Sums of a step until all of them are known.
  let side: UnsafeMutablePointer<SIMD8<Double>>
  /// Actors by step, with the lanes that met them, where a step is pulled.
  let met: PathList
  /// For every step, those that lead on, with the lanes that do; and the others.
  let leading: PathList
  let ending: PathList
  /// The lanes that meet an actor at the step at hand; 0 between steps.
  let now: UnsafeMutablePointer<UInt8>
  let masks = LaneMasks<Int64>()

  init(actorCount: Int) {
    self.actorCount = actorCount
    (shares, side) = (.zeros(actorCount), .zeros(actorCount))
    met = PathList(actorCount: actorCount)
    leading = PathList(actorCount: actorCount)
    ending = PathList(actorCount: actorCount)
    now = .allocate(capacity: actorCount)
    now.initialize(repeating: 0, count: actorCount)
  }

  func deallocate() {
    shares.deallocate()
    side.deallocate()
    met.deallocate()
    leading.deallocate()
    ending.deallocate()
    now.deallocate()
    masks.deallocate()
  }
}

/// Actors of one step after another with some lanes of a group.
struct PathList {
  private let actors: UnsafeMutablePointer<UInt32>
  let lanes: UnsafeMutablePointer<UInt8>
  /// All lanes that met the actor then, where `lanes` are only some.
  let allLanes: UnsafeMutablePointer<UInt8>

  init(actorCount: Int) {
    // Each of eight searches meets an actor once; one place more takes what a list without branches writes last.
    actors = .allocate(capacity: 8 * actorCount + 1)
    lanes = .allocate(capacity: 8 * actorCount + 1)
    allLanes = .allocate(capacity: 8 * actorCount + 1)
  }

  func deallocate() {
    actors.deallocate()
    lanes.deallocate()
    allLanes.deallocate()
  }

  @inline(__always)
  func actor(_ place: Int) -> Int { Int(actors[place]) }

  /// Writes the lowest eight lanes, to be written over if there are none: how many places that took.
  @inline(__always)
  func put(_ actor: UInt32, _ searches: UInt64, at place: Int) -> Int {
    let own = UInt8(truncatingIfNeeded: searches)
    actors[place] = actor
    lanes[place] = own
    return own == 0 ? 0 : 1
  }
}

/// The path counts of eight searches.
struct CountPointers<Count: PathCount> {
  private let actorCount: Int
  /// Shortest paths to each actor; 0 where it was not met.
  let counts: UnsafeMutablePointer<SIMD8<Count>>
  /// Sums of a step until all of them are known.
  let side: UnsafeMutablePointer<SIMD8<Count>>
  let masks = LaneMasks<Count.Bits>()

  init(actorCount: Int) {
    self.actorCount = actorCount
    (counts, side) = (.zeros(actorCount), .zeros(actorCount))
  }

  func clear() { counts.update(repeating: .zero, count: actorCount) }

  func deallocate() {
    counts.deallocate()
    side.deallocate()
    masks.deallocate()
  }
}

extension UnsafeMutablePointer where Pointee: SIMD, Pointee.Scalar: FloatingPoint {
  static func zeros(_ count: Int) -> Self {
    let zeros = allocate(capacity: count + 1)
    zeros.initialize(repeating: .zero, count: count + 1)
    return zeros
  }
}
