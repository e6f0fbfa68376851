public import KnowledgeNetworks

/// The part each group of actors plays in the diffusion of knowledge.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/diffusionRoles(by:brokerage:options:workers:)`` makes it.
public struct GroupRoles: Hashable, Codable, Sendable {
  /// What the groups were made by, such as `kind`.
  public let grouping: String
  /// One row a group, in the order of ``/KnowledgeNetworks/Grouping/groups``.
  public let groups: [GroupRole]
  /// What a careful reader should know: actors without a group, ties without a stated scope.
  public let remarks: [String]
}

/// The part one group of actors plays.
public struct GroupRole: Hashable, Codable, Sendable {
  /// The group's name.
  public let group: String
  /// The number of its actors.
  public let actors: Int
  /// Knowledge given: receivers of the group's actors, summed.
  public let given: GroupTally
  /// Knowledge received: givers to the group's actors, summed.
  public let received: GroupTally
  /// Given minus received.
  ///
  /// All groups together net 0, so it has no ``GroupTally/share``.
  public let net: GroupTally
  /// The brokerage totals handed in, summed; `nil` if none were.
  public let brokerage: GroupTally?
  /// Pipelines on which the group's actors receive; its share is the share of pipeline knowledge that enters through it.
  public let pipelineEntry: GroupTally
  /// Ties on which the group's actors give inside their cluster; its share is the share of what is passed on inside.
  public let passedOnInside: GroupTally
  /// Gatekeepers in Graf's sense among the group's actors.
  public let gatekeepers: GroupTally
}

/// A quantity summed over a group's actors, and what chance would have made of it.
public struct GroupTally: Hashable, Codable, Sendable {
  /// The group's actors for which the quantity is defined.
  public let actors: Int
  /// The sum over them; `nil` without any.
  public let total: Double?
  /// The sum over all actors of the network for which it is defined, in a group or not.
  public let networkTotal: Double
  /// The sum per actor under exchangeable labels: observed, mean, standard deviation and p-values.
  ///
  /// `nil` where there is nothing to share out: every actor has 0, or no actor of the group is defined.
  public let test: PermutationTest?

  /// The sum per actor of the actors counted.
  public var perActor: Double? { total.map { $0 / Double(actors) } }
  /// The part of the network's sum that falls to the group, from 0 to 1; `nil` where that sum is 0.
  public var share: Double? { networkTotal > 0 ? total.map { $0 / networkTotal } : nil }
  /// The share under exchangeable labels: the group's share of the actors counted.
  public var expectedShare: Double? {
    guard networkTotal > 0, let test else { return nil }
    return test.mean * Double(actors) / networkTotal
  }
}
