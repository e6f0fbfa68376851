public import ClusterSurveys
internal import KnowledgeNetworks

/// How far givers and receivers say the same.
public struct EvidenceFinding: StudyFinding, Hashable {
  /// How far they agree, over all and by wave, topic, actor and kind.
  public let reliability: Reliability
  /// Whether anybody was asked at all.
  public let hasClaims: Bool

  init(of survey: Survey) throws(BuzzlineError) {
    reliability = try survey.reliability()
    hasClaims = survey.wasAsked
  }

  var actorColumns: [TableColumn<Int>] {
    guard hasClaims else { return [] }
    let claims = reliability.byActor
    return [
      .share("over_claiming") { claims[$0].total.overClaiming },
      .share("under_claiming") { claims[$0].total.underClaiming },
    ]
  }

  var networkFigures: [NetworkFigure] {
    guard hasClaims else { return [] }
    return figures(of: reliability.overall, named: "")
      + reliability.byTopic.flatMap { figures(of: $0.agreement, named: "-topic-" + ($0.label ?? "unstated")) }
      + (reliability.byWave.count > 1 ? reliability.byWave : []).flatMap { wave in
        wave.label.map { figures(of: wave.agreement, named: "-wave-" + $0) } ?? []
      }
  }

  private func figures(of agreement: ReportAgreement, named suffix: String) -> [NetworkFigure] {
    let shares = [
      ("confirmation-rate", agreement.confirmationRate, "both affirm, of pairs that at least one affirms"),
      ("receiver-confirms-giver", agreement.giverConditional, "of what givers affirm"),
      ("giver-confirms-receiver", agreement.receiverConditional, "of what receivers affirm"),
      ("raw-agreement", agreement.rawAgreement, "inflated by absent ties"), ("kappa", agreement.kappa, "Cohen"),
    ]
    return [NetworkFigure("joint-pairs" + suffix, agreement.jointPairs, "pairs on which both sides reported")]
      + shares.map { name, value, note in NetworkFigure(name + suffix, value, note) }
  }
}

extension Study {
  /// How many pairs of members are tied or known not to be, in the study or a part of it; `nil` where nobody was asked,
  /// where ties were given besides, and where pairs are counted more than once: by several waves taken together, or by
  /// direction where ties have none.
  func observedPairs(of reconciliation: Reconciliation, in survey: Survey) -> Int? {
    let network = reconciliation.network
    let members = network.memberCount
    let pairs = members * (members - 1) / (network.isDirected ? 1 : 2)
    let isOfScopes = options.selection?.scopes.isEmpty == false
    guard survey.wasAsked, survey.ties.isEmpty, !isOfScopes,
      reconciliation.observedPairs + reconciliation.unobservedPairs == pairs
    else { return nil }
    return reconciliation.observedPairs
  }
}

extension Findings {
  /// How many pairs of members are tied or known not to be; `nil` as for ``Study/observedPairs(of:in:)``.
  var observedPairs: Int? { study.observedPairs(of: reconciliation, in: study.survey) }

  /// The share of the observed pairs that are tied; `nil` where these cannot be counted or are none.
  var observedDensity: Double? {
    observedPairs.flatMap { $0 > 0 ? Double(network.memberPairCount) / Double($0) : nil }
  }

  /// How many ties of members are returned; `nil` where ties have no direction or several waves are taken together.
  var returnedTies: ReturnedTies? {
    reconciliation.coverage.count < 2 && network.waves.count < 2 ? reconciliation.returnedTies() : nil
  }

  var readingSection: ReportDocument.Section {
    let accounts = study.survey.accounts.sorted { ($0.file, $0.role) < ($1.file, $1.role) }
    let table = FindingsTable(
      "input", rows: accounts,
      .words("file") { name(ofFile: $0.file) }, .word("read as") { $0.role }, .count("rows read") { $0.rowsRead },
      .count("used") { $0.rowsUsed }, .count("set aside") { $0.rowsSetAside.values.reduce(0, +) })
    return ReportDocument.Section(
      "What was read", id: "input",
      [
        .table(table, caption: "Every row is used or set aside."),
        """
        remarks.csv lists each reason, and the rows used that belong to no wave or name an actor absent from it; \
        'buzzline check' names the lines.
        """,
      ])
  }

  /// What people call a file; where codes stand for names, files are numbered.
  private func name(ofFile file: String) -> Paragraph {
    guard study.options.hasPseudonyms, let number = file.wholeMatch(of: /file ([0-9]+)/) else { return "\(name: file)" }
    return "file \(verbatim: String(number.output.1))"
  }

  var agreementSection: ReportDocument.Section? {
    guard evidence.hasClaims else { return nil }
    return ReportDocument.Section(
      "How far the answers agree", id: "agreement",
      [
        .stating(agreementStatements), .stating(coverageStatement), .stating(evidenceStatement),
        .table(claimsByKind, caption: "Claims that the partner denies, by kind of actor."),
      ].compactMap(\.self) + namedGroups)
  }

