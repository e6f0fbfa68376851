import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// Aliases hold wherever an actor is named.
@Suite struct AliasReadingTests {
  private static let actors = "id,name\nI1,Acme GmbH\nI2,Beta AG\n"

  private func reading(_ files: [String: String]) throws -> StudyReading {
    let folder = try StudyFolder(files)
    let (careful, fast) = StudyReading.ofBothReaders([folder.url], ReadingOptions(), seed: 1)
    #expect(fast.allSatisfy { $0 == careful })
    return careful
  }

  @Test func anAliasHoldsForTies() throws {
    let reading = try reading([
      "actors.csv": Self.actors, "aliases.csv": "label,actor\nAcme,I1\nACM,I1\n", "ties.csv": "source,target\nACM,I2\n",
    ])
    #expect(reading.error == nil && reading.ties == [Tie(source: 0, target: 1)])
  }

  @Test func anAliasHoldsForRespondentsAndAnswers() throws {
    let reading = try reading([
      "actors.csv": Self.actors, "aliases.csv": "label,actor\nACM,I1\n",
      "claims.csv": "respondent,item,partner\nI2,shared,acm\nI2,shared,ACM\nACM,shared,I2\n",
      "responses.csv": "respondent,item,status\nACM,shared,answered\n",
    ])
    #expect(reading.error == nil && reading.claims.map(\.respondent) == [1, 1, 0])
    #expect(reading.claims.map(\.partner) == [.text("acm"), .actor(0), .actor(1)])
    #expect(reading.responses.map(\.respondent) == [0])
  }

  @Test func twoNamesOfOneActorTieItToItself() throws {
    let reading = try reading([
      "aliases.csv": "label,actor\nACM,Acme\n", "ties.csv": "source,target\nACM,Acme\nb,ACM\n",
    ])
    #expect(reading.actors.map(\.id) == ["Acme", "b"] && reading.ties.count == 1)
    #expect(reading.remarks.first?.reason == "self-tie")
  }

  @Test func anAliasOfAnAliasIsRefused() throws {
    let reading = try reading([
      "aliases.csv": "label,actor\nacme,ACM\nACM,Acme\n", "ties.csv": "source,target\nACM,b\n",
    ])
    #expect(reading.error?.message == "'ACM' is itself an alias, of 'Acme'; let 'acme' stand for that.")
    #expect(reading.error?.place.line == 2 && reading.error?.place.column == 6)
  }

  @Test func anAliasThatIsAnActorHasNoEffectAndThatIsSaid() throws {
    let reading = try reading([
      "actors.csv": Self.actors, "aliases.csv": "label,actor\nI2,I1\n", "ties.csv": "source,target\nI1,I2\n",
    ])
    #expect(reading.ties == [Tie(source: 0, target: 1)])
    #expect(reading.remarks.first { $0.reason == "alias-of-actor" }?.place.position == "aliases.csv:2:1")
  }
}
