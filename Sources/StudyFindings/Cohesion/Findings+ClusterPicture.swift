internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The clusters of the study in the plane of hierarchy and degree assortativity; `nil` with fewer than two.
  var clusterPicture: ReportDocument.Picture? {
    let points = cohesion.clusters.compactMap { cluster -> ScatterPicture.Point? in
      guard let hierarchy = cluster.hierarchy, let assortativity = cluster.assortativity else { return nil }
      return ScatterPicture.Point(
        x: hierarchy, y: assortativity, count: cluster.actors, label: "\(name: cluster.group)")
    }
    guard points.count > 1 else { return nil }
    let mean = points.reduce(0) { $0 + $1.x } / Double(points.count)
    let drawing = ScatterPicture(
      points: points, x: "hierarchy", y: "degree assortativity", cut: (mean, 0),
      quadrants: ScatterPicture.Quadrants(
        upperLeft: "flat, assortative", upperRight: "steep, assortative", lowerLeft: "flat, disassortative",
        lowerRight: "steep, disassortative"))
    return ReportDocument.Picture(
      .scatter(drawing), alternative: "The clusters by hierarchy and degree assortativity",
      caption: """
        Ties inside each cluster, without direction, among \(count: points.reduce(0) { $0 + $1.count }) members that have one. \
        Hierarchy is how steeply the number of partners falls with rank, assortativity how far the partners of actors with \
        many partners have many too. Crespo, Suire and Vicente (2014) expect clusters that are steep and disassortative \
        to be the most resilient, as knowledge then passes between core and periphery. The cuts are the mean hierarchy of these \
        clusters and 0. Nothing was tested; unobserved pairs count as not tied, and small clusters move far with a few ties.
        """, files: ["network"])
  }
}
