internal import KnowledgeNetworks

/// GEXF ([1.3](https://gexf.net)), the format of Gephi; 1.1 and 1.2 are read alike.
///
/// A label that is not the identifier is the node's `name`. Times at which a node or a tie was there become attributes
/// `start`, `end` or `spells`; an attribute with several values in time is refused. Colours, sizes and places are left
/// out; a mutual edge is two ties.
enum GEXF: GraphFileReader {
  static func read(_ bytes: [UInt8], file: String) throws(BuzzlineError) -> GraphDocument {
    let xml = try XMLReading(bytes, file: file)
    let reading = GEXFReading(file: file, bytes: xml.bytes)
    try xml.read(by: reading)
    return try reading.document()
  }

  static func write(_ document: GraphDocument) -> [UInt8] {
    var text: [UInt8] = []
    text.append(line: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    text.append(line: "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">")
    text.append(line: "  <graph defaultedgetype=\"\(document.isDirected ? "directed" : "undirected")\">")
    declare(document.nodeAttributes, of: "node", in: &text)
    declare(document.tieAttributes, of: "edge", in: &text)
    text.append(line: "    <nodes>")
    for node in document.nodes {
      let label = node.attributes["name"] ?? node.id
      append(
        "node", "id=\"\(XMLText.escaped(node.id))\" label=\"\(XMLText.escaped(label))\"",
        values: values(node.attributes, of: document.nodeAttributes), to: &text)
    }
    text.append(line: "    </nodes>")
    text.append(line: "    <edges>")
    let ids = document.nodes.map { XMLText.escaped($0.id) }
    for (number, tie) in document.ties.enumerated() {
      var attributes = "id=\"\(number)\" source=\"\(ids[tie.source])\" target=\"\(ids[tie.target])\""
      if let weight = tie.attributes["weight"], weight.isNumber { attributes += " weight=\"\(weight)\"" }
      append("edge", attributes, values: values(tie.attributes, of: document.tieAttributes), to: &text)
    }
    for end in ["    </edges>", "  </graph>", "</gexf>"] { text.append(line: end) }
    return text
  }

  private static let words: [GraphDocument.AttributeType: String] = [
    .integer: "long", .real: "double", .boolean: "boolean",
  ]

  private static func declare(_ attributes: [GraphDocument.Attribute], of element: String, in text: inout [UInt8]) {
    guard !attributes.isEmpty else { return }
    text.append(line: "    <attributes class=\"\(element)\">")
    for (number, attribute) in attributes.enumerated() {
      text.append(
        line: "      <attribute id=\"\(number)\" title=\"\(XMLText.escaped(attribute.name))\""
          + " type=\"\(words[attribute.type] ?? "string")\"/>")
    }
    text.append(line: "    </attributes>")
  }

  private static func values(_ values: [String: String], of attributes: [GraphDocument.Attribute]) -> String {
    attributes.enumerated().reduce(into: "") { text, attribute in
      guard let value = values[attribute.element.name] else { return }
      text += "<attvalue for=\"\(attribute.offset)\" value=\"\(XMLText.escaped(value))\"/>"
    }
  }

  private static func append(_ element: String, _ attributes: String, values: String, to text: inout [UInt8]) {
    text.append(
      line: "      <\(element) \(attributes)"
        + (values.isEmpty ? "/>" : "><attvalues>\(values)</attvalues></\(element)>"))
  }
}
