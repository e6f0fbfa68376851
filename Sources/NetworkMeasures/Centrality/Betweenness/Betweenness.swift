internal import IGraph
public import KnowledgeNetworks

extension Measure {
  /// How often an actor lies on the shortest way between two others.
  public static let betweenness = betweenness(isNormalized: false)

  /// The same, divided by the number of pairs of others or not.
  public static func betweenness(isNormalized: Bool) -> Measure {
    Measure(
      name: "betweenness", summary: "shortest paths between two others that lead through it",
      isNormalized: isNormalized, weights: .distance, followsPaths: true,
      memory: { .searches(in: $0, "Betweenness", inSteps: MemoryNeed.paths) },
      igraph: IGraphCall(work: \.searchesFromAll) { analysis, progress throws(IGraphError) in
        let answer = try analysis.graph.betweenness(lengths: analysis.lengths, progress: progress)
        let pairs = isNormalized ? analysis.network.pairsOfOthers : 1
        return answer.map { scores in scores.map { $0 / pairs } }
      },
      normalized: { .betweenness(isNormalized: true) },
      sampled: SampledForm { network, options, workers throws(BuzzlineError) in
        try network.sampledBetweenness(options, workers: workers)
      }, search: { _ in .dependencies(nil) }
    ) { analysis throws(BuzzlineError) in
      let pairs = isNormalized ? analysis.network.pairsOfOthers : 1
      return Scored(try analysis.betweenness().map { $0 / pairs })
    }
  }
}

extension KnowledgeNetwork {
  /// On how many shortest paths between two others each actor lies: how often it is in between.
  ///
  /// Freeman (1977), [doi:10.2307/3033543](https://doi.org/10.2307/3033543): the sum over all pairs of others of the
  /// share of their shortest paths that pass the actor. Pairs are ordered where ties have a direction, unordered where
  /// they have none; a pair that is not connected counts 0. Weights are lengths if declared to be distances; else every
  /// connected pair is one step. An isolate scores 0. Unobserved pairs count as absent ties.
  ///
  /// - Parameters:
  ///   - isNormalized: Whether to divide by the number of pairs of others, (*n* − 1)(*n* − 2), or half of it without
  ///     direction, so that 1 is the most; below three actors that is not defined.
  ///   - engine: What computes it.
  ///   - workers: The threads of the parallel engine, and who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n* *m*) time, O(*n* *m* log *n*) with lengths that are no small multiples of one; O(*n* + *m*) space.
  ///
  /// Properties: turning all ties leaves betweenness as it is; in a star the centre lies between all.
  public func betweenness(
    isNormalized: Bool = false, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try score(.betweenness(isNormalized: isNormalized), engine, workers)
  }
}

extension ParallelAnalysis {
  /// Raw betweenness, over all pairs or those of different groups.
  func betweenness(between grouping: Grouping? = nil) throws(BuzzlineError) -> [Double] {
    if let known = betweenness[grouping] { return known }
    guard isSearchedInSteps else {
      return halved(try LengthKernel(network, .outgoing).dependencies(on: CountedEnds(grouping), by: workers))
    }
    var asked = [grouping]
    // Whoever has a group is a source of both, and the same searches serve them.
    if grouping == nil, let alsoBetween, alsoBetween.ungrouped.isEmpty { asked.append(alsoBetween) }
    let sums = try BetweennessKernel(rows: rows(.outgoing), ends: asked.map(CountedEnds.init)).dependencies(by: workers)
    for (grouping, sums) in zip(asked, sums) { betweenness[grouping] = halved(sums) }
    return betweenness[grouping] ?? []
  }

  /// Without direction every pair was counted from both its ends.
  func halved(_ sums: [Double]) -> [Double] { network.isDirected ? sums : sums.map { $0 / 2 } }
}

/// Betweenness from all sources, 64 searches at a time and their shortest paths counted eight by eight.
///
/// Brandes (2001), [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249). With σ the number
/// of shortest paths from the source and δ its dependency, the way back sums g = (1 + δ) / σ, so that
/// g(v) = 1/σ(v) + Σ g(w) and δ(v) = σ(v) Σ g(w) over the successors *w* of *v*. Steps need no comparison of distances:
/// who is not met yet has σ = 0, who is not passed on the way back has g = 0. Where rows have lengths, steps are distances.
struct BetweennessKernel: Sendable {
  static let width = 64
  /// How many of them count paths together.
  static let group = 8

  private let rows: SearchRows
  /// By the numbers of ``rows``.
  private let ends: [CountedEnds]
  /// Those that give to somebody and whose pairs count, in the order of their batches.
  private let sources: [UInt32]

  /// - Parameter ends: What is counted, by the numbers of actors in the roster; all with the same sources.
  init(rows: SearchRows, ends: [CountedEnds]) {
    let placed = ends.map { ends -> CountedEnds in
      switch ends {
      case .all: .all
      case .otherGroups(let codes, let count): .otherGroups(codes: rows.order.map { codes[Int($0)] }, groupCount: count)
      }
    }
    let some = rows.places.filter { place in
      rows.onward.count(of: Int(place)) > 0 && placed.allSatisfy { $0.isSource(Int(place)) }
    }
    sources = some.isEmpty ? [] : SourceOrder(rows).arranged(some, batch: Self.width, group: Self.group)
    (self.rows, self.ends) = (rows, placed)
  }

