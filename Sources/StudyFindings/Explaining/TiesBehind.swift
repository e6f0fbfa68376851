internal import ClusterSurveys
internal import DataFiles
internal import KnowledgeNetworks

/// The ties of one actor with the rows of the survey that speak of each.
struct TiesBehind {
  private let settled: Reconciliation
  private let actor: Int
  private let evident: EvidentTies
  private let claims: [Claim]
  private let givenIn: String?

  /// - Complexity: O(*c* + *m*) time for *c* claims and *m* ties.
  init(_ survey: Survey, _ settled: Reconciliation, of actor: Int) {
    (self.settled, self.actor) = (settled, actor)
    evident = EvidentTies(of: settled, isGivenAlone: survey.claims.isEmpty)
    claims = survey.claims.filter { $0.respondent == actor || $0.partner == .actor(actor) }
    let files = survey.accounts.filter { $0.role == "ties" }.map(\.file)
    givenIn = files.count == 1 ? files[0] : nil
  }

  /// Its ties from some actors and to some, each once, ascending.
  func ties(from givers: Set<Int>, to receivers: Set<Int>) -> [RoleExplanation.ExplainedTie] {
    let network = settled.network
    let incoming = givers.filter { network.hasTie(from: $0, to: actor) }.sorted()
    let outgoing = receivers.filter { network.hasTie(from: actor, to: $0) }.sorted()
    guard network.isDirected else { return Set(incoming + outgoing).sorted().flatMap { ties(actor, $0) } }
    return incoming.flatMap { ties($0, actor) } + outgoing.flatMap { ties(actor, $0) }
  }

  private func ties(_ giver: Int, _ receiver: Int) -> [RoleExplanation.ExplainedTie] {
    evident.between(giver, receiver).map { tie, evidence in
      let actors = settled.network.actors
      return RoleExplanation.ExplainedTie(
        giver: NamedActor(actors[tie.source]), receiver: NamedActor(actors[tie.target]), topic: tie.topic,
        channel: tie.channel, wave: tie.wave, giverReport: evidence.giver?.rawValue,
        receiverReport: evidence.receiver?.rawValue, givenIn: evidence.isGiven ? givenIn : nil,
        rows: evidence.isGiven ? [] : rows(of: tie))
    }
  }

  /// What either side says of a tie: of pairs without direction under both questions.
  private func rows(of tie: Tie) -> [RoleExplanation.SurveyRow] {
    claims.filter { claim in
      guard case .actor(let partner) = claim.partner,
        (claim.topic, claim.channel) == (tie.topic, tie.channel), claim.wave == tie.wave
      else { return false }
      let ends = claim.item == .shared ? (claim.respondent, partner) : (partner, claim.respondent)
      return ends == (tie.source, tie.target)
        || (!settled.network.isDirected && ends == (tie.target, tie.source))
    }.map { claim in
      RoleExplanation.SurveyRow(
        respondent: settled.network.actors[claim.respondent].id, item: claim.item.rawValue,
        answer: claim.answer.rawValue, file: claim.place.file, row: claim.place.line, column: claim.place.column)
    }.sorted { one, other in
      if one.item != other.item { return one.item > other.item }
      if one.respondent != other.respondent { return NaturalOrder.precedes(one.respondent, other.respondent) }
      return (one.file ?? "", one.row ?? 0, one.column ?? 0, one.answer)
        < (other.file ?? "", other.row ?? 0, other.column ?? 0, other.answer)
    }
  }
}
