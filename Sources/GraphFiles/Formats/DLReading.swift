internal import KnowledgeNetworks

/// The data of a DL file.
struct DLReading {
  private typealias Word = TextCursor.Token

  /// The labels of one mode, which a list of ties may tell as it goes.
  private struct Mode {
    let count: Int
    var labels: [String]
    private(set) var positions: [String: Int] = [:]

    init(count: Int, labels: [String]) {
      (self.count, self.labels) = (count, [])
      for label in labels { _ = add(label) }
    }

    /// The position of a new label; `nil` where there are as many as declared.
    mutating func add(_ label: String) -> Int? {
      guard labels.count < count else { return nil }
      labels.append(label)
      if positions[label] == nil { positions[label] = labels.count - 1 }
      return labels.count - 1
    }
  }

  private let header: DLHeader
  private var words: DLWords
  private var builder: GraphBuilder
  private var rows: Mode
  private var columns: Mode
  private var missingCount = 0

  init(_ header: DLHeader, words: DLWords) {
    (self.header, self.words) = (header, words)
    builder = GraphBuilder(file: words.cursor.file, bytes: words.cursor.bytes)
    rows = Mode(count: header.rows, labels: header.rowLabels)
    columns = Mode(count: header.columns, labels: header.hasTwoModes ? header.columnLabels : header.rowLabels)
  }

  private var areDirected: Bool { !header.hasTwoModes && !header.format.isHalf }

  mutating func document() throws(BuzzlineError) -> GraphDocument {
    if header.format.isMatrix { try takeMatrices() } else { try takeLists() }
    if let word = try words.peek() {
      throw words.error(at: word, "The data are complete above, but here '\(word.text.excerpt)' stands.")
    }
    builder.isDirectedByDefault = areDirected
    try addNodes()
    if missingCount > 0 {
      builder.remarks.append(
        Remark(
          "missing-cells", "\(missingCount) cells of the matrix are not known; they are read as no ties.",
          at: Place(file: words.cursor.file)))
    }
    return try builder.document(firstModeCount: header.hasTwoModes ? header.rows : nil)
  }

  private mutating func addNodes() throws(BuzzlineError) {
    func padded(_ mode: Mode) -> [String?] {
      mode.labels + [String?](repeating: nil, count: mode.count - mode.labels.count)
    }
    let labels = padded(rows) + (header.hasTwoModes ? padded(columns) : [])
    let settled = NumberedLabels(labels, numbers: labels.indices.map { String($0 + 1) })
    for (id, name) in zip(settled.ids, settled.names) {
      try builder.addNode(id, attributes: name.map { ["name": $0] } ?? [:], at: Spot(line: 1))
    }
  }

  private func relation(_ matrix: Int) -> String? {
    header.matrices == 1 && header.matrixLabels.isEmpty
      ? nil : matrix < header.matrixLabels.count ? header.matrixLabels[matrix] : String(matrix + 1)
  }

  private mutating func addTie(
    _ row: Int, _ column: Int, weight: String?, matrix: Int, line: Int
  ) {
    var attributes: [String: String] = [:]
    attributes["weight"] = weight
    attributes["relation"] = relation(matrix)
    builder.addTie(
      from: row, to: header.hasTwoModes ? header.rows + column : column, attributes: attributes,
      isDirected: areDirected, line: line)
  }

  // MARK: Matrices

  private mutating func takeMatrices() throws(BuzzlineError) {
    for matrix in 0..<header.matrices {
      var (cells, places) = (MatrixCells(), [(row: Int, column: Int)]())
      if header.areColumnsEmbedded { try takeColumnLabels(isFirst: matrix == 0) }
      for row in 0..<header.rows {
        let position = header.areRowsEmbedded ? try takeRowLabel(row, isFirst: matrix == 0) : row
        for column in cellRange(ofRow: row) where header.hasDiagonal || header.hasTwoModes || column != row {
          cells.append(try nextCell(row: row, matrix: matrix))
          places.append((position, column))
        }
      }
      for (cell, weight) in cells.ties {
        addTie(places[cell].row, places[cell].column, weight: weight, matrix: matrix, line: cells.lines[cell])
      }
    }
  }

  private func cellRange(ofRow row: Int) -> Range<Int> {
    switch header.format {
    case .upperhalf: row..<header.columns
    case .lowerhalf: 0..<(row + 1)
    default: 0..<header.columns
    }
  }

