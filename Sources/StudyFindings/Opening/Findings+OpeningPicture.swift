internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// What an actor of each group gives, receives and brokers, over what group size alone gives; for up to six groups.
  var openingPicture: ReportDocument.Picture? {
    guard let roles = kinds.roles, (2...6).contains(roles.groups.count) else { return nil }
    let titles: [Paragraph] = network.isDirected ? ["gave", "received", "brokered"] : ["exchanged", "brokered"]
    let tallies: [(GroupRole) -> GroupTally?] =
      network.isDirected ? [{ $0.given }, { $0.received }, { $0.brokerage }] : [{ $0.given }, { $0.brokerage }]
    let panels = zip(titles, tallies).map { title, tally in
      DotPicture.Panel(
        title: title, rows: roles.groups.enumerated().compactMap { index, role in row(tally(role), ofGroup: index) })
    }.filter { !$0.rows.isEmpty }
    guard !panels.isEmpty else { return nil }
    return ReportDocument.Picture(
      .dots(DotPicture(panels: panels, scale: .ratio, axis: "per actor, over what group size gives")),
      alternative: "What an actor of each group gives, receives and brokers, as a multiple of what group size gives",
      caption: """
        Partners given to, partners received from and pairs brokered by an actor of each group on average, over the average \
        of all members; in brackets that average. The line reaches two standard deviations of permuted group labels to \
        either side of 1.
        """, files: ["groups"])
  }

  private func row(_ tally: GroupTally?, ofGroup group: Int) -> DotPicture.Row? {
    guard let tally, let test = tally.test, test.isDefined, let mean = tally.expectedPerActor, mean > 0 else {
      return nil
    }
    let reach = 2 * test.standardDeviation
    return DotPicture.Row(
      label: label(ofGroup: group), value: test.observed / mean, expected: 1,
      null: (max(0, mean - reach) / mean)...((mean + reach) / mean), isSmall: tally.actors < 5,
      note: "\(number: test.observed, decimals: 1) (\(number: mean, decimals: 1))")
  }
}
