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
  func dependencies(from sources: ArraySlice<UInt32>, _ onward: RowPointers, _ backward: RowPointers) -> [Double] {
    search.run(from: sources, onward, backward)
    var sums = [Double](repeating: 0, count: paths.actorCount)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let sums = sums.baseAddress else { return }
      for first in stride(from: 0, to: sources.count, by: 4) {
        var group = PathGroup(paths: paths, counts: counts, search)
        group.list(search, shift: UInt64(first))
        if group.goOut(onward, backward) {
          group.comeBack(onward, sums)
        } else {
          dependenciesOfMany(from: first, onward, backward, sums)
        }
      }
    }
    return sums
  }

  /// The same for one group in larger numbers.
  private func dependenciesOfMany(
    from first: Int, _ onward: RowPointers, _ backward: RowPointers, _ sums: UnsafeMutablePointer<Double>
  ) {
    let counts = largeCounts ?? CountPointers(actorCount: paths.actorCount)
    largeCounts = counts
    var group = PathGroup(paths: paths, counts: counts, search)
    group.list(search, shift: UInt64(first))
    _ = group.goOut(onward, backward)
    group.comeBack(onward, sums)
  }
}

/// The memory of four searches but for their counts.
struct PathPointers {
  let actorCount: Int
  /// (1 + dependency) / paths; 0 where the way back has not come.
  let shares: UnsafeMutablePointer<SIMD4<Double>>
  /// Sums of a step until all of them are known.
  let side: UnsafeMutablePointer<SIMD4<Double>>
  /// Actors by step, with the lanes that met them in the four lowest bits; and those that lead on.
  let met: UnsafeMutablePointer<UInt32>
  let leading: UnsafeMutablePointer<UInt32>
  let masks = LaneMasks<UInt64>()

  init(actorCount: Int) {
    self.actorCount = actorCount
    shares = .zeros(actorCount)
    side = .zeros(actorCount)
    // Each of the four searches meets an actor once; one place more takes what a list without branches writes last.
    met = .allocate(capacity: 4 * actorCount + 1)
    leading = .allocate(capacity: 4 * actorCount + 1)
  }

  func deallocate() {
    shares.deallocate()
    side.deallocate()
    met.deallocate()
    leading.deallocate()
    masks.deallocate()
  }
}

/// The path counts of four searches.
struct CountPointers<Count: PathCount> {
  private let actorCount: Int
  /// Shortest paths to each actor; 0 where it was not met.
  let counts: UnsafeMutablePointer<SIMD4<Count>>
  /// Shortest paths on their way to the next step.
  let arriving: UnsafeMutablePointer<SIMD4<Count>>
  /// Sums of a step until all of them are known.
  let side: UnsafeMutablePointer<SIMD4<Count>>
  let masks = LaneMasks<Count.Bits>()

  init(actorCount: Int) {
    self.actorCount = actorCount
    (counts, arriving, side) = (.zeros(actorCount), .zeros(actorCount), .zeros(actorCount))
  }

  func clear() {
    counts.update(repeating: .zero, count: actorCount)
    arriving.update(repeating: .zero, count: actorCount)
  }

  func deallocate() {
    counts.deallocate()
    arriving.deallocate()
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
