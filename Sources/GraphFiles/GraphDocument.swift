public import KnowledgeNetworks

/// What a network file says: nodes and ties with their attributes, before anything is known of kinds or clusters.
///
/// It is the one value between the bytes of a file and a network. Nodes and ties stand in the order of the file.
/// Values are kept as they are written there, so that `1.50` stays `1.50`; an empty value says nothing and is left out.
/// Ties lead from source to target; where ``isDirected`` is `false` the two ends do not differ in role. A file may mix
/// ties with and without direction: then the document is directed, and a tie without direction is two ties.
/// A document may hold ties of a node with itself, several ties of the same two nodes, and nodes without ties.
///
/// Two documents are equal if they say the same; the lines of their files do not count.
public struct GraphDocument: Hashable, Sendable {
  /// What sort of values an attribute has.
  public enum AttributeType: String, Hashable, Sendable, CaseIterable {
    /// Any text.
    case string
    /// Whole numbers.
    case integer
    /// Decimal numbers.
    case real
    /// `true` or `false`.
    case boolean
  }

  /// The name and type of what nodes or ties state.
  public struct Attribute: Hashable, Sendable {
    /// The name, unique among the attributes of nodes or of ties.
    public var name: String
    /// What sort of values it has.
    public var type: AttributeType

    /// Makes an attribute.
    public init(_ name: String, _ type: AttributeType = .string) { (self.name, self.type) = (name, type) }
  }

  /// A node of the file: an actor, where the file is of actors.
  public struct Node: Hashable, Sendable {
    /// The identifier, unique in the document.
    public var id: String
    /// The values stated, by attribute.
    public var attributes: [String: String]
    /// The line that states the node, from 1; `nil` where only ties name it.
    public var line: Int?

    /// Makes a node.
    public init(_ id: String, attributes: [String: String] = [:], line: Int? = nil) {
      (self.id, self.attributes, self.line) = (id, attributes, line)
    }

    /// Whether both say the same.
    public static func == (left: Node, right: Node) -> Bool {
      left.id == right.id && left.attributes == right.attributes
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(id)
      hasher.combine(attributes)
    }
  }

  /// A tie of the file, by the positions of its nodes in ``GraphDocument/nodes``.
  public struct Tie: Hashable, Sendable {
    /// The position of the node it leads from.
    public var source: Int
    /// The position of the node it leads to.
    public var target: Int
    /// The values stated, by attribute; the weight is `weight`, the relation it belongs to `relation`.
    public var attributes: [String: String]
    /// The line that states the tie, from 1.
    public var line: Int?

    /// Makes a tie.
    public init(from source: Int, to target: Int, attributes: [String: String] = [:], line: Int? = nil) {
      (self.source, self.target, self.attributes, self.line) = (source, target, attributes, line)
    }

    /// Whether both say the same.
    public static func == (left: Tie, right: Tie) -> Bool {
      left.source == right.source && left.target == right.target && left.attributes == right.attributes
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(source)
      hasher.combine(target)
      hasher.combine(attributes)
    }
  }

  /// Whether source and target of a tie differ in role.
  public let isDirected: Bool
  /// The nodes, in the order of the file.
  public let nodes: [Node]
  /// The ties, in the order of the file.
  public let ties: [Tie]
  /// The attributes that some node states: `name` first, then in the order of the file.
  public let nodeAttributes: [Attribute]
  /// The attributes that some tie states: `weight` first, then in the order of the file.
  public let tieAttributes: [Attribute]
  /// How many nodes are of the first of two modes, which stand first; `nil` where all nodes are of one mode.
  public let firstModeCount: Int?
  /// What a careful user should know of the file.
  public let remarks: [Remark]

  /// Makes a document.
  ///
  /// - Parameters:
  ///   - isDirected: Whether source and target of a tie differ in role.
  ///   - nodes: The nodes.
  ///   - ties: The ties, by positions of nodes.
  ///   - nodeAttributes: Order and types of what nodes state. What is not named here follows by name, its type found in
  ///     its values. A type that some value does not fit becomes one that all fit.
  ///   - tieAttributes: The same of ties.
  ///   - firstModeCount: How many nodes are of the first of two modes.
  ///   - remarks: What a careful user should know.
  /// - Throws: `BuzzlineError` if two nodes have the same identifier, or a tie names a position without a node.
  /// - Complexity: O(*n* + *m*) time and space for *n* nodes and *m* ties with few attributes each.
  public init(
    isDirected: Bool, nodes: [Node], ties: [Tie], nodeAttributes: [Attribute] = [], tieAttributes: [Attribute] = [],
    firstModeCount: Int? = nil, remarks: [Remark] = []
  ) throws(BuzzlineError) {
    try self.init(
      isDirected: isDirected, nodes: nodes, ties: ties, nodeOrder: nodeAttributes.map { ($0.name, $0.type) },
      tieOrder: tieAttributes.map { ($0.name, $0.type) }, firstModeCount: firstModeCount, remarks: remarks)
  }

