/// A centrality that can be asked for by value, so that many are computed over one hand-over to igraph.
///
/// Each case is what the method of the same name of `KnowledgeNetwork` computes, and is defined there.
public enum CentralityMeasure: Hashable, Sendable {
  /// On how many shortest paths between two others an actor lies.
  case betweenness(isNormalized: Bool = false)
  /// One over the sum of the distances to the actors reached.
  case closeness(Direction, isNormalized: Bool = false)
  /// The sum of one over the distance to each other actor.
  case harmonic(Direction, isNormalized: Bool = false)
  /// What an actor receives from those who receive much.
  case eigenvector
  /// The share of time a walker along the ties spends at an actor.
  case pageRank(damping: Double = 0.85)
  /// What an actor gives to those who receive from many.
  case hubs
  /// What an actor receives from those who give to many.
  case authorities
  /// The innermost core an actor belongs to.
  case coreness(Direction = .both)
  /// Burt's constraint over the whole network.
  case constraint

  /// Whether scores are divided by the largest value possible in a network of this size.
  var isNormalized: Bool {
    switch self {
    case .betweenness(let isNormalized), .closeness(_, let isNormalized), .harmonic(_, let isNormalized): isNormalized
    default: false
    }
  }

  /// Whether it follows shortest paths, which have lengths where weights are declared as distances.
  var followsPaths: Bool {
    switch self {
    case .betweenness, .closeness, .harmonic: true
    default: false
    }
  }

  /// The name, as the command writes it.
  public var name: String {
    switch self {
    case .betweenness: "betweenness"
    case .closeness(let direction, _): "closeness" + direction.suffix
    case .harmonic(let direction, _): "harmonic" + direction.suffix
    case .eigenvector: "eigenvector"
    case .pageRank: "pagerank"
    case .hubs: "hub"
    case .authorities: "authority"
    case .coreness(let direction): "coreness" + direction.suffix
    case .constraint: "constraint"
    }
  }
}

extension Direction {
  fileprivate var suffix: String {
    switch self {
    case .outgoing: "-out"
    case .incoming: "-in"
    case .both: ""
    }
  }
}
