internal import KnowledgeNetworks
public import NetworkMeasures

/// What each cluster reaches outside, and how much of that hangs on its gatekeepers.
public struct PipelineFinding: StudyFinding {
  /// Knowledge that can come in, one reach a cluster, clusters by name.
  public let reaches: [ExternalReach]

  init(of network: KnowledgeNetwork, workers: Workers) throws(BuzzlineError) {
    reaches = try network.externalReach(.incoming, workers: workers)
  }

  var remarks: [String] { reaches.flatMap(\.remarks) }

  var networkFigures: [NetworkFigure] {
    reaches.flatMap { reach in
      let figures: [(String, Double?, String)] = [
        ("external-reach", reach.average, "average inverse distance from outside, an actor of the cluster"),
        ("gatekeeper-reach", reach.gatekeeperShare, "share of external reach that gatekeepers hold or mediate"),
        ("gatekeeper-direct", reach.gatekeeperDirectShare, "share that gatekeepers hold themselves"),
        ("gatekeeper-mediated", reach.mediatedShare, "share that gatekeepers mediate for others"),
        ("gatekeeper-removal", reach.removalLoss, "mediated reach lost without the leading tenth of gatekeepers"),
      ]
      return figures.map { name, value, note in
        NetworkFigure(
          name: "\(name)-\(reach.cluster.rawValue)", value: .number(value), note: note + "; Breschi and Lenzi")
      }
    }
  }
}
