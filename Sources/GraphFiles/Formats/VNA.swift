internal import KnowledgeNetworks

/// NetDraw's format ([guide](http://www.analytictech.com/Netdraw/NetdrawGuide.pdf)): tables of nodes and ties.
///
/// The first column of `*Node data` and `*Node properties` is the identifier, the first two of `*Tie data` are the ends;
/// all others become attributes, a column `strength` the weight. Ties have a direction. Nodes that only ties name are
/// nodes as well.
enum VNA: GraphFileReader {

  static func read(_ bytes: [UInt8], file: String) throws(BuzzlineError) -> GraphDocument {
    var reading = VNAReading(try TextCursor(bytes, file: file))
    return try reading.document()
  }

  static func write(_ document: GraphDocument) -> [UInt8] {
    var text: [UInt8] = []
    let nodeWords = AttributeWords(for: document.nodeAttributes.map(\.name), reserved: ["ID"])
    let tieWords = AttributeWords(for: document.tieAttributes.map(\.name), reserved: ["FROM", "TO"])
    text.append(line: "*Node data")
    text.append(line: headings(["ID"], document.nodeAttributes, nodeWords))
    for node in document.nodes { append([node.id], node.attributes, of: document.nodeAttributes, to: &text) }
    text.append(line: "*Tie data")
    text.append(line: headings(["FROM", "TO"], document.tieAttributes, tieWords))
    for tie in document.ties {
      let ends = [document.nodes[tie.source].id, document.nodes[tie.target].id]
      append(ends, tie.attributes, of: document.tieAttributes, to: &text)
      if !document.isDirected, tie.source != tie.target {
        append(ends.reversed(), tie.attributes, of: document.tieAttributes, to: &text)
      }
    }
    return text
  }

  private static func headings(
    _ first: [String], _ attributes: [GraphDocument.Attribute], _ words: AttributeWords
  ) -> String {
    (first + attributes.map { QuotedText.encoded(words[$0.name]) }).joined(separator: " ")
  }

  private static func append(
    _ ids: [String], _ values: [String: String], of attributes: [GraphDocument.Attribute], to text: inout [UInt8]
  ) {
    let cells = attributes.map { attribute -> String in
      let value = values[attribute.name] ?? ""
      return value.isNumber ? value : QuotedText.encoded(value)
    }
    text.append(line: (ids.map(QuotedText.encoded) + cells).joined(separator: " "))
  }
}

/// What a VNA file says, table by table.
private struct VNAReading {
  private enum Table: Equatable {
    case none, nodes, ties

    var idCount: Int { self == .ties ? 2 : 1 }
  }

  private var cursor: TextCursor
  private var builder: GraphBuilder
  private var table = Table.none
  /// The names of the columns beyond the identifiers, once the line with the headings was read.
  private var headings: [String]?
  private var stated = Set<String>()

  init(_ cursor: TextCursor) {
    self.cursor = cursor
    builder = GraphBuilder(file: cursor.file, bytes: cursor.bytes)
    builder.isDirectedByDefault = true
  }

  mutating func document() throws(BuzzlineError) -> GraphDocument {
    var hasTable = false
    while let line = try cursor.nextLine(commas: true) {
      guard let first = line.first else { continue }
      if !first.isQuoted, first.text.hasPrefix("*") {
        try begin(line)
        hasTable = true
      } else if table == .none {
        throw cursor.error(
          at: first.offset, "This line is in no table; a table begins with '*Node data' or '*Tie data'.")
      } else if headings == nil {
        try takeHeadings(line)
      } else {
        try takeRow(line)
      }
    }
    guard hasTable else { throw cursor.error(at: 0, "The file has neither '*Node data' nor '*Tie data'.") }
    return try builder.document()
  }

  private mutating func begin(_ line: [TextCursor.Token]) throws(BuzzlineError) {
    (headings, stated) = (nil, [])
    switch line.prefix(2).map(\.keyword) {
    case ["*node", "data"], ["*node", "properties"]: table = .nodes
    case ["*tie", "data"]: table = .ties
    default:
      throw cursor.error(
        at: line[0].offset, "No table of that name is read: '*Node data', '*Node properties' and '*Tie data' are.")
    }
  }

  private mutating func takeHeadings(_ line: [TextCursor.Token]) throws(BuzzlineError) {
    guard line.count >= table.idCount else {
      throw cursor.error(
        at: line[0].offset, "The line of headings names no column \(table == .ties ? "FROM and TO" : "ID").")
    }
    var names = line.dropFirst(table.idCount).map(\.text)
    if table == .ties, !names.contains("weight"),
      let strength = names.firstIndex(where: { $0.lowercased() == "strength" })
    {
      names[strength] = "weight"
    }
    for (column, name) in names.enumerated() {
      guard !name.isEmpty, !names[..<column].contains(name) else {
        throw cursor.error(
          at: line[table.idCount + column].offset, "The heading '\(name.excerpt)' stands twice, or is empty.")
      }
      if table == .ties { builder.tieAttributes.note(name) } else { builder.nodeAttributes.note(name) }
    }
    headings = names
  }

  private mutating func takeRow(_ line: [TextCursor.Token]) throws(BuzzlineError) {
    let names = headings ?? []
    guard line.count >= table.idCount else {
      throw cursor.error(at: line[0].offset, "A tie needs two nodes; only one stands here.")
    }
    guard line.count <= table.idCount + names.count else {
      throw cursor.error(
        at: line[table.idCount + names.count].offset,
        "This line has \(line.count) cells under \(table.idCount + names.count) headings; a text with blanks needs quotes."
      )
    }
    var values: [String: String] = [:]
    for (name, word) in zip(names, line.dropFirst(table.idCount)) { values[name] = word.text }
    if table == .ties {
      let (source, target) = (try node(line[0]), try node(line[1]))
      builder.addTie(from: source, to: target, attributes: values, isDirected: true, line: line[0].line)
      return
    }
    guard stated.insert(line[0].text).inserted else {
      throw cursor.error(at: line[0].offset, "The node '\(line[0].text.excerpt)' stands in the table a second time.")
    }
    builder.add(values, toNode: try node(line[0]))
  }

  /// The position of a node, which is new where no line above named it.
  private mutating func node(_ word: TextCursor.Token) throws(BuzzlineError) -> Int {
    if let known = builder.position(of: word.text) { return known }
    return try builder.addNode(word.text, at: word.spot)
  }
}
