package import DataFiles

extension GraphDocument {
  /// The nodes and the ties as two tables, the headings in the first row.
  ///
  /// Nodes stand under `id`, `name` and their attributes, ties under `source`, `target`, `weight` and theirs; an attribute
  /// called like one of the identifiers gets a number, such as `id_2`. Where no attribute is called `name`, `label` is.
  /// Each row knows its line in the file.
  ///
  /// - Parameter file: The name of the file, for messages.
  /// - Complexity: O(size) time and space.
  package func tables(file: String) -> (nodes: Sheet, ties: Sheet) {
    let names = nodeAttributes.map(\.name)
    let words = AttributeWords(for: names, reserved: ["id"])
    let headings = names.map { $0 == "label" && !names.contains("name") ? "name" : words[$0] }
    let nodeRows = nodes.map { node in [node.id] + names.map { node.attributes[$0] } }
    let tieNames = tieAttributes.map(\.name)
    let tieWords = AttributeWords(for: tieNames, reserved: ["source", "target"])
    let tieRows = ties.map { tie in
      [nodes[tie.source].id, nodes[tie.target].id] + tieNames.map { tie.attributes[$0] }
    }
    return (
      Sheet(
        file: file, name: "nodes", rows: [["id"] + headings] + nodeRows, lines: [1] + nodes.map { $0.line ?? 1 }),
      Sheet(
        file: file, name: "ties", rows: [["source", "target"] + tieNames.map { tieWords[$0] }] + tieRows,
        lines: [1] + ties.map { $0.line ?? 1 })
    )
  }
}
