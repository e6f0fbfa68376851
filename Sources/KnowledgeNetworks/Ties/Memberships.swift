/// Who takes part in what: a two-mode network of actors and groups, such as organisations and their projects or events.
///
/// A membership is no tie: knowledge goes from actor to actor. ``ties(by:workers:)`` makes ties of what actors take
/// part in together, by a named rule; the two-mode network itself keeps its degrees (``groupCounts``, ``groupSizes``)
/// and its ``density``. An actor is in a group once, however often it is listed; whoever coordinates it in one listing
/// coordinates it.
///
/// Properties:
/// - The order in which memberships are listed is without effect.
/// - Degrees of actors and sizes of groups each add up to the number of memberships.
public struct Memberships: Hashable, Sendable {
  /// That an actor takes part in a group.
  public struct Membership: Hashable, Codable, Sendable {
    /// The actor's position in the roster.
    public var actor: Int
    /// What it takes part in.
    public var group: String
    /// Whether it coordinates the group.
    public var isCoordinator: Bool

    /// Makes a membership.
    public init(actor: Int, group: String, isCoordinator: Bool = false) {
      (self.actor, self.group, self.isCoordinator) = (actor, group, isCoordinator)
    }
  }

  /// One member, the group known from where it stands.
  private struct Member: Hashable {
    let actor: Int
    let isCoordinator: Bool
  }

  /// How many actors the roster has, those in no group included.
  public let actorCount: Int
  /// The groups, ascending by name, numbers in it by their size; none is empty.
  public let groups: [String]
  /// The members of all groups, group after group, ascending.
  private let members: [Member]
  /// Where the members of each group begin, and the end of the last.
  private let starts: [Int]

  /// Takes memberships in any order.
  ///
  /// - Throws: ``BuzzlineError`` with the code `actorOutOfRange` for a position that is not on the roster.
  /// - Complexity: O(*m* log *m*) time and O(*m*) space for *m* memberships.
  public init(actorCount: Int, _ memberships: some Sequence<Membership>) throws(BuzzlineError) {
    let memberships = Array(memberships)
    if let stray = memberships.first(where: { !(0..<actorCount).contains($0.actor) }) {
      throw BuzzlineError(.actorOutOfRange, "A member of '\(stray.group)' is none of the \(actorCount) actors.")
    }
    self.init(checked: memberships, actorCount: actorCount)
  }

  private init(checked memberships: [Membership], actorCount: Int) {
    var roles: [String: [Int: Bool]] = [:]
    for membership in memberships {
      let known = roles[membership.group]?[membership.actor] ?? false
      roles[membership.group, default: [:]][membership.actor] = known || membership.isCoordinator
    }
    self.actorCount = actorCount
    groups = roles.keys.sorted(by: NaturalOrder.precedes)
    var (members, starts) = ([Member](), [0])
    for group in groups {
      let ascending = (roles[group] ?? [:]).sorted { $0.key < $1.key }
      members += ascending.map { Member(actor: $0.key, isCoordinator: $0.value) }
      starts.append(members.count)
    }
    (self.members, self.starts) = (members, starts)
  }

  /// Every membership once, ascending by group, then by actor.
  public var memberships: [Membership] {
    groups.indices.flatMap { group in
      places(of: group).map { place in
        Membership(actor: members[place].actor, group: groups[group], isCoordinator: members[place].isCoordinator)
      }
    }
  }

  /// The number of memberships.
  public var count: Int { members.count }

  /// In how many groups each actor is, by roster position: its degree in the two-mode network; 0 for one in none.
  public var groupCounts: [Int] {
    members.reduce(into: [Int](repeating: 0, count: actorCount)) { $0[$1.actor] += 1 }
  }

  /// How many members each group has: its degree in the two-mode network; at least 1.
  public var groupSizes: [Int] { groups.indices.map { places(of: $0).count } }

  /// How many groups somebody coordinates.
  public var coordinatedCount: Int {
    groups.indices.count { group in places(of: group).contains { members[$0].isCoordinator } }
  }

  /// The share of pairs of an actor and a group that are memberships, from 0 to 1; `nil` without actors or groups.
  ///
  /// Borgatti & Everett (1997), doi:10.1016/S0378-8733(96)00301-2: a pair of two actors, or of two groups, is not
  /// possible and does not count.
  public var density: Double? {
    actorCount == 0 || groups.isEmpty ? nil : Double(count) / (Double(actorCount) * Double(groups.count))
  }

