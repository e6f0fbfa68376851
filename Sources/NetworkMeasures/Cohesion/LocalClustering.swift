public import KnowledgeNetworks

/// How densely each actor's contacts are tied to one another.
public struct LocalClustering: Codable, Sendable {
  /// The density among each actor's contacts; `nil` with fewer than two.
  public let actors: ActorScores
  /// The mean over the actors for which it is defined; `nil` where there is none.
  public let mean: Double?
  /// The mean weighted by the number of pairs of contacts; `nil` where no actor has two contacts.
  public let weightedMean: Double?

  init(densities: [Double], contactCounts: [Int]) {
    let pairs = contactCounts.map { Double($0) * Double($0 - 1) / 2 }
    let defined = densities.indices.filter { !densities[$0].isNaN }
    let allPairs = defined.reduce(0) { $0 + pairs[$1] }
    actors = ActorScores(measure: "clustering", densities)
    mean = defined.isEmpty ? nil : defined.reduce(0) { $0 + densities[$1] } / Double(defined.count)
    weightedMean = defined.isEmpty ? nil : defined.reduce(0) { $0 + densities[$1] * pairs[$1] } / allPairs
  }
}

extension Measure {
  /// How many of its contacts' pairs are tied.
  public static let localClustering = Measure(
    name: "local-clustering", summary: "share of pairs of its contacts that are tied, ties without direction",
    weights: .none, memory: { .contacts(in: $0, "Clustering") }
  ) { analysis throws(BuzzlineError) in
    Scored(try analysis.network.localClustering(workers: analysis.workers).actors)
  }
}

extension KnowledgeNetwork {
  /// The density among the contacts of each actor: its clustering coefficient.
  ///
  /// Contacts are the actors tied in either direction. With direction ignored, two of them count as tied if either gave
  /// to the other (Watts and Strogatz); else each direction counts by itself, out of twice as many. Weights are not used;
  /// unobserved pairs count as absent. Not defined for actors with fewer than two contacts, which take no part in the
  /// means.
  ///
  /// Watts & Strogatz (1998), [doi:10.1038/30918](https://doi.org/10.1038/30918).
  ///
  /// Properties: weightedMeanIsUndirectedTransitivity, completeNetworkHasClusteringOne.
  ///
  /// - Throws: ``BuzzlineError`` if the task is cancelled.
  /// - Complexity: O(Σ *d*²) time, over the numbers of contacts *d* of all actors; O(*n* + *m*) space.
  public func localClustering(
    ignoringDirection: Bool = true, workers: Workers = .all
  ) throws(BuzzlineError) -> LocalClustering {
    try workers.afford(.contacts(in: self, "Clustering"))
    let contacts = Contacts(of: self, workers: workers)
    let densities = try workers.joined(over: actorCount, by: 1_024, work: "clustering") {
      [Int](repeating: -1, count: actorCount)
    } compute: { lastEgo, actors in
      actors.map { contacts.density(around: $0, ignoringDirection: ignoringDirection, marking: &lastEgo) }
    }
    return LocalClustering(densities: densities, contactCounts: actors.indices.map(contacts.rows.count(of:)))
  }
}

extension Contacts {
  /// The share of pairs of an actor's contacts that are tied; NaN with fewer than two.
  fileprivate func density(around ego: Int, ignoringDirection: Bool, marking lastEgo: inout [Int]) -> Double {
    let count = rows.count(of: ego)
    guard count > 1 else { return .nan }
    for place in self[ego] { lastEgo[Int(rows.partners[place])] = ego }
    var ties = 0
    for place in self[ego] {
      for tie in self[Int(rows.partners[place])] where lastEgo[Int(rows.partners[tie])] == ego {
        if ignoringDirection || bonds[tie].contains(.gives) { ties += 1 }
      }
    }
    return Double(ties) / Double(count * (count - 1))
  }
}
