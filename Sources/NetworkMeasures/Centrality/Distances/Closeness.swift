internal import IGraph
public import KnowledgeNetworks

extension Measure {
  /// How near the actors are that can reach it.
  public static let closenessIn = closeness(.incoming)
  /// How near the actors are that it can reach.
  public static let closenessOut = closeness(.outgoing)
  /// The sum of inverse distances from all others.
  public static let harmonicIn = harmonic(.incoming)
  /// The sum of inverse distances to all others.
  public static let harmonicOut = harmonic(.outgoing)

  /// How near others are, along ties in a direction.
  public static func closeness(_ direction: Direction, isNormalized: Bool = false) -> Measure {
    let others =
      direction == .incoming
      ? "from the actors that reach it; who does not" : "to the actors it reaches; who is not reached"
    return Measure(
      name: direction.trailing("closeness"), summary: "one over the summed distances \(others) is left out",
      isNormalized: isNormalized,
      caution: isNormalized
        ? "Normalised closeness is one over the mean distance to the actors reached: it may exceed 1, and is not "
          + "comparable between actors that reach different numbers." : nil,
      weights: .distance, followsPaths: true,
      memory: { .searches(in: $0, "Closeness", inSteps: MemoryNeed.distances, byLength: MemoryNeed.lengthDistances) },
      igraph: IGraphCall(work: \.searchesFromAll) { analysis, progress throws(IGraphError) in
        try analysis.graph.closeness(
          TieSide(direction), lengths: analysis.lengths, isNormalized: isNormalized, progress: progress)
      },
      normalized: { .closeness(direction, isNormalized: true) },
      sampled: SampledForm(
        reasonUnlessNormalized: "a sample does not tell how many are reached, which the normalised form can do without"
      ) { network, options, workers throws(BuzzlineError) in
        try network.sampledCloseness(direction, options, workers: workers)
      }, search: { $0.search(direction, of: .closeness(direction, isNormalized: isNormalized)) }
    ) { analysis throws(BuzzlineError) in
      try analysis.byDistance(direction) { sums, _, unit in
        sums.reached == 0 ? .nan : (isNormalized ? Double(sums.reached) : 1) / (Double(sums.steps) * unit)
      } byLength: { sums in
        sums.reached == 0 ? .nan : (isNormalized ? Double(sums.reached) : 1) / sums.total
      }
    }
  }

  /// The sum of inverse distances along ties in a direction.
  public static func harmonic(_ direction: Direction, isNormalized: Bool = false) -> Measure {
    Measure(
      name: direction.trailing("harmonic"),
      summary: "sum of inverse distances \(direction == .incoming ? "from" : "to") all other actors",
      isNormalized: isNormalized, weights: .distance, followsPaths: true,
      memory: {
        .searches(in: $0, "Harmonic centrality", inSteps: MemoryNeed.distances, byLength: MemoryNeed.lengthDistances)
      },
      igraph: IGraphCall(work: \.searchesFromAll) { analysis, progress throws(IGraphError) in
        try analysis.graph.harmonic(
          TieSide(direction), lengths: analysis.lengths, isNormalized: isNormalized, progress: progress)
      },
      normalized: { .harmonic(direction, isNormalized: true) },
      sampled: SampledForm { network, options, workers throws(BuzzlineError) in
        try network.sampledHarmonic(direction, options, workers: workers)
      }, search: { $0.search(direction, of: .harmonic(direction, isNormalized: isNormalized)) }
    ) { analysis throws(BuzzlineError) in
      let others = isNormalized ? Double(max(1, analysis.network.actorCount - 1)) : 1
      return try analysis.byDistance(direction) { sums, scale, unit in
        scale.number(sums.scaled) / unit / others
      } byLength: { sums in
        sums.inverse / others
      }
    }
  }
}

