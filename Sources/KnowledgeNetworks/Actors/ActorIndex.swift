/// Finds actors by identifier.
///
/// A roster that ascends by plain identifiers in their natural order, as surveys make them, is its own index; any other
/// takes four bytes for each slot of a table that is at most half full.
struct ActorIndex: Sendable {
  /// Roster positions counted from 1, 0 in free slots; no slots where the roster ascends.
  private var slots: [UInt32] = []

  /// Indexes a roster.
  ///
  /// - Throws: ``BuzzlineError`` if an identifier occurs twice.
  /// - Complexity: O(*n*) time and space for *n* actors.
  init(of actors: [NetworkActor], workers: Workers) throws(BuzzlineError) {
    guard !(try Self.ascend(actors, workers: workers)) else { return }
    slots = [UInt32](repeating: 0, count: 2 << (Int.bitWidth - actors.count.leadingZeroBitCount))
    for position in actors.indices {
      let slot = slot(of: actors[position].id, among: actors)
      guard slots[slot] == 0 else {
        let id = actors[position].id
        throw BuzzlineError(.duplicateActor, at: Place(actor: id), "Two actors carry the identifier '\(id)'.")
      }
      slots[slot] = UInt32(position + 1)
    }
  }

  /// Whether the identifiers are ASCII and ascend.
  ///
  /// Beyond ASCII, the comparison of letters with accents on their own is no total order in today's standard library.
  private static func ascend(_ actors: [NetworkActor], workers: Workers) throws(BuzzlineError) -> Bool {
    let blockSize = 1 << 15
    let ascend = try workers.map((actors.count + blockSize - 1) / blockSize) { block in
      let range = block * blockSize..<min(actors.count, (block + 1) * blockSize)
      return range.allSatisfy { position in
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
    guard slots.isEmpty else {
      let entry = slots[slot(of: id, among: actors)]
      return entry == 0 ? nil : Int(entry) - 1
    }
    var (low, high) = (0, actors.count)
    while low < high {
      let middle = (low + high) / 2
      if NaturalOrder.precedes(actors[middle].id, id) { low = middle + 1 } else { high = middle }
    }
    return low < actors.count && actors[low].id == id ? low : nil
  }

  /// The slot that holds an identifier, or the free one where it belongs.
  private func slot(of id: String, among actors: [NetworkActor]) -> Int {
    var slot = id.hashValue & (slots.count - 1)
    while slots[slot] != 0, actors[Int(slots[slot]) - 1].id != id { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
