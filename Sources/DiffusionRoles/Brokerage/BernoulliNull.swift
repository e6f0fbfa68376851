/// The null hypothesis that every possible tie exists by itself with the same chance.
struct BernoulliNull: Sendable {
  let density: Double
  let isDirected: Bool
  /// The chance that three actors are open in one given way: two ties there, one not.
  let openChance: Double
  /// Covariance of two open triads that share a tie that must be there in both.
  let bothPresent: Double
  /// Minus the covariance of two open triads of which one needs a tie that the other must not have.
  let opposed: Double
  /// Covariance of two open triads that share a tie that must not be there in both.
  let bothAbsent: Double

  /// The null for ties counted both ways among actors of whom any two could be tied.
  init(actorCount: Int, tieCount: Int, isDirected: Bool) {
    let possible = Double(actorCount) * Double(actorCount - 1)
    self.init(
      density: possible > 0 ? Double(tieCount) / possible : 0,
      absence: possible > 0 ? (possible - Double(tieCount)) / possible : 1, isDirected: isDirected)
  }

  init(density d: Double, isDirected: Bool) {
    self.init(density: d, absence: 1 - d, isDirected: isDirected)
  }

  private init(density d: Double, absence: Double, isDirected: Bool) {
    density = d
    self.isDirected = isDirected
    openChance = d * d * absence
    bothPresent = d * d * d * absence * absence * absence
    opposed = d * d * d * d * absence * absence
    bothAbsent = d * d * d * d * d * absence
  }
}

/// How many triads could be open in a role, and how many ordered couples of them share a tie in which way: what the
/// mean and variance of a count depend on.
struct TriadSums: Sendable {
  /// The ordered pairs that could be brokered.
  var pairs: Double
  /// How often each open triad is counted: twice in both directions of an undirected network, else once.
  var multiplicity = 1.0
  /// Couples that share a tie both need.
  var bothPresent = 0.0
  /// Couples of which one needs a tie that the other must not have.
  var opposed = 0.0
  /// Couples that share a tie both must not have.
  var bothAbsent = 0.0

  func expectation(under null: BernoulliNull) -> RoleExpectation {
    let expected = pairs * null.openChance
    guard pairs > 0 else { return RoleExpectation(expected: 0, variance: 0) }
    let alone = multiplicity * expected * (1 - null.openChance)
    return RoleExpectation(
      expected: expected,
      variance: alone + bothPresent * null.bothPresent - opposed * null.opposed + bothAbsent * null.bothAbsent)
  }
}
