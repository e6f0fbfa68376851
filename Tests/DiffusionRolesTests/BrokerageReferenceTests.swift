import DiffusionRoles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Numbers that other programs computed: R sna, exact fractions, enumeration, and a printed table.
@Suite struct BrokerageReferenceTests {
  /// Counts of the Knoke organisations as printed.
  ///
  /// Information network, three textbook groups; in the order coordinator, itinerant, representative, gatekeeper,
  /// liaison, total.
  @Test func knokeInformationMatchesThePrintedTable() throws {
    let printed = [
      "0 1 0 0 1 2", "0 5 7 3 6 21", "0 2 1 1 5 9", "0 1 1 0 0 2", "2 5 5 6 9 27", "0 0 0 1 0 1", "0 0 0 5 1 6",
      "0 0 0 0 0 0", "0 0 2 0 0 2", "0 1 0 0 0 1",
    ]
    let network = try KnokeOrganisations.information
    let brokerage = try network.brokerage(by: .attribute("textbook"))
    #expect(brokerage.rows.map { $0.map(inPrintedOrder) } == printed.map(Optional.some))
    #expect(inPrintedOrder(brokerage.totals) == "2 15 16 16 22 71")
    #expect(inPrintedOrder(try network.brokerage(by: .attribute("sector")).totals) == "6 18 12 20 15 71")
    #expect(isClose(try brokerage.partialCredit().totals.total, 34))
  }

  private func inPrintedOrder(_ counts: BrokerageCounts) -> String {
    [counts.coordinator, counts.itinerant, counts.representative, counts.gatekeeper, counts.liaison, counts.total]
      .map(String.init).joined(separator: " ")
  }

  private static let knokeCases: [(name: String, matrix: KnokeOrganisations.Matrix, column: String)] = [
    ("info_hanneman", .information, "textbook"),
    ("info_sector", .information, "sector"),
    ("money_hanneman", .money, "textbook"),
  ]

  @Test(arguments: knokeCases.indices) func knokeMatchesSNAAndTheCorrectedVariances(index: Int) throws {
    let example = Self.knokeCases[index]
    let brokerage = try KnokeOrganisations.network(example.matrix).brokerage(by: .attribute(example.column))
    let drawer = ReferenceFiles.drawer.appending(path: "brokerage")
    try expectActors(of: brokerage, in: drawer.appending(path: "knoke_\(example.name)_brokerage_nodes.csv"))
    try expectNetwork(
      of: brokerage, in: drawer.appending(path: "knoke_\(example.name)_brokerage_global_corrected.csv"))
  }

  @Test func knokePartialCreditMatchesExactFractions() throws {
    let network = try KnokeOrganisations.information
    let credit = try network.brokerage(by: .attribute("textbook")).partialCredit()
    let table = try ReferenceTable(
      contentsOf: ReferenceFiles.drawer.appending(path: "brokerage/knoke_info_hanneman_brokerage_partial.csv"))
    for role in BrokerageRole.allCases {
      for (actor, fraction) in try table.column("p_\(role.symbol)").enumerated() {
        let parts = fraction.split(separator: "/").compactMap { Double($0) }
        #expect(isClose(try #require(credit[actor]?[role]), parts[0] / (parts.count > 1 ? parts[1] : 1)))
      }
    }
    for (actor, total) in try table.numbers("p_total_decimal").enumerated() {
      #expect(isClose(try #require(credit[actor]?.total), total))
    }
  }

  @Test func knokePermutationTestMatchesAllArrangements() throws {
    let network = try KnokeOrganisations.information
    let tests = try network.brokerage(by: .attribute("textbook")).permutationTest()
    let table = try ReferenceTable(
      contentsOf: ReferenceFiles.drawer.appending(path: "brokerage/knoke_info_hanneman_brokerage_labelperm_exact.csv"))
    let (actors, symbols) = (try table.column("node"), try table.column("role"))
    #expect(actors.count == 50)
    for row in actors.indices {
      let actor = try #require(network.position(of: actors[row]))
      let role = try #require(BrokerageRole.allCases.first { $0.symbol == symbols[row] })
      let test = try #require(tests[actor]?[role])
      #expect(test.isExact)
      #expect(test.observed == (try table.numbers("obs")[row]))
      #expect(isClose(test.mean, try table.numbers("mean")[row]))
      #expect(isClose(test.standardDeviation, try table.numbers("sd")[row]))
      #expect(isClose(test.pAtLeast, try table.numbers("p_ge")[row]))
      #expect(isClose(test.pAtMost, try table.numbers("p_le")[row]))
    }
  }

