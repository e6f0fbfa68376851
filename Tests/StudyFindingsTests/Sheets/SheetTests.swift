import ClusterSurveys
import DiffusionRoles
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import StudyFindings

/// What is handed back to one cluster or one actor.
@Suite struct SheetTests {
  private static func findings(_ study: StatedStudy) throws -> Findings {
    try Study(survey: study.survey, options: study.options).findings()
  }

  /// Every text of a document that a reader sees.
  private static func texts(_ document: ReportDocument) -> String {
    document.json.jsonText + document.sections.flatMap(\.blocks).map { "\($0)" }.joined()
  }

  @Test func aClusterSheetNamesNobodyWhoIsNotTiedToIt() throws {
    let findings = try Self.findings(try .interspin().changed { $0.options.spread = nil })
    let network = findings.network
    let own = network.actors.indices.filter { network.actors[$0].cluster == "C01" }
    let known = Set(own).union(own.flatMap { network.partners(of: $0) })
    let text = Self.texts(findings.sheet(of: .cluster("C01")))
    var unnamed = 0
    for actor in network.actors.indices where !known.contains(actor) {
      // Names end in numbers, so that one may begin another.
      #expect(!text.contains("\"\(network.actors[actor].name)\""), "\(network.actors[actor].name)")
      unnamed += 1
    }
    #expect(unnamed > 50 && own.allSatisfy { text.contains("\"\(network.actors[$0].name)\"") })
  }

  @Test func placesAmongClustersAreCountedByHand() throws {
    let findings = try Self.findings(try .twoClusters().given())
    let network = findings.network
    for standing in findings.clusterStandings {
      let own = network.actors.indices.filter { network.actors[$0].cluster == standing.cluster }
      #expect(standing.members == own)
      #expect(standing.inside == network.pairs.count { own.contains($0.source) && own.contains($0.target) })
      #expect(standing.outside == network.pairs.count { own.contains($0.source) != own.contains($0.target) })
      #expect(standing.possible == own.count * (own.count - 1))
      #expect(Set(standing.gatekeepers) == Set(network.gatekeepers().gatekeepers).intersection(own))
    }
    #expect(findings.clusterStandings.count == 2)
  }

  @Test func observedPairsOfAClusterAreCountedByHand() throws {
    let study = try StatedStudy.twoClusters().selected(StudySelection(waves: ["1"]))
    let settled = try study.survey.reconciled()
    let all = Array(settled.network.actors.indices)
    #expect(settled.observedPairs(among: all) == settled.observedPairs)
    let clusters = Dictionary(grouping: all) { settled.network.actors[$0].cluster }
    #expect(clusters.values.allSatisfy { settled.observedPairs(among: $0) ?? 0 <= $0.count * ($0.count - 1) })
  }

  @Test func manyClustersHaveNoSections() throws {
    func sections(_ clusters: Int) throws -> Int {
      let letters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
      let study = StatedStudy(ties: (0..<26).map { letters[$0] + letters[($0 + 1) % 26] }).withActors {
        $1.cluster = Cluster(rawValue: "cluster \($0 % clusters)")
      }
      return try Self.findings(study).report.sections.count { $0.id.hasPrefix("cluster-") }
    }
    #expect(try sections(12) == 12)
    #expect(try sections(13) == 0)
    #expect(try sections(1) == 0)
  }

  @Test func theSheetOfAnActorIsItsCardAndItsTies() throws {
    let findings = try Self.findings(StatedStudy(ties: "ab", "bc", "cd").answered())
    let sheet = findings.sheet(of: .actor(1))
    #expect(sheet.title.text == "b")
    #expect(sheet.statements.map(\.statement.words.text) == findings.card(of: 1).lines.map(\.text))
    let ties = sheet.sections.flatMap(\.blocks).compactMap { block in
      if case .table(let table, _) = block { table.rows.count } else { nil }
    }
    #expect(ties == [2])
  }

  @Test func subjectsAreFoundByName() throws {
    let actors = try StatedStudy.twoClusters().survey.actors
    #expect(try SheetSubject(named: "C01", among: actors) == .cluster("C01"))
    #expect(try SheetSubject(named: actors[3].id, among: actors) == .actor(3))
    #expect(try SheetSubject(named: actors[3].name, among: actors) == .actor(3))
    let error = try #require(#expect(throws: BuzzlineError.self) { try SheetSubject(named: "C1", among: actors) })
    #expect(error.message.hasPrefix("There is no cluster and no actor 'C1'. Did you mean"))
  }
}
