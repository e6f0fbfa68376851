internal import KnowledgeNetworks

/// GraphML ([primer](http://graphml.graphdrawing.org/primer/graphml-primer.html)).
///
/// Several graphs, one after another or within nodes, are read as one where no node occurs twice; graphs side by side
/// become an attribute `graph`. Ports and what programs draw with are left out; hyperedges are refused. yEd keeps names only
/// among what it draws: where no attribute of nodes is called `name` or `label`, the first `y:NodeLabel` of a node with a
/// text is its `name`.
enum GraphML: GraphFileReader {
  static func read(_ bytes: [UInt8], file: String) throws(BuzzlineError) -> GraphDocument {
    let xml = try XMLReading(bytes, file: file)
    let reading = GraphMLReading(file: file, bytes: xml.bytes)
    try xml.read(by: reading)
    return try reading.document()
  }

  static func write(_ document: GraphDocument) -> [UInt8] {
    var text: [UInt8] = []
    text.append(line: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    text.append(line: "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")
    for (domain, attributes) in [("node", document.nodeAttributes), ("edge", document.tieAttributes)] {
      for (number, attribute) in attributes.enumerated() {
        text.append(
          line: "  <key id=\"\(domain)\(number)\" for=\"\(domain)\" attr.name=\"\(XMLText.escaped(attribute.name))\""
            + " attr.type=\"\(words[attribute.type] ?? "string")\"/>")
      }
    }
    text.append(line: "  <graph edgedefault=\"\(document.isDirected ? "directed" : "undirected")\">")
    for node in document.nodes {
      let data = data(node.attributes, of: document.nodeAttributes, domain: "node")
      text.append(line: element("node", "id=\"\(XMLText.escaped(node.id))\"", holding: data))
    }
    let ids = document.nodes.map { XMLText.escaped($0.id) }
    for tie in document.ties {
      let data = data(tie.attributes, of: document.tieAttributes, domain: "edge")
      text.append(
        line: element("edge", "source=\"\(ids[tie.source])\" target=\"\(ids[tie.target])\"", holding: data))
    }
    text.append(line: "  </graph>")
    text.append(line: "</graphml>")
    return text
  }

  private static let words: [GraphDocument.AttributeType: String] = [
    .integer: "long", .real: "double", .boolean: "boolean",
  ]

  private static func element(_ name: String, _ attributes: String, holding data: String) -> String {
    data.isEmpty ? "    <\(name) \(attributes)/>" : "    <\(name) \(attributes)>\(data)</\(name)>"
  }

  private static func data(
    _ values: [String: String], of attributes: [GraphDocument.Attribute], domain: String
  ) -> String {
    attributes.enumerated().reduce(into: "") { text, attribute in
      guard let value = values[attribute.element.name] else { return }
      text += "<data key=\"\(domain)\(attribute.offset)\">\(XMLText.escaped(value))</data>"
    }
  }
}
