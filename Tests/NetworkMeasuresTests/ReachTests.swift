import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct ReachTests {
  private func reached(_ network: KnowledgeNetwork, _ direction: Direction, within most: Int) -> [Double] {
    let links = network.links
    let table = stepTable(
      links.indices.map { i in
        links.indices.map { j in
          switch direction {
          case .outgoing: links[i][j]
          case .incoming: links[j][i]
          case .both: links[i][j] || links[j][i]
          }
        }
      })
    return table.map { row in Double(row.count { $0.map { $0 > 0 && $0 <= most } ?? false }) }
  }

  @Test func agreesWithFloydAndWarshall() throws {
    for network in try KnowledgeNetwork.all(3) + SmallNetworks.random(60) {
      for direction in Direction.allCases {
        for steps in [1, 2, 3, .max] {
          #expect(
            try Array(network.reach(direction, within: steps)) == reached(network, direction, within: steps))
        }
      }
    }
  }

  @Test func oneStepIsTheDegree() throws {
    for network in try SmallNetworks.random(20) {
      #expect(try Array(network.reach(.outgoing, within: 1)) == Array(network.degree(.outgoing)))
    }
  }

  @Test func lessThanOneStepIsRefused() throws {
    let error = #expect(throws: BuzzlineError.self) { try KnokeOrganisations.money.reach(.outgoing, within: 0) }
    #expect(error?.code == .invalidInput)
  }

  @Test func insideAndAcrossAddUpToAllPairs() throws {
    for (run, network) in try SmallNetworks.random(60).enumerated() {
      let labels = SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run))
      let grouping = Grouping(name: "g", labels: labels)
      let (inside, across) = try network.distances(by: grouping)
      let table = stepTable(network.links)
      func count(_ steps: Int, _ isInside: Bool) -> Int {
        table.indices.reduce(0) { sum, i in
          sum
            + table.indices.count { j in
              guard let one = labels[i], let other = labels[j] else { return false }
              return i != j && table[i][j] == steps && (one == other) == isInside
            }
        }
      }
      #expect(inside.pairsBySteps == inside.pairsBySteps.indices.map { count($0 + 1, true) })
      #expect(across.pairsBySteps == across.pairsBySteps.indices.map { count($0 + 1, false) })
      let grouped = labels.count { $0 != nil }
      #expect(inside.orderedPairs + across.orderedPairs == grouped * (grouped - 1))
    }
  }
}
