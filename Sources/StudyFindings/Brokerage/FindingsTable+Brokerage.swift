public import DiffusionRoles
public import KnowledgeNetworks

extension FindingsTable {
  /// Brokerage roles: `actor`, `group`, the five counts and their total; with a test also the nulls.
  ///
  /// - Parameters:
  ///   - brokerage: The counts.
  ///   - test: The permutation test; without it only the counts are shown.
  ///   - network: The network they belong to.
  ///   - rows: The roster positions, in the order of the rows.
  public static func brokerage(
    _ brokerage: Brokerage, test: BrokerageTable<PermutationTest>?, of network: KnowledgeNetwork, in rows: [Int]
  ) -> FindingsTable {
    let finding = BrokerageFinding(brokerage, test: test)
    return .brokerage(finding, of: network, rows: rows, columns: test == nil ? [] : finding.expected + finding.chances)
  }

  /// Brokerage roles with the further columns given.
  static func brokerage(
    _ finding: BrokerageFinding, of network: KnowledgeNetwork, rows: [Int], columns: [TableColumn<Int>]
  ) -> FindingsTable {
    let heads: [TableColumn<Int>] = [
      TableColumn("actor", .text) { .text(network.actors[$0].id) },
      TableColumn("group", .text) { .text(finding.grouping?.label(of: $0)) },
    ]
    return FindingsTable("brokerage", heads + finding.counts + columns, rows: rows)
  }
}
