/// Ties both ways among actors that are numbered group by group, so that in every row each group is one stretch.
struct GroupedTies: Sendable {
  /// For each number here the number outside.
  let order: [UInt32]
  /// The group of each actor, ascending.
  let groups: [UInt32]
  let groupCount: Int
  let receivers: GroupedRows
  let givers: GroupedRows

  /// Numbers the actors by group, and within a group as they were.
  ///
  /// - Complexity: O(*n* + *m* + *g*) time and space.
  init(_ rows: TieRows, groups codes: [Int32], groupCount: Int) {
    var next = [Int](repeating: 0, count: groupCount + 1)
    for code in codes { next[Int(code) + 1] += 1 }
    for group in 0..<groupCount { next[group + 1] += next[group] }
    var order = [UInt32](repeating: 0, count: codes.count)
    for (actor, code) in codes.enumerated() {
      order[next[Int(code)]] = UInt32(actor)
      next[Int(code)] += 1
    }
    let groups = order.map { UInt32(codes[Int($0)]) }
    let givers = rows.mirrored(renumbering: order)
    let receivers = givers.mirrored(renumbering: Array(0..<UInt32(codes.count)))
    self.order = order
    self.groups = groups
    self.groupCount = groupCount
    self.givers = GroupedRows(givers, groups: groups)
    self.receivers = GroupedRows(receivers, groups: groups)
  }
}

/// Rows in which the partners of the owner's own group are a known stretch.
struct GroupedRows: Sendable {
  let starts: [UInt32]
  let partners: [UInt32]
  /// Where in row *i* the partners of *i*'s own group begin and end.
  private let ownStarts: [UInt32]
  private let ownEnds: [UInt32]

  init(_ rows: TieRows, groups: [UInt32]) {
    starts = rows.starts
    partners = rows.partners
    ownStarts = groups.indices.map { actor in
      let row = rows.row(of: actor)
      return UInt32(row.firstIndex { groups[Int($0)] >= groups[actor] } ?? row.endIndex)
    }
    ownEnds = groups.indices.map { actor in
      let row = rows.row(of: actor)
      return UInt32(row.firstIndex { groups[Int($0)] > groups[actor] } ?? row.endIndex)
    }
  }

  func count(of actor: Int) -> Int { Int(starts[actor + 1] - starts[actor]) }

  func ownCount(of actor: Int) -> Int { Int(ownEnds[actor] - ownStarts[actor]) }

  func range(of actor: Int) -> Range<Int> { Int(starts[actor])..<Int(starts[actor + 1]) }

  func beforeOwn(of actor: Int) -> Range<Int> { Int(starts[actor])..<Int(ownStarts[actor]) }

  func own(of actor: Int) -> Range<Int> { Int(ownStarts[actor])..<Int(ownEnds[actor]) }

  func afterOwn(of actor: Int) -> Range<Int> { Int(ownEnds[actor])..<Int(starts[actor + 1]) }
}
