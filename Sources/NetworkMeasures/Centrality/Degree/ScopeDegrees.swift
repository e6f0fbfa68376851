public import KnowledgeNetworks

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
    var counts = [[Int]](repeating: Array(repeating: 0, count: network.actorCount), count: scopes.count)
    var weights = [[Double]](repeating: Array(repeating: 0, count: network.actorCount), count: scopes.count)
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
    let sums = (0..<actorCount).map { actor in scopes.reduce(0) { $0 + (degrees[$1]?[actor] ?? 0) } }
    return ActorScores(measure: direction.leading("degree-\(name)"), sums.map(Double.init))
  }

  private func strength(_ scopes: [TieScope], named name: String) -> ActorScores {
    let sums = (0..<actorCount).map { actor in scopes.reduce(0) { $0 + (strengths[$1]?[actor] ?? 0) } }
    return ActorScores(measure: direction.leading("strength-\(name)"), sums, remarks: remarks)
  }
}

extension KnowledgeNetwork {
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
