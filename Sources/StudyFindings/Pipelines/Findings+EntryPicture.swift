internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// Through which groups pipelines bring knowledge in, beside what their sizes would give.
  var entryPicture: ReportDocument.Picture? {
    guard let roles = kinds.roles, (2...Self.mostDrawnGroups).contains(roles.groups.count),
      roles.groups.contains(where: { $0.pipelineEntry.share ?? 0 > 0 })
    else { return nil }
    let rows = roles.groups.enumerated().map { row(of: $1.pipelineEntry, group: $0) }
    let panel = DotPicture.Panel(title: "Pipeline knowledge entering through", rows: rows)
    return ReportDocument.Picture(
      .dots(DotPicture(panels: [panel], scale: .share, axis: "share of entries")),
      alternative: "Share of pipeline knowledge that enters through each group, against its size",
      caption: """
        Of the ties from outside (\(number: roles.groups.first?.pipelineEntry.networkTotal, decimals: 0)), the share at \
        which each group receives. The line reaches two standard deviations to either side of the mean where group labels \
        are permuted among the \(count: network.memberCount, "member"). Hollow where one to four ties enter. Ties at which the \
        receiver has no group are in no row.
        """, files: ["groups"])
  }

  private func row(of tally: GroupTally, group: Int) -> DotPicture.Row {
    // The test is per actor; a share is of the network's sum.
    let unit = tally.networkTotal > 0 ? Double(tally.actors) / tally.networkTotal : 0
    let total = Int(tally.total ?? 0)
    let null = tally.test.map { test in
      let (mean, spread) = (test.mean * unit, 2 * test.standardDeviation * unit)
      return max(0, mean - spread)...min(1, max(0, mean + spread))
    }
    return DotPicture.Row(
      label: label(ofGroup: group), value: tally.share, expected: tally.expectedShare, null: null,
      isSmall: (1...4).contains(total), note: "\(count: total), \(share: tally.share)")
  }
}
