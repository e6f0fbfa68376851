internal import DataFiles
internal import KnowledgeNetworks

/// What a GEXF file says, element by element.
final class GEXFReading: XMLHandler {
  private struct Declaration {
    var name: String
    var type: GraphDocument.AttributeType
    var defaultValue: String?
  }

  /// The attributes of nodes or of edges.
  private struct Declarations {
    var byID: [String: Declaration] = [:]
    var order: [String] = []
    var names = Set<String>()
  }

  private struct Item {
    var spot: Spot
    var attributes: [String: String]
    var values: [String: String] = [:]
    var spells: [String] = []
    var position: Int?
  }

  private static let times = ["start", "end", "timestamp"]

  private var builder: GraphBuilder
  private var declarations = ["node": Declarations(), "edge": Declarations()]
  private var openClass = ""
  private var openAttribute: String?
  private var items: [Item] = []
  private var isDirected = false
  /// The type of the edges that state none.
  private var defaultType = "undirected"
  private var hasGraph = false

  init(file: String, bytes: [UInt8]) { builder = GraphBuilder(file: file, bytes: bytes) }

  func begin(
    _ element: String, _ attributes: [String: String], in path: [String], at spot: Spot
  ) throws(BuzzlineError) {
    if path.isEmpty, element != "gexf" {
      throw builder.error(at: spot, "The outermost element is '\(element.excerpt)', not 'gexf'.")
    }
    switch element {
    case "graph": try beginGraph(attributes, at: spot)
    case "attributes": openClass = attributes["class"] ?? ""
    case "attribute": try declare(attributes, at: spot)
    case "node": try beginNode(attributes, at: spot)
    case "edge": items.append(Item(spot: spot, attributes: attributes))
    case "attvalue": try take(attributes, of: path, at: spot)
    case "spell", "slice":
      if !items.isEmpty {
        let ends = [attributes["start"], attributes["end"]].map { $0 ?? "" }
        items[items.count - 1].spells.append(ends.joined(separator: ".."))
      }
    default: break
    }
  }

  func end(_ element: String, text: String, in path: [String], at spot: Spot) throws(BuzzlineError) {
    switch element {
    case "default":
      if let openAttribute, path.last == "attribute" {
        declarations[openClass]?.byID[openAttribute]?.defaultValue = text.trimmed
      }
    case "attribute": openAttribute = nil
    case "node":
      if let item = items.popLast(), let position = item.position {
        builder.add(valued(item, of: "node"), toNode: position)
      }
    case "edge": if let item = items.popLast() { try addTie(item) }
    default: break
    }
  }

  func document() throws(BuzzlineError) -> GraphDocument {
    guard hasGraph else { throw builder.error(at: Spot(line: 1), "The file has no element 'graph'.") }
    for declaration in declared("node") { builder.nodeAttributes.note(declaration.name, declaration.type) }
    for declaration in declared("edge") { builder.tieAttributes.note(declaration.name, declaration.type) }
    if declarations["edge"]?.names.contains("weight") != true { builder.tieAttributes.note("weight", .real) }
    for word in Self.times + ["spells", "pid", "kind", "label"] {
      builder.nodeAttributes.note(word)
      builder.tieAttributes.note(word)
    }
    builder.isDirectedByDefault = isDirected
    return try builder.document()
  }

  private func declared(_ element: String) -> [Declaration] {
    guard let declarations = declarations[element] else { return [] }
    return declarations.order.compactMap { declarations.byID[$0] }
  }

  private func beginGraph(_ attributes: [String: String], at spot: Spot) throws(BuzzlineError) {
    guard !hasGraph else { throw builder.error(at: spot, "A second graph begins here; a file may hold one.") }
    hasGraph = true
    if let type = attributes["defaultedgetype"] { defaultType = type }
    isDirected = try direction(defaultType, at: spot)
  }

  private func direction(_ word: String, at spot: Spot) throws(BuzzlineError) -> Bool {
    switch word.lowercased() {
    case "directed", "dir", "mutual": return true
    case "undirected", "undir": return false
    default:
      throw builder.error(
        at: spot, "'\(word.excerpt)' is no direction; an edge is directed, undirected or mutual.")
    }
  }

