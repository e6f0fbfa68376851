internal import KnowledgeNetworks

/// Whose reach a change is judged by.
public enum ReachObjective: Hashable, Sendable {
  /// How many are reached where these actors, by roster position, know from the start.
  case seeds([Int])
  /// How many are reached on average where one actor alone knows from the start, each in turn.
  case everyActor
}

extension ReachObjective {
  func check(on network: KnowledgeNetwork) throws(BuzzlineError) {
    switch self {
    case .seeds(let seeds): try network.check(seeds: seeds)
    case .everyActor:
      try network.requireActors()
      guard network.actorCount <= Self.mostActors else {
        throw BuzzlineError(
          .tooLarge,
          "Reach from every actor is compared among at most \(Self.mostActors) actors; here are \(network.actorCount).")
      }
    }
  }

  /// What new ties add to the reach of those who start.
  func gains(in graphs: LiveEdgeTies, by workers: Workers) throws(BuzzlineError) -> any TieGains {
    switch self {
    case .seeds(let seeds): try SeedTieGains(graphs, from: seeds, workers: workers)
    case .everyActor: EveryoneTieGains(graphs: graphs, workers: workers)
    }
  }

  /// Beyond this, who reaches whom takes gigabytes.
  private static let mostActors = 10_000
}
