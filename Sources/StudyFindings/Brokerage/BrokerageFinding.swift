public import DiffusionRoles
public import KnowledgeNetworks

/// Who stands between whom: the five Gould–Fernandez roles with their nulls.
public struct BrokerageFinding: StudyFinding {
  /// The groups that tell the roles apart; `nil` without any, and then so is all else.
  public let grouping: Grouping?
  /// How many pairs each actor brokers in each role, and their sums.
  public let observed: BrokerageTable<Int>?
  /// What independent ties of the same density would give.
  public let expectations: BrokerageExpectations?
  /// Credit shared among all brokers of a pair.
  public let credit: BrokerageTable<Double>?
  /// The counts under permutation of the labels.
  public let test: BrokerageTable<PermutationTest>?
  /// Whether ties have a direction; where they have none, the counts hold each pair in both orders.
  public let isDirected: Bool
  /// What a careful reader should know.
  public let remarks: [String]
  private let actorCount: Int

  /// Counts and tests; without a grouping there is nothing to find.
  init(
    of network: KnowledgeNetwork, by grouping: Grouping?, options: PermutationOptions, workers: Workers
  ) throws(BuzzlineError) {
    let brokerage = try grouping.map { groups throws(BuzzlineError) in
      try network.brokerage(by: groups, workers: workers)
    }
    self.init(
      brokerage, test: try brokerage?.permutationTest(options: options, workers: workers),
      credit: try brokerage?.partialCredit())
  }

  /// Takes what was computed.
  init(_ brokerage: Brokerage?, test: BrokerageTable<PermutationTest>?, credit: BrokerageTable<Double>? = nil) {
    grouping = brokerage?.grouping
    observed = brokerage?.counts
    expectations = brokerage?.expectations
    self.credit = credit
    self.test = test
    isDirected = brokerage?.isDirected ?? true
    remarks = brokerage?.remarks ?? []
    actorCount = brokerage?.actorCount ?? 0
  }

  /// The brokerage total of each actor, which no grouping changes.
  var totals: ActorScores? {
    observed.map { counts in
      ActorScores(measure: "brokerage", (0..<actorCount).map { counts[$0].map { Double($0.total) } ?? .nan })
    }
  }

  var actorColumns: [TableColumn<Int>] { counts }

  /// The counts by role and their sum.
  var counts: [TableColumn<Int>] {
    BrokerageRole.allCases.map { role in
      TableColumn(role.rawValue, .count) { .count(observed?[$0]?[role]) }
    } + [TableColumn("total", .count) { .count(observed?[$0]?.total) }] + unorderedPairs
  }

  /// How many pairs an actor stands between, each counted once, where ties have no direction; the roles and their total
  /// count each in both orders.
  private var unorderedPairs: [TableColumn<Int>] {
    guard let observed, !isDirected else { return [] }
    return [TableColumn("pairs", .count) { .count(observed[$0].map { $0.total / 2 }) }]
  }

  /// What the independent-ties null expects, role by role and in total.
  var expected: [TableColumn<Int>] {
    func columns(
      _ prefix: String, _ value: @escaping @Sendable (RoleExpectation, Int) -> Double?
    ) -> [TableColumn<Int>] {
      BrokerageRole.allCases.map { role in
        TableColumn(prefix + role.rawValue, .number) { actor in
          .number(expectations?[actor].flatMap { value($0[role], observed?[actor]?[role] ?? 0) })
        }
      } + [
        TableColumn(prefix + "total", .number) { actor in
          .number(expectations?[actor].flatMap { value($0.total, observed?[actor]?.total ?? 0) })
        }
      ]
    }
    return columns("expected_") { expectation, _ in expectation.expected }
      + columns("sd_") { expectation, _ in expectation.standardDeviation }
      + columns("z_") { expectation, count in expectation.z(of: count) }
  }

  /// The two-sided p of each count under permutations of the labels; not defined for the total, which no permutation
  /// changes.
  var chances: [TableColumn<Int>] {
    BrokerageRole.allCases.map { role in
      TableColumn("p_" + role.rawValue, .p) { .number(test?[$0]?[role].pTwoSided) }
    } + [TableColumn("p_total", .p) { _ in .undefined }]
  }

  /// Credit shared among all brokers of a pair.
  var shared: [TableColumn<Int>] {
    BrokerageRole.allCases.map { role in
      TableColumn("partial_" + role.rawValue, .number) { .number(credit?[$0]?[role]) }
    } + [TableColumn("partial_total", .number) { .number(credit?[$0]?.total) }]
  }

  var groupColumns: [TableColumn<Int>] {
    BrokerageRole.allCases.map { role in
      TableColumn(role.rawValue, .count) { .count(profile(of: $0)?.observed[role]) }
    }
      + BrokerageRole.allCases.map { role in
        TableColumn("expected_" + role.rawValue, .number) { .number(profile(of: $0)?.expected[role]) }
      }
  }

  /// What the actors of a group broker together, against the sum of what is expected of them.
  public func profile(of group: Int) -> (observed: BrokerageCounts, expected: BrokerageValues)? {
    guard let grouping, let observed, let expectations else { return nil }
    let members = grouping.members(of: group)
    return (
      members.reduce(.zero) { sum, actor in observed[actor].map { sum + $0 } ?? sum },
      members.reduce(.zero) { sum, actor in
        expectations[actor].map { expectation in sum + BrokerageProfile { expectation[$0].expected } } ?? sum
      }
    )
  }

  var networkFigures: [NetworkFigure] {
    guard let grouping, let observed, let expectations, let test else { return [] }
    let note = "by \(grouping.name); z under independent ties, two-sided p of label permutations"
    return BrokerageRole.allCases.map { role in
      let expectation = expectations.network[role]
      let count = observed.totals[role]
      return NetworkFigure(
        name: "brokerage-" + role.rawValue, value: .count(count), expected: expectation.expected,
        standardDeviation: expectation.standardDeviation, z: expectation.z(of: count), p: test.totals[role].pTwoSided,
        note: note)
    } + [
      NetworkFigure(
        name: "brokerage-total", value: .count(observed.totals.total), expected: expectations.network.total.expected,
        standardDeviation: expectations.network.total.standardDeviation,
        z: expectations.network.total.z(of: observed.totals.total), note: note)
    ]
  }
}
