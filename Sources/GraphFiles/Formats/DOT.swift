/// Graphviz ([language](https://graphviz.org/doc/info/lang.html)), to be drawn: it is written and not read.
///
/// The label of a node is its `name`; all attributes are written as they are, in quotes.
enum DOT: GraphFileWriter {
  static func write(_ document: GraphDocument) -> [UInt8] {
    var text: [UInt8] = []
    text.append(line: document.isDirected ? "digraph {" : "graph {")
    let ids = document.nodes.map { quoted($0.id) }
    for (id, node) in zip(ids, document.nodes) {
      let label = document.nodeAttributes.contains { $0.name == "label" } ? nil : node.attributes["name"]
      let values = label.map { ["label=\(quoted($0))"] } ?? []
      text.append(line: "  \(id)\(list(values + assigned(node.attributes, of: document.nodeAttributes)));")
    }
    let arrow = document.isDirected ? "->" : "--"
    for tie in document.ties {
      let values = list(assigned(tie.attributes, of: document.tieAttributes))
      text.append(line: "  \(ids[tie.source]) \(arrow) \(ids[tie.target])\(values);")
    }
    text.append(line: "}")
    return text
  }

  private static func assigned(_ values: [String: String], of attributes: [GraphDocument.Attribute]) -> [String] {
    attributes.compactMap { attribute in values[attribute.name].map { "\(quoted(attribute.name))=\(quoted($0))" } }
  }

  private static func list(_ values: [String]) -> String {
    values.isEmpty ? "" : " [" + values.joined(separator: ", ") + "]"
  }

  /// Text in quotes; a backslash is doubled, so that it begins none of the signs of labels, such as `\N`.
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..."\u{1F}": quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
