internal import KnowledgeNetworks

typealias Cell = FindingsTable.Cell

/// A column of a table and how a row fills it.
struct TableColumn<Row>: Sendable {
  var column: FindingsTable.Column
  let cell: @Sendable (Row) -> Cell

  init(_ heading: String, _ unit: FindingsTable.Column.Unit, cell: @escaping @Sendable (Row) -> Cell) {
    column = FindingsTable.Column(heading, unit)
    self.cell = cell
  }

  /// Text from the data.
  static func text(_ heading: String, _ text: @escaping @Sendable (Row) -> String?) -> Self {
    Self(heading, .text) { .text(text($0)) }
  }

  /// A word of ours.
  static func word(_ heading: String, _ word: @escaping @Sendable (Row) -> String?) -> Self {
    Self(heading, .text) { word($0).map(Cell.word) ?? .undefined }
  }

  /// Words of ours with values among them, or names as people read them, for a report.
  static func words(_ heading: String, _ words: @escaping @Sendable (Row) -> Paragraph?) -> Self {
    Self(heading, .text) { .words(words($0)) }
  }

  /// The same column under a heading that readers see in their language.
  func headed(_ heading: Paragraph) -> Self {
    var headed = Self(heading.text, column.unit, cell: cell)
    headed.column.words = heading
    return headed
  }

  static func yesOrNo(_ heading: String, _ answer: @escaping @Sendable (Row) -> Bool?) -> Self {
    .word(heading) { answer($0).map { $0 ? "yes" : "no" } }
  }

  static func count(_ heading: String, _ count: @escaping @Sendable (Row) -> Int?) -> Self {
    Self(heading, .count) { .count(count($0)) }
  }

  static func number(_ heading: String, _ number: @escaping @Sendable (Row) -> Double?) -> Self {
    Self(heading, .number) { .number(number($0)) }
  }

  static func share(_ heading: String, _ share: @escaping @Sendable (Row) -> Double?) -> Self {
    Self(heading, .share) { .number(share($0)) }
  }

  static func p(_ heading: String, _ p: @escaping @Sendable (Row) -> Double?) -> Self {
    Self(heading, .p) { .number(p($0)) }
  }

  /// Who an actor is: `id`, `name`, `kind` and `cluster`, each heading after a prefix.
  static func identity(prefix: String = "", of actor: @escaping @Sendable (Row) -> NamedActor) -> [TableColumn<Row>] {
    [
      .text(prefix + "id") { actor($0).id }, .text(prefix + "name") { actor($0).name },
      .text(prefix + "kind") { actor($0).kind }, .text(prefix + "cluster") { actor($0).cluster },
    ]
  }
}

extension TableColumn<Int> {
  /// The scores of a measure under their name or another, in the one style of headings: `in_degree`.
  init(_ scores: ActorScores, as heading: String? = nil) {
    self = .number((heading ?? scores.measure).replacing("-", with: "_")) { scores[$0] }
  }
}

extension FindingsTable {
  /// Fills columns for every row.
  init<Row>(_ name: String, rows: some Sequence<Row>, _ columns: TableColumn<Row>...) {
    self.init(name, rows: rows, columns: columns)
  }

  /// Fills columns, list beside list, for every row.
  init<Row>(_ name: String, rows: some Sequence<Row>, columns: [TableColumn<Row>]...) {
    let columns = columns.flatMap(\.self)
    self.init(name, columns: columns.map(\.column), rows: rows.map { row in columns.map { $0.cell(row) } })
  }

  /// Fills columns for many rows, by many threads.
  init<Row: Sendable>(_ name: String, rows: [Row], columns: [TableColumn<Row>], workers: Workers) {
    let block = 512
    let blocks = workers.finished((rows.count + block - 1) / block) { number in
      rows[number * block..<min(rows.count, (number + 1) * block)].map { row in columns.map { $0.cell(row) } }
    }
    self.init(name, columns: columns.map(\.column), rows: Array(blocks.joined()))
  }
}

/// A number of the whole network, with what chance would have made of it where that is known.
struct NetworkFigure: Sendable {
  let name: String
  let value: Cell
  var expected: Double?
  var standardDeviation: Double?
  var z: Double?
  var p: Double?
  let note: String

  static let columns: [TableColumn<NetworkFigure>] = [
    .word("measure") { $0.name }, TableColumn("value", .number) { $0.value }, .number("expected") { $0.expected },
    .number("sd") { $0.standardDeviation }, .number("z") { $0.z }, .p("p") { $0.p }, .word("note") { $0.note },
  ]
}

extension NetworkFigure {
  init(_ name: String, _ count: Int?, _ note: String = "") { self.init(name: name, value: .count(count), note: note) }

  init(_ name: String, _ number: Double?, _ note: String) { self.init(name: name, value: .number(number), note: note) }
}
