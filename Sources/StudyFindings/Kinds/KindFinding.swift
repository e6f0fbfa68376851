internal import ClusterSurveys
public import DiffusionRoles
internal import KnowledgeNetworks

/// The part each group of actors plays, and what the others would lose without it.
public struct KindFinding: StudyFinding, Hashable {
  /// What each group gives, receives, brokers and lets in, beside what its size explains; `nil` without groups.
  public let roles: GroupRoles?
  /// What the others would lose without each group.
  public let losses: [RemovalLoss]

  init(
    of network: KnowledgeNetwork, by grouping: Grouping?, brokerage: ActorScores?, options: PermutationOptions,
    workers: Workers
  ) throws(BuzzlineError) {
    guard let grouping else {
      roles = nil
      losses = []
      return
    }
    roles = try network.diffusionRoles(by: grouping, brokerage: brokerage, options: options, workers: workers)
    losses = try network.losses(withoutEachOf: grouping, workers: workers)
  }

  var remarks: [String] { roles?.remarks ?? [] }

  var groupColumns: [TableColumn<Int>] {
    guard let groups = roles?.groups else { return [] }
    let sums: [(String, @Sendable (GroupRole) -> GroupTally?)] = [
      ("given", { $0.given }), ("received", { $0.received }), ("net", { $0.net }), ("brokerage", { $0.brokerage }),
      ("pipeline_entry", { $0.pipelineEntry }), ("passed_on_inside", { $0.passedOnInside }),
      ("gatekeepers_graf", { $0.gatekeepers }),
    ]
    return sums.flatMap { name, tally -> [TableColumn<Int>] in
      [
        .number(name) { tally(groups[$0])?.total }, .number(name + "_per_actor") { tally(groups[$0])?.perActor },
        .share(name + "_share") { tally(groups[$0])?.share },
        .share(name + "_expected_share") { tally(groups[$0])?.expectedShare },
        .p(name + "_p_at_least") { tally(groups[$0])?.test?.pAtLeast },
        .p(name + "_p_at_most") { tally(groups[$0])?.test?.pAtMost },
      ]
    } + statedColumns(groups) + [
      .share("ties_lost_share") { losses[$0].shareOfPairsLost },
      .share("reach_lost_share") { losses[$0].shareOfReachLost }, .count("parts_after") { losses[$0].componentsAfter },
    ]
  }

  /// What of entry and of the gatekeepers rests on counts, where anybody states some.
  private func statedColumns(_ groups: [GroupRole]) -> [TableColumn<Int>] {
    guard groups.contains(where: { $0.pipelineEntryStated != nil }) else { return [] }
    return [
      .count("pipeline_entry_stated") { groups[$0].pipelineEntryStated },
      .count("gatekeepers_graf_stated") { groups[$0].gatekeepersByCount },
    ]
  }
}

extension Findings {
  /// Below this p a difference is worth a sentence.
  static let notableChance = 0.05

  /// The quantities of each group that are tested together, with their p adjusted for how many these are (Holm).
  var testedTallies: [[AdjustedTally]] {
    guard let roles = kinds.roles, roles.groups.count > 1 else { return [] }
    let all = roles.groups.map { role -> [(quantity: GroupQuantity, test: PermutationTest)] in
      // Without direction an actor gives to whom it receives from.
      let exchange: [(GroupQuantity, GroupTally?)] =
        network.isDirected ? [(.give, role.given), (.receive, role.received)] : [(.exchange, role.given)]
      return ([(.broker, role.brokerage)] + exchange + [(.letIn, role.pipelineEntry)])
        .compactMap { quantity, tally in tally?.test.map { (quantity, $0) } }
    }
    var adjusted = AdjustedChances.holm(all.joined().map { $0.test.isDefined ? $0.test.pTwoSided : nil })[...]
    return all.enumerated().map { group, tallies in
      defer { adjusted = adjusted.dropFirst(tallies.count) }
      return zip(tallies, adjusted).map { tally, chance in
        AdjustedTally(group: group, quantity: tally.quantity, test: tally.test, chance: chance)
      }
    }
  }

  var carriersSection: ReportDocument.Section? {
    guard let grouping, let roles = kinds.roles else { return nil }
    var blocks: [ReportDocument.Block] = [
      """
      Actors are grouped by \(groupingName). A group stands out if it gives, receives or brokers more, or \
      less, per actor than groups of its size do when the group labels are permuted among the members at random. \
      Sentences give p adjusted for all groups and quantities tested together (Holm); tables give each p by itself.
      """,
      .list(Paragraph.points(groupStatements + [noGroupStatement, groupResponseStatement])),
      .table(
        carriersTable(roles.groups),
        caption: """
          Partners to whom an actor of each group gives and from whom it receives, and pairs it brokers, on average; \
          two-sided p of label permutations.
          """),
    ]
    if let figure = profilePicture { blocks.append(.picture(figure)) }
    blocks += [
      .table(
        rolesTable(grouping),
        caption: "Brokered pairs by role; in brackets the mean under permutation of the group labels."),
      """
      A broker passes knowledge from one actor to another that are not tied themselves. A *coordinator* does so inside \
      its own group, a *gatekeeper* (Gould and Fernandez) lets knowledge of another group into its own, a \
      *representative* carries that of its own group out, an *itinerant* broker mediates inside a group that is not its \
      own, a *liaison* between two groups that are not its own.
      """,
    ]
    return ReportDocument.Section("Who carries knowledge", id: "carriers", blocks)
  }

