internal import KnowledgeNetworks

/// Nodes and links in JSON, as [NetworkX](https://networkx.org/documentation/stable/reference/readwrite/json_graph.html)
/// and D3 write them.
///
/// Nodes stand under `nodes`, ties under `links` or `edges`; both may stand within `graph`. A node's identifier is its
/// `id`, else its `key` or `name`, else its position from 0. The ends of ties are identifiers, or positions where they
/// are no identifiers and whole numbers throughout. Without `directed`, ties have no direction. Values that are lists or
/// objects are kept as JSON text.
enum NodeLinkJSON: GraphFileReader {
  static func read(_ bytes: [UInt8], file: String) throws(BuzzlineError) -> GraphDocument {
    var cursor = try TextCursor(bytes, file: file)
    let root = try JSONTree(from: &cursor)
    var reading = NodeLinkReading(cursor)
    return try reading.document(of: root)
  }

  static func write(_ document: GraphDocument) -> [UInt8] {
    var text: [UInt8] = []
    let nodeWords = AttributeWords(for: document.nodeAttributes.map(\.name), reserved: ["id"])
    let tieWords = AttributeWords(for: document.tieAttributes.map(\.name), reserved: ["source", "target", "key"])
    let ids = document.nodes.map { JSONTree.quoted($0.id) }
    let nodes = zip(ids, document.nodes).map { id, node in
      object(["\"id\": \(id)"], node.attributes, of: document.nodeAttributes, nodeWords)
    }
    var keys: [[Int]: Int] = [:]
    let ties = document.ties.map { tie in
      let ends = document.isDirected ? [tie.source, tie.target] : [tie.source, tie.target].sorted()
      defer { keys[ends, default: 0] += 1 }
      return object(
        ["\"source\": \(ids[tie.source])", "\"target\": \(ids[tie.target])"], tie.attributes,
        of: document.tieAttributes, tieWords)
    }
    text.append(line: "{")
    text.append(line: "\"directed\": \(document.isDirected),")
    text.append(line: "\"multigraph\": \(keys.values.contains { $0 > 1 }),")
    text.append(line: "\"graph\": {},")
    append("nodes", nodes, end: ",", to: &text)
    append("links", ties, end: "", to: &text)
    text.append(line: "}")
    return text
  }

  private static func append(_ word: String, _ objects: [String], end: String, to text: inout [UInt8]) {
    text.append(line: "\"\(word)\": [")
    for (number, object) in objects.enumerated() {
      text.append(line: object + (number + 1 < objects.count ? "," : ""))
    }
    text.append(line: "]" + end)
  }

  private static func object(
    _ members: [String], _ values: [String: String], of attributes: [GraphDocument.Attribute], _ words: AttributeWords
  ) -> String {
    let stated = attributes.compactMap { attribute in
      values[attribute.name].map { value in
        let isBare = attribute.type != .string && (JSONTree.isNumber(value) || attribute.type == .boolean)
        return "\(JSONTree.quoted(words[attribute.name])): \(isBare ? value : JSONTree.quoted(value))"
      }
    }
    return "{" + (members + stated).joined(separator: ", ") + "}"
  }
}

/// What a tree of JSON says of nodes and links.
private struct NodeLinkReading {
  private let cursor: TextCursor
  private var builder: GraphBuilder

  init(_ cursor: TextCursor) {
    self.cursor = cursor
    builder = GraphBuilder(file: cursor.file, bytes: cursor.bytes)
  }