  private var agreementStatements: [Statement?] {
    let overall = evidence.reliability.overall
    let joint = Evidence(.jointPairs, overall.jointPairs)
    let affirmed = Evidence(.affirmedPairs, overall.jointPairs - overall.neither)
    let pair = network.isDirected ? "ordered pair" : "pair"
    let isDefined = overall.confirmationRate != nil
    return [
      Statement(
        .agreement, if: isDefined, on: affirmed,
        """
        On \(count: overall.jointPairs, pair) both sides reported. Where at least one of them affirms the tie, both do in \
        \(share: overall.confirmationRate) of cases.
        """),
      // Without direction nobody is the giver.
      Statement(
        .agreementBySide, if: isDefined && network.isDirected, on: affirmed,
        """
        Receivers confirm \(share: overall.giverConditional) of what givers say, givers confirm \
        \(share: overall.receiverConditional) of what receivers say.
        """),
      Statement(
        .kappa, if: overall.kappa != nil, on: joint,
        "Cohen's kappa, which takes out agreement by chance, is \(number: overall.kappa)."),
    ]
  }

  private var coverageStatement: Statement? {
    let counting: Paragraph = reconciliation.coverage.count > 1 ? ", each wave counted by itself" : ""
    let pair = network.isDirected ? "ordered pair" : "pair"
    return Statement(
      .coverage, on: Evidence(.pairsOfMembers, reconciliation.observedPairs + reconciliation.unobservedPairs),
      """
      \(count: reconciliation.observedPairs, pair + " is", pair + "s are") observed\(counting); on \
      \(count: reconciliation.unobservedPairs) the report that decides is missing. They count as no tie in all that is \
      not said to be over observed pairs, which is not the same as knowing there is none.
      """)
  }

  private var evidenceStatement: Statement? {
    let reports = reconciliation.evidence.filter { !$0.isGiven }
    let confirmed = reports.count(where: \.isConfirmed)
    let disputed = reports.count { $0.giver == .denied || $0.receiver == .denied }
    let (ties, rule) = (reports.count, reconciliation.rule.rawValue)
    return Statement(
      .evidence, on: Evidence(.ties, ties),
      """
      Of the \(count: ties, "tie") that claims make under the rule '\(verbatim: rule)', one a topic and channel, \
      \(count: confirmed) rest on both sides, \(count: disputed) are denied by one, and \
      \(count: ties - confirmed - disputed) rest on one side alone because the other did not report.
      """)
  }

  /// Answers that name groups: shares of respondents, never ties.
  private var namedGroups: [ReportDocument.Block] {
    let rows = (survey?.kinds?.rows ?? []).filter { study.options.poolsWaves || $0.wave == wave }
    guard !rows.isEmpty else { return [] }
    let table = FindingsTable(
      "named-groups", rows: rows,
      .words("respondents") { $0.kind.name.map { label(of: ActorKind(rawValue: $0)) } },
      .word("item") { $0.isShared ? "gave to" : "received from" }, .text("wave") { $0.wave },
      .words("group named") { label(of: ActorKind(rawValue: $0.group)) }, .count("asked") { $0.named.shown?.total },
      .share("share") { $0.named.value }, .share("from") { $0.named.interval?.lowerBound },
      .share("to") { $0.named.interval?.upperBound })
    return [
      .table(
        table, caption: "Who named which group of actors, with Wilson's 95 % interval. These answers make no ties.")
    ]
  }

  private var claimsByKind: FindingsTable {
    let kinds = evidence.reliability.byKind
    let counts = kinds.map(\.claims).flatMap { claims in
      [claims.asGiver, claims.asReceiver].map { ($0.deniedByPartner, $0.affirmed) }
        + [(claims.total.denied, claims.total.affirmedByPartner)]
    }
    let cells = CellTable(counts, least: study.options.leastCell ?? 1).cells
    @Sendable func share(_ place: Int) -> Double? {
      let cell = cells[place]
      return cell.isWithheld || cell.total == 0 ? nil : Double(cell.count) / Double(cell.total)
    }
    return FindingsTable(
      "claims-by-kind", rows: kinds.indices,
      .words("kind") { kinds[$0].kind.map { label(of: $0) } }, .count("actors") { kinds[$0].actorCount },
      .share("claimed giving, denied") { share(3 * $0) }, .share("claimed receiving, denied") { share(3 * $0 + 1) },
      .share("did not name what partners affirm") { share(3 * $0 + 2) })
  }

  var limitsSection: ReportDocument.Section {
    let general: [Paragraph] = [
      "Ties say that knowledge went from one to the other, not how much it was worth or what became of it.",
      """
      A p-value that is not called adjusted stands by itself; of twenty, one falls below 0.05 by chance. All of them are of \
      this network and say nothing of other clusters.
      """,
    ]
    let limits = general + Paragraph.points(ownLimits)
    return ReportDocument.Section(
      "What the data cannot tell", id: "limits",
      limits.map { .note($0) } + [.list(remarks.map { Paragraph(remark: $0) })])
  }

  /// What these data in particular cannot tell.
  private var ownLimits: [Statement?] {
    let isGiven = !study.survey.wasAsked && network.tieCount > 0
    return [
      Statement(
        .unknownScopes, if: scopes.unknown > 0, on: connectedPairs,
        "The scope of \(count: scopes.unknown, "tie") is unknown, since the cluster of an actor is not stated."),
      Statement(
        .givenTies, if: isGiven, on: connectedPairs,
        "The ties were given as ties: nobody says who was asked, so absent and unobserved ties cannot be told apart."),
      Statement(
        .recall, if: study.survey.wasAsked, on: members,
        """
        Ties rest on what respondents recall: a tie that one side affirms may be news to the other, and one that both \
        forget is missing here.
        """),
      Statement(
        .unmatchedNames, if: reconciliation.textClaims > 0, on: Evidence(.rows, reconciliation.textClaims),
        """
        \(count: reconciliation.textClaims, "claim names", "claims name") words that match no actor or group and make no \
        tie.
        """),
    ]
  }
}
