public import KnowledgeNetworks

/// Which new ties come into question.
///
/// Two actors that are already tied, in the direction asked for, never do.
public struct TieCandidates: Sendable {
  /// The chance that a new tie carries knowledge.
  public let chance: Double
  /// Where a new tie may lead.
  public let scopes: Set<TieScope>
  /// The kinds of the one who gives; `nil` takes all, and those whose kind nobody stated.
  public let givers: Set<ActorKind>?
  /// The kinds of the one who receives.
  public let receivers: Set<ActorKind>?
  /// How far apart two actors are, such as by ``CognitiveDistances/between(_:_:)``; two for whom it is `nil` do not come
  /// into question.
  public let distance: (@Sendable (_ giver: Int, _ receiver: Int) -> Double?)?
  /// How far apart they may be.
  public let distances: ClosedRange<Double>

  /// Makes candidates.
  ///
  /// - Parameters:
  ///   - chance: How likely a new tie is to pass something on.
  ///   - scopes: Where a new tie may lead; by default out of the cluster, however far.
  ///   - givers: The kinds that may give; by default all.
  ///   - receivers: The kinds that may receive; by default all.
  ///   - distance: By roster positions; by default distance is no matter.
  ///   - distances: The distances at which knowledge is still understood and already new.
  /// - Throws: ``BuzzlineError`` if the chance is not between 0 and 1, or no scope is given.
  public init(
    chance: Double, scopes: Set<TieScope> = TieCandidates.pipelines, givers: Set<ActorKind>? = nil,
    receivers: Set<ActorKind>? = nil, distance: (@Sendable (_ giver: Int, _ receiver: Int) -> Double?)? = nil,
    distances: ClosedRange<Double> = 0...1
  ) throws(BuzzlineError) {
    try TieChances.check(chance, of: "a new tie")
    guard !scopes.isEmpty else { throw BuzzlineError(.invalidOptions, "New ties that may lead nowhere are none.") }
    self.chance = chance
    self.scopes = scopes
    self.givers = givers
    self.receivers = receivers
    self.distance = distance
    self.distances = distances
  }

  /// Ties that leave the cluster, however far they reach.
  public static let pipelines = Set(TieScope.allScopes.filter(\.isPipeline))
  /// Ties inside a cluster.
  public static let buzz: Set<TieScope> = [.localBuzz]

  /// Whether a tie from one actor to another comes into question.
  func contains(_ giver: Int, _ receiver: Int, on network: KnowledgeNetwork) -> Bool {
    guard giver != receiver, scopes.contains(network.scope(between: giver, and: receiver)),
      network.isDirected
        ? allows(giver, receiver, on: network)
        : allows(giver, receiver, on: network) || allows(receiver, giver, on: network),
      !network.hasTie(from: giver, to: receiver)
    else { return false }
    guard let distance else { return true }
    return distance(giver, receiver).map(distances.contains) ?? false
  }

  private func allows(_ giver: Int, _ receiver: Int, on network: KnowledgeNetwork) -> Bool {
    func allows(_ kinds: Set<ActorKind>?, _ actor: Int) -> Bool {
      guard let kinds else { return true }
      return network.actors[actor].kind.map(kinds.contains) ?? false
    }
    return allows(givers, giver) && allows(receivers, receiver)
  }

  func check(on network: KnowledgeNetwork) throws(BuzzlineError) {
    for kind in (givers ?? []).union(receivers ?? []).sorted() { _ = try network.seeds(of: kind) }
  }
}
