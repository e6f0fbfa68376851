import ClusterSurveys
import Foundation
import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@testable import StudyFindings

/// What changed between waves, by hand.
@Suite struct ChangeTests {
  /// `a` and `b` of one cluster, `c` and `d` of another; `x` and `y` are outsiders.
  private static let actors = [
    NetworkActor(id: "a", kind: .sme, cluster: "north"), NetworkActor(id: "b", kind: .sme, cluster: "north"),
    NetworkActor(id: "c", kind: .largeFirm, cluster: "south"),
    NetworkActor(id: "d", kind: .largeFirm, cluster: "south"),
    outsider("x"), outsider("y"),
  ]

  private static func outsider(_ id: String) -> NetworkActor {
    var actor = NetworkActor(id: id)
    actor.isMember = false
    return actor
  }

  private static func findings(
    _ waves: [String], isDirected: Bool = true, members: Int = 4, workers: Workers = .all
  ) throws -> Findings {
    let ids = actors.map(\.id)
    let ties = waves.enumerated().flatMap { wave, pairs in
      pairs.split(separator: " ").map { pair in
        Tie(
          source: ids.firstIndex(of: String(pair.prefix(1))) ?? 0,
          target: ids.firstIndex(of: String(pair.suffix(1))) ?? 0, wave: String(wave + 1))
      }
    }
    var survey = Survey(actors: actors, ties: ties, isDirected: isDirected)
    for absent in members..<4 { survey.presence.exclude(absent, from: "2") }
    let options = StudyOptions(permutations: PermutationOptions(draws: 99, seed: 3))
    return try Study(survey: survey, options: options).findings(workers: workers)
  }

