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
        .stating(responseStatements), .stating(lowResponseStatement), .stating(withheldStatement),
        picture(of: shown).map { .picture($0) },
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

  private func picture(of rows: [CoverageFinding.Row]) -> ReportDocument.Picture? {
    let pairs: Paragraph =
      """
      Pairs are those that involve these members, by how many of the two reported on them, and count for both groups where \
      they join two.
      """
    let pairPanel = pairPanel(of: rows)
    let panels = [responsePanel(of: rows), pairPanel].compactMap(\.self)
    guard !panels.isEmpty else { return nil }
    return ReportDocument.Picture(
      .stacks(StackPicture(panels: panels)),
      alternative: "Share of members that answered and share of pairs reported on, of all and by kind and cluster",
      caption: "Members by what became of asking them." + (pairPanel == nil ? "" : " " + pairs), files: ["coverage"])
  }

  /// `nil` where all that would be drawn is withheld; full and partial answers together where one of them is.
  private func responsePanel(of rows: [CoverageFinding.Row]) -> StackPicture.Panel? {
    let drawn = rows.filter { !$0.response.isWithheld }
    guard !drawn.isEmpty else { return nil }
    let isSplit = drawn.allSatisfy { $0.answered != nil && $0.partial != nil }
    return StackPicture.Panel(
      title: "Response of members",
      parts: isSplit ? ["answered", "in part", "did not answer"] : ["answered, also in part", "did not answer"],
      rows: drawn.map { row in
        let (answered, share) = (row.response.count, row.response.value)
        let answers = isSplit ? [row.answered ?? 0, row.partial ?? 0] : [answered]
        return StackPicture.Row(
          label: label(of: row), counts: answers + [row.members - answered],
          note: row.isLow
            ? "\(share: share) of \(count: row.members), low" : "\(share: share) of \(count: row.members)",
          isMarked: row.isLow)
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
      "\(who(row)) (\(count: row.response.count) of \(count: row.members))"
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
    let kinds = rows(by: .kind).prefix(6).map { row -> Paragraph in
      "\(count: row.response.count) of \(count: row.members) \(who(row))"
    }
    return Statement(
      .responseByKind, if: !kinds.isEmpty, on: members, "Answered: \(kinds.joined(by: ", ")).")
  }

  /// The groups of the latest wave whose response may be shown.
  private func rows(by sort: CoverageFinding.Sort) -> [CoverageFinding.Row] {
    (coverage?.rows ?? []).filter { $0.sort == sort && $0.wave == wave && !$0.response.isWithheld }
  }

  /// The response of all members of the latest wave; `nil` where nobody was asked.
  var ownCoverage: CoverageFinding.Row? { coverage?.rows.first { $0.sort == .all && $0.wave == wave } }

  /// That groups may differ because they answered differently.
  var groupResponseStatement: Statement? {
    guard evidence.hasClaims, reconciliation.unobservedPairs > 0, !groupStatements.isEmpty else { return nil }
    let shares = groupResponses().prefix(12).map { group, response -> Paragraph in
      "\(share: response.value) of \(label(ofGroup: group))"
    }
    guard !shares.isEmpty else {
      return Statement(
        .groupsDifferInResponse, on: members,
        """
        Pairs on which the report that decides is missing count as not tied here, and groups may differ in how many \
        answered: part of these differences may be one of response.
        """)
    }
    return Statement(
      .groupsDifferInResponse, on: members,
      """
      Pairs on which the report that decides is missing count as not tied here, and groups may differ in how many \
      answered (\(shares.joined(by: ", "))): part of these differences may be one of response.
      """)
  }

  /// The response of the groups that are compared, those that may be shown.
  func groupResponses() -> [(group: Int, response: ObservedShare)] {
    guard let grouping else { return [] }
    if let sort = CoverageFinding.Sort(rawValue: grouping.name), sort != .all {
      return rows(by: sort).compactMap { row in
        grouping.groups.firstIndex { $0 == row.group }.map { ($0, row.response) }
      }
    }
    let shares = grouping.groups.indices.map { group in
      let ids = Set(grouping.members(of: group).map { network.actors[$0].id })
      return study.survey.responseCounts { ids.contains($0.id) }.response
    }
    var table = CellTable(shares.map { ($0.count, $0.total) }, least: study.options.leastCell ?? 1)
    table.close([CellTable.Line(cells: Array(shares.indices))])
    return shares.enumerated().filter { !table.cells[$0.offset].isWithheld }.map { ($0, $1) }
  }

  /// How much is withheld.
  private var withheldStatement: Statement? {
    coverage?.suppression.flatMap { withheld in
      Statement(
        .outcomesWithheld, on: Evidence(.tableCells, withheld.small + withheld.complementary),
        """
        Of who answered, by kind and cluster, \(count: withheld.small, "cell") behind which fewer than \
        \(count: withheld.least) stand \(for: withheld.small, "is", "are") withheld, and \
        \(count: withheld.complementary, "other") from which these could be computed.
        """)
    }
  }
}
