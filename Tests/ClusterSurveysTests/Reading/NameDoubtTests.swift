import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// Doubts about names, read by both readers.
@Suite struct NameDoubtTests {
  private func survey(_ files: [String: String]) throws -> Survey {
    let folder = try StudyFolder(files)
    let (careful, fast) = StudyReading.ofBothReaders([folder.url], ReadingOptions(), seed: 1)
    #expect(fast.allSatisfy { $0 == careful })
    return try folder.survey()
  }

  private func remark(_ reason: String, _ files: [String: String]) throws -> Remark {
    try #require(try survey(files).remarks.first { $0.reason == reason })
  }

  private func lines(_ remark: Remark) -> [String] { remark.instances.map { "\($0.place.position) \($0.text)" } }

  private static let spellings = "source,target\nAlpha,Beta\nalpha,Gamma\nAlpha GmbH,Gamma\nBeta,ALPHA\n"

  @Test func spellingsOfOneFirmAreListedWithTheirLinesAndStayApart() throws {
    let survey = try survey(["ties.csv": Self.spellings])
    #expect(survey.actors.map(\.id) == ["ALPHA", "Alpha", "Alpha GmbH", "Beta", "Gamma", "alpha"])
    let remark = try #require(survey.remarks.first { $0.reason == "near-equal-names" })
    #expect(
      lines(remark) == [
        "ties.csv:5:6 'ALPHA'", "ties.csv:2:1 'Alpha'", "ties.csv:4:1 'Alpha GmbH'", "ties.csv:3:1 'alpha'",
      ])
    #expect(remark.message.hasSuffix(": ('ALPHA', 'Alpha', 'Alpha GmbH', 'alpha')."))
    #expect(remark.remedy == ["label,actor", "ALPHA,Alpha", "Alpha GmbH,Alpha", "alpha,Alpha"])
  }

  @Test func theAliasesOfferedJoinWhatWasKeptApart() throws {
    let aliases = try remark("near-equal-names", ["ties.csv": Self.spellings]).remedy.joined(separator: "\n")
    let joined = try survey(["ties.csv": Self.spellings, "aliases.csv": aliases])
    #expect(joined.actors.map(\.id) == ["Alpha", "Beta", "Gamma"])
    #expect(joined.ties.count == 4)
    #expect(!joined.remarks.contains { $0.reason == "near-equal-names" })
  }

  @Test func whoWasSaidToDifferIsNotDoubted() throws {
    let survey = try survey([
      "ties.csv": "source,target\nAlpha,alpha\n", "aliases.csv": "label,actor,decision\nalpha,Alpha,different\n",
    ])
    #expect(survey.actors.count == 2)
    #expect(!survey.remarks.contains { $0.reason == "near-equal-names" })
  }

  @Test(arguments: [
    ("Acme GmbH,b\nACME GmbH,c\nAcme  GmbH,d\nAcme GmbH ,e\nAcme GmbH,f", 3),
    ("Acme\u{200B},b\nAcme,c\nAcme\u{A0},d", 2), ("007,x\n7,y", 2), ("x-1,b\nx 1,c", 2),
  ])
  func caseBlanksAndInvisibleCharactersAreDoubted(_ rows: String, _ count: Int) throws {
    let remark = try remark("near-equal-names", ["ties.csv": "source,target\n" + rows + "\n"])
    #expect(remark.instances.count == count && remark.instances.allSatisfy { $0.place.line != nil })
  }

  @Test func invisibleCharactersAreMadeVisible() throws {
    let remark = try remark("near-equal-names", ["ties.csv": "source,target\nAcme\u{200B},b\nAcme,c\n"])
    #expect(lines(remark) == ["ties.csv:3:1 'Acme'", #"ties.csv:2:1 'Acme\u{200B}'"#])
  }

  @Test func differentNumbersAreNotDoubted() throws {
    let rows = (1...300).map { "n\($0),\($0)" }.joined(separator: "\n")
    #expect(try survey(["ties.csv": "source,target\n" + rows]).remarks.isEmpty)
  }

  @Test func identifiersThatASpreadsheetRoundedAreTold() throws {
    let remark = try remark("rounded-identifier", ["ties.csv": "source,target\n1.29403E+18,7\n1.29403E+18,8\n"])
    #expect(lines(remark) == ["ties.csv:2:1 '1.29403E+18'"])
  }

  @Test func labelsThatDifferInCaseOnlyAreTold() throws {
    let survey = try survey([
      "actors.csv": "id,cluster,region,country\na,Optics,Thüringen,DE\nb,optics,Thüringen,de\nc,Optics ,Thüringen,DE\n",
      "ties.csv": "source,target\na,b\na,c\n",
    ])
    let remarks = survey.remarks.filter { $0.reason == "near-equal-labels" }
    #expect(
      remarks.map(lines) == [
        ["actors.csv:2:3 'Optics'", "actors.csv:3:3 'optics'"], ["actors.csv:2:20 'DE'", "actors.csv:3:20 'de'"],
      ])
  }

  @Test func labelsThatMayMeanNothingAreTold() throws {
    let survey = try survey([
      "actors.csv": "id,kind,cluster,country\na,N/A,C1,NA\nb,n/a,C2,\"NA\"\nc,-,C3,#REF!\n",
      "ties.csv": "source,target\na,b\nb,c\n",
    ])
    #expect(survey.actors.map(\.country) == [nil, "NA", nil])
    let remarks = survey.remarks.filter { $0.reason == "doubtful-label" }
    #expect(remarks.map(lines) == [["actors.csv:4:3 '-'", "actors.csv:2:3 'N/A'", "actors.csv:3:3 'n/a'"]])
  }

  @Test func aBareNAIsNoActorButAQuotedOneIs() throws {
    let survey = try survey(["ties.csv": "source,target\na,b\nb,NA\nNA,c\n#REF!,a\nd,\"NA\"\n#1,a\n"])
    #expect(survey.actors.map(\.id) == ["#1", "NA", "a", "b", "d"])
    #expect(survey.accounts[0].rowsSetAside == ["missing-actor": 3])
    #expect(
      survey.remarks.filter(\.setsRowAside).map(\.place.position) == ["ties.csv:3:3", "ties.csv:4:1", "ties.csv:5:1"])
    #expect(survey.remarks.first?.message == "'NA' under 'target' names no actor.")
  }

  @Test func rowsOfClaimsAnswersAndActorsWithoutAnActorAreSetAside() throws {
    let survey = try survey([
      "actors.csv": "id\na\nNA\nb\n", "claims.csv": "respondent,item,partner\na,shared,b\nNA,shared,b\na,shared,#N/A\n",
      "responses.csv": "respondent,item,status\na,shared,answered\nNA,shared,answered\n",
    ])
    #expect(survey.actors.map(\.id) == ["a", "b"] && survey.claims.count == 1 && survey.responses.count == 1)
    #expect(survey.accounts.map { $0.rowsSetAside["missing-actor"] } == [1, 2, 1])
  }

  @Test func composedAndDecomposedLettersAreOneSpelling() throws {
    let rows = ["Mu\u{308}ller,b", "b,M\u{FC}ller", "c,b"]
    let (one, other) = (
      try survey(["ties.csv": "source,target\n" + rows.joined(separator: "\n")]),
      try survey(["ties.csv": "source,target\n" + rows.reversed().joined(separator: "\n")])
    )
    #expect(one.actors.map { Array($0.id.utf8) } == other.actors.map { Array($0.id.utf8) })
    #expect(Array(one.actors[0].id.utf8) == Array("M\u{FC}ller".utf8) && one.actors.count == 3)
    #expect(one.remarks.map(\.message) == other.remarks.map(\.message))
  }

  @Test func messagesAreTheSameForAnyOrderOfRows() throws {
    var generator = SeededGenerator(seed: 4)
    var rows = ["Alpha,x", "alpha,y", "ALPHA,x", "N-1,n 1", "1.5E+12,x", "NA,x", "é,e\u{301}", "n1,n2", "n10,n9"]
    let before = try survey(["ties.csv": "source,target\n" + rows.joined(separator: "\n")])
    for _ in 0..<10 {
      generator.shuffle(&rows)
      let after = try survey(["ties.csv": "source,target\n" + rows.joined(separator: "\n")])
      #expect(after.actors == before.actors)
      #expect(after.remarks.map(\.message).sorted() == before.remarks.map(\.message).sorted())
      #expect(after.remarks.map(\.remedy) == before.remarks.map(\.remedy))
    }
  }
}
