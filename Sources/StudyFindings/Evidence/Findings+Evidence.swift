internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// What was read, and what became of every row.
  var readingSection: ReportDocument.Section {
    let columns: [TableColumn<FileAccount>] = [
      TableColumn("file", .text) { .text($0.file) },
      TableColumn("read as", .text) { .word($0.role) },
      TableColumn("rows read", .count) { .count($0.rowsRead) },
      TableColumn("used", .count) { .count($0.rowsUsed) },
      TableColumn("set aside", .count) { .count($0.rowsSetAside.values.reduce(0, +)) },
    ]
    let accounts = study.survey.accounts.sorted { ($0.file, $0.role) < ($1.file, $1.role) }
    return ReportDocument.Section(
      "What was read", id: "input",
      [
        .table(FindingsTable("input", columns, rows: accounts), caption: "Every row is used or set aside."),
        .paragraph("remarks.csv lists each reason; 'buzzline check' names the lines."),
      ])
  }

  /// How far givers and receivers agree; only where there are claims.
  var agreementSection: ReportDocument.Section? {
    guard evidence.hasClaims else { return nil }
    let overall = evidence.reliability.overall
    return ReportDocument.Section(
      "How far the answers agree", id: "agreement",
      [
        .paragraph(
          """
          On \(count: overall.jointPairs, "ordered pair") both sides reported. Where at least one of them affirms the tie, \
          both do in \(share: overall.confirmationRate) of cases: receivers confirm \(share: overall.giverConditional) of what \
          givers say, givers confirm \(share: overall.receiverConditional) of what receivers say. Cohen's kappa, which takes \
          out agreement by chance, is \(number: overall.kappa).
          """),
        .paragraph(
          """
          \(count: reconciliation.observedPairs, "ordered pair is", "ordered pairs are") observed; on \
          \(count: reconciliation.unobservedPairs) nobody could report. They count as no tie below, which is not the same \
          as knowing there is none.
          """),
        .paragraph(evidenceSentence),
        .table(claimsByKind, caption: "Claims that the partner denies, by kind of actor."),
      ] + namedGroups)
  }

  /// What the ties of the network rest on.
  private var evidenceSentence: Paragraph {
    let reports = reconciliation.evidence.filter { !$0.isGiven }
    let confirmed = reports.count(where: \.isConfirmed)
    let disputed = reports.count { $0.giver == .denied || $0.receiver == .denied }
    return """
      Of the \(count: reports.count, "tie") that claims make under the rule '\(word: reconciliation.rule.rawValue)', \
      \(count: confirmed) rest on both sides, \(count: disputed) are denied by one, and \
      \(count: reports.count - confirmed - disputed) rest on one side alone because the other did not report.
      """
  }

  /// Answers that name groups: shares of respondents, never ties.
  private var namedGroups: [ReportDocument.Block] {
    guard !reconciliation.groupClaims.isEmpty else { return [] }
    let columns: [TableColumn<GroupClaimShare>] = [
      TableColumn("respondents", .text) { .text($0.kind.map { label(of: $0) }) },
      TableColumn("item", .text) { .word($0.item.rawValue) }, TableColumn("wave", .text) { .text($0.wave) },
      TableColumn("group named", .text) { .text($0.group) }, TableColumn("asked", .count) { .count($0.named.total) },
      TableColumn("share", .share) { .number($0.named.value) },
      TableColumn("from", .share) { .number($0.named.interval?.lowerBound) },
      TableColumn("to", .share) { .number($0.named.interval?.upperBound) },
    ]
    return [
      .table(
        FindingsTable("named-groups", columns, rows: reconciliation.groupClaims),
        caption: "Who named which group of actors, with Wilson's 95 % interval. These answers make no ties.")
    ]
  }

  private var claimsByKind: FindingsTable {
    let columns: [TableColumn<KindClaims>] = [
      TableColumn("kind", .text) { .text($0.kind.map { label(of: $0) }) },
      TableColumn("actors", .count) { .count($0.actorCount) },
      TableColumn("claimed giving, denied", .share) { .number($0.claims.asGiver.overClaiming) },
      TableColumn("claimed receiving, denied", .share) { .number($0.claims.asReceiver.overClaiming) },
      TableColumn("did not name what partners affirm", .share) { .number($0.claims.total.underClaiming) },
    ]
    return FindingsTable("claims-by-kind", columns, rows: evidence.reliability.byKind)
  }

  /// What the data cannot tell.
  var limitsSection: ReportDocument.Section {
    var limits: [Paragraph] = [
      "Ties say that knowledge went from one to the other, not how much it was worth or what became of it.",
      """
      The p-values are one by one; of twenty, one falls below 0.05 by chance. They compare groups inside this network and \
      say nothing of other clusters.
      """,
    ]
    if scopes.unknown > 0 {
      limits.append(
        "The scope of \(count: scopes.unknown, "tie") is unknown, since the cluster of an actor is not stated.")
    }
    if study.survey.claims.isEmpty {
      limits.append(
        "The ties were given as ties: nobody says who was asked, so absent and unobserved ties cannot be told apart.")
    } else {
      limits.append("Inter-organisational recall is unreliable; a tie that one side affirms may be news to the other.")
    }
    if reconciliation.textClaims > 0 {
      limits.append(
        "\(count: reconciliation.textClaims, "claim names", "claims name") words that match no actor or group and make no tie."
      )
    }
    return ReportDocument.Section(
      "What the data cannot tell", id: "limits", limits.map { .note($0) } + [.list(remarks.map { "\(word: $0)" })])
  }
}