  private static func cells(_ table: FindingsTable, row: Int = 0) -> [String: Cell] {
    Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.heading), table.rows[row]))
  }

  @Test func aStarThatStaysIsHeldAgainstItsPermutations() throws {
    let change = try #require(Self.findings(["ab ac ad", "ab ac ad"]).change)
    let all = Self.cells(change.table)
    #expect(all["kept"] == .count(3) && all["observed_pairs"] == .count(12) && all["jaccard"] == .number(1))
    // The centre is the same in one of four permutations; in the others no tie is kept.
    let tests = try #require(change.steps[0].tests)
    #expect(abs(tests.kept.mean - 0.75) < 1e-12 && abs(tests.jaccard.mean - 0.25) < 1e-12)
    #expect(all["permuted_kept"] == .number(tests.kept.mean) && all["permuted_jaccard"] == .number(tests.jaccard.mean))
    #expect(all["p_permuted"] == .number(0.5))
    let formed = ObservedShare(count: 0, of: 9)
    #expect(change.steps[0].formedShare == formed && all["formed_share"] == .number(0))
    #expect(all["formed_share_to"] == .number(formed.interval?.upperBound) && all["formed_share_from"] == .number(0))
    let byKinds = Self.cells(change.table, row: 1)
    for column in ["formed_share", "permuted_kept", "permuted_jaccard", "p_permuted", "observed_pairs"] {
      #expect(byKinds[column] == .undefined)
    }
  }

  @Test func wavesStandSideBySideWithIntervals() throws {
    let found = try Self.findings(["ab ac ad ba", "ab xa"])
    let waves = try #require(found.waves)
    let (first, second) = (Self.cells(waves.table), Self.cells(waves.table, row: 1))
    #expect(first["wave"] == .text("1") && first["members"] == .count(4) && first["outsiders"] == .count(0))
    #expect(second["outsiders"] == .count(1) && second["connected_pairs"] == .count(2))
    let density = ObservedShare(count: 4, of: 12).interval
    #expect(first["density"] == .number(4 / 12.0) && first["density_from"] == .number(density?.lowerBound))
    #expect(first["density_to"] == .number(density?.upperBound) && second["density"] == .number(1 / 12.0))
    // One of three tied pairs is tied both ways: two of four ties are returned.
    let both = try #require(ObservedShare(count: 1, of: 3).interval)
    #expect(first["reciprocity"] == .number(0.5))
    #expect(first["reciprocity_from"] == .number(2 * both.lowerBound / (1 + both.lowerBound)))
    #expect(first["reciprocity_to"] == .number(2 * both.upperBound / (1 + both.upperBound)))
    let network = found.earlier[0].network
    let jackknife = try #require(network.degreeCentralisationJackknife(.outgoing)).interval(within: 0...1)
    #expect(first["centralisation_out_degree_from"] == .number(jackknife.lowerBound))
    #expect(first["centralisation_out_degree_to"] == .number(jackknife.upperBound))
    let paths = try network.betweennessCentralisationJackknife()
    #expect(paths != nil)
    #expect(first["centralisation_betweenness_to"] == .number(paths?.interval(within: 0...1).upperBound))
    // Without any of its two actors the one tie between grouped actors is gone.
    #expect(second["external_internal"] == .number(-1) && second["external_internal_from"] == .undefined)
  }

  @Test func withoutDirectionNothingIsSaidOfReturns() throws {
    let waves = try #require(Self.findings(["ab ac", "ab"], isDirected: false).waves)
    let first = Self.cells(waves.table)
    #expect(first["reciprocity"] == .undefined && first["reciprocity_from"] == .undefined)
    #expect(first["density_from"] == .number(ObservedShare(count: 2, of: 6).interval?.lowerBound))
  }

  @Test func membersAndOutsidersComeAndLeaveApart() throws {
    let turnover = try #require(Self.findings(["ab xa", "ab ya yb"], members: 3).turnover)
    let (members, outsiders) = (Self.cells(turnover.table), Self.cells(turnover.table, row: 1))
    #expect(members["who"] == .word("members") && members["staying"] == .count(3))
    #expect(members["entering"] == .count(0) && members["leaving"] == .count(1))
    #expect(outsiders["who"] == .word("outsiders") && outsiders["staying"] == .count(0))
    #expect(outsiders["entering"] == .count(1) && outsiders["leaving"] == .count(1))
  }

  @Test func rolesOfMembersAreFollowed() throws {
    // `b` stands between `a` inside and `c` and `x` outside, and no longer does; `a` hears from `x` instead.
    let found = try #require(Self.findings(["ab bc xb", "ab xa"]).roleTransitions)
    func count(_ scheme: RoleTransitionFinding.Scheme, _ before: String?, _ after: String?) -> Int {
      found.transitions.first { $0.scheme == scheme && $0.before == before && $0.after == after }?.actors ?? 0
    }
    #expect(count(.broker, "yes", "no") == 1 && count(.broker, "no", "no") == 3)
    #expect(count(.pipelineGatekeeper, "yes", "no") == 1 && count(.pipelineGatekeeper, "no", "yes") == 1)
    #expect(count(.cognitivePosition, "isolated", "isolated") == 1)
    for scheme in RoleTransitionFinding.Scheme.allCases {
      #expect(found.transitions.filter { $0.scheme == scheme }.reduce(0) { $0 + $1.actors } == 4)
    }
    let heads = found.table.columns.map(\.heading)
    #expect(heads == ["from", "to", "scheme", "before", "after", "actors"] && found.table.name == "role-transitions")
  }

  @Test func threadsAndOrderOfTiesAreWithoutEffect() throws {
    let one = try Self.findings(["ab bc cd da xa", "ab cb dc yb"], workers: Workers(threads: 1))
    let other = try Self.findings(["xa da cd bc ab", "yb dc cb ab"], workers: Workers(threads: 3))
    #expect(one.tables == other.tables && one.report == other.report)
  }

  @Test func whatChangedReadsBack() throws {
    let found = try Self.findings(["ab bc cd da xa", "ab cb dc yb"])
    func readsBack<Value: Codable & Equatable>(_ value: Value?) throws -> Bool {
      try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value
    }
    #expect(try readsBack(found.change) && readsBack(found.waves))
    #expect(try readsBack(found.turnover) && readsBack(found.roleTransitions))
  }

  @Test func aStudyOfOneWaveHasNoneOfThis() throws {
    let found = try Self.findings(["ab"])
    #expect(found.waves == nil && found.turnover == nil && found.roleTransitions == nil && found.change == nil)
  }
}
