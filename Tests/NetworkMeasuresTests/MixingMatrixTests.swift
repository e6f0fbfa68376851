import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct MixingMatrixTests {
  @Test(.needsSharedData)
  func meetsUcinetOnCampnetByGender() throws {
    let network = try #require(try ReferenceColumns("campnet/campnet_matrix.csv")).matrixNetwork()
    let table = try #require(try ReferenceColumns("reference_values/campnet_gender_brokerage_nodes.csv"))
    #expect(network.actors.map(\.id) == table.names)
    let mixing = try network.mixing(by: Grouping(name: "gender", labels: table.words("group")))
    let homophily = mixing.homophily
    #expect(agree(homophily.insideShare, 0.833, within: 5e-4))
    #expect(agree(homophily.insideShareAboveChance, 0.356, within: 5e-4))
    #expect(agree(homophily.correlation, 0.330, within: 5e-4))
    #expect(agree(mixing.pairs.modularity, 0.329, within: 5e-4))
    #expect(agree(mixing.pairs.assortativity, 0.664, within: 5e-4))
    #expect(agree(homophily.yulesQ, 0.764, within: 5e-4))
  }

  @Test func knokeByHand() throws {
    let mixing = try KnokeOrganisations.information.mixing(by: KnokeOrganisations.groups)
    #expect(mixing.pairs.total == 49)
    #expect(mixing.pairs.inside == 12)
    #expect(mixing.grouping.groups == ["1", "2", "3"])
    #expect(mixing.pairs.cells == [[4, 8, 6], [6, 6, 2], [7, 8, 2]])
    #expect(agree(mixing.density(from: 0, to: 0), 4.0 / 6))
    #expect(agree(mixing.density(from: 2, to: 1), 8.0 / 12))
    #expect(agree(mixing.insideDensity, 12.0 / 24))
    #expect(agree(mixing.acrossDensity, 37.0 / 66))
    #expect(mixing.remarks.isEmpty)
  }

  @Test func agreesWithALoopOverPairs() throws {
    for (run, network) in try SmallNetworks.weighted(60).enumerated() {
      let labels = SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run))
      let mixing = try network.mixing(by: Grouping(name: "g", labels: labels))
      let table = network.dense
      for (g, giver) in mixing.grouping.groups.enumerated() {
        for (h, receiver) in mixing.grouping.groups.enumerated() {
          let cells = table.indices.filter { labels[$0] == giver }.flatMap { i in
            table.indices.filter { labels[$0] == receiver }.map { table[i][$0] }
          }
          #expect(mixing.pairs.cells[g][h] == Double(cells.count { $0 > 0 }))
          #expect(agree(mixing.weights.cells[g][h], cells.reduce(0, +)))
        }
      }
    }
  }

  @Test func modularityAgreesWithTheSumOverPairs() throws {
    for (run, network) in try SmallNetworks.weighted(60).enumerated() {
      let groups = SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run)).map { $0 ?? "rest" }
      let table = network.dense
      let mixing = try network.mixing(by: Grouping(name: "g", labels: groups))
      #expect(agree(mixing.weights.modularity, literalModularity(table, groups)))
      #expect(agree(mixing.pairs.modularity, literalModularity(table.map { $0.map { $0 > 0 ? 1 : 0 } }, groups)))
    }
  }

  @Test func correlationAgreesWithPearson() throws {
    for (run, network) in try SmallNetworks.random(60).enumerated() where network.actorCount > 2 {
      let groups = SmallNetworks.labels(network.actorCount, groups: 2, seed: UInt64(run)).map { $0 ?? "rest" }
      var pairs: [(Double, Double)] = []
      for i in network.actors.indices {
        for j in network.actors.indices where i != j {
          pairs.append((network.hasTie(from: i, to: j) ? 1 : 0, groups[i] == groups[j] ? 1 : 0))
        }
      }
      let homophily = try network.mixing(by: Grouping(name: "g", labels: groups)).homophily
      #expect(agree(homophily.correlation, pearson(pairs)))
    }
  }

  @Test func reversalTransposesMixing() throws {
    for (run, network) in try SmallNetworks.weighted(20).enumerated() {
      let grouping = Grouping(
        name: "g", labels: SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run)))
      let (forth, back) = try (network.mixing(by: grouping), network.reversed().mixing(by: grouping))
      for g in grouping.groups.indices {
        for h in grouping.groups.indices { #expect(forth.pairs.cells[g][h] == back.pairs.cells[h][g]) }
      }
      #expect(agree(forth.pairs.modularity, back.pairs.modularity))
      #expect(agree(forth.pairs.assortativity, back.pairs.assortativity))
    }
  }

  @Test func mixingSumsToPairs() throws {
    for (run, network) in try SmallNetworks.random(20).enumerated() {
      let groups = SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run)).map { $0 ?? "rest" }
      let mixing = try network.mixing(by: Grouping(name: "g", labels: groups))
      #expect(mixing.pairs.total == Double(network.pairCount * (network.isDirected ? 1 : 2)))
    }
  }

  @Test func expectedTablesKeepTheTotal() throws {
    let mixing = try KnokeOrganisations.information.mixing(by: KnokeOrganisations.groups)
    let byDensity = try #require(mixing.expectedByDensity)
    let byDegrees = try #require(mixing.pairs.expectedByDegrees)
    #expect(agree(byDensity.joined().reduce(0, +), 49))
    #expect(agree(byDegrees.joined().reduce(0, +), 49))
    #expect(agree(byDensity[0][0], 49.0 * 6 / 90))
    #expect(agree(byDensity[0][2], 49.0 * 12 / 90))
    #expect(agree(byDegrees[2][0], 17.0 * 17 / 49))
  }

  @Test func allTiesInsideIsPerfectlyAssortative() throws {
    let network = try KnowledgeNetwork.test(4, [(0, 1), (1, 0), (2, 3)])
    let mixing = try network.mixing(by: Grouping(name: "g", labels: ["a", "a", "b", "b"]))
    #expect(agree(mixing.pairs.assortativity, 1))
    #expect(mixing.pairs.externalToInternal(of: 0) == 0)
    let merged = try network.mixing(by: Grouping(name: "g", labels: ["a", "a", "a", "a"]))
    #expect(merged.pairs.assortativity == nil)
    #expect(merged.pairs.modularity == 0)
    #expect(merged.acrossDensity == nil && merged.homophily.correlation == nil && merged.homophily.yulesQ == nil)
  }

  @Test func externalToInternalCountsBothDirections() throws {
    let mixing = try KnokeOrganisations.information.mixing(by: KnokeOrganisations.groups)
    #expect(agree(mixing.pairs.externalToInternal(of: 0), Double(18 + 17 - 8) / 4))
    let apart = try KnowledgeNetwork.test(2, [(0, 1)]).mixing(by: Grouping(name: "g", labels: ["a", "b"]))
    #expect(apart.pairs.externalToInternal(of: 0) == nil)
  }

  @Test func ungroupedActorsTakeNoPart() throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1), (1, 2), (2, 0)])
    let mixing = try network.mixing(by: Grouping(name: "kind", labels: ["a", "a", nil]))
    #expect(mixing.pairs.total == 1)
    #expect(mixing.remarks == ["One actor is in no group by kind; it and its ties take no part."])
    let none = try network.mixing(by: Grouping(name: "kind", labels: [nil, nil, nil]))
    #expect(none.pairs.modularity == nil && none.expectedByDensity == nil && none.pairs.expectedByDegrees == nil)
  }
}

/// Leicht and Newman's sum over all pairs of one group.
private func literalModularity(_ table: [[Double]], _ groups: [String]) -> Double? {
  let total = table.joined().reduce(0, +)
  guard total > 0 else { return nil }
  var sum = 0.0
  for i in table.indices {
    for j in table.indices where groups[i] == groups[j] {
      sum += table[i][j] - table[i].reduce(0, +) * table.reduce(0) { $0 + $1[j] } / total
    }
  }
  return sum / total
}

private func pearson(_ pairs: [(Double, Double)]) -> Double? {
  let count = Double(pairs.count)
  let mean = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
  let product = pairs.reduce(0) { $0 + ($1.0 - mean.0) * ($1.1 - mean.1) }
  let squares = pairs.reduce((0.0, 0.0)) {
    ($0.0 + ($1.0 - mean.0) * ($1.0 - mean.0), $0.1 + ($1.1 - mean.1) * ($1.1 - mean.1))
  }
  return squares.0 * squares.1 > 1e-12 ? product / (squares.0 * squares.1).squareRoot() : nil
}
