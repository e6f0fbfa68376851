internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// Below this p a difference is worth a sentence and may lead the report.
  static let notableChance = 0.05

  /// Who carries knowledge: groups against what their size alone would give, then their brokerage profiles.
  var carriersSection: ReportDocument.Section? {
    guard let grouping, let roles = kinds.roles else { return nil }
    var blocks: [ReportDocument.Block] = [
      .paragraph(
        """
        Actors are grouped by \(name: grouping.name). A group stands out if it gives, receives or brokers more, or \
        less, per actor than groups of its size do when the group labels are permuted among the actors at random.
        """),
      .list(
        carrierSentences.isEmpty
          ? ["No group gives, receives or brokers clearly more or less per actor than expected from its size."]
          : carrierSentences),
      .table(
        carriersTable(roles),
        caption: "What each group gives, receives and brokers per actor; two-sided p of label permutations."),
    ]
    if let figure = profilePicture { blocks.append(.picture(figure)) }
    blocks += [
      .table(
        rolesTable, caption: "Brokered pairs by role; in brackets what independent ties of the same density would give."
      ), .paragraph(roleReading),
    ]
    return ReportDocument.Section("Who carries knowledge", id: "carriers", blocks)
  }

  /// A sentence for each group that chance hardly explains, the clearest group first.
  var carrierSentences: [Paragraph] {
    guard let roles = kinds.roles, roles.groups.count > 1 else { return [] }
    let notable = roles.groups.enumerated().compactMap { index, role in
      let marks = NotableTally.all(of: role, isDirected: network.isDirected)
      return marks.first.map { (group: index, clearest: $0, marks: marks) }
    }
    return notable.sorted { ($0.clearest, $0.group) < ($1.clearest, $1.group) }.map { group, _, marks in
      let parts = marks.map(\.sentence)
      let listed = parts.dropFirst().reduce(parts[0]) { $0 + "; " + $1 }
      return "\(name: label(ofGroup: group, startsSentence: true)) \(listed)."
    }
  }

  private func carriersTable(_ roles: GroupRoles) -> FindingsTable {
    let columns: [TableColumn<Int>] = [
      TableColumn("group", .text) { .text(label(ofGroup: $0)) },
      TableColumn("actors", .count) { .count(roles.groups[$0].actors) },
      TableColumn("given", .number) { .number(roles.groups[$0].given.perActor) },
      TableColumn("p given", .p) { .number(roles.groups[$0].given.test?.pTwoSided) },
      TableColumn("received", .number) { .number(roles.groups[$0].received.perActor) },
      TableColumn("p received", .p) { .number(roles.groups[$0].received.test?.pTwoSided) },
      TableColumn("brokered", .number) { .number(roles.groups[$0].brokerage?.perActor) },
      TableColumn("p brokered", .p) { .number(roles.groups[$0].brokerage?.test?.pTwoSided) },
    ]
    return FindingsTable("carriers", columns, rows: roles.groups.indices)
  }

  private var rolesTable: FindingsTable {
    let heads = [TableColumn<Int>("group", .text) { .text(label(ofGroup: $0)) }]
    let columns = BrokerageRole.allCases.map { role in
      TableColumn<Int>(role.rawValue, .text) { group in
        guard let profile = brokerage.profile(of: group) else { return .undefined }
        return .word(
          "\(NumberText.count(profile.observed[role])) (\(NumberText.number(profile.expected[role], decimals: 1)))")
      }
    }
    return FindingsTable("group-roles", heads + columns, rows: grouping?.groups.indices ?? 0..<0)
  }

  private var roleReading: Paragraph {
    """
    A broker passes knowledge from one actor to another that are not tied themselves. A \(stressed: "coordinator") does so \
    inside its own group, a \(stressed: "gatekeeper") lets knowledge of another group into its own, a \
    \(stressed: "representative") carries that of its own group out, an \(stressed: "itinerant") broker mediates inside a \
    group that is not its own, a \(stressed: "liaison") between two groups that are not its own.
    """
  }
}

/// A quantity of a group that the group's size hardly explains.
private struct NotableTally: Comparable {
  let verb: String
  let test: PermutationTest

  /// Those of a group, the clearest first.
  static func all(of role: GroupRole, isDirected: Bool) -> [NotableTally] {
    // Without direction an actor gives to whom it receives from.
    let exchange: [(String, GroupTally?)] =
      isDirected ? [("give", role.given), ("receive", role.received)] : [("exchange", role.given)]
    return ([("broker", role.brokerage)] + exchange)
      .compactMap { verb, tally in tally?.test.map { NotableTally(verb: verb, test: $0) } }
      .filter { $0.test.isDefined && $0.test.pTwoSided < Findings.notableChance }
      .sorted()
  }

  var sentence: Paragraph {
    """
    \(word: verb) \(stressed: test.observed > test.mean ? "more" : "less") than expected from group size \
    (\(number: test.observed) per actor, \(number: test.mean) expected, \(p: test.pTwoSided))
    """
  }

  /// Clearer is less likely; of equals, more comes before less, then what is further from expected.
  static func < (left: NotableTally, right: NotableTally) -> Bool { left.rank < right.rank }

  static func == (left: NotableTally, right: NotableTally) -> Bool { left.rank == right.rank }

  private var rank: (Double, Int, Double) { (test.pTwoSided, test.observed > test.mean ? 0 : 1, -ratio) }

  /// How many times more or less than expected, at least 1.
  private var ratio: Double {
    let ratio = test.mean > 0 ? test.observed / test.mean : .infinity
    return ratio > 0 ? max(ratio, 1 / ratio) : .infinity
  }
}
