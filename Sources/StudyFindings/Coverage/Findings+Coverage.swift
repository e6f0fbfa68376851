internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// Who was asked and answered, and how much of the network anybody saw; `nil` where nobody was asked.
  var coverageSection: ReportDocument.Section? {
    guard let coverage, !coverage.rows.isEmpty else { return nil }
    let shown = shownRows(of: coverage)
    let pictures = [responsePicture(of: shown), pairPicture(of: shown)].compactMap(\.self)
    return ReportDocument.Section(
      "Who answered, and what was seen", id: "coverage",
      [
        .stating(responseStatements), .stating(lowResponseStatement), .pictures(pictures),
        """
        A row is marked where fewer than 70 % answered: a convention, not a test. coverage.csv has every row with its \
        interval\(word: shown.count < coverage.rows.count ? ", also those not drawn here" : "").
        """,
      ].compactMap(\.self))
  }

  /// All members and kinds of each wave, and the clusters of the latest where they are few.
  private func shownRows(of coverage: CoverageFinding) -> [CoverageFinding.Row] {
    let clusters = coverage.rows.filter { $0.sort == .cluster && $0.wave == wave }
    return coverage.rows.filter { $0.sort != .cluster }
      + (2...12 ~= clusters.count ? clusters : [])
  }

  private func label(of row: CoverageFinding.Row) -> String {
    who(row) + (row.wave.map { ", wave \($0)" } ?? "")
  }

  private func who(_ row: CoverageFinding.Row) -> String {
    switch row.sort {
    case .all: "all members"
    case .kind: label(of: ActorKind(rawValue: row.group ?? ""))
    case .cluster: "cluster " + (row.group ?? "")
    }
  }

  private func responsePicture(of rows: [CoverageFinding.Row]) -> ReportDocument.Picture {
    let drawing = StackPicture(
      parts: ["answered", "in part", "did not answer"],
      rows: rows.map { row in
        let counts = row.counts
        return StackPicture.Row(
          label: label(of: row),
          counts: [counts.answered, counts.partial, counts.refused + counts.absent + counts.notAsked],
          note: "\(NumberText.share(counts.response.value)) of \(NumberText.count(counts.members))"
            + (row.isLow ? ", below 70 %" : ""), isMarked: row.isLow)
      }, label: "Response of members")
    return ReportDocument.Picture(
      .stacks(drawing), alternative: "Share of members that answered, in all and by kind and cluster",
      caption: "Members by what became of asking them.")
  }

  /// `nil` where pairs cannot be counted.
  private func pairPicture(of rows: [CoverageFinding.Row]) -> ReportDocument.Picture? {
    let counted = rows.compactMap { row -> StackPicture.Row? in
      guard let both = row.seenByBoth, let one = row.seenByOne, let nobody = row.seenByNobody else { return nil }
      let total = both + one + nobody
      let share = total > 0 ? Double(both + one) / Double(total) : nil
      return StackPicture.Row(
        label: label(of: row), counts: [both, one, nobody],
        note: "\(NumberText.share(share)) of \(NumberText.count(total))")
    }
    guard !counted.isEmpty else { return nil }
    let pairs = network.isDirected ? "Ordered pairs" : "Pairs"
    return ReportDocument.Picture(
      .stacks(StackPicture(parts: ["seen by both", "by one", "by nobody"], rows: counted, label: "Pairs of members")),
      alternative: "Share of pairs of members on which both sides, one side or nobody reported",
      caption: "\(word: pairs) that involve these members, by how many of the two reported on them.")
  }

  /// Of whom so few answered that what is said of them is doubtful.
  private var lowResponseStatement: Statement? {
    let low = (coverage?.rows ?? []).filter { $0.isLow && $0.wave == wave && $0.sort != .all }
    let named = low.prefix(8).map { row -> Paragraph in
      "\(name: who(row)) (\(count: row.counts.response.count) of \(count: row.counts.members))"
    }
    guard let first = named.first else { return nil }
    let listed = named.dropFirst().reduce(first) { $0 + ", " + $1 }
    let more: Paragraph = low.count > named.count ? " and \(count: low.count - named.count, "other group")" : ""
    return Statement(
      .lowResponse, on: members,
      "Fewer than 70 % answered of \(listed)\(more): what is said of these rests on few answers.")
  }

  /// Who was asked and answered, kind by kind, in one line.
  var kindResponseStatement: Statement? {
    let rows = (coverage?.rows ?? []).filter { $0.sort == .kind && $0.wave == wave }
    let kinds = rows.prefix(6).map { row -> Paragraph in
      "\(count: row.counts.response.count) of \(count: row.counts.members) \(name: who(row))"
    }
    guard let first = kinds.first else { return nil }
    let listed = kinds.dropFirst().reduce(first) { $0 + ", " + $1 }
    return Statement(.responseByKind, on: members, "Answered: \(listed).")
  }
}
