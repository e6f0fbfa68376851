import KnowledgeNetworks
import TestNetworks
import Testing

@testable import DiffusionRoles

/// Means and variances under the null against every network there is, and against sums over all couples of triads.
@Suite struct BrokerageExpectationsTests {
  private static let densities = [0.1, 0.3, 0.5, 0.85]

  @Test(arguments: [true, false])
  func momentsMatchTheEnumerationOfAllNetworksOfFourActors(isDirected: Bool) throws {
    let enumeration = NetworkEnumeration(actorCount: 4, isDirected: isDirected)
    for labels in partitions(of: 4) { try expectMoments(of: labels, in: enumeration) }
  }

  @Test func momentsMatchTheEnumerationOfAllUndirectedNetworksOfFiveActors() throws {
    let enumeration = NetworkEnumeration(actorCount: 5, isDirected: false)
    for labels in partitions(of: 5) { try expectMoments(of: labels, in: enumeration) }
  }

  private func expectMoments(of labels: [String], in enumeration: NetworkEnumeration) throws {
    let grouping = Grouping(name: "kind", labels: labels)
    let moments = enumeration.moments(labels: labels)
    for density in Self.densities {
      let null = BernoulliNull(density: density, absence: 1 - density, isDirected: enumeration.isDirected)
      let expectations = BrokerageExpectations(
        sizes: grouping.sizes, groupOfActor: grouping.groupCodes, null: null)
      for broker in labels.indices {
        let expected = try #require(expectations[broker])
        for (role, moment) in zip(expected.inOrder, moments.actors[broker]) {
          expectSame(role, moment.at(density, of: enumeration))
        }
      }
      for (role, moment) in zip(expectations.network.inOrder, moments.network) {
        expectSame(role, moment.at(density, of: enumeration))
      }
    }
  }

  private func expectSame(_ role: RoleExpectation, _ moment: (mean: Double, variance: Double)) {
    #expect(abs(role.expected - moment.mean) <= 1e-12 * max(1, moment.mean))
    let variance = role.standardDeviation * role.standardDeviation
    #expect(abs(variance - moment.variance) <= 1e-12 * max(1, moment.variance))
  }

  @Test(arguments: [[3, 3, 1], [2, 2, 2, 1], [7], [4, 3], [1, 1, 1, 1, 1, 1, 1], [5, 1, 1]], [true, false])
  func momentsMatchTheSumOverAllCouplesOfTriads(sizes: [Int], isDirected: Bool) throws {
    let labels = sizes.enumerated().flatMap { group, size in Array(repeating: "g\(group)", count: size) }
    for density in [0.2, 0.7] {
      let null = BernoulliNull(density: density, absence: 1 - density, isDirected: isDirected)
      let expectations = BrokerageExpectations(
        sizes: sizes, groupOfActor: Grouping(name: "kind", labels: labels).groupCodes, null: null)
      let couples = TriadCouples(labels: labels, density: density, isDirected: isDirected)
      for (place, role) in (BrokerageRole.allCases.map(Optional.some) + [nil]).enumerated() {
        expectSame(expectations.network.inOrder[place], couples.moments { role == nil || $0.role == role })
        let first = try #require(expectations[0])
        expectSame(first.inOrder[place], couples.moments { $0.broker == 0 && (role == nil || $0.role == role) })
      }
    }
  }

  /// The formulas as methods print them: sums over pairs and triples of groups.
  @Test(arguments: [[3, 3, 4], [1, 2, 5, 9], [8], [2, 6], [1, 1, 1, 1, 3], [20, 1, 7, 7, 2, 1]])
  func closedFormsEqualTheLiteralSumsOverGroups(sizes: [Int]) {
    let sums = RoleTriads(ofNetwork: GroupSizes(sizes), isDirected: true)
    let n = sizes.map(Double.init)
    let all = n.reduce(0, +)
    var liaison = TriadSums(isDirected: true)
    var itinerant = TriadSums(isDirected: true)
    for i in n.indices {
      for j in n.indices where j != i {
        itinerant.triads += n[i] * (n[i] - 1) * n[j]
        itinerant.bothPresent += n[i] * n[j] * (n[i] - 1) * (2 * n[i] + 2 * n[j] - 6)
        itinerant.bothAbsent += n[i] * n[j] * (n[i] - 1) * (all - n[i] - 1)
        for k in n.indices where k != i && k != j {
          let product = n[i] * n[j] * n[k]
          liaison.triads += product
          liaison.bothPresent += product * (4 * (all - n[j]) - 2 * (n[i] + n[k] + 1))
          liaison.opposed += product * (4 * (all - n[k]) - 2 * (n[i] + n[j] + 1))
          liaison.bothAbsent += product * (all - n[i] - n[k] - 1)
        }
      }
    }
    for (found, literal) in [(sums.roles.liaison, liaison), (sums.roles.itinerant, itinerant)] {
      #expect(found.triads == literal.triads)
      #expect(found.bothPresent == literal.bothPresent)
      #expect(found.opposed == literal.opposed)
      #expect(found.bothAbsent == literal.bothAbsent)
    }
  }

  @Test(arguments: [true, false]) func aHundredThousandGroupsOfOneAgreeInLiaisonAndTotal(isDirected: Bool) {
    let sums = RoleTriads(ofNetwork: GroupSizes(Array(repeating: 1, count: 100_000)), isDirected: isDirected)
    let null = BernoulliNull(density: 1e-4, absence: 1 - 1e-4, isDirected: isDirected)
    let liaison = sums.roles.liaison.expectation(under: null)
    let total = sums.total.expectation(under: null)
    #expect(isClose(liaison.expected, total.expected))
    #expect(isClose(liaison.standardDeviation, total.standardDeviation))
  }

  @Test(arguments: [0.0, 1.0]) func emptyAndFullNetworksHaveNoDeviation(density: Double) throws {
    let network = try KnowledgeNetwork.random(7, density: density == 0 ? -1 : 2, seed: 1)
    let brokerage = try network.brokerage(by: Grouping(name: "kind", labels: randomLabels(7, groups: 2, seed: 1)))
    #expect(brokerage.expectations.density == density)
    for role in brokerage.expectations.network.inOrder {
      #expect(role.expected == 0)
      #expect(role.standardDeviation == 0)
      #expect(role.z(of: 0) == nil)
    }
  }

  @Test func theMeanOfTheTotalIsTheSumOfTheMeans() throws {
    let network = try KnowledgeNetwork.random(40, density: 0.2, seed: 5)
    let labels = randomLabels(40, groups: 6, seed: 5)
    let expectations = try network.brokerage(by: Grouping(name: "kind", labels: labels)).expectations
    for expected in [expectations.network] + (0..<40).compactMap({ expectations[$0] }) {
      let sum = BrokerageRole.allCases.reduce(0) { $0 + expected[$1].expected }
      #expect(isClose(sum, expected.total.expected))
    }
  }

  @Test func membersOfOneGroupExpectTheSame() throws {
    let network = try KnowledgeNetwork.random(15, density: 0.2, seed: 5)
    let grouping = Grouping(name: "kind", labels: randomLabels(15, groups: 3, seed: 5))
    let expectations = try network.brokerage(by: grouping).expectations
    for group in grouping.groups.indices {
      #expect(Set(grouping.members(of: group).map { expectations[$0] }).count == 1)
    }
    #expect(isClose(expectations.density, Double(network.pairCount) / 210))
  }
}

extension BrokerageExpectation {
  /// The five roles and the total.
  var inOrder: [RoleExpectation] { BrokerageRole.allCases.map { self[$0] } + [total] }
}
