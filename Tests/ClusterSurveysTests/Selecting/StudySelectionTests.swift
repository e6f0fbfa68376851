import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// Parts of studies: what is selected, what is left out, and who still counts as having answered.
struct StudySelectionTests {
  private static let surveys = (1...200).map { RandomSurveys.survey(seed: UInt64($0)) }

  private static func lines(_ survey: Survey) throws -> [String] {
    let reconciliation = try survey.reconciled()
    return survey.actors.map(\.id)
      + zip(reconciliation.network.ties, reconciliation.evidence).map { tie, evidence in
        "\(survey.actors[tie.source].id) \(survey.actors[tie.target].id) \(tie.wave ?? "") \(tie.topic ?? "") \(evidence)"
      } + ["\(reconciliation.observedPairs) \(reconciliation.unobservedPairs)"]
  }

  @Test func selectingEverythingChangesNothing() throws {
    for survey in Self.surveys {
      let (part, loss) = try survey.selected(by: StudySelection())
      #expect(try Self.lines(part) == Self.lines(survey) && loss == SelectionLoss() && loss.sentence == nil)
      #expect(try Self.lines(survey.part(waves: nil).survey) == Self.lines(survey))
    }
  }

  @Test func selectingTwiceIsSelectingWhatBothSelect() throws {
    var compared = 0
    for survey in Self.surveys {
      let topics = Set(survey.claims.compactMap(\.topic)), waves = Set(survey.claims.compactMap(\.wave))
      guard topics.contains("a"), waves.contains("1") else { continue }
      let both = try survey.selected(by: StudySelection(waves: ["1"], topics: ["a"])).survey
      let wave = try survey.selected(by: StudySelection(waves: ["1"])).survey
      guard wave.claims.contains(where: { $0.topic == "a" }) || wave.ties.contains(where: { $0.topic == "a" }) else {
        continue
      }
      compared += 1
      #expect(try Self.lines(wave.selected(by: StudySelection(topics: ["a"])).survey) == Self.lines(both))
    }
    #expect(compared > 20)
  }

  /// What a selection keeps is what the whole study holds of it, and pairs stay as observed as they were.
  @Test func aTopicKeepsItsTiesAndWhoAnswered() throws {
    var compared = 0
    for survey in Self.surveys where survey.claims.contains(where: { $0.topic == "a" }) {
      let (part, loss) = try survey.selected(by: StudySelection(topics: ["a"]))
      let (whole, of) = (try survey.reconciled(), try part.reconciled())
      let expected = zip(whole.network.ties, whole.evidence).filter { $0.0.topic == "a" }
      #expect(Array(of.network.ties) == expected.map(\.0) && of.evidence == expected.map(\.1))
      #expect(loss.claims == survey.claims.count { $0.topic != "a" })
      compared += expected.count
    }
    #expect(compared > 50)
  }

  private static let study = Survey(
    actors: [
      NetworkActor(id: "a", kind: .sme, cluster: "north"), NetworkActor(id: "b", kind: .largeFirm, cluster: "north"),
      NetworkActor(id: "c", kind: .sme, cluster: "south"),
    ],
    claims: [
      Claim(respondent: 0, item: .shared, partner: .actor(1), topic: "funding"),
      Claim(respondent: 0, item: .shared, partner: .actor(2), topic: "markets"),
      Claim(respondent: 2, item: .received, partner: .actor(0), topic: "markets"),
    ])

  @Test func kindsAndClustersKeepTheTiesAmongThem() throws {
    let smes = try Self.study.selected(by: StudySelection(kinds: [.sme]))
    #expect(smes.survey.actors.map(\.id) == ["a", "c"] && smes.loss.actors == 1 && smes.loss.claims == 1)
    #expect(try smes.survey.reconciled().network.ties.map { [$0.source, $0.target] } == [[0, 1]])
    #expect(smes.loss.sentence == "The selection leaves out 1 actor, 1 claim.")
    #expect(smes.survey.remarks.last?.reason == "selection")
    let north = try Self.study.selected(by: StudySelection(clusters: ["north"])).survey
    #expect(try north.reconciled().network.ties.map(\.topic) == ["funding"])
  }

  @Test func scopesKeepTheirTies() throws {
    let buzz = try Self.study.selected(by: StudySelection(scopes: [.localBuzz])).survey
    #expect(try buzz.reconciled().network.ties.map(\.topic) == ["funding"])
    let pipelines = try Self.study.selected(by: StudySelection(scopes: TieScope.pipelines)).survey
    #expect(try pipelines.reconciled().network.ties.map(\.topic) == ["markets"])
  }

  @Test func whoNamedOthersHasDeniedTheRest() throws {
    // c names a under markets alone; of funding that is a no to everyone.
    let funding = try Self.study.selected(by: StudySelection(topics: ["funding"])).survey.reconciled()
    #expect(try funding.observedPairs == Self.study.reconciled().observedPairs)
  }

  @Test(arguments: [
    (StudySelection(waves: ["1"]), "The study states no wave."),
    (StudySelection(topics: ["market"]), "There is no topic 'market'. Did you mean 'markets'?"),
    (StudySelection(channels: ["fair"]), "The study states no channel."),
    (StudySelection(kinds: ["smes"]), "There is no kind 'smes'. Did you mean 'sme'?"),
    (StudySelection(clusters: ["east"]), "There is no cluster 'east'."),
  ]) func wordsThatNobodyStatesAreRefused(_ selection: StudySelection, _ words: String) throws {
    let error = try #require(#expect(throws: BuzzlineError.self) { try Self.study.selected(by: selection) })
    #expect(error.code == .unknownGroup && error.message == words)
  }

  @Test func plainTiesStayPlain() throws {
    let plain = TieList(PlainTies(sources: [0, 1, 2], targets: [1, 2, 0]))
    var survey = Self.study
    survey.ties = plain
    let part = try survey.selected(by: StudySelection(kinds: [.sme])).survey
    #expect(part.ties.plain == PlainTies(sources: [1], targets: [0]))
  }
}
