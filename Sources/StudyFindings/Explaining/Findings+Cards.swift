internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// A sentence of a card and what it is about.
  typealias CardStatement = (label: String, said: Statement)

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
      let unknown =
        "The data hold no tie of it\(reconciliation.unobservedPairs > 0 ? "; not every pair is observed" : "")."
      return Statement(.actorWithoutTie, on: evidence, "\(word: unknown)").map { ("Role", $0) }
    }
    let words = [positionWords(of: actor), gatekeeperWords(of: actor), brokerWords(of: actor)].compactMap(\.self)
    let said = words.dropFirst().reduce(words.first ?? "It has ties, and the data do not show a role.") {
      $0 + " " + $1
    }
    return Statement(.actorRole, on: evidence, said).map { ("Role", $0) }
  }

  private func positionWords(of actor: Int) -> Paragraph? {
    positions.positions[actor].map { "By what it gives and receives it is: \(stressed: $0.label)." }
  }

  private func gatekeeperWords(of actor: Int) -> Paragraph? {
    let keepers = positions.gatekeepers
    guard let inside = keepers.internalRelations[actor], let outside = keepers.externalRelations[actor] else {
      return nil
    }
    let partners: Paragraph = """
      \(count: Int(inside), "partner") inside its cluster and \(count: Int(outside)) outside
      """
    return keepers.isGatekeeper(actor) == true
      ? "It is a \(stressed: "pipeline gatekeeper"): it has \(partners)." : "It has \(partners)."
  }

  private func brokerWords(of actor: Int) -> Paragraph? {
    guard let grouping, let counts = brokerage.observed?[actor] else { return nil }
    guard let main = BrokerageRole.allCases.max(by: { counts[$0] < counts[$1] }), counts.total > 0 else {
      return "It brokers no pair."
    }
    let same = BrokerageRole.allCases.filter { counts[$0] == counts[main] }
    let often: Paragraph =
      same.count == 1
      ? "most often as \(stressed: main.rawValue) (\(count: counts[main])), which \(word: main.explanation)"
      : "in several roles equally often"
    let orders = network.isDirected ? "pair" : "ordered pair"
    return "It brokers \(count: counts.total, orders), by \(name: grouping.name) \(often)."
  }

  /// Whether it was heard itself.
  private func answeredStatement(of actor: Int) -> CardStatement? {
    guard let standings, study.survey.wasAsked, network.actors[actor].isMember else { return nil }
    let (own, claims) = (standings.responses[actor] ?? [], standings.affirmed[actor])
    let items = SurveyItem.allCases.flatMap { item in
      Set(own.filter { $0.item == item }.map(\.status)).sorted { $0.rawValue < $1.rawValue }.map {
        "\(item.rawValue): \($0.rawValue.replacing("_", with: " "))"
      }
    }
    let statuses = items.isEmpty ? "Nothing is stated of its response" : items.joined(separator: ", ")
    return Statement(
      .actorAnswered, on: Evidence(.affirmedClaims, claims),
      "\(word: statuses); it affirms \(count: claims, "tie")."
    ).map { ("Answered", $0) }
  }

  /// To whom it gave or from whom it received, and on whose word; `nil` for both without direction.
  private func partnersStatement(of actor: Int, gave: Bool?) -> CardStatement? {
    let partners = gave == false ? Array(network.givers(to: actor)) : Array(network.receivers(of: actor))
    guard let standings, !partners.isEmpty else { return nil }
    let pairs = partners.map { gave == false ? (source: $0, target: actor) : (source: actor, target: $0) }
    let named = Paragraph.names(partners.map(label(of:)), first: 8)
    let verb = gave.map { $0 ? "It gave to" : "It received from" } ?? "It exchanged with"
    let name: Statement.Name = gave.map { $0 ? .actorGave : .actorReceived } ?? .actorExchanged
    let label = gave.map { $0 ? "Gave" : "Received" } ?? "Exchanged"
    return Statement(
      name, on: Evidence(.connectedPairs, partners.count),
      "\(word: verb) \(count: partners.count, "actor"): \(named); \(words(of: standings.ties.words(of: pairs)))."
    )
    .map { (label, $0) }
  }

  private func words(of counts: EvidentTies.WordCounts) -> Paragraph {
    let oneSide =
      network.isDirected
      ? [(counts.giver, "on the giver's word"), (counts.receiver, "on the receiver's word")]
      : [(counts.giver + counts.receiver, "on the word of one side")]
    let parts =
      ([(counts.both, "confirmed by both sides")] + oneSide + [(counts.given, "given as ties, without reports")])
      .filter { $0.0 > 0 }
    let total = parts.reduce(0) { $0 + $1.0 }
    if parts.count == 1, total > 1 { return "all \(word: parts[0].1)" }
    return "\(word: parts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))"
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

extension Paragraph {
  /// The first of some names, and how many more there are: `A, B and 3 more`.
  static func names(_ names: [String], first count: Int) -> Paragraph {
    guard names.count > count else { return Paragraph.names(names) }
    let listed = names.prefix(count).map { "\(name: $0), " as Paragraph }.reduce("", +)
    return Paragraph(Array(listed.runs.dropLast())) + " and \(count: names.count - count) more"
  }
}

extension BrokerageRole {
  /// What it does, after "which".
  fileprivate var explanation: String {
    switch self {
    case .coordinator: "connects actors of its own group"
    case .itinerant: "connects actors of one group that is not its own"
    case .gatekeeper: "lets knowledge of another group into its own"
    case .representative: "carries knowledge of its own group out"
    case .liaison: "connects two groups that are not its own"
    }
  }
}
