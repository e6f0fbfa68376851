import Foundation
import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct StructuralHolesTests {
  @Test(
    .needsSharedData,
    arguments: [
      ("campnet/campnet_matrix.csv", "campnet"), ("knoke/knoke_information_matrix.csv", "knoke_info"),
      ("knoke/knoke_money_matrix.csv", "knoke_money"),
    ])
  func meetsUcinet(matrix: String, name: String) throws {
    let network = try #require(try ReferenceColumns(matrix)).matrixNetwork()
    let table = try #require(try ReferenceColumns("reference_values/\(name)_structural_holes.csv"))
    for (model, prefix) in [(StructuralHoleModel.egoNetwork, "ego_"), (.wholeNetwork, "whole_")] {
      let holes = try network.structuralHoles(model: model)
      #expect(network.actors.map(\.id) == table.names)
      #expect(agree(holes.contacts, table.numbers("degree")))
      #expect(agree(holes.effectiveSize, table.numbers(prefix + "effsize")))
      #expect(agree(holes.efficiency, table.numbers(prefix + "efficiency")))
      #expect(agree(holes.hierarchy, table.numbers(prefix + "hierarchy")))
      // For an isolate the file has an empty sum, 0; we say not defined, as igraph does.
      let constraint = zip(table.numbers(prefix + "constraint"), table.numbers("degree")).map { $1 == 0 ? .nan : $0 }
      #expect(agree(holes.constraint, constraint))
    }
  }

  @Test func publishedKnokeNumbers() throws {
    let information = try KnokeOrganisations.information
    #expect(agree(try information.structuralHoles(model: .egoNetwork).effectiveSize[5], 1.875))
    #expect(agree(try information.structuralHoles(model: .wholeNetwork).effectiveSize[5], 2.375))
    let money = try KnokeOrganisations.money
    #expect(agree(try money.structuralHoles(model: .egoNetwork).constraint[9], 1.125))
    #expect(agree(try money.structuralHoles(model: .wholeNetwork).constraint[9], 0.67640625))
  }

  @Test(arguments: StructuralHoleModel.allCases)
  func agreesWithTheFormulas(model: StructuralHoleModel) throws {
    let networks = try KnowledgeNetwork.all(3) + SmallNetworks.random(60) + SmallNetworks.weighted(60)
    for network in networks {
      let holes = try network.structuralHoles(model: model)
      let expected = network.actors.indices.map { literal(network.dense, ego: $0, model) }
      #expect(agree(holes.effectiveSize, expected.map(\.size)))
      #expect(agree(holes.efficiency, expected.map(\.efficiency)))
      #expect(agree(holes.constraint, expected.map(\.constraint)))
      #expect(agree(holes.hierarchy, expected.map(\.hierarchy)))
    }
  }

  @Test(arguments: StructuralHoleModel.allCases)
  func reversalChangesNothing(model: StructuralHoleModel) throws {
    for network in try SmallNetworks.weighted(30) {
      let (forth, back) = try (
        network.structuralHoles(model: model), network.reversed().structuralHoles(model: model)
      )
      #expect(agree(forth.constraint, back.constraint.map { $0 ?? .nan }))
      #expect(agree(forth.effectiveSize, back.effectiveSize.map { $0 ?? .nan }))
      #expect(agree(forth.hierarchy, back.hierarchy.map { $0 ?? .nan }))
    }
  }

  @Test(arguments: StructuralHoleModel.allCases)
  func triangleHasConstraintNineEighths(model: StructuralHoleModel) throws {
    let triangle = try KnowledgeNetwork.test(3, [(0, 1), (1, 2), (2, 0)], isDirected: false)
    #expect(agree(try triangle.structuralHoles(model: model).constraint, [1.125, 1.125, 1.125]))
  }

  @Test(arguments: StructuralHoleModel.allCases)
  func starCentreHasNoRedundancy(model: StructuralHoleModel) throws {
    let star = try KnowledgeNetwork.test(6, (1..<5).map { (0, $0) })
    let holes = try star.structuralHoles(model: model)
    #expect(agree(holes.effectiveSize, [4, 1, 1, 1, 1, 0]))
    #expect(agree(holes.efficiency, [1, 1, 1, 1, 1, .nan]))
    #expect(agree(holes.hierarchy, [0, 1, 1, 1, 1, .nan]))
    let single = model == .egoNetwork ? Double.nan : 1
    #expect(agree(holes.constraint, [0.25, single, single, single, single, .nan]))
  }

  @Test func undeclaredWeightsAreNotUsed() throws {
    for network in try SmallNetworks.weighted(20) where network.isWeighted {
      let undeclared = try KnowledgeNetwork(
        actors: network.actors, ties: network.ties, isDirected: network.isDirected)
      let binary = try KnowledgeNetwork(
        actors: network.actors, ties: network.ties.map { Tie(source: $0.source, target: $0.target) },
        isDirected: network.isDirected)
      let holes = try undeclared.structuralHoles(model: .wholeNetwork)
      #expect(holes.constraint == (try binary.structuralHoles(model: .wholeNetwork).constraint))
      #expect(holes.constraint.remarks.count == 1)
    }
  }

  @Test func namesSayTheModel() throws {
    let network = try KnokeOrganisations.money
    #expect(try network.structuralHoles(model: .wholeNetwork).constraint.measure == "constraint")
    #expect(try network.structuralHoles(model: .egoNetwork).effectiveSize.measure == "effective-size-ego")
  }
}

/// Burt's formulas as they are printed, over full tables.
private func literal(
  _ weights: [[Double]], ego: Int, _ model: StructuralHoleModel
) -> (size: Double, efficiency: Double, constraint: Double, hierarchy: Double) {
  var table = weights.indices.map { i in weights.indices.map { weights[i][$0] + weights[$0][i] } }
  let alters = table.indices.filter { table[ego][$0] > 0 }
  guard !alters.isEmpty else { return (0, .nan, .nan, .nan) }
  if model == .egoNetwork {
    for i in table.indices {
      for j in table.indices where ![i, j].allSatisfy({ $0 == ego || alters.contains($0) }) { table[i][j] = 0 }
    }
  }
  func p(_ i: Int, _ j: Int) -> Double { table[i][j] / table[i].reduce(0, +) }
  func m(_ i: Int, _ j: Int) -> Double { table[i][j] / (table[i].max() ?? 0) }
  var size = 0.0
  var constraints: [Double] = []
  for j in alters {
    let between = alters.filter { $0 != j }
    size += 1 - between.reduce(0) { $0 + p(ego, $1) * m(j, $1) }
    constraints.append(pow(p(ego, j) + between.reduce(0) { $0 + p(ego, $1) * p($1, j) }, 2))
  }
  let count = Double(alters.count)
  let sum = constraints.reduce(0, +)
  if count == 1 { return (size, size, model == .egoNetwork ? .nan : sum, 1) }
  let disorder = constraints.map { $0 / (sum / count) }.reduce(0) { $0 + $1 * log($1) }
  return (size, size / count, sum, disorder / (count * log(count)))
}
