internal import KnowledgeNetworks

/// Who gave to whom among some of the actors, flat, numbered from 0 in the order they were named.
struct TieRows: Sendable {
  /// Row *i* is `partners[starts[i] ..< starts[i + 1]]`.
  let starts: [UInt32]
  let partners: [UInt32]

  private init(starts: [UInt32], partners: [UInt32]) {
    self.starts = starts
    self.partners = partners
  }

  /// The receivers of each member, as far as they are members.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  init(receiversIn network: KnowledgeNetwork, among members: [Int]) {
    var places = [Int32](repeating: -1, count: network.actorCount)
    for (place, member) in members.enumerated() { places[member] = Int32(truncatingIfNeeded: place) }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(members.count + 1)
    var partners: [UInt32] = []
    partners.reserveCapacity(network.pairCount * (network.isDirected ? 1 : 2))
    for member in members {
      for receiver in network.receivers(of: member) where places[receiver] != -1 {
        partners.append(UInt32(bitPattern: places[receiver]))
      }
      starts.append(UInt32(partners.count))
    }
    self.init(starts: starts, partners: partners)
  }

  var count: Int { starts.count - 1 }

  func range(of actor: Int) -> Range<Int> { Int(starts[actor])..<Int(starts[actor + 1]) }

  func row(of actor: Int) -> ArraySlice<UInt32> { partners[range(of: actor)] }

  /// The same ties seen from the other side, with the actors renumbered; each row ascends.
  ///
  /// - Parameter order: For each new number the number here.
  /// - Complexity: O(*n* + *m*) time and space.
  func mirrored(renumbering order: [UInt32]) -> TieRows {
    var places = [UInt32](repeating: 0, count: count)
    for (new, old) in order.enumerated() { places[Int(old)] = UInt32(new) }
    var starts = [UInt32](repeating: 0, count: count + 1)
    for partner in partners { starts[Int(places[Int(partner)]) + 1] += 1 }
    for actor in 0..<count { starts[actor + 1] += starts[actor] }
    var next = starts
    var mirror = [UInt32](repeating: 0, count: partners.count)
    for (new, old) in order.enumerated() {
      for position in range(of: Int(old)) {
        let place = Int(places[Int(partners[position])])
        mirror[Int(next[place])] = UInt32(new)
        next[place] += 1
      }
    }
    return TieRows(starts: starts, partners: mirror)
  }
}
