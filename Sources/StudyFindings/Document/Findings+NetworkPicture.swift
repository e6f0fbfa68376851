internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The network of all waves, the latest shown; `nil` in the findings of an earlier wave, and without actors.
  var networkPicture: ReportDocument.Picture? {
    guard let drawn, network.actorCount > 0 else { return nil }
    let picture = picture(of: drawn)
    return ReportDocument.Picture(
      .network(picture),
      alternative: "Network of \(count: network.actorCount, "actor") and \(count: network.pairCount, "connected pair")",
      caption: caption(of: picture, drawn), files: ["actors", "ties"])
  }

  private func picture(of drawn: DrawnNetwork) -> NetworkPicture {
    let ties = DrawnTies(of: drawn.holdsActors ? earlier + [self] : [], in: drawn.network)
    var picture = NetworkPicture(
      spots: drawn.holdsActors ? spots(of: drawn, waves: ties.waves) : [], strokes: ties.strokes,
      isDirected: network.isDirected, groups: (grouping?.groups.indices ?? 0..<0).map { label(ofGroup: $0) })
    (picture.width, picture.height, picture.hulls) = (drawn.layout.width, drawn.layout.height, drawn.layout.hulls)
    (picture.topics, picture.channels, picture.waves) = (ties.topics, ties.channels, ties.waves)
    picture.evidence = ties.evidence
    picture.shownWave = earlier.isEmpty ? nil : wave.flatMap { ties.waves.firstIndex(of: $0) }
    picture.bundles = bundles(of: drawn.layout)
    if picture.spots.count <= NetworkPicture.mostActors { picture.cards = picture.spots.map(card(of:)) }
    return picture
  }

  /// What the study says of an actor; nothing of one that does not belong to the latest wave.
  private func card(of spot: NetworkPicture.Spot) -> NetworkPicture.Card {
    let said = network.position(of: spot.id).map(cardStatements(of:)) ?? []
    return NetworkPicture.Card(lines: said.map { .init(label: $0.label, text: $0.said.words) })
  }

  private func caption(of picture: NetworkPicture, _ drawn: DrawnNetwork) -> Paragraph {
    let marks: Paragraph =
      picture.isFolded
      ? "Every disc is a cluster, larger the more actors with ties it holds."
      : """
      Every mark is an actor, larger the more often it lies between two others; rest the pointer on it for its name \
      and the number of its partners.
      """
    let cut: Paragraph? =
      drawn.isCut
      ? "Drawn are the \(count: picture.spots.count) actors that lie between most others, and the ties among them."
      : nil
    let discs: Paragraph? =
      picture.hulls.isEmpty || picture.isFolded
      ? nil : "Discs are clusters, with those tied inside and outside, the gatekeepers, on their rims."
    let bundles: Paragraph? =
      picture.bundles.isEmpty ? nil : "Curves between clusters carry the number of pairs that pipelines connect."
    let cutBundles: Paragraph? =
      picture.isBundled && picture.shownBundles.count < picture.bundles.count
      ? "Of \(count: picture.bundles.count) such curves the \(count: picture.shownBundles.count) largest are drawn."
      : nil
    let waves: Paragraph? =
      picture.shownWave == nil
      ? nil : "Shown is wave \(name: wave ?? ""); actors stand where the ties of all waves put them."
    let isolates: Paragraph? =
      picture.spots.contains { $0.point == nil } ? "Actors without a tie stand in the box below." : nil
    let arrows: Paragraph? =
      picture.hasArrows || !network.isDirected || picture.isFolded
      ? nil : "With so many ties directions show only for the actor that is chosen; ties.csv has them."
    return [marks, cut, discs, bundles, cutBundles, waves, isolates, arrows].compactMap(\.self).joined(by: " ")
  }

  private func spots(of drawn: DrawnNetwork, waves: [String]) -> [NetworkPicture.Spot] {
    let betweenness = centrality[.betweenness]
    let largest = betweenness.compactMap(\.self).max() ?? 0
    let gatekeepers = Set(positions.gatekeepers.gatekeepers)
    let times = earlier + [self]
    return drawn.network.actors.enumerated().map { place, actor in
      let here = network.position(of: actor.id)
      let name = label(of: NamedActor(actor))
      let group = here.flatMap { grouping?[$0] }
      let absent = times.filter { $0.network.position(of: actor.id) == nil }.compactMap(\.wave)
      return NetworkPicture.Spot(
        point: drawn.layout.points[place], id: actor.id, label: name,
        detail: [Paragraph("\(name: name)"), group.map { label(ofGroup: $0) }].compactMap(\.self).joined(by: ", ")
          + ": " + (here.map(partners(of:)) ?? "not in this wave"),
        group: group, hull: drawn.layout.hullOf[place],
        size: largest > 0 ? (here.flatMap { betweenness[$0] } ?? 0) / largest : 0,
        isGatekeeper: here.map(gatekeepers.contains) ?? false, absentIn: absent.compactMap { waves.firstIndex(of: $0) })
    }
  }

  private func partners(of actor: Int) -> Paragraph {
    let receivers = network.receiverCount(of: actor)
    return network.isDirected
      ? "gave to \(count: receivers), received from \(count: network.giverCount(to: actor))"
      : "exchanged with \(count: receivers)"
  }

  /// How many pairs of the latest wave, whose actors come first in the roster of all, lead from disc to disc.
  private func bundles(of layout: NetworkLayout) -> [NetworkPicture.Bundle] {
    guard !layout.hulls.isEmpty else { return [] }
    var counts: [[Int: Int]] = layout.hulls.map { _ in [:] }
    for pair in network.pairs {
      guard let source = layout.hullOf[pair.source], let target = layout.hullOf[pair.target], source != target else {
        continue
      }
      let isTurned = !network.isDirected && source > target
      counts[isTurned ? target : source][isTurned ? source : target, default: 0] += 1
    }
    return counts.enumerated().flatMap { source, row in
      row.sorted { $0.key < $1.key }.map { NetworkPicture.Bundle(source, $0.key, count: $0.value) }
    }
  }
}
