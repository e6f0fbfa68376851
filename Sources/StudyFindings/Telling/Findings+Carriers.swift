internal import DiffusionRoles
internal import KnowledgeNetworks

/// Below this chance a difference is worth a sentence.
private let notableChance = 0.05

extension Findings {
  /// Who carries knowledge: groups against what their size alone would give, then their brokerage profiles.
  var carriersSection: ReportDocument.Section? {
    guard let grouping, let roles = groups.roles else { return nil }
    var blocks: [ReportDocument.Block] = [
      .paragraph(
        """
        Actors are grouped by \(name: grouping.name). A group stands out if it gives, receives or brokers more, or \
        less, a head than groups of its size do when the same labels are exchanged among the actors at random.
        """),
      .list(
        carrierSentences.isEmpty
          ? ["No group gives, receives or brokers clearly more or less a head than its size explains."]
          : carrierSentences),
      .table(carriersTable(roles), caption: "What each group gives, receives and brokers, a head."),
    ]
    if let figure = profilePicture { blocks.append(.picture(figure)) }
    blocks += [.table(rolesTable, caption: "How often actors of each group hold each brokerage role."), .paragraph(roleReading)]
    return ReportDocument.Section("Who carries knowledge", id: "carriers", blocks)
  }

  /// A sentence for each group and quantity that chance hardly explains, the clearest first.
  var carrierSentences: [Paragraph] {
    guard let roles = groups.roles else { return [] }
    let quantities: [(verb: String, tally: (GroupRole) -> GroupTally?)] = [
      ("broker", \.brokerage), ("give", \.given), ("receive", \.received),
    ]
    var notable: [(p: Double, sentence: Paragraph)] = []
    for (index, role) in roles.groups.enumerated() {
      for (verb, tally) in quantities {
        guard let tally = tally(role), let test = tally.test, test.isDefined else { continue }
        let p = test.pTwoSided
        guard p < notableChance, roles.groups.count > 1 else { continue }
        let direction = test.observed > test.mean ? "more" : "less"
        let sentence: Paragraph = """
          \(name: label(ofGroup: index)): actors \(word: verb) \(stressed: direction) than their number explains, \
          \(number: tally.perHead) a head where \(number: test.mean) would be expected (\(p: p)).
          """
        notable.append((p, sentence))
      }
    }
    return notable.enumerated().sorted { ($0.element.p, $0.offset) < ($1.element.p, $1.offset) }.map(\.element.sentence)
  }

  private func carriersTable(_ roles: GroupRoles) -> FindingsTable {
    let columns: [TableColumn<Int>] = [
      TableColumn("group", .text) { .text(label(ofGroup: $0)) },
      TableColumn("actors", .count) { .count(roles.groups[$0].actors) },
      TableColumn("given", .number) { .number(roles.groups[$0].given.perHead) },
      TableColumn("p given", .p) { .number(roles.groups[$0].given.test?.pTwoSided) },
      TableColumn("received", .number) { .number(roles.groups[$0].received.perHead) },
      TableColumn("p received", .p) { .number(roles.groups[$0].received.test?.pTwoSided) },
      TableColumn("brokered", .number) { .number(roles.groups[$0].brokerage?.perHead) },
      TableColumn("p brokered", .p) { .number(roles.groups[$0].brokerage?.test?.pTwoSided) },
    ]
    return FindingsTable("carriers", columns, rows: roles.groups.indices)
  }

  private var rolesTable: FindingsTable {
    let heads = [TableColumn<Int>("group", .text) { .text(label(ofGroup: $0)) }]
    let columns = BrokerageRole.allCases.flatMap { role in
      [
        TableColumn<Int>(role.rawValue, .count) { .count(brokerage.profile(of: $0)?.observed[role]) },
        TableColumn<Int>("by chance", .number) { .number(brokerage.profile(of: $0)?.expected[role]) },
      ]
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
