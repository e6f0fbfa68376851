import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// When respondents answered, as files and exports say it.
@Suite struct AnswerDateTests {
  private static let mapping = """
    codes: {tie: [1], no_tie: [0], missing: [N/A]}
    sources:
      - file: export.csv
        respondent: org
        date: sent
        items:
          - {item: shared, columns: {match: 'to (?<partner>.+)'}, partner: {from: partner, kind: actor}}
    """

  private static func days(_ survey: Survey) -> [String?] {
    survey.responses.sorted { $0.respondent < $1.respondent }.map { $0.day?.text }
  }

  @Test(arguments: [
    ("2024-05-06", "2024-05-06"), ("2024-5-6 23:59:59", "2024-05-06"), ("2024-05-06T01:00:00+02:00", "2024-05-06"),
    ("2024/02/29", "2024-02-29"), ("6.5.2024, 10:00", "2024-05-06"), ("31.12.1999", "1999-12-31"),
  ])
  func aDayIsReadWithoutItsTime(text: String, day: String) { #expect(SurveyDay(text)?.text == day) }

  @Test(arguments: [
    "", "-", "2024", "2024-05", "2023-02-29", "2024-13-01", "2024-00-10", "31.4.2024", "5/6/2024", "5-6-2024",
    "24-05-06",
    "6.5.24", "-2024-05-06", "2024-05/06", "2024-05-06-07", "٢٠٢٤-٠٥-٠٦", "1.900.2024", "20240506",
  ])
  func whatIsNoDayIsNone(text: String) { #expect(SurveyDay(text) == nil) }

  @Test func theOrderSaysWhichNumberIsTheDay() {
    #expect(SurveyDay("5/6/2024 9:00", order: .dayFirst)?.text == "2024-06-05")
    #expect(SurveyDay("5/6/2024 9:00", order: .monthFirst)?.text == "2024-05-06")
    #expect(SurveyDay("13/6/2024", order: .monthFirst) == nil)
    // Points and a year in front are not in doubt.
    #expect(SurveyDay("5.6.2024", order: .monthFirst)?.text == "2024-06-05")
    #expect(SurveyDay("2024-05-06", order: .dayFirst)?.text == "2024-05-06")
  }

  @Test func anExportDatesTheAnswersOfWhoAnswered() throws {
    let read = try MappedExport(
      "org,sent,to A,to B\nA,2024-05-07 10:00:00,0,1\nB,2024-05-06,1,0\nC,N/A,1,1\nD,,0,0\nE,2024-05-01,N/A,N/A\n",
      mapping: Self.mapping)
    // Who answered nothing has no day of an answer.
    #expect(Self.days(read.survey) == ["2024-05-07", "2024-05-06", nil, nil, nil])
    #expect(read.survey.answerDays == SurveyDay("2024-05-06")!...SurveyDay("2024-05-07")!)
  }

  @Test func datesAreWrittenAndReadAgain() throws {
    let survey = try MappedExport(
      "org,sent,to A,to B\nA,07.05.2024,0,1\nB,,1,0\n", mapping: Self.mapping
    ).survey
    let files = Dictionary(
      uniqueKeysWithValues: survey.canonicalFiles().map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    #expect(files["responses.csv"] == "respondent,item,status,date\nA,shared,answered,2024-05-07\nB,shared,answered,\n")
    #expect(Self.days(try StudyFolder(files).survey()) == ["2024-05-07", nil])
  }

  @Test func theMappingSaysWhatSlashesMean() throws {
    let export = "org,sent,to A\nB,5/6/2024,1\n"
    let refused = #expect(throws: BuzzlineError.self) { try MappedExport(export, mapping: Self.mapping) }
    #expect(refused?.place.position == "export.csv:2:3")
    #expect(
      refused?.message
        == "'5/6/2024' is no date such as 2024-05-06 or 6.5.2024. {column: …, order: day_first}, or month_first, says how "
        + "5/6/2024 is meant.")
    let ordered = Self.mapping.replacing("date: sent", with: "date: {column: sent, order: month_first}")
    #expect(Self.days(try MappedExport(export, mapping: ordered).survey) == ["2024-05-06"])
    let unknown = Self.mapping.replacing("date: sent", with: "date: {column: sent, order: sideways}")
    #expect(throws: BuzzlineError.self) { try MappedExport(export, mapping: unknown) }
  }

  @Test func aFileOfResponsesWithoutADateIsRefused() throws {
    let folder = try StudyFolder([
      "claims.csv": "respondent,item,partner\nA,shared,B\n",
      "responses.csv": "respondent,item,status,date\nA,shared,answered,yesterday\n",
    ])
    let refused = #expect(throws: BuzzlineError.self) { try folder.survey() }
    #expect(refused?.place.position.hasSuffix("responses.csv:2:19") == true)
    #expect(refused?.message == "'yesterday' is no date such as 2024-05-06.")
  }

  @Test(
    arguments: [
      ("submitdate", ["2024-05-06 10:00:00", ""], "date: 'submitdate'"),
      ("EndDate", ["6.5.2024", "7.5.2024"], "date: 'EndDate'"),
      ("Timestamp", ["5/13/2024 9:00:00", "5/6/2024 9:00:00"], "date: {column: 'Timestamp', order: month_first}"),
      ("Timestamp", ["13/5/2024 9:00:00", "5/6/2024 9:00:00"], "date: {column: 'Timestamp', order: day_first}"),
      ("submitdate", ["1980-01-01 00:00:00", "1980-01-01 00:00:00"], nil), ("end", ["1", "2"], nil),
      ("note", ["2024-05-06", "2024-05-07"], nil),
    ] as [(String, [String], String?)])
  func aDraftFindsTheColumnOfTheTime(heading: String, cells: [String], line: String?) throws {
    let rows = zip(["Alpha", "Beta"], cells).map { "\($0),\($1),\($0 == "Alpha" ? "Beta" : "Alpha")\n" }
    let drafted = try Drafted("organisation_id,\(heading),To whom did you give knowledge? [1]\n" + rows.joined())
    let dates = drafted.text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("date:") }
    #expect(dates.map(String.init) == [line].compactMap(\.self))
  }
}
