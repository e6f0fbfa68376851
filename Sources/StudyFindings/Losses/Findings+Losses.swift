internal import KnowledgeDiffusion
internal import KnowledgeNetworks

extension Findings {
  /// What would no longer be reached without a kind, a channel, a topic or pipelines.
  func reachLosses(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let ranked = spread.losses.losses.enumerated().sorted {
      ($1.element.lost, $0.offset) < ($0.element.lost, $1.offset)
    }
    .map(\.element)
    guard !ranked.isEmpty else { return [] }
    let columns: [TableColumn<PartLossFinding.Part>] = [
      TableColumn("without", .text) { .text(label(of: $0)) },
      TableColumn("actors gone", .count) { .count($0.actors) },
      TableColumn("connected pairs gone", .count) { .count($0.pairs) },
      TableColumn("reach before", .number) { .number($0.loss.before) },
      TableColumn("reach after", .number) { .number($0.loss.after) },
      TableColumn("lost", .share) { .number($0.loss.share) },
    ]
    let who: Paragraph =
      spread.losses.asked.from == nil ? "one of those who stay, drawn at random," : "those to tell first, together,"
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
  private func lossSentences(_ ranked: [PartLossFinding.Part]) -> [Paragraph] {
    let sorts = Dictionary(grouping: ranked, by: \.without)
    return ranked.compactMap { loss in
      guard let alike = sorts[loss.without] else { return nil }
      let leads = alike.first == loss
      guard leads || loss.name == ActorKind.clusterManagement.rawValue else { return nil }
      let most = leads && alike.count > 1 ? ", the largest estimate of any \(loss.without)" : ""
      return """
        Without \(name: label(of: loss)), \(share: loss.loss.share) of reach would be lost\(word: most).
        """
    }
  }

  private func label(of part: PartLossFinding.Part) -> String {
    guard let name = part.name else { return part.without }
    return part.without == "kind" ? label(of: ActorKind(rawValue: name)) : "the \(part.without) \(name)"
  }
}

extension PartLossFinding.Part {
  fileprivate var lost: Double { loss.share ?? 0 }
}
