internal import KnowledgeNetworks

/// Counts what one actor brokers; each worker has its own, for the marks are scratch.
///
/// Pairs of a giver and a receiver by group, less those in which both are the same actor, less those a tie closes.
/// Only the last are searched for: the actors on one side of the broker are marked, the rows of those on the other
/// side are scanned without a branch, from the side that has less to scan.
struct BrokerageKernel {
  private let ties: GroupedTies
  /// 0 not marked, 1 marked, 3 marked and of the broker's group; all 0 between brokers.
  private var marks: [UInt8]
  /// How many givers each group has; all 0 between brokers.
  private var giversByGroup: [UInt32]

  init(over ties: GroupedTies) {
    self.ties = ties
    marks = [UInt8](repeating: 0, count: ties.groups.count)
    giversByGroup = [UInt32](repeating: 0, count: Int(ties.groups.last ?? 0) + 1)
  }

  /// - Complexity: O(*s*) time, *s* being the ties of all its receivers' givers or of all its givers' receivers,
  ///   whichever are fewer.
  mutating func counts(of broker: Int) -> BrokerageCounts {
    guard !ties.givers.range(of: broker).isEmpty, !ties.receivers.range(of: broker).isEmpty else { return .zero }
    let all = adjacentPairs(around: broker)
    if scanLength(of: broker, from: ties.receivers, through: ties.givers)
      <= scanLength(of: broker, from: ties.givers, through: ties.receivers)
    {
      return all - closedPairs(around: broker, marking: ties.givers, scanningFrom: ties.receivers)
    }
    // Seen from the other side, outside knowledge that comes in is inside knowledge that goes out.
    var closed = closedPairs(around: broker, marking: ties.receivers, scanningFrom: ties.givers)
    swap(&closed.gatekeeper, &closed.representative)
    return all - closed
  }

  /// All pairs of a giver and a receiver, whether they are tied or even the same.
  private mutating func adjacentPairs(around broker: Int) -> BrokerageCounts {
    let (givers, receivers) = (ties.givers, ties.receivers)
    for position in givers.range(of: broker) {
      giversByGroup[Int(ties.groups[Int(givers.partners[position])])] += 1
    }
    var sameGroup = 0
    for position in receivers.range(of: broker) {
      sameGroup += Int(giversByGroup[Int(ties.groups[Int(receivers.partners[position])])])
    }
    for position in givers.range(of: broker) {
      giversByGroup[Int(ties.groups[Int(givers.partners[position])])] = 0
    }
    let (ownGivers, foreignGivers) = (givers.own(of: broker).count, givers.foreign(of: broker).count)
    let (ownReceivers, foreignReceivers) = (receivers.own(of: broker).count, receivers.foreign(of: broker).count)
    let itinerant = sameGroup - ownGivers * ownReceivers
    return BrokerageCounts(
      coordinator: ownGivers * ownReceivers, itinerant: itinerant, gatekeeper: foreignGivers * ownReceivers,
      representative: ownGivers * foreignReceivers, liaison: foreignGivers * foreignReceivers - itinerant)
  }

  private func scanLength(of broker: Int, from far: GroupedRows, through near: GroupedRows) -> Int {
    far.range(of: broker).reduce(0) { $0 + near.range(of: Int(far.partners[$1])).count }
  }

  /// The pairs that need no broker, for they are tied or the same actor; roles as if the near side gave.
  private mutating func closedPairs(
    around broker: Int, marking near: GroupedRows, scanningFrom far: GroupedRows
  ) -> BrokerageCounts {
    for position in near.range(of: broker) { marks[Int(near.partners[position])] = 1 }
    for position in near.own(of: broker) { marks[Int(near.partners[position])] = 3 }
    let closed = marks.withUnsafeBufferPointer { marks in
      near.partners.withUnsafeBufferPointer { partners in
        Scan(marks: marks, partners: partners).closedPairs(around: broker, in: ties.groups, near, far)
      }
    }
    for position in near.range(of: broker) { marks[Int(near.partners[position])] = 0 }
    return closed
  }
}

private struct Scan {
  let marks: UnsafeBufferPointer<UInt8>
  let partners: UnsafeBufferPointer<UInt32>

  func closedPairs(around broker: Int, in groups: [UInt32], _ near: GroupedRows, _ far: GroupedRows) -> BrokerageCounts
  {
    var closed = BrokerageCounts.zero
    for position in far.range(of: broker) {
      let partner = Int(far.partners[position])
      let same = markedCount(in: near.own(of: partner)) + Int(marks[partner] & 1)
      let other = markedCounts(in: near.foreign(of: partner))
      if groups[partner] == groups[broker] {
        closed.coordinator += same
        closed.gatekeeper += other.x
      } else {
        closed.itinerant += same
        closed.representative += other.y
        closed.liaison += other.x - other.y
      }
    }
    return closed
  }

  /// How many partners are marked, and how many of them belong to the broker's group.
  @inline(__always)
  private func markedCounts(in range: Range<Int>) -> SIMD2<Int> {
    var marked = 0
    var own = 0
    for position in range {
      let mark = marks[Int(partners[position])]
      marked &+= Int(mark & 1)
      own &+= Int(mark >> 1)
    }
    return SIMD2(marked, own)
  }

  @inline(__always)
  private func markedCount(in range: Range<Int>) -> Int {
    var marked = 0
    for position in range { marked &+= Int(marks[Int(partners[position])] & 1) }
    return marked
  }
}

extension GroupedTies {
  /// The brokerage of every actor, by the numbers they had outside.
  func brokerage(by workers: Workers) throws(BuzzlineError) -> [BrokerageCounts] {
    let found = try workers.joined(over: order.count, by: 2_048, work: "brokerage") {
      BrokerageKernel(over: self)
    } compute: { kernel, brokers in
      brokers.map { kernel.counts(of: $0) }
    }
    var counts = [BrokerageCounts](repeating: .zero, count: order.count)
    for (broker, own) in found.enumerated() { counts[Int(order[broker])] = own }
    return counts
  }
}
