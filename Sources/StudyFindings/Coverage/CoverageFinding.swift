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
    /// How many they are.
    public let members: Int
    /// Those that answered, in full or in part, of all.
    public internal(set) var response: ObservedShare
    /// How many answered in full; `nil`, as of all outcomes, where it is withheld.
    public internal(set) var answered: Int?
    /// How many answered in part.
    public internal(set) var partial: Int?
    /// How many declined.
    public internal(set) var refused: Int?
    /// How many were not reached.
    public internal(set) var absent: Int?
    /// How many were asked nothing.
    public internal(set) var notAsked: Int?
    /// On how many of their pairs both sides reported; `nil` where pairs cannot be counted, or an outcome is withheld.
    public internal(set) var seenByBoth: Int?
    /// On how many one side did.
    public internal(set) var seenByOne: Int?
    /// On how many nobody did.
    public internal(set) var seenByNobody: Int?

    /// Whether so few answered that what is said of these members is doubtful: fewer than ``CoverageFinding/leastShare``.
    public var isLow: Bool { response.value.map { $0 < CoverageFinding.leastShare } ?? false }

    init(wave: String?, sort: Sort, group: String?, counts: ResponseCounts, pairs: WaveCoverage?) {
      (self.wave, self.sort, self.group) = (wave, sort, group)
      (members, response) = (counts.members, counts.response)
      (answered, partial, refused) = (counts.answered, counts.partial, counts.refused)
      (absent, notAsked) = (counts.absent, counts.notAsked)
      (seenByBoth, seenByOne, seenByNobody) = (pairs?.seenByBoth, pairs?.seenByOne, pairs?.seenByNobody)
    }
  }

  /// Of fewer answers than this share a row is marked; a convention, not a test.
  public static let leastShare = 0.7
  /// As many clusters have a row, the largest first.
  static let mostClusters = 50

  /// Wave by wave: all members, then kinds and clusters by name.
  public internal(set) var rows: [Row]
  /// What small cells are withheld; `nil` where all are shown.
  public internal(set) var suppression: CellSuppression?

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
      .count("members") { $0.members }, .count("answered") { $0.answered },
      .count("answered_in_part") { $0.partial }, .count("refused") { $0.refused },
      .count("absent") { $0.absent }, .count("not_asked") { $0.notAsked },
      .share("response") { $0.response.value }, .share("from") { $0.response.interval?.lowerBound },
      .share("to") { $0.response.interval?.upperBound },
      .yesOrNo("below_70_percent") { $0.response.isWithheld ? nil : $0.isLow },
      .count("pairs_seen_by_both") { $0.seenByBoth }, .count("pairs_seen_by_one") { $0.seenByOne },
      .count("pairs_seen_by_nobody") { $0.seenByNobody })
  }
}
