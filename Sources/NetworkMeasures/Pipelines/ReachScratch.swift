internal import KnowledgeNetworks

/// What a worker keeps while it follows what a cluster reaches outside.
final class ReachScratch {
  private let surroundings: ClusterSurroundings
  private var search: LevelSearch
  private var inside: InsideSearch
  private let paths: PathPointers
  private let counts: CountPointers<Float>
  /// Made when path counts first outgrow the small numbers.
  private var largeCounts: CountPointers<Double>?
  private let locals: LocalPointers

  init(_ surroundings: ClusterSurroundings) {
    self.surroundings = surroundings
    search = LevelSearch(actorCount: surroundings.actorCount)
    inside = InsideSearch(localCount: surroundings.locals.count)
    paths = PathPointers(actorCount: surroundings.actorCount)
    counts = CountPointers(actorCount: surroundings.actorCount)
    locals = LocalPointers(count: surroundings.locals.count)
  }

  deinit {
    paths.deallocate()
    counts.deallocate()
    locals.deallocate()
    largeCounts?.deallocate()
  }

  /// What up to 64 of the locals reach, searched for at once; `nil` if there are more paths than can be counted.
  func tally(of locals: Range<Int>) -> ReachTally? {
    var tally = ReachTally(count: surroundings.locals.count)
    let sources = surroundings.locals[locals].filter { surroundings.onward.count(of: Int($0)) > 0 }
    guard !sources.isEmpty else { return tally }
    let isCounted = surroundings.onward.withPointers { onward in
      surroundings.backward.withPointers { backward in
        search.run(from: sources[...], onward, backward)
        inside.run(along: search, in: surroundings)
        return stride(from: 0, to: sources.count, by: BetweennessKernel.group).allSatisfy { first in
          if add(UInt64(first), onward, backward, counts, to: &tally) { return true }
          let large = largeCounts ?? CountPointers(actorCount: surroundings.actorCount)
          largeCounts = large
          return add(UInt64(first), onward, backward, large, to: &tally)
        }
      }
    }
    return isCounted ? tally : nil
  }

  /// Adds what eight of the searches find; `false`, and nothing added, if their paths outgrow the numbers.
  private func add<Count: PathCount>(
    _ shift: UInt64, _ onward: RowPointers, _ backward: RowPointers, _ counts: CountPointers<Count>,
    to tally: inout ReachTally
  ) -> Bool {
    let group = PathGroup(paths: paths, counts: counts, search, shift: shift)
    guard group.goOut(onward, backward) else { return false }
    let way = ReachWay(
      group: group, paths: paths, counts: counts, inside: inside, surroundings: surroundings, shift: shift)
    way.countLocalPaths(locals)
    surroundings.externalLanes.withUnsafeBufferPointer { external in
      guard let external = external.baseAddress else { return }
      way.comeBack(onward, locals, external, steps: search.stepCount, adding: &tally)
    }
    return true
  }
}

/// What eight searches keep of each local actor.
struct LocalPointers {
  let count: Int
  /// Shortest paths to it that never left the cluster.
  let paths: UnsafeMutablePointer<SIMD8<Double>>
  /// What it reaches by leaving the cluster itself, and what others do that leave it here.
  let direct: UnsafeMutablePointer<SIMD8<Double>>
  let mediated: UnsafeMutablePointer<SIMD8<Double>>

  init(count: Int) {
    self.count = count
    (paths, direct, mediated) = (.zeros(count), .zeros(count), .zeros(count))
  }

  func clear() {
    for part in [paths, direct, mediated] { part.update(repeating: .zero, count: count) }
  }

  func deallocate() {
    for part in [paths, direct, mediated] { part.deallocate() }
  }
}
