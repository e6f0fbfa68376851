public import DataFiles
internal import Foundation
public import KnowledgeNetworks

/// What was asked and said in a study: the actors, their claims, who answered, and what was set aside on the way.
///
/// The roster is ordered by identifier, so that nothing computed from a survey depends on the order of its rows;
/// ``fileOrder`` keeps the order in which the files named the actors. A study holds claims (``claims`` and
/// ``responses``), ties that need no reconciling (``ties``), or both.
public struct Survey: Sendable {
  /// Every actor, ascending by identifier, numbers in it by their size: `n2` before `n10`.
  public var actors: [NetworkActor]
  /// Roster positions in the order of the actor file, or of first appearance where there is none.
  public var fileOrder: [Int]
  /// Every claim that could be used, in no particular order.
  public var claims: ClaimList
  /// Who answered which item in which wave; empty where the study does not say.
  public var responses: [Response]
  /// Answers to questions that are not about partners, in no particular order; their waves cut no network.
  public var answers: [SurveyAnswer] = []
  /// Questions as the study describes them.
  public var questions: [QuestionDescription] = []
  /// Ties that were given as ties.
  public var ties: TieList
  /// Who takes part in which groups, such as projects or events, where the study says.
  ///
  /// Ties made of them are among ``ties``; those were made of the whole study, so that selecting a part of it changes
  /// no weight.
  public internal(set) var memberships: Memberships?
  /// Whether the given ties have a direction.
  public var isDirected: Bool
  /// What weights of ties and claims say.
  public var weightMeaning: WeightMeaning
  /// Who belongs to the study in which wave.
  public var presence = Presence()
  /// Each file with the rows read, used and set aside.
  public var accounts: [FileAccount]
  /// Doubts and set-aside rows, in the order of the files.
  public var remarks: [Remark]
  /// The labels of the whole study that a person should look at, with what was made of each.
  public internal(set) var nameReview = NameReview()
  /// How the study was read.
  var options = ReadingOptions()
  /// The waves of the whole study, where this is a part of one.
  var wavesOfStudy: [String]?
  /// Whether anybody was asked, be it in another part of the study.
  public var wasAsked: Bool { !claims.isEmpty || statesResponses || !answersElsewhere.isEmpty }
  /// Whether responses say who answered, be it in another part of the study; else claims do.
  var statesResponses: Bool { !responses.isEmpty || responsesElsewhere }
  /// Whether responses were left out of this part of the study.
  var responsesElsewhere = false
  /// The questions that were answered by claims left out of this part of the study.
  var answersElsewhere: [AnsweredQuestion] = []
  /// Where the actors were read from, if there was an actor file that can be read again.
  var actorFile: URL?

  /// Makes a survey of its parts.
  public init(
    actors: [NetworkActor], fileOrder: [Int]? = nil, claims: some Sequence<Claim> = ClaimList(),
    responses: [Response] = [],
    ties: [Tie] = [], isDirected: Bool = true, weightMeaning: WeightMeaning = .none,
    accounts: [FileAccount] = [], remarks: [Remark] = []
  ) {
    (self.actors, self.fileOrder) = (actors, fileOrder ?? Array(actors.indices))
    (self.claims, self.responses, self.ties) = (ClaimList(claims), responses, TieList(ties))
    (self.isDirected, self.weightMeaning) = (isDirected, weightMeaning)
    (self.accounts, self.remarks) = (accounts, remarks)
  }

  /// Makes a survey of a network that was given whole.
  package init(of network: KnowledgeNetwork, fileOrder: [Int], account: FileAccount) {
    self.init(
      actors: network.actors, fileOrder: fileOrder, isDirected: network.isDirected,
      weightMeaning: network.weightMeaning, accounts: [account])
    ties = TieList(of: network)
  }
}

/// How the rows of one input file were accounted for: read = used + set aside.
public struct FileAccount: Hashable, Codable, Sendable {
  /// The file's name as the user gave it.
  public var file: String
  /// What it was read as: `actors`, `claims`, `responses`, `answers`, `questions`, `aliases`, `ties` or `network`.
  public var role: String
  /// Rows below the heading.
  public var rowsRead: Int
  /// Rows that count.
  public var rowsUsed: Int
  /// Rows that do not, by reason.
  public var rowsSetAside: [String: Int]
  /// SHA-256 of the file's bytes, in hexadecimal; of a packed network that of its header, which holds those of all else.
  public var digest: String
  /// How its text was read.
  public var format: FileFormat
  /// Of an export that a mapping reads, what became of the cells of each question.
  public var cells: [CellAccount]

  /// Makes an account.
  public init(
    file: String, role: String, rowsRead: Int, rowsUsed: Int, rowsSetAside: [String: Int], digest: String,
    format: FileFormat = FileFormat(), cells: [CellAccount] = []
  ) {
    (self.file, self.role, self.digest, self.format, self.cells) = (file, role, digest, format, cells)
    (self.rowsRead, self.rowsUsed, self.rowsSetAside) = (rowsRead, rowsUsed, rowsSetAside)
  }

  private enum CodingKeys: String, CodingKey {
    case file, role, rowsUsed, rowsSetAside, format, cells
    case rowsRead = "rows"
    case digest = "sha256"
  }
}

/// How the cells of a question were accounted for: read = ties + denials + answers + missing + ignored.
public struct CellAccount: Hashable, Codable, Sendable {
  /// The question: `shared`, `received` or the number of another, and the line of the mapping.
  public var question: String
  /// Cells that affirm a tie.
  public var ties: Int
  /// Cells that deny one.
  public var denials: Int
  /// Cells that answer a question which is not about partners.
  public var answers: Int
  /// Cells without an answer.
  public var missing: Int
  /// Cells that speak of no tie: empty slots, the respondent itself.
  public var ignored: Int

  /// Cells that were read.
  public var read: Int { ties + denials + answers + missing + ignored }

  init(_ item: String, line: Int?, _ counts: CellCounts) {
    question = item + (line.map { " (line \($0) of the mapping)" } ?? "")
    (ties, denials, answers) = (counts.ties, counts.denials, counts.answers)
    (missing, ignored) = (counts.missing, counts.ignored)
  }
}

/// How the text of a file was read.
public struct FileFormat: Hashable, Codable, Sendable {
  /// How bytes were letters.
  public var encoding: TextEncoding
  /// What separated cells; `nil` where it was none of the known delimiters, as a line `sep=` may declare.
  public var delimiter: Delimiter?
  /// The decimal sign of its numbers; `nil` where none were read.
  public var decimalSign: DecimalSign?
  /// The headings of columns that were not read.
  public var unreadColumns: [String]

  /// Makes a description.
  public init(
    encoding: TextEncoding = .utf8, delimiter: Delimiter? = .comma, decimalSign: DecimalSign? = nil,
    unreadColumns: [String] = []
  ) {
    (self.encoding, self.delimiter) = (encoding, delimiter)
    (self.decimalSign, self.unreadColumns) = (decimalSign, unreadColumns)
  }

  /// Such as `utf-8, semicolon, decimal comma`.
  public var words: String {
    [encoding.rawValue, delimiter?.rawValue, decimalSign.map { "decimal \($0.rawValue)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}
