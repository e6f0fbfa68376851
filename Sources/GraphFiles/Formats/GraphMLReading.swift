internal import DataFiles
internal import KnowledgeNetworks

/// What a GraphML file says, element by element.
final class GraphMLReading: XMLHandler {
  private struct Key {
    var id: String
    var name: String
    var domain: String
    var type: GraphDocument.AttributeType
    var defaultValue: String?

    func isFor(_ element: String) -> Bool { domain == element || domain == "all" || domain.isEmpty }
  }

  private struct Item {
    var spot: Spot
    var attributes: [String: String]
    var values: [String: String] = [:]
    /// Where a node stands among all.
    var position: Int?
    /// What yEd writes at a node.
    var label: String?
  }

  /// The element `data` that is open.
  private struct OpenData {
    var key: Key
    /// The element that it is of, and how many elements stand around it.
    var owner: String
    var depth: Int
    var hasElements = false
  }

  private let file: String
  private var builder: GraphBuilder
  private var keys: [String: Key] = [:]
  private var keyOrder: [String] = []
  private var openKey: String?
  private var openData: OpenData?
  private var items: [Item] = []
  /// Of the graphs that are open, the inmost last: whether their edges have a direction.
  private var openGraphs: [Bool] = []
  private var graphNames: [String] = []
  private var graphOfNode: [Int] = []
  private var hasNested = false
  private var labels: [(position: Int, text: String)] = []

  init(file: String, bytes: [UInt8]) { (self.file, builder) = (file, GraphBuilder(file: file, bytes: bytes)) }

  func begin(
    _ element: String, _ attributes: [String: String], in path: [String], at spot: Spot
  ) throws(BuzzlineError) {
    if path.isEmpty, element != "graphml" {
      throw builder.error(at: spot, "The outermost element is '\(element.excerpt)', not 'graphml'.")
    }
    if openData != nil {
      openData?.hasElements = true
      return
    }
    switch element {
    case "key": try beginKey(attributes, at: spot)
    case "graph": try beginGraph(attributes, in: path, at: spot)
    case "node": try beginNode(attributes, in: path, at: spot)
    case "edge": items.append(Item(spot: spot, attributes: attributes))
    case "data": try beginData(attributes, in: path, at: spot)
    case "hyperedge":
      throw builder.error(at: spot, "A hyperedge joins more than two nodes at once; only ties of two nodes are read.")
    default: break
    }
  }

  func end(_ element: String, text: String, in path: [String], at spot: Spot) throws(BuzzlineError) {
    if let data = openData {
      if path.count == data.depth { try endData(data, text) }
      if element == "NodeLabel", data.owner == "node" { note(label: text) }
      return
    }
    switch element {
    case "default": if let openKey, path.last == "key" { keys[openKey]?.defaultValue = text }
    case "key": openKey = nil
    case "graph": openGraphs.removeLast()
    case "node":
      if let item = items.popLast(), let position = item.position {
        builder.add(valued(item, for: "node"), toNode: position)
        if let label = item.label { labels.append((position, label)) }
      }
    case "edge": if let item = items.popLast() { try addTie(item) }
    default: break
    }
  }

  func document() throws(BuzzlineError) -> GraphDocument {
    guard !graphNames.isEmpty else {
      throw builder.error(at: Spot(line: 1), "The file has no element 'graph'.")
    }
    for id in keyOrder {
      guard let key = keys[id] else { continue }
      if key.isFor("node") { builder.nodeAttributes.note(key.name, key.type) }
      if key.isFor("edge") { builder.tieAttributes.note(key.name, key.type) }
    }
    addLabels()
    if graphNames.count > 1 {
      for (position, graph) in graphOfNode.enumerated() {
        builder.add(["graph": graphNames[graph]], toNode: position)
      }
    }
    if hasNested {
      builder.remarks.append(
        Remark(
          "nested-graph", "Nodes that stand within other nodes are read as nodes like all others.",
          at: Place(file: file)))
    }
    return try builder.document()
  }

  // MARK: Keys and data

  private func beginKey(_ attributes: [String: String], at spot: Spot) throws(BuzzlineError) {
    guard let id = attributes["id"] else { throw builder.error(at: spot, "A key has no id.") }
    guard keys[id] == nil else { throw builder.error(at: spot, "The key '\(id.excerpt)' is declared twice.") }
    let type: GraphDocument.AttributeType =
      switch attributes["attr.type"]?.lowercased() {
      case "int", "integer", "long": .integer
      case "float", "double": .real
      case "boolean": .boolean
      default: .string
      }
    keys[id] = Key(id: id, name: attributes["attr.name"] ?? id, domain: attributes["for"] ?? "all", type: type)
    keyOrder.append(id)
    openKey = id
  }

