/// The null hypothesis that every possible tie exists by itself with the same chance.
struct BernoulliNull: Sendable {
  let density: Double
  /// The chance of no tie; counted by itself, for 1 less a density near 1 would lose digits.
  let absence: Double
  let isDirected: Bool
}

/// How many triads could be open in a role, and how many ordered couples of them share a tie in which way: what the
/// mean and variance of a count depend on.
///
/// Triads share a tie in three ways, one of which is that one needs it and the other must not have it. Without
/// direction the two orders of a pair are one triad.
struct TriadSums: Sendable {
  let isDirected: Bool
  /// How often each open triad is counted: twice where both its orders have the role, else once.
  var multiplicity = 1.0
  /// The triads, each of which must not have one tie.
  var triads = 0.0
  /// Couples that share a tie both need.
  var bothPresent = 0.0
  /// Couples of which one needs a tie that the other must not have.
  var opposed = 0.0
  /// Couples that share a tie both must not have.
  var bothAbsent = 0.0

  /// Takes ties, each of which `needed` triads need and `barred` triads must not have.
  ///
  /// - Parameter rivals: How many other triads of the role the three actors of a triad make. Each needs what the first
  ///   must not have and the reverse, and without direction they share the third tie: such a couple counts once, as
  ///   opposed.
  mutating func add(_ ties: Double, needed: Double = 0, barred: Double = 0, rivals: Double = 0) {
    triads += ties * barred
    bothPresent += ties * (needed * (needed - 1) - (isDirected ? 0 : rivals * barred))
    opposed += ties * barred * (2 * needed - rivals)
    bothAbsent += ties * barred * (barred - 1)
  }

  /// Takes partners of one broker, each of whom makes triads with as many others: they share but ties that both need.
  mutating func add(partners: Double, eachWith others: Double) {
    add(isDirected ? 2 * partners : partners, needed: others)
    add(partners * others / (isDirected ? 1 : 2), barred: 1)
  }

  func expectation(under null: BernoulliNull) -> RoleExpectation {
    guard triads > 0 else { return RoleExpectation(expected: 0, variance: 0) }
    let (d, absence) = (null.density, null.absence)
    let openChance = d * d * absence
    // The covariances of a couple: the chance that both are open less that of two triads apart.
    let variance =
      triads * openChance * (1 - openChance) + bothPresent * (d * d * d * absence * absence * absence)
      - opposed * (d * d * d * d * absence * absence) + bothAbsent * (d * d * d * d * d * absence)
    return RoleExpectation(
      expected: multiplicity * triads * openChance, variance: multiplicity * multiplicity * variance)
  }
}

/// The sizes of groups; among *n* actors no more than √(2 *n*) of them differ.
struct GroupSizes {
  let actors: Double
  let counts: [(size: Double, groups: Double)]

  init(_ sizes: [Int]) {
    actors = Double(sizes.reduce(0, +))
    counts = Dictionary(sizes.map { (Double($0), 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
      .map { (size: $0.key, groups: $0.value) }
  }
}

/// Which triads the five roles, and all roles together, could be made of.
///
/// All sums are of terms that are not negative, so none loses digits.
struct RoleTriads: Sendable {
  private(set) var roles: BrokerageProfile<TriadSums>
  private(set) var total: TriadSums

  private init(isDirected: Bool) {
    let oneOrder = TriadSums(isDirected: isDirected)
    total = TriadSums(isDirected: isDirected, multiplicity: isDirected ? 1 : 2)
    roles = BrokerageProfile(
      coordinator: total, itinerant: total, gatekeeper: oneOrder, representative: oneOrder, liaison: total)
  }

  /// The triads of a whole network, by what each tie inside a group or between two is to them.
  ///
  /// - Complexity: O(*n*) time for *n* actors.
  init(ofNetwork sizes: GroupSizes, isDirected: Bool) {
    self.init(isDirected: isDirected)
    let orders = isDirected ? 1.0 : 2.0
    for (size, groups) in sizes.counts {
      let foreign = sizes.actors - size
      let inside = groups * size * (size - 1) / orders
      roles.coordinator.add(inside, needed: 2 * (size - 2), barred: size - 2, rivals: 2)
      roles.itinerant.add(inside, barred: foreign)
      roles.gatekeeper.add(inside, needed: orders * foreign)
      for (other, others) in sizes.counts {
        let across = groups * (others - (other == size ? 1 : 0)) * size * other / orders
        let receivingSide = isDirected ? other - 1 : size + other - 2
        roles.itinerant.add(across, needed: size + other - 2)
        roles.gatekeeper.add(across, needed: receivingSide, barred: receivingSide, rivals: 1)
        roles.liaison.add(across, needed: 2 * (foreign - other), barred: foreign - other, rivals: 2)
      }
    }
    roles.representative = roles.gatekeeper
    let actors = sizes.actors
    total.add(actors * (actors - 1) / orders, needed: 2 * (actors - 2), barred: actors - 2, rivals: 2)
  }

  /// The triads of which one member of a group of some size is the broker: the same for all members.
  ///
  /// - Complexity: O(√*n*) time for *n* actors.
  init(ofMemberIn size: Double, of sizes: GroupSizes, isDirected: Bool) {
    self.init(isDirected: isDirected)
    let (peers, foreign) = (size - 1, sizes.actors - size)
    roles.coordinator.add(partners: peers, eachWith: peers - 1)
    for (other, groups) in sizes.counts {
      let partners = other * (groups - (other == size ? 1 : 0))
      roles.itinerant.add(partners: partners, eachWith: other - 1)
      roles.liaison.add(partners: partners, eachWith: foreign - other)
    }
    roles.gatekeeper.add(foreign, needed: peers)
    roles.gatekeeper.add(peers, needed: foreign)
    roles.gatekeeper.add(foreign * peers, barred: 1)
    roles.representative = roles.gatekeeper
    total.add(partners: sizes.actors - 1, eachWith: sizes.actors - 2)
  }

  func expectation(under null: BernoulliNull) -> BrokerageExpectation {
    BrokerageExpectation(
      roles: BrokerageProfile { roles[$0].expectation(under: null) }, total: total.expectation(under: null))
  }
}
