internal import KnowledgeNetworks

/// Reachable pairs counted by the groups of giver and receiver; the last row and column hold actors without a group.
struct ReachTable: Sendable {
  private let side: Int
  private var counts: [Int]

  init(groups: Int) {
    side = groups + 1
    counts = [Int](repeating: 0, count: side * side)
  }

  mutating func add(_ pairs: Int, from source: Int, to target: Int) { counts[source * side + target] += pairs }

  static func += (left: inout ReachTable, right: ReachTable) {
    for place in left.counts.indices { left.counts[place] += right.counts[place] }
  }

  /// The pairs with neither end in the group.
  func total(without group: Int?) -> Int {
    let all = counts.reduce(0, +)
    guard let group else { return all }
    let others = (0..<side).filter { $0 != group }
    return others.reduce(all - counts[group * side + group]) { rest, other in
      rest - counts[group * side + other] - counts[other * side + group]
    }
  }
}

extension Condensation {
  private static let width = 64

  /// The ordered pairs of different actors of which the second can be reached.
  ///
  /// - Complexity: O(*c* (*c* + *d*) / 64) time for *c* components and *d* ties between them; a thread keeps 8 bytes a
  ///   component and 8 a pair of groups.
  func reachablePairs(by workers: Workers) throws(BuzzlineError) -> ReachTable {
    let batches = (sources.count + Self.width - 1) / Self.width
    let parts = try workers.gather(batches, work: "reach without groups") {
      ReachCount(over: self)
    } compute: { count, batch in
      count.add(from: sources[batch * Self.width..<min(sources.count, (batch + 1) * Self.width)])
    }
    var table = ReachTable(groups: groups)
    for part in parts { table += part.table }
    // Everybody was counted as reaching itself.
    for place in memberCounts.indices {
      let group = Int(members.partners[place])
      table.add(-Int(memberCounts[place]), from: group, to: group)
    }
    return table
  }
}

/// What a worker keeps while it counts who is reached, from 64 components at a time, one bit each.
private struct ReachCount: Sendable {
  private let network: Condensation
  private(set) var table: ReachTable
  /// The beginnings that lead to each component; all 0 between batches.
  private var lanes: [UInt64]
  /// For each group at the beginnings, in the digits of how many actors it has there, which beginnings have a 1.
  private var digits: [(group: Int, planes: [UInt64])] = []

  init(over network: Condensation) {
    self.network = network
    table = ReachTable(groups: network.groups)
    lanes = Array(repeating: 0, count: network.count)
  }

  mutating func add(from sources: ArraySlice<UInt32>) {
    digits.removeAll(keepingCapacity: true)
    var last = -1
    for (lane, source) in sources.enumerated() {
      lanes[Int(source)] = 1 << UInt64(lane)
      last = max(last, Int(source))
      for place in network.members.range(of: Int(source)) {
        note(network.memberCounts[place], of: Int(network.members.partners[place]), in: lane)
      }
    }
    for component in stride(from: last, through: 0, by: -1) where lanes[component] != 0 {
      let own = lanes[component]
      lanes[component] = 0
      for place in network.successors.range(of: component) {
        lanes[Int(network.successors.partners[place])] |= own
      }
      count(own, reaching: component)
    }
  }

  private mutating func note(_ count: UInt32, of group: Int, in lane: Int) {
    let known = digits.lastIndex { $0.group == group }
    if known == nil { digits.append((group, [])) }
    let place = known ?? digits.count - 1
    for digit in 0..<(UInt32.bitWidth - count.leadingZeroBitCount) {
      if digits[place].planes.count == digit { digits[place].planes.append(0) }
      digits[place].planes[digit] |= UInt64(count >> UInt32(digit) & 1) << UInt64(lane)
    }
  }

  private mutating func count(_ own: UInt64, reaching component: Int) {
    for (group, planes) in digits {
      var givers = 0
      for (digit, plane) in planes.enumerated() { givers += (own & plane).nonzeroBitCount << digit }
      guard givers > 0 else { continue }
      for place in network.members.range(of: component) {
        table.add(givers * Int(network.memberCounts[place]), from: group, to: Int(network.members.partners[place]))
      }
    }
  }
}
