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
  }

  var networkFigures: [NetworkFigure] {
    [
      NetworkFigure(name: "density", value: .number(density), note: "share of possible ties"),
      NetworkFigure(name: "isolates", value: .count(isolates), note: "actors without any tie"),
      NetworkFigure(name: "reciprocity-arc", value: .number(dyads.arcReciprocity), note: "share of ties returned"),
      NetworkFigure(
        name: "reciprocity-dyad", value: .number(dyads.dyadReciprocity), note: "share of tied pairs tied both ways"),
      NetworkFigure(
        name: "transitivity", value: .number(transitivity.ratio), note: "share of ordered two-step ways that are closed"
      ),
      NetworkFigure(
        name: "clustering-mean", value: .number(clustering.mean),
        note: "mean share of an actor's contacts that are tied"),
    ] + parts + concentration + censuses
  }

  private var concentration: [NetworkFigure] {
    [
      ("in-degree", centralisation.inDegree), ("out-degree", centralisation.outDegree),
      ("betweenness", centralisation.betweenness),
    ].map { NetworkFigure(name: "centralisation-" + $0.0, value: .number($0.1), note: "Freeman, 1 for a star") }
  }

  private var parts: [NetworkFigure] {
    [
      NetworkFigure(name: "components-weak", value: .count(weak.count), note: "parts without any tie between them"),
      NetworkFigure(name: "largest-component", value: .count(weak.largest), note: "actors in the largest such part"),
      NetworkFigure(name: "components-strong", value: .count(strong.count), note: "parts in which all reach all"),
      NetworkFigure(
        name: "reachability", value: .number(distances.reachability), note: "share of ordered pairs with a way"),
      NetworkFigure(name: "mean-distance", value: .number(distances.meanDistance), note: "steps, over reachable pairs"),
      NetworkFigure(
        name: "diameter", value: .count(distances.diameter), note: "steps, over reachable pairs"),
    ]
  }

  private var censuses: [NetworkFigure] {
    [("mutual", dyads.mutual), ("asymmetric", dyads.asymmetric), ("null", dyads.null)].map {
      NetworkFigure(name: "dyads-" + $0.0, value: .count($0.1), note: "dyad census")
    }
      + TriadType.allCases.map {
        NetworkFigure(name: "triads-" + $0.rawValue, value: .count(triads[$0]), note: "triad census, MAN")
      }
  }
}
