/// What an actor was made to be.
public enum PlantedRole: String, Hashable, Sendable, CaseIterable {
  /// One of the few that receive through pipelines and pass on inside their cluster.
  case gatekeeper
  /// Many pipelines, few local ties.
  case externalStar = "external_star"
  /// The office of the cluster, tied to many of it.
  case clusterManagement = "cluster_management"
  /// No ties.
  case isolate
  /// Everybody else: local ties alone.
  case member

  /// Whether pipelines may begin or end here.
  var isCarrier: Bool { self == .gatekeeper || self == .externalStar }

  /// How much more than a member it gives and takes inside its cluster.
  var activity: Double {
    switch self {
    case .gatekeeper: 2.5
    case .externalStar: 0.15
    case .isolate: 0
    case .clusterManagement, .member: 1
    }
  }
}