  // MARK: Attributes

  private func declare(_ attributes: [String: String], at spot: Spot) throws(BuzzlineError) {
    guard let id = attributes["id"], declarations[openClass] != nil else { return }
    guard declarations[openClass]?.byID[id] == nil else {
      throw builder.error(at: spot, "The attribute '\(id.excerpt)' is declared twice.")
    }
    let type: GraphDocument.AttributeType =
      switch attributes["type"]?.lowercased() {
      case "integer", "long", "short", "byte", "int", "biginteger": .integer
      case "float", "double", "bigdecimal": .real
      case "boolean": .boolean
      default: .string
      }
    let name = attributes["title"] ?? id
    declarations[openClass]?.byID[id] = Declaration(name: name, type: type)
    declarations[openClass]?.order.append(id)
    declarations[openClass]?.names.insert(name)
    openAttribute = id
  }

  private func take(_ attributes: [String: String], of path: [String], at spot: Spot) throws(BuzzlineError) {
    guard let owner = path.last(where: { $0 == "node" || $0 == "edge" }), !items.isEmpty else {
      throw builder.error(at: spot, "A value stands outside a node or an edge.")
    }
    guard let id = attributes["for"] ?? attributes["id"], let declaration = declarations[owner]?.byID[id] else {
      throw builder.error(
        at: spot, "A value is for an attribute that is not declared for a\(owner == "edge" ? "n" : "") \(owner).")
    }
    guard let value = attributes["value"].map({ typed($0, declaration.type) }), !value.isEmpty else { return }
    guard items[items.count - 1].values.updateValue(value, forKey: declaration.name) == nil else {
      throw builder.error(
        at: spot, "'\(declaration.name.excerpt)' has several values here; save the network of one moment.")
    }
  }

  private func typed(_ text: String, _ type: GraphDocument.AttributeType) -> String {
    guard type != .string else { return text }
    let value = text.trimmed
    guard type == .boolean else { return value }
    return ["true": "true", "1": "true", "false": "false", "0": "false"][value.lowercased()] ?? value
  }

  /// What is stated, what holds by default, and when it was so.
  private func valued(_ item: Item, of element: String) -> [String: String] {
    var values = item.values
    for declaration in declared(element) where values[declaration.name] == nil {
      values[declaration.name] = declaration.defaultValue.map { typed($0, declaration.type) }
    }
    for word in Self.times + ["pid", "kind"] where values[word] == nil {
      values[word] = item.attributes[word]
    }
    if !item.spells.isEmpty { values["spells"] = item.spells.joined(separator: "; ") }
    return values
  }

  // MARK: Nodes and ties

  private func beginNode(_ attributes: [String: String], at spot: Spot) throws(BuzzlineError) {
    guard hasGraph, let id = attributes["id"] else { throw builder.error(at: spot, "A node has no id.") }
    var item = Item(spot: spot, attributes: attributes)
    item.position = try builder.addNode(id, at: spot)
    if let label = attributes["label"], label != id { name(&item, label) }
    items.append(item)
  }

  /// A label is the name; where the file declares an attribute of that name, only what the file states there is.
  private func name(_ item: inout Item, _ label: String) {
    guard declarations["node"]?.names.contains("name") != true else { return }
    item.values["name"] = label
    builder.nodeAttributes.note("name", .string)
  }

  private func addTie(_ item: Item) throws(BuzzlineError) {
    guard let source = item.attributes["source"], let target = item.attributes["target"] else {
      throw builder.error(at: item.spot, "An edge does not name its source and its target.")
    }
    let type = item.attributes["type"] ?? defaultType
    let isDirected = try direction(type, at: item.spot)
    var values = valued(item, of: "edge")
    for word in ["weight", "label"] where values[word] == nil { values[word] = item.attributes[word] }
    builder.addTie(from: source, to: target, attributes: values, isDirected: isDirected, at: item.spot)
    guard type.lowercased() == "mutual", source != target else { return }
    builder.addTie(from: target, to: source, attributes: values, isDirected: true, at: item.spot)
  }
}