  /// What chance hardly explains of each group, the clearest group first and of each the clearest quantity.
  var notableTallies: [[AdjustedTally]] {
    testedTallies.map { tallies in
      tallies.filter { $0.isNotable && $0.quantity != .letIn }.sorted { $0.rank < $1.rank }
    }.filter { !$0.isEmpty }.sorted { $0[0].rank < $1[0].rank }
  }

  /// A sentence for each group that chance hardly explains, the clearest group first.
  var groupStatements: [Statement?] {
    notableTallies.map { marks in
      Statement(
        .groupStandsOut, on: Evidence(.members, network.memberCount, p: marks[0].chance),
        "\(label(ofGroup: marks[0].group, startsSentence: true)) \(marks.map(\.clause).joined(by: "; ")).")
    }
  }

  var noGroupStatement: Statement? {
    Statement(
      .noGroupStandsOut, if: groupStatements.isEmpty, on: members,
      "No group gives, receives or brokers clearly more or less per actor than expected from its size.")
  }

  private func carriersTable(_ groups: [GroupRole]) -> FindingsTable {
    // Without direction an actor gives to whom it receives from.
    let given: @Sendable (GroupRole) -> GroupTally? = { $0.given }
    let received: @Sendable (GroupRole) -> GroupTally? = { $0.received }
    let brokered: @Sendable (GroupRole) -> GroupTally? = { $0.brokerage }
    let exchange = network.isDirected ? [("given", given), ("received", received)] : [("exchanged", given)]
    return FindingsTable(
      "carriers", rows: groups.indices,
      columns: [.words("group") { label(ofGroup: $0) }, .count("actors") { groups[$0].actors }],
      (exchange + [("brokered", brokered)]).flatMap { name, tally -> [TableColumn<Int>] in
        [
          .number(name) { tally(groups[$0])?.perActor }, .p("p " + name) { tally(groups[$0])?.test?.pTwoSided },
        ]
      })
  }

  private func rolesTable(_ grouping: Grouping) -> FindingsTable {
    FindingsTable(
      "group-roles", rows: grouping.groups.indices, columns: [.words("group") { label(ofGroup: $0) }],
      BrokerageRole.allCases.map { role in
        .words(role.rawValue) { group in
          brokerage.profile(of: group).map {
            "\(count: $0.observed[role]) (\(number: $0.test?[role].mean, decimals: 1))"
          }
        }
      })
  }

  var lossSection: ReportDocument.Section? {
    guard grouping != nil, !kinds.losses.isEmpty, network.pairCount > 0 else { return nil }
    let losses = kinds.losses
    let table = FindingsTable(
      "group-losses", rows: losses.indices,
      .words("without") { label(ofGroup: $0) }, .count("actors") { losses[$0].actors },
      .share("ties lost") { losses[$0].shareOfPairsLost },
      .share("reach lost among the others") { losses[$0].shareOfReachLost },
      .count("parts before") { losses[$0].componentsBefore }, .count("parts after") { losses[$0].componentsAfter })
    return ReportDocument.Section(
      "What would be lost without them", id: "losses",
      [
        .table(table, caption: "If all actors of a group left."),
        """
        Reach lost is the share of ordered pairs of the remaining actors between which every way led through the \
        group. It is what the structure would miss at once, not what actors would do about it.
        """,
      ])
  }
}

/// What is summed over a group and tested under permutation of the labels.
enum GroupQuantity: String {
  case broker, give, receive, exchange
  case letIn = "let in"
}

/// A quantity of a group, with its p adjusted for all that are tested together.
struct AdjustedTally {
  let group: Int
  let quantity: GroupQuantity
  let test: PermutationTest
  /// The adjusted two-sided p; `nil` where the test is not defined.
  let chance: Double?

  /// Whether the group does it more than its size explains.
  var isMore: Bool { test.observed > test.mean }

  /// Whether the group's size hardly explains it.
  var isNotable: Bool { chance.map { $0 < Findings.notableChance } ?? false }

  /// What the group does, after its name.
  var clause: Paragraph {
    let numbers: Paragraph =
      "(\(number: test.observed) per actor, \(number: test.mean) expected, adjusted \(p: chance))"
    return switch (quantity, isMore) {
    case (.broker, true): "broker *more* than expected from group size \(numbers)"
    case (.broker, false): "broker *less* than expected from group size \(numbers)"
    case (.give, true): "give *more* than expected from group size \(numbers)"
    case (.give, false): "give *less* than expected from group size \(numbers)"
    case (.receive, true): "receive *more* than expected from group size \(numbers)"
    case (.receive, false): "receive *less* than expected from group size \(numbers)"
    case (.exchange, true): "exchange *more* than expected from group size \(numbers)"
    case (.exchange, false): "exchange *less* than expected from group size \(numbers)"
    case (.letIn, true): "let in *more* than expected from group size \(numbers)"
    case (.letIn, false): "let in *less* than expected from group size \(numbers)"
    }
  }

  /// Clearer is less likely, adjusted or, of equals, by itself; then more comes before less, then what is further from
  /// expected.
  var rank: (Double, Double, Int, Double, Int) {
    (chance ?? 2, test.isDefined ? test.pTwoSided : 2, isMore ? 0 : 1, -ratio, group)
  }

  /// How many times more or less than expected, at least 1.
  private var ratio: Double {
    let ratio = test.mean > 0 ? test.observed / test.mean : .infinity
    return ratio > 0 ? max(ratio, 1 / ratio) : .infinity
  }
}
