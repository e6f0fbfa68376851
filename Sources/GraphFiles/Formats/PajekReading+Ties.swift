internal import KnowledgeNetworks

extension PajekReading {
  mutating func takeTie(
    _ tokens: [TextCursor.Token], isDirected: Bool, relation: String?
  ) throws(BuzzlineError) {
    var (line, relation) = (tokens[...], relation)
    if let first = line.first, first.text.hasSuffix(":"), first.text.count > 1 {
      relation = String(line.removeFirst().text.dropLast())
    }
    guard line.count >= 2 else { throw cursor.error(at: tokens[0].offset, "A tie needs the numbers of two nodes.") }
    let (source, target) = (try node(line.removeFirst()), try node(line.removeFirst()))
    var attributes: [String: String] = [:]
    if let weight = line.first, weight.isQuoted ? line.count % 2 == 1 : weight.text.isNumber {
      attributes["weight"] = line.removeFirst().text
    }
    for (name, value) in try parameters(line, isNode: false) {
      attributes[name] = value
      builder.tieAttributes.note(name)
    }
    add(source, target, attributes, isDirected, relation, tokens[0].line)
  }

  mutating func takeList(_ line: [TextCursor.Token], isDirected: Bool, relation: String?) throws(BuzzlineError) {
    let source = try node(line[0])
    for token in line.dropFirst() { add(source, try node(token), [:], isDirected, relation, token.line) }
  }

  private mutating func add(
    _ source: Int, _ target: Int, _ attributes: [String: String], _ isDirected: Bool, _ relation: String?, _ line: Int
  ) {
    var attributes = attributes
    attributes["relation"] = relation
    builder.addTie(from: source, to: target, attributes: attributes, isDirected: isDirected, line: line)
  }

  var shape: (rows: Int, columns: Int) {
    let total = count ?? 0
    return firstModeCount.map { ($0, total - $0) } ?? (total, total)
  }

  mutating func takeCells(_ line: [TextCursor.Token]) throws(BuzzlineError) {
    let (rows, columns) = shape
    for token in line {
      guard token.text.isNumber else {
        throw cursor.error(at: token.offset, "'\(token.text.excerpt)' is no number, as each cell of a matrix is.")
      }
      guard matrix.cells.count < rows * columns else {
        throw cursor.error(at: token.offset, "The matrix has more than \(rows) × \(columns) cells.")
      }
      matrix.append(token)
    }
  }

  mutating func addMatrixTies(relation: String?) {
    let columns = shape.columns
    for (cell, weight) in matrix.ties {
      let attributes = weight.map { ["weight": $0] } ?? [:]
      let (row, column) = (cell / columns, cell % columns)
      add(row, (firstModeCount ?? 0) + column, attributes, firstModeCount == nil, relation, matrix.lines[cell])
    }
  }
}
