internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks
internal import NetworkMeasures

/// The main numbers under each of the four rules by which answers become ties.
///
/// Only the rule differs: the same answers, members and groups. What a rule changes shows how far a finding rests on
/// whom of two respondents one believes. Expected values of groups are those of permuted labels, that is of group size;
/// nothing is tested here.
public struct SensitivityFinding: Finding, Hashable {
  /// A number under one rule.
  public struct Row: Codable, Hashable, Sendable {
    /// The rule.
    public let rule: String
    /// What it is a number of.
    public let quantity: Quantity
    /// The group; `nil` for the whole network.
    public let group: String?
    /// The number; `nil` where it is not defined.
    public let value: Double?
    /// The number that group size alone would give; `nil` for the whole network.
    public let expected: Double?
  }

  /// What is compared between rules.
  public enum Quantity: String, Codable, Hashable, Sendable, CaseIterable {
    /// How many pairs are tied.
    case connectedPairs = "connected-pairs"
    /// The share of observed pairs of members that are tied.
    case observedDensity = "density-observed"
    /// The share of ties of known scope that stay inside a cluster.
    case localBuzz = "local-buzz"
    /// How many members are tied both inside and outside their cluster.
    case gatekeepers = "pipeline-gatekeepers"
    /// Partners given to, per actor.
    case give = "given-per-actor"
    /// Partners received from, per actor.
    case receive = "received-per-actor"
    /// Pairs brokered, per actor.
    case broker = "brokered-per-actor"
    /// The share of pipeline knowledge that enters through a group.
    case letIn = "pipeline-entry-share"

    /// Whether it is a whole number.
    var isCount: Bool { self == .connectedPairs || self == .gatekeepers }
  }

  /// Rule by rule, in the order of ``/ClusterSurveys/ReconciliationRule``.
  public let rows: [Row]
  /// Under each rule the identifiers of the members that lead as gatekeepers.
  public let leadingGatekeepers: [String: [String]]

  /// - Complexity: O(*n* + *m*) time and space a rule for *n* actors and *m* connected pairs.
  init(of findings: Findings, under rules: RuleNetworks, workers: Workers) throws(BuzzlineError) {
    var (rows, leading): ([Row], [String: [String]]) = ([], [:])
    for settled in rules.all {
      let (made, network) = (settled.reconciliation, settled.network)
      let roles = try Self.roles(of: settled, by: findings.grouping, workers: workers)
      rows += Self.rows(of: made, in: findings.study, roles)
      leading[made.rule.rawValue] = network.gatekeepers().leading().map { network.actors[$0].id }
    }
    (self.rows, leadingGatekeepers) = (rows, leading)
  }

  private static func roles(
    of settled: RuleNetworks.Settled, by grouping: Grouping?, workers: Workers
  ) throws(BuzzlineError) -> GroupRoles? {
    guard let grouping, !grouping.groups.isEmpty else { return nil }
    // Sums and what group size gives; one draw, as nothing is tested.
    return try settled.network.diffusionRoles(
      by: grouping, brokerage: BrokerageFinding(settled.brokerage, test: nil).totals,
      options: PermutationOptions(draws: 1, exactLimit: 0), workers: workers)
  }

  private static func rows(of made: Reconciliation, in study: Study, _ roles: GroupRoles?) -> [Row] {
    let (network, scopes) = (made.network, ScopeFinding(of: made.network))
    let observed = study.observedPairs(of: made, in: study.survey)
    let known = scopes.buzz + scopes.pipelines
    func row(_ quantity: Quantity, _ group: String?, _ value: Double?, _ expected: Double? = nil) -> Row {
      Row(rule: made.rule.rawValue, quantity: quantity, group: group, value: value, expected: expected)
    }
    let whole = [
      row(.connectedPairs, nil, Double(network.pairCount)),
      row(.observedDensity, nil, observed.flatMap { $0 > 0 ? Double(network.memberPairCount) / Double($0) : nil }),
      row(.localBuzz, nil, known > 0 ? Double(scopes.buzz) / Double(known) : nil),
      row(.gatekeepers, nil, Double(network.gatekeepers().gatekeepers.count)),
    ]
    let groups = (roles?.groups ?? []).flatMap { role -> [Row] in
      func perActor(_ quantity: Quantity, _ tally: GroupTally?) -> Row {
        row(quantity, role.group, tally?.perActor, tally?.expectedPerActor)
      }
      return [
        perActor(.give, role.given), perActor(.receive, role.received), perActor(.broker, role.brokerage),
        row(.letIn, role.group, role.pipelineEntry.share, role.pipelineEntry.expectedShare),
      ]
    }
    return whole + groups
  }

  /// How many times what group size gives a number of a group is, rule by rule; rules under which that is not defined are
  /// left out.
  func ratios(of quantity: Quantity, ofGroup group: String) -> [(rule: String, ratio: Double)] {
    rows.filter { $0.quantity == quantity && $0.group == group }.compactMap { row in
      guard let value = row.value, let expected = row.expected, expected > 0 else { return nil }
      return (row.rule, value / expected)
    }
  }

  /// A row a rule and number.
  public var table: FindingsTable {
    FindingsTable(
      "sensitivity", rows: rows,
      .word("rule") { $0.rule }, .word("quantity") { $0.quantity.rawValue }, .text("group") { $0.group },
      .number("value") { $0.value }, .number("expected") { $0.expected })
  }
}
