import ClusterSurveys
import DiffusionRoles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import StudyFindings

/// What stands behind a score.
@Suite struct RoleExplanationTests {
  /// Every actor of a study explained in a role.
  private static func explained(
    _ study: Study, as role: ExplainedRole
  ) throws -> (network: KnowledgeNetwork, explanations: [RoleExplanation]) {
    let settled = try study.survey.reconciled(by: study.options.rule)
    let found = try settled.network.actors.indices.map { try study.explanation(of: $0, as: role, in: settled) }
    return (settled.network, found)
  }

  @Test(arguments: BrokerageRole.allCases) func pairsAreThoseThatTheCountCounts(role: BrokerageRole) throws {
    let knoke = try StatedStudy.knoke()
    let study = Study(survey: knoke.survey, options: knoke.options)
    let (network, explanations) = try Self.explained(study, as: .brokerage(role))
    let counts = try network.brokerage(by: .attribute("textbook_group"))
    for (actor, explanation) in explanations.enumerated() {
      #expect(explanation.count == counts[actor]?[role])
      #expect(Set(explanation.pairs).count == explanation.pairs.count)
      let shown = explanation.table.rows.map { Array($0.prefix(3)) }
      #expect(Set(shown).count == explanation.pairs.count)
      for pair in explanation.pairs {
        let (giver, receiver) = (network.position(of: pair.giver.id), network.position(of: pair.receiver.id))
        let (from, to) = (try #require(giver), try #require(receiver))
        #expect(network.hasTie(from: from, to: actor) && network.hasTie(from: actor, to: to))
        #expect(!network.hasTie(from: from, to: to))
      }
    }
    #expect(explanations.contains { $0.count > 0 })
  }

  /// b brokers a and c on the word of a and of c, on different topics.
  private static let files = [
    "actors.csv": "id,name,kind\na,A and Co,x\nb,B and Co,x\nc,C and Co,y\n",
    "claims.csv": """
    respondent,item,partner,topic,answer
    a,shared,b,markets,yes
    b,received,a,markets,no
    c,received,b,funding,yes
    b,received,a,funding,yes

    """,
  ]

  private static func study() throws -> Study {
    let folder = try ScratchFolder(files)
    return try withExtendedLifetime(folder) {
      Study(survey: try Survey(contentsOf: [folder.url]), options: StudyOptions(group: .kind))
    }
  }

  @Test func rowsAreThoseOfTheFile() throws {
    let (_, explanations) = try Self.explained(try Self.study(), as: .brokerage(.representative))
    let broker = explanations[1]
    #expect(broker.pairs.map { [$0.giver.id, $0.receiver.id] } == [["a", "c"]])
    let ties = broker.ties.map { tie in "\(tie.giver.id)\(tie.receiver.id) \(tie.topic ?? "")" }
    #expect(ties == ["ab funding", "ab markets", "bc funding"])
    let rows = broker.ties.map { tie in
      tie.rows.map { "\($0.file ?? ""):\($0.row ?? 0) \($0.respondent) \($0.item) \($0.answer)" }
    }
    #expect(
      rows == [
        ["claims.csv:5 b received yes"], ["claims.csv:2 a shared yes", "claims.csv:3 b received no"],
        ["claims.csv:4 c received yes"],
      ])
    #expect(broker.ties.map(\.giverReport) == ["denied", "affirmed", "not_asked"])
    #expect(broker.ties.map(\.receiverReport) == ["affirmed", "denied", "affirmed"])
    #expect(broker.text.contains("1. A and Co → B and Co → C and Co"))
    #expect(broker.text.contains("claims.csv:2"))
  }

  @Test func aPipelineGatekeeperIsExplainedByItsPartners() throws {
    let study = try StatedStudy.institutes()
    let (network, explanations) = try Self.explained(
      Study(survey: study.survey, options: study.options), as: .pipelineGatekeeper)
    let keepers = network.gatekeepers()
    for (actor, explanation) in explanations.enumerated() {
      #expect(explanation.inside.count == keepers.internalRelations[actor].map { Int($0) })
      #expect(explanation.outside.count == keepers.externalRelations[actor].map { Int($0) })
      #expect(explanation.ties.count == explanation.count)
    }
  }

  @Test func withoutDirectionPairsAreListedInBothOrders() throws {
    let study = try StatedStudy.knoke().changed { $0.survey.isDirected = false }
    let options = Study(survey: study.survey, options: study.options)
    let (network, explanations) = try Self.explained(options, as: .brokerage(.gatekeeper))
    let counts = try network.brokerage(by: .attribute("textbook_group"))
    for (actor, explanation) in explanations.enumerated() {
      #expect(explanation.count == counts[actor]?.gatekeeper)
      #expect(Set(explanation.table.rows.map { $0[0] }).count == explanation.count)
    }
  }

  @Test func explanationsAreReadBack() throws {
    let explanation = try Self.explained(try Self.study(), as: .brokerage(.representative)).explanations[1]
    let read = try JSONDecoder().decode(RoleExplanation.self, from: Data(explanation.jsonText.utf8))
    #expect(read == explanation)
  }

  @Test func rolesAreKnownByTheirWords() {
    #expect(ExplainedRole.all.map { ExplainedRole(named: $0.word) } == ExplainedRole.all)
    #expect(ExplainedRole(named: "consultant") == .brokerage(.itinerant))
    #expect(ExplainedRole(named: "Gatekeeper") == .brokerage(.gatekeeper) && ExplainedRole(named: "broker") == nil)
  }

  @Test func actorsAreFoundByIdentifierOrName() throws {
    let actors = ["A": "Alpha", "B": "Beta", "C": "Beta"].sorted { $0.key < $1.key }
      .map { NetworkActor(id: $0.key, name: $0.value) }
    #expect(try actors.position(called: "C") == 2)
    #expect(try actors.position(called: "Alpha") == 0)
    let several = try #require(#expect(throws: BuzzlineError.self) { try actors.position(called: "Beta") })
    #expect(several.message.contains("'B', 'C'") && several.code == .noSuchActor)
    let none = try #require(#expect(throws: BuzzlineError.self) { try actors.position(called: "Alpa") })
    #expect(none.message == "There is no actor 'Alpa'. Did you mean 'Alpha'?")
  }
}
