internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

/// Where each member stands among all, under the rule of the study and under every other, and what it alone holds
/// together: what cards of actors need of the whole network.
struct ActorStandings: Sendable {
  /// A number by which members are ranked.
  struct Ranking: Sendable {
    let measure: RankedMeasure
    /// The numbers under the rule of the study.
    let scores: ActorScores
    /// How many members have a number.
    let ranked: Int
    /// The rank of each actor from 1, members with equal numbers sharing the best; `nil` where there is none.
    let ranks: [Int?]
    /// The best and the worst rank under the four rules; empty where they are not compared.
    let ranges: [ClosedRange<Int>?]
  }

  let rankings: [Ranking]
  /// Whether other rules could have made other ties.
  let comparesRules: Bool
  /// How many others lose the rest of their component without each actor.
  let cutOff: [Int]
  /// How many pairs each actor alone brokers; `nil` where its group is not stated or nothing groups actors.
  let solePairs: [Int?]
  let ties: EvidentTies
  /// What became of asking each actor, question by question; nothing of actors of which that is not stated.
  let responses: [Int: [Response]]
  /// How many claims each actor affirms.
  let affirmed: [Int]

  /// - Complexity: O(*r* (*n* log *n* + *m*)) time for *r* rules, *n* actors and *m* connected pairs, beside that of
  ///   the pairs that actors alone broker.
  init(
    of survey: Survey, under rules: RuleNetworks, betweenness: ActorScores
  ) throws(BuzzlineError) {
    let (network, brokerage) = (rules.own.network, rules.own.brokerage)
    let others = rules.all.filter { $0.reconciliation.rule != rules.own.reconciliation.rule }.map(Self.scores)
    comparesRules = !others.isEmpty
    let members = network.actors.map(\.isMember)
    rankings =
      Self.scores(of: rules.own).map { measure, own in
        Ranking(
          measure, own, others: others.compactMap { $0.first { $0.measure == measure }?.scores }, members)
      } + (betweenness.isEmpty ? [] : [Ranking(.betweenness, betweenness, others: [], members)])
    cutOff = CutActors(of: network).cutOff
    solePairs = try brokerage?.solePairs() ?? Array(repeating: nil, count: network.actorCount)
    ties = EvidentTies(of: rules.own.reconciliation, isGivenAlone: survey.claims.isEmpty)
    responses = Dictionary(grouping: survey.responses, by: \.respondent)
    affirmed = survey.claims.reduce(into: Array(repeating: 0, count: network.actorCount)) { counts, claim in
      if claim.answer == .yes { counts[claim.respondent] += 1 }
    }
  }

  private static func scores(
    of settled: RuleNetworks.Settled
  ) -> [(measure: RankedMeasure, scores: ActorScores)] {
    let network = settled.network
    let degrees = network.giveTake()
    let partners: [(measure: RankedMeasure, scores: ActorScores)] =
      network.isDirected ? [(.given, degrees.given), (.received, degrees.received)] : [(.partners, degrees.given)]
    let brokered = settled.brokerage.map { brokerage in
      ActorScores(
        measure: RankedMeasure.brokered.rawValue,
        network.actors.indices.map { brokerage[$0].map { Double($0.total) } ?? .nan })
    }
    return partners + (brokered.map { [(.brokered, $0)] } ?? [])
      + [(.outside, network.gatekeepers().externalRelations)]
  }
}

/// By what cards rank members.
enum RankedMeasure: String, CaseIterable, Sendable {
  case given
  case received
  case partners
  case brokered
  case outside
  case betweenness

  /// What stands before the line of a card.
  var label: Paragraph {
    switch self {
    case .given: "Rank by actors given to"
    case .received: "Rank by actors received from"
    case .partners: "Rank by partners"
    case .brokered: "Rank by brokered pairs"
    case .outside: "Rank by partners outside its cluster"
    case .betweenness: "Rank by betweenness"
    }
  }
}

extension ActorStandings.Ranking {
  fileprivate init(_ measure: RankedMeasure, _ own: ActorScores, others: [ActorScores], _ isMember: [Bool]) {
    (self.measure, scores) = (measure, own)
    let ranks = Self.ranks(own, isMember)
    self.ranks = ranks
    ranked = ranks.count { $0 != nil }
    let all = [ranks] + others.map { Self.ranks($0, isMember) }
    ranges =
      others.isEmpty
      ? []
      : isMember.indices.map { actor in
        let found = all.compactMap { $0[actor] }
        guard let best = found.min(), let worst = found.max() else { return nil }
        return best...worst
      }
  }

  /// Numbers that differ by less than rounding does share a rank.
  private static func ranks(_ scores: ActorScores, _ isMember: [Bool]) -> [Int?] {
    let known = scores.indices.filter { isMember[$0] && scores[$0] != nil }
    let ordered = known.sorted { (scores[$0] ?? 0, $1) > (scores[$1] ?? 0, $0) }
    var ranks = [Int?](repeating: nil, count: isMember.count)
    var (rank, last) = (1, Double.infinity)
    for (place, actor) in ordered.enumerated() {
      let score = scores[actor] ?? 0
      if last - score > 1e-9 * max(1, abs(last)) || place == 0 { (rank, last) = (place + 1, score) }
      ranks[actor] = rank
    }
    return ranks
  }
}
