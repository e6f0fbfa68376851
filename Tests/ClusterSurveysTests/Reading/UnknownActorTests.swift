import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// Names that are not in the actor file are refused, all of them in one message.
@Suite struct UnknownActorTests {
  private func error(_ files: [String: String]) throws -> BuzzlineError {
    let folder = try StudyFolder(files)
    let (careful, fast) = StudyReading.ofBothReaders([folder.url], ReadingOptions(), seed: 1)
    #expect(fast.allSatisfy { $0 == careful })
    return try #require(careful.error)
  }

  @Test func allAreNamedWithTheirLinesAndTheNearest() throws {
    let error = try error(["actors.csv": "id\nanna\nB\n", "ties.csv": "source,target\nanna,B\nQ,B\nanan,B\nQ,B\nS,B\n"])
    #expect(error.code == .unknownActor && error.place.line == 3 && error.place.column == 1)
    #expect(
      error.message
        == "3 names are not in the actor file: 'Q' (line 3), 'anan' (line 4; nearest 'anna'), 'S' (line 6).")
  }

  @Test func thoseOfAllFilesAreNamed() throws {
    let error = try error([
      "actors.csv": "id\na\n", "claims.csv": "respondent,item,partner\nx1,shared,a\n",
      "ties.csv": "source,target\ny2,a\n",
    ])
    #expect(error.place.line == 2 && error.place.file?.hasSuffix("claims.csv") == true)
    #expect(error.message.contains("'x1' (line 2), 'y2' (") && error.message.hasSuffix("ties.csv, line 2)."))
  }

  @Test(arguments: [
    ("001", "1", "'1' is not in the actor file. '001' differs in leading zeros only."),
    ("Anna", "ANNA", "'ANNA' is not in the actor file. 'Anna' differs in letter case only."),
    (
      "Acme", "acme GmbH",
      "'acme GmbH' is not in the actor file. 'Acme' differs in letter case, blanks, punctuation or legal form only."
    ),
  ])
  func whatDiffersInLittleIsSaid(_ id: String, _ name: String, _ message: String) throws {
    let error = try error(["actors.csv": "id\n\(id)\nzzzz\n", "ties.csv": "source,target\n\(name),zzzz\n"])
    #expect(error.message == message && error.place.line == 2 && error.place.column == 1)
  }

  @Test func aNameInPlaceOfAnIdentifierIsRecognised() throws {
    let error = try error(["actors.csv": "id,name\n1,Acme\n2,Beta\n", "ties.csv": "source,target\nAcme,2\n"])
    #expect(error.message == "'Acme' is not in the actor file. 'Acme' is the name of the actor '1'.")
  }

  @Test func veryManyAreBounded() throws {
    let rows = (0..<80).map { "stranger\($0),a" }.joined(separator: "\n")
    let error = try error(["actors.csv": "id\na\n", "ties.csv": "source,target\n" + rows])
    #expect(
      error.message.hasPrefix("80 names are not") && error.message.hasSuffix("'stranger49' (line 51) and 30 more."))
  }
}
