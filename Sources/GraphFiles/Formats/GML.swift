internal import KnowledgeNetworks

/// GML ([Himsolt 1997](https://web.archive.org/web/20190303094704/http://www.fim.uni-passau.de:80/fileadmin/files/lehrstuhl/brandenburg/projekte/gml/gml-technical-report.pdf)).
///
/// Node numbers are running numbers: where every node has a label of its own, labels are the identifiers, else the
/// numbers are and a label is the `name`. Lists within nodes and ties become attributes such as `graphics_x`; a key
/// that stands several times becomes one value, parted by `; `.
enum GML: GraphFileReader {
  static func read(_ bytes: [UInt8], file: String) throws(BuzzlineError) -> GraphDocument {
    var cursor = try TextCursor(bytes, file: file)
    var graph: GMLEntry?
    for entry in try GMLEntry.all(from: &cursor) where entry.key.lowercased() == "graph" {
      guard graph == nil else {
        throw cursor.error(at: entry.spot.offset ?? 0, "A second graph begins here; a file may hold one.")
      }
      graph = entry
    }
    guard let graph, case .list(let entries) = graph.value else {
      throw cursor.error(at: 0, "The file holds no 'graph [ … ]'.")
    }
    return try document(of: entries, GraphBuilder(file: file, bytes: cursor.bytes))
  }

  private static func document(
    of entries: [GMLEntry], _ emptyBuilder: GraphBuilder
  ) throws(BuzzlineError) -> GraphDocument {
    var builder = emptyBuilder
    let isDirected = entries.last { $0.key == "directed" }?.value.text == "1"
    builder.isDirectedByDefault = isDirected
    let stated = try entries.filter { $0.key == "node" }.map { entry throws(BuzzlineError) in
      try Item(entry, builder, needs: ["id"])
    }
    let labels = NumberedLabels(stated.map { $0.values["label"] }, numbers: stated.map { $0.values["id"] ?? "" })
    var positions: [String: Int] = [:]
    for (item, label) in zip(stated, zip(labels.ids, labels.names)) {
      let number = item.values["id"] ?? ""
      guard positions[number] == nil else {
        throw builder.error(at: item.spot, "The node '\(number.excerpt)' stands in the file a second time.")
      }
      var values = item.values.filter { $0.key != "id" && $0.key != "label" }
      if let name = label.1, values["name"] == nil { values["name"] = name }
      positions[number] = try builder.addNode(label.0, attributes: values, at: item.spot)
      item.note(in: &builder.nodeAttributes, but: ["id", "label"])
    }
    for entry in entries where entry.key == "edge" {
      let item = try Item(entry, builder, needs: ["source", "target"])
      let ends = try ["source", "target"].map { word throws(BuzzlineError) in
        guard let position = positions[item.values[word] ?? ""] else {
          throw builder.error(
            at: item.spot,
            "A tie names the node '\((item.values[word] ?? "").excerpt)', which the file does not have.")
        }
        return position
      }
      builder.addTie(
        from: ends[0], to: ends[1], attributes: item.values.filter { $0.key != "source" && $0.key != "target" },
        isDirected: isDirected, line: item.spot.line)
      item.note(in: &builder.tieAttributes, but: ["source", "target"])
    }
    return try builder.document()
  }

  /// The values of a node or a tie.
  private struct Item {
    let spot: Spot
    private(set) var values: [String: String] = [:]
    private var types: [(name: String, type: GraphDocument.AttributeType)] = []

    init(_ entry: GMLEntry, _ builder: GraphBuilder, needs words: [String]) throws(BuzzlineError) {
      spot = entry.spot
      guard case .list(let entries) = entry.value else {
        throw builder.error(at: spot, "After '\(entry.key.excerpt)' a list in brackets is missing.")
      }
      take(entries, prefix: "")
      for word in words where values[word] == nil {
        throw builder.error(at: spot, "A \(entry.key == "edge" ? "tie" : "node") has no '\(word)'.")
      }
    }

    private mutating func take(_ entries: [GMLEntry], prefix: String) {
      for entry in entries {
        let name = prefix + entry.key
        switch entry.value {
        case .list(let entries): take(entries, prefix: name + "_")
        case .text(let text, let isQuoted):
          let before = values[name].map { $0 + "; " } ?? ""
          values[name] = before + text
          types.append((name, isQuoted || !before.isEmpty ? quotedType(text) : text.isWholeNumber ? .integer : .real))
        }
      }
    }

    /// GML has no word for what is true or false.
    private func quotedType(_ text: String) -> GraphDocument.AttributeType {
      text == "true" || text == "false" ? .boolean : .string
    }

    func note(in list: inout AttributeList, but left: Set<String>) {
      for (name, type) in types where !left.contains(name) { list.note(name, type) }
    }
  }

  static func write(_ document: GraphDocument) -> [UInt8] {
    var text: [UInt8] = []
    let nodeWords = AttributeWords(keywordsFor: document.nodeAttributes.map(\.name), reserved: ["id", "label"])
    let tieWords = AttributeWords(keywordsFor: document.tieAttributes.map(\.name), reserved: ["source", "target"])
    text.append(line: "graph [")
    text.append(line: "  directed \(document.isDirected ? 1 : 0)")
    // Without it, NetworkX takes a second tie of two nodes for an error.
    let ends = document.ties.map { document.isDirected ? [$0.source, $0.target] : [$0.source, $0.target].sorted() }
    if Set(ends).count < ends.count { text.append(line: "  multigraph 1") }
    for (number, node) in document.nodes.enumerated() {
      text.append(line: "  node [")
      text.append(line: "    id \(number)")
      text.append(line: "    label \(quoted(node.id))")
      append(node.attributes, of: document.nodeAttributes, nodeWords, to: &text)
      text.append(line: "  ]")
    }
    for tie in document.ties {
      text.append(line: "  edge [")
      text.append(line: "    source \(tie.source)")
      text.append(line: "    target \(tie.target)")
      append(tie.attributes, of: document.tieAttributes, tieWords, to: &text)
      text.append(line: "  ]")
    }
    text.append(line: "]")
    return text
  }

  private static func append(
    _ values: [String: String], of attributes: [GraphDocument.Attribute], _ words: AttributeWords,
    to text: inout [UInt8]
  ) {
    for attribute in attributes {
      guard let value = values[attribute.name] else { continue }
      let isNumber = attribute.type == .integer || attribute.type == .real
      text.append(line: "    \(words[attribute.name]) \(isNumber ? value : quoted(value))")
    }
  }

  /// Text in quotes and in ASCII, as the format asks for.
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "&": quoted += "&amp;"
      case "\"": quoted += "&quot;"
      case " "..."~": quoted.unicodeScalars.append(scalar)
      default: quoted += "&#\(scalar.value);"
      }
    } + "\""
  }
}
