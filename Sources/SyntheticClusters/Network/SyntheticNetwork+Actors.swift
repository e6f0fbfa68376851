public import KnowledgeNetworks

extension SyntheticNetwork {
  /// An actor with its identifier, name, kind, cluster, region and country.
  public func actor(_ position: Int) -> NetworkActor {
    let cluster = cluster(of: position)
    return NetworkActor(
      id: labels.id(of: position), name: labels.name(of: position, kind: kinds[position]),
      kind: kinds[position].actorKind, cluster: Cluster(rawValue: labels.cluster(cluster)),
      region: labels.region(ofCluster: cluster), country: labels.country(ofCluster: cluster))
  }

  /// All actors, ascending by identifier.
  public var actors: [NetworkActor] { (0..<actorCount).map(actor) }

  /// The network as measures and roles take it.
  ///
  /// - Throws: `BuzzlineError` if there are more actors or ties than 32 bits can number.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* ties.
  public func network() throws(BuzzlineError) -> KnowledgeNetwork {
    let ties = (0..<actorCount).lazy.flatMap { source in
      receivers[Int(rowStarts[source])..<Int(rowStarts[source + 1])].lazy
        .map { Tie(source: source, target: Int($0)) }
    }
    return try KnowledgeNetwork(actors: actors, ties: ties)
  }
}
