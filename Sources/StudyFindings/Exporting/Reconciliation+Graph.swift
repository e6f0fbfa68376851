public import ClusterSurveys
public import GraphFiles
public import KnowledgeNetworks

extension GraphDocument {
  /// What a reconciled study says of its actors and ties, with the evidence of each tie.
  ///
  /// Beside what ``GraphDocument/init(network:)`` states, a tie has `giver` and `receiver`, what the two sides reported of
  /// it, and `scope`: within or between clusters, where both have one. Given ties state neither side.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  public init(_ reconciliation: Reconciliation) throws(BuzzlineError) {
    let plain = try GraphDocument(network: reconciliation.network)
    let network = reconciliation.network
    let hasReports = reconciliation.evidence.contains { !$0.isGiven }
    let ties = plain.ties.indices.map { position in
      var tie = plain.ties[position]
      let evidence = reconciliation.evidence[position]
      if hasReports {
        (tie.attributes["giver"], tie.attributes["receiver"]) = (evidence.giver?.rawValue, evidence.receiver?.rawValue)
      }
      tie.attributes["scope"] = network.scope(between: tie.source, and: tie.target).label
      return tie
    }
    try self.init(
      isDirected: plain.isDirected, nodes: plain.nodes, ties: ties, nodeAttributes: plain.nodeAttributes,
      tieAttributes: plain.tieAttributes)
  }
}
