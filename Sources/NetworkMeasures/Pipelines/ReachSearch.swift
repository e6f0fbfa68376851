internal import KnowledgeNetworks

/// Goes out from the actors of one cluster after another, 64 at a time.
struct ReachSearch: Sendable {
  let rows: SearchRows
  let clusters: [Cluster?]
  let direction: Direction
  let workers: Workers
  private let likeness: SourceOrder
  /// How many local actors make a block, each a bit of a word; part of the result, since sums run block by block.
  private static let block = 64

  init(rows: SearchRows, clusters: [Cluster?], direction: Direction, workers: Workers) {
    (self.rows, self.clusters, self.direction, self.workers) = (rows, clusters, direction, workers)
    likeness = SourceOrder(rows)
  }

  /// The order in which local actors are searched from: as they stand in the roster, or where they are more than a block,
  /// those together that are alike.
  func arranged(_ locals: [UInt32]) -> [UInt32] {
    locals.count > Self.block
      ? likeness.arranged(locals, batch: Self.block, group: BetweennessKernel.group) : locals
  }

  func reach(of cluster: Cluster) throws(BuzzlineError) -> ExternalReach {
    let surroundings = ClusterSurroundings(of: cluster, in: clusters, rows: rows, without: [])
    let locals = surroundings.locals.map { Int(rows.order[Int($0)]) }
    let intact = try tally(from: surroundings.locals, in: surroundings)
    let impacts = locals.indices.map {
      GatekeeperImpact(actor: locals[$0], mediated: intact.mediated[$0], direct: intact.direct[$0])
    }
    let gatekeepers = impacts.filter { $0.mediated > 0 }.sorted { (-$0.mediated, $0.actor) < (-$1.mediated, $1.actor) }
    let removed = gatekeepers.prefix((gatekeepers.count + 9) / 10).map(\.actor)
    let indirect = intact.mediated.reduce(0, +)
    let rest = removed.isEmpty ? nil : try mediated(around: cluster, without: removed)
    return ExternalReach(
      cluster: cluster, direction: direction, localActorCount: locals.count, direct: intact.direct.reduce(0, +),
      indirect: indirect, gatekeepers: gatekeepers, removedGatekeepers: removed,
      removalLoss: rest.map { 1 - $0 / indirect }, remarks: remarks)
  }

  /// All that is reached through another local actor, without some of them.
  ///
  /// Who has no partner outside reaches nothing in another way: there the distances suffice, and no path is followed.
  private func mediated(around cluster: Cluster, without removed: [Int]) throws(BuzzlineError) -> Double {
    let surroundings = ClusterSurroundings(of: cluster, in: clusters, rows: rows, without: removed)
    let places = surroundings.locals.indices
    let locals = { (isAtBorder: Bool) in
      places.filter { surroundings.outside[$0].isEmpty != isAtBorder }.map { surroundings.locals[$0] }
    }
    var sum = try tally(from: locals(true), in: surroundings).mediated.reduce(0, +)
    try forEachBlock(of: locals(false), in: surroundings) {
      $0.reach(of: $1)
    } commit: {
      sum += $0
    }
    return sum
  }

  private func tally(
    from locals: [UInt32], in surroundings: ClusterSurroundings
  ) throws(BuzzlineError) -> ReachTally {
    var all = ReachTally(count: surroundings.locals.count)
    var isCounted = true
    try forEachBlock(of: locals, in: surroundings) {
      $0.tally(of: $1)
    } commit: { part in
      if let part { all.add(part) } else { isCounted = false }
    }
    guard isCounted else {
      throw BuzzlineError(.invalidInput, "Some actors are joined by more shortest paths than can be counted, 10^308.")
    }
    return all
  }

  private func forEachBlock<Result: Sendable>(
    of locals: [UInt32], in surroundings: ClusterSurroundings,
    compute: @Sendable (ReachScratch, ArraySlice<UInt32>) -> Result, commit: (Result) -> Void
  ) throws(BuzzlineError) {
    let (count, sources) = (locals.count, arranged(locals))
    try workers.forEach(of: (count + Self.block - 1) / Self.block, work: "external reach") {
      ReachScratch(surroundings)
    } compute: { scratch, block in
      compute(scratch, sources[block * Self.block..<min(count, (block + 1) * Self.block)])
    } commit: { _, part in
      commit(part)
    }
  }

