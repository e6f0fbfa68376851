internal import DataFiles
internal import KnowledgeNetworks

/// How columns become answers to questions that are not about partners: benefits, barriers, numbers of staff.
struct QuestionMapping {
  let node: MappingNode
  /// What the question is called: a text, or what is read from the heading of each of its columns.
  let id: AnswerPart
  let columns: ColumnSelector
  let text: String
  let scale: String
  /// The possible answers, the lowest first.
  let levels: [String]
  /// What codes stand for.
  let map: [String: String]?
  /// Which texts are no answers.
  let codes: CodeLists

  private static let keys = ["id", "columns", "text", "scale", "levels", "map", "codes"]

  init(_ node: MappingNode, codes general: CodeLists) throws(BuzzlineError) {
    let keys = try node.keys(Self.keys)
    self.node = node
    let name = try keys.required("id")
    id = name.isText ? AnswerPart(constant: try name.text(), name) : try AnswerPart(name)
    columns = try ColumnSelector(try keys.required("columns"))
    text = try keys["text"]?.text() ?? ""
    if let scale = keys["scale"] {
      let word: QuestionScale = try scale.word()
      self.scale = word.rawValue
    } else {
      scale = ""
    }
    levels = try keys["levels"]?.texts() ?? []
    guard levels.allSatisfy({ !$0.contains("|") }) else { throw node.refused("A level cannot hold the sign |.") }
    map = try keys["map"]?.dictionary()
    codes = if let lists = keys["codes"] { try CodeLists(lists, over: general) } else { general }
  }
}

/// One answer as an export makes it.
struct MappedAnswer {
  let question: String
  let answer: String
  let cell: Sheet.Position
}

/// Reads the answers to one question from the rows of an export.
struct QuestionReader {
  private let mapping: QuestionMapping
  private let table: ExportTable
  private let columns: [SelectedColumn]
  /// What the question is called, for each of its columns.
  private let names: [String]

  init(_ mapping: QuestionMapping, in table: ExportTable) throws(BuzzlineError) {
    (self.mapping, self.table) = (mapping, table)
    columns = try mapping.columns.columns(of: table)
    let id = try BoundPart(mapping.id, for: columns, in: table)
    var names: [String] = []
    for index in columns.indices {
      let numbers = try id.numbers(row: 0, index: index, column: nil, code: nil)
      names.append(table.pool[numbers.first ?? 0])
    }
    guard Set(names).count == names.count else {
      throw mapping.node.refused("Several columns are called the same question; 'id: {from: …}' tells them apart.")
    }
    self.names = names
  }

  /// The rows of `questions.csv`.
  var descriptions: [[String]] {
    names.map { [$0, mapping.text, mapping.scale, mapping.levels.joined(separator: "|")] }
  }

  /// The answers of a row, and what became of its cells.
  func answers(row: Int) throws(BuzzlineError) -> (answers: [MappedAnswer], counts: CellCounts) {
    var (answers, counts): ([MappedAnswer], CellCounts) = ([], CellCounts())
    for (column, name) in zip(columns, names) {
      let text = table.sheet.text(row, column.column)
      let codebook = table.sheet.codebooks[column.column]
      let said = mapping.codes.meaning(
        of: text, isUnstated: table.sheet.isUnstated(row, column.column), codebook)
      guard !text.isEmpty, said.map({ !$0.isMissing }) ?? true else {
        counts.missing += 1
        continue
      }
      let cell = Sheet.Position(row, column.column)
      answers.append(MappedAnswer(question: name, answer: try meaning(of: text, codebook, at: cell), cell: cell))
      counts.answers += 1
    }
    return (answers, counts)
  }

  private func meaning(
    of text: String, _ codebook: Sheet.Codebook?, at cell: Sheet.Position
  ) throws(BuzzlineError) -> String {
    guard let map = mapping.map else { return mapping.scale == "numeric" ? text : codebook?.labels[text] ?? text }
    guard let meant = map[text] else {
      throw BuzzlineError(
        .invalidValue, at: table.sheet.place(cell),
        "'\(text.excerpt)' is none of the answers that line \(mapping.node.place.line ?? 0) of the mapping knows."
          + suggestion(for: text, in: Array(map.keys)))
    }
    return meant
  }
}
