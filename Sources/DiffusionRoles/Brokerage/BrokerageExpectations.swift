internal import KnowledgeNetworks

/// What a count of brokerage would be if ties were made by chance, and how far from it the count is.
public struct RoleExpectation: Hashable, Codable, Sendable {
  /// The mean count under the null.
  public let expected: Double
  /// Its standard deviation under the null.
  public let standardDeviation: Double

  init(expected: Double, variance: Double) {
    self.expected = expected
    standardDeviation = max(0, variance).squareRoot()
  }

  /// How many standard deviations a count lies above its mean; `nil`, not defined, if there is no deviation.
  public func z(of count: Int) -> Double? {
    standardDeviation > 0 ? (Double(count) - expected) / standardDeviation : nil
  }
}

/// The expectations of the five roles and of their sum.
public struct BrokerageExpectation: Hashable, Codable, Sendable {
  /// What is expected in each role.
  public let roles: BrokerageProfile<RoleExpectation>
  /// What is expected of the sum, whose deviation is not the sum of theirs.
  public let total: RoleExpectation

  /// What is expected in a role.
  public subscript(role: BrokerageRole) -> RoleExpectation { roles[role] }
}

/// The expectations of every actor and of the network.
public struct BrokerageExpectations: Codable, Sendable {
  /// The chance of a tie under the null: the share of possible ties that exist among grouped actors.
  public let density: Double
  /// What is expected of the network's totals.
  public let network: BrokerageExpectation
  private let groups: [BrokerageExpectation]
  private let groupOfActor: [Int32]

  init(sizes: [Int], groupOfActor: [Int32], null: BernoulliNull) {
    density = null.density
    let tally = GroupSizes(sizes)
    network = RoleTriads(ofNetwork: tally, isDirected: null.isDirected).expectation(under: null)
    let bySize = Dictionary(
      uniqueKeysWithValues: tally.counts.map { size, _ in
        (size, RoleTriads(ofMemberIn: size, of: tally, isDirected: null.isDirected).expectation(under: null))
      })
    groups = sizes.compactMap { bySize[Double($0)] }
    self.groupOfActor = groupOfActor
  }

  /// What is expected of an actor: the same for all members of a group; `nil` where its group is not stated.
  public subscript(actor: Int) -> BrokerageExpectation? {
    groupOfActor[actor] < 0 ? nil : groups[Int(groupOfActor[actor])]
  }
}

extension Brokerage {
  /// What chance alone would make of the counts, with the groups as they are.
  ///
  /// The null: every ordered pair of grouped actors is tied independently with the same chance, the observed density,
  /// taken as known. Means and variances are exact under it, not approximations: for actors those of Gould & Fernandez
  /// (1989), [doi:10.2307/270949](https://doi.org/10.2307/270949), as R sna 2.7-1 has them; for the network's totals
  /// with the covariances of triads that exclude one another, so that its deviations differ from that program's in
  /// coordinator, gatekeeper, representative and total (`Tests/ReferenceData/sna`, column `sd_sna`). Without direction
  /// every unordered pair is tied independently, and the variances are those of counts that come in twos.
  ///
  /// A z is `nil` where the count cannot vary: too few actors for the role, or a density of 0 or 1. A z of a small
  /// group is far from normal; ``permutationTest(options:workers:)`` does not need it to be.
  ///
  /// Properties: the mean of the total is the sum of the means; members of one group expect the same; with groups of
  /// one, liaison and total have the same mean and deviation; reversing all ties changes nothing.
  ///
  /// - Complexity: O(*n* + *g*) time, O(*n* + *g*) space for *n* actors in *g* groups; O(1) to look up an actor.
  public var expectations: BrokerageExpectations {
    let possible = Double(members.actors.count) * Double(members.actors.count - 1)
    let ties = Double(members.receivers.partners.count)
    let null = BernoulliNull(
      density: possible > 0 ? ties / possible : 0, absence: possible > 0 ? (possible - ties) / possible : 1,
      isDirected: isDirected)
    return BrokerageExpectations(sizes: grouping.sizes, groupOfActor: grouping.groupCodes, null: null)
  }
}
