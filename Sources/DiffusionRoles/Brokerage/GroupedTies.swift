internal import KnowledgeNetworks

/// Ties both ways among actors that are numbered group by group, with the partners of the owner's group first in every row.
struct GroupedTies: Sendable {
  /// For each number here the number outside.
  let order: [UInt32]
  /// The group of each actor, ascending.
  let groups: [UInt32]
  let groupCount: Int
  let receivers: GroupedRows
  let givers: GroupedRows

  /// Numbers the actors by group, and within a group as they were, for then those who share many partners stand together.
  ///
  /// - Complexity: O(*n* + *m* + *g*) time and space.
  init(_ ties: MemberTies, groups codes: [Int32], groupCount: Int, workers: Workers) {
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
    self.groupCount = groupCount
    groups = order.map { UInt32(codes[Int($0)]) }
    givers = GroupedRows(ties.givers, numbering, workers: workers)
    receivers = GroupedRows(ties.receivers, numbering, workers: workers)
  }
}

/// The ties among some of the actors, seen from both sides.
struct MemberTies: Sendable {
  let receivers: TieRows
  let givers: TieRows

  init(in network: KnowledgeNetwork, among members: [Int]) {
    receivers = TieRows(receiversIn: network, among: members)
    givers = TieRows(giversIn: network, among: members)
  }
}

/// New numbers of actors, old ones, and the group of each by its old number.
struct GroupNumbering: Sendable {
  let order: [UInt32]
  let places: [UInt32]
  let codes: [Int32]
}

/// Rows in which the partners of the owner's own group stand first.
struct GroupedRows: Sendable {
  let partners: [UInt32]
  private let starts: [UInt32]
  /// Where in row *i* the partners of other groups begin.
  private let foreignStarts: [UInt32]

  init(_ rows: TieRows, _ numbering: GroupNumbering, workers: Workers) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(rows.count + 1)
    var next: UInt32 = 0
    for actor in numbering.order {
      next += UInt32(rows.count(of: Int(actor)))
      starts.append(next)
    }
    var foreignStarts: [UInt32] = []
    partners = [UInt32](large: rows.tieCount) { partners in
      foreignStarts = [UInt32](large: rows.count) { foreignStarts in
        RowFilling.run(rows, numbering, starts, partners: partners, foreignStarts: foreignStarts, workers: workers)
      }
    }
    self.starts = starts
    self.foreignStarts = foreignStarts
  }

  func count(of actor: Int) -> Int { Int(starts[actor + 1] - starts[actor]) }

  func ownCount(of actor: Int) -> Int { Int(foreignStarts[actor] - starts[actor]) }

  func range(of actor: Int) -> Range<Int> { Int(starts[actor])..<Int(starts[actor + 1]) }

  func own(of actor: Int) -> Range<Int> { Int(starts[actor])..<Int(foreignStarts[actor]) }

  func foreign(of actor: Int) -> Range<Int> { Int(foreignStarts[actor])..<Int(starts[actor + 1]) }
}

/// Fills the rows of a stretch of actors: through pointers, for threads that hold the same arrays wait for one another.
///
/// Sendable, since what it reads nobody writes, what it writes is apart for every actor, and ``run`` keeps all of it alive
/// until the last thread has left.
private struct RowFilling: @unchecked Sendable {
  /// The rows and numbers there are; only read, and alive until all have left.
  let rows: (starts: UnsafeBufferPointer<UInt32>, partners: UnsafeBufferPointer<UInt32>)
  let order: UnsafeBufferPointer<UInt32>
  let places: UnsafeBufferPointer<UInt32>
  let codes: UnsafeBufferPointer<Int32>
  let starts: UnsafeBufferPointer<UInt32>
  /// What is made; each row is written by whoever has its block.
  let partners: UnsafeMutableBufferPointer<UInt32>
  let foreignStarts: UnsafeMutableBufferPointer<UInt32>
  private static let block = 4_096

  static func run(
    _ rows: TieRows, _ numbering: GroupNumbering, _ starts: [UInt32], partners: UnsafeMutableBufferPointer<UInt32>,
    foreignStarts: UnsafeMutableBufferPointer<UInt32>, workers: Workers
  ) {
    rows.withPointers { rows in
      numbering.order.withUnsafeBufferPointer { order in
        numbering.places.withUnsafeBufferPointer { places in
          numbering.codes.withUnsafeBufferPointer { codes in
            starts.withUnsafeBufferPointer { starts in
              let filling = RowFilling(
                rows: rows, order: order, places: places, codes: codes, starts: starts, partners: partners,
                foreignStarts: foreignStarts)
              workers.finishEach(
                of: (order.count + block - 1) / block,
                compute: { part in
                  for actor in part * block..<min(filling.order.count, (part + 1) * block) { filling.fill(actor) }
                })
            }
          }
        }
      }
    }
  }

  private func fill(_ actor: Int) {
    let owner = Int(order[actor])
    let row = Int(rows.starts[owner])..<Int(rows.starts[owner + 1])
    let group = codes[owner]
    var own = Int(starts[actor])
    var foreign = own + row.count - 1
    for position in row {
      // Written to both ends of what is free, and one end moves: no branch, for groups come in no order.
      let partner = Int(rows.partners[position])
      partners.initializeElement(at: own, to: places[partner])
      partners.initializeElement(at: foreign, to: places[partner])
      let step = codes[partner] == group ? 1 : 0
      own += step
      foreign -= 1 - step
    }
    foreignStarts.initializeElement(at: actor, to: UInt32(truncatingIfNeeded: own))
  }
}
