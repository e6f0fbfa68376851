internal import ClusterSurveys
internal import DataFiles

/// How one survey tool writes the answers to a questionnaire, and the mapping that reads them.
protocol SurveyDialect: SurveyWriter {
  /// The name that the tool gives the export.
  var fileName: String { get }
  var wording: QuestionWording { get }
  /// Whether a row tells a question that was not shown from one that was left empty, so that those who were not asked
  /// may have a row.
  var tellsNotShown: Bool { get }
  /// What it writes for each sort of answer.
  var codes: AnswerCodes { get }
  /// What only the mapping of this tool says.
  var mapping: MappingNotes { get }

  /// The columns of the export, those of the tool itself among them.
  func columns(of questionnaire: Questionnaire) -> [ExportColumn]
  /// What a cell holds for an answer; `nil` where nothing is stated.
  func text(of answer: Questionnaire.Answer, in subject: Questionnaire.Subject) -> String?
  /// How the mapping selects the columns of a subject, of slots all of them with the number as `slot`.
  func selector(of subject: Questionnaire.Subject) -> String
  /// The export itself.
  func export(of questionnaire: Questionnaire) -> SyntheticFile
}

/// A survey tool whose export is delimited text.
protocol DelimitedDialect: SurveyDialect {
  var layout: DelimitedLayout { get }
}

/// A tool that numbers slots behind the name of their question: `v_21_3`.
protocol NumberedDialect: SurveyDialect {
  /// What the tool calls a question: its code, where it does not number questions itself.
  func name(of subject: Questionnaire.Subject) -> String
  /// The name of a column: that of the question, and the number of the slot.
  func heading(of column: Questionnaire.Column) -> String
  /// The text of a column: that of the question, and the number of the slot.
  func label(of column: Questionnaire.Column) -> String
}

extension NumberedDialect {
  func name(of subject: Questionnaire.Subject) -> String { wording.question(subject).code }

  func heading(of column: Questionnaire.Column) -> String {
    name(of: column.subject) + (column.slot.map { "_\($0)" } ?? "")
  }

  func label(of column: Questionnaire.Column) -> String {
    wording.question(column.subject).text + (column.slot.map { " (\($0))" } ?? "")
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    let name = name(of: subject)
    return subject.isInSlots ? "{match: \((name + #"_(?<slot>\d+)"#).asYAML)}" : name.asYAML
  }
}

/// A column of an export: what stands above it, row by row, and what below.
struct ExportColumn: Sendable {
  enum Content: Sendable {
    case answer(Questionnaire.Column)
    /// What the tool itself records of a row.
    case record(@Sendable (Questionnaire.Row) -> String?)
  }

  let headings: [String]
  let content: Content

  init(_ headings: [String], _ column: Questionnaire.Column) { (self.headings, content) = (headings, .answer(column)) }

  init(_ headings: String..., record: @escaping @Sendable (Questionnaire.Row) -> String?) {
    (self.headings, content) = (headings, .record(record))
  }
}

extension SurveyDialect {
  func text(of answer: Questionnaire.Answer, in subject: Questionnaire.Subject) -> String? {
    codes.text(of: answer, in: subject)
  }

  /// The questionnaire as this tool holds it.
  func questionnaire(of survey: SyntheticSurvey) -> Questionnaire {
    Questionnaire(of: survey, in: wording, listsUnasked: tellsNotShown)
  }

  /// The rows of headings.
  func headings(_ columns: [ExportColumn]) -> [[String]] {
    (0..<(columns.first?.headings.count ?? 0)).map { row in columns.map { $0.headings[row] } }
  }

  /// The cells of a row, as programs that store cells take them; `nil` states nothing.
  func cells(_ row: Questionnaire.Row, _ columns: [ExportColumn], of questionnaire: Questionnaire) -> [String?] {
    columns.map { column in
      switch column.content {
      case .record(let text): text(row)
      case .answer(let asked): text(of: questionnaire.answer(row, asked), in: asked.subject)
      }
    }
  }

  /// The export and `mapping.yaml`, which also describes the actors.
  func files(of survey: SyntheticSurvey) -> [SyntheticFile] {
    let questionnaire = questionnaire(of: survey)
    return [export(of: questionnaire), mappingFile(of: questionnaire)]
  }
}

extension DelimitedDialect {
  func export(of questionnaire: Questionnaire) -> SyntheticFile {
    let columns = columns(of: questionnaire)
    var head = layout.start
    for row in headings(columns) { layout.append(row: row, to: &head) }
    // Some 65,536 cells.
    let blocks = RowBlocks(rows: questionnaire.rows.count, size: max(1, 65_536 / columns.count))
    return SyntheticFile(name: fileName, head: head, blockCount: blocks.count + 1) { number in
      guard number < blocks.count else { return layout.end }
      var bytes: [UInt8] = []
      for row in questionnaire.rows[blocks[number].rows] {
        layout.append(row: cells(row, columns, of: questionnaire), to: &bytes)
      }
      return bytes
    }
  }
}

extension Questionnaire.Row {
  /// An identifier as tools give out, of some sort, that no other row has: `00000007-0000-4000-8000-000000000001`.
  func identifier(_ sort: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(number, 8))-0000-4000-8000-\(padded(sort, 12))"
  }

  /// When it was answered, such as `2024-05-06 09:30:00`.
  var time: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (day, minute) = (6 + number / 540 % 20, number % 540)
    return "\(2024 + wave)-05-\(two(day)) \(two(9 + minute / 60)):\(two(minute % 60)):00"
  }
}
