internal import DataFiles
internal import KnowledgeNetworks

/// How a survey tool writes exports: what tells it, where its headings stand, what its codes mean.
///
/// A dialect is one file of this folder and one line of ``all``.
struct ExportDialect: Sendable {
  /// The tool's name, with the sort of export in brackets where it writes several.
  let name: String
  /// The tool's name.
  var tool: String { name.components(separatedBy: " (")[0] }
  /// Rows of headings, and which of them names the columns, has the texts of questions or Qualtrics' numbers.
  var rows = 1
  var heading = 1
  var label: Int?
  var importNumber: Int?
  /// What joins questions with the choices below them, where two rows of headings do.
  var joint: String?
  /// Sets of headings, in small letters, each of which tells the tool if all of it is there.
  let marks: [Set<String>]
  /// What else must hold of the first rows.
  var isFurtherMarked: @Sendable (Sheet) -> Bool = { _ in true }
  /// Headings of who answered, in small letters, the best first.
  var respondents: [String] = []
  /// Columns that the list of participants brings along, by the whole heading in small letters, of tools that number
  /// all others.
  var participants: String?
  /// Headings of the person who filled in the form, in small letters: never what the organisation is called.
  var persons: Set<String> = []
  /// Which rows are answers.
  var kept: [DraftCondition] = []
  var codes = DraftCodes()
  /// Columns of the tool itself, by the whole heading in small letters.
  var technical = ""
  /// Whether a cell that was shown and left empty is a choice that was not ticked.
  var emptyIsUnticked = false
  /// Whether cells list several choices as words with blanks between them.
  var partsChoicesByBlanks = false
  /// How headings end, in small letters, that say whether a form was completed, and what they then hold or do not.
  var completed: (ending: String, text: String, isAllowed: Bool)?
  /// The heading, in small letters, that says which form of an interview a row repeats.
  var repeating: String?
  /// Whether a row is one partner of a respondent.
  var isLong = false
  /// What joins a question with each of its choices, which are true or false, where no other rule tells them.
  var choiceJoint: String?
  /// How a file of partners finds its interviews, by the headings it has; the first that fits counts.
  var interviews: [DraftLink] = []
  /// How a file of ties among partners finds both ends.
  var ends: [(source: DraftLink, target: DraftLink)] = []
  /// What an analyst should know before using the export.
  var advice: [String] = []

  /// The dialects by how surely their marks tell them, the surest first.
  static let all: [ExportDialect] = [
    .qualtrics, .qualtricsLegacy, .limeSurveyVV, .limeSurvey, .limeSurveyTexts, .unipark, .sosci, .surveyMonkey,
    .redcap,
    .kobo, .odk, .networkCanvas, .egorWide, .egor, .microsoftForms, .googleForms,
  ]

  /// The dialect of a sheet; `nil` if it is none of them.
  static func recognised(in sheet: Sheet) -> ExportDialect? { all.first { $0.recognises(sheet) } }

  /// The condition under which a form was completed, where one column says so.
  func completion(in table: ExportTable) -> String? {
    guard let completed else { return nil }
    let columns = table.headings.indices.filter { table.headings[$0].lowercased().hasSuffix(completed.ending) }
    let verb = completed.isAllowed ? "is" : "is_not"
    return columns.count == 1
      ? "{column: \(columns[0].selector(in: table)), \(verb): \(yaml(completed.text))}" : nil
  }

  /// The dialect whose marks are among some headings.
  static func marked(by headings: [String]) -> ExportDialect? {
    let headings = Set(headings.map { $0.lowercased() })
    return all.first { dialect in dialect.marks.contains { $0.isSubset(of: headings) } }
  }

  private func recognises(_ sheet: Sheet) -> Bool {
    guard sheet.rowCount >= rows else { return false }
    let headings = Set((0..<sheet.width(of: 0)).map { sheet.text(headingRow, $0).lowercased() })
    return marks.contains { $0.isSubset(of: headings) } && isFurtherMarked(sheet)
  }

  /// Whether a column names the person who filled in the form.
  func names(person heading: String) -> Bool { persons.contains(heading.lowercased()) }

  /// The row that names the columns, from 0.
  var headingRow: Int { heading - 1 }
}

/// How a file of an export in several finds another of its files; headings are in small letters.
struct DraftLink: Sendable {
  /// The columns that hold the key, and those of the other file that hold it.
  let key: [String]
  let end: [String]
  /// Headings that this file has and the other has not.
  var own: [String] = []
  /// The heading of the column that names the other file, where a tool has one.
  var table: String?
  /// What the joined headings begin with.
  var name: String?
  /// The other file, as an analyst may look for it.
  let other: String

  /// Whether a file with these headings has such a key.
  func fits(_ headings: [String]) -> Bool { Set(key + own).isSubset(of: headings) }
  /// Whether a file with these headings may be the other one.
  func leads(to headings: [String]) -> Bool {
    Set(end).isSubset(of: headings) && Set(own).isDisjoint(with: headings)
  }
}

/// A condition of a row, with the reason for it.
struct DraftCondition: Sendable {
  /// The heading in small letters.
  let heading: String
  let isAllowed: Bool
  let texts: [String]
  let reason: String
}

/// Code lists as a tool writes them.
struct DraftCodes: Sendable {
  var tie: [String] = ["1", "Y", "Yes", "Ja", "TRUE", "True"]
  var noTie: [String] = ["0", "N", "No", "Nein", "FALSE", "False"]
  var missing: [String] = ["N/A", "-99", "-9", "-", "k. A.", "keine Angabe"]
  var notShown: [String] = []
  /// What choices hold that were seen and left open, where that is a code of its own.
  var open: [String] = []
  /// What a cell says in which nothing was stated: missing, not_shown or no_tie.
  var unstated = "missing"
  var reason = ""

  /// What codes mean by the labels of a file that stand for a tick, and for none.
  static let ticked = DraftCodes().tie + ["genannt", "ausgewählt", "gewählt", "mentioned", "selected", "checked"]
  static let unticked =
    DraftCodes().noTie
    + ["nicht genannt", "nicht ausgewählt", "nicht gewählt", "not mentioned", "not selected", "unchecked"]
}
