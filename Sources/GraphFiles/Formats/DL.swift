internal import KnowledgeNetworks

/// UCINET's data language
/// ([guide](https://sites.google.com/site/ucinetsoftware/document/ucinethelp)).
///
/// Matrices (whole, or their upper or lower half), lists of ties and lists of partners are read, of one mode (`n`) or
/// two (`nr`, `nc`), and several relations (`nm`), which become the attribute `relation`. In a matrix 0 is no tie and
/// `na` is not known, which a remark counts. Halves of matrices and two modes have no direction, all else has one.
/// Node numbers are running numbers: where every node has a label of its own, labels are the identifiers, else the
/// numbers are and a label is the `name`.
enum DL: GraphFileReader {
  static func read(_ bytes: [UInt8], file: String) throws(BuzzlineError) -> GraphDocument {
    var words = DLWords(try TextCursor(bytes, file: file))
    let header = try DLHeader(from: &words)
    var reading = DLReading(header, words: words)
    return try reading.document()
  }

  static func write(_ document: GraphDocument) -> [UInt8] {
    var text: [UInt8] = []
    var relations: [String] = []
    var tiesOf: [String: [GraphDocument.Tie]] = [:]
    for tie in document.ties {
      let relation = tie.attributes["relation"] ?? ""
      if tiesOf[relation] == nil { relations.append(relation) }
      tiesOf[relation, default: []].append(tie)
    }
    let isStated = relations.contains { !$0.isEmpty }
    let matrices = isStated ? " nm=\(relations.count)" : ""
    let (rows, count) = (document.firstModeCount, document.nodes.count)
    if let rows {
      text.append(line: "dl nr=\(rows) nc=\(count - rows)\(matrices)")
      text.append(line: "format=edgelist2")
      append("row labels", document.nodes[..<rows].map(\.id), to: &text)
      append("column labels", document.nodes[rows...].map(\.id), to: &text)
    } else {
      text.append(line: "dl n=\(count)\(matrices)")
      text.append(line: "format=edgelist1")
      append("labels", document.nodes.map(\.id), to: &text)
    }
    if isStated { append("matrix labels", relations, to: &text) }
    text.append(line: "data:")
    for (number, relation) in relations.enumerated() {
      if number > 0 { text.append(line: "!") }
      for tie in tiesOf[relation] ?? [] { append(tie, of: document, to: &text) }
    }
    return text
  }

  private static func append(_ heading: String, _ labels: [String], to text: inout [UInt8]) {
    guard !labels.isEmpty else { return }
    text.append(line: heading + ":")
    for label in labels { text.append(line: QuotedText.encoded(label)) }
  }

  /// A tie of the list; without direction in one mode, both ways.
  private static func append(_ tie: GraphDocument.Tie, of document: GraphDocument, to text: inout [UInt8]) {
    let weight = tie.attributes["weight"].flatMap { $0.isNumber ? " " + $0 : nil } ?? ""
    guard let rows = document.firstModeCount else {
      text.append(line: "\(tie.source + 1) \(tie.target + 1)\(weight)")
      if !document.isDirected, tie.source != tie.target {
        text.append(line: "\(tie.target + 1) \(tie.source + 1)\(weight)")
      }
      return
    }
    let ends = [tie.source, tie.target].sorted()
    text.append(line: "\(ends[0] + 1) \(ends[1] - rows + 1)\(weight)")
  }
}

/// The words of a DL file, which may run over lines.
struct DLWords {
  private(set) var cursor: TextCursor
  private var words: ArraySlice<TextCursor.Token> = []

  init(_ cursor: TextCursor) { self.cursor = cursor }

  /// The next word without taking it.
  mutating func peek() throws(BuzzlineError) -> TextCursor.Token? {
    while words.isEmpty {
      guard let line = try cursor.nextLine(commas: true) else { return nil }
      words = line[...]
    }
    return words.first
  }

  mutating func next() throws(BuzzlineError) -> TextCursor.Token? {
    _ = try peek()
    return words.popFirst()
  }

  /// The next word of the header: up to a colon or an equals sign, which are left out.
  mutating func nextKeyword() throws(BuzzlineError) -> TextCursor.Token? {
    while var word = try next() {
      guard !word.isQuoted, let mark = word.text.firstIndex(where: { ":=".contains($0) }) else { return word }
      let rest = word.text[word.text.index(after: mark)...]
      if !rest.isEmpty {
        var after = word
        after.text = String(rest)
        after.offset += word.text[...mark].utf8.count
        words = [after] + words
      }
      word.text = String(word.text[..<mark])
      if !word.text.isEmpty { return word }
    }
    return nil
  }

  /// The words left of the line that was begun, else those of the next line that has any.
  mutating func nextLine() throws(BuzzlineError) -> [TextCursor.Token]? {
    guard try peek() != nil else { return nil }
    defer { words = [] }
    return Array(words)
  }

  func error(at word: TextCursor.Token?, _ message: String) -> BuzzlineError {
    cursor.error(at: word?.offset ?? cursor.bytes.count, message)
  }
}
