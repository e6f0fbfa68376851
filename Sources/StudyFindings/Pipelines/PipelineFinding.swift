internal import DiffusionRoles
public import KnowledgeNetworks
public import NetworkMeasures

/// What each cluster reaches outside, and how much of that hangs on its gatekeepers.
public struct PipelineFinding: StudyFinding {
  /// Knowledge that can come in, one reach a cluster, clusters by name.
  public let reaches: [ExternalReach]

  init(of network: KnowledgeNetwork, workers: Workers) throws(BuzzlineError) {
    reaches = try network.externalReach(.incoming, workers: workers)
  }

  var remarks: [String] { reaches.flatMap(\.remarks) }

  var networkFigures: [NetworkFigure] {
    reaches.flatMap { reach in
      let figures: [(String, Double?, String)] = [
        ("external-reach", reach.average, "average inverse distance from outside, an actor of the cluster"),
        ("gatekeeper-reach", reach.gatekeeperShare, "share of external reach that gatekeepers hold or mediate"),
        ("gatekeeper-direct", reach.gatekeeperDirectShare, "share that gatekeepers hold themselves"),
        ("gatekeeper-mediated", reach.mediatedShare, "share that gatekeepers mediate for others"),
        ("gatekeeper-removal", reach.removalLoss, "mediated reach lost without the leading tenth of gatekeepers"),
      ]
      return figures.map { name, value, note in
        NetworkFigure("\(name)-\(reach.cluster.rawValue)", value, note + "; Breschi and Lenzi")
      }
    }
  }
}

/// Ties split into local buzz, pipelines by range, and ties of unknown scope.
public struct ScopeFinding: StudyFinding {
  /// How many connected pairs lead to places of a scope.
  public struct Count: Codable, Hashable, Sendable {
    /// Where they lead.
    public let scope: TieScope
    /// How many.
    public let pairs: Int
    /// How many sources outside members state as counts beyond the givers that the data name, without a pair for each;
    /// `nil` where nobody states any, or the scope is none that can be stated.
    public let stated: Int?
    /// Pairs, and sources stated beyond them.
    public var total: Int { pairs + (stated ?? 0) }
  }

  /// From how many partners each actor receives, by scope.
  public let incoming: ScopeDegrees
  /// To how many partners each actor gives, by scope.
  public let outgoing: ScopeDegrees
  /// Connected pairs by scope, in the order of `TieScope.allScopes`.
  public let counts: [Count]
  private let hasStrengths: Bool

  init(of network: KnowledgeNetwork) {
    incoming = network.degreesByScope(.incoming)
    outgoing = network.degreesByScope(.outgoing)
    hasStrengths = network.weightMeaning == .strength
    var tally: [TieScope: Int] = [:]
    for pair in network.pairs { tally[network.scope(between: pair.source, and: pair.target), default: 0] += 1 }
    let stated = Self.stated(on: network)
    counts = TieScope.allScopes.map { Count(scope: $0, pairs: tally[$0] ?? 0, stated: stated?[$0]) }
  }

  /// What members state as counts beyond the givers that the network names; `nil` where nobody does.
  private static func stated(on network: KnowledgeNetwork) -> [TieScope: Int]? {
    let counts = network.actors.indices.compactMap(network.statedSources(of:))
    guard !counts.isEmpty else { return nil }
    let sums = PipelineCounts.ranges.map { range in
      (TieScope.globalPipeline(range), counts.reduce(0) { $0 + ($1[range] ?? 0) })
    }
    return Dictionary(uniqueKeysWithValues: sums)
  }

  /// Connected pairs of any pipeline range.
  public var pipelines: Int { counts.filter(\.scope.isPipeline).reduce(0) { $0 + $1.pairs } }
  /// Sources outside that members state as counts, beyond the givers that the data name; `nil` where nobody does.
  public var stated: Int? {
    let stated = counts.compactMap(\.stated)
    return stated.isEmpty ? nil : stated.reduce(0, +)
  }
  /// Connected pairs inside a cluster.
  public var buzz: Int { count(of: .localBuzz) }
  /// Connected pairs of which nobody can say where they lead.
  public var unknown: Int { count(of: .unknown) }

  /// The part of all pipelines that is of a range, from 0 to 1, sources stated as counts included; `nil` without any.
  public func share(of range: PipelineRange) -> Double? {
    let total = counts.filter(\.scope.isPipeline).reduce(0) { $0 + $1.total }
    let ofRange = counts.first { $0.scope == .globalPipeline(range) }?.total ?? 0
    return total > 0 ? Double(ofRange) / Double(total) : nil
  }

  /// Connected pairs of a scope.
  public func count(of scope: TieScope) -> Int { counts.first { $0.scope == scope }?.pairs ?? 0 }

  var actorColumns: [TableColumn<Int>] {
    [(incoming, "in"), (outgoing, "out")].flatMap { degrees, suffix in
      TieScope.allScopes.flatMap { scope in
        let name = "\(scope.label)_\(suffix)"
        return [TableColumn(degrees.degree(scope), as: name)]
          + (hasStrengths ? [TableColumn(degrees.strength(scope), as: name + "_strength")] : [])
      }
    }
  }

  var networkFigures: [NetworkFigure] {
    let pairs = counts.map { NetworkFigure("pairs-" + $0.scope.label, $0.pairs, "connected pairs") }
    let sources = counts.filter { $0.stated != nil }.map { count in
      NetworkFigure(
        "stated-" + count.scope.label, count.stated, "sources stated as counts, beyond the givers that the data name")
    }
    let note = "share of all pipelines" + (stated == nil ? "" : ", connected pairs and sources stated as counts")
    let shares = PipelineRange.allCases.map { range in
      NetworkFigure("share-" + TieScope.globalPipeline(range).label, share(of: range), note)
    }
    return pairs + sources + shares
  }
}

