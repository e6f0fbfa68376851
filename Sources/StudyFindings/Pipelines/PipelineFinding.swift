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
    counts = TieScope.allScopes.map { Count(scope: $0, pairs: tally[$0] ?? 0) }
  }

  /// Connected pairs of any pipeline range.
  public var pipelines: Int { counts.filter(\.scope.isPipeline).reduce(0) { $0 + $1.pairs } }
  /// Connected pairs inside a cluster.
  public var buzz: Int { count(of: .localBuzz) }
  /// Connected pairs of which nobody can say where they lead.
  public var unknown: Int { count(of: .unknown) }

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
    counts.map { NetworkFigure("pairs-" + $0.scope.label, $0.pairs, "connected pairs") }
  }
}

extension Findings {
  var pipelinesSection: ReportDocument.Section {
    let heading = "Who brings knowledge in, and who passes it on"
    guard scopes.pipelines > 0 else {
      return ReportDocument.Section(
        heading, id: "pipelines", [ReportDocument.Block.stating(noPipelinesStatement)].compactMap(\.self))
    }
    var blocks: [ReportDocument.Block] = [
      .table(scopeTable, caption: "Connected pairs by where they lead."),
      .stating(gatekeeperStatement, bringerStatement), .stating(leadingGatekeepers), .stating(entryStatement),
    ].compactMap(\.self)
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

  private var noPipelinesStatement: Statement? {
    guard scopes.buzz == 0 else {
      return Statement(
        .noPipelines, on: Evidence(.pairsOfKnownScope, scopes.buzz),
        """
        All ties whose scope is known stay inside a cluster: the data hold no pipeline, so they do not show who brings \
        knowledge in.
        """)
    }
    guard network.actors.contains(where: { $0.cluster != nil }) else {
      return Statement(
        .clustersUnstated, on: allActors,
        "The data do not state which cluster actors belong to, so ties inside cannot be told from ties to the outside.")
    }
    return Statement(
      .noKnownScope, on: connectedPairs,
      "No tie has a known scope, so ties inside cannot be told from ties to the outside.")
  }

  private var gatekeeperStatement: Statement? {
    let keepers = positions.gatekeepers.gatekeepers.count
    return Statement(
      .gatekeepers, on: members,
      """
      \(count: keepers, "actor") of \(count: network.memberCount) \
      \(word: keepers == 1 ? "has" : "have") ties both inside and outside the cluster: pipeline gatekeepers (Graf 2011).
      """)
  }

  private var bringerStatement: Statement? {
    Statement(
      .bringers, if: network.isDirected, on: members,
      """
      \(count: positions.gatekeepers.bringers.count) of all members receive from outside \(stressed: "and") give inside.
      """)
  }

  private var leadingGatekeepers: Statement? {
    let leading = positions.gatekeepers.intensity(.minimum).leading(5)
    return Statement(
      .leadingGatekeepers, if: !leading.isEmpty, on: members,
      """
      Of these, the smaller of the numbers of inside and outside partners is largest for \
      \(Paragraph.names(leading.map(label(of:)))).
      """)
  }

  /// The group through which unusually much or little pipeline knowledge enters, the clearest first; that no group
  /// stands out where none does; `nil` without groups or pipelines.
  var entryStatement: Statement? {
    guard let entry = clearestEntry else { return nil }
    let evidence = Evidence(.members, network.memberCount, p: entry.chance)
    let expected: Paragraph = "\(share: entry.tally.expectedShare)"
    guard entry.isNotable else {
      return Statement(
        .noEntryStandsOut, on: evidence,
        """
        No group lets in clearly more or less of what pipelines bring than expected from its size; the least p is that \
        of \(name: label(ofGroup: entry.group)) with \(share: entry.share), \(expected) expected (adjusted \(p: entry.chance)).
        """)
    }
    return Statement(
      .entryStandsOut, on: evidence,
      """
      Of the ties through which pipelines bring knowledge in, \(share: entry.share) end at \
      \(name: label(ofGroup: entry.group)); from group size \(expected) would be expected (adjusted \(p: entry.chance)).
      """)
  }

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

  private var scopeTable: FindingsTable {
    let total = Double(network.pairCount)
    return FindingsTable(
      "scopes", rows: scopes.counts.filter { $0.pairs > 0 },
      .word("scope") { $0.scope.label.replacing("_", with: " ") }, .count("connected pairs") { $0.pairs },
      .share("share") { Double($0.pairs) / total })
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
