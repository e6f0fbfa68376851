internal import DiffusionRoles
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// What an actor of each group gives, receives and brokers, beside what group size alone gives; for up to eight groups.
  var openingPicture: ReportDocument.Picture? {
    guard let roles = kinds.roles, (2...8).contains(roles.groups.count) else { return nil }
    let quantities: [(String, (GroupRole) -> GroupTally?)] =
      network.isDirected
      ? [("Gave to, partners per actor", { $0.given }), ("Received from", { $0.received })]
      : [("Exchanged with, partners per actor", { $0.given })]
    let panels = (quantities + [("Brokered, pairs per actor", { $0.brokerage })]).map { title, tally in
      BarPicture.Panel(
        title: title,
        bars: roles.groups.enumerated().map { index, role in
          bar(label(ofGroup: index), tally(role)?.perActor ?? 0, expected: tally(role)?.expectedPerActor) {
            NumberText.number($0, decimals: 1)
          }
        })
    }
    return ReportDocument.Picture(
      .bars(BarPicture(panels: panels, label: "What each kind does", isScaleShared: false)),
      alternative: "What an actor of each group gives, receives and brokers on average, beside the mean of all members",
      caption: "Averages of each group; the mark is the average of all members, which group size alone would give.")
  }

  /// Each group's brokerage in the five roles against what independent ties would give; for up to twelve groups.
  var profilePicture: ReportDocument.Picture? {
    guard let grouping, grouping.groups.count <= 12, brokerage.observed?.totals.total ?? 0 > 0 else { return nil }
    let panels = grouping.groups.indices.compactMap { group in
      brokerage.profile(of: group).map { profile in
        BarPicture.Panel(
          title: label(ofGroup: group),
          bars: BrokerageRole.allCases.map { role in
            bar(role.rawValue, Double(profile.observed[role]), expected: profile.permuted[role]) {
              NumberText.number($0, decimals: $0 == $0.rounded() ? 0 : 1)
            }
          })
      }
    }
    let drawing = BarPicture(panels: panels, label: "Brokerage by group and role", isScaleShared: false)
    return ReportDocument.Picture(
      .bars(drawing), alternative: "How often actors of each group broker, by role, beside the mean of permuted labels",
      caption: """
        Brokered pairs by role. The mark is the mean of the same actors under permutation of the group labels. Each \
        group has its own scale.
        """)
  }

  var entryPicture: ReportDocument.Picture? {
    guard let roles = kinds.roles, roles.groups.count <= 12 else { return nil }
    let bars = roles.groups.enumerated().map { index, role in
      bar(label(ofGroup: index), role.pipelineEntry.share ?? 0, expected: role.pipelineEntry.expectedShare) {
        NumberText.share($0)
      }
    }
    let drawing = BarPicture(
      panels: [BarPicture.Panel(title: "Pipeline knowledge entering through", bars: bars)], label: "Entry by group")
    return ReportDocument.Picture(
      .bars(drawing), alternative: "Share of pipeline knowledge that enters through each group, against its size",
      caption: "Share of the ties from outside that each group receives. The mark is its share by number of actors.")
  }

  private func bar(_ label: String, _ value: Double, expected: Double?, _ shown: (Double) -> String) -> BarPicture.Bar {
    BarPicture.Bar(
      label: label, value: value, expected: expected,
      note: shown(value) + (expected.map { " (expected \(shown($0)))" } ?? ""))
  }
}
