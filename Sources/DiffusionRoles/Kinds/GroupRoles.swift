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
  /// Pipelines on which the group's actors receive, and sources outside that they state beyond these; its share is that
  /// of pipeline knowledge that enters through it.
  public let pipelineEntry: GroupTally
  /// How many of ``pipelineEntry`` are stated as counts; `nil` where nobody states counts.
  public let pipelineEntryStated: Int?
  /// Ties on which the group's actors give inside their cluster; its share is the share of what is passed on inside.
  public let passedOnInside: GroupTally
  /// Gatekeepers in Graf's sense among the group's actors.
  public let gatekeepers: GroupTally
  /// How many of ``gatekeepers`` are such only by what they state as counts; `nil` where nobody states counts.
  public let gatekeepersByCount: Int?
}

/// A quantity summed over a group's actors, and what chance would have made of it.
public struct GroupTally: Hashable, Codable, Sendable {
  /// The group's actors for which the quantity is defined.
  public let actors: Int
  /// The sum over them; `nil` without any.
  public let total: Double?
  /// The sum over all actors of the network for which it is defined, in a group or not.
  public let networkTotal: Double
  /// The actors of the network for which it is defined, in a group or not.
  public let networkActors: Int
  /// The sum per actor under exchangeable labels: observed, mean, standard deviation and p-values.
  ///
  /// `nil` where there is nothing to share out: every actor has 0, or no actor of the group is defined.
  public let test: PermutationTest?

  /// The sum per actor of the actors counted.
  public var perActor: Double? { total.map { $0 / Double(actors) } }
  /// The part of the network's sum that falls to the group, from 0 to 1; `nil` where that sum is 0.
  public var share: Double? { networkTotal > 0 ? total.map { $0 / networkTotal } : nil }
  /// The sum per actor that exchangeable labels give on average: that of all actors counted; `nil` where there is nothing
  /// to share out.
  public var expectedPerActor: Double? { test == nil ? nil : networkTotal / Double(networkActors) }
  /// The share that they give on average: the group's share of the actors counted.
  public var expectedShare: Double? {
    networkTotal > 0 && test != nil ? Double(actors) / Double(networkActors) : nil
  }
}

extension KnowledgeNetwork {
  /// The part each group of actors, such as each actor kind, plays in the diffusion of knowledge.
  ///
  /// For every group: what its actors gave and received (all ties), the net, the brokerage handed in, the pipelines on
  /// which they receive, with the sources outside that they state as counts beyond the givers that the data name
  /// (knowledge that enters the clusters through them), the ties on which they give inside their cluster, and how many
  /// are gatekeepers (``gatekeepers()``), each as a sum, per actor and as a share of all members. A group has a special
  /// function if its sum lies far from what its size alone would give: the null hypothesis keeps the network and lets
  /// the labels change places (``/KnowledgeNetworks/LabelPermutations``). The p-values are one by one, not corrected
  /// for their number. After Graf (2011), [doi:10.1093/cje/beq001](https://doi.org/10.1093/cje/beq001), and
  /// Kauffeld-Monz & Fritsch (2013), [doi:10.1080/00343401003713365](https://doi.org/10.1080/00343401003713365), who
  /// compare public research with firms on such sums.
  ///
  /// Connected pairs count once whatever they weigh; an unobserved pair counts as no tie; an isolate counts with 0.
  /// Where ties have no direction each counts both ways, so every net is 0. For a quantity that is not defined for some
  /// actors (no tie of known scope, no brokerage), sums, heads and permutations run over the others. Members
  /// without a group belong to the sums and take part in the permutations like a group, but have no row; outsiders are in
  /// neither, though ties to and from them count for the member at the other end.
  ///
  /// Properties: `groupsWithNobodyLeftOutAddUpToTheNetwork`, `reversalSwapsGivenAndReceivedOfGroups`,
  /// `withOneKindEverythingIsCertain`, `exactPEqualsEnumerationByHand`, `expectedShareIsTheShareOfHeads`,
  /// `theSameSeedGivesTheSameRoles`.
  ///
  /// - Parameters:
  ///   - grouping: The groups.
  ///   - brokerage: One number an actor that does not depend on the groups, such as the brokerage *total* of Gould and
  ///     Fernandez. Counts of single roles do depend on them and must be tested with the roles recounted.
  ///   - options: How the null is drawn.
  ///   - workers: The threads that share the draws, and who hears how far they are.
  /// - Throws: ``BuzzlineError`` if no actor has a group, the grouping or the scores count other actors than the
  ///   network, or the task is cancelled.
  /// - Complexity: O(*n* + *m*) time for the sums and O(*n*) an arrangement, O(*n*) space.
  public func diffusionRoles(
    by grouping: Grouping, brokerage: ActorScores? = nil, options: PermutationOptions = PermutationOptions(),
    workers: Workers = .all
  ) throws(BuzzlineError) -> GroupRoles {
    try requireGroups(of: grouping)
    if let brokerage, brokerage.count != actorCount {
      throw BuzzlineError(
        .mismatchedGrouping,
        "The scores '\(brokerage.measure)' cover \(brokerage.count) actors, the network has \(actorCount).")
    }
    func tallies(_ quantities: [[Double]]) throws(BuzzlineError) -> [[GroupTally]] {
      let ofMembers = quantities.map { zip($0, actors).map { $1.isMember ? $0 : .nan } }
      return try GroupTally.tallies(of: ofMembers, by: grouping, options, workers)
    }
    let given = actors.indices.map { Double(receiverCount(of: $0)) }
    let received = actors.indices.map { Double(giverCount(to: $0)) }
    let flows = try tallies([given, received, zip(given, received).map { $0 - $1 }])
    let partners = ScopedPartners(of: self)
    let gatekeepers = partners.areGatekeepers.map { $0 ? 1 : 0 }
    let scoped = try tallies([partners.sources, partners.buzz.given, gatekeepers].map(partners.numbers))
    let stated = partners.stated(by: grouping)
    let brokered = try brokerage.map { scores throws(BuzzlineError) in try tallies([scores.map { $0 ?? .nan }]) }
    let rows = grouping.groups.indices.map { group in
      GroupRole(
        group: grouping.groups[group], actors: grouping.sizes[group], given: flows[0][group],
        received: flows[1][group], net: flows[2][group], brokerage: brokered?[0][group],
        pipelineEntry: scoped[0][group], pipelineEntryStated: stated?.entry[group], passedOnInside: scoped[1][group],
        gatekeepers: scoped[2][group], gatekeepersByCount: stated?.gatekeepers[group])
    }
    return GroupRoles(
      grouping: grouping.name, groups: rows, remarks: partners.remarks + remarks(onGroupsBy: grouping))
  }

