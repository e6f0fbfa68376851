internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// The most groups that a picture tells apart.
  static let mostDrawnGroups = 12

  /// Each group's brokerage by role, as a multiple of what permuted labels give the same actors; `nil` for one group or
  /// more than can be told apart.
  var profilePicture: ReportDocument.Picture? {
    guard let grouping, (2...Self.mostDrawnGroups).contains(grouping.groups.count),
      brokerage.observed?.totals.total ?? 0 > 0
    else { return nil }
    // Without direction both are one.
    let roles = BrokerageRole.allCases.filter { network.isDirected || $0 != .representative }
    let panels = roles.map { role in
      DotPicture.Panel(
        title: title(of: role), icon: role.icon,
        rows: grouping.groups.indices.compactMap { group in
          brokerage.profile(of: group).flatMap { row($0, role, group) }
        })
    }
    let arrangements: Paragraph =
      brokerage.test?.totals.liaison.isExact == true
      ? "all permutations" : "\(count: study.options.permutations.draws, "permutation")"
    return ReportDocument.Picture(
      .dots(DotPicture(panels: panels, scale: .ratio, axis: "brokered pairs over expected")),
      alternative: "How often the actors of each group broker in each role, as a multiple of what chance would give",
      caption: """
        Pairs that the actors of a group broker, over the mean of the same actors under \(arrangements) of the group labels \
        among the \(count: grouping.sizes.reduce(0, +)) grouped actors. The line reaches two standard deviations to either \
        side of that mean: what lies outside is unusual, though one in twenty is by chance. Hollow where fewer than five \
        are expected. In the icons filled dots are of the broker's own group.
        """, files: ["groups", "brokerage"])
  }

  private func title(of role: BrokerageRole) -> Paragraph {
    network.isDirected || role != .gatekeeper ? role.words : "gatekeeper, or representative"
  }

  private func row(_ profile: BrokerageFinding.GroupProfile, _ role: BrokerageRole, _ group: Int) -> DotPicture.Row? {
    guard let test = profile.test?[role], test.isDefined else { return nil }
    let (mean, deviation) = (test.mean, test.standardDeviation)
    return DotPicture.Row(
      label: label(ofGroup: group), value: mean > 0 ? test.observed / mean : nil, expected: mean > 0 ? 1 : nil,
      null: mean > 0 ? (max(0, mean - 2 * deviation) / mean)...((mean + 2 * deviation) / mean) : nil, isSmall: mean < 5,
      note: "\(count: profile.observed[role]) (\(number: mean, decimals: 1))")
  }
}

extension BrokerageRole {
  /// What people call it.
  var words: Paragraph { Paragraph(ours: rawValue) }

  fileprivate var icon: DotPicture.Icon {
    switch self {
    case .coordinator: DotPicture.Icon(giver: .own, receiver: .own)
    case .itinerant: DotPicture.Icon(giver: .other, receiver: .other)
    case .gatekeeper: DotPicture.Icon(giver: .other, receiver: .own)
    case .representative: DotPicture.Icon(giver: .own, receiver: .other)
    case .liaison: DotPicture.Icon(giver: .other, receiver: .third)
    }
  }
}
