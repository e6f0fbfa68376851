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
}
