internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// To how many each member gave and from how many it received; `nil` without direction or without ties.
  var giveTakePicture: ReportDocument.Picture? {
    let members = network.actors.indices.filter { network.actors[$0].isMember }
    let (given, received) = (positions.giveTake.given, positions.giveTake.received)
    let exchanged = members.map { (given[$0] ?? 0) + (received[$0] ?? 0) }
    guard network.isDirected, exchanged.contains(where: { $0 > 0 }) else { return nil }
    func mean(_ scores: ActorScores, _ actors: [Int]) -> Double {
      actors.reduce(0) { $0 + (scores[$1] ?? 0) } / Double(max(1, actors.count))
    }
    let cut = (x: mean(received, members), y: mean(given, members))
    let drawing = ScatterPicture(
      points: places(of: members) + groupMeans(members) { (mean(received, $0), mean(given, $0)) },
      x: "received from", y: "gave to", cut: cut,
      quadrants: ScatterPicture.Quadrants(
        upperLeft: "sources", upperRight: "exchangers", lowerLeft: "at the edge", lowerRight: "absorbers"),
      scale: .root)
    return ReportDocument.Picture(
      .scatter(drawing), alternative: "From how many actors each member received, and to how many it gave",
      caption: """
        Each circle is the members with the same two numbers, larger the more they are. Coloured marks are the means of the \
        groups. The lines are the means of all \(count: members.count, "member") (received from \(number: cut.x), gave to \
        \(number: cut.y)); the names of the quarters are ours. Steps grow closer outwards (square roots). Unobserved pairs \
        count as not tied, so that who was not asked stands lower and further left than it may be; nothing was tested here.
        """, files: ["actors"])
  }

  /// A point for each pair of numbers, with the names of those that give or receive most.
  private func places(of members: [Int]) -> [ScatterPicture.Point] {
    let (given, received) = (positions.giveTake.given, positions.giveTake.received)
    let byPlace = Dictionary(grouping: members) { [received[$0] ?? 0, given[$0] ?? 0] }
    let extremes = [\GiveTake.given, \.received].flatMap { positions.giveTake[keyPath: $0].leading(3) }
    return byPlace.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { place, actors in
      let named = actors.count == 1 && extremes.contains(actors[0])
      return ScatterPicture.Point(
        x: place[0], y: place[1], count: actors.count, label: named ? "\(name: label(of: actors[0]))" : nil)
    }
  }

  private func groupMeans(_ members: [Int], _ mean: ([Int]) -> (x: Double, y: Double)) -> [ScatterPicture.Point] {
    guard let grouping, (2...ScatterPicture.mostGroups).contains(grouping.groups.count) else { return [] }
    return grouping.groups.indices.compactMap { group in
      let own = members.filter { grouping[$0] == group }
      guard !own.isEmpty else { return nil }
      let place = mean(own)
      return ScatterPicture.Point(x: place.x, y: place.y, count: own.count, label: label(ofGroup: group), group: group)
    }
  }
}
