internal import KnowledgeNetworks

/// Pajek's networks (`.net`) and projects (`.paj`) of one network
/// ([manual](http://mrvar.fdv.uni-lj.si/pajek/pajekman.pdf)).
///
/// Node numbers are running numbers: where every node has a label of its own, labels are the identifiers, else the
/// numbers are and a label is the `name`. Arcs have a direction, edges have none. Several relations become the attribute
/// `relation`, partitions and vectors attributes of the nodes; coordinates are `x`, `y`, `z`. In a matrix 0 is no tie.
/// Of two modes the first stands first, and a matrix of them has no direction.
enum Pajek: GraphFileReader {
  static func read(_ bytes: [UInt8], file: String) throws(BuzzlineError) -> GraphDocument {
    var reading = PajekReading(try TextCursor(bytes, file: file))
    return try reading.document()
  }

  /// Adds a partition or a vector from a file of its own: `*Vertices n` and a value for each node.
  static func adding(
    _ bytes: [UInt8], file: String, as name: String, to document: GraphDocument
  ) throws(BuzzlineError) -> GraphDocument {
    var cursor = try TextCursor(bytes, file: file)
    var values: [String]?
    while let line = try cursor.nextLine() {
      guard let first = line.first, !first.text.hasPrefix("%") else { continue }
      if values == nil {
        guard first.keyword == "*vertices", line.count > 1, Int(line[1].text) == document.nodes.count else {
          throw cursor.error(
            at: first.offset, "Here '*Vertices \(document.nodes.count)' must stand, as the network has so many nodes.")
        }
        values = []
      } else {
        values?.append(first.text)
      }
    }
    guard let values, values.count == document.nodes.count else {
      throw cursor.error("The file has \(values?.count ?? 0) values for \(document.nodes.count) nodes.")
    }
    let word = AttributeWords(for: [name], reserved: Set(document.nodeAttributes.map(\.name)))[name]
    let nodes = zip(document.nodes, values).map { node, value in
      GraphDocument.Node(node.id, attributes: node.attributes.merging([word: value]) { $1 }, line: node.line)
    }
    return try GraphDocument(
      isDirected: document.isDirected, nodes: nodes, ties: document.ties, nodeAttributes: document.nodeAttributes,
      tieAttributes: document.tieAttributes, firstModeCount: document.firstModeCount, remarks: document.remarks)
  }

  // MARK: Writing

  /// What stands before the parameters of a node that has none of its own, as readers by position expect it.
  static let filler = ["0.0", "0.0", "ellipse"]

  static func write(_ document: GraphDocument) -> [UInt8] {
    var text: [UInt8] = []
    let modes = document.firstModeCount.map { " \($0)" } ?? ""
    text.append(line: "*Vertices \(document.nodes.count)\(modes)")
    let drawn = ["x", "y", "z", "shape"]
    let isDrawn = document.nodeAttributes.contains { drawn.contains($0.name) }
    let others = document.nodeAttributes.filter { !drawn.contains($0.name) }
    let words = AttributeWords(keywordsFor: others.map(\.name), reserved: Set(drawn))
    for (number, node) in document.nodes.enumerated() {
      var line = ["\(number + 1)", QuotedText.encoded(node.id)]
      let pairs = parameters(node.attributes, of: others, words)
      if isDrawn {
        line += drawn.compactMap { node.attributes[$0] }.map { $0.isNumber ? $0 : QuotedText.encoded($0) }
      } else if !pairs.isEmpty {
        line += filler
      }
      text.append(line: (line + pairs).joined(separator: " "))
    }
    appendTies(of: document, to: &text)
    return text
  }

  private static func appendTies(of document: GraphDocument, to text: inout [UInt8]) {
    let others = document.tieAttributes.filter { $0.name != "weight" && $0.name != "relation" }
    let words = AttributeWords(keywordsFor: others.map(\.name), reserved: ["l"])
    let section = document.isDirected ? "*Arcs" : "*Edges"
    var relations: [String?] = []
    var tiesOf: [String?: [GraphDocument.Tie]] = [:]
    for tie in document.ties {
      let relation = tie.attributes["relation"]
      if tiesOf[relation] == nil { relations.append(relation) }
      tiesOf[relation, default: []].append(tie)
    }
    if relations.isEmpty { text.append(line: section) }
    for (number, relation) in relations.enumerated() {
      text.append(line: section + (relation.map { " :\(number + 1) \(QuotedText.encoded($0))" } ?? ""))
      for tie in tiesOf[relation] ?? [] {
        let weight = tie.attributes["weight"].map { [$0.isNumber ? $0 : QuotedText.encoded($0)] } ?? []
        let line = ["\(tie.source + 1)", "\(tie.target + 1)"] + weight + parameters(tie.attributes, of: others, words)
        text.append(line: line.joined(separator: " "))
      }
    }
  }

  private static func parameters(
    _ values: [String: String], of attributes: [GraphDocument.Attribute], _ words: AttributeWords
  ) -> [String] {
    attributes.flatMap { attribute -> [String] in
      guard let value = values[attribute.name] else { return [] }
      let isNumber = attribute.type == .integer || attribute.type == .real
      return [words[attribute.name], isNumber ? value : QuotedText.encoded(value)]
    }
  }
}

extension GraphDocument {
  /// An attribute of the nodes as a partition of Pajek (`.clu`), to lie beside a network, with the values that the
  /// numbers stand for.
  ///
  /// Values are numbered from 1 in ascending order; a node that states none is in class 0. The format has no place for
  /// the values themselves.
  ///
  /// - Complexity: O(*n* log *n*) time and O(*n*) space for *n* nodes.
  public func pajekPartition(of attribute: String) -> (bytes: [UInt8], values: [String]) {
    let values = Set(nodes.compactMap { $0.attributes[attribute] }).sorted(by: NaturalOrder.precedes)
    let numbers = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0 + 1) })
    var text: [UInt8] = []
    text.append(line: "*Vertices \(nodes.count)")
    for node in nodes { text.append(line: "\(node.attributes[attribute].flatMap { numbers[$0] } ?? 0)") }
    return (text, values)
  }
}