  private func remarks(onGroupsBy grouping: Grouping) -> [String] {
    var remarks: [String] = []
    if !grouping.ungrouped.isEmpty {
      let outsiders = actors.count { !$0.isMember }
      let without = grouping.ungrouped.count - outsiders
      if without > 0 { remarks.append("Without a \(grouping.name): \(without) actors; they have no row.") }
      if outsiders > 0 { remarks.append("Outsiders: \(outsiders) actors; they are in no group and no permutation.") }
    }
    if !isDirected { remarks.append("Ties have no direction: what is given equals what is received.") }
    return remarks
  }

  /// Refuses a grouping of other actors or without groups.
  func requireGroups(of grouping: Grouping) throws(BuzzlineError) {
    try requireMatch(grouping)
    guard !grouping.groups.isEmpty else {
      throw BuzzlineError(.noGroups, "No actor states a \(grouping.name), so there are no groups to compare.")
    }
  }
}

extension GroupTally {
  /// Sums quantities that are defined for the same actors by group and tests the sums per actor.
  ///
  /// - Returns: For each quantity one tally a group.
  fileprivate static func tallies(
    of quantities: [[Double]], by grouping: Grouping, _ options: PermutationOptions, _ workers: Workers
  ) throws(BuzzlineError) -> [[GroupTally]] {
    let groups = grouping.groups.count
    let counted = (0..<grouping.actorCount).filter { !(quantities.first?[$0].isNaN ?? true) }
    let codes = counted.map { grouping.groupCodes[$0] }
    let numbers = quantities.map { quantity in counted.map { quantity[$0] } }
    let heads = (0..<groups).map { group in codes.count { Int($0) == group } }
    let tests = try LabelPermutations(of: codes, options: options).test(workers: workers) {
      arrangement throws(BuzzlineError) in
      try BuzzlineError.checkCancellation(of: "permutation of group labels")
      return numbers.flatMap { sums(of: $0, by: arrangement, groups: groups) }
        .enumerated().map { $1 / Double(heads[$0 % groups]) }
    }
    return numbers.enumerated().map { quantity, values in
      let isShared = values.contains { $0 != 0 }
      let totals = sums(of: values, by: codes, groups: groups)
      return heads.indices.map { group in
        GroupTally(
          actors: heads[group], total: heads[group] > 0 ? totals[group] : nil, networkTotal: values.reduce(0, +),
          networkActors: counted.count,
          test: isShared && heads[group] > 0 ? tests[quantity * groups + group] : nil)
      }
    }
  }

  private static func sums(of values: [Double], by codes: [Int32], groups: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: groups)
    for (actor, code) in codes.enumerated() where code >= 0 { sums[Int(code)] += values[actor] }
    return sums
  }
}
