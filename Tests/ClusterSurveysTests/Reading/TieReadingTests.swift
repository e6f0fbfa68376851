import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@Suite struct TieReadingTests {
  private func survey(_ ties: String, actors: String? = nil, _ configure: (inout ReadingOptions) -> Void = { _ in })
    throws -> Survey
  {
    let folder = try StudyFolder(["ties.csv": ties].merging(actors.map { ["actors.csv": $0] } ?? [:]) { $1 })
    return try folder.survey(of: "ties.csv") { options in
      if actors != nil { options.actorsFile = folder.url.appending(path: "actors.csv") }
      configure(&options)
    }
  }

  @Test func actorsOfAnEdgeListAppearInItsOrderButRankByIdentifier() throws {
    let survey = try survey("source,target\nz,m\na,z\n")
    #expect(survey.actors.map(\.id) == ["a", "m", "z"])
    #expect(survey.fileOrder.map { survey.actors[$0].id } == ["z", "m", "a"])
    #expect(
      survey.ties.map { [survey.actors[$0.source].id, survey.actors[$0.target].id] } == [["z", "m"], ["a", "z"]])
  }

  @Test(arguments: ["from,to", "source,target"]) func usualHeadingsAreKnown(_ heading: String) throws {
    #expect(try survey(heading + "\na,b\n").ties.count == 1)
  }

  @Test func otherHeadingsAreNamed() throws {
    let survey = try survey("von;an;stärke\na;b;1,5\nb;c;1.234,5\n") {
      $0.sourceColumn = "von"
      $0.targetColumn = "an"
      $0.weightColumn = "stärke"
    }
    #expect(survey.ties.map(\.weight) == [1.5, 1234.5])
  }

  @Test func headingsThatTellNothingAreRefused() throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try survey("wer,wem\na,b\n") }
    #expect(error.code == .unknownColumn)
    #expect(
      error.message
        == "The headings 'wer', 'wem' do not tell who gives and who receives; name both with --source-column "
        + "and --target-column, or say --no-header where the first line is a tie.")
  }

  @Test(arguments: [
    ("1.5", 1.5), ("2", 2), ("1e2", 100), ("+3", 3), (".5", 0.5), ("", 1), ("NA", 1), (" 4 ", 4),
  ])
  func weightsWithADot(_ text: String, _ weight: Double) throws {
    #expect(try survey("source,target,weight\na,b,\(text)\n").ties.map(\.weight) == [weight])
  }

  @Test(arguments: [("1,5", 1.5), ("1.234,5", 1234.5), ("12", 12), ("1.234.567,25", 1_234_567.25)])
  func weightsWithAComma(_ text: String, _ weight: Double) throws {
    let survey = try survey("source;target;weight\na;b;\(text)\n") { $0.decimalSign = .comma }
    #expect(survey.ties.map(\.weight) == [weight])
  }

  @Test(arguments: ["-1", "nan", "NaN", "inf", "1e999", "0x10", "one", "1,2,3", "1.2.3", "--1"])
  func whatIsNoWeightIsRefused(_ text: String) throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try survey("source;target;weight\na;b;\(text)\n") }
    #expect(error.code == .invalidValue)
    #expect(error.place.line == 2 && error.place.column == 5)
  }

  @Test func rowsSetAsideAreCountedAndTold() throws {
    let survey = try survey("source,target,weight\na,a,1\na,b,0\na,b,2\na,b,3\n")
    let account = try #require(survey.accounts.first)
    #expect(account.rowsRead == 4 && account.rowsUsed == 2)
    #expect(account.rowsSetAside == ["self-tie": 1, "zero-weight": 1])
    #expect(survey.remarks.filter(\.setsRowAside).map(\.place.line) == [2, 3])
    #expect(survey.remarks.contains { $0.reason == "repeated-tie" })
  }

  @Test func awkwardIdentifiersStayWhole() throws {
    let ids = ["with space", "with \"quotes\"", "with,comma", "Jörg", "🐝", "=1+1", "'"]
    let rows = ids.map { "\"\($0.replacing("\"", with: "\"\""))\",x" }
    #expect(Set(try survey("source,target\n" + rows.joined(separator: "\n")).actors.map(\.id)) == Set(ids + ["x"]))
  }

  @Test func topicsChannelsAndWavesAreKept() throws {
    let survey = try survey("source,target,topic,channel,wave\na,b,markets,meeting,1\na,b,,,2\n")
    #expect(survey.ties.map(\.topic) == ["markets", nil])
    #expect(survey.ties.map(\.wave) == ["1", "2"])
  }

  @Test(
    .needsSharedData,
    arguments: [
      ("Cheyenne", 14, 83), ("HurrFrederic", 21, 118), ("LakePomona", 20, 148), ("MtSi", 13, 33),
      ("MtStHelens", 27, 123),
      ("Texas", 25, 186), ("Wichita", 20, 149),
    ])
  func emonReads(_ name: String, _ actors: Int, _ ties: Int) throws {
    let folder = try #require(ReferenceFiles.sharedData).appending(path: "emon")
    var options = ReadingOptions()
    options.actorsFile = folder.appending(path: "\(name)_nodes.csv")
    options.kindColumn = "Sponsorship"
    let survey = try Survey(contentsOf: [folder.appending(path: "\(name)_edges.csv")], options: options)
    #expect(survey.actors.count == actors)
    #expect(survey.ties.count == ties)
    #expect(survey.accounts.allSatisfy { $0.rowsRead == $0.rowsUsed })
    #expect(survey.actors.allSatisfy { $0.kind != nil && $0.attributes["Command_Rank_Score"] != "NA" })
  }
}

/// Pairs of ties without direction that are listed, or claimed, from both ends.
@Suite struct MirroredTiesTests {
  private func survey(_ text: String, _ meaning: WeightMeaning = .none) throws -> Survey {
    try StudyFolder(["ties.csv": text]).survey(of: "ties.csv") {
      ($0.isDirected, $0.weightMeaning) = (false, meaning)
    }
  }

  @Test(arguments: ["source,target\na,b\nb,a\nb,c\n", "source,target,note\na,b,\nb,a,\nb,c,\n"])
  func aPairListedFromBothEndsIsOneTie(_ text: String) throws {
    let survey = try survey(text)
    #expect(survey.ties.count == 2 && survey.remarks.map(\.reason).contains("mirrored-tie"))
    #expect(try survey.reconciled().network.weight(from: 0, to: 1) == 1)
  }

  @Test func bothEndsAreTwoReportsOfOneWeight() throws {
    let text = "source,target,weight\na,b,2\nb,a,4\nb,c,3\n"
    #expect(try survey(text, .strength).ties.map(\.weight) == [3, 3])
    #expect(try survey(text, .distance).ties.map(\.weight) == [2, 3])
  }
}
