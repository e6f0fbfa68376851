internal import ClusterSurveys
internal import KnowledgeNetworks

extension SurveyTables {
  /// More rows of a picture, and more pictures of questions, than these are left to the files.
  private static let (mostRows, mostPanels) = (12, 6)

  /// How many respondents gave and received on each topic, mirrored, waves below one another; `nil` without topics.
  var topicPicture: ReportDocument.Picture? {
    let rows = (topics?.rows ?? []).filter { $0.kind == .all && $0.partner == .all && $0.topic.name != nil }
    guard !rows.isEmpty else { return nil }
    let waves = rows.waves(\.wave)
    let drawn = Self.rows(rows, waves, by: \.topic, \.wave, size: { $0.shared.count + $0.received.count }) {
      ($0.shared.total > 0 ? BarPicture.Bar($0.shared) : nil, $0.received.total > 0 ? BarPicture.Bar($0.received) : nil)
    }
    return ReportDocument.Picture(
      .bars(
        BarPicture(
          panels: [BarPicture.Panel(title: "", rows: drawn)], series: Self.names(of: waves), left: "gave",
          right: "received")),
      alternative: "Share of respondents who made information available and who received it, by topic",
      caption: """
        Shares of the respondents whose answer is known, to and from whatever partner, with Wilson's 95 % interval. Who gave \
        and who received was asked under two mirrored items, so that the sides need not be equal. \(Self.hollow)\
        \(Self.unequalWaves(waves))
        """, files: ["survey-topics"])
  }

  /// Which channels respondents use, waves below one another; `nil` without channels.
  var channelPicture: ReportDocument.Picture? {
    let rows = (channels?.rows ?? []).filter { $0.kind == .all }
    guard !rows.isEmpty else { return nil }
    let waves = rows.waves(\.wave)
    let drawn = Self.rows(rows, waves, by: { .named($0.channel) }, \.wave, size: \.respondents.count) {
      (nil, BarPicture.Bar($0.respondents))
    }
    return ReportDocument.Picture(
      .bars(
        BarPicture(
          panels: [BarPicture.Panel(title: "", rows: drawn)], series: Self.names(of: waves), right: "use it")),
      alternative: "Share of respondents who use each channel",
      caption: """
        Of the respondents who affirm a tie through any channel, those who affirm one through this, with Wilson's 95 % \
        interval. \(Self.hollow)\(Self.unequalWaves(waves))
        """, files: ["survey-channels"])
  }

  /// What respondents say of their ties, ranges below one another; `nil` where they say nothing.
  var tiePicture: ReportDocument.Picture? {
    let wave = ties?.rows.waves(\.wave).last ?? nil
    let rows = (ties?.rows ?? []).filter { $0.wave == wave && $0.kind == .all && $0.answer.name != nil }
    guard !rows.isEmpty else { return nil }
    let ranges = Set(rows.compactMap(\.range)).sorted()
    let panels = Self.panels(rows, ranges.map(Optional.some), \.range, SurveyTieFinding.label)
    let names = ranges.map { $0 == .all ? "all ranges" : $0.words }
    return ReportDocument.Picture(
      .bars(BarPicture(panels: panels, series: names, right: "of ties")),
      alternative: "What respondents say of their ties, by range",
      caption: """
        Of the ties that respondents affirm and describe in the latest wave, with Wilson's 95 % interval, which takes ties \
        as independent and is too narrow where one respondent states many. survey-tests.csv tells whether ranges differ. \
        \(Self.hollow)
        """, files: ["survey-ties", "survey-tests"])
  }

  /// What respondents answer to questions that are not about partners, waves below one another; `nil` without such.
  var itemPicture: ReportDocument.Picture? {
    let rows = (items?.rows ?? []).filter { $0.kind == .all && $0.answer.name != nil }
    guard !rows.isEmpty else { return nil }
    let waves = rows.waves(\.wave)
    let texts = items?.texts ?? [:]
    let panels = Self.panels(rows, waves, \.wave) { "\(name: texts[$0] ?? $0)" }
    return ReportDocument.Picture(
      .bars(BarPicture(panels: panels, series: Self.names(of: waves), right: "of respondents")),
      alternative: "What respondents answer, question by question",
      caption: """
        Of the respondents who answered, with Wilson's 95 % interval. survey-tests.csv tells whether kinds of respondents \
        and waves differ. \(Self.hollow)\(Self.unequalWaves(waves))
        """, files: ["survey-items", "survey-tests"])
  }

  private static let hollow: Paragraph = "Hollow where fewer than five answered or one to four are counted."

  private static func unequalWaves(_ waves: [String?]) -> Paragraph {
    waves.count > 1 ? " Waves need not be of the same respondents." : ""
  }

  private static func names(of waves: [String?]) -> [Paragraph] {
    waves.count > 1 ? waves.map { $0.map { "wave \(name: $0)" } ?? "no wave" } : [""]
  }

  /// A panel a question, its answers below one another, each with a line a series.
  private static func panels<Series: Hashable>(
    _ rows: [AnswerRow], _ series: [Series], _ key: (AnswerRow) -> Series, _ title: (String) -> Paragraph
  ) -> [BarPicture.Panel] {
    var questions: [String] = []
    for row in rows where !questions.contains(row.question) { questions.append(row.question) }
    return questions.prefix(mostPanels).map { question in
      let own = rows.filter { $0.question == question }
      return BarPicture.Panel(
        title: title(question),
        rows: Self.rows(own, series, by: \.answer, key, isOrdered: true, size: \.share.count) {
          (nil, BarPicture.Bar($0.share))
        })
    }
  }

  /// Rows by a name, each with a line a series: the largest ones, in the order in which they come.
  private static func rows<Item, Series: Hashable>(
    _ items: [Item], _ series: [Series], by name: (Item) -> SurveyCategory, _ key: (Item) -> Series,
    isOrdered: Bool = false,
    size: (Item) -> Int, _ bars: (Item) -> (left: BarPicture.Bar?, right: BarPicture.Bar?)
  ) -> [BarPicture.Row] {
    var names: [SurveyCategory] = []
    for item in items where !names.contains(name(item)) { names.append(name(item)) }
    let sizes = items.reduce(into: [SurveyCategory: Int]()) { $0[name($1), default: 0] += size($1) }
    let ranked = names.enumerated().sorted {
      (-(sizes[$0.element] ?? 0), $0.offset) < (-(sizes[$1.element] ?? 0), $1.offset)
    }.prefix(mostRows)
    // Answers keep their order; what has none stands by size.
    let shown = isOrdered ? ranked.sorted { $0.offset < $1.offset } : Array(ranked)
    return shown.map { place in
      let own = items.filter { name($0) == place.element }
      let lines = series.enumerated().compactMap { number, value -> BarPicture.Line? in
        own.first { key($0) == value }.map { item in
          let (left, right) = bars(item)
          return BarPicture.Line(series: number, left: left, right: right)
        }
      }
      return BarPicture.Row(label: place.element.words, lines: lines)
    }
  }
}
