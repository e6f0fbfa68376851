internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// How many connected pairs lead from country to country, on a map; nothing where none is known to cross a border, or
  /// fewer than two of the countries are on the map.
  var countryBlocks: [ReportDocument.Block] {
    let map = MapPicture(
      links: countryLinks, homes: Set(network.actors.compactMap(\.country)).sorted(by: NaturalOrder.precedes),
      isDirected: network.isDirected)
    guard !map.links.isEmpty, map.homes.count - map.unknown.count > 1 else { return [] }
    let unknown: Paragraph? =
      map.unknown.isEmpty
      ? nil : "Not on the map: \(map.unknown.map { "\(name: $0)" }.listed(first: 12))."
    let caption: Paragraph = """
      Connected pairs of actors in two countries, both ways together, wider the more there are; drawn are the largest \
      \(count: MapPicture.mostDrawn) at most. Countries in which actors sit are darker. Nothing was tested, and who was asked \
      decides what is seen.
      """
    return [
      .picture(
        ReportDocument.Picture(
          .map(map), alternative: "Map of the countries between which connected pairs lead",
          caption: [caption, unknown].compactMap(\.self).joined(by: " "))),
      .table(map.table(first: 12), caption: "The countries between which most connected pairs lead."),
    ]
  }

  private var countryLinks: [MapPicture.Link] {
    MapPicture.Link.adding(
      network.pairs.lazy.compactMap { pair in
        guard let source = network.actors[pair.source].country, let target = network.actors[pair.target].country,
          source != target
        else { return nil }
        let link = MapPicture.Link(source, target, count: 1)
        return network.isDirected ? link : link.undirected
      })
  }
}
