internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// A sentence of a card and what it is about.
  typealias CardStatement = (label: Paragraph, said: Statement)

  /// All that is said of an actor, in order.
  func cardStatements(of actor: Int) -> [CardStatement] {
    let exchanged: [CardStatement?] =
      network.isDirected
      ? [partnersStatement(of: actor, gave: true), partnersStatement(of: actor, gave: false)]
      : [partnersStatement(of: actor, gave: nil)]
    let all =
      [roleStatement(of: actor), answeredStatement(of: actor)] + exchanged
      + (standings?.rankings ?? []).map { rankStatement(of: actor, by: $0) }
      + [lossStatement(of: actor), introductionStatement(of: actor)]
    return all.compactMap(\.self)
  }

  private func evidenceOfPairs(_ actor: Int) -> Evidence {
    Evidence(
      .connectedPairs, network.receiverCount(of: actor) + (network.isDirected ? network.giverCount(to: actor) : 0))
  }

  /// What it does for others, in words.
  private func roleStatement(of actor: Int) -> CardStatement? {
    let evidence = evidenceOfPairs(actor)
    guard evidence.size > 0 else {
      return Statement(
        .actorWithoutTie, on: evidence,
        reconciliation.unobservedPairs > 0
          ? "The data hold no tie of it; not every pair is observed." : "The data hold no tie of it."
      ).map { ("Role", $0) }
    }
    let words = [positionWords(of: actor), gatekeeperWords(of: actor), brokerWords(of: actor)].compactMap(\.self)
    return Statement(
      .actorRole, on: evidence,
      words.isEmpty ? "It has ties, and the data do not show a role." : words.joined(by: " ")
    ).map { ("Role", $0) }
  }

  private func positionWords(of actor: Int) -> Paragraph? {
    positions.positions[actor].map { "By its part in its cluster it is: \(stressed: Paragraph(ours: $0.label))." }
  }

  private func gatekeeperWords(of actor: Int) -> Paragraph? {
    let keepers = positions.gatekeepers
    guard let inside = keepers.internalRelations[actor], let outside = keepers.externalRelations[actor] else {
      return nil
    }
    return keepers.isGatekeeper(actor) == true
      ? """
      It is a *pipeline gatekeeper*: it has \(count: Int(inside), "partner") inside its cluster and \
      \(count: Int(outside)) outside.
      """
      : "It has \(count: Int(inside), "partner") inside its cluster and \(count: Int(outside)) outside."
  }

  private func brokerWords(of actor: Int) -> Paragraph? {
    guard let counts = brokerage.observed?[actor] else { return nil }
    guard let main = BrokerageRole.allCases.max(by: { counts[$0] < counts[$1] }), counts.total > 0 else {
      return "It brokers no pair."
    }
    let same = BrokerageRole.allCases.filter { counts[$0] == counts[main] }
    let orders = network.isDirected ? "pair" : "ordered pair"
    return same.count == 1
      ? """
      It brokers \(count: counts.total, orders), by \(groupingName) most often as \(stressed: main.words) \
      (\(count: counts[main])), which \(main.explanation).
      """
      : "It brokers \(count: counts.total, orders), by \(groupingName) in several roles equally often."
  }

  /// Whether it was heard itself.
  private func answeredStatement(of actor: Int) -> CardStatement? {
    guard let standings, study.survey.wasAsked, network.actors[actor].isMember else { return nil }
    let (own, claims) = (standings.responses[actor] ?? [], standings.affirmed[actor])
    let items = SurveyItem.allCases.flatMap { item in
      Set(own.filter { $0.item == item }.map(\.status)).sorted { $0.rawValue < $1.rawValue }.map {
        status -> Paragraph in
        "\(word: item.rawValue): \(word: status.rawValue.replacing("_", with: " "))"
      }
    }
    return Statement(
      .actorAnswered, on: Evidence(.affirmedClaims, claims),
      items.isEmpty
        ? "Nothing is stated of its response; it affirms \(count: claims, "tie")."
        : "\(items.joined(by: ", ")); it affirms \(count: claims, "tie")."
    ).map { ("Answered", $0) }
  }

  /// To whom it gave or from whom it received, and on whose word; `nil` for both without direction.
  private func partnersStatement(of actor: Int, gave: Bool?) -> CardStatement? {
    let partners = gave == false ? Array(network.givers(to: actor)) : Array(network.receivers(of: actor))
    guard let standings, !partners.isEmpty else { return nil }
    let pairs = partners.map { gave == false ? (source: $0, target: actor) : (source: actor, target: $0) }
    let named = partners.map { "\(name: label(of: $0))" }.listed(first: 8)
    let (count, basis) = (partners.count, words(of: standings.ties.bases(of: pairs)))
    let (about, name, said): (Paragraph, Statement.Name, Paragraph) =
      switch gave {
      case true?: ("Gave", .actorGave, "It gave to \(count: count, "actor"): \(named); \(basis).")
      case false?: ("Received", .actorReceived, "It received from \(count: count, "actor"): \(named); \(basis).")
      case nil: ("Exchanged", .actorExchanged, "It exchanged with \(count: count, "actor"): \(named); \(basis).")
      }
    return Statement(name, on: Evidence(.connectedPairs, count), said).map { (about, $0) }
  }

  private func words(of bases: [TieBasis]) -> Paragraph {
    let counts = bases.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let parts = TieBasis.all(network.isDirected).compactMap { basis in counts[basis].map { ($0, basis.clause) } }
    if parts.count == 1, parts[0].0 > 1 { return "all \(parts[0].1)" }
    return parts.map { "\(count: $0.0) \($0.1)" }.joined(by: ", ")
  }

  /// Where it stands among members, and how far that hangs on the rule.
  private func rankStatement(of actor: Int, by ranking: ActorStandings.Ranking) -> CardStatement? {
    guard let rank = ranking.rank(of: actor), rank.value > 0 else { return nil }
    let value: Paragraph =
      ranking.measure == .betweenness ? "\(number: rank.value)" : "\(count: Int(rank.value))"
    let range: Paragraph =
      switch (rank.best, rank.worst) {
      case (let best?, let worst?) where best == worst: "; the same under all four rules of reconciling"
      case (let best?, let worst?):
        "; from rank \(count: best) to \(count: worst) under the four rules of reconciling"
      default: standings?.comparesRules == true ? "; under this rule, others were not tried" : ""
      }
    return Statement(
      .actorRank, on: Evidence(.members, rank.of),
      "Rank \(count: rank.rank) of \(count: rank.of, "member") (\(value))\(range)."
    ).map { (ranking.measure.label, $0) }
  }
}

extension BrokerageRole {
  /// What it does, after "which".
  fileprivate var explanation: Paragraph {
    switch self {
    case .coordinator: "connects actors of its own group"
    case .itinerant: "connects actors of one group that is not its own"
    case .gatekeeper: "lets knowledge of another group into its own"
    case .representative: "carries knowledge of its own group out"
    case .liaison: "connects two groups that are not its own"
    }
  }
}
