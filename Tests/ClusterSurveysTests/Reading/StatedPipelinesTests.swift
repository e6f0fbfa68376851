import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// Sources outside that actors state as counts, read from the actor file.
@Suite struct StatedPipelinesTests {
  private static func readings(_ actors: String) throws -> [StudyReading] {
    let folder = try StudyFolder(["actors.csv": actors, "ties.csv": "source,target\na,b\n"])
    return try withExtendedLifetime(folder) { () throws -> [StudyReading] in
      #expect(try StudyReading.isPlain(folder.url.appending(path: "actors.csv"), as: .actors, ReadingOptions()))
      let (careful, fast) = StudyReading.ofBothReaders([folder.url], ReadingOptions(), seed: 3)
      return [careful] + fast
    }
  }

  private static func survey(_ actors: String, _ ties: String = "source,target\na,b\n") throws -> Survey {
    let folder = try StudyFolder(["actors.csv": actors, "ties.csv": ties])
    return try withExtendedLifetime(folder) { try folder.survey() }
  }

  @Test func bothReadersFindTheColumnsInAnyLetters() throws {
    let file = """
      id,pipelines_regional,Pipelines_National,size,PIPELINES_INTERNATIONAL
      b,3,,9,0
      a,,NA,8,12.0
      c,,,7,

      """
    for reading in try Self.readings(file) {
      #expect(reading.error == nil)
      #expect(
        reading.actors.map(\.statedPipelines) == [.init(international: 12), .init(regional: 3, international: 0), nil])
      #expect(reading.actors.map(\.attributes) == [["size": "8"], ["size": "9"], ["size": "7"]])
      #expect(reading.remarks.map(\.reason).filter { $0 == "stated-pipelines" }.count == 1)
    }
  }

  @Test(arguments: [
    "-1", "2.5", "many", "1.000", "1000000001", "99999999999999999999", "5.", ".0", "+3", "٣", "1e3", "3.0.0",
    "\"1,000\"",
  ])
  func aBadCellIsRefusedWithItsPlace(_ cell: String) throws {
    let folder = try StudyFolder([
      "actors.csv": "id,name,pipelines_national\na,A,2\nb,B,\(cell)\n", "ties.csv": "source,target\na,b\n",
    ])
    let (careful, fast) = withExtendedLifetime(folder) {
      StudyReading.ofBothReaders([folder.url], ReadingOptions(), seed: 5)
    }
    for reading in [careful] + fast {
      let error = try #require(reading.error)
      let text = cell.filter { $0 != "\"" }
      #expect(
        error.message
          == "'\(text)' under 'pipelines_national' is no number of sources, which is a whole number from 0 to 1000000000."
      )
      #expect(error.code == .invalidValue && error.place.line == 3 && error.place.column == 5)
      #expect(error.place.file?.hasSuffix("actors.csv") == true)
    }
  }

  @Test func theRemarkSaysWhoStatesHowMuchAndWhereItCounts() throws {
    let survey = try Self.survey(
      "id,member,pipelines_regional,pipelines_national\na,,3,\nb,no,9,9\nc,,1,4\nd,,,\n")
    let remarks = survey.remarks.filter { $0.reason == "stated-pipelines" }.map(\.message)
    #expect(remarks.count == 2)
    #expect(remarks.first == "1 outsiders state sources outside as counts, which are not counted.")
    #expect(
      remarks.last?.hasPrefix(
        "2 actors state 8 sources outside as counts (4 regional, 4 national, 0 international). They count as incoming")
        == true)
  }

  @Test func withoutSuchAColumnNothingIsSaid() throws {
    let survey = try Self.survey("id,pipelines\na,3\nb,2\n")
    #expect(survey.actors.allSatisfy { $0.statedPipelines == nil && $0.attributes["pipelines"] != nil })
    #expect(!survey.remarks.contains { $0.reason == "stated-pipelines" })
    let empty = try Self.survey("id,pipelines_regional\na,\nb,\n")
    #expect(empty.actors.allSatisfy { $0.statedPipelines == nil })
    #expect(!empty.remarks.contains { $0.reason == "stated-pipelines" })
  }

  @Test func theOrderOfRowsIsWithoutEffect() throws {
    let rows = ["a,3,\n", "b,,2\n", "c,1,1\n"]
    let surveys = try [rows, rows.reversed()].map {
      try Self.survey("id,pipelines_regional,pipelines_international\n" + $0.joined())
    }
    #expect(surveys[0].actors == surveys[1].actors && surveys[0].remarks == surveys[1].remarks)
  }

  @Test func aSelectionKeepsTheRangesItNamesAndNoCountsOfATopic() throws {
    let survey = try Self.survey(
      "id,kind,pipelines_regional,pipelines_national\na,sme,3,1\nb,bank,2,\n",
      "source,target,topic,channel,wave\na,b,t,c,1\nb,a,t,c,2\n")
    func stated(_ selection: StudySelection) throws -> [PipelineCounts?] {
      try survey.selected(by: selection).survey.actors.map(\.statedPipelines)
    }
    let all: [PipelineCounts?] = [.init(regional: 3, national: 1), .init(regional: 2)]
    #expect(try stated(StudySelection()) == all && stated(StudySelection(waves: ["2"])) == all)
    #expect(survey.byWave().map { $0.survey.actors.map(\.statedPipelines) } == [all, all])
    #expect(try stated(StudySelection(topics: ["t"])) == [nil, nil])
    #expect(try stated(StudySelection(channels: ["c"])) == [nil, nil])
    #expect(try stated(StudySelection(scopes: [.globalPipeline(.national)])) == [.init(national: 1), nil])
    #expect(try stated(StudySelection(kinds: ["bank"])) == [.init(regional: 2)])
    let part = try survey.selected(by: StudySelection(topics: ["t"])).survey
    #expect(part.remarks.contains { $0.message.hasPrefix("Sources that actors state as counts have no topic") })
    let ranges = try survey.selected(by: StudySelection(scopes: [.localBuzz])).survey
    #expect(ranges.remarks.contains { $0.message.hasSuffix("left out where their range is not selected.") })
  }
}
