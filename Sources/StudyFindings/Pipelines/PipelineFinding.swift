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

extension TieScope {
  /// What people call it.
  var words: Paragraph { Paragraph(ours: label.replacing("_", with: " ")) }
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