  /// How many batches of sources there are.
  var batchCount: Int { (sources.count + Self.width - 1) / Self.width }

  /// For each sort of ends the sum of dependencies, in roster order.
  ///
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n* log *n*) space, and O(*n*) a worker.
  func dependencies(by workers: Workers) throws(BuzzlineError) -> [[Double]] {
    try dependencies(ofBatches: 0..<batchCount, by: workers).map { $0.total(count: rows.actorCount) }
  }

  /// The sums over some batches of sources that ``SourceOrder`` made, the same for any number of threads and of sorts.
  func dependencies(ofBatches batches: Range<Int>, by workers: Workers) throws(BuzzlineError) -> [PairwiseSums] {
    let nothing = ends.map { _ in [Double](repeating: 0, count: rows.actorCount) }
    var sums = ends.map { _ in PairwiseSums() }
    guard !batches.isEmpty else { return sums }
    try workers.forEach(of: batches.count, work: "betweenness") {
      PathScratch(rows)
    } compute: { scratch, number in
      let first = (batches.lowerBound + number) * Self.width
      let lanes = sources[first..<min(sources.count, first + Self.width)]
      var pass = DependencyPass(ends: ends, sources: lanes, sums: nothing)
      rows.withPointers { onward, backward in
        if rows.longest == 0 {
          scratch.search.run(from: lanes, onward, backward)
          _ = scratch.followPaths(onward, backward, &pass)
        } else {
          rows.withDelays { delayed in
            scratch.search.run(from: lanes, along: delayed)
            _ = scratch.followPaths(onward, backward, along: delayed, &pass)
          }
        }
      }
      return pass.sums
    } commit: { number, part in
      for sort in sums.indices { sums[sort].add(part[sort], at: batches.lowerBound + number) }
    }
    return sums.map { $0.mapped(rows.inRosterOrder) }
  }
}

/// Sums up the dependencies of up to 64 sources on each actor, for one sort of ends after the other.
struct DependencyPass: BackwardPass {
  let ends: [CountedEnds]
  let sources: ArraySlice<UInt32>
  var sums: [[Double]]

  mutating func backwardPass(_ group: PathGroup<some PathCount>, _ onward: RowPointers) {
    let sources = sources.dropFirst(Int(group.shift)).prefix(BetweennessKernel.group)
    for sort in ends.indices {
      switch ends[sort] {
      case .all: Self.backwardPass(group, onward, to: AllEnds(), &sums[sort])
      case .otherGroups(let codes, let count):
        let others = OtherGroupEnds(from: sources, codes: codes, groupCount: count)
        Self.backwardPass(group, onward, to: others, &sums[sort])
      }
      group.clearShares()
    }
    group.clearCounts()
  }

  private static func backwardPass(
    _ group: PathGroup<some PathCount>, _ onward: RowPointers, to ends: some PathEnds, _ sums: inout [Double]
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      for step in stride(from: group.steps - 1, to: 0, by: -1) {
        group.goBack(step, onward, to: ends, sums.baseAddress)
      }
    }
  }
}

enum CountedEnds: Sendable {
  case all
  /// To actors of another group than the source; an actor without a group, coded below 0, is no end and no source.
  case otherGroups(codes: [Int32], groupCount: Int)

  /// The ends of pairs of different groups, or of all pairs.
  init(_ grouping: Grouping?) {
    self = grouping.map { .otherGroups(codes: $0.groupCodes, groupCount: $0.groups.count) } ?? .all
  }

  func areCounted(from source: Int, to target: Int) -> Bool {
    switch self {
    case .all: true
    case .otherGroups(let codes, _): codes[source] >= 0 && codes[target] >= 0 && codes[source] != codes[target]
    }
  }

  func isSource(_ actor: Int) -> Bool {
    switch self {
    case .all: true
    case .otherGroups(let codes, _): codes[actor] >= 0
    }
  }
}

private struct AllEnds: PathEnds {
  @inline(__always)
  func lanes(to actor: Int) -> UInt8 { .max }
}

private struct OtherGroupEnds: PathEnds {
  private let codes: [Int32]
  /// By group counted from 1; none for those without a group.
  private var lanesByGroup: [UInt8]

  /// - Parameter sources: The actors that up to eight searches began at, each with a group.
  init(from sources: ArraySlice<UInt32>, codes: [Int32], groupCount: Int) {
    self.codes = codes
    lanesByGroup = [UInt8](repeating: .max, count: groupCount + 1)
    lanesByGroup[0] = 0
    for (lane, source) in sources.enumerated() { lanesByGroup[Int(codes[Int(source)]) + 1] &= ~(1 << UInt8(lane)) }
  }

  @inline(__always)
  func lanes(to actor: Int) -> UInt8 { lanesByGroup[Int(codes[actor]) + 1] }
}
