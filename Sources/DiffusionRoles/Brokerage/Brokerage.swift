public import KnowledgeNetworks

/// How much each actor brokers in each role, and how much the network does.
///
/// Made by ``KnowledgeNetworks/KnowledgeNetwork/brokerage(by:workers:)-(Grouping,_)``, where the definition is. The
/// rows are counts; ``partialCredit()``, ``expectations`` and ``permutationTest(options:workers:)`` help to read them.
public struct Brokerage: Sendable {
  /// The groups that tell the roles apart.
  public let grouping: Grouping
  /// The counts of each actor, and their sums.
  public let counts: BrokerageTable<Int>
  /// What a careful reader should know: how many actors took no part, which roles cannot occur.
  public let remarks: [String]

  let network: KnowledgeNetwork
  let members: GroupMembers

  /// Whether ties have a direction; where they have none, every pair is counted in both orders.
  public var isDirected: Bool { network.isDirected }

  /// The sums over all actors.
  public var totals: BrokerageCounts { counts.totals }

  /// The number of actors, in brokerage or not.
  public var actorCount: Int { network.actorCount }

  /// How many pairs an actor brokers in each role; `nil` where its group is not stated.
  public subscript(actor: Int) -> BrokerageCounts? { counts[actor] }

  /// How many pairs each actor brokers in one role.
  public func scores(in role: BrokerageRole) -> ActorScores {
    let numbers = network.actors.indices.map { counts[$0].map { Double($0[role]) } ?? .nan }
    return ActorScores(measure: role.rawValue, numbers, remarks: remarks)
  }
}

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
    try requireMatch(grouping)
    guard actorCount == 0 || !grouping.groups.isEmpty else {
      throw BuzzlineError(.noGroups, "No actor's \(grouping.name) is stated, so there are no groups to broker between.")
    }
    // Rows both ways sorted by group, and the marks of each thread.
    try workers.afford(
      MemoryNeed("Brokerage", bytes: 40 * actorCount + 16 * outgoing.partners.count, bytesAThread: 5 * actorCount))
    let members = GroupMembers(of: grouping, in: self)
    let counts = try GroupedTies(among: members, groups: members.codes, workers: workers).brokerage(by: workers)
    return Brokerage(
      grouping: grouping, counts: members.table(of: counts) { $0 },
      remarks: brokerageRemarks(on: grouping), network: self, members: members)
  }

  /// Counts how many pairs each actor brokers in the five roles, with actors grouped by a column.
  ///
  /// As ``brokerage(by:workers:)-(Grouping,_)``, over the network's `grouping(by:)`.
  ///
  /// - Throws: ``BuzzlineError`` if no actor's group is stated, with the nearest names if there is no such column, or
  ///   the task is cancelled.
  /// - Complexity: That of ``brokerage(by:workers:)-(Grouping,_)``.
  public func brokerage(by column: ActorColumn, workers: Workers = .all) throws(BuzzlineError) -> Brokerage {
    let groups: Grouping
    do { groups = try grouping(by: column) } catch { throw BuzzlineError(.noGroups, at: error.place, error.message) }
    return try brokerage(by: groups, workers: workers)
  }

  private func brokerageRemarks(on grouping: Grouping) -> [String] {
    var remarks: [String] = []
    let left = grouping.ungrouped.count { actors[$0].isMember }
    if left > 0 {
      remarks.append(
        "\(left) of \(memberCount) \(memberCount < actorCount ? "members" : "actors") state no \(grouping.name) and take no part in brokerage."
      )
    }
    if grouping.groups.count == 1 {
      remarks.append("All actors that state their \(grouping.name) agree in it, so every broker is a coordinator.")
    }
    if !isDirected {
      remarks.append(
        "Ties have no direction, so every pair of actors is counted in both orders: roles and totals are those of "
          + "ordered pairs, twice the pairs an actor stands between, and every gatekeeper is as much a representative.")
    }
    return remarks
  }
}
