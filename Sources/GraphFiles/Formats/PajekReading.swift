internal import KnowledgeNetworks

/// What a Pajek file says, line by line.
struct PajekReading {
  typealias Token = TextCursor.Token

  /// What the lines below a heading are.
  private enum Section {
    case none
    case nodes
    case ties(isDirected: Bool, isList: Bool, relation: String?)
    case matrix(relation: String?)
    /// A value for each node.
    case values(name: String)
  }

  private struct Vertex {
    var label: String
    var words: [TextCursor.Token]
    var spot: Spot
  }

  var cursor: TextCursor
  var builder: GraphBuilder
  private var section = Section.none
  var count: Int?
  var firstModeCount: Int?
  private var vertices: [Int: Vertex] = [:]
  private var values: [(name: String, texts: [String])] = []
  var matrix = MatrixCells()
  private var hasNetworkHeading = false

  init(_ cursor: TextCursor) {
    self.cursor = cursor
    builder = GraphBuilder(file: cursor.file, bytes: cursor.bytes)
  }

  mutating func document() throws(BuzzlineError) -> GraphDocument {
    builder.isDirectedByDefault = true
    while let line = try cursor.nextLine() {
      guard let first = line.first, !first.text.hasPrefix("%") || first.isQuoted else { continue }
      if !first.isQuoted, first.text.hasPrefix("*") {
        try begin(line)
      } else {
        try take(line)
      }
    }
    try endSection()
    guard let count else { throw cursor.error(at: 0, "The file has no '*Vertices'.") }
    try addNodes(count)
    return try builder.document(firstModeCount: firstModeCount)
  }

  // MARK: Sections

  private mutating func begin(_ line: [Token]) throws(BuzzlineError) {
    try endSection()
    let relation = relation(in: line)
    switch line[0].keyword.split(separator: ":").first.map(String.init) ?? "" {
    case "*network":
      guard !hasNetworkHeading, count == nil else { throw severalNetworks(at: line[0]) }
      (hasNetworkHeading, section) = (true, .none)
    case "*vertices": try beginVertices(line)
    case "*arcs": section = .ties(isDirected: true, isList: false, relation: relation)
    case "*edges": section = .ties(isDirected: false, isList: false, relation: relation)
    case "*arcslist": section = .ties(isDirected: true, isList: true, relation: relation)
    case "*edgeslist": section = .ties(isDirected: false, isList: true, relation: relation)
    case "*matrix": section = .matrix(relation: relation)
    case "*partition", "*vector", "*permutation":
      let title = line.dropFirst().map(\.text).joined(separator: " ")
      let name = title.isEmpty ? String(line[0].keyword.dropFirst()) : title
      section = .values(name: AttributeWords(for: [name], reserved: Set(values.map(\.name)))[name])
      values.append(("", []))
      return
    default:
      throw cursor.error(
        at: line[0].offset,
        "'\(line[0].text.excerpt)' begins no part that is read: vertices, arcs, edges, arcslist, "
          + "edgeslist, matrix, partition or vector.")
    }
    if case .ties(let isDirected, _, _) = section {
      try requireNodes(above: line[0])
      if builder.tieCount == 0 { builder.isDirectedByDefault = isDirected }
    }
    if case .matrix = section { try requireNodes(above: line[0]) }
  }

  private func requireNodes(above heading: Token) throws(BuzzlineError) {
    guard count == nil else { return }
    throw cursor.error(at: heading.offset, "Ties begin here, but '*Vertices' with their number must stand above.")
  }

  private func severalNetworks(at token: Token) -> BuzzlineError {
    cursor.error(at: token.offset, "A second network begins here; save the one to be read in a file of its own.")
  }

