package import DataFiles
package import Foundation
package import KnowledgeNetworks

/// A network file as two tables with the headings of a study: its actors and its ties.
package struct NetworkTables: Sendable {
  let url: URL
  let nodes: Sheet
  let ties: Sheet
  let isDirected: Bool
  let remarks: [Remark]

  package init(_ url: URL, nodes: Sheet, ties: Sheet, isDirected: Bool, remarks: [Remark]) {
    (self.url, self.nodes, self.ties) = (url, nodes, ties)
    (self.isDirected, self.remarks) = (isDirected, remarks)
  }
}
