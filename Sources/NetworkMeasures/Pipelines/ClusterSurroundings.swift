internal import KnowledgeNetworks

/// A cluster and what lies around it, as searches from its actors see it.
struct ClusterSurroundings: Sendable {
  /// The rows of all searches, without the actors taken out.
  let onward: PlacedRows
  let backward: PlacedRows
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

  /// - Parameters:
  ///   - places: For each roster position the number in the rows.
  ///   - removed: Actors through which nothing passes any more.
  /// - Complexity: O(*n* + *m*) time and space.
  init(of cluster: Cluster, in clusters: [Cluster?], rows: SearchRows, places: [UInt32], without removed: [Int]) {
    var isGone = [Bool](repeating: false, count: clusters.count)
    for actor in removed { isGone[Int(places[actor])] = true }
    onward = removed.isEmpty ? rows.onward : rows.onward.without(isGone)
    backward = removed.isEmpty ? rows.backward : rows.backward.without(isGone)
    locals = clusters.indices.filter { clusters[$0] == cluster && !isGone[Int(places[$0])] }.map { places[$0] }
    var localPlaces = [Int32](repeating: -1, count: clusters.count)
    for (place, local) in locals.enumerated() { localPlaces[Int(local)] = Int32(place) }
    self.localPlaces = localPlaces
    externalLanes = rows.order.map { clusters[Int($0)].map { $0 == cluster } ?? true ? 0 : .max }
    inside = CompressedRows(over: locals, in: backward) {
      localPlaces[Int($0)] < 0 ? nil : UInt32(localPlaces[Int($0)])
    }
    outside = CompressedRows(over: locals, in: onward) { localPlaces[Int($0)] < 0 ? $0 : nil }
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

extension PlacedRows {
  /// The same rows at the same places, without some of the actors and their ties.
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
