internal import KnowledgeNetworks
internal import NetworkMeasures

/// Where a picture puts the actors of a network: each cluster a disc, its gatekeepers on the rim.
///
/// Discs stand near those to which most ties lead; actors in a disc stand as in a picture of the cluster alone, moved
/// apart until marks are about one unit from each other. Outsiders that state no cluster stand around the discs, each
/// on the side of its partners; actors without ties stand nowhere. Where there are not two clusters and no such
/// outsider, there are no discs.
///
/// Nothing but sums, products, quotients and roots of the positions that the layout of networks gives is used, so the
/// same network and seed give the same picture on every machine.
struct NetworkLayout: Sendable {
  /// Where each actor stands; `nil` for those without ties.
  private(set) var points: [NetworkPicture.Point?]
  /// The discs.
  private(set) var hulls: [NetworkPicture.Hull] = []
  /// The disc of each actor.
  private(set) var hullOf: [Int?]
  private(set) var width = 1.0
  private(set) var height = 1.0

  /// The shape of a picture: height over width.
  private static let aspect = 0.62

  /// Lays out a network.
  ///
  /// - Parameters:
  ///   - clusters: Which actors stand in which disc.
  ///   - gatekeepers: Who stands on the rim.
  ///   - placesActors: Whether actors are placed, or discs alone.
  ///   - seed: Decides where actors start.
  /// - Complexity: That of the layouts of the clusters, and O(*n* + *m* + *k*²) for *k* clusters.
  init(
    of network: KnowledgeNetwork, in clusters: DiscMembers, gatekeepers: Set<Int>, placesActors: Bool, seed: UInt64
  ) throws(BuzzlineError) {
    points = []
    hullOf = clusters.discOf
    var places = [Plane?](repeating: nil, count: network.actorCount)
    guard clusters.areDiscs else {
      hullOf = places.map { _ in nil }
      let tied = network.actors.indices.filter { network.hasTies($0) }
      for (actor, place) in zip(tied, try Self.plain(network.induced(on: tied), seed: seed)) { places[actor] = place }
      fit(places, discs: [])
      return
    }
    let parts = try clusters.parts(of: network)
    let discs = try Self.placed(parts.between, sizes: clusters.members.map(\.count), seed: seed)
    for disc in discs.indices where placesActors {
      let rim = clusters.members[disc].indices.filter { gatekeepers.contains(clusters.members[disc][$0]) }
      let inside = try Self.inside(
        parts.inside[disc], of: discs[disc], rim: Set(rim), seed: seed,
        pulls: clusters.pulls(of: disc, in: network, to: discs.map(\.center)))
      for (actor, place) in zip(clusters.members[disc], inside) { places[actor] = place }
    }
    if placesActors { Self.surround(&places, discs: discs, with: clusters.around, in: network) }
    hulls = zip(clusters.names, discs).map { name, disc in
      .init(name: name, center: disc.center.point, radius: disc.radius, count: 0)
    }
    fit(places, discs: discs)
    countActors(of: clusters, in: network)
  }

  /// Cuts the frame to what stands in it.
  private mutating func fit(_ places: [Plane?], discs: [Disc]) {
    let spots = places.compactMap(\.self).map { Disc(center: $0, radius: 0.5) } + discs
    let low = spots.reduce(Plane(repeating: .infinity)) { pointwiseMin($0, $1.center - $1.radius) }
    let high = spots.reduce(Plane(repeating: -.infinity)) { pointwiseMax($0, $1.center + $1.radius) }
    let frame = spots.isEmpty ? (low: Plane.zero, size: Plane(1, 1)) : (low: low, size: high - low)
    // A picture higher than wide would not fit a screen.
    (width, height) = (max(frame.size.x, frame.size.y / 0.9), frame.size.y)
    let corner = frame.low - Plane((width - frame.size.x) / 2, 0)
    points = places.map { $0.map { ($0 - corner).point } }
    for hull in hulls.indices { hulls[hull].center = (Plane(hulls[hull].center) - corner).point }
  }

  /// Actors of a cluster count as its own whether they have ties or not.
  private mutating func countActors(of clusters: DiscMembers, in network: KnowledgeNetwork) {
    for actor in network.actors.indices {
      if let disc = hullOf[actor] ?? clusters.disc(of: network.actors[actor]) {
        hullOf[actor] = disc
        hulls[disc].count += 1
      }
    }
  }
}

extension NetworkLayout {
  /// A network without clusters fills the frame.
  private static func plain(_ network: KnowledgeNetwork, seed: UInt64) throws(BuzzlineError) -> [Plane] {
    guard network.actorCount > 1 else { return network.actors.map { _ in .zero } }
    let points = try network.layout(seed: seed)
    let size = Plane(1, aspect) * (Double(network.actorCount) * 2.4 / aspect).squareRoot()
    let (across, down) = (Spread(of: points.map(\.x)), Spread(of: points.map(\.y)))
    var places = points.map { Plane(across.share(of: $0.x), down.share(of: $0.y)) * size }
    spread(&places, apart: 1) { _, place in pointwiseMax(.zero, pointwiseMin(size, place)) }
    return places
  }

