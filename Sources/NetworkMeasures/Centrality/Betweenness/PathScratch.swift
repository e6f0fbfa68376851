/// What a worker keeps while it counts shortest paths.
final class PathScratch {
  var search: LevelSearch
  private let paths: PathPointers
  private let counts: CountPointers<Float>
  /// Made when path counts first outgrow the small numbers.
  private var largeCounts: CountPointers<Double>?

  convenience init(_ rows: SearchRows) {
    self.init(actorCount: rows.actorCount, longest: rows.longest, lengthCount: rows.onward.delays.count)
  }

  /// - Parameters:
  ///   - longest: The longest tie in units; 0 where ties have no lengths.
  ///   - lengthCount: How many ties have lengths.
  init(actorCount: Int, longest: Int = 0, lengthCount: Int = 0) {
    search = LevelSearch(actorCount: actorCount, longest: longest)
    paths = PathPointers(actorCount: actorCount, longest: longest, lengthCount: lengthCount)
    counts = CountPointers(actorCount: actorCount)
  }

  deinit {
    search.deallocate()
    paths.deallocate()
    counts.deallocate()
    largeCounts?.deallocate()
  }

  /// Counts the shortest paths found, those of eight searches after those of eight others, and sums up on their way back.
  ///
  /// - Parameter delayed: The ties onward, where they have lengths.
  /// - Returns: Whether all are so few that a number can hold them.
  func followPaths(
    _ onward: RowPointers, _ backward: RowPointers, along delayed: DelayedRowPointers? = nil,
    _ pass: inout some BackwardPass
  ) -> Bool {
    var isCounted = true
    for first in stride(from: 0, to: search.sourceCount, by: BetweennessKernel.group) {
      let group = PathGroup(paths: paths, counts: counts, search, shift: UInt64(first), along: delayed)
      if group.forwardPass(onward, backward) {
        pass.backwardPass(group, onward)
      } else {
        let large = largeCounts ?? CountPointers(actorCount: search.actorCount)
        largeCounts = large
        let group = PathGroup(paths: paths, counts: large, search, shift: UInt64(first), along: delayed)
        isCounted = group.forwardPass(onward, backward) && isCounted
        pass.backwardPass(group, onward)
      }
    }
    return isCounted
  }
}

/// What is summed up on the way back along shortest paths.
protocol BackwardPass {
  /// Goes back over eight searches from the last step to the first, and leaves nothing behind in the group's memory.
  mutating func backwardPass(_ group: PathGroup<some PathCount>, _ onward: RowPointers)
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
  /// The same for the next distances, where ties have lengths; 0 between searches.
  let ring: ArrivalRing<UInt8>
  let taken: TakenTies
  let masks = LaneMasks<Int64>()

  init(actorCount: Int, longest: Int, lengthCount: Int) {
    self.actorCount = actorCount
    (shares, side) = (.repeating(.zero, actorCount), .repeating(.zero, actorCount))
    ring = ArrivalRing(actorCount: actorCount, longest: longest, none: 0)
    taken = TakenTies(actorCount: actorCount, tieCount: lengthCount)
    met = PathList(actorCount: actorCount)
    leading = PathList(actorCount: actorCount)
    ending = PathList(actorCount: actorCount)
    now = .repeating(0, actorCount)
  }

  func deallocate() {
    for numbers in [shares, side] { numbers.deallocate() }
    for list in [met, leading, ending] { list.deallocate() }
    now.deallocate()
    ring.deallocate()
    taken.deallocate()
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
    let most = 8 * actorCount + 1
    actors = .allocate(capacity: most)
    (lanes, allLanes) = (.allocate(capacity: most), .allocate(capacity: most))
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
    (counts, side) = (.repeating(.zero, actorCount), .repeating(.zero, actorCount))
  }

  func clear() { counts.update(repeating: .zero, count: actorCount) }

  func deallocate() {
    for numbers in [counts, side] { numbers.deallocate() }
    masks.deallocate()
  }
}
