import ClusterSurveys
import DiffusionRoles
import Foundation
import KnowledgeNetworks
import TestNetworks
import TestStudies
import Testing

@testable import StudyFindings

/// What is said of one actor.
@Suite struct ActorCardTests {
  /// A sentence, a study and an actor of which it is said, and one of which it is not.
  typealias Case = (names: [Statement.Name], said: (String, String), unsaid: (String, String))

  static let cases: [Case] = [
    ([.actorRole, .actorGave, .actorHolds], ("chain", "b"), ("ring and isolate", "e")),
    ([.actorReceived], ("chain", "d"), ("chain", "a")),
    ([.actorWithoutTie, .actorFirstContact], ("ring and isolate", "e"), ("ring and isolate", "a")),
    ([.actorAnswered], ("chain", "a"), ("ring of two waves", "a")),
    ([.actorExchanged], ("without direction", "a"), ("chain", "a")),
    ([.actorRank], ("chain", "a"), ("ring of two waves, outsider", "a")),
    ([.actorReplaceable], ("ring and isolate", "a"), ("chain", "b")),
    ([.actorIntroduction], ("chain", "a"), ("one tie", "a")),
  ]

  private static func card(_ study: String, _ actor: String) throws -> ActorCard {
    var found = StatedStudy(ties: "ab", "bc")
    found.survey.isDirected = false
    if let make = StatementTests.studies[study] { found = try make() }
    let findings = try Study(survey: found.survey, options: found.options).findings()
    return findings.card(of: try #require(findings.network.position(of: actor)))
  }

  @Test(arguments: cases.indices) func aSentenceGoesWithItsCondition(place: Int) throws {
    let (names, said, unsaid) = Self.cases[place]
    let (saying, silent) = (try Self.card(said.0, said.1), try Self.card(unsaid.0, unsaid.1))
    for name in names.map(\.rawValue) {
      #expect(saying.lines.contains { $0.statement == name }, "\(name) is missing of \(said)")
      #expect(!silent.lines.contains { $0.statement == name }, "\(name) is said of \(unsaid)")
    }
  }

  @Test func knokesMayorIsDescribed() throws {
    let findings = try KnokeStudy.findings()
    let card = findings.card(of: try #require(findings.network.position(of: "MAYR")))
    #expect(card.actor.name == "Mayor's Office")
    let given = try #require(card.ranks.first { $0.measure == "given" })
    #expect(given.rank == 1 && given.value == 8 && given.of == 10 && given.best == nil)
    let brokered = try #require(card.ranks.first { $0.measure == "brokered" })
    #expect(brokered.rank == 1 && brokered.value == 27)
    #expect(card.lines.contains { $0.text.hasPrefix("It gave to 8 actors: ") && $0.text.hasSuffix("without reports.") })
    #expect(card.text.hasPrefix("Mayor's Office (MAYR, "))
  }

  @Test func ranksAreThoseOfEveryRule() throws {
    let study = try StatedStudy.twoClusters().selected(StudySelection(waves: ["1"]))
    let findings = try Study(survey: study.survey, options: study.options).findings()
    let networks = try ReconciliationRule.allCases.map { try study.survey.reconciled(by: $0).network }
    var differs = 0
    for actor in findings.network.actors.indices {
      let rank = try #require(findings.card(of: actor).ranks.first { $0.measure == "given" })
      let ranks = networks.map { network in
        1 + network.actors.indices.count { network.receiverCount(of: $0) > network.receiverCount(of: actor) }
      }
      #expect(rank.best == ranks.min() && rank.worst == ranks.max() && rank.rank == ranks[0])
      if rank.best != rank.worst { differs += 1 }
    }
    #expect(differs > 0)
  }

  @Test func onWhoseWordTiesRestIsCounted() throws {
    let study = try StatedStudy.twoClusters().selected(StudySelection(waves: ["1"]))
    let settled = try study.survey.reconciled()
    let ties = EvidentTies(of: settled, isGivenAlone: false)
    for (tie, evidence) in zip(settled.network.ties, settled.evidence) {
      let between = ties.between(tie.source, tie.target)
      #expect(between.contains { $0.tie == tie && $0.evidence == evidence })
    }
  }

  @Test func cardsDoNotDependOnThreadsOrRows() throws {
    let study = try StatedStudy.twoClusters()
    let shuffled = study.changed { $0.survey.claims.reverse() }
    func cards(_ study: StatedStudy, threads: Int) throws -> [ActorCard] {
      let findings = try Study(survey: study.survey, options: study.options)
        .findings(workers: Workers(threads: threads))
      return findings.network.actors.indices.map(findings.card(of:))
    }
    let cards1 = try cards(study, threads: 1)
    #expect(try cards(shuffled, threads: 3) == cards1)
    #expect(try JSONDecoder().decode([ActorCard].self, from: JSONEncoder().encode(cards1)) == cards1)
  }

  @Test func hostileNamesStayOnOneLine() throws {
    let study = StatedStudy(ties: "ab", "bc", "cd", "da", "ac").withActors {
      $1.name = HostileNames.all[$0 * 3]
    }
    let findings = try Study(survey: study.survey, options: study.options).findings()
    for actor in findings.network.actors.indices {
      let card = findings.card(of: actor)
      #expect(card.text.split(separator: "\n").count == card.lines.count + 1)
      #expect(card.text.utf8.count < 4_000)
    }
  }
}