extension Findings {
  var pipelinesSection: ReportDocument.Section {
    let heading = "Who brings knowledge in, and who passes it on"
    guard scopes.pipelines + (scopes.stated ?? 0) > 0 else {
      return ReportDocument.Section(heading, id: "pipelines", [noPipelines])
    }
    let keepers = positions.gatekeepers
    var blocks: [ReportDocument.Block] = [
      .table(scopeTable, caption: "Connected pairs by where they lead."),
      """
      \(count: keepers.gatekeepers.count, "actor") of \(count: network.memberCount) \
      \(word: keepers.gatekeepers.count == 1 ? "has" : "have") ties both inside and outside the cluster: pipeline \
      gatekeepers (Graf 2011). \(count: keepers.bringers.count) of all actors receive from outside \(stressed: "and") \
      give inside.
      """,
      .paragraph(leadingGatekeepers),
    ]
    if let entrySentence { blocks.append(.paragraph(entrySentence)) }
    if let entryPicture { blocks.append(.picture(entryPicture)) }
    if !pipelines.reaches.isEmpty {
      let more = pipelines.reaches.count - 12
      blocks += [
        .table(reachTable, caption: "What each cluster can receive from outside, and through whom."),
        """
        Reach adds up, over all actors outside, one over the steps knowledge needs to come in (Breschi and Lenzi). \
        \(word: more > 0 ? "The \(more) smaller clusters are in network.csv." : "")
        """,
      ]
    }
    return ReportDocument.Section(heading, id: "pipelines", blocks)
  }

  private var noPipelines: ReportDocument.Block {
    scopes.buzz > 0
      ? """
      All ties whose scope is known stay inside a cluster: the data hold no pipeline, so they do not show who brings \
      knowledge in.
      """
      : network.actors.contains { $0.cluster != nil }
        ? "No tie has a known scope, so ties inside cannot be told from ties to the outside."
        : "The data do not state which cluster actors belong to, so ties inside cannot be told from ties to the outside."
  }

  /// The group through which unusually much or little pipeline knowledge enters, the clearest first; that no group
  /// stands out where none does; `nil` without groups or pipelines.
  var entrySentence: Paragraph? {
    guard let entry = clearestEntry else { return nil }
    guard entry.isNotable else {
      return """
        No group lets in clearly more or less of what pipelines bring than expected from its size; the clearest are \
        \(name: label(ofGroup: entry.group)) with \(share: entry.share), \(share: entry.tally.expectedShare) expected \
        (adjusted \(p: entry.chance)).
        """
    }
    return """
      Of the knowledge that pipelines bring in, \(share: entry.share) enters through \
      \(name: label(ofGroup: entry.group)); from group size \(share: entry.tally.expectedShare) would be expected \
      (adjusted \(p: entry.chance)).
      """
  }

  /// The sentence where a group stands out, which may lead the report; else `nil`.
  var notableEntrySentence: Paragraph? { clearestEntry?.isNotable == true ? entrySentence : nil }

  /// The group whose share of pipeline knowledge permutation explains least.
  private var clearestEntry: PipelineEntry? {
    guard let roles = kinds.roles else { return nil }
    let entries = testedTallies.joined().filter { $0.quantity == .letIn }.compactMap { tested -> PipelineEntry? in
      let tally = roles.groups[tested.group].pipelineEntry
      return tally.share.map { PipelineEntry(tested: tested, share: $0, tally: tally) }
    }
    guard entries.contains(where: { $0.share > 0 }) else { return nil }
    return entries.min { $0.tested.rank < $1.tested.rank }
  }

  private var leadingGatekeepers: Paragraph {
    let leading = positions.gatekeepers.intensity(.minimum).leading(5)
    guard !leading.isEmpty else { return "No actor is tied both inside and outside." }
    return """
      The strongest, by the smaller of their inside and outside partners: \(Paragraph.names(leading.map(label(of:)))).
      """
  }

  private var scopeTable: FindingsTable {
    let total = Double(network.pairCount + (scopes.stated ?? 0))
    let stated: [TableColumn<ScopeFinding.Count>] =
      scopes.stated == nil ? [] : [.count("sources stated as counts") { $0.stated }]
    return FindingsTable(
      "scopes", rows: scopes.counts.filter { $0.total > 0 },
      columns: [.word("scope") { $0.scope.label.replacing("_", with: " ") }, .count("connected pairs") { $0.pairs }],
      stated, [.share("share") { Double($0.total) / total }])
  }

  private var reachTable: FindingsTable {
    let studied = Set(network.actors.lazy.filter(\.isMember).compactMap(\.cluster))
    let leading = pipelines.reaches.filter { studied.contains($0.cluster) }.sorted {
      ($0.localActorCount, $1.cluster) > ($1.localActorCount, $0.cluster)
    }
    return FindingsTable(
      "external-reach", rows: leading.prefix(12),
      .text("cluster") { $0.cluster.rawValue }, .count("actors") { $0.localActorCount },
      .number("reach per actor") { $0.average }, .share("through pipeline gatekeepers") { $0.gatekeeperShare },
      .share("mediated for others") { $0.mediatedShare }, .share("lost without the leading tenth") { $0.removalLoss })
  }
}

/// What of the knowledge that pipelines bring in enters through a group.
private struct PipelineEntry {
  let tested: AdjustedTally
  let share: Double
  let tally: GroupTally

  var group: Int { tested.group }
  var chance: Double? { tested.chance }
  var isNotable: Bool { tested.isNotable }
}
