import ClusterSurveys
import Foundation
import KnowledgeDiffusion
import KnowledgeNetworks
import TestNetworks
import TestStudies
import Testing

@testable import StudyFindings

/// What was found can be written and read back without loss.
@Suite struct CodableFindingsTests {
  private func readsBack<Value: Codable>(_ value: Value) throws -> Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let written = try encoder.encode(value)
    #expect(written.count > 2)
    return try encoder.encode(JSONDecoder().decode(Value.self, from: written)) == written
  }

  @Test func everyTopicReadsBack() throws {
    let findings = try KnokeStudy.findings()
    #expect(findings.topics.count == 9)
    for topic in findings.topics { #expect(try readsBack(topic), "\(type(of: topic))") }
  }

  @Test func spreadReadsBack() throws {
    let survey = try Survey(contentsOf: [ReferenceFiles.examples.appending(path: "knoke")])
    let spread = StudySpread(
      .cascade(.constant(0.2)), settings: ["probability": 0.2], options: try SpreadOptions(runs: 50, seed: 2))
    let findings = try Study(survey: survey, options: StudyOptions(spread: spread)).findings()
    let diffusion = try #require(findings.spread)
    #expect(try readsBack(diffusion))
    let seeds = diffusion.seeds
    #expect(try JSONDecoder().decode(SeedFinding.self, from: JSONEncoder().encode(seeds)) == seeds)
    #expect(diffusion.asked.settings == ["probability": .number(0.2)])
  }

  @Test func aNetworkReadsBack() throws {
    let network = try KnowledgeNetwork(
      actors: [
        NetworkActor(id: "a", name: "A", kind: .sme, cluster: "north", attributes: ["size": "3"]),
        NetworkActor(id: "b"),
      ],
      ties: [
        Tie(source: 0, target: 1, weight: 2.5, topic: "t", channel: "c", wave: "1"), Tie(source: 1, target: 0),
      ], isDirected: true, weightMeaning: .strength)
    let read = try JSONDecoder().decode(KnowledgeNetwork.self, from: JSONEncoder().encode(network))
    #expect(read == network && "\(read)" == "2 actors, 2 ties")
    let other = try KnowledgeNetwork(actors: network.actors, ties: network.ties.dropLast(), weightMeaning: .strength)
    #expect(other != network && "\(other)" == "2 actors, 1 tie")
    let foreign = Data(
      #"{"actors":[],"ties":[{"source":0,"target":1,"weight":1}],"isDirected":true,"weightMeaning":"none"}"#.utf8)
    #expect(throws: BuzzlineError.self) { try JSONDecoder().decode(KnowledgeNetwork.self, from: foreign) }
  }

  @Test func undefinedScoresReadBackAsUndefined() throws {
    let scores = ActorScores(measure: "m", [1, .nan, 0.1], remarks: ["r"], isNormalized: true)
    let read = try JSONDecoder().decode(ActorScores.self, from: JSONEncoder().encode(scores))
    #expect(read == scores && read[1] == nil && read.remarks == ["r"] && read.isNormalized)
  }
}
