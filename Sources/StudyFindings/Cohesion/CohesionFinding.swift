internal import ClusterSurveys
internal import KnowledgeNetworks
public import NetworkMeasures

/// How the network hangs together: density, reciprocity, closure, parts, distances and concentration.
public struct CohesionFinding: StudyFinding {
  /// How much a network leans on single actors: Freeman's centralisation, 1 for a star.
  public struct Centralisation: Codable, Hashable, Sendable {
    /// By how many an actor receives from.
    public let inDegree: Double?
    /// By how many an actor gives to.
    public let outDegree: Double?
    /// By betweenness.
    public let betweenness: Double?
  }

  /// The share of possible ties that exist.
  public let density: Double?
  /// How many actors have no tie.
  public let isolates: Int
  /// Pairs by how they are tied.
  public let dyads: DyadCensus
  /// Triples by how they are tied.
  public let triads: TriadCensus
  /// Parts without any tie between them.
  public let weak: Components
  /// Parts in which all reach all.
  public let strong: Components
  /// Steps between actors.
  public let distances: Distances
  /// How many two-step paths are closed.
  public let transitivity: Transitivity
  /// How many of an actor's contacts are tied.
  public let clustering: LocalClustering
  /// How much the network leans on single actors.
  public let centralisation: Centralisation
  /// Hierarchy and degree assortativity of each regional cluster with members.
  public let clusters: [DegreeStructure]

  init(of network: KnowledgeNetwork, betweenness: ActorScores, workers: Workers) throws(BuzzlineError) {
    density = network.density()
    isolates = network.isolates.count
    dyads = network.dyadCensus()
    triads = try network.triadCensus(workers: workers)
    weak = network.components(.weak)
    strong = network.components(.strong)
    distances = try network.distances(workers: workers)
    transitivity = try network.transitivity()
    clustering = try network.localClustering(workers: workers)
    centralisation = Centralisation(
      inDegree: network.degreeCentralisation(.incoming), outDegree: network.degreeCentralisation(.outgoing),
      betweenness: try network.betweennessCentralisation(of: betweenness))
    clusters = try network.degreeStructure(
      by: Grouping(name: "cluster", labels: network.actors.map { $0.isMember ? $0.cluster?.rawValue : nil }))
  }

  var networkFigures: [NetworkFigure] {
    [
      NetworkFigure("density", density, "share of possible ties"),
      NetworkFigure("isolates", isolates, "actors without any tie"),
      NetworkFigure("reciprocity-arc", dyads.arcReciprocity, "share of ties returned"),
      NetworkFigure("reciprocity-dyad", dyads.dyadReciprocity, "share of tied pairs tied both ways"),
      NetworkFigure("transitivity", transitivity.ratio, "share of ordered two-step ways that are closed"),
      NetworkFigure("clustering-mean", clustering.mean, "mean share of an actor's contacts that are tied"),
      NetworkFigure("components-weak", weak.count, "parts without any tie between them"),
      NetworkFigure("largest-component", weak.largest, "actors in the largest such part"),
      NetworkFigure("components-strong", strong.count, "parts in which all reach all"),
      NetworkFigure("reachability", distances.reachability, "share of ordered pairs with a way"),
      NetworkFigure("mean-distance", distances.meanDistance, "steps, over reachable pairs"),
      NetworkFigure("diameter", distances.diameter, "steps, over reachable pairs"),
      NetworkFigure("centralisation-in-degree", centralisation.inDegree, "Freeman, 1 for a star"),
      NetworkFigure("centralisation-out-degree", centralisation.outDegree, "Freeman, 1 for a star"),
      NetworkFigure("centralisation-betweenness", centralisation.betweenness, "Freeman, 1 for a star"),
      NetworkFigure("dyads-mutual", dyads.mutual, "dyad census"),
      NetworkFigure("dyads-asymmetric", dyads.asymmetric, "dyad census"),
      NetworkFigure("dyads-null", dyads.null, "dyad census"),
    ] + TriadType.allCases.map { NetworkFigure("triads-" + $0.rawValue, triads[$0], "triad census, MAN") }
      + clusters.flatMap { cluster in
        [
          NetworkFigure(
            "hierarchy-" + cluster.group, cluster.hierarchy, "fall of partners with rank in the cluster; Crespo et al."),
          NetworkFigure(
            "degree-assortativity-" + cluster.group, cluster.assortativity,
            "rise of the partners' partners with an actor's own; Crespo et al."),
        ]
      }
  }
}

