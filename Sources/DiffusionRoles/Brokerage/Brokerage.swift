public import KnowledgeNetworks

/// How much each actor brokers in each role, and how much the network does.
///
/// Made by ``KnowledgeNetworks/KnowledgeNetwork/brokerage(by:workers:)-(Grouping,_)``, where the definition is. The rows are
/// counts; ``partialCredit()``, ``expectations`` and ``permutationTest(options:workers:)`` say how they are to be read.
public struct Brokerage: Sendable {
  /// The groups that tell the roles apart.
  public let grouping: Grouping
  /// The counts of each actor, and their sums.
  public let counts: BrokerageTable<Int>
  /// What a careful reader should know: how many actors took no part, which roles cannot occur.
  public let remarks: [String]

  let network: KnowledgeNetwork
  let members: GroupMembers
  /// The connected pairs among the members, both ways where ties have no direction.
  let tieCount: Int

  init(
    of network: KnowledgeNetwork, by grouping: Grouping, members: GroupMembers, counts: [BrokerageCounts],
    tieCount: Int
  ) {
    self.network = network
    self.grouping = grouping
    self.members = members
    self.tieCount = tieCount
    self.counts = BrokerageTable(
      totals: counts.reduce(.zero, +), profiles: members.spread(counts, over: network.actorCount))
    remarks = Self.remarks(on: network, by: grouping)
  }

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

  private static func remarks(on network: KnowledgeNetwork, by grouping: Grouping) -> [String] {
    var remarks: [String] = []
    let left = grouping.ungrouped.count
    if left > 0 {
      remarks.append(
        "\(left) of \(grouping.actorCount) actors state no \(grouping.name) and take no part in brokerage.")
    }
    if grouping.groups.count == 1 {
      remarks.append("All actors that state their \(grouping.name) agree in it, so every broker is a coordinator.")
    }
    if !network.isDirected {
      remarks.append(
        "Ties have no direction, so every pair of actors is counted in both orders: roles and totals are those of ordered "
          + "pairs, twice the pairs an actor stands between, and every gatekeeper is as much a representative.")
    }
    return remarks
  }
}
