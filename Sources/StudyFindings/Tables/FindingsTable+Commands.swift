public import DiffusionRoles
public import KnowledgeNetworks

extension FindingsTable {
  /// Measures side by side: `actor`, then a column a measure.
  ///
  /// - Parameters:
  ///   - scores: The measures.
  ///   - network: The network they belong to.
  ///   - rows: The roster positions, in the order of the rows.
  public static func measures(_ scores: [ActorScores], of network: KnowledgeNetwork, in rows: [Int]) -> FindingsTable {
    let columns = [TableColumn<Int>("actor", .text) { .text(network.actors[$0].id) }] + scores.map { TableColumn($0) }
    return FindingsTable("measures", columns, rows: rows)
  }

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
    let chapter = BrokerageFinding(brokerage, test: test)
    return .brokerage(chapter, of: network, rows: rows, columns: test == nil ? [] : chapter.expected + chapter.chances)
  }

  /// Brokerage roles with the further columns given.
  static func brokerage(
    _ chapter: BrokerageFinding, of network: KnowledgeNetwork, rows: [Int], columns: [TableColumn<Int>]
  ) -> FindingsTable {
    let heads: [TableColumn<Int>] = [
      TableColumn("actor", .text) { .text(network.actors[$0].id) },
      TableColumn("group", .text) { .text(chapter.grouping?.label(of: $0)) },
    ]
    return FindingsTable("brokerage", heads + chapter.counts + columns, rows: rows)
  }
}
