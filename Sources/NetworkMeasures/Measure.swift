/// The measures of single actors by the names that the command and its tables use.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  /// How many actors it received from.
  case inDegree = "in-degree"
  /// How many actors it gave to.
  case outDegree = "out-degree"
  /// The weight received.
  case inStrength = "in-strength"
  /// The weight given.
  case outStrength = "out-strength"
  /// How often it lies on the shortest way between two others.
  case betweenness
  /// How often it lies on the shortest way between two others of different clusters.
  case betweennessBetweenClusters = "betweenness-between-clusters"
  /// How near the actors are that can reach it.
  case closenessIn = "closeness-in"
  /// How near the actors are that it can reach.
  case closenessOut = "closeness-out"
  /// The sum of inverse distances from all others.
  case harmonicIn = "harmonic-in"
  /// The sum of inverse distances to all others.
  case harmonicOut = "harmonic-out"
  /// Received from actors that receive much.
  case eigenvector
  /// Where a random follower of ties would be found.
  case pagerank
  /// Gives to good authorities.
  case hub
  /// Receives from good hubs.
  case authority
  /// The densest core it belongs to.
  case coreness
  /// How many of its contacts' pairs are tied.
  case localClustering = "local-clustering"
  /// Burt's constraint in the whole network.
  case constraint
  /// Burt's effective size in the whole network.
  case effectiveSize = "effective-size"
  /// Effective size a contact, in the whole network.
  case efficiency
  /// How far constraint comes from few contacts, in the whole network.
  case hierarchy
  /// Burt's constraint in the ego-network.
  case egoConstraint = "constraint-ego"
  /// Burt's effective size in the ego-network.
  case egoEffectiveSize = "effective-size-ego"
  /// Effective size a contact, in the ego-network.
  case egoEfficiency = "efficiency-ego"
  /// How far constraint comes from few contacts, in the ego-network.
  case egoHierarchy = "hierarchy-ego"

  /// One line that says what it is.
  public var summary: String {
    switch self {
    case .inDegree: "number of actors it received from"
    case .outDegree: "number of actors it gave to"
    case .inStrength: "weight of the ties on which it received"
    case .outStrength: "weight of the ties on which it gave"
    case .betweenness: "shortest paths between two others that lead through it"
    case .betweennessBetweenClusters: "shortest paths between two others of different clusters that lead through it"
    case .closenessIn: "one over the summed distances from the actors that reach it; who does not is left out"
    case .closenessOut: "one over the summed distances to the actors it reaches; who is not reached is left out"
    case .harmonicIn: "sum of inverse distances from all other actors"
    case .harmonicOut: "sum of inverse distances to all other actors"
    case .eigenvector: "eigenvector centrality: received from central actors, largest 1"
    case .pagerank: "PageRank, damping 0.85, sum 1"
    case .hub: "hub score (Kleinberg), largest 1"
    case .authority: "authority score (Kleinberg), largest 1"
    case .coreness: "largest k of a k-core it belongs to, ties both ways"
    case .localClustering: "share of pairs of its contacts that are tied, ties without direction"
    case .constraint: "Burt's constraint, whole-network model"
    case .effectiveSize: "Burt's effective size, whole-network model"
    case .efficiency: "effective size over number of contacts, whole-network model"
    case .hierarchy: "Burt's hierarchy, whole-network model"
    case .egoConstraint: "Burt's constraint, ego-network model (UCINET)"
    case .egoEffectiveSize: "Burt's effective size, ego-network model (UCINET)"
    case .egoEfficiency: "effective size over number of contacts, ego-network model (UCINET)"
    case .egoHierarchy: "Burt's hierarchy, ego-network model (UCINET)"
    }
  }
}