  private mutating func nextCell(row: Int, matrix: Int) throws(BuzzlineError) -> Word {
    guard var word = try words.next() else {
      throw words.error(at: nil, "The file ends within row \(row + 1) of \(header.rows) of the matrix.")
    }
    if ["na", ".", "nan"].contains(word.keyword) {
      missingCount += 1
      word.text = "0"
    }
    guard word.text.isNumber else {
      throw words.error(at: word, "'\(word.text.excerpt)' is no number, as each cell of a matrix is.")
    }
    return word
  }

  private mutating func takeColumnLabels(isFirst: Bool) throws(BuzzlineError) {
    var labels: [String] = []
    while labels.count < header.columns {
      guard let word = try words.next() else {
        throw words.error(at: nil, "The file ends within the labels of the columns.")
      }
      labels.append(word.text)
    }
    guard isFirst else { return }
    columns = Mode(count: header.columns, labels: labels)
    if !header.hasTwoModes { rows = columns }
  }

  /// Where a row stands: of one mode whose columns are labelled, at its label in any letter case.
  private mutating func takeRowLabel(_ row: Int, isFirst: Bool) throws(BuzzlineError) -> Int {
    guard let word = try words.next() else {
      throw words.error(at: nil, "The file ends before row \(row + 1) of \(header.rows) of the matrix.")
    }
    guard !header.hasTwoModes, header.areColumnsEmbedded else {
      if isFirst {
        if row == 0 { rows = Mode(count: header.rows, labels: []) }
        _ = rows.add(word.text)
      }
      return row
    }
    if row < rows.labels.count, rows.labels[row].lowercased() == word.keyword { return row }
    if let position = rows.positions[word.text] { return position }
    throw words.error(at: word, "The row '\(word.text.excerpt)' is none of the columns.")
  }

  // MARK: Lists

  private mutating func takeLists() throws(BuzzlineError) {
    var matrix = 0
    while let line = try words.nextLine() {
      if line.count == 1, !line[0].isQuoted, line[0].text == "!" {
        matrix += 1
        guard matrix < header.matrices else {
          throw words.error(at: line[0], "More than \(header.matrices) relations stand in the file.")
        }
        continue
      }
      let row = try position(of: line[0], isRow: true)
      if header.format.isNodeList {
        for word in line.dropFirst() {
          addTie(row, try position(of: word, isRow: false), weight: nil, matrix: matrix, line: word.line)
        }
      } else {
        try takeTie(line, from: row, matrix: matrix)
      }
    }
  }

  private mutating func takeTie(_ line: [Word], from row: Int, matrix: Int) throws(BuzzlineError) {
    guard line.count > 1 else { throw words.error(at: line[0], "A tie needs two nodes; only one stands here.") }
    let column = try position(of: line[1], isRow: false)
    if line.count > 2 {
      guard line[2].text.isNumber else {
        throw words.error(at: line[2], "'\(line[2].text.excerpt)' is no number, as the strength of a tie is.")
      }
      guard line.count == 3 else {
        throw words.error(at: line[3], "After two nodes and a strength nothing may stand.")
      }
    }
    addTie(row, column, weight: line.count > 2 ? line[2].text : nil, matrix: matrix, line: line[0].line)
  }

  /// The position of a node that data name by its label or number.
  private mutating func position(of word: Word, isRow: Bool) throws(BuzzlineError) -> Int {
    let isEmbedded = isRow ? header.areRowsEmbedded : header.areColumnsEmbedded
    let isInRows = isRow || !header.hasTwoModes
    let count = isInRows ? rows.count : columns.count
    if !isEmbedded, !word.isQuoted, let number = Int(word.text) {
      guard number >= 1, number <= count else {
        throw words.error(at: word, "'\(word.text)' is no number of a node, which is from 1 to \(count).")
      }
      return number - 1
    }
    if let known = isInRows ? rows.positions[word.text] : columns.positions[word.text] { return known }
    guard isEmbedded else {
      throw words.error(at: word, "'\(word.text.excerpt)' is neither the number nor the label of a node.")
    }
    if let added = isInRows ? rows.add(word.text) : columns.add(word.text) { return added }
    throw words.error(at: word, "'\(word.text.excerpt)' is one node more than the \(count) declared.")
  }
}