  /// Makes a document; the type of an attribute that is declared without one is found in its values.
  init(
    isDirected: Bool, nodes: [Node], ties: [Tie], nodeOrder: [AttributeList.Entry], tieOrder: [AttributeList.Entry],
    firstModeCount: Int?, remarks: [Remark]
  ) throws(BuzzlineError) {
    var seen = Set<String>(minimumCapacity: nodes.count)
    if let twice = nodes.first(where: { !seen.insert($0.id).inserted }) {
      throw BuzzlineError(
        .duplicateActor, at: Place(line: twice.line, actor: twice.id), "Two nodes carry the identifier '\(twice.id)'.")
    }
    if let tie = ties.first(where: { !nodes.indices.contains($0.source) || !nodes.indices.contains($0.target) }) {
      throw BuzzlineError(
        .actorOutOfRange, at: Place(line: tie.line),
        "A tie joins the nodes number \(tie.source) and \(tie.target), but there are \(nodes.count) nodes.")
    }
    self.isDirected = isDirected
    self.nodes = nodes.map { Node($0.id, attributes: $0.attributes.filter { !$0.value.isEmpty }, line: $0.line) }
    self.ties = ties.map { tie in
      Tie(from: tie.source, to: tie.target, attributes: tie.attributes.filter { !$0.value.isEmpty }, line: tie.line)
    }
    self.nodeAttributes = Self.settled(nodeOrder, first: "name", of: self.nodes.lazy.map(\.attributes))
    self.tieAttributes = Self.settled(tieOrder, first: "weight", of: self.ties.lazy.map(\.attributes))
    self.firstModeCount = firstModeCount
    self.remarks = remarks
  }

  /// The attributes that are stated, in their order, with types that fit every value.
  private static func settled(
    _ declared: [AttributeList.Entry], first: String, of items: some Sequence<[String: String]>
  ) -> [Attribute] {
    var fitting: [String: ValueTypes] = [:]
    for item in items { for (name, value) in item { fitting[name, default: ValueTypes()].insert(value) } }
    var types: [String: AttributeType] = [:]
    for attribute in declared where types[attribute.name] == nil {
      types[attribute.name] = attribute.type
    }
    let rest = fitting.keys.filter { types[$0] == nil }.sorted(by: NaturalOrder.precedes)
    var names = Set<String>()
    let order = [first] + declared.map(\.name) + rest
    return order.compactMap { name in
      guard let found = fitting[name], names.insert(name).inserted else { return nil }
      return Attribute(name, types[name].map(found.settled) ?? found.narrowest)
    }
  }
}

/// The types that all values of an attribute fit.
struct ValueTypes {
  private var (isBoolean, isInteger, isReal) = (true, true, true)

  mutating func insert(_ value: String) {
    if isBoolean { isBoolean = value == "true" || value == "false" }
    if isInteger { isInteger = value.isWholeNumber }
    if isReal { isReal = value.isNumber }
  }

  /// The type that says most.
  var narrowest: GraphDocument.AttributeType {
    if isBoolean { return .boolean }
    return isInteger ? .integer : isReal ? .real : .string
  }

  /// The type declared where all values fit it, else the one that they fit.
  func settled(_ declared: GraphDocument.AttributeType) -> GraphDocument.AttributeType {
    switch declared {
    case .string: .string
    case .integer: isInteger ? .integer : isReal ? .real : .string
    case .real: isReal ? .real : .string
    case .boolean: isBoolean ? .boolean : .string
    }
  }
}

extension String {
  /// Whether this is a whole number as numbers are written: a postal code with a leading 0 is none.
  var isWholeNumber: Bool {
    let digits = utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]
    guard let first = digits.first, digits.allSatisfy({ (48...57).contains($0) }) else { return false }
    return first != 48 || digits.count == 1
  }

  /// Whether this is a number with a decimal point or without, with an exponent or without.
  var isNumber: Bool {
    let unsigned = utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]
    guard let first = unsigned.first, first == UInt8(ascii: ".") || (48...57).contains(first),
      unsigned.allSatisfy({ (48...57).contains($0) || ".eE+-".utf8.contains($0) })
    else { return false }
    let isCode = first == 48 && unsigned.dropFirst().first.map { (48...57).contains($0) } == true
    return !isCode && Double(self)?.isFinite == true
  }
}
