public import KnowledgeNetworks

/// Of whom a sheet is: what is handed back to one cluster or one actor.
public enum SheetSubject: Hashable, Sendable {
  /// A cluster of members.
  case cluster(Cluster)
  /// An actor, by roster position.
  case actor(Int)

  /// The cluster of a name; else the actor of an identifier or a name.
  ///
  /// - Throws: `BuzzlineError` with code `.noSuchActor` if there is neither, with the nearest names.
  public init(named word: String, among actors: [NetworkActor]) throws(BuzzlineError) {
    let clusters = Set(actors.lazy.filter(\.isMember).compactMap(\.cluster))
    if clusters.contains(Cluster(rawValue: word)) {
      self = .cluster(Cluster(rawValue: word))
      return
    }
    do { self = .actor(try actors.position(called: word)) } catch {
      guard !actors.contains(where: { $0.name == word }) else { throw error }
      let names = clusters.map(\.rawValue) + actors.flatMap { [$0.id, $0.name] }
      throw BuzzlineError(
        .noSuchActor,
        "There is no cluster and no actor '\(word)'."
          + suggestion(for: word, in: Set(names).sorted(by: NaturalOrder.precedes)))
    }
  }
}
