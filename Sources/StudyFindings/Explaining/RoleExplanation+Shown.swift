internal import KnowledgeNetworks

extension RoleExplanation {
  /// A row a pair, tie and row of the survey: the pair by number and its two actors (of a pipeline gatekeeper, without a
  /// number, the partner and whether it is `inside` or `outside`), the tie with what each side reported, and file, row
  /// and column of what was said; without the latter where a tie was given or no row speaks.
  public var table: FindingsTable {
    FindingsTable(
      "explanation", rows: pairRows + partnerRows,
      columns: [
        .count("pair") { $0.pair }, .text("pair_giver") { $0.ends?.giver.id },
        .text("pair_receiver") { $0.ends?.receiver.id },
        .word("side") { $0.side }, .text("source") { $0.tie.giver.id }, .text("target") { $0.tie.receiver.id },
        .text("topic") { $0.tie.topic }, .text("channel") { $0.tie.channel }, .text("wave") { $0.tie.wave },
      ],
      [
        .word("giver") { $0.tie.giverReport ?? "given" }, .word("receiver") { $0.tie.receiverReport ?? "given" },
        .text("respondent") { $0.row?.respondent }, .word("item") { $0.row?.item }, .word("answer") { $0.row?.answer },
        .text("file") { $0.row?.file ?? $0.tie.givenIn }, .count("row") { $0.row?.row },
        .count("column") { $0.row?.column },
      ])
  }

  /// What is counted, in one sentence.
  public var statements: [String] { [headline.text] }

  private struct Row: Sendable {
    var pair: Int?
    var ends: Pair?
    var side: String
    var tie: ExplainedTie
    var row: SurveyRow?
  }

  private var pairRows: [Row] {
    let tiesOf = Dictionary(grouping: ties) { $0.giver.id == actor.id ? $0.receiver.id : $0.giver.id }
    func all(of other: NamedActor, gives: Bool) -> [ExplainedTie] {
      (tiesOf[other.id] ?? []).filter { !isDirected || ($0.receiver.id == actor.id) == gives }
    }
    return pairs.enumerated().flatMap { place, pair in
      [(pair.giver, true), (pair.receiver, false)].flatMap { other, gives in
        all(of: other, gives: gives).flatMap { tie in
          Self.rows(of: tie).map {
            Row(pair: place + 1, ends: pair, side: gives ? "to_it" : "from_it", tie: tie, row: $0)
          }
        }
      }
    }
  }

  private var partnerRows: [Row] {
    let isInside = Set(inside.map(\.id))
    guard pairs.isEmpty else { return [] }
    return ties.flatMap { tie in
      let other = tie.giver.id == actor.id ? tie.receiver.id : tie.giver.id
      return Self.rows(of: tie).map { Row(side: isInside.contains(other) ? "inside" : "outside", tie: tie, row: $0) }
    }
  }

  private static func rows(of tie: ExplainedTie) -> [SurveyRow?] { tie.rows.isEmpty ? [nil] : tie.rows }

  /// What is counted, in one sentence.
  private var headline: Paragraph {
    guard let groupedBy else {
      let stated: Paragraph =
        statedOutside.map { ", and \(count: $0) more sources outside that it states as counts" } ?? ""
      return """
        \(name: actor.name) has \(count: inside.count, "partner") inside its cluster and \(count: outside.count) \
        outside\(stated).
        """
    }
    let grouping = Paragraph(column: groupedBy)
    return isDirected
      ? """
      \(name: actor.name) brokers \(count: pairs.count, "pair") as \(word: role), actors grouped by \(grouping).
      """
      : """
      \(name: actor.name) brokers \(count: pairs.count, "pair") in both orders as \(word: role), actors grouped by \
      \(grouping).
      """
  }

  /// The explanation as plain text in English.
  public var text: String { text(in: .english) }

  /// The explanation as plain text: the count, each pair, then each tie with its rows.
  public func text(in language: Language) -> String {
    let behind: [Paragraph] = ties.isEmpty ? [] : ["Ties and rows behind them:"] + ties.flatMap(lines(of:))
    return ([headline] + listed + partners + behind).map { $0.text(in: language) }.joined(separator: "\n") + "\n"
  }

  private var arrow: Paragraph { isDirected ? "→" : "–" }

  private var listed: [Paragraph] {
    pairs.enumerated().map { place, pair in
      """
        \(verbatim: String(place + 1)). \(name: pair.giver.name) \(arrow) \(name: actor.name) \(arrow) \
      \(name: pair.receiver.name)
      """
    }
  }

  private var partners: [Paragraph] {
    (inside.map { "inside: \(name: $0.name)" } + outside.map { "outside: \(name: $0.name)" }).map { "  " + $0 }
  }

  /// A tie with what both sides reported, and the rows that speak of it.
  private func lines(of tie: ExplainedTie) -> [Paragraph] {
    let layer: [Paragraph?] = [
      tie.topic.map { ", topic \(name: $0)" }, tie.channel.map { ", channel \(name: $0)" },
      tie.wave.map { ", wave \(name: $0)" },
    ]
    let said: Paragraph
    if let giver = tie.giverReport, let receiver = tie.receiverReport {
      said = "giver \(word: giver.replacing("_", with: " ")), receiver \(word: receiver.replacing("_", with: " "))"
    } else {
      said = tie.givenIn.map { "given as a tie in \(name: $0)" } ?? "given as a tie"
    }
    let ends: Paragraph = "  \(name: tie.giver.name) \(arrow) \(name: tie.receiver.name)"
    return [ends + layer.compactMap(\.self).joined(by: "") + ": " + said] + tie.rows.map(\.line)
  }
}

extension RoleExplanation.SurveyRow {
  /// Such as `claims.csv:12:3 b, received: yes`.
  fileprivate var line: Paragraph {
    let position = Place(file: file.map { SafeText.name($0) }, line: row, column: column).position
    let place: Paragraph = position.isEmpty ? "no file" : "\(verbatim: position)"
    return "    " + place + " \(name: respondent), \(word: item): \(word: answer)"
  }
}
