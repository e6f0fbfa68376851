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
      name: direction.leading("degree"), summary: summary, isNormalized: isNormalized, weights: .none,
      normalized: { .degree(direction, summary, isNormalized: true) }
    ) { analysis in
      let others = isNormalized ? Double(analysis.network.actorCount - 1) : 1
      let degrees = analysis.network.degree(direction)
      return Scored(degrees.map { ($0 ?? .nan) / others }, degrees.remarks)
    }
  }

  private static func strength(_ direction: Direction, _ summary: String) -> Measure {
    Measure(name: direction.leading("strength"), summary: summary, weights: .none) { analysis in
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
    let rows = countedRows(direction)
    let degrees = actors.indices.map { actor in Double(rows.reduce(0) { $0 + $1.count(of: actor) }) }
    return ActorScores(measure: direction.leading("degree"), degrees)
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

  /// Splits degrees and strengths into local buzz, global pipelines by range, and ties whose scope nobody stated.
  ///
  /// Counts what ``degree(_:)`` counts; a tie of an actor without a stated cluster is of unknown scope, never a
  /// pipeline. An isolate has 0 of everything.
  ///
  /// Properties: scopesSumToDegreeAndStrength.
  ///
  /// - Complexity: O(*n* + *m*) time and O(*n*) space for *n* actors and *m* connected pairs.
  public func degreesByScope(_ direction: Direction) -> ScopeDegrees {
    ScopeDegrees(of: self, direction: direction)
  }
}

/// Every actor's connected pairs and their weights, told apart by where they lead: local buzz or global pipelines.
///
/// Bathelt, Malmberg & Maskell (2004), [doi:10.1191/0309132504ph469oa](https://doi.org/10.1191/0309132504ph469oa).
public struct ScopeDegrees: Codable, Sendable {
  /// The ties that were counted.
  public let direction: Direction
  private let degrees: [TieScope: [Int]]
  private let strengths: [TieScope: [Double]]
  private let remarks: [String]
  private let actorCount: Int

  init(of network: KnowledgeNetwork, direction: Direction) {
    let scopes = TieScope.allScopes
    let places = Dictionary(uniqueKeysWithValues: scopes.enumerated().map { ($1, $0) })
    var counts = scopes.map { _ in [Int](repeating: 0, count: network.actorCount) }
    var weights = scopes.map { _ in [Double](repeating: 0, count: network.actorCount) }
    func add(_ row: some Sequence<(partner: Int, weight: Double)>, of actor: Int) {
      for (partner, weight) in row {
        guard let scope = places[network.scope(between: actor, and: partner)] else { continue }
        counts[scope][actor] += 1
        weights[scope][actor] += weight
      }
    }
    for actor in network.actors.indices {
      if direction.readsOutgoing { add(network.weightedReceivers(of: actor), of: actor) }
      if direction.readsIncoming(of: network) { add(network.weightedGivers(to: actor), of: actor) }
    }
    self.direction = direction
    degrees = Dictionary(uniqueKeysWithValues: zip(scopes, counts))
    strengths = Dictionary(uniqueKeysWithValues: zip(scopes, weights))
    remarks = network.remarksOnSummedWeights
    actorCount = network.actorCount
  }

  /// How many connected pairs of that scope each actor has.
  public func degree(_ scope: TieScope) -> ActorScores { degree([scope], named: scope.label) }

  /// The weights of the connected pairs of that scope, summed for each actor.
  public func strength(_ scope: TieScope) -> ActorScores { strength([scope], named: scope.label) }

  /// How many global pipelines of any range each actor has.
  public var pipelineDegree: ActorScores { degree(Self.pipelines, named: "all_pipelines") }

  /// The weights of the global pipelines of any range, summed for each actor.
  public var pipelineStrength: ActorScores { strength(Self.pipelines, named: "all_pipelines") }

  private static let pipelines = TieScope.allScopes.filter(\.isPipeline)

  private func degree(_ scopes: [TieScope], named name: String) -> ActorScores {
    ActorScores(measure: direction.leading("degree-\(name)"), sums(of: degrees, scopes).map(Double.init))
  }

  private func strength(_ scopes: [TieScope], named name: String) -> ActorScores {
    ActorScores(measure: direction.leading("strength-\(name)"), sums(of: strengths, scopes), remarks: remarks)
  }

  private func sums<Number: Numeric>(of numbers: [TieScope: [Number]], _ scopes: [TieScope]) -> [Number] {
    (0..<actorCount).map { actor in scopes.reduce(0) { $0 + (numbers[$1]?[actor] ?? 0) } }
  }
}
