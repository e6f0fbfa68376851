package import KnowledgeNetworks

/// Measures of shortest paths from all actors, in parts that several machines can compute.
///
/// Betweenness, of all pairs or of those of different clusters, closeness and harmonic centrality, with or without
/// direction, in steps or along lengths. Parts are runs of batches of sources; what measures share is searched once.
///
/// Properties: `partsGiveTheScoresOfOneMachine`.
package final class DividedMeasures: DividedWork {
  private let measures: [Measure]
  private let analysis: ParallelAnalysis
  private let searches: [DividedSearch]
  private var kernels: [DividedSearch: DividedKernel] = [:]

  /// Takes measures of a network.
  ///
  /// - Throws: ``BuzzlineError``: `invalidOptions` for a measure that does not search from all actors; `outOfMemory`.
  package init(
    of measures: [Measure], isNormalized: Bool, in network: KnowledgeNetwork, workers: Workers
  ) throws(BuzzlineError) {
    let forms = measures.map { isNormalized ? $0.normalized?() ?? $0 : $0 }
    let analysis = ParallelAnalysis(of: network, workers: workers)
    var searches: [DividedSearch] = []
    for measure in forms {
      guard let search = measure.search?(analysis) else {
        let divided = Measure.allCases.filter { $0.search != nil }.map(\.name)
        throw BuzzlineError(
          .invalidOptions,
          "\(measure.name) is not computed in parts; \(divided.joined(separator: ", ")) are.")
      }
      try workers.afford(network.need(of: measure, by: .parallel))
      if !searches.contains(search) { searches.append(search) }
    }
    (self.measures, self.analysis, self.searches) = (forms, analysis, searches)
  }

  /// That of the measure that takes most.
  package var memory: MemoryNeed {
    let needs = measures.map { analysis.network.need(of: $0, by: .parallel) }
    return needs.max { $0.bytes(onThreads: 1) < $1.bytes(onThreads: 1) } ?? .numbers(in: analysis.network, "Nothing")
  }

  package var batchCounts: [Int] { searches.map { kernel(of: $0).batchCount } }

  package func part(
    of computation: Int, batches: Range<Int>, workers: Workers
  ) throws(BuzzlineError) -> WorkPart {
    let search = searches[computation]
    switch kernel(of: search) {
    case .steps(let kernel):
      return WorkPart(try kernel.dependencies(ofBatches: batches, by: workers)[0])
    case .lengths(let kernel, let ends):
      return WorkPart(try kernel.dependencies(on: ends, ofBlocks: batches, by: workers))
    case .distances(let kernel):
      let sums = try kernel.sums(ofBatches: batches, by: workers, work: "distances")
      return WorkPart(of: batches, words: sums.words)
    case .scores(let measure, _):
      let scored = try measure.native(ParallelAnalysis(of: analysis.network, workers: workers, blocks: batches))
      return WorkPart(of: batches, words: scored.numbers.map(\.bitPattern))
    }
  }

  package func outcome(joining parts: WorkParts, workers: Workers) throws(BuzzlineError) -> [ActorScores] {
    let joined = ParallelAnalysis(of: analysis.network, workers: workers)
    var known: [Measure: Scored] = [:]
    for (computation, search) in searches.enumerated() {
      switch search {
      case .dependencies(let grouping):
        let sums = try parts.joinedSums(computation).total(count: joined.network.actorCount)
        joined.betweenness[grouping] = joined.halved(sums)
      case .distances(let direction):
        let words = try parts.addedUp(computation, count: 3 * joined.network.actorCount)
        joined.know(AllDistanceSums(words: words), direction)
      case .scores(let measure):
        var numbers: [Double] = []
        try parts.forEachRow(of: computation) { numbers += $0.words.map(Double.init(bitPattern:)) }
        known[measure] = Scored(numbers)
      }
    }
    var scores: [ActorScores] = []
    for measure in measures {
      let scored = if let known = known[measure] { known } else { try measure.native(joined) }
      scores.append(measure.scores(scored, on: joined.network))
    }
    return scores
  }

  private func kernel(of search: DividedSearch) -> DividedKernel {
    if let known = kernels[search] { return known }
    let kernel = analysis.kernel(of: search)
    kernels[search] = kernel
    return kernel
  }
}

/// A search from all actors that can be done in parts.
enum DividedSearch: Hashable, Sendable {
  /// What depends on each actor on the way to all others, or to those of other groups.
  case dependencies(Grouping?)
  /// The steps to those that an actor reaches along a direction.
  case distances(Direction)
  /// A measure along lengths, actor by actor.
  case scores(Measure)
}

/// What does the batches of a search.
private enum DividedKernel {
  case steps(BetweennessKernel)
  case lengths(LengthKernel, CountedEnds)
  case distances(DistanceKernel)
  case scores(Measure, batchCount: Int)

  var batchCount: Int {
    switch self {
    case .steps(let kernel): kernel.batchCount
    case .lengths(let kernel, _): kernel.blockCount
    case .distances(let kernel): kernel.batchCount
    case .scores(_, let batchCount): batchCount
    }
  }
}

extension ParallelAnalysis {
  fileprivate func kernel(of search: DividedSearch) -> DividedKernel {
    switch search {
    case .dependencies(let grouping) where isSearchedInSteps:
      .steps(BetweennessKernel(rows: rows(.outgoing), ends: [CountedEnds(grouping)]))
    case .dependencies(let grouping): .lengths(LengthKernel(network, .outgoing), CountedEnds(grouping))
    case .distances(let direction): .distances(DistanceKernel(rows(direction.reversed)))
    case .scores(let measure):
      .scores(measure, batchCount: (network.actorCount + LengthDistances.block - 1) / LengthDistances.block)
    }
  }
}

extension AllDistanceSums {
  /// What was reached, in how many steps, and the scaled sum, actor by actor.
  fileprivate var words: [UInt64] { actors.flatMap { [$0.reached, $0.steps, $0.scaled] } }

  fileprivate init(words: [UInt64]) {
    let actors = (0..<words.count / 3).map { actor in
      DistanceSums(reached: words[3 * actor], steps: words[3 * actor + 1], scaled: words[3 * actor + 2])
    }
    self.init(actors: actors, scale: .inverse(actorCount: actors.count))
  }
}