extension KnowledgeNetwork {
  /// How near each actor is to those it reaches: one over the sum of the distances to them.
  ///
  /// Freeman (1979), [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733(78)90021-7), over the
  /// reachable actors only; one that reaches few but near ones may score high, which ``harmonic(_:isNormalized:engine:workers:)``
  /// avoids. Not defined for an actor that reaches nobody. Weights are lengths if declared to be distances; else every
  /// connected pair is one step.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` for those the actor reaches, `.incoming` for those that reach it, `.both` for ways
  ///     along ties in either direction.
  ///   - isNormalized: Whether to multiply by the number of actors reached: one over the mean distance.
  ///   - engine: What computes it.
  ///   - workers: The threads of the parallel engine, and who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n* *m*) time, O(*n* *m* log *n*) with lengths that are no small multiples of one; O(*n* + *m*) space.
  ///
  /// Properties: turning all ties swaps outgoing and incoming.
  public func closeness(
    _ direction: Direction, isNormalized: Bool = false, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try score(.closeness(direction, isNormalized: isNormalized), engine, workers)
  }

  /// How near each actor is to everyone: the sum of one over the distance to each other actor.
  ///
  /// Marchiori & Latora (2000), [doi:10.1016/S0378-4371(00)00311-3](https://doi.org/10.1016/S0378-4371(00)00311-3); an
  /// actor out of reach adds 0, so an isolate scores 0 and networks in several parts need no exception. Weights are
  /// lengths if declared to be distances; else every connected pair is one step.
  ///
  /// - Parameters:
  ///   - direction: As in ``closeness(_:isNormalized:engine:workers:)``.
  ///   - isNormalized: Whether to divide by *n* − 1, so that without lengths 1 is the most.
  ///   - engine: What computes it.
  ///   - workers: The threads of the parallel engine, and who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n* *m*) time, O(*n* *m* log *n*) with lengths that are no small multiples of one; O(*n* + *m*) space.
  ///
  /// Properties: turning all ties swaps outgoing and incoming; without lengths it is at least the out-degree.
  public func harmonic(
    _ direction: Direction, isNormalized: Bool = false, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try score(.harmonic(direction, isNormalized: isNormalized), engine, workers)
  }

  /// How many other actors each one reaches, or is reached from, in so many steps.
  ///
  /// Every tie is one step; weights are not used and unobserved pairs count as absent. An isolate reaches nobody: 0.
  ///
  /// Properties: oneStepIsTheDegree, turning all ties swaps outgoing and incoming.
  ///
  /// - Parameters:
  ///   - direction: As in ``closeness(_:isNormalized:engine:workers:)``.
  ///   - steps: The most steps, at least 1; any number by default.
  ///   - workers: The threads that search, and who hears how far they are.
  /// - Throws: ``BuzzlineError``: `.invalidInput` for fewer steps than one, `.outOfMemory`, `.cancelled`.
  /// - Complexity: O(*n*(*n* + *m*)) time, searching from 256 actors at once, and O(*n* + *m*) space.
  public func reach(
    _ direction: Direction, within steps: Int = .max, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    guard steps >= 1 else {
      throw BuzzlineError(.invalidInput, "Reach is counted within at least one step; here are \(steps).")
    }
    try workers.afford(.distances(in: self, "Reach"))
    let kernel = DistanceKernel(SearchRows(of: self, direction.reversed), mostSteps: steps)
    let sums = try kernel.sums(by: workers, work: "reach")
    return ActorScores(measure: direction.trailing("reach"), sums.actors.map { Double($0.reached) })
  }
}

extension ParallelAnalysis {
  /// What a measure from distances along a direction is made of.
  fileprivate func search(_ direction: Direction, of measure: Measure) -> DividedSearch {
    isSearchedInSteps ? .distances(network.isDirected ? direction : .outgoing) : .scores(measure)
  }

  /// A number of each actor from the distances to those it reaches along `direction`: in steps of one unit, or where
  /// ties have lengths that are no small multiples of one, by them.
  fileprivate func byDistance(
    _ direction: Direction, inSteps: (DistanceSums, DistanceScale, _ unit: Double) -> Double,
    byLength: (LengthSums) -> Double
  ) throws(BuzzlineError) -> Scored {
    guard isSearchedInSteps else {
      return Scored(try LengthDistances(network, direction).sums(ofBlocks: blocks, by: workers).map(byLength))
    }
    let sums = try distances(direction)
    let unit = wholeLengths?.unit ?? 1
    return Scored(sums.actors.map { inSteps($0, sums.scale, unit) })
  }
}
