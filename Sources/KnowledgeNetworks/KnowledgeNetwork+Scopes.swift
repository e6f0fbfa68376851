extension KnowledgeNetwork {
  /// Where a tie between two actors leads, by their clusters, regions and countries.
  ///
  /// Symmetric in its arguments.
  public func scope(between source: Int, and target: Int) -> TieScope {
    places.scope(between: source, and: target)
  }
}

/// Clusters, regions and countries of all actors as numbers, so that comparing places compares no words.
struct ActorPlaces: Sendable {
  private let clusters: [Int32]
  private let regions: [Int32]
  private let countries: [Int32]

  init(of actors: [NetworkActor], workers: Workers) throws(BuzzlineError) {
    let columns: [ActorColumn] = [.cluster, .region, .country]
    let codes = try workers.map(columns.count) { Grouping(of: actors, by: columns[$0]).groupCodes }
    (clusters, regions, countries) = (codes[0], codes[1], codes[2])
  }

  func scope(between source: Int, and target: Int) -> TieScope {
    guard let isSameCluster = Self.agree(clusters, source, target) else { return .unknown }
    return isSameCluster ? .localBuzz : .globalPipeline(range(between: source, and: target))
  }

  private func range(between source: Int, and target: Int) -> PipelineRange {
    switch (Self.agree(countries, source, target), Self.agree(regions, source, target)) {
    case (false?, _): .international
    case (_, true?): .regional
    case (true?, false?): .national
    default: .unstated
    }
  }

  /// Whether two actors say the same; `nil` where one says nothing.
  private static func agree(_ codes: [Int32], _ left: Int, _ right: Int) -> Bool? {
    codes[left] < 0 || codes[right] < 0 ? nil : codes[left] == codes[right]
  }
}
