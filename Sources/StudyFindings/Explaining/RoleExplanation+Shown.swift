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
  public var statements: [String] { [headline] }

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
  private var headline: String {
    let name = SafeText.name(actor.name)
    guard let groupedBy else {
      let stated = statedOutside.map { ", and \($0) more sources outside that it states as counts" } ?? ""
      return "\(name) has \(inside.count) partners inside its cluster and \(outside.count) outside\(stated)."
    }
    let orders = isDirected ? "" : " in both orders"
    let counted = pairs.count == 1 ? "1 pair" : "\(pairs.count) pairs"
    return "\(name) brokers \(counted)\(orders) as \(role), actors grouped by \(SafeText.name(groupedBy))."
  }

  /// The explanation as plain text: the count, each pair, then each tie with its rows.
  public var text: String {
    let name = { (actor: NamedActor) in SafeText.name(actor.name) }
    let arrow = isDirected ? "→" : "–"
    let listed = pairs.enumerated().map { place, pair in
      "  \(place + 1). \(name(pair.giver)) \(arrow) \(name(actor)) \(arrow) \(name(pair.receiver))"
    }
    let partners = [("inside", inside), ("outside", outside)].flatMap { side, actors in
      actors.map { "  \(side): \(name($0))" }
    }
    let behind = ties.flatMap { tie -> [String] in
      let layer = [("topic", tie.topic), ("channel", tie.channel), ("wave", tie.wave)].compactMap { sort, word in
        word.map { ", \(sort) \(SafeText.name($0))" }
      }.joined()
      let said =
        tie.giverReport.map { "giver \($0), receiver \(tie.receiverReport ?? "")" }
        ?? "given as a tie" + (tie.givenIn.map { " in \(SafeText.name($0))" } ?? "")
      return ["  \(name(tie.giver)) \(arrow) \(name(tie.receiver))\(layer): \(said.replacing("_", with: " "))"]
        + tie.rows.map { "    \($0.place) \(SafeText.name($0.respondent)), \($0.item): \($0.answer)" }
    }
    return ([headline] + listed + partners + (behind.isEmpty ? [] : ["Ties and rows behind them:"] + behind))
      .joined(separator: "\n") + "\n"
  }
}

extension RoleExplanation.SurveyRow {
  /// Such as `claims.csv:12:3`.
  fileprivate var place: String {
    let position = Place(file: file.map { SafeText.name($0) }, line: row, column: column).position
    return position.isEmpty ? "no file" : position
  }
}
