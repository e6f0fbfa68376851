import Foundation
import TestNetworks
import Testing

/// Every canonical column of every file of a study, with what shows that it takes effect; without a required one every
/// command refuses the study.
@Suite struct ColumnListTests {
  /// A column of a file, and a change of one of its cells.
  struct Change: CustomTestStringConvertible, Sendable {
    let file: String
    let column: String
    let row: Int
    let value: String

    init(_ file: String, _ column: String, row: Int, _ value: String) {
      (self.file, self.column, self.row, self.value) = (file, column, row, value)
    }

    var testDescription: String { "\(file) \(column)" }
  }

  /// A study that uses all columns.
  private static let files = [
    "actors.csv": """
    id,name,kind,cluster,region,country,waves,from,until,member,pipelines_regional,pipelines_national,pipelines_international
    a,Alpha,sme,north,R1,DE,,,,,1,,
    b,Beta,large_firm,north,R1,DE,,,,,,,
    c,Gamma,sme,south,R2,DE,,,,,0,3,4
    d,Delta,research_institute,south,R3,FR,1,1,1,yes,,,
    e,Epsilon,sme,,R3,FR,,,,,,,

    """,
    "claims.csv": """
    respondent,item,partner,answer,wave,topic,channel,weight
    a,shared,Beta,yes,1,market,meeting,1.5
    b,received,a,yes,1,market,meeting,1.5
    b,shared,c,yes,1,technology,meeting,2
    c,received,b,yes,1,technology,meeting,2
    c,shared,Delta Works,yes,1,market,fair,1
    d,received,Gamma Ltd,yes,1,market,fair,1

    """,
    "responses.csv": """
    respondent,item,status,wave,date
    a,shared,answered,1,2024-05-06
    a,received,answered,1,2024-05-06
    b,shared,answered,1,2024-05-07
    b,received,answered,1,
    c,shared,answered,1,
    d,received,answered,1,
    d,shared,absent,1,

    """,
    "aliases.csv": "label,actor,decision\nDelta Works,d,same\nGamma Ltd,c,same\n",
    "ties.csv": "source,target,weight,topic,channel,wave\ne,a,0.5,market,fair,1\nd,e,1,market,fair,1\n",
  ]

  static let changes = [
    Change("actors.csv", "id", row: 5, "f"), Change("actors.csv", "name", row: 2, "Better"),
    Change("actors.csv", "kind", row: 1, "large_firm"), Change("actors.csv", "cluster", row: 1, "south"),
    Change("actors.csv", "region", row: 1, "R2"), Change("actors.csv", "country", row: 1, "FR"),
    Change("actors.csv", "waves", row: 1, "2"), Change("actors.csv", "from", row: 1, "2"),
    Change("actors.csv", "until", row: 1, "2"), Change("actors.csv", "member", row: 1, "no"),
    Change("actors.csv", "pipelines_regional", row: 1, "2"), Change("actors.csv", "pipelines_national", row: 1, "2"),
    Change("actors.csv", "pipelines_international", row: 1, "2"),
    Change("claims.csv", "respondent", row: 1, "e"), Change("claims.csv", "item", row: 1, "received"),
    Change("claims.csv", "partner", row: 1, "e"), Change("claims.csv", "answer", row: 1, "no"),
    Change("claims.csv", "wave", row: 1, "2"), Change("claims.csv", "topic", row: 1, "funding"),
    Change("claims.csv", "channel", row: 1, "letter"), Change("claims.csv", "weight", row: 3, "4"),
    Change("responses.csv", "respondent", row: 7, "a"), Change("responses.csv", "item", row: 1, "received"),
    Change("responses.csv", "status", row: 7, "answered"), Change("responses.csv", "wave", row: 7, "2"),
    Change("responses.csv", "date", row: 1, "2024-05-05"),
    Change("aliases.csv", "label", row: 1, "Delta Work"), Change("aliases.csv", "actor", row: 1, "e"),
    Change("aliases.csv", "decision", row: 1, "different"),
    Change("ties.csv", "source", row: 1, "b"), Change("ties.csv", "target", row: 1, "b"),
    Change("ties.csv", "weight", row: 1, "0.25"), Change("ties.csv", "topic", row: 1, "funding"),
    Change("ties.csv", "channel", row: 1, "letter"), Change("ties.csv", "wave", row: 1, "2"),
  ]

  /// The study with a heading or a cell replaced.
  private static func study(_ file: String? = nil, _ column: String = "", row: Int = 0, _ value: String = "") throws
    -> ScratchFolder
  {
    var files = files
    if let file {
      var rows = try #require(files[file]).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      rows[row][try #require(rows[0].firstIndex(of: column))] = value
      files[file] = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }
    return try ScratchFolder(files)
  }

  private static func run(_ command: [String], on study: ScratchFolder) throws -> String {
    let run = try CommandRun([command[0], "."] + command.dropFirst(), in: study.url)
    return "\(run.status)\n\(run.output)\n\(run.errors)"
  }

  /// What `check` says, and what reconciled weights add up to.
  private static func seen(_ study: ScratchFolder) throws -> [String] {
    try [["check"], ["measures", "--weights", "strength", "--measure", "in-strength,out-strength"]].map {
      try run($0, on: study)
    }
  }

  private static let unchanged = Result { try seen(study()) }

  @Test(arguments: changes) func aChangedCellIsSeen(_ change: Change) throws {
    let study = try Self.study(change.file, change.column, row: change.row, change.value)
    #expect(try Self.seen(study) != Self.unchanged.get())
  }

  @Test(arguments: changes) func aHeadingInOtherLettersIsKnown(_ change: Change) throws {
    let study = try Self.study(change.file, change.column, change.column.uppercased())
    #expect(try Self.seen(study) == Self.unchanged.get())
  }

  @Test(arguments: InputOptionTests.commands) func withoutARequiredColumnEveryCommandRefuses(_ command: [String]) throws
  {
    for (file, column) in try Self.readme().filter(\.isRequired).map({ ($0.file, $0.column) }) {
      let answer = try Self.run(command, on: try Self.study(file, column, "unheard"))
      #expect(answer.hasPrefix("64\n\n") && answer.contains("\(file): There is no column '\(column)'"), "\(answer)")
    }
  }

  /// The columns that the README's table lists: each has its change here.
  @Test func theListIsWhole() throws {
    #expect(try Self.readme().map { "\($0.file) \($0.column)" } == Self.changes.map(\.testDescription))
  }

  private static func readme() throws -> [(file: String, column: String, isRequired: Bool)] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let rows = try #require(text.split(separator: "\n| file | columns |\n").last).prefix { _ in true }
    return rows.split(separator: "\n").dropFirst().prefix { $0.hasPrefix("| `") }.flatMap { row in
      let cells = row.split(separator: "|")
      let words = cells[1].replacing(#/\([^)]*\)/#, with: "")
      return words.matches(of: #/`(\w+)`(\*?)/#).map {
        (cells[0].trimmingCharacters(in: CharacterSet(charactersIn: " `")), String($0.1), !$0.2.isEmpty)
      }
    }
  }
}
