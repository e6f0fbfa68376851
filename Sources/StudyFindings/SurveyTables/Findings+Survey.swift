internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// What respondents say of topics, channels and ties, and what they answer; `nil` where nothing of the sort was asked.
  var surveySection: ReportDocument.Section? {
    guard let survey else { return nil }
    let blocks =
      survey.suppressionBlocks + survey.topicBlocks(label) + survey.channelBlocks(label) + survey.tieBlocks
      + survey.itemBlocks(label)
    return blocks.isEmpty ? nil : ReportDocument.Section("What respondents say", id: "survey", blocks)
  }

  /// What people call a category that may be a kind of actor.
  private func label(_ category: SurveyCategory) -> Paragraph? {
    switch category {
    case .all: "all kinds"
    case .named(let name): label(of: ActorKind(rawValue: name))
    case .unstated: nil
    }
  }
}

extension SurveyTables {
  /// More rows than this are left to the files.
  static let mostTableRows = 40

  fileprivate func topicBlocks(_ label: @escaping @Sendable (SurveyCategory) -> Paragraph?) -> [ReportDocument.Block] {
    guard let topics, topics.rows.contains(where: { $0.topic.name != nil }) else { return [] }
    let cells = topics.rows.filter { $0.partner == .all && $0.topic != .all }
    let byKind = Set(cells.map { [$0.topic, $0.kind] })
    let shown = byKind.count > Self.mostTableRows ? byKind.filter { $0[1] == .all } : byKind
    let rows = shown.sorted { $0.lexicographicallyPrecedes($1) }.prefix(Self.mostTableRows)
    let found = Dictionary(cells.map { ([$0.topic, $0.kind, SurveyCategory($0.wave)], $0) }) { first, _ in first }
    let waves = cells.waves(\.wave)
    let columns = waves.flatMap { wave -> [TableColumn<[SurveyCategory]>] in
      SurveyItem.allCases.flatMap { item -> [TableColumn<[SurveyCategory]>] in
        let sort: Paragraph = item == .shared ? "gave" : "received"
        let name = wave.map { "\(sort), wave \(name: $0)" } ?? sort
        return [
          .share("share") { found[$0 + [SurveyCategory(wave)]]?.share(of: item).value }.headed(name),
          .count("n") { found[$0 + [SurveyCategory(wave)]]?.share(of: item).shown?.total }.headed("n, \(name)"),
        ]
      }
    }
    let table = FindingsTable(
      "survey-topics", rows: Array(rows),
      columns: [.text("topic") { $0[0].name }, .words("respondents") { label($0[1]) }], columns)
    let caption: Paragraph = """
      The share of respondents who made information available on a topic, to whatever partner, and who received it, of those \
      whose answer is known. survey-topics.csv has them by kind of partner, with Wilson's intervals.
      """
    return [
      .stating(topicStatement(cells.filter { $0.wave == waves.last })), topicPicture.map { .picture($0) },
      .table(table, caption: caption),
    ].compactMap(\.self)
  }

  /// The topics on which most respondents gave and received in the latest wave.
  private func topicStatement(_ cells: [SurveyTopicFinding.Row]) -> Statement? {
    let named = cells.filter { $0.kind == .all && $0.topic.name != nil }
    func most(_ item: SurveyItem) -> SurveyTopicFinding.Row? {
      // What is withheld may be the largest.
      guard !named.contains(where: { $0.share(of: item).isWithheld }) else { return nil }
      return named.filter { $0.share(of: item).count > 0 }.max { one, other in
        let (left, right) = (one.share(of: item).value ?? 0, other.share(of: item).value ?? 0)
        return left == right ? one.topic > other.topic : left < right
      }
    }
    func topic(_ row: SurveyTopicFinding.Row, _ item: SurveyItem) -> Paragraph {
      let share = row.share(of: item)
      return "on \(name: row.topic.name ?? "") (by \(share: share.value) of \(count: share.total, "respondent"))"
    }
    let (given, got) = (most(.shared), most(.received))
    let parts = [
      given.map { "made available most often \(topic($0, .shared))" as Paragraph },
      got.map { "received most often \(topic($0, .received))" as Paragraph },
    ].compactMap(\.self)
    guard let base = given?.shared ?? got?.received else { return nil }
    return Statement(
      .topicsNamedMost, on: Evidence(.respondents, base.total, interval: base.interval),
      "Information was \(parts.listed()).")
  }

  fileprivate func channelBlocks(_ label: @escaping @Sendable (SurveyCategory) -> Paragraph?) -> [ReportDocument.Block]
  {
    guard let channels else { return [] }
    let wave = channels.rows.waves(\.wave).last ?? nil
    let latest = channels.rows.filter { $0.wave == wave }
    let shown = latest.count > Self.mostTableRows ? latest.filter { $0.kind == .all } : latest
    let table = FindingsTable(
      "survey-channels", rows: shown,
      .text("channel") { $0.channel }, .words("respondents") { label($0.kind) },
      .count("who use it") { $0.respondents.shown?.count }, .count("of") { $0.respondents.shown?.total },
      .share("share of respondents") { $0.respondents.value }, .share("from") { $0.respondents.interval?.lowerBound },
      .share("to") { $0.respondents.interval?.upperBound }, .share("share of their ties") { $0.tieShare })
    let caption: Paragraph = """
      The channels of the ties that respondents affirm in the latest wave, by kind of respondent, with Wilson's 95 % interval \
      of the share of respondents.
      """
    let statements = [
      channels.largest.first { $0.wave == wave }.flatMap(statement),
      tests.first { $0.subject == .channels && $0.wave == wave }.flatMap(channelStatement),
    ]
    return [.stating(statements), channelPicture.map { .picture($0) }, .table(table, caption: caption)]
      .compactMap(\.self)
  }

  /// Whether one channel carries half of the ties.
  private func statement(_ largest: LargestChannel) -> Statement? {
    let ends = largest.interval
    let found: Paragraph = """
      \(name: largest.channel), the most used, carries \(share: largest.share) (95 % interval \(share: ends.lowerBound) to \
      \(share: ends.upperBound), resampling respondents)
      """
    let (count, evidence) = (largest.ties, Evidence(.respondents, largest.respondents, interval: ends))
    return switch largest.verdict {
    case .noUniversalChannel:
      Statement(
        .noUniversalChannel, on: evidence,
        "No channel carries half of the \(count: count, "tie") that respondents affirm: \(found).")
    case .oneChannelPrevails:
      Statement(
        .oneChannelPrevails, on: evidence,
        "One channel carries more than half of the \(count: count, "tie") that respondents affirm: \(found).")
    case .undecided:
      Statement(
        .channelUndecided, on: evidence,
        """
        Whether one channel carries half of the \(count: count, "tie") that respondents affirm cannot be told: \(found).
        """)
    }
  }

  private func channelStatement(_ test: SurveyTest) -> Statement? {
    let differ = test.test.p < Findings.notableChance
    return Statement(
      differ ? .channelsDifferByKind : .channelDifferenceNotFound,
      on: Evidence(.respondents, test.test.size, p: test.adjustedP),
      differ
        ? "Kinds of respondents use different channels (\(p: test.adjustedP), permuting kinds among respondents)."
        : "No difference between the channels of different kinds of respondents was found (\(p: test.adjustedP)).")
  }
}

extension Sequence {
  /// The waves of rows, ascending, what states none first.
  func waves(_ wave: (Element) -> String?) -> [String?] {
    Set(map(wave)).sorted(by: NaturalOrder.precedes)
  }
}