  @Test(.needsSharedData) func campersByGenderMatchSNA() throws {
    let data = try #require(ReferenceFiles.sharedData)
    let matrix = try ReferenceTable(contentsOf: data.appending(path: "campnet/campnet_matrix.csv"))
    let ties = matrix.rows.enumerated().flatMap { source, row in
      row.dropFirst().enumerated().filter { $0.element == "1" }.map { (source, $0.offset) }
    }
    let genders = matrix.rows.indices.map { $0 < 8 ? "1" : "2" }
    let brokerage = try KnowledgeNetwork.test(matrix.rows.count, ties)
      .brokerage(by: Grouping(name: "gender", labels: genders))
    let values = data.appending(path: "reference_values")
    try expectActors(of: brokerage, in: values.appending(path: "campnet_gender_brokerage_nodes.csv"))
    try expectNetwork(of: brokerage, in: values.appending(path: "campnet_gender_brokerage_global_corrected.csv"))
  }

  @Test(
    .needsSharedData,
    arguments: ["Cheyenne", "HurrFrederic", "LakePomona", "MtSi", "MtStHelens", "Texas", "Wichita"])
  func rescueNetworksBySponsorshipMatchSNA(name: String) throws {
    let data = try #require(ReferenceFiles.sharedData)
    let nodes = try ReferenceTable(contentsOf: data.appending(path: "emon/\(name)_nodes.csv"))
    let edges = try ReferenceTable(contentsOf: data.appending(path: "emon/\(name)_edges.csv"))
    let actors = zip(try nodes.column("id"), try nodes.column("Sponsorship")).map {
      NetworkActor(id: $0, kind: ActorKind(rawValue: $1))
    }
    let positions = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1.id, $0) })
    let ties = try zip(edges.column("from"), edges.column("to")).map {
      Tie(source: try #require(positions[$0]), target: try #require(positions[$1]))
    }
    let brokerage = try KnowledgeNetwork(actors: actors, ties: ties).brokerage(by: .kind)
    let table = try ReferenceTable(
      contentsOf: data.appending(path: "reference_values/emon_\(name)_brokerage_raw.csv"))
    #expect(table.rows.count == brokerage.actorCount)
    for role in BrokerageRole.allCases {
      #expect(brokerage.rows.map { Double($0?[role] ?? -1) } == (try table.numbers(role.symbol)))
    }
    #expect(brokerage.rows.map { Double($0?.total ?? -1) } == (try table.numbers("t")))
  }

  private func expectActors(of brokerage: Brokerage, in file: URL) throws {
    let table = try ReferenceTable(contentsOf: file)
    #expect(table.rows.count == brokerage.actorCount)
    for role in BrokerageRole.allCases.map(Optional.some) + [nil] {
      let symbol = role?.symbol ?? "t"
      let columns = try ["raw", "exp", "sd", "z"].map { try table.numbers("\($0)_\(symbol)") }
      for actor in table.rows.indices {
        let counts = try #require(brokerage[actor])
        let expectation = try #require(brokerage.expectations[actor])
        try expect(
          counts: role.map { counts[$0] } ?? counts.total, role.map { expectation[$0] } ?? expectation.total,
          are: columns.map { $0[actor] })
      }
    }
  }

  private func expectNetwork(of brokerage: Brokerage, in file: URL) throws {
    let table = try ReferenceTable(contentsOf: file)
    let columns = try ["raw", "exp", "sd_exact_bernoulli", "z_exact_bernoulli"].map { try table.numbers($0) }
    let symbols = try table.column("role")
    #expect(symbols.count == 6)
    for row in symbols.indices {
      let role = BrokerageRole.allCases.first { $0.symbol == symbols[row] }
      let expected = brokerage.expectations.network
      try expect(
        counts: role.map { brokerage.totals[$0] } ?? brokerage.totals.total,
        role.map { expected[$0] } ?? expected.total, are: columns.map { $0[row] })
    }
  }

  /// A z that the reference cannot tell is `nil` here.
  private func expect(counts: Int, _ expectation: RoleExpectation, are reference: [Double]) throws {
    #expect(Double(counts) == reference[0])
    #expect(isClose(expectation.expected, reference[1]))
    #expect(isClose(expectation.standardDeviation, reference[2]))
    if reference[3].isNaN {
      #expect(expectation.z(of: counts) == nil)
    } else {
      #expect(isClose(try #require(expectation.z(of: counts)), reference[3]))
    }
  }
}

extension BrokerageRole {
  /// The symbol of Gould and Fernandez, as R sna writes it.
  var symbol: String {
    switch self {
    case .coordinator: "w_I"
    case .itinerant: "w_O"
    case .gatekeeper: "b_OI"
    case .representative: "b_IO"
    case .liaison: "b_O"
    }
  }
}
