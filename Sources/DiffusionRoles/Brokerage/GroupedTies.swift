internal import KnowledgeNetworks

/// Ties both ways among actors numbered group by group, with the partners of the owner's group first in every row.
struct GroupedTies: Sendable {
  /// For each number here the number outside.
  let order: [UInt32]
  /// The group of each actor, ascending.
  let groups: [UInt32]
  let receivers: GroupedRows
  let givers: GroupedRows

  /// Numbers the actors by group, and in a group as they were: those who share many partners then stand together.
  ///
  /// - Complexity: O(*n* + *m* + *g*) time and space.
  init(among members: GroupMembers, groups codes: [Int32], workers: Workers) {
    let groupCount = Int(codes.max() ?? -1) + 1
    var next = [Int](repeating: 0, count: groupCount + 1)
    for code in codes { next[Int(code) + 1] += 1 }
    for group in 0..<groupCount { next[group + 1] += next[group] }
    var order = [UInt32](repeating: 0, count: codes.count)
    var places = order
    for (actor, code) in codes.enumerated() {
      let place = next[Int(code)]
      order[place] = UInt32(actor)
      places[actor] = UInt32(place)
      next[Int(code)] += 1
    }
    let numbering = GroupNumbering(order: order, places: places, codes: codes)
    self.order = order
    groups = order.map { UInt32(codes[Int($0)]) }
    givers = GroupedRows(members.givers, numbering, workers: workers)
    receivers = GroupedRows(members.receivers, numbering, workers: workers)
  }
}

/// Rows in which the partners of the owner's own group stand first.
struct GroupedRows: Sendable {
  let partners: [UInt32]
  private let starts: [UInt32]
  /// Where in row *i* the partners of other groups begin.
  private let foreignStarts: [UInt32]

  fileprivate init(_ rows: CompressedRows, _ numbering: GroupNumbering, workers: Workers) {
    let (count, block) = (numbering.order.count, 4_096)
    var starts: [UInt32] = [0]
    starts.reserveCapacity(count + 1)
    var next: UInt32 = 0
    for actor in numbering.order {
      next += UInt32(rows.count(of: Int(actor)))
      starts.append(next)
    }
    self.starts = starts
    var foreignStarts: [UInt32] = []
    partners = [UInt32](large: rows.partners.count) { [starts] partners in
      foreignStarts = [UInt32](large: count) { foreignStarts in
        // What is made of an actor is written by whoever has its block.
        nonisolated(unsafe) let (partners, foreignStarts) = (partners, foreignStarts)
        workers.finishEach(of: (count + block - 1) / block) { part in
          let actors = part * block..<min(count, (part + 1) * block)
          numbering.fill(actors, of: rows, at: starts, in: partners, foreignStarts)
        }
      }
    }
    self.foreignStarts = foreignStarts
  }

  func range(of actor: Int) -> Range<Int> { Int(starts[actor])..<Int(starts[actor + 1]) }

  func own(of actor: Int) -> Range<Int> { Int(starts[actor])..<Int(foreignStarts[actor]) }

  func foreign(of actor: Int) -> Range<Int> { Int(foreignStarts[actor])..<Int(starts[actor + 1]) }
}

/// New numbers of actors, old ones, and the group of each by its old number.
private struct GroupNumbering: Sendable {
  let order: [UInt32]
  let places: [UInt32]
  let codes: [Int32]

  /// Writes the rows of some actors by their new numbers: through pointers, for threads that hold the same arrays wait
  /// for one another.
  func fill(
    _ actors: Range<Int>, of rows: CompressedRows, at starts: [UInt32],
    in partners: UnsafeMutableBufferPointer<UInt32>, _ foreignStarts: UnsafeMutableBufferPointer<UInt32>
  ) {
    rows.partners.withUnsafeBufferPointer { oldPartners in
      places.withUnsafeBufferPointer { places in
        codes.withUnsafeBufferPointer { codes in
          for actor in actors {
            let owner = Int(order[actor])
            let row = rows.range(of: owner)
            let group = codes[owner]
            // Within bounds: a row is as long here as there, and ends where the next begins.
            var own = Int(starts[actor])
            var foreign = own + row.count - 1
            for position in row {
              // Written to both ends of what is free, and one end moves: no branch, for groups come in no order.
              let partner = Int(oldPartners[position])
              partners.initializeElement(at: own, to: places[partner])
              partners.initializeElement(at: foreign, to: places[partner])
              let step = codes[partner] == group ? 1 : 0
              own += step
              foreign -= 1 - step
            }
            foreignStarts.initializeElement(at: actor, to: UInt32(truncatingIfNeeded: own))
          }
        }
      }
    }
  }
}
