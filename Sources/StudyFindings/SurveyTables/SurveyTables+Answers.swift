internal import ClusterSurveys
internal import KnowledgeNetworks

/// What respondents say of their ties, and what they answer to other questions.
extension SurveyTables {
  var tieBlocks: [ReportDocument.Block] {
    guard let ties else { return [] }
    let wave = ties.rows.waves(\.wave).last ?? nil
    let latest = ties.rows.filter { $0.wave == wave && $0.kind == .all }
    let table = FindingsTable(
      "survey-ties", rows: latest.prefix(Self.mostTableRows),
      columns: [
        .words("about") { SurveyTieFinding.label(of: $0.question) },
        .words("range") { $0.range.map { $0 == .all ? "all ranges" : $0.words } },
      ],
      Self.answerColumns)
    let caption: Paragraph = """
      What respondents say of the ties they affirm in the latest wave, by range. Wilson's 95 % intervals take ties as \
      independent. survey-ties.csv has them by kind of respondent.
      """
    let whole = latest.filter { $0.range == .all }
    return [
      .stating(knownStatement(whole), programmeStatement(whole)), tiePicture.map { .picture($0) },
      .table(table, caption: caption),
    ]
    .compactMap(\.self)
  }

  private static let answerColumns: [TableColumn<AnswerRow>] = [
    .words("answer") { $0.answer == .all ? "all answers" : $0.answer.words }, .count("n") { $0.share.shown?.count },
    .count("of") { $0.share.shown?.total }, .share("share") { $0.share.value },
    .share("from") { $0.share.interval?.lowerBound }, .share("to") { $0.share.interval?.upperBound },
    .yesOrNo("fewer than five") { $0.share.shown?.isSmall }, .number("mean") { $0.summary?.mean },
    .number("median") { $0.summary?.median },
  ]

  private func knownStatement(_ rows: [AnswerRow]) -> Statement? {
    guard let known = rows.first(where: { $0.question == "experience" && $0.answer == .named("known") })?.share.shown
    else {
      return nil
    }
    return Statement(
      .partnersKnown, on: Evidence(.affirmedClaims, known.total, interval: known.interval),
      """
      Of the \(count: known.total, "tie") of which respondents say whether they knew the partner before, \
      \(share: known.value) are to partners they knew.
      """)
  }

  private func programmeStatement(_ rows: [AnswerRow]) -> Statement? {
    func share(_ word: String) -> ObservedShare? {
      rows.first { $0.question == "effect" && $0.answer == .named(word) }?.share
    }
    let (initiated, intensified) = (share("initiated"), share("intensified"))
    guard ![initiated, intensified].contains(.withheld), let total = (initiated ?? intensified)?.total else {
      return nil
    }
    return Statement(
      .programmeTies, on: Evidence(.affirmedClaims, total, interval: (initiated ?? intensified)?.interval),
      """
      Of the \(count: total, "tie") of which respondents state the effect of the programme, it initiated \
      \(count: initiated?.count ?? 0) (\(share: initiated?.value ?? 0)) and intensified \(count: intensified?.count ?? 0) \
      (\(share: intensified?.value ?? 0)).
      """)
  }

  func itemBlocks(_ label: @escaping @Sendable (SurveyCategory) -> Paragraph?) -> [ReportDocument.Block] {
    let wave = items?.rows.waves(\.wave).last ?? nil
    let latest = (items?.rows ?? []).filter { $0.wave == wave && $0.kind == .all }
    let own = FindingsTable(
      "survey-items", rows: latest.prefix(Self.mostTableRows),
      columns: [.text("question") { [items] row in items?.texts[row.question] ?? row.question }], Self.answerColumns)
    let compared = FindingsTable(
      "survey-tests", rows: tests.prefix(Self.mostTableRows), columns: SurveyTest.columns)
    return [
      .stating(answerStatement(wave)), itemPicture.map { .picture($0) },
      latest.isEmpty
        ? nil
        : .table(
          own,
          caption: """
            What respondents answer in the latest wave, with Wilson's 95 % intervals. survey-items.csv has all waves, and \
            each kind of respondent by itself.
            """),
      tests.isEmpty
        ? nil
        : .table(
          compared,
          caption: """
            Whether answers differ between kinds of respondents, waves, or ranges of ties. Every p is two-sided and comes from \
            permutations; adjusted (Holm) are those of one subject, comparison and wave together, and none of them can be \
            below their number divided by that of the draws.
            """),
    ].compactMap(\.self)
  }

  /// On which questions kinds differ in the latest wave.
  private func answerStatement(_ wave: String?) -> Statement? {
    let family = tests.filter { $0.subject == .answers && $0.comparison == .kinds && $0.wave == wave }
    guard let strongest = family.min(by: { ($0.adjustedP ?? 1) < ($1.adjustedP ?? 1) }) else { return nil }
    let differing = family.filter { $0.adjustedP ?? 1 < Findings.notableChance }
    let evidence = Evidence(.questions, family.count, p: strongest.adjustedP)
    guard !differing.isEmpty else {
      return Statement(
        .answerDifferenceNotFound, on: evidence,
        """
        In the answers to \(count: family.count, "question") no difference between kinds of respondents was found (smallest \
        adjusted \(p: strongest.adjustedP)).
        """)
    }
    let ordered = differing.sorted { ($0.adjustedP ?? 1, $0.question) < ($1.adjustedP ?? 1, $1.question) }
    let names = ordered.prefix(3).map { items?.texts[$0.question] ?? $0.question }
    return Statement(
      .answersDifferByKind, on: evidence,
      """
      Kinds of respondents answer differently to \(count: differing.count) of \(count: family.count, "question")\
      \(differing.count > 3 ? ", first of all" : ":") \(Paragraph.names(names)) (smallest adjusted \
      \(p: strongest.adjustedP)).
      """)
  }
}
