internal import KnowledgeNetworks
internal import NetworkMeasures

/// Ties split into local buzz, pipelines by range, and ties of unknown scope.
struct ScopeFinding: StudyFinding {
  let incoming: ScopeDegrees
  let outgoing: ScopeDegrees
  /// Connected pairs by scope, in the order of ``TieScope/allScopes``.
  let counts: [(scope: TieScope, pairs: Int)]
  private let hasStrengths: Bool

  init(of network: KnowledgeNetwork) {
    incoming = network.degreesByScope(.incoming)
    outgoing = network.degreesByScope(.outgoing)
    hasStrengths = network.weightMeaning == .strength
    var tally: [TieScope: Int] = [:]
    for pair in network.pairs { tally[network.scope(between: pair.source, and: pair.target), default: 0] += 1 }
    counts = TieScope.allScopes.map { ($0, tally[$0] ?? 0) }
  }

  /// Connected pairs of any pipeline range.
  var pipelines: Int { counts.filter(\.scope.isPipeline).reduce(0) { $0 + $1.pairs } }
  var buzz: Int { count(of: .localBuzz) }
  var unknown: Int { count(of: .unknown) }

  func count(of scope: TieScope) -> Int { counts.first { $0.scope == scope }?.pairs ?? 0 }

  var actorColumns: [TableColumn<Int>] {
    [(incoming, "in"), (outgoing, "out")].flatMap { degrees, suffix in
      TieScope.allScopes.flatMap { scope in
        let name = "\(scope.label)-\(suffix)"
        return [TableColumn(degrees.degree(scope), as: name)]
          + (hasStrengths ? [TableColumn(degrees.strength(scope), as: name + "-strength")] : [])
      }
    }
  }

  var networkFigures: [NetworkFigure] {
    counts.map { NetworkFigure(name: "pairs-" + $0.scope.label, value: .count($0.pairs), note: "connected pairs") }
  }
}