  private var remarks: [String] {
    switch clusters.count(where: { $0 == nil }) {
    case 0: []
    case 1: ["One actor states no cluster and counts neither as local nor as external."]
    case let count: ["\(count) actors state no cluster and count neither as local nor as external."]
    }
  }
}

/// What was reached, by place among the local actors.
struct ReachTally: Sendable {
  /// What each local actor reaches without another at the border.
  var direct: [Double]
  /// What others reach through each local actor.
  var mediated: [Double]

  init(count: Int) {
    direct = Array(repeating: 0, count: count)
    mediated = direct
  }

  mutating func add(_ part: ReachTally) {
    direct.add(part.direct, +=)
    mediated.add(part.mediated, +=)
  }
}

/// A cluster and what lies around it, as searches from its actors see it.
struct ClusterSurroundings: Sendable {
  /// The rows of all searches, without the actors taken out.
  let rows: SearchRows
  /// The local actors that searches begin at, by their numbers in the rows, in roster order.
  let locals: [UInt32]
  /// For each number in the rows the place among the locals; -1 for all others.
  let localPlaces: [Int32]
  /// For each number in the rows, all lanes of a group where the actor is external, none where it is not.
  let externalLanes: [UInt8]
  /// Row *i* holds the places of the locals a search comes from to local *i*.
  let inside: CompressedRows
  /// Row *i* holds the numbers of all others that local *i* leads on to, in the order of its row.
  let outside: CompressedRows

  var actorCount: Int { localPlaces.count }

  /// - Parameter removed: Actors through which nothing passes any more.
  /// - Complexity: O(*n* + *m*) time and space.
  init(of cluster: Cluster, in clusters: [Cluster?], rows: SearchRows, without removed: [Int]) {
    let places = rows.places
    var isGone = [Bool](repeating: false, count: clusters.count)
    for actor in removed { isGone[Int(places[actor])] = true }
    self.rows = removed.isEmpty ? rows : rows.without(isGone)
    locals = clusters.indices.filter { clusters[$0] == cluster && !isGone[Int(places[$0])] }.map { places[$0] }
    var localPlaces = [Int32](repeating: -1, count: clusters.count)
    for (place, local) in locals.enumerated() { localPlaces[Int(local)] = Int32(place) }
    self.localPlaces = localPlaces
    externalLanes = rows.order.map { clusters[Int($0)].map { $0 == cluster } ?? true ? 0 : .max }
    inside = CompressedRows(over: locals, in: self.rows.backward) {
      localPlaces[Int($0)] < 0 ? nil : UInt32(localPlaces[Int($0)])
    }
    outside = CompressedRows(over: locals, in: self.rows.onward) { localPlaces[Int($0)] < 0 ? $0 : nil }
  }
}

extension CompressedRows {
  /// Rows of some of the actors, with their partners renamed or left out.
  fileprivate init(over actors: [UInt32], in rows: PlacedRows, renaming name: (UInt32) -> UInt32?) {
    var starts: [UInt32] = [0]
    var partners: [UInt32] = []
    for actor in actors {
      for partner in rows[Int(actor)] { if let known = name(partner) { partners.append(known) } }
      starts.append(UInt32(partners.count))
    }
    self.init(starts: starts, partners: partners)
  }
}

extension SearchRows {
  fileprivate func without(_ isGone: [Bool]) -> SearchRows {
    var left = self
    (left.onward, left.backward) = (onward.without(isGone), backward.without(isGone))
    return left
  }
}

extension PlacedRows {
  fileprivate func without(_ isGone: [Bool]) -> PlacedRows {
    var lengths = lengths
    var partners = partners
    for actor in lengths.indices {
      let first = Int(starts[actor])
      var kept = first
      if !isGone[actor] {
        for place in first..<first + Int(lengths[actor]) where !isGone[Int(partners[place])] {
          partners[kept] = partners[place]
          kept += 1
        }
      }
      lengths[actor] = UInt32(kept - first)
    }
    return PlacedRows(starts: starts, lengths: lengths, partners: partners)
  }
}