  private func beginData(_ attributes: [String: String], in path: [String], at spot: Spot) throws(BuzzlineError) {
    guard let id = attributes["key"] else { throw builder.error(at: spot, "An element 'data' names no key.") }
    guard let key = keys[id] else {
      throw builder.error(at: spot, "The key '\(id.excerpt)' is not declared above.")
    }
    openData = OpenData(key: key, owner: path.last ?? "", depth: path.count)
  }

  /// Takes a value of a node or an edge; those of graphs, ports and the file are not of them.
  private func endData(_ data: OpenData, _ text: String) throws(BuzzlineError) {
    openData = nil
    guard !data.hasElements, data.owner == "node" || data.owner == "edge", !items.isEmpty else { return }
    let (key, last) = (data.key, items.count - 1)
    let value = typed(text, key)
    guard !value.isEmpty else { return }
    guard items[last].values.updateValue(value, forKey: key.name) == nil else {
      throw builder.error(at: items[last].spot, "The attribute '\(key.name.excerpt)' is stated twice here.")
    }
  }

  /// Takes the first label with a text; its lines become one.
  private func note(label: String) {
    let label = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !label.isEmpty, let last = items.indices.last, items[last].label == nil else { return }
    items[last].label = label
  }

  /// Labels are names where the file has no other.
  private func addLabels() {
    let names = keys.values.filter { $0.isFor("node") }.map { $0.name.lowercased() }
    guard !names.contains("name"), !names.contains("label") else { return }
    for (position, label) in labels where label != builder.nodes[position].id {
      builder.nodeAttributes.note("name", .string)
      builder.add(["name": label], toNode: position)
    }
  }

  private func typed(_ text: String, _ key: Key) -> String {
    guard key.type != .string else { return text }
    let value = text.trimmed
    guard key.type == .boolean else { return value }
    return ["true": "true", "1": "true", "false": "false", "0": "false"][value.lowercased()] ?? value
  }

  /// What is stated, and where nothing is, what holds by default.
  private func valued(_ item: Item, for element: String) -> [String: String] {
    keyOrder.reduce(into: item.values) { values, id in
      guard let key = keys[id], key.isFor(element), let text = key.defaultValue, values[key.name] == nil else { return }
      values[key.name] = typed(text, key)
    }
  }

  // MARK: Graphs, nodes, ties

  private func beginGraph(_ attributes: [String: String], in path: [String], at spot: Spot) throws(BuzzlineError) {
    let isDirected: Bool
    switch attributes["edgedefault"] {
    case "directed": isDirected = true
    case "undirected": isDirected = false
    case nil: isDirected = openGraphs.last ?? true
    case .some(let word):
      throw builder.error(at: spot, "'\(word.excerpt)' is no direction; edgedefault is directed or undirected.")
    }
    if path.last == "node" { hasNested = true }
    if openGraphs.isEmpty {
      graphNames.append(attributes["id"] ?? String(graphNames.count + 1))
      if graphNames.count == 1 { builder.isDirectedByDefault = isDirected }
    }
    openGraphs.append(isDirected)
  }

  private func beginNode(_ attributes: [String: String], in path: [String], at spot: Spot) throws(BuzzlineError) {
    guard path.last == "graph" else { throw builder.error(at: spot, "A node stands outside a graph.") }
    guard let id = attributes["id"] else { throw builder.error(at: spot, "A node has no id.") }
    let position = try builder.addNode(id, at: spot)
    graphOfNode.append(graphNames.count - 1)
    items.append(Item(spot: spot, attributes: attributes, position: position))
  }

  private func addTie(_ item: Item) throws(BuzzlineError) {
    guard let isDirectedByDefault = openGraphs.last, let source = item.attributes["source"],
      let target = item.attributes["target"]
    else {
      throw builder.error(at: item.spot, "An edge does not name its source and its target within a graph.")
    }
    let isDirected: Bool
    switch item.attributes["directed"] {
    case "true", "1": isDirected = true
    case "false", "0": isDirected = false
    case nil: isDirected = isDirectedByDefault
    case .some(let word): throw builder.error(at: item.spot, "'\(word.excerpt)' is neither true nor false.")
    }
    builder.addTie(
      from: source, to: target, attributes: valued(item, for: "edge"), isDirected: isDirected, at: item.spot)
  }
}
