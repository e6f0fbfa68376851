internal import KnowledgeNetworks
internal import NetworkMeasures

/// How the network hangs together: density, reciprocity, closure, parts, distances and concentration.
struct CohesionFinding: StudyFinding {
  let density: Double?
  let isolates: Int
  let dyads: DyadCensus
  let triads: TriadCensus
  let weak: Components
  let strong: Components
  let distances: Distances
  let transitivity: Transitivity
  let clustering: LocalClustering
  private let concentration: [(name: String, value: Double?, note: String)]

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
    concentration = [
      ("centralisation-in-degree", network.degreeCentralisation(.incoming), "Freeman, 1 for a star"),
      ("centralisation-out-degree", network.degreeCentralisation(.outgoing), "Freeman, 1 for a star"),
      (
        "centralisation-betweenness", try network.betweennessCentralisation(of: betweenness),
        "Freeman, 1 for a star"
      ),
    ]
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
    ] + parts
      + concentration.map { NetworkFigure(name: $0.name, value: .number($0.value), note: $0.note) } + censuses
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
