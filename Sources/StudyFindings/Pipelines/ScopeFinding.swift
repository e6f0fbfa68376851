public import KnowledgeNetworks
public import NetworkMeasures

/// Ties split into local buzz, pipelines by range, and ties of unknown scope.
public struct ScopeFinding: StudyFinding {
  /// How many connected pairs lead to places of a scope.
  public struct Count: Codable, Hashable, Sendable {
    /// Where they lead.
    public let scope: TieScope
    /// How many.
    public let pairs: Int
  }

  /// From how many partners each actor receives, by scope.
  public let incoming: ScopeDegrees
  /// To how many partners each actor gives, by scope.
  public let outgoing: ScopeDegrees
  /// Connected pairs by scope, in the order of `TieScope.allScopes`.
  public let counts: [Count]
  private let hasStrengths: Bool

  init(of network: KnowledgeNetwork) {
    incoming = network.degreesByScope(.incoming)
    outgoing = network.degreesByScope(.outgoing)
    hasStrengths = network.weightMeaning == .strength
    var tally: [TieScope: Int] = [:]
    for pair in network.pairs { tally[network.scope(between: pair.source, and: pair.target), default: 0] += 1 }
    counts = TieScope.allScopes.map { Count(scope: $0, pairs: tally[$0] ?? 0) }
  }

  /// Connected pairs of any pipeline range.
  public var pipelines: Int { counts.filter(\.scope.isPipeline).reduce(0) { $0 + $1.pairs } }
  /// Connected pairs inside a cluster.
  public var buzz: Int { count(of: .localBuzz) }
  /// Connected pairs of which nobody can say where they lead.
  public var unknown: Int { count(of: .unknown) }

  /// Connected pairs of a scope.
  public func count(of scope: TieScope) -> Int { counts.first { $0.scope == scope }?.pairs ?? 0 }

  var actorColumns: [TableColumn<Int>] {
    [(incoming, "in"), (outgoing, "out")].flatMap { degrees, suffix in
      TieScope.allScopes.flatMap { scope in
        let name = "\(scope.label)_\(suffix)"
        return [TableColumn(degrees.degree(scope), as: name)]
          + (hasStrengths ? [TableColumn(degrees.strength(scope), as: name + "_strength")] : [])
      }
    }
  }

  var networkFigures: [NetworkFigure] {
    counts.map { NetworkFigure(name: "pairs-" + $0.scope.label, value: .count($0.pairs), note: "connected pairs") }
  }
}
