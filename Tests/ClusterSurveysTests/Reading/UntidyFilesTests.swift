import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// Files as spreadsheets, survey tools and other programs leave them.
@Suite struct UntidyFilesTests {
  private func survey(
    _ files: [String: String], of name: String? = "ties.csv", _ configure: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> Survey {
    let folder = try StudyFolder(files)
    return try folder.survey(of: name ?? "", configure)
  }

  private func ties(_ text: String, _ configure: (inout ReadingOptions) -> Void = { _ in }) throws -> [String] {
    let survey = try survey(["ties.csv": text], configure)
    return survey.ties.map { "\(survey.actors[$0.source].id) \(survey.actors[$0.target].id) \($0.weight)" }
  }

  private func error(_ text: String, _ configure: (inout ReadingOptions) -> Void = { _ in }) throws -> BuzzlineError {
    try #require(throws: BuzzlineError.self) { _ = try survey(["ties.csv": text], configure) }
  }

  private func reasons(_ survey: Survey) -> [String] { survey.remarks.map(\.reason) }

  // MARK: Headings

  @Test(arguments: [
    "source,target", "Source,Target", "SOURCE,TARGET", "from,to", "From,To", "giver,receiver", "ego,alter", "von,an",
    "Von,An", "von,nach",
  ])
  func usualHeadingsAreKnownInAnyLetterCase(_ heading: String) throws {
    #expect(try ties(heading + "\na,b\n") == ["a b 1.0"])
  }

  @Test func canonicalHeadingsOfClaimsAreReadInAnyLetterCase() throws {
    let survey = try survey(
      [
        "actors.csv": "ID,Kind\na,sme\nb,sme\nc,sme\n",
        "claims.csv": """
        Respondent,Item,Partner,Answer,Wave,Topic
        a,shared,b,no,1,x
        a,shared,c,yes,1,x
        a,shared,b,yes,2,x

        """,
      ], of: nil)
    #expect(survey.claims.map(\.answer).sorted { $0.rawValue < $1.rawValue } == [.no, .yes, .yes])
    #expect(Set(survey.claims.compactMap(\.wave)) == ["1", "2"] && survey.claims.allSatisfy { $0.topic == "x" })
    let ties = Array(try survey.reconciled().network.ties)
    #expect(ties.map(\.target) == [1, 2] && ties.map(\.wave) == ["2", "1"])
  }

  @Test func whatIsNotReadIsNamed() throws {
    let survey = try survey(["ties.csv": "Source,Target,Type,Id,Label,timeset,Weight\na,b,Directed,0,,,5\n"])
    #expect(survey.accounts[0].format.unreadColumns == ["Type", "Id", "Label", "timeset"])
    let remark = try #require(survey.remarks.first { $0.reason == "unread-column" })
    #expect(remark.message == "These columns were not read: 'Type', 'Id', 'Label', 'timeset'.")
    #expect(survey.ties.map(\.weight) == [5])
  }

  @Test func aColumnOfPlainTiesThatIsNotReadIsNamedToo() throws {
    let survey = try survey(["ties.csv": "source,target,note\na,b,x\n"])
    #expect(reasons(survey) == ["unread-column"])
  }

  @Test func aTypeThatSaysUndirectedIsRemarked() throws {
    let text = "source,target,Type\na,b,Undirected\nb,c,Undirected\n"
    #expect(reasons(try survey(["ties.csv": text])).contains("undirected-type"))
    #expect(!reasons(try survey(["ties.csv": text]) { $0.isDirected = false }).contains("undirected-type"))
  }

  // MARK: Lists without headings

  @Test func aListWithoutHeadingsIsReadOnRequest() throws {
    #expect(try ties("a,b\nb,c\n") { $0.hasHeading = false } == ["a b 1.0", "b c 1.0"])
    #expect(try ties("a;b;2,5\n") { $0.hasHeading = false } == ["a b 2.5"])
    #expect(try ties("1 2\n 2   3 \n") { $0.hasHeading = false } == ["1 2 1.0", "2 3 1.0"])
    #expect(try error("a,b\nb,c\n").message.contains("--no-header"))
    #expect(try error("1 2\n2 3\n").code == .unknownColumn)
  }

  // MARK: Rows

  @Test func rowsOfDelimitersAreSetAside() throws {
    let survey = try survey(["ties.csv": "source;target\r\na;b\r\n;\r\n;\r\n"])
    #expect(survey.ties.count == 1 && survey.accounts[0].rowsSetAside == ["empty-row": 2])
    #expect(survey.accounts[0].rowsRead == 3 && survey.remarks.first?.place.line == 3)
  }

  @Test(arguments: ["source;target;;\r\na;b;;\r\n", "source;target;\r\na;b;\r\n", "source;target;;\r\na;b\r\n"])
  func trailingColumnsWithoutHeadingAreNone(_ text: String) throws {
    #expect(try ties(text) == ["a b 1.0"])
  }

  @Test func aCellUnderNoHeadingIsRefusedWithItsPlace() throws {
    let error = try error("source;target;;\na;b;;x\n")
    #expect(error.place.line == 2 && error.place.column == 6 && error.message.contains("under no heading"))
  }

  @Test func repeatedHeadingsAreSetAside() throws {
    let survey = try survey(["ties.csv": "source,target\na,b\nsource,target\nb,c\n"])
    #expect(survey.actors.map(\.id) == ["a", "b", "c"] && survey.accounts[0].rowsSetAside == ["repeated-heading": 1])
  }

  @Test func headingsOfQualtricsAreSetAside() throws {
    let survey = try survey([
      "ties.csv": """
      source,target
      "Who are you?","Whom did you tell?"
      "{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"
      a,b

      """
    ])
    #expect(survey.actors.map(\.id) == ["a", "b"] && survey.accounts[0].rowsSetAside == ["qualtrics-heading": 2])
  }

  private static let matrix = ",A,B,C\nA,0,1,0\nB,1,0,2\nC,0,0,0\n"

  @Test func aMatrixIsNoListOfTies() throws {
    let error = try error(Self.matrix) { ($0.sourceColumn, $0.targetColumn) = ("A", "B") }
    #expect(error.code == .malformed && error.message.contains("no column of givers or receivers"))
  }

  @Test(arguments: [
    (MatrixRows.give, ["A B 1.0", "B A 1.0", "B C 2.0"]), (.receive, ["A B 1.0", "B A 1.0", "C B 2.0"]),
  ])
  func aMatrixIsReadFromTheSideItIsToldFrom(_ rows: MatrixRows, _ expected: [String]) throws {
    #expect(try ties(Self.matrix) { ($0.matrixRows, $0.weightMeaning) = (rows, .strength) }.sorted() == expected)
  }

  @Test func aMissingPartnerNamesThePlaceOfIsolates() throws {
    let error = try error("source,target\na,b\nc,\n")
    #expect(error.place.line == 3 && error.place.column == 3 && error.message.contains("actor file"))
  }

  // MARK: Cells

  @Test func blanksBeforeAQuoteBelongToNoName() throws {
    #expect(
      try ties("source, target\n\"A\", \"B\"\n\"B\" , \"A\"\n") == ["A B 1.0", "B A 1.0"])
  }

