import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// How exports are read, whatever they say.
@Suite struct MappedReadingTests {
  private static let mapping = """
    codes: {tie: [1], no_tie: [0]}
    sources:
      - file: export.csv
        respondent: org
        items:
          - {item: shared, columns: {match: 'to (?<partner>.+)'}, partner: {from: partner, kind: actor}}
    """

  private func folder(_ export: String) throws -> StudyFolder {
    try StudyFolder(["export.csv": export, "mapping.yaml": Self.mapping])
  }

  @Test func readingIsGivenUpWhenItsTaskIs() async throws {
    let folder = try folder("org,to A,to B\nA,0,1\nB,1,0\n")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try folder.survey(of: "mapping.yaml").claims.count
    }
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }

  @Test func cellsThatMakeClaimsAreCountedBeforeTheyAreRead() throws {
    let folder = try folder("org;to A\n" + String(repeating: ";", count: 3_300_000))
    let error = #expect(throws: BuzzlineError.self) {
      try Survey(
        contentsOf: [folder.url.appending(path: "mapping.yaml")],
        workers: Workers(memory: MemoryBudget(limit: 1_000_000_000)))
    }
    #expect(error?.code == .outOfMemory && error?.message.hasPrefix("Reading") == true)
  }

  @Test func equalCellsOfDifferentSpellingSayTheSame() throws {
    let read = try MappedExport(
      "org,to A,to B,to C\nA,0,\"1\",1\n\"B\", 1 ,'0,\"0\"\n C,1,1,0\n",
      mapping: Self.mapping.replacing("no_tie: [0]", with: "no_tie: [0, \"'0\"]"))
    #expect(
      read.claims == [
        "A shared B yes", "A shared C yes", "B shared A yes", "B shared C no", "C shared A yes", "C shared B yes",
      ])
    #expect(
      read.survey.remarks.filter { $0.reason == "self-claim" }.map(\.place.position) == [
        "export.csv:2:3", "export.csv:3:9", "export.csv:4:8",
      ])
  }
}
