internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  var networkPicture: ReportDocument.Picture {
    let drawing = NetworkPicture(
      spots: spots, strokes: strokes, isDirected: network.isDirected,
      groups: (grouping?.groups.indices ?? 0..<0).map { label(ofGroup: $0) })
    let arrows: Paragraph =
      drawing.hasArrows || !network.isDirected
      ? "" : " With so many ties their directions are left out; ties.csv has them."
    let isolates: Paragraph = cohesion.isolates > 0 ? " Actors without a tie stand below." : ""
    return ReportDocument.Picture(
      .network(drawing),
      alternative: "Network of \(network.actorCount) actors and \(network.pairCount) connected pairs",
      caption: """
        Every mark is an actor, larger the more often it lies between two others; rest the pointer on it for its name \
        and the number of its partners.\(isolates)\(arrows)
        """, files: ["actors", "ties"])
  }

  private var spots: [NetworkPicture.Spot] {
    let betweenness = centrality[.betweenness]
    let largest = betweenness.compactMap(\.self).max() ?? 0
    let isolated = Set(network.isolates)
    return network.actors.indices.map { actor in
      let group = grouping?[actor]
      return NetworkPicture.Spot(
        point: isolated.contains(actor) ? nil : .init(x: layout[actor].x, y: layout[actor].y), label: label(of: actor),
        detail: SafeText.name(label(of: actor)) + (group.map { ", " + SafeText.name(label(ofGroup: $0)) } ?? "")
          + ": " + partners(of: actor),
        group: group, size: largest > 0 ? (betweenness[actor] ?? 0) / largest : 0)
    }
  }

  private func partners(of actor: Int) -> String {
    let receivers = network.receiverCount(of: actor)
    return network.isDirected
      ? "gave to \(receivers), received from \(network.giverCount(to: actor))" : "exchanged with \(receivers)"
  }

  private var strokes: [NetworkPicture.Stroke] {
    network.pairs.map { pair in
      let line: NetworkPicture.Line =
        switch network.scope(between: pair.source, and: pair.target) {
        case .localBuzz: .buzz
        case .globalPipeline: .pipeline
        case .unknown: .unknown
        }
      return NetworkPicture.Stroke(pair.source, pair.target, line)
    }
  }
}