  @Test(arguments: [
    "\n\nsource;target\na;b\n", "\r\nsource;target\r\na;b\r\n", "\nsource\ttarget\na\tb\n",
    "\u{FEFF}\nsource;target\na;b\n",
  ])
  func blankLinesAboveTheHeadingHideNoDelimiter(_ text: String) throws { #expect(try ties(text) == ["a b 1.0"]) }

  @Test(arguments: ["\"sep=;\"", "SEP=;", "sep=;;", "\u{FEFF}sep=;"]) func declaredDelimitersAreRead(_ line: String)
    throws
  {
    #expect(try ties(line + "\r\nsource;target\r\na;b\r\n") == ["a b 1.0"])
  }

  // MARK: Encodings

  private func survey(_ bytes: [UInt8], _ configure: (inout ReadingOptions) -> Void = { _ in }) throws -> Survey {
    let folder = try StudyFolder([:])
    try Data(bytes).write(to: folder.url.appending(path: "ties.csv"))
    return try folder.survey(of: "ties.csv", configure)
  }

  @Test func aStrayByteAmongLettersOfUTF8IsRefusedWithItsPlace() throws {
    let bytes = Array("source,target\nMüller,Bär\nBär,Caf".utf8) + [0xE9, 0x0A]
    let error = try #require(throws: BuzzlineError.self) { _ = try survey(bytes) }
    #expect(error.code == .encoding && error.place.line == 3 && error.place.column == 8)
    let plain = Array("source,target\nBar,Caf".utf8) + [0xE9, 0x0A]
    let read = try survey(plain)
    #expect(read.actors.map(\.id) == ["Bar", "Café"] && read.accounts[0].format.encoding == .windows1252)
  }

  @Test func wideLettersWithoutAMarkNameTheOption() throws {
    let bytes = Array("source,target\na,b\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    let error = try #require(throws: BuzzlineError.self) { _ = try survey(bytes) }
    #expect(error.message.contains("--encoding utf-16"))
    #expect(try survey(bytes) { $0.encoding = .utf16 }.ties.count == 1)
  }

  // MARK: Numbers

  @Test(arguments: [
    ("1.5\n2", [1.5, 2], DecimalSign.dot), ("1,5\n2", [1.5, 2], .comma), ("1.234,5\n0,1", [1234.5, 0.1], .comma),
    ("1,234.5\n0.125", [1234.5, 0.125], .dot), ("1e-3\n2", [0.001, 2], .dot), ("0.125\n3", [0.125, 3], .dot),
    ("12345.678\n1", [12345.678, 1], .dot), ("1.234.567\n1,5", [1_234_567, 1.5], .comma),
  ])
  func numbersHaveOneGrammar(_ cells: String, _ numbers: [Double], _ sign: DecimalSign) throws {
    let rows = cells.split(separator: "\n").enumerated().map { "a;b\($0);\($1)\n" }.joined()
    let survey = try survey(["ties.csv": "source;target;weight\n" + rows])
    #expect(survey.ties.map(\.weight) == numbers && survey.accounts[0].format.decimalSign == sign)
  }

  @Test(arguments: ["0.125\n1,5\n2,25", "12345.678\n1,5"]) func mixedDecimalSignsAreRefused(_ cells: String) throws {
    let rows = cells.split(separator: "\n").enumerated().map { "a;b\($0);\($1)\n" }.joined()
    let error = try error("source;target;weight\n" + rows)
    #expect(error.code == .invalidValue && error.place.line == 2 && error.message.contains("another decimal sign"))
  }

  @Test func aNumberThatCouldBeEitherIsRemarked() throws {
    #expect(reasons(try survey(["ties.csv": "source;target;weight\na;b;1,234\n"])) == ["ambiguous-number"])
    #expect(reasons(try survey(["ties.csv": "source;target;weight\na;b;1,234\n"]) { $0.decimalSign = .comma }).isEmpty)
  }

  @Test func numbersOfAttributesFollowTheSameGrammar() throws {
    let folder = try StudyFolder(
      ["actors.csv": "id;cost\na;1,5\nb;2,5\nc;1.000,5\n", "ties.csv": "source;target\na;b\n"])
    #expect(try folder.survey().numbers(under: "cost") == [1.5, 2.5, 1000.5])
    var options = ReadingOptions()
    options.decimalSign = .dot
    let survey = try folder.survey(options)
    let error = try #require(throws: BuzzlineError.self) { try survey.numbers(under: "cost") }
    #expect(error.place.position.hasSuffix("actors.csv:2:3"))
  }

  // MARK: Weights

  @Test func aTieWithoutAWeightDoesNotWeighOneWhereWeightsCount() throws {
    let text = "source,target,weight\na,b,5\na,c,\nb,c,NA\n"
    let declared = try survey(["ties.csv": text]) { $0.weightMeaning = .strength }
    #expect(declared.ties.map(\.weight) == [5] && declared.accounts[0].rowsSetAside == ["missing-weight": 2])
    #expect(try survey(["ties.csv": text]).ties.map(\.weight) == [5, 1, 1])
  }

  @Test func weightsThatAreDeclaredButNotThereAreRefused() throws {
    let error = try error("source,target,staerke\na,b,5\n") { $0.weightMeaning = .strength }
    #expect(
      error.code == .unknownColumn && error.message.contains("'staerke'") && error.message.contains("--weight-column"))
  }

  @Test func theWeightColumnHoldsForClaims() throws {
    let survey = try survey(
      ["actors.csv": "id\na\nb\n", "claims.csv": "respondent,item,partner,freq\na,shared,b,3\n"], of: nil
    ) { ($0.weightColumn, $0.weightMeaning) = ("freq", .strength) }
    #expect(try survey.reconciled().network.weight(from: 0, to: 1) == 3)
  }

  @Test func optionsForAFileThatIsNotThereAreRefused() throws {
    let error = try error("source,target\na,b\n") { $0.kindColumn = "sort" }
    #expect(error.code == .unknownColumn && error.message.hasPrefix("--kind-column"))
  }
}
