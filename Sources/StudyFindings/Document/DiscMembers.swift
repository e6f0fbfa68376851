internal import KnowledgeNetworks

/// Which tied actors stand in which disc of a picture, and which stand around.
struct DiscMembers {
  /// The name of each disc.
  let names: [Paragraph]
  /// The tied actors of each disc, ascending.
  let members: [[Int]]
  /// The disc of each tied actor.
  let discOf: [Int?]
  /// Tied outsiders that state no cluster.
  private(set) var around: [Int] = []

  private let numbers: [Cluster: Int]

  /// Clusters by name, then those members that state none; none of them where nobody states one.
  init(of network: KnowledgeNetwork) {
    let tied = network.actors.indices.filter(network.hasTies)
    let clusters = Set(tied.compactMap { network.actors[$0].cluster }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(clusters, 0...))
    var members = [[Int]](repeating: [], count: clusters.count + 1)
    var discOf = [Int?](repeating: nil, count: network.actorCount)
    for actor in tied {
      let disc = network.actors[actor].cluster.flatMap { numbers[$0] }
      if disc == nil, !network.actors[actor].isMember, !clusters.isEmpty {
        around.append(actor)
      } else {
        members[disc ?? clusters.count].append(actor)
        discOf[actor] = disc ?? clusters.count
      }
    }
    let hasUnstated = !members[clusters.count].isEmpty
    if !hasUnstated { members.removeLast() }
    names = clusters.map { "\(name: $0.rawValue)" } + (hasUnstated ? ["cluster not stated"] : [])
    (self.members, self.discOf, self.numbers) = (members, discOf, numbers)
  }

  /// Whether there is more than one disc to tell apart, or an inside and an outside.
  var areDiscs: Bool { members.count + (around.isEmpty ? 0 : 1) > 1 }

  /// The disc of an actor, tied or not; `nil` where its cluster is not stated or has no disc.
  func disc(of actor: NetworkActor) -> Int? { actor.cluster.flatMap { numbers[$0] } }

  /// Each disc as a network of its own, and how many connected pairs lead from each to each other.
  func parts(of network: KnowledgeNetwork) throws(BuzzlineError) -> (inside: [KnowledgeNetwork], between: [[Int: Int]])
  {
    var places = [Int](repeating: 0, count: network.actorCount)
    for disc in members { for (place, actor) in disc.enumerated() { places[actor] = place } }
    var ties = members.map { _ in [Tie]() }
    var between = members.map { _ in [Int: Int]() }
    for pair in network.pairs {
      guard let source = discOf[pair.source], let target = discOf[pair.target] else { continue }
      if source == target {
        ties[source].append(Tie(source: places[pair.source], target: places[pair.target]))
      } else {
        between[source][target, default: 0] += 1
        between[target][source, default: 0] += 1
      }
    }
    var inside: [KnowledgeNetwork] = []
    for (disc, ties) in zip(members, ties) {
      inside.append(
        try KnowledgeNetwork(actors: disc.map { network.actors[$0] }, ties: ties, isDirected: network.isDirected))
    }
    return (inside, between)
  }

  /// Where the pipelines of a disc's actors lead, as a sum of directions; zero without pipelines.
  func pulls(of disc: Int, in network: KnowledgeNetwork, to centers: [Plane]) -> [Plane] {
    members[disc].map { actor in
      (Array(network.receivers(of: actor)) + Array(network.givers(to: actor))).reduce(.zero) { sum, partner in
        guard let other = discOf[partner], other != disc else { return sum }
        return sum + (centers[other] - centers[disc]).unit
      }
    }
  }
}

extension KnowledgeNetwork {
  /// Whether an actor gave or received.
  func hasTies(_ actor: Int) -> Bool { receiverCount(of: actor) + giverCount(to: actor) > 0 }
}