  /// The relation of a heading such as `*Arcs :2 "advice"`.
  private func relation(in line: [Token]) -> String? {
    guard let colon = line.firstIndex(where: { !$0.isQuoted && $0.text.contains(":") }) else { return nil }
    let number = line[colon].text.split(separator: ":", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let rest = line[(colon + 1)...].map(\.text)
    return number.isEmpty ? rest.dropFirst().first ?? rest.first : rest.first ?? number
  }

  private mutating func beginVertices(_ line: [Token]) throws(BuzzlineError) {
    let numbers = line.dropFirst().prefix(2).map { Int($0.text) ?? -1 }
    guard let total = numbers.first, total >= 0 else {
      throw cursor.error(at: line[0].offset, "After '*Vertices' their number is missing.")
    }
    try GraphBuilder.check(
      declared: total, bytes: cursor.bytes.count, at: cursor.error(at: line[1].offset, "").place)
    if case .values(let name) = section {
      guard total == count else {
        throw cursor.error(
          at: line[0].offset, "'\(name.excerpt)' is of \(total) nodes, the network of \(count ?? 0).")
      }
      return
    }
    guard count == nil else { throw severalNetworks(at: line[0]) }
    if numbers.count > 1 {
      guard (0...total).contains(numbers[1]) else {
        throw cursor.error(at: line[2].offset, "The number of nodes of the first mode is from 0 to \(total).")
      }
      firstModeCount = numbers[1]
    }
    (count, section) = (total, .nodes)
  }

  /// Checks that a matrix or a list of values is whole.
  private mutating func endSection() throws(BuzzlineError) {
    switch section {
    case .matrix(let relation):
      let (rows, columns) = shape
      guard matrix.cells.count == rows * columns else {
        throw cursor.error(
          at: max(0, matrix.lastOffset), "The matrix ends after \(matrix.cells.count) of \(rows * columns) cells.")
      }
      addMatrixTies(relation: relation)
      matrix = MatrixCells()
    case .values(let name):
      // A partition in a project has its own '*Vertices', which does not end it.
      guard let last = values.last, !last.texts.isEmpty || last.name.isEmpty else { break }
      if last.texts.isEmpty { return }
      guard last.texts.count == count else {
        throw cursor.error("'\(name.excerpt)' has \(last.texts.count) values for \(count ?? 0) nodes.")
      }
      values[values.count - 1].name = name
    default: break
    }
    section = .none
  }

  private mutating func take(_ line: [Token]) throws(BuzzlineError) {
    switch section {
    case .none:
      guard count == nil else {
        throw cursor.error(at: line[0].offset, "This line is in no part of the file.")
      }
      if builder.remarks.isEmpty {
        builder.remarks.append(
          Remark(
            "text-above", "Lines above the first part of the file were left out.",
            at: Place(file: cursor.file, line: line[0].line), setsRowAside: true))
      }
    case .nodes: try takeVertex(line)
    case .ties(let isDirected, let isList, let relation):
      if isList {
        try takeList(line, isDirected: isDirected, relation: relation)
      } else {
        try takeTie(line, isDirected: isDirected, relation: relation)
      }
    case .matrix: try takeCells(line)
    case .values: values[values.count - 1].texts.append(line[0].text)
    }
  }

  // MARK: Nodes

  private mutating func takeVertex(_ line: [Token]) throws(BuzzlineError) {
    let number = try node(line[0])
    guard vertices[number] == nil else {
      throw cursor.error(at: line[0].offset, "The node \(number + 1) stands in the file a second time.")
    }
    vertices[number] = Vertex(
      label: line.count > 1 ? line[1].text : "", words: Array(line.dropFirst(2)), spot: line[0].spot)
  }

  private mutating func addNodes(_ count: Int) throws(BuzzlineError) {
    let labels = NumberedLabels(
      (0..<count).map { vertices[$0]?.label }, numbers: (0..<count).map { String($0 + 1) })
    let isFilled = vertices.values.allSatisfy { vertex in
      vertex.words.isEmpty || vertex.words.prefix(3).map(\.text) == Pajek.filler
    }
    for number in 0..<count {
      let vertex = vertices[number]
      var attributes: [String: String] = [:]
      if let name = labels.names[number], !name.isEmpty { attributes["name"] = name }
      if let vertex {
        let words = isFilled ? vertex.words.dropFirst(3) : vertex.words[...]
        for (name, value) in try parameters(words, isNode: true) {
          attributes[name] = value
          builder.nodeAttributes.note(name)
        }
      }
      for list in values where !list.name.isEmpty { attributes[list.name] = list.texts[number] }
      try builder.addNode(labels.ids[number], attributes: attributes, at: vertex?.spot ?? Spot(line: 1))
    }
  }

  /// What stands after a label or a weight: coordinates and a shape, times in brackets, pairs of a word and a value.
  func parameters(
    _ words: ArraySlice<Token>, isNode: Bool
  ) throws(BuzzlineError) -> [(String, String)] {
    var (rest, found) = (words, [(String, String)]())
    if isNode {
      for axis in ["x", "y", "z"] where rest.first.map({ !$0.isQuoted && $0.text.isNumber }) == true {
        found.append((axis, rest.removeFirst().text))
      }
    }
    if let time = rest.first(where: { !$0.isQuoted && $0.text.hasPrefix("[") && $0.text.hasSuffix("]") }) {
      found.append(("time", time.text))
      rest = rest.filter { $0.offset != time.offset }[...]
    }
    if isNode, rest.count % 2 == 1 { found.append(("shape", rest.removeFirst().text)) }
    guard rest.count % 2 == 0 else {
      throw cursor.error(at: rest.last?.offset ?? 0, "This word stands alone; after it a value is missing.")
    }
    while let word = rest.popFirst(), let value = rest.popFirst() {
      found.append((word.keyword == "l" && !isNode ? "label" : word.text, value.text))
    }
    return found
  }

  /// The position of a node by its number.
  func node(_ token: Token) throws(BuzzlineError) -> Int {
    guard let number = Int(token.text), let count, (1...max(1, count)).contains(number), count > 0 else {
      throw cursor.error(
        at: token.offset, "'\(token.text.excerpt)' is no number of a node, which is from 1 to \(count ?? 0).")
    }
    return number - 1
  }
}
