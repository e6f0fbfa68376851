internal import DataFiles
internal import KnowledgeNetworks

/// A part of an answer bound to the columns of an export: for each cell of a question, where its text comes from.
///
/// Its texts are numbers in the pool of the table, found out once for every different cell.
final class BoundPart {
  private enum Source {
    /// What the headings say, for each column of the question.
    case fixed([FewElements<UInt32>])
    /// Another column of the row, for each column of the question.
    case columns([Int?])
    case cell
    case code
  }

  /// The one column that it is read from for all cells of a row; `nil` where there is none, or they differ.
  let rowColumn: Int?
  /// The one text that it has for all cells of all rows; `nil` where there is none, or they differ.
  private let constant: UInt32?
  private let part: AnswerPart
  private let source: Source
  private let table: ExportTable
  /// What was made of cells of other columns, for each column of the question.
  private var ofCells: [Remembered<FewElements<UInt32>>]
  /// The one text that each cell of ``rowColumn`` has, or 0.
  private var ofRowCells = Remembered<UInt32>()
  /// What was made of texts of the cells themselves.
  private var ofTexts: [String: FewElements<UInt32>] = [:]

  /// - Parameter columns: The columns of the question; one that is empty stands for a whole row.
  /// - Throws: `BuzzlineError` if a capture does not exist, or no column or more than one fits a cell.
  init(_ part: AnswerPart, for columns: [SelectedColumn], in table: ExportTable) throws(BuzzlineError) {
    (self.part, self.table) = (part, table)
    ofCells = columns.map { _ in Remembered() }
    source = try Self.source(of: part, for: columns, in: table)
    rowColumn = if case .columns(let columns) = source, Set(columns).count == 1 { columns[0] } else { nil }
    constant =
      if case .constant = part.origin, case .fixed(let texts) = source, texts.first?.count == 1 {
        texts[0][0]
      } else {
        nil
      }
  }

  private static func source(
    of part: AnswerPart, for columns: [SelectedColumn], in table: ExportTable
  ) throws(BuzzlineError) -> Source {
    switch part.origin {
    case .cell: return .cell
    case .code: return .code
    case .constant(let text):
      let texts = FewElements(try part.texts(of: text, at: part.node.place).map(table.pool.number))
      return .fixed(columns.map { _ in texts })
    case .capture(let name):
      var texts: [FewElements<UInt32>] = []
      for column in columns {
        guard let text = column.captures[name] else {
          throw part.node.refused(
            "No group '\(name.excerpt)' is captured above the column \(table.name(of: column.column)); there are "
              + column.captures.keys.sorted().joined(separator: ", ") + ".")
        }
        texts.append(FewElements(try part.texts(of: text, at: part.node.place).map(table.pool.number)))
      }
      return .fixed(texts)
    case .column(let selector):
      return .columns(try joined(try selector.columns(of: table), to: columns, selector.node, table))
    }
  }

  /// Whether it says the same for all cells of a row, be they ticked or not.
  var isOfRow: Bool {
    if case .constant = part.origin { return true }
    return rowColumn != nil
  }

  /// For each column of a question the column of others that belongs to it: whose captures agree wherever both have one.
  static func joined(
    _ others: [SelectedColumn], to columns: [SelectedColumn], _ node: MappingNode, _ table: ExportTable
  ) throws(BuzzlineError) -> [Int?] {
    var joined: [Int?] = []
    for column in columns {
      let fitting = others.filter { $0.agrees(with: column) }
      guard fitting.count <= 1 else {
        throw node.refused(
          "For the column \(table.name(of: column.column)) more than one fits: \(table.name(of: fitting[0].column)) and "
            + "\(table.name(of: fitting[1].column)); patterns that capture the same names tell them apart.")
      }
      joined.append(fitting.first?.column)
    }
    return joined
  }

  /// The texts for one cell of a question, each as its number in the pool of the table.
  ///
  /// - Parameters:
  ///   - index: The place of its column among those of the question.
  ///   - column: The column of the cell; `nil` where a row is read as a whole, which has no text of its own.
  ///   - code: The code or name of the cell that is read; `nil` where the cell is one.
  func numbers(
    row: Int, index: Int, column: Int?, code: String?
  ) throws(BuzzlineError) -> FewElements<UInt32> {
    switch source {
    case .fixed(let texts): return texts[index]
    case .cell: return try numbers(of: text(row, column), row, column ?? 0)
    case .code: return try numbers(of: code ?? text(row, column), row, column ?? 0)
    case .columns(let columns):
      guard let column = columns[index] else { return .several([]) }
      let number = table.sheet.number(row, column)
      if let known = ofCells[index][number] { return known }
      let texts = try part.texts(of: table.sheet.text(row, column), at: table.sheet.place(row, column))
      let found = FewElements(texts.map(table.pool.number))
      ofCells[index][number] = found
      return found
    }
  }

  private func text(_ row: Int, _ column: Int?) -> String { column.map { table.sheet.text(row, $0) } ?? "" }

  private func numbers(of text: String, _ row: Int, _ column: Int) throws(BuzzlineError) -> FewElements<UInt32> {
    if let known = ofTexts[text] { return known }
    let found = FewElements(try part.texts(of: text, at: table.sheet.place(row, column)).map(table.pool.number))
    ofTexts[text] = found
    return found
  }

  /// The one text for a whole row, by its number in the pool: 0 where there is none, `nil` where there are several.
  func only(row: Int) throws(BuzzlineError) -> UInt32? {
    if let constant { return constant }
    if let rowColumn, let known = ofRowCells[table.sheet.number(row, rowColumn)] { return known }
    let numbers = try numbers(row: row)
    guard numbers.count <= 1 else { return nil }
    if let rowColumn { ofRowCells[table.sheet.number(row, rowColumn)] = numbers.first ?? 0 }
    return numbers.first ?? 0
  }

  /// The texts for a whole row.
  func numbers(row: Int) throws(BuzzlineError) -> FewElements<UInt32> {
    try numbers(row: row, index: 0, column: nil, code: nil)
  }

  /// The first text for a whole row.
  func text(row: Int) throws(BuzzlineError) -> String? { try numbers(row: row).first.map { table.pool[$0] } }
}

extension AnswerPart {
  /// The part bound to a whole row of an export.
  func bound(to table: ExportTable) throws(BuzzlineError) -> BoundPart {
    try BoundPart(self, for: [SelectedColumn(column: 0, captures: [:])], in: table)
  }
}

extension SelectedColumn {
  /// What every column has, whatever the pattern.
  private static let implied: Set<String> = ["heading", "label", "position", "index"]

  /// What the pattern captured.
  var named: [String: String] { captures.filter { !Self.implied.contains($0.key) } }

  /// Whether two columns say the same wherever both have captured something of that name.
  func agrees(with other: SelectedColumn) -> Bool {
    named.allSatisfy { key, text in other.captures[key].map { $0 == text } ?? true }
  }
}
