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

  init(_ brokerage: Brokerage?, test: BrokerageTable<PermutationTest>?, credit: BrokerageTable<Double>? = nil) {
    grouping = brokerage?.grouping
    observed = brokerage?.counts
    expectations = brokerage?.expectations
    (self.credit, self.test) = (credit, test)
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

  /// What the actors of a group broker together.
  public struct GroupProfile: Sendable {
    /// How many pairs they broker in each role.
    public let observed: BrokerageCounts
    /// What independent ties of the same density would give.
    public let expected: BrokerageValues
    /// The same actors' counts under permutation of the labels; `nil` without a test.
    public let test: BrokerageProfile<PermutationTest>?
  }

  /// What the actors of a group broker together, beside the sums of what is expected of them.
  public func profile(of group: Int) -> GroupProfile? {
    guard let grouping, let observed, let expectations else { return nil }
    return GroupProfile(
      observed: observed.groups[group],
      expected: grouping.members(of: group).compactMap { expectations[$0] }.reduce(.zero) { sum, expectation in
        sum + BrokerageProfile { expectation[$0].expected }
      },
      test: test?.groups[group])
  }

  var groupColumns: [TableColumn<Int>] {
    BrokerageRole.allCases.map { role in .count(role.rawValue) { profile(of: $0)?.observed[role] } }
      + BrokerageRole.allCases.map { role in .number("expected_" + role.rawValue) { profile(of: $0)?.expected[role] } }
  }

  var networkFigures: [NetworkFigure] {
    guard let grouping, let observed, let expectations, let test else { return [] }
    return Self.rolesAndTotal.map { role in
      let (count, expectation) = (observed.totals[role], expectations.network[role])
      return NetworkFigure(
        name: "brokerage-" + role.name, value: .count(count), expected: expectation.expected,
        standardDeviation: expectation.standardDeviation, z: expectation.z(of: count),
        p: role.map { test.totals[$0].pTwoSided },
        note: "by \(grouping.name); z under independent ties, two-sided p of label permutations")
    }
  }

  var actorColumns: [TableColumn<Int>] { counts }

  /// The counts by role and their sum; where ties have no direction also how many pairs an actor stands between, each
  /// counted once, for the roles and their total count each in both orders.
  var counts: [TableColumn<Int>] {
    let observed = observed
    let pairs: [TableColumn<Int>] = [.count("pairs") { actor in observed?[actor].map { $0.total / 2 } }]
    return columns("", .count) { .count(observed?[$0]?[$1]) } + (isDirected || observed == nil ? [] : pairs)
  }

  var expected: [TableColumn<Int>] {
    // Each cell looks at what it needs alone, for to copy the whole finding takes longer.
    let (expectations, observed) = (expectations, observed)
    return columns("expected_", .number) { .number(expectations?[$0]?[$1].expected) }
      + columns("sd_", .number) { .number(expectations?[$0]?[$1].standardDeviation) }
      + columns("z_", .number) { .number(expectations?[$0]?[$1].z(of: observed?[$0]?[$1] ?? 0)) }
  }

  /// The two-sided p of each count under permutations of the labels; not defined for the total, which no permutation
  /// changes.
  var chances: [TableColumn<Int>] {
    let test = test
    return columns("p_", .p) { actor, role in .number(role.flatMap { test?[actor]?[$0].pTwoSided }) }
  }

  /// The same adjusted for how many were tested (Benjamini and Hochberg): all roles of all actors that broker.
  var adjustedChances: [TableColumn<Int>] {
    let roles = BrokerageRole.allCases
    let chances = (0..<actorCount).flatMap { actor -> [Double?] in
      let brokers = observed?[actor].map { $0.total > 0 } ?? false
      return roles.map { role in brokers ? test?[actor]?[role].pTwoSided : nil }
    }
    let adjusted = AdjustedChances.benjaminiHochberg(chances)
    let isFound = observed != nil
    return roles.enumerated().map { place, role in
      .p("q_" + role.rawValue) { isFound ? adjusted[$0 * roles.count + place] : nil }
    }
  }

  var shared: [TableColumn<Int>] { columns("partial_", .number) { .number(credit?[$0]?[$1]) } }

  /// The roles, and `nil` for their total.
  private static let rolesAndTotal: [BrokerageRole?] = BrokerageRole.allCases + [nil]

  private func columns(
    _ prefix: String, _ unit: FindingsTable.Column.Unit, _ cell: @escaping @Sendable (Int, BrokerageRole?) -> Cell
  ) -> [TableColumn<Int>] {
    Self.rolesAndTotal.map { role in TableColumn(prefix + role.name, unit) { cell($0, role) } }
  }
}

extension BrokerageRole? {
  fileprivate var name: String { self?.rawValue ?? "total" }
}

extension BrokerageProfile where Value: AdditiveArithmetic {
  fileprivate subscript(role: BrokerageRole?) -> Value { role.map { self[$0] } ?? total }
}

extension BrokerageExpectation {
  fileprivate subscript(role: BrokerageRole?) -> RoleExpectation { role.map { self[$0] } ?? total }
}

extension FindingsTable {
  /// Brokerage roles: `actor`, `group`, the five counts and their total; with a test also the nulls.
  ///
  /// - Parameters:
  ///   - brokerage: The counts.
  ///   - test: The permutation test; without it only the counts are shown.
  ///   - network: The network they belong to.
  ///   - rows: The roster positions, in the order of the rows.
  ///   - workers: The threads that fill the rows.
  public static func brokerage(
    _ brokerage: Brokerage, test: BrokerageTable<PermutationTest>?, of network: KnowledgeNetwork, in rows: [Int],
    workers: Workers = .all
  ) -> FindingsTable {
    let finding = BrokerageFinding(brokerage, test: test)
    let columns = test == nil ? [] : finding.expected + finding.chances + finding.adjustedChances
    return .brokerage(finding, of: network, rows: rows, columns, workers: workers)
  }

  static func brokerage(
    _ finding: BrokerageFinding, of network: KnowledgeNetwork, rows: some Sequence<Int>, _ columns: [TableColumn<Int>],
    workers: Workers = .all
  ) -> FindingsTable {
    let grouping = finding.grouping
    let identity: [TableColumn<Int>] = [
      .text("actor") { network.actors[$0].id }, .text("group") { grouping?.label(of: $0) },
    ]
    return FindingsTable(
      "brokerage", rows: Array(rows), columns: identity + finding.counts + columns, workers: workers)
  }
}
