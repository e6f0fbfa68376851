public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Which actors to choose so that together they reach the others best, or so that the others fall apart most without
  /// them.
  ///
  /// The best set is seldom the best single actors put together, for what two of them reach may be the same. Borgatti
  /// (2006), [doi:10.1007/s10588-006-7084-x](https://doi.org/10.1007/s10588-006-7084-x). All sets of the size are tried
  /// where they are few enough; otherwise a greedy set and some drawn at random are improved by swapping one member for
  /// one other actor as long as that helps. All sets of the highest value are reported, for ties are the rule.
  ///
  /// Reach follows ties from giver to receiver and fragmentation takes them either way, unless the options say otherwise.
  /// Ties are single steps whatever they weigh; an unobserved pair counts as no tie; an isolate is reached only as a
  /// member. Values that differ by less than 1e-12 count as equal.
  ///
  /// Properties: `allSetsAreTriedOnSmallNetworks`, `moreMembersReachNoLess`, `swappingFindsWhatTryingAllFinds`,
  /// `threadsChangeNothing`.
  ///
  /// - Parameters:
  ///   - count: How many actors a set has.
  ///   - measure: What makes a set key.
  ///   - options: How sets are searched for, and how many are listed.
  ///   - workers: Who does it.
  /// - Throws: ``BuzzlineError`` if the network is empty, if a set has less than one actor or more than there are, if
  ///   less than two would remain to be fragmented, or if the task is cancelled.
  /// - Complexity: For *s* sets tried, O(*s* (*n* + *m*)) time for reach, and for fragmentation where ties are taken either
  ///   way; O(*s* *n* (*n* + *m*) *d* / 64) for other fragmentation in a network *d* steps across. O(*n* + *m*) space a
  ///   worker. *s* is as many as there are sets, or *k* *n* a round of swaps.
  public func keyPlayers(
    _ count: Int, by measure: KeyPlayerMeasure, options: KeyPlayerOptions = .standard, workers: Workers = .all
  ) throws(BuzzlineError) -> KeyPlayers {
    try checkKeyPlayers(count, by: measure)
    let rows = stepRows(options.ways(for: measure))
    switch measure {
    case .reach, .weightedReach:
      return try keyPlayers(count, measure, options, workers) { ReachScorer(measure, along: rows) }
    case .fragmentation where options.ways(for: measure) == .eitherWay || !isDirected:
      return try keyPlayers(count, measure, options, workers) { PartScorer(along: rows) }
    case .fragmentation, .weightedFragmentation:
      return try keyPlayers(count, measure, options, workers) { FragmentationScorer(measure, along: rows) }
    }
  }

  private func keyPlayers<Scorer: SetScorer>(
    _ count: Int, _ measure: KeyPlayerMeasure, _ options: KeyPlayerOptions, _ workers: Workers,
    scorer: @escaping @Sendable () -> Scorer
  ) throws(BuzzlineError) -> KeyPlayers {
    var search = SetSearch(actors: actorCount, size: count, effort: options.effort, workers: workers, scorer: scorer)
    try search.run()
    var nobody = scorer()
    return KeyPlayers(
      measure: measure, followsDirection: isDirected && options.ways(for: measure) == .asGiven,
      value: search.best.value, valueOfNobody: nobody.value(of: []),
      sets: search.best.sets.sorted { $0.lexicographicallyPrecedes($1) }, hasMore: search.best.hasMore,
      isExhaustive: search.isExhaustive)
  }

  private func checkKeyPlayers(_ count: Int, by measure: KeyPlayerMeasure) throws(BuzzlineError) {
    guard actorCount > 0 else { throw BuzzlineError(.emptyNetwork, "A network without actors has no key players.") }
    guard 1...actorCount ~= count else {
      throw BuzzlineError(.invalidOptions, "Of \(actorCount) actors, 1 to \(actorCount) can be key, not \(count).")
    }
    if measure.removesSet, actorCount - count < 2 {
      throw BuzzlineError(
        .invalidOptions,
        "Fragmentation needs two actors that remain; without \(count) of \(actorCount) there are fewer.")
    }
    if case .reach(let steps) = measure, steps < 1 {
      throw BuzzlineError(.invalidOptions, "Reach is counted within 1 step or more, not \(steps).")
    }
  }

  /// To whom single steps lead from each actor.
  private func stepRows(_ ways: KeyPlayerOptions.Ways) -> CompressedRows {
    guard isDirected, ways == .eitherWay else { return outgoing }
    var (starts, partners) = ([UInt32(0)], [UInt32]())
    for actor in actors.indices {
      partners += Set(outgoing[actor]).union(incoming[actor]).sorted()
      starts.append(UInt32(partners.count))
    }
    return CompressedRows(starts: starts, partners: partners)
  }
}
