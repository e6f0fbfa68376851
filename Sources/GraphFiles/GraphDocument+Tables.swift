package import DataFiles
public import KnowledgeNetworks

extension GraphDocument {
  /// The nodes and the ties as two tables, the headings in the first row.
  ///
  /// Nodes stand under `id`, `name` and their attributes, ties under `source`, `target`, `weight` and theirs; an attribute
  /// called like one of the identifiers gets a number, such as `id_2`. Where no attribute is called `name`, `label` is.
  /// Each row knows its line in the file.
  ///
  /// Without direction the ends of a tie stand in the order of their identifiers: which of them a network file names first
  /// says nothing, while a table of answers may list a tie once from either end.
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
      let ends = [nodes[tie.source].id, nodes[tie.target].id]
      return (isDirected ? ends : ends.sorted()) + tieNames.map { tie.attributes[$0] }
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

extension GraphDocument {
  /// The names of the sheets of a workbook that holds a network.
  package static let sheetNames = (nodes: "actors", ties: "ties")

  /// The bytes of an Excel file (`.xlsx`): a sheet `actors` and a sheet `ties`, each with its headings in the first row
  /// and every attribute.
  ///
  /// Values of numeric attributes are stored as numbers where they read back as the same text, all else as text. Ties
  /// without direction have `Undirected` under `type`. Equal documents give equal bytes.
  ///
  /// - Parameter file: The name of the file, for messages.
  /// - Throws: `BuzzlineError` if the tables are larger than Excel can hold, or this build has no spreadsheets.
  /// - Complexity: O(size) time and space.
  public func workbook(file: String) throws(BuzzlineError) -> [UInt8] {
    let tables = tables(file: file)
    var ties = Self.rows(of: tables.ties, after: 2, tieAttributes)
    if !isDirected, !tieAttributes.contains(where: { $0.name.lowercased() == "type" }) {
      for row in ties.indices { ties[row].append(.text(row == 0 ? "type" : "Undirected")) }
    }
    return try Workbook([
      Workbook.Page(name: Self.sheetNames.nodes, rows: Self.rows(of: tables.nodes, after: 1, nodeAttributes)),
      Workbook.Page(name: Self.sheetNames.ties, rows: ties),
    ]).bytes(file: file)
  }

  /// - Parameter identifiers: How many columns stand before those of the attributes.
  private static func rows(of sheet: Sheet, after identifiers: Int, _ attributes: [Attribute]) -> [[Workbook.Cell]] {
    (0..<sheet.rowCount).map { row in
      (0..<identifiers + attributes.count).map { column in
        let text = sheet.text(row, column)
        guard !text.isEmpty else { return .empty }
        guard row > 0, column >= identifiers else { return .text(text) }
        let type = attributes[column - identifiers].type
        return type == .integer || type == .real ? Workbook.Cell(stating: text) : .text(text)
      }
    }
  }
}
