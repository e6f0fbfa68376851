public import ClusterSurveys
internal import KnowledgeNetworks

/// Who was asked and answered, and how much of the network anybody saw: of all members, by kind and by cluster.
///
/// Response is counted by member (``/ClusterSurveys/ResponseCounts``), its interval is Wilson's. Pairs are those of
/// different members of which at least one is in the group (``/ClusterSurveys/Survey/coverage(of:by:loneDenial:)``); a
/// pair of two groups counts for both. Outsiders are not counted.
public struct CoverageFinding: Finding, Hashable {
  /// What members are counted by.
  public enum Sort: String, Codable, Hashable, Sendable, CaseIterable {
    /// All members together.
    case all
    /// By kind.
    case kind
    /// By regional cluster.
    case cluster
  }

  /// Some members of one wave.
  public struct Row: Codable, Hashable, Sendable {
    /// The wave; `nil` where the study does not tell waves apart.
    public let wave: String?
    /// What they are counted by.
    public let sort: Sort
    /// The group; `nil` for all members.
    public let group: String?
    /// What became of asking them.
    public let counts: ResponseCounts
    /// On how many of their pairs both sides reported; `nil` where pairs cannot be counted.
    public let seenByBoth: Int?
    /// On how many one side did.
    public let seenByOne: Int?
    /// On how many nobody did.
    public let seenByNobody: Int?

    /// Whether so few answered that what is said of these members is doubtful: fewer than ``CoverageFinding/leastShare``.
    public var isLow: Bool { counts.response.value.map { $0 < CoverageFinding.leastShare } ?? false }

    init(wave: String?, sort: Sort, group: String?, counts: ResponseCounts, pairs: WaveCoverage?) {
      (self.wave, self.sort, self.group, self.counts) = (wave, sort, group, counts)
      (seenByBoth, seenByOne, seenByNobody) = (pairs?.seenByBoth, pairs?.seenByOne, pairs?.seenByNobody)
    }
  }

  /// Of fewer answers than this share a row is marked; a convention, not a test.
  public static let leastShare = 0.7
  /// As many clusters have a row, the largest first.
  static let mostClusters = 50

  /// Wave by wave: all members, then kinds and clusters by name.
  public let rows: [Row]

  /// - Complexity: O(*g* (*n* + *c*) + *c* log *c*) time for *g* groups, *n* actors and *c* claims of a wave.
  init(of waves: [Findings]) throws(BuzzlineError) {
    var rows: [Row] = []
    for wave in waves where wave.evidence.hasClaims { rows += try Self.rows(of: wave) }
    self.rows = rows
  }

  private static func rows(of wave: Findings) throws(BuzzlineError) -> [Row] {
    let (survey, network, rule) = (wave.study.survey, wave.network, wave.reconciliation.rule)
    let countsPairs = wave.observedPairs != nil
    var rows = [
      Row(
        wave: wave.wave, sort: .all, group: nil, counts: survey.responseCounts(),
        pairs: countsPairs ? wave.reconciliation.coverage.first : nil)
    ]
    for (sort, column) in [(Sort.kind, ActorColumn.kind), (.cluster, .cluster)] {
      let grouping = Self.largestGroups(try network.grouping(by: column), of: network)
      let pairs = countsPairs ? try survey.coverage(of: grouping, by: rule) : []
      for (group, name) in grouping.groups.enumerated() {
        let ids = Set(grouping.members(of: group).map { network.actors[$0].id })
        rows.append(
          Row(
            wave: wave.wave, sort: sort, group: name, counts: survey.responseCounts { ids.contains($0.id) },
            pairs: countsPairs ? pairs[group].first : nil))
      }
    }
    return rows
  }

  /// The groups of members; of very many, the largest.
  private static func largestGroups(_ grouping: Grouping, of network: KnowledgeNetwork) -> Grouping {
    var sizes = [Int](repeating: 0, count: grouping.groups.count)
    for actor in network.actors.indices where network.actors[actor].isMember {
      if let group = grouping[actor] { sizes[group] += 1 }
    }
    let kept = Set(
      sizes.indices.filter { sizes[$0] > 0 }.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }.prefix(mostClusters))
    return Grouping(
      name: grouping.name,
      labels: network.actors.indices.map { actor in
        guard network.actors[actor].isMember, let group = grouping[actor], kept.contains(group) else { return nil }
        return grouping.groups[group]
      })
  }

  /// A row a wave and group.
  public var table: FindingsTable {
    FindingsTable(
      "coverage", rows: rows,
      .text("wave") { $0.wave }, .word("by") { $0.sort.rawValue }, .text("group") { $0.group },
      .count("members") { $0.counts.members }, .count("answered") { $0.counts.answered },
      .count("answered_in_part") { $0.counts.partial }, .count("refused") { $0.counts.refused },
      .count("absent") { $0.counts.absent }, .count("not_asked") { $0.counts.notAsked },
      .share("response") { $0.counts.response.value }, .share("from") { $0.counts.response.interval?.lowerBound },
      .share("to") { $0.counts.response.interval?.upperBound }, .yesOrNo("below_70_percent") { $0.isLow },
      .count("pairs_seen_by_both") { $0.seenByBoth }, .count("pairs_seen_by_one") { $0.seenByOne },
      .count("pairs_seen_by_nobody") { $0.seenByNobody })
  }
}
