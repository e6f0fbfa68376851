internal import KnowledgeNetworks

/// The rows a search reads, both ways, with the actors renumbered so that a search mispredicts less.
///
/// A search spends its time on partners out of the cache and at the ends of short rows. So clusters stay together, since
/// most ties stay inside one, and within a cluster rows of one length, whose ends come where they are expected.
struct SearchRows: Sendable {
  /// For each number here, the roster position.
  let order: [UInt32]
  /// Whom a search goes on to.
  let onward: PlacedRows
  /// Whom a search comes from.
  let backward: PlacedRows

  var actorCount: Int { order.count }
  var tieCount: Int { onward.partners.count }

  /// - Complexity: O(*n* log *n* + *m*) time, O(*n* + *m*) space.
  init(of network: KnowledgeNetwork, _ direction: Direction) {
    let (onward, backward) = Self.rows(of: network, direction)
    let clusters = Grouping(name: "", labels: network.actors.map(\.cluster?.rawValue)).groupCodes
    let keys = network.actors.indices.map { actor in
      UInt64(UInt32(bitPattern: clusters[actor])) << 32 | UInt64(backward.count(of: actor))
    }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { UInt32($0) }
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, actor) in order.enumerated() { places[Int(actor)] = UInt32(place) }
    self.order = order
    self.onward = onward.renumbered(order: order, places: places)
    self.backward = backward.renumbered(order: order, places: places)
  }

  private init(order: [UInt32], onward: PlacedRows, backward: PlacedRows) {
    (self.order, self.onward, self.backward) = (order, onward, backward)
  }

  /// The same actors searched against the direction.
  var turned: SearchRows { SearchRows(order: order, onward: backward, backward: onward) }

  /// For each roster position, the number here.
  var places: [UInt32] {
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, actor) in order.enumerated() { places[Int(actor)] = UInt32(place) }
    return places
  }

  /// Values by number here, put in roster order.
  func inRosterOrder<Value>(_ values: [Value]) -> [Value] { places.map { values[Int($0)] } }

  private static func rows(
    of network: KnowledgeNetwork, _ direction: Direction
  ) -> (onward: CompressedRows, backward: CompressedRows) {
    switch direction {
    case .outgoing: return (network.outgoing, network.incoming)
    case .incoming: return (network.incoming, network.outgoing)
    case .both:
      guard network.isDirected else { return (network.outgoing, network.incoming) }
      let contacts = Contacts(of: network)
      let rows = CompressedRows(starts: contacts.starts.map { UInt32($0) }, partners: contacts.partners)
      return (rows, rows)
    }
  }
}

/// Rows that need not lie in the order of their owners.
struct PlacedRows: Sendable {
  let starts: [UInt32]
  let lengths: [UInt32]
  let partners: [UInt32]

  func count(of actor: Int) -> Int { Int(lengths[actor]) }

  subscript(actor: Int) -> ArraySlice<UInt32> { partners[Int(starts[actor])..<Int(starts[actor] + lengths[actor])] }
}

extension CompressedRows {
  /// The same rows with other numbers.
  fileprivate func renumbered(order: [UInt32], places: [UInt32]) -> PlacedRows {
    var newStarts = [UInt32](repeating: 0, count: order.count)
    var lengths = newStarts
    var newPartners: [UInt32] = []
    newPartners.reserveCapacity(partners.count)
    for actor in order.indices {
      newStarts[actor] = UInt32(newPartners.count)
      let range = range(of: Int(order[actor]))
      lengths[actor] = UInt32(range.count)
      for place in range { newPartners.append(places[Int(partners[place])]) }
    }
    return PlacedRows(starts: newStarts, lengths: lengths, partners: newPartners)
  }
}
