import Foundation
import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct CentralityReferenceTests {
  private static func network(ofRows rows: [[Bool]]) throws -> KnowledgeNetwork {
    let ties = rows.indices.flatMap { source in
      rows[source].indices.filter { rows[source][$0] }.map { (source, $0) }
    }
    return try KnowledgeNetwork.test(rows.count, ties)
  }

  @Test func betweennessOfKnokeAsPrinted() throws {
    let scores = try KnokeOrganisations.information.betweenness()
    let printed = [0.6667, 12.3333, 11.6944, 0.8056, 17.8333, 0.3333, 2.75, 0, 1.2222, 0.3611]
    expect(scores, equal: printed, within: 1e-4)
    #expect(scores.highest(1) == [4])
    // Freeman's centralisation, 20.11 %.
    let gaps = scores.reduce(0) { $0 + (107.0 / 6 - ($1 ?? .nan)) }
    #expect(abs(100 * gaps / (81 * 8) - 20.11) < 0.005)
  }

  @Test(
    .needsSharedData,
    arguments: [
      ("knoke_info_hanneman", "knoke/knoke_information_matrix.csv"),
      ("knoke_money_hanneman", "knoke/knoke_money_matrix.csv"),
      ("campnet_gender", "campnet/campnet_matrix.csv"),
    ])
  func nodeMeasuresOfOtherPrograms(name: String, matrix: String) throws {
    let rows = try Self.rows(of: matrix).map { $0.dropFirst().map { $0 != "0" } }
    let network = try Self.network(ofRows: rows)
    let expected = try Self.rows(of: "reference_values/\(name)_node_measures.csv")
    #expect(expected.count == network.actorCount)
    func column(_ position: Int) -> [Double] { expected.map { Double($0[position]) ?? .nan } }
    expect(try network.constraint(), equal: column(3))
    expect(try network.betweenness(), equal: column(4))
    expect(try network.coreness(), equal: column(5), within: 0)
  }

  private static func rows(of file: String) throws -> [[String]] {
    try ReferenceFiles.rows(of: try #require(ReferenceFiles.sharedData).appending(path: file))
  }
}
