internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// Who was asked and answered, and how much of the network anybody saw; `nil` where nobody was asked.
  var coverageSection: ReportDocument.Section? {
    guard let coverage, !coverage.rows.isEmpty else { return nil }
    let shown = shownRows(of: coverage)
    return ReportDocument.Section(
      "Who answered, and what was seen", id: "coverage",
      [
        .stating(responseStatements), .stating(lowResponseStatement), .picture(picture(of: shown)),
        """
        A row is called low where fewer than \(share: CoverageFinding.leastShare, decimals: 0) answered: a convention, not a \
        test. coverage.csv has every row with its interval\
        \(shown.count < coverage.rows.count ? ", also those not drawn here" : "").
        """,
      ].compactMap(\.self))
  }

  /// All members and kinds of each wave, and the clusters of the latest where they are few.
  private func shownRows(of coverage: CoverageFinding) -> [CoverageFinding.Row] {
    let clusters = coverage.rows.filter { $0.sort == .cluster && $0.wave == wave }
    return coverage.rows.filter { $0.sort != .cluster }
      + (2...12 ~= clusters.count ? clusters : [])
  }

  private func label(of row: CoverageFinding.Row) -> Paragraph {
    row.wave.map { "\(who(row)), wave \(name: $0)" } ?? who(row)
  }

  private func who(_ row: CoverageFinding.Row) -> Paragraph {
    switch row.sort {
    case .all: "all members"
    case .kind: label(of: ActorKind(rawValue: row.group ?? ""))
    case .cluster: "cluster \(name: row.group ?? "")"
    }
  }

  private func picture(of rows: [CoverageFinding.Row]) -> ReportDocument.Picture {
    let pairs: Paragraph =
      """
      Pairs are those that involve these members, by how many of the two reported on them, and count for both groups where \
      they join two.
      """
    let panels = [responsePanel(of: rows), pairPanel(of: rows)].compactMap(\.self)
    return ReportDocument.Picture(
      .stacks(StackPicture(panels: panels)),
      alternative: "Share of members that answered and share of pairs reported on, of all and by kind and cluster",
      caption: "Members by what became of asking them." + (panels.count > 1 ? " " + pairs : ""), files: ["coverage"])
  }

  private func responsePanel(of rows: [CoverageFinding.Row]) -> StackPicture.Panel {
    StackPicture.Panel(
      title: "Response of members", parts: ["answered", "in part", "did not answer"],
      rows: rows.map { row in
        let counts = row.counts
        return StackPicture.Row(
          label: label(of: row),
          counts: [counts.answered, counts.partial, counts.refused + counts.absent + counts.notAsked],
          note: row.isLow
            ? "\(share: counts.response.value) of \(count: counts.members), low"
            : "\(share: counts.response.value) of \(count: counts.members)", isMarked: row.isLow)
      }, showsShares: true)
  }

  /// `nil` where pairs cannot be counted.
  private func pairPanel(of rows: [CoverageFinding.Row]) -> StackPicture.Panel? {
    let counted = rows.compactMap { row -> StackPicture.Row? in
      guard let both = row.seenByBoth, let one = row.seenByOne, let nobody = row.seenByNobody else { return nil }
      let total = both + one + nobody
      let share = total > 0 ? Double(both + one) / Double(total) : nil
      return StackPicture.Row(
        label: label(of: row), counts: [both, one, nobody],
        note: "\(share: share) of \(count: total)")
    }
    guard !counted.isEmpty else { return nil }
    return StackPicture.Panel(
      title: network.isDirected ? "Ordered pairs of members" : "Pairs of members",
      parts: ["seen by both", "by one", "by nobody"], rows: counted, showsShares: true)
  }

  /// Of whom so few answered that what is said of them is doubtful.
  private var lowResponseStatement: Statement? {
    let low = (coverage?.rows ?? []).filter { $0.isLow && $0.wave == wave && $0.sort != .all }
    let named = low.prefix(8).map { row -> Paragraph in
      "\(who(row)) (\(count: row.counts.response.count) of \(count: row.counts.members))"
    }
    guard !named.isEmpty else { return nil }
    let more: Paragraph = low.count > named.count ? " and \(count: low.count - named.count, "other group")" : ""
    return Statement(
      .lowResponse, on: members,
      """
      Fewer than \(share: CoverageFinding.leastShare, decimals: 0) answered of \(named.joined(by: ", "))\(more): what is \
      said of these rests on few answers.
      """)
  }

  /// Who was asked and answered, kind by kind, in one line.
  var kindResponseStatement: Statement? {
    let rows = (coverage?.rows ?? []).filter { $0.sort == .kind && $0.wave == wave }
    let kinds = rows.prefix(6).map { row -> Paragraph in
      "\(count: row.counts.response.count) of \(count: row.counts.members) \(who(row))"
    }
    return Statement(
      .responseByKind, if: !kinds.isEmpty, on: members, "Answered: \(kinds.joined(by: ", ")).")
  }
}
