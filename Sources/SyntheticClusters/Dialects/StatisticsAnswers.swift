internal import DataFiles
internal import KnowledgeNetworks

/// A data file of SPSS or Stata: choices as numbers with labels, a missing value of its own for what was seen and left
/// empty, -9 in SPSS and `.a` in Stata, and the system's missing value for what was not shown.
///
/// Texts have no missing value: there -9 stands as a text, and an empty one was not shown.
struct StatisticsAnswers: NumberedDialect {
  let program: StatisticsFile.Program
  var fileName: String { program == .spss ? "answers.sav" : "answers.dta" }
  let wording = QuestionWording.english
  let tellsNotShown = true
  let codes = AnswerCodes(yes: "1", no: "2", choice: .number, unanswered: .init("\(Self.leftEmpty)"))
  private static let leftEmpty = -9

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      ExportColumn("case_number", "Number of the case") { "\($0.number)" },
      ExportColumn("is_finished", "Whether the questionnaire was seen to its end") { $0.isFinished ? "1" : "0" },
    ]
    return own + questionnaire.columns.map { ExportColumn([heading(of: $0), label(of: $0)], $0) }
  }

  func export(of questionnaire: Questionnaire) -> SyntheticFile {
    SyntheticFile(name: fileName, blockCount: 1) { _ throws(BuzzlineError) in
      let columns = columns(of: questionnaire)
      let rows = questionnaire.rows.map { cells($0, columns, of: questionnaire) }
      let variables = columns.enumerated().map { place, column in
        variable(column, texts: rows.map { $0[place] }, of: questionnaire)
      }
      let file = StatisticsFile(variables)
      return try program == .spss ? file.spssBytes(file: fileName) : file.stataBytes(file: fileName)
    }
  }

  private func variable(
    _ column: ExportColumn, texts: [String?], of questionnaire: Questionnaire
  ) -> StatisticsFile.Variable {
    let (name, label) = (column.headings[0], column.headings[1])
    let numbers = StatisticsFile.Values.numbers(texts.map { $0.flatMap(Double.init) })
    guard case .answer(let asked) = column.content else {
      return StatisticsFile.Variable(name, label: label, values: numbers)
    }
    guard !asked.subject.isText else {
      return StatisticsFile.Variable(name, label: label, values: .texts(texts.map { $0 ?? "" }))
    }
    let answers: [Questionnaire.Answer] = asked.subject.isGate ? [.yes, .no] : questionnaire.choices(of: asked.subject)
    var labels = [Double(Self.leftEmpty): "no answer"]
    for answer in answers {
      guard let code = text(of: answer, in: asked.subject).flatMap(Double.init) else { continue }
      labels[code] = Self.label(of: answer)
    }
    return StatisticsFile.Variable(
      name, label: label, values: numbers, valueLabels: labels, missing: [Double(Self.leftEmpty)])
  }

  private static func label(of answer: Questionnaire.Answer) -> String {
    switch answer {
    case .yes: "yes"
    case .no: "no"
    case .choice(_, let label), .text(let label): label
    case .unanswered, .notShown: ""
    }
  }

  var mapping: MappingNotes {
    let (name, missing) = program == .spss ? ("SPSS", "-9") : ("Stata", ".a")
    return MappingNotes(
      about: ["A data file of \(name); the labels of its variables are the texts of the questions."],
      codes: [
        "tie: ['1']", "no_tie: ['2']", "missing: ['\(missing)']  # Seen and left empty.",
        "unstated: not_shown  # The system's missing value: hidden, or not reached.",
      ],
      source: ["headings: {rows: 2, heading: 1, label: 2}  # Names of variables first, then their labels."],
      slotCodes: "{no_tie: ['-9']}  # Texts have no missing values.")
  }
}

extension Questionnaire.Subject {
  fileprivate var isGate: Bool { if case .gate = self { true } else { false } }
}
