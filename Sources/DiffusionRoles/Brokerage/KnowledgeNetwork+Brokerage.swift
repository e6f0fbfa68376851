public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Counts how many pairs each actor brokers in the five roles of Gould and Fernandez, with actors grouped as given.
  ///
  /// Actor *b* brokers the ordered pair (*a*, *c*) of two other actors if knowledge went from *a* to *b* and from *b*
  /// to *c* but not from *a* to *c*; whether it went from *c* to *a* does not matter. The groups of the three decide
  /// the ``BrokerageRole``. Gould & Fernandez (1989), [doi:10.2307/270949](https://doi.org/10.2307/270949).
  ///
  /// Connected pairs count once, whatever their weight and number of ties; without direction a tie counts both ways.
  /// Actors whose group is not stated take no part: the rest is counted as if they were not there, and a remark says
  /// how many they are. An actor without givers or without receivers brokers nothing. A pair nobody could report on
  /// counts as not tied.
  ///
  /// Properties: reversing all ties swaps gatekeeper and representative and nothing else; a symmetric network has as
  /// many gatekeepers as representatives for each actor and even numbers in the other roles; merging groups keeps the
  /// total; with one group all brokers are coordinators, with groups of one all are liaisons; a new tie lowers the
  /// score of those who brokered its two actors and raises no one's but its own two actors'.
  ///
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster, no actor's group is stated though there are
  ///   actors, or the task is cancelled.
  /// - Complexity: O(*n* + *m* + *s*) time for *n* actors and *m* connected pairs, where *s* adds up, over the actors,
  ///   the ties of an actor's receivers' givers or of its givers' receivers, whichever are fewer; O(*n* + *m*) space.
  public func brokerage(by grouping: Grouping, workers: Workers = .all) throws(BuzzlineError) -> Brokerage {
    guard grouping.actorCount == actorCount else {
      throw BuzzlineError(
        .mismatchedGrouping,
        "The grouping by '\(grouping.name)' is of \(grouping.actorCount) actors; the network has \(actorCount).")
    }
    guard actorCount == 0 || !grouping.groups.isEmpty else {
      throw BuzzlineError(.noGroups, "No actor's \(grouping.name) is stated, so there are no groups to broker between.")
    }
    try workers.afford(.brokerage(in: self))
    let members = GroupMembers(of: grouping)
    let ties = MemberTies(in: self, among: members.actors)
    let grouped = GroupedTies(ties, groups: members.codes, groupCount: members.sizes.count, workers: workers)
    let counts = try grouped.brokerage(by: workers)
    return Brokerage(of: self, by: grouping, members: members, counts: counts, tieCount: ties.receivers.tieCount)
  }

  /// Counts how many pairs each actor brokers in the five roles, with actors grouped by a column.
  ///
  /// As ``brokerage(by:workers:)-(Grouping,_)``, over the network's `grouping(by:)`.
  ///
  /// - Throws: ``BuzzlineError`` if no actor's group is stated, with the nearest names if there is no such column, or the
  ///   task is cancelled.
  /// - Complexity: That of ``brokerage(by:workers:)-(Grouping,_)``.
  public func brokerage(by column: ActorColumn, workers: Workers = .all) throws(BuzzlineError) -> Brokerage {
    let groups: Grouping
    do { groups = try grouping(by: column) } catch { throw BuzzlineError(.noGroups, at: error.place, error.message) }
    return try brokerage(by: groups, workers: workers)
  }
}

/// The actors whose group is stated, and their groups.
struct GroupMembers: Sendable {
  /// Their roster positions, ascending.
  let actors: [Int]
  let codes: [Int32]
  let sizes: [Int]

  init(of grouping: Grouping) {
    let codes = grouping.groupCodes
    actors = codes.indices.filter { codes[$0] >= 0 }
    self.codes = codes.filter { $0 >= 0 }
    sizes = grouping.sizes
  }

  /// Values of the members, spread over the roster.
  func spread<Value>(_ values: [Value], over actorCount: Int) -> [Value?] {
    var spread = [Value?](repeating: nil, count: actorCount)
    for (actor, value) in zip(actors, values) { spread[actor] = value }
    return spread
  }
}

extension GroupedTies {
  /// How many brokers make a block of the work.
  private static var block: Int { 2_048 }

  /// The brokerage of every actor, by the numbers they had outside.
  func brokerage(by workers: Workers) throws(BuzzlineError) -> [BrokerageCounts] {
    let found = try workers.joined(over: order.count, by: Self.block, work: "brokerage") {
      BrokerageKernel(over: self)
    } compute: { kernel, brokers in
      brokers.map { kernel.counts(of: $0) }
    }
    var counts = [BrokerageCounts](repeating: .zero, count: order.count)
    for (broker, own) in found.enumerated() { counts[Int(order[broker])] = own }
    return counts
  }
}
