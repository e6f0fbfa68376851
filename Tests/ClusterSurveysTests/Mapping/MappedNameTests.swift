import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Lists of ties and members that call actors by their names.
@Suite struct MappedNameTests {
  private static let mapping = """
    actors: actors.csv
    sources:
      - file: export.csv
        ties: {source: from, target: to}

    """
  private static let actors = "id,name\nA1,Alpha GmbH\nA2,Beta\nA3,A1\nA4,Twin\nA5,Twin\n"

  private func read(_ export: String, mapping: String = mapping) throws -> MappedExport {
    try MappedExport(export, mapping: mapping, more: ["actors.csv": Self.actors])
  }

  @Test func tiesNameActorsByIdentifierOrByName() throws {
    let read = try read("from,to\nAlpha GmbH,Beta\nA1,BETA\nA2,A1\n")
    let ties = read.survey.ties.map { "\(read.survey.actors[$0.source].id) \(read.survey.actors[$0.target].id)" }
    #expect(ties.sorted() == ["A1 A2", "A1 A2", "A2 A1"])
    #expect(read.survey.nameReview.entries.map(\.label) == ["BETA"])
  }

  @Test func membersAreNamedInTheSameWay() throws {
    let mapping = Self.mapping.replacing(
      "ties: {source: from, target: to}", with: "memberships: {group: to, member: from}")
    let read = try read("from,to\nAlpha GmbH,p\nA2,p\n", mapping: mapping)
    #expect(read.survey.ties.map { [$0.source, $0.target] } == [[0, 1]])
  }

  @Test(arguments: ["Twin", "Gamma"])
  func aNameOfSeveralOrOfNobodyIsRefused(_ name: String) throws {
    let error = try #require(throws: BuzzlineError.self) { try read("from,to\n\(name),Beta\n") }
    #expect(error.code == .unknownActor && error.place.position == "export.csv:2:1")
  }

  @Test func aFileOfTiesTakesIdentifiersAlone() throws {
    let folder = try StudyFolder(["actors.csv": Self.actors, "ties.csv": "source,target\nAlpha GmbH,A2\n"])
    let error = try #require(throws: BuzzlineError.self) { try folder.survey() }
    #expect(error.code == .unknownActor)
  }
}