  mutating func document(of root: JSONTree) throws(BuzzlineError) -> GraphDocument {
    let nested = root["graph"]
    let tree = root["nodes"] == nil && nested?["nodes"] != nil ? nested ?? root : root
    guard case .list(let nodes)? = tree["nodes"]?.value else {
      throw error(root, "The file has no list 'nodes'.")
    }
    let listed = [tree["links"], tree["edges"]].compactMap(\.self)
    guard listed.count == 1, let links = listed.first, case .list(let ties) = links.value else {
      throw error(listed.last ?? root, "The file must have one list of ties, under 'links' or 'edges'.")
    }
    let isDirected = try isDirected(tree["directed"] ?? root["directed"])
    builder.isDirectedByDefault = isDirected
    let word = ["id", "key", "name"].first { word in !nodes.isEmpty && nodes.allSatisfy { $0[word] != nil } }
    for (position, node) in nodes.enumerated() {
      guard case .object(let members) = node.value else { throw error(node, "A node is no object in braces.") }
      let id = try word.flatMap { node[$0] }.map { member throws(BuzzlineError) in try identifier(member) }
      try builder.addNode(
        id ?? String(position),
        attributes: values(of: members, but: [word ?? ""], in: &builder.nodeAttributes), at: node.spot)
    }
    try addTies(ties, isDirected: isDirected, nodeCount: nodes.count)
    return try builder.document()
  }

  private func isDirected(_ member: JSONTree?) throws(BuzzlineError) -> Bool {
    switch member?.value {
    case nil, .null: return false
    case .bool(let isDirected): return isDirected
    default: throw error(member, "'directed' is neither true nor false.")
    }
  }

  private mutating func addTies(_ ties: [JSONTree], isDirected: Bool, nodeCount: Int) throws(BuzzlineError) {
    var ends: [[String]] = []
    for tie in ties {
      guard case .object = tie.value, let source = tie["source"], let target = tie["target"] else {
        throw error(tie, "A tie is no object with 'source' and 'target'.")
      }
      ends.append([try identifier(source), try identifier(target)])
    }
    let areIdentifiers = ends.allSatisfy { $0.allSatisfy { builder.position(of: $0) != nil } }
    let arePositions = !areIdentifiers && ends.allSatisfy { $0.allSatisfy { $0.isWholeNumber } }
    for (tie, ends) in zip(ties, ends) {
      guard case .object(let members) = tie.value else { continue }
      let values = values(of: members, but: ["source", "target"], in: &builder.tieAttributes)
      guard arePositions else {
        builder.addTie(from: ends[0], to: ends[1], attributes: values, isDirected: isDirected, at: tie.spot)
        continue
      }
      let positions = ends.compactMap { Int($0) }.filter { (0..<nodeCount).contains($0) }
      guard positions.count == 2 else {
        throw error(
          tie,
          "A tie names the nodes \(ends.map(\.excerpt).joined(separator: " and ")), of which one is not there.")
      }
      builder.addTie(
        from: positions[0], to: positions[1], attributes: values, isDirected: isDirected, line: tie.spot.line)
    }
  }

  /// A node by its identifier; D3 puts the whole node in place of it once it has drawn.
  private func identifier(_ member: JSONTree) throws(BuzzlineError) -> String {
    switch member.value {
    case .string(let text) where !text.isEmpty: return text
    case .number(let text): return text
    case .object:
      if let id = member["id"], id.value.isScalar { return try identifier(id) }
    default: break
    }
    throw error(member, "A node's identifier is neither a text nor a number.")
  }

  private func values(
    of members: [JSONTree.Member], but left: Set<String>, in list: inout AttributeList
  ) -> [String: String] {
    var values: [String: String] = [:]
    for member in members where !left.contains(member.name) {
      let (text, type): (String, GraphDocument.AttributeType)
      switch member.tree.value {
      case .null: continue
      case .bool(let bool): (text, type) = (bool ? "true" : "false", .boolean)
      case .number(let number): (text, type) = (number, number.isWholeNumber ? .integer : .real)
      case .string(let string): (text, type) = (string, .string)
      case .list, .object: (text, type) = (member.tree.text, .string)
      }
      guard !text.isEmpty else { continue }
      values[member.name] = text
      list.note(member.name, type)
    }
    return values
  }

  private func error(_ tree: JSONTree?, _ message: String) -> BuzzlineError {
    cursor.error(at: tree?.spot.offset ?? 0, message)
  }
}
