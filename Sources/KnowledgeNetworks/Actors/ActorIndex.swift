/// Finds actors by identifier.
///
/// A roster that ascends by plain identifiers in their natural order, as surveys make them, is its own index.
struct ActorIndex: Sendable {
  /// Where each actor stands; nothing where the roster ascends.
  private var positions: [String: UInt32] = [:]

  /// - Throws: ``BuzzlineError`` if an identifier occurs twice.
  /// - Complexity: O(*n*) time and space for *n* actors.
  init(of actors: [NetworkActor], workers: Workers) throws(BuzzlineError) {
    guard !(try Self.ascend(actors, workers: workers)) else { return }
    positions.reserveCapacity(actors.count)
    for position in actors.indices {
      let id = actors[position].id
      guard positions.updateValue(UInt32(position), forKey: id) == nil else {
        throw BuzzlineError(.duplicateActor, at: Place(actor: id), "Two actors carry the identifier '\(id)'.")
      }
    }
  }

  /// Whether the identifiers are ASCII and ascend.
  ///
  /// Beyond ASCII, the comparison of letters with accents on their own is no total order in today's standard library.
  private static func ascend(_ actors: [NetworkActor], workers: Workers) throws(BuzzlineError) -> Bool {
    let ascend = try workers.map(over: actors.count, by: 1 << 15) { positions in
      positions.allSatisfy { position in
        actors[position].id.utf8.allSatisfy { $0 < 0x80 }
          && (position == 0 || NaturalOrder.precedes(actors[position - 1].id, actors[position].id))
      }
    }
    return ascend.allSatisfy(\.self)
  }

  /// Where an actor stands in the roster that was indexed.
  ///
  /// - Complexity: O(log *n*) time for *n* actors where the roster ascends, else O(1).
  func position(of id: String, among actors: [NetworkActor]) -> Int? {
    guard positions.isEmpty else { return positions[id].map(Int.init) }
    let position = actors.indices.partitioningIndex { !NaturalOrder.precedes(actors[$0].id, id) }
    return position < actors.count && actors[position].id == id ? position : nil
  }
}
