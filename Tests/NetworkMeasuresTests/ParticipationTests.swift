import Foundation
import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct ParticipationTests {
  @Test(
    .needsSharedData,
    arguments: [
      (Direction.both, "sym"), (.outgoing, "out"), (.incoming, "in"),
    ])
  func meetsTheReferenceFile(direction: Direction, suffix: String) throws {
    let folder = try #require(ReferenceFiles.sharedData)
    let data = try Data(contentsOf: folder.appending(path: "reference_values/knoke_extra.json"))
    let tables = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    func column(_ name: String) throws -> [Double] {
      let column = try #require(tables["\(name)_\(suffix)"] as? [String: Double])
      return KnokeOrganisations.names.map { column[$0] ?? .nan }
    }
    let network = try KnokeOrganisations.information
    #expect(agree(try network.participation(by: KnokeOrganisations.groups, direction), try column("participation")))
    // The file has 0 for the second group, whose members are all tied alike; we say not defined.
    let reference = zip(try column("within_z_popsd"), KnokeOrganisations.groups.groupLabels)
      .map { $1 == "2" ? Double.nan : $0 }
    #expect(agree(try network.withinGroupZ(by: KnokeOrganisations.groups, direction), reference))
  }

  @Test func agreesWithTheFormulas() throws {
    for (run, network) in try SmallNetworks.random(60).enumerated() {
      let labels = SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run))
      let grouping = Grouping(name: "g", labels: labels)
      for direction in Direction.allCases {
        let counts = literalCounts(network.links, labels, direction)
        let spread = counts.map { row -> Double in
          let total = Double(row.values.reduce(0, +))
          return total == 0 ? .nan : 1 - row.values.reduce(0) { $0 + pow(Double($1) / total, 2) }
        }
        let spreads = zip(spread, labels).map { $1 == nil ? Double.nan : $0 }
        #expect(agree(try network.participation(by: grouping, direction), spreads))
        let standings = network.actors.indices.map { literalStanding(of: $0, counts, labels) }
        #expect(agree(try network.withinGroupZ(by: grouping, direction), standings))
      }
    }
  }

  @Test func oneGroupHasNoParticipation() throws {
    let network = try KnokeOrganisations.information
    let grouping = Grouping(name: "g", labels: Array(repeating: "all", count: 10))
    #expect(try network.participation(by: grouping, .both).allSatisfy { $0 == 0 })
    #expect(try network.participation(by: grouping, .both, isNormalized: true).allSatisfy { $0 == nil })
  }

  @Test func evenSpreadIsOneWhenNormalised() throws {
    let network = try KnowledgeNetwork.test(4, [(0, 1), (0, 2), (0, 3)])
    let grouping = Grouping(name: "g", labels: ["a", "a", "b", "c"])
    #expect(agree(try network.participation(by: grouping, .outgoing), [2.0 / 3, .nan, .nan, .nan]))
    let normalized = try network.participation(by: grouping, .outgoing, isNormalized: true)
    #expect(agree(normalized, [1, .nan, .nan, .nan]))
    #expect(normalized.measure == "normalized-participation-out")
  }

  @Test func reversalSwapsParticipation() throws {
    for (run, network) in try SmallNetworks.random(30).enumerated() {
      let grouping = Grouping(
        name: "g", labels: SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run)))
      let (forth, back) = try (
        network.participation(by: grouping, .outgoing), network.reversed().participation(by: grouping, .incoming)
      )
      #expect(Array(forth) == Array(back))
    }
  }

  @Test func withinGroupZHasMeanZeroAndUnitVariance() throws {
    for run in 0..<20 {
      let network = try KnowledgeNetwork.random(40, density: 0.2, seed: UInt64(run))
      let grouping = Grouping(name: "g", labels: (0..<40).map { "g\($0 % 3)" })
      let scores = try network.withinGroupZ(by: grouping, .incoming)
      for group in grouping.groups.indices {
        let members = grouping.members(of: group).compactMap { scores[$0] }
        #expect(agree(members.reduce(0, +), 0))
        #expect(agree(members.reduce(0) { $0 + $1 * $1 }, Double(members.count)))
      }
    }
  }

  @Test func rolesFollowTheCutOffs() {
    let cases: [(Double, Double, ConnectorRole)] = [
      (0, 0.05, .ultraPeripheral), (0, 0.06, .peripheral), (2.49, 0.62, .peripheral), (0, 0.8, .connector),
      (-1, 0.81, .kinless), (2.5, 0.3, .provincialHub), (3, 0.31, .connectorHub), (3, 0.75, .connectorHub),
      (3, 0.76, .kinlessHub),
    ]
    for (standing, spread, role) in cases {
      #expect(ConnectorRole(withinGroupZ: standing, participation: spread) == role)
    }
  }

  @Test func rolesNeedBothNumbers() throws {
    let network = try KnokeOrganisations.information
    let roles = try network.connectorRoles(by: KnokeOrganisations.groups, .outgoing)
    #expect(roles[1] == nil)
    #expect(roles[0] == .connector)
    #expect(roles[8] == .peripheral)
  }
}

extension Grouping {
  fileprivate var groupLabels: [String?] { (0..<actorCount).map(label(of:)) }
}

/// For each actor, how many partners it has under each label.
private func literalCounts(_ links: [[Bool]], _ labels: [String?], _ direction: Direction) -> [[String: Int]] {
  links.indices.map { actor in
    var counts: [String: Int] = [:]
    for (partner, label) in labels.enumerated() {
      let isTied =
        (direction != .incoming && links[actor][partner]) || (direction != .outgoing && links[partner][actor])
      if let label, isTied { counts[label, default: 0] += 1 }
    }
    return counts
  }
}

private func literalStanding(of actor: Int, _ counts: [[String: Int]], _ labels: [String?]) -> Double {
  guard let label = labels[actor] else { return .nan }
  let group = labels.indices.filter { labels[$0] == label }.map { Double(counts[$0][label] ?? 0) }
  let mean = group.reduce(0, +) / Double(group.count)
  let deviation = (group.map { pow($0 - mean, 2) }.reduce(0, +) / Double(group.count)).squareRoot()
  return deviation < 1e-12 ? .nan : (Double(counts[actor][label] ?? 0) - mean) / deviation
}