  /// The discs of clusters: near those to which most ties lead, and none on another.
  private static func placed(
    _ between: [[Int: Int]], sizes: [Int], seed: UInt64
  ) throws(BuzzlineError) -> [Disc] {
    let radii = sizes.map { 0.8 + (Double($0) / 1.75).squareRoot() }
    let nearest = between.indices.flatMap { disc in
      between[disc].sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(3)
        .map { Tie(source: disc, target: $0.key) }
    }
    let actors = sizes.indices.map { NetworkActor(id: String($0)) }
    let points = try KnowledgeNetwork(actors: actors, ties: nearest, isDirected: false).layout(seed: seed)
    // Room for the curves between discs, and for their names.
    let gap = 1.2 + 0.3 * radii.reduce(0, +) / Double(max(1, radii.count))
    let area = radii.reduce(0) { $0 + 5 * ($1 + gap) * ($1 + gap) }
    let size = Plane(1, aspect) * (area / aspect).squareRoot()
    var discs = zip(points, radii).map { point, radius in
      Disc(center: (Plane(point.x, point.y) - 0.5) * size, radius: radius)
    }
    separate(&discs, gap: gap)
    return discs
  }

  /// Pushes discs apart and draws them to the middle, for a picture wider than high.
  private static func separate(_ discs: inout [Disc], gap: Double) {
    let steps = max(30, min(300, 20_000_000 / max(1, discs.count * discs.count)))
    for step in 0..<steps {
      if step < steps * 3 / 4 {
        for disc in discs.indices { discs[disc].center -= discs[disc].center * Plane(0.012, 0.02) }
      }
      for left in discs.indices {
        for right in discs.indices.dropFirst(left + 1) {
          let least = discs[left].radius + discs[right].radius + gap
          let push = push(from: discs[left].center, to: discs[right].center, apart: least, order: right)
          discs[left].center -= push
          discs[right].center += push
        }
      }
    }
  }

  /// The actors of a disc: gatekeepers in a band along the rim, on the side to which their pipelines lead.
  private static func inside(
    _ part: KnowledgeNetwork, of disc: Disc, rim: Set<Int>, seed: UInt64, pulls: [Plane]
  ) throws(BuzzlineError) -> [Plane] {
    let points = try part.layout(seed: seed).map { Plane($0.x, $0.y) }
    let middle = points.reduce(.zero, +) / Double(max(1, points.count))
    let reach = disc.radius - 0.6
    let share = rim.isEmpty ? 0 : max(0.1, 1.2 * Double(rim.count) / Double(points.count))
    let border = reach * max(0, 1 - share).squareRoot()
    let fromMiddle = points.map { ($0 - middle).length }
    let farthest = max(fromMiddle.max() ?? 0, 1e-9)
    let order = points.indices.filter { !rim.contains($0) }.sorted { (fromMiddle[$0], $0) < (fromMiddle[$1], $1) }
    let (inner, space) = (order.count, rim.isEmpty ? reach : max(0, border - 0.6))
    var places = [Plane](repeating: .zero, count: points.count)
    for (rank, actor) in order.enumerated() {
      // Mostly by rank, so that the disc is filled evenly; a little by distance, so that near stays near.
      let even = ((Double(rank) + 0.5) / Double(inner)).squareRoot()
      places[actor] = (points[actor] - middle).unit * (space * (0.2 * fromMiddle[actor] / farthest + 0.8 * even))
    }
    // Gatekeepers are large, and stand farther apart where there is room.
    let gatekeepers = rim.sorted()
    var onRim = gatekeepers.map { (pulls[$0] + (points[$0] - middle) / (4 * farthest)).unit * reach }
    spread(&onRim, apart: 1.6) { _, place in place.kept(from: border, to: reach) }
    for (actor, place) in zip(gatekeepers, onRim) { places[actor] = place }
    spread(&places, apart: 0.95) { actor, place in
      rim.contains(actor) ? place.kept(from: border, to: reach) : place.kept(from: 0, to: space)
    }
    return places.map { disc.center + $0 }
  }

  /// Outsiders stand on an ellipse around the discs, and outwards of it.
  private static func surround(
    _ places: inout [Plane?], discs: [Disc], with around: [Int], in network: KnowledgeNetwork
  ) {
    guard !around.isEmpty else { return }
    let middle = discs.reduce(Plane.zero) { $0 + $1.center } / Double(max(1, discs.count))
    let shape = Plane(1, aspect + 0.1)
    let reach = discs.map { ((($0.center - middle).magnitudes + $0.radius) / shape).length }.max() ?? 0
    // As many as have no room on the ellipse move outwards until there is room.
    let least = reach + 2
    var ring = around.map { actor -> Plane in
      let partners = (Array(network.givers(to: actor)) + Array(network.receivers(of: actor))).compactMap { places[$0] }
      let pull = partners.reduce(Plane.zero) { $0 + ($1 - middle) / shape }
      return (pull + Plane(Double(actor % 7) - 3, Double(actor % 5) - 2) / 100).unit * least
    }
    spread(&ring, apart: 1.3) { _, place in place.kept(from: least, to: .infinity) }
    for (actor, place) in zip(around, ring) { places[actor] = middle + place * shape }
  }
}
