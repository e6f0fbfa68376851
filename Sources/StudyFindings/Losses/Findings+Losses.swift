internal import KnowledgeDiffusion
internal import KnowledgeNetworks

extension Findings {
  /// What would no longer be reached without a kind, a channel, a topic or pipelines.
  func reachLosses(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let ranked = spread.losses.enumerated().sorted { ($1.element.lost, $0.offset) < ($0.element.lost, $1.offset) }
      .map(\.element)
    guard !ranked.isEmpty else { return [] }
    let columns: [TableColumn<PartLoss>] = [
      TableColumn("without", .text) { .text(label(of: $0.part)) },
      TableColumn("actors gone", .count) { .count($0.loss.leavers.count) },
      TableColumn("connected pairs gone", .count) { .count($0.pairs) },
      TableColumn("reach before", .number) { .number($0.loss.total.before.mean) },
      TableColumn("reach after", .number) { .number($0.loss.total.after.mean) },
      TableColumn("lost", .share) { .number($0.loss.total.share) },
    ]
    let who: Paragraph =
      spread.objective == .everyActor ? "one of those who stay, drawn at random," : "those to tell first, together,"
    return [
      .table(
        FindingsTable("reach-losses", columns, rows: ranked.prefix(12)),
        caption: """
          What \(who) would no longer reach among those who stay, if something were taken out and nobody made up for \
          it. All are in losses.csv.
          """),
      .list(lossSentences(ranked)),
    ]
  }

  /// The heaviest loss of each sort, and that of the cluster management; `ranked` has the heaviest first.
  private func lossSentences(_ ranked: [PartLoss]) -> [Paragraph] {
    let sorts = Dictionary(grouping: ranked, by: \.part.sort)
    return ranked.compactMap { loss in
      guard let alike = sorts[loss.part.sort] else { return nil }
      let leads = alike.first?.part == loss.part
      guard leads || loss.part == .kind(.clusterManagement) else { return nil }
      let most = leads && alike.count > 1 ? ", the largest estimate of any \(loss.part.sort)" : ""
      return """
        Without \(name: label(of: loss.part)), \(share: loss.loss.total.share) of reach would be lost\(word: most).
        """
    }
  }

  private func label(of part: NetworkPart) -> String {
    switch part {
    case .kind(let kind): label(of: kind)
    case .channel(let word): "the channel " + word
    case .topic(let word): "the topic " + word
    case .pipelines: "pipelines"
    }
  }
}

extension PartLoss {
  fileprivate var lost: Double { loss.total.share ?? 0 }
}
