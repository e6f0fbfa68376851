internal import DataFiles
internal import KnowledgeNetworks

/// Where in a file something stands that may have to be found again for a message.
///
/// Columns are counted only when they are asked for, since a file may be a single long line.
struct Spot {
  var line: Int
  var offset: Int?
}

/// Collects the nodes and ties of a file that names them in any order, and settles what all readers settle alike.
struct GraphBuilder {
  private struct Pending {
    var ends: (source: String, target: String)
    var spot: Spot
  }

  let file: String
  /// The text in which offsets count.
  let bytes: [UInt8]
  /// What holds where there are no ties.
  var isDirectedByDefault = false
  private(set) var nodes: [GraphDocument.Node] = []
  var nodeAttributes = AttributeList()
  var tieAttributes = AttributeList()
  var remarks: [Remark] = []
  private var positions: [String: Int] = [:]
  private var ties: [GraphDocument.Tie] = []
  private var areDirected: [Bool] = []
  private var pending: [Pending] = []

  init(file: String, bytes: [UInt8] = []) { (self.file, self.bytes) = (file, bytes) }

  var tieCount: Int { ties.count }

  func position(of id: String) -> Int? { positions[id] }

  /// - Throws: if the identifier was there before.
  @discardableResult
  mutating func addNode(
    _ id: String, attributes: [String: String] = [:], at spot: Spot
  ) throws(BuzzlineError) -> Int {
    guard !id.isEmpty else { throw error(at: spot, "A node's identifier is empty.") }
    guard positions.updateValue(nodes.count, forKey: id) == nil else {
      throw error(at: spot, "The node '\(id.excerpt)' stands in the file a second time.")
    }
    nodes.append(GraphDocument.Node(id, attributes: attributes, line: spot.line))
    return nodes.count - 1
  }

  /// Puts more values to a node; what is there already stays.
  mutating func add(_ attributes: [String: String], toNode position: Int) {
    nodes[position].attributes.merge(attributes) { first, _ in first }
  }

  mutating func addTie(
    from source: Int, to target: Int, attributes: [String: String] = [:], isDirected: Bool, line: Int
  ) {
    ties.append(GraphDocument.Tie(from: source, to: target, attributes: attributes, line: line))
    areDirected.append(isDirected)
  }

  /// Adds a tie of nodes that may stand further down.
  mutating func addTie(
    from source: String, to target: String, attributes: [String: String] = [:], isDirected: Bool, at spot: Spot
  ) {
    addTie(from: -1, to: -1, attributes: attributes, isDirected: isDirected, line: spot.line)
    pending.append(Pending(ends: (source, target), spot: spot))
  }

  /// The document: ends are found, and a tie without direction becomes two where others have one.
  ///
  /// - Throws: at the first tie of a node that is not there.
  mutating func document(firstModeCount: Int? = nil) throws(BuzzlineError) -> GraphDocument {
    precondition(pending.isEmpty || pending.count == ties.count, "ties are named by identifiers or by positions")
    for (tie, named) in pending.enumerated() {
      ties[tie].source = try found(named.ends.source, at: named.spot)
      ties[tie].target = try found(named.ends.target, at: named.spot)
    }
    let isDirected = areDirected.isEmpty ? isDirectedByDefault : areDirected.contains(true)
    if isDirected, areDirected.contains(false) { ties = bothWays }
    return try GraphDocument(
      isDirected: isDirected, nodes: nodes, ties: ties, nodeOrder: nodeAttributes.entries,
      tieOrder: tieAttributes.entries, firstModeCount: firstModeCount, remarks: remarks)
  }

  private func found(_ id: String, at spot: Spot) throws(BuzzlineError) -> Int {
    if let position = positions[id] { return position }
    throw error(at: spot, "A tie names the node '\(id.excerpt)', which the file does not have.")
  }

  private var bothWays: [GraphDocument.Tie] {
    zip(ties, areDirected).flatMap { tie, isDirected in
      guard !isDirected, tie.source != tie.target else { return [tie] }
      var back = tie
      swap(&back.source, &back.target)
      return [tie, back]
    }
  }

  func error(at spot: Spot, _ message: String) -> BuzzlineError {
    var place = Place(file: file, line: spot.line)
    if let offset = spot.offset { place = Place(of: min(offset, bytes.count), in: bytes, file: file) }
    return BuzzlineError(.malformed, at: place, message)
  }
}

/// Attributes in the order in which they appear, with the type that holds all that was said of them.
struct AttributeList {
  /// An attribute; without a type where only its values tell.
  typealias Entry = (name: String, type: GraphDocument.AttributeType?)

  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  mutating func note(_ name: String, _ type: GraphDocument.AttributeType? = nil) {
    guard let position = positions[name] else {
      positions[name] = entries.count
      return entries.append((name, type))
    }
    guard let known = entries[position].type, let type, known != type else { return }
    let areNumbers = [known, type].allSatisfy { $0 == .integer || $0 == .real }
    entries[position].type = areNumbers ? .real : .string
  }
}

/// What holds in formats whose node numbers are running numbers: labels are the identifiers where every node has one of
/// its own; else the numbers are, and a label is the name.
struct NumberedLabels {
  let ids: [String]
  let names: [String?]

  init(_ labels: [String?], numbers: [String]) {
    var seen = Set<String>()
    let areUnique = labels.allSatisfy { label in label.map { !$0.isEmpty && seen.insert($0).inserted } ?? false }
    if areUnique {
      ids = labels.compactMap(\.self)
      names = labels.map { _ in nil }
    } else {
      ids = numbers
      names = zip(labels, numbers).map { $0 == $1 ? nil : $0 }
    }
  }
}

extension GraphBuilder {
  /// A count that a file declares must not take memory that its size does not account for.
  ///
  /// - Throws: if more nodes are declared than 100,000 and than the file has bytes.
  static func check(declared count: Int, bytes: Int, at place: Place) throws(BuzzlineError) {
    guard count <= max(100_000, bytes), count < Int(UInt32.max) else {
      throw BuzzlineError(
        .malformed, at: place, "\(count) nodes are declared, far more than a file of \(bytes) bytes can name.")
    }
  }
}
