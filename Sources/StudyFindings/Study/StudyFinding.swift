internal import KnowledgeNetworks

/// What a study found on one topic, of the actors, the groups and the network.
///
/// The tables of a study are the columns and rows of its findings side by side, so a new number is a new line in one of
/// them. Reports take their sentences from the same values.
protocol StudyFinding: Codable, Sendable {
  /// What it adds to each actor's row.
  var actorColumns: [TableColumn<Int>] { get }
  /// What it adds to each group's row.
  var groupColumns: [TableColumn<Int>] { get }
  /// Its numbers of the whole network.
  var networkFigures: [NetworkFigure] { get }
  /// What a careful reader should know.
  var remarks: [String] { get }
}

extension StudyFinding {
  var actorColumns: [TableColumn<Int>] { [] }
  var groupColumns: [TableColumn<Int>] { [] }
  var networkFigures: [NetworkFigure] { [] }
  var remarks: [String] { [] }
}

typealias Cell = FindingsTable.Cell

extension FindingsTable.Cell {
  /// Whether something holds.
  static func yesOrNo(_ answer: Bool?) -> Cell { answer.map { .word($0 ? "yes" : "no") } ?? .undefined }
}

/// A column of a table and how a row fills it.
struct TableColumn<Row>: Sendable {
  let column: FindingsTable.Column
  let cell: @Sendable (Row) -> Cell

  init(_ heading: String, _ unit: FindingsTable.Column.Unit, cell: @escaping @Sendable (Row) -> Cell) {
    column = FindingsTable.Column(heading, unit)
    self.cell = cell
  }
}

extension TableColumn<Int> {
  /// The scores of a measure under their name or another, in the one style of headings: `in_degree`.
  init(_ scores: ActorScores, as heading: String? = nil) {
    self.init((heading ?? scores.measure).replacing("-", with: "_"), .number) { .number(scores[$0]) }
  }
}

extension FindingsTable {
  /// Fills the columns for every row.
  init<Row>(_ name: String, _ columns: [TableColumn<Row>], rows: some Sequence<Row>) {
    self.init(name, columns: columns.map(\.column), rows: rows.map { row in columns.map { $0.cell(row) } })
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
  var note = ""

  static let columns: [TableColumn<NetworkFigure>] = [
    TableColumn("measure", .text) { .word($0.name) },
    TableColumn("value", .number) { $0.value },
    TableColumn("expected", .number) { .number($0.expected) },
    TableColumn("sd", .number) { .number($0.standardDeviation) },
    TableColumn("z", .number) { .number($0.z) },
    TableColumn("p", .p) { .number($0.p) },
    TableColumn("note", .text) { .word($0.note) },
  ]
}