extension Findings {
  var networkSection: ReportDocument.Section {
    ReportDocument.Section(
      "The network", id: "network",
      (networkPicture.map { [.picture($0)] } ?? [])
        + [
          .stating(densityStatement, reciprocityStatement, closureStatement),
          .stating(largestStatement, isolatesStatement, reachabilityStatement),
          mixingStatement.map { .stating($0) }
            ?? "Without groups, or without ties between grouped actors, mixing is not defined.",
        ].compactMap(\.self) + ReportDocument.Block.pictures(mixingPicture, clusterPicture))
  }

  private var densityStatement: Statement? {
    guard let observedPairs else {
      let (members, direction) = (network.memberCount, network.isDirected ? 1 : 2)
      return Statement(
        .density, if: cohesion.density != nil, on: Evidence(.pairsOfMembers, members * (members - 1) / direction),
        "Of all possible pairs of members \(share: cohesion.density) are tied.")
    }
    guard observedPairs > 0 else {
      return Statement(.nothingObserved, on: Evidence(.observedPairs, 0), "No pair of members is observed.")
    }
    return Statement(
      .observedDensity, on: Evidence(.observedPairs, observedPairs),
      "Of all observed pairs of members \(share: observedDensity) are tied.")
  }

  private var reciprocityStatement: Statement? {
    guard network.isDirected, network.pairCount > 0 else { return nil }
    guard let returned = returnedTies, returned.share != nil else {
      return Statement(
        .reciprocity, if: returnedTies == nil, on: connectedPairs,
        "\(share: cohesion.dyads.arcReciprocity) of ties are returned\(silentPairs).")
    }
    let tied = Evidence(.connectedPairs, 2 * returned.mutual + returned.asymmetric, interval: returned.interval)
    guard evidence.hasClaims else {
      return Statement(.reciprocity, on: tied, "\(share: returned.share) of ties between members are returned.")
    }
    return Statement(
      .observedReciprocity, on: tied,
      """
      Of the \(count: tied.size, "tie") between members whose opposite pair is observed, \(share: returned.share) are \
      returned.
      """)
  }

  private var closureStatement: Statement? {
    Statement(
      .closure, if: cohesion.transitivity.ratio != nil, on: Evidence(.twoStepPaths, cohesion.transitivity.twoPaths),
      """
      \(share: cohesion.transitivity.ratio) of the two-step paths are closed by a direct tie\(silentPairs).
      """)
  }

  /// What is added where pairs on which the report that decides is missing count as not tied.
  private var silentPairs: Paragraph {
    reconciliation.unobservedPairs > 0 ? ", unobserved pairs counted as not tied" : ""
  }

  /// Whom counts are of, where outsiders are among them.
  private var whoseActors: Paragraph { network.memberCount < network.actorCount ? ", outsiders included" : "" }

  private var largestStatement: Statement? {
    Statement(
      .largestComponent, if: network.pairCount > 0, on: allActors,
      """
      The largest connected part holds \(count: cohesion.weak.largest) of \(count: network.actorCount, "actor")\
      \(whoseActors).
      """)
  }

  private var isolatesStatement: Statement? {
    Statement(
      .isolates, if: cohesion.isolates > 0, on: allActors,
      "The data hold no tie of \(count: cohesion.isolates, "actor")\(silentPairs).")
  }

  private var reachabilityStatement: Statement? {
    Statement(
      .reachability, if: network.pairCount > 0, on: allActors,
      """
      A path leads along ties between \(share: cohesion.distances.reachability) of the ordered pairs of actors\
      \(silentPairs), over \(number: cohesion.distances.meanDistance) steps on average.
      """)
  }

  private var mixingStatement: Statement? {
    guard let split = mixing.split, let test = mixing.splitTests?.symmetrised, test.isDefined else { return nil }
    return Statement(
      .externalInternal, on: Evidence(.members, network.memberCount, p: test.pTwoSided),
      """
      By \(groupingName), the E–I index (ties between groups less ties inside, over all) is \
      \(number: test.observed); group sizes alone would give \(number: split.symmetrised.expected) \
      (\(p: test.pTwoSided) under permutation of the group labels).
      """)
  }
}