  /// Where the members of a group stand.
  private func places(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  /// The same memberships of actors that have moved; those of an actor that is gone go with it, and a group without
  /// members too.
  ///
  /// - Parameters:
  ///   - positions: The new position of each actor; `nil` for one that is gone.
  ///   - count: How many actors there are now.
  package func moved(to positions: [Int?], among count: Int) -> Memberships {
    let moved = memberships.compactMap { membership in
      positions[membership.actor].map {
        Membership(actor: $0, group: membership.group, isCoordinator: membership.isCoordinator)
      }
    }
    precondition(moved.allSatisfy { (0..<count).contains($0.actor) }, "actors move to places among those there are")
    return Memberships(checked: moved, actorCount: count)
  }
}

/// How ties between actors are made of what they take part in together.
public enum MembershipTies: String, Hashable, Codable, Sendable, CaseIterable {
  /// Two actors are tied where they share a group; the weight is the number of groups they share (Breiger 1974,
  /// doi:10.2307/2576011).
  case coMembership = "co-membership"
  /// The same ties; each shared group of *s* members adds 1 / (*s* − 1), so that all ties of an actor together weigh as
  /// much as it has groups with other members (Newman 2001, doi:10.1103/PhysRevE.64.016132).
  case newman
  /// A group's coordinator is tied to each other member; the weight is the number of such groups.
  case coordinator

  /// Whether ties run from one end to the other: from who coordinates to who takes part.
  public var isDirected: Bool { self == .coordinator }

  /// What it makes, in words that follow its name.
  public var explanation: String {
    switch self {
    case .coMembership: "actors of a group are tied to each other; the weight is the number of groups they share"
    case .newman: "the same ties; a group of s members adds 1/(s - 1) to the weight"
    case .coordinator:
      "the coordinator of a group is tied to each other member; the weight is the number of such groups"
    }
  }
}

extension Memberships {
  /// The ties that a rule makes, ascending by source, then by target; without direction the source is the lower
  /// position.
  ///
  /// A group of one member makes none, nor by ``MembershipTies/coordinator`` does a group that nobody coordinates; of
  /// several coordinators each is tied to all others, themselves included. Nobody is tied to itself, and actors in no
  /// group stay isolates.
  ///
  /// Properties:
  /// - Weights of ``MembershipTies/newman`` add up, over the ties of an actor, to its groups of two or more members.
  /// - The same actors are tied by ``MembershipTies/coMembership`` and by ``MembershipTies/newman``.
  ///
  /// - Throws: ``BuzzlineError`` with the code `outOfMemory` before anything is made if there may be too many ties (a
  ///   group of *s* members makes up to *s* (*s* − 1) / 2); `cancelled` if the task was cancelled.
  /// - Complexity: O(*n* + ∑*s*²) time for *n* actors and groups of *s* members, O(*n*) space beside the ties.
  public func ties(by rule: MembershipTies, workers: Workers = .all) throws(BuzzlineError) -> [Tie] {
    try workers.afford(
      MemoryNeed(
        "Making ties of memberships", bytes: bytes(by: rule), advice: "a list without its largest groups"))
    switch rule {
    case .coMembership: return try ties { _, _ in 1 }
    case .newman: return try ties { size, _ in 1 / Double(size - 1) }
    case .coordinator: return try ties(isDirected: true) { $1 ? 1 : 0 }
    }
  }

  /// About how much the ties take until they are a network.
  private func bytes(by rule: MembershipTies) -> Int {
    let sizes = groupSizes.map(Double.init)
    let most =
      rule.isDirected
      ? sizes.reduce(0, +)
      : min(sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }, Double(actorCount) * Double(actorCount) / 2)
    return Int(min(most * 400, 1e18))
  }

  /// Adds up, actor by actor, what each group puts on the ties to its other members.
  ///
  /// - Parameters:
  ///   - isDirected: Whether ties to members of lower positions are made too.
  ///   - share: What a group of a size adds, by whether the actor coordinates it.
  private func ties(
    isDirected: Bool = false, share: (_ size: Int, _ isCoordinator: Bool) -> Double
  ) throws(BuzzlineError) -> [Tie] {
    let groupsOfActors = groupsOfActors
    var weights = [Double](repeating: 0, count: actorCount)
    var (ties, partners) = ([Tie](), [Int]())
    for actor in 0..<actorCount {
      if actor % 64 == 0 { try BuzzlineError.checkCancellation(of: "making of ties") }
      // Groups ascend by name, so that sums do not depend on the order of the rows.
      for (group, place) in groupsOfActors[actor] {
        let size = places(of: group).count
        let weight = size > 1 ? share(size, members[place].isCoordinator) : 0
        guard weight > 0 else { continue }
        for other in isDirected ? places(of: group) : place + 1..<starts[group + 1] where other != place {
          let partner = members[other].actor
          if weights[partner] == 0 { partners.append(partner) }
          weights[partner] += weight
        }
      }
      for partner in partners.sorted() {
        ties.append(Tie(source: actor, target: partner, weight: weights[partner]))
        weights[partner] = 0
      }
      partners.removeAll(keepingCapacity: true)
    }
    return ties
  }

  /// The groups of each actor, ascending, with its place among the members.
  private var groupsOfActors: [[(group: Int, place: Int)]] {
    var found = [[(group: Int, place: Int)]](repeating: [], count: actorCount)
    for group in groups.indices {
      for place in places(of: group) { found[members[place].actor].append((group, place)) }
    }
    return found
  }
}
