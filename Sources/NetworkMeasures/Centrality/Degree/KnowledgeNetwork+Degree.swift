public import KnowledgeNetworks

extension Measure {
  /// How many actors it received from.
  public static let inDegree = degree(.incoming, "number of actors it received from")
  /// How many actors it gave to.
  public static let outDegree = degree(.outgoing, "number of actors it gave to")
  /// The weight received.
  public static let inStrength = strength(.incoming, "weight of the ties on which it received")
  /// The weight given.
  public static let outStrength = strength(.outgoing, "weight of the ties on which it gave")

  private static func degree(_ direction: Direction, _ summary: String, isNormalized: Bool = false) -> Measure {
    Measure(
      direction.leading("degree"), summary, isNormalized: isNormalized, weightsAs: .none,
      normalized: { .degree(direction, summary, isNormalized: true) }
    ) { analysis in
      let others = isNormalized ? Double(analysis.network.actorCount - 1) : 1
      let degrees = analysis.network.degree(direction)
      return Scored(degrees.map { ($0 ?? .nan) / others }, degrees.remarks)
    }
  }

  private static func strength(_ direction: Direction, _ summary: String) -> Measure {
    Measure(direction.leading("strength"), summary, weightsAs: .none) { analysis in
      Scored(analysis.network.strength(direction))
    }
  }
}

extension KnowledgeNetwork {
  /// How many actors each one gave knowledge to, received it from, or both together.
  ///
  /// Connected pairs are counted, so several ties between the same two actors count as one. An isolate has 0.
  /// In ``Direction/both`` a partner tied in both directions counts twice (the total degree of Freeman 1978,
  /// [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733(78)90021-7)), once where ties have no
  /// direction. Unobserved pairs are not counted, so a degree is a lower bound where some pairs were not asked about.
  ///
  /// Properties: sumOfOutDegreesIsPairCount, reversalSwapsInAndOutDegree.
  ///
  /// - Returns: Whole numbers from 0 to *n* − 1, or to 2(*n* − 1) in both directions.
  /// - Complexity: O(*n*) time and space for *n* actors.
  public func degree(_ direction: Direction) -> ActorScores {
    let degrees = actors.indices.map { actor in
      (direction.readsOutgoing ? receiverCount(of: actor) : 0)
        + (direction.readsIncoming(of: self) ? giverCount(to: actor) : 0)
    }
    return ActorScores(measure: direction.leading("degree"), degrees.map(Double.init))
  }

  /// The weights of each actor's ties, summed.
  ///
  /// Takes the ties that ``degree(_:)`` counts. The weights are summed as they stand; where they were not declared to
  /// be strengths a remark says so. An isolate has 0.
  ///
  /// Barrat et al. (2004), [doi:10.1073/pnas.0400087101](https://doi.org/10.1073/pnas.0400087101).
  ///
  /// Properties: strengthWithoutWeightsIsDegree.
  ///
  /// - Returns: Sums in the unit of the weights, 0 or more.
  /// - Complexity: O(*n* + *m*) time and O(*n*) space for *n* actors and *m* connected pairs.
  public func strength(_ direction: Direction) -> ActorScores {
    let strengths = actors.indices.map { actor in
      (direction.readsOutgoing ? weightedReceivers(of: actor).reduce(0) { $0 + $1.weight } : 0)
        + (direction.readsIncoming(of: self) ? weightedGivers(to: actor).reduce(0) { $0 + $1.weight } : 0)
    }
    return ActorScores(measure: direction.leading("strength"), strengths, remarks: remarksOnSummedWeights)
  }

  /// What to say of a sum of weights nobody declared to be strengths.
  var remarksOnSummedWeights: [String] {
    guard isWeighted else { return [] }
    return switch weightMeaning {
    case .strength: []
    case .none: hasTieWeights ? [Self.undeclaredWeights] : []
    case .distance: ["The weights were declared to be distances; a sum of distances is not a strength."]
    }
  }
}
