/// Rows, kinds and roles of actors, one after the other.
struct NetworkRows: Sendable {
  private(set) var lengths: [UInt32] = []
  var receivers: [UInt32] = []
  private(set) var kinds: [SyntheticKind] = []
  private(set) var roles: [PlantedRole] = []

  static func += (left: inout NetworkRows, right: NetworkRows) {
    left.lengths += right.lengths
    left.receivers += right.receivers
    left.kinds += right.kinds
    left.roles += right.roles
  }
}

extension NetworkRows {
  /// Those of one cluster in the order of its actors, no longer of its seats.
  ///
  /// - Parameter pipelines: The receivers of each carrier.
  init(of plan: ClusterPlan, buzz: LocalBuzz, pipelines: ArraySlice<[UInt32]>) {
    var seatOfActor = [Int](repeating: 0, count: plan.size)
    for (seat, actor) in plan.actorOfSeat.enumerated() { seatOfActor[Int(actor)] = seat }
    let (carriers, first) = (plan.roles.carrierSeats, UInt32(plan.firstActor))
    var row: [UInt32] = []
    for seat in seatOfActor {
      row.removeAll(keepingCapacity: true)
      for receiver in buzz.receivers(of: seat) { row.append(first + plan.actorOfSeat[Int(receiver)]) }
      if carriers.contains(seat) { row += pipelines[pipelines.startIndex + seat - carriers.lowerBound] }
      row.sort()
      receivers += row
      lengths.append(UInt32(row.count))
      kinds.append(plan.kinds[seat])
      roles.append(plan.roles.role(of: seat))
    }
  }
}

extension Array where Element: BinaryInteger {
  /// Where rows of these lengths begin, one after the other, and where the last ends.
  var rowStarts: [Element] {
    var starts: [Element] = [0]
    starts.reserveCapacity(count + 1)
    for length in self { starts.append(starts[starts.count - 1] + length) }
    return starts
  }

  /// The row that holds a place, if these are the starts of rows.
  func row(of place: Int) -> Int {
    var (low, high) = (0, count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(self[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }
}
