internal import KnowledgeNetworks

/// Who knows far more than others in one category of knowledge.
public enum Experts: Hashable, Sendable {
  /// So many actors, drawn anew in each run.
  case drawn(Int)
  /// The actors at these roster positions, in every run.
  case given([Int])
  /// Every actor with a partner in another cluster: the leading actors that hold the pipelines.
  case pipelineHolders
}

extension Experts {
  /// The experts that are the same in every run, ascending; `nil` where they are drawn.
  ///
  /// - Throws: ``BuzzlineError`` if there are to be more than actors, or one is not in the roster or named twice.
  func fixed(on network: KnowledgeNetwork) throws(BuzzlineError) -> [Int]? {
    switch self {
    case .drawn(let count):
      guard count <= network.actorCount else {
        throw BuzzlineError(
          .invalidOptions, "There cannot be more experts than actors: \(count) and \(network.actorCount).")
      }
      return nil
    case .given(let actors):
      for actor in actors where !network.actors.indices.contains(actor) {
        throw BuzzlineError(
          .invalidOptions, "There is no expert at position \(actor); there are \(network.actorCount) actors.")
      }
      guard Set(actors).count == actors.count else {
        throw BuzzlineError(.invalidOptions, "An expert is named twice.")
      }
      return actors.sorted()
    case .pipelineHolders:
      return network.actors.indices.filter { actor in
        (Array(network.receivers(of: actor)) + network.givers(to: actor)).contains {
          network.scope(between: actor, and: $0).isPipeline
        }
      }
    }
  }
}
