internal import KnowledgeNetworks

/// The ties inside one cluster while they are being made, in seats.
///
/// Every actor has a number of receivers to find, drawn by kind and role. Round by round each finds one, among the
/// receivers of its receivers or anywhere, and may be tied back at once. So the number of ties is met exactly.
struct LocalBuzz {
  private let design: ClusterDesign
  private let roles: RoleCounts
  private var generator: SeededGenerator
  /// The receivers of a seat are the first `filled` entries from `starts` on.
  private var starts: [Int]
  private var filled: [Int]
  private var receivers: [UInt32]
  /// Each seat as often as it has receivers to find: who gives much is given much.
  private var tickets: [UInt32]
  private var made = 0
  private var mutual = 0

  init(cluster: Int, plan: ClusterPlan, ties: Int, design: ClusterDesign) {
    self.design = design
    roles = plan.roles
    generator = SeededGenerator(seed: design.seed, stream: Purpose.buzz.stream(cluster))
    let rows = Self.rows(of: plan, ties: ties, design: design, &generator)
    starts = rows.rowStarts
    filled = [Int](repeating: 0, count: rows.count)
    receivers = [UInt32](repeating: 0, count: ties)
    tickets = []
    tickets.reserveCapacity(ties)
    for seat in rows.indices.dropFirst(roles.managements) {
      for _ in 0..<rows[seat] { tickets.append(UInt32(seat)) }
    }
    fillBroadRows()
    returnToManagement()
    fillOtherRows()
  }

  func receivers(of seat: Int) -> ArraySlice<UInt32> {
    seat < filled.count ? receivers[starts[seat]..<starts[seat + 1]] : []
  }

  /// How many receivers each seat has to find.
  private static func rows(
    of plan: ClusterPlan, ties: Int, design: ClusterDesign, _ generator: inout SeededGenerator
  ) -> [Int] {
    let roles = plan.roles
    let most = roles.localActors - 1
    // An office takes no more than a quarter of all ties, unless the others have no room.
    let reach = min(Int((design.managementReach * Double(most)).rounded()), ties / 4)
    let office = roles.managements == 0 ? 0 : max(reach, ties - (roles.localActors - 1) * most)
    let weights = (roles.managements..<roles.localActors).map { seat in
      // A skewed spread: most are quiet, some give four times as much.
      plan.kinds[seat].activity * roles.role(of: seat).activity / (0.25 + generator.unit())
    }
    let others = apportioned(
      ties - office, by: weights, upTo: [Int](repeating: most, count: weights.count), offset: generator.unit())
    return (roles.managements > 0 ? [office] : []) + others
  }

  private func room(of seat: Int) -> Int { starts[seat + 1] - starts[seat] - filled[seat] }

  /// Whether a row is drawn in one go and stands in ascending order.
  ///
  /// That of an office is, as are those that reach half the cluster or are so long that looking through costs too much.
  private func isBroad(_ seat: Int) -> Bool {
    let row = starts[seat + 1] - starts[seat]
    return row > 0 && (seat < roles.managements || 2 * row >= filled.count - 1 || row > 1_024)
  }

  private func gives(_ giver: Int, to receiver: Int) -> Bool {
    let wanted = UInt32(receiver)
    var low = starts[giver]
    var high = low + filled[giver]
    guard isBroad(giver) else {
      for entry in low..<high where receivers[entry] == wanted { return true }
      return false
    }
    while low < high {
      let middle = (low + high) / 2
      if receivers[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < starts[giver + 1] && receivers[low] == wanted
  }

  private mutating func tie(_ giver: Int, to receiver: Int) {
    receivers[starts[giver] + filled[giver]] = UInt32(receiver)
    filled[giver] += 1
  }

  private mutating func fillBroadRows() {
    let count = filled.count
    for seat in 0..<count where isBroad(seat) {
      // Selection sampling: each candidate is taken with the chance of still wanted over still to come.
      var candidates = count - 1
      for receiver in 0..<count where receiver != seat {
        if generator.below(candidates) < room(of: seat) { tie(seat, to: receiver) }
        candidates -= 1
      }
    }
  }

  /// Lets a part of those an office reaches tie back.
  private mutating func returnToManagement() {
    for office in 0..<min(roles.managements, filled.count) {
      for entry in starts[office]..<starts[office] + filled[office] {
        let member = Int(receivers[entry])
        guard room(of: member) > 0, generator.unit() < design.reciprocity else { continue }
        tie(member, to: office)
      }
    }
  }

  private mutating func fillOtherRows() {
    var open = filled.indices.filter { room(of: $0) > 0 }
    while !open.isEmpty {
      for seat in open where room(of: seat) > 0 {
        let receiver = nextReceiver(of: seat)
        tie(seat, to: receiver)
        made += 1
        if gives(receiver, to: seat) {
          mutual += 2
        } else if Double(mutual) < design.reciprocity * Double(made), room(of: receiver) > 0 {
          tie(receiver, to: seat)
          made += 1
          mutual += 2
        }
      }
      open.removeAll { room(of: $0) == 0 }
    }
  }

  private mutating func nextReceiver(of seat: Int) -> Int {
    if filled[seat] > 0, generator.unit() < design.closure, let receiver = receiverOfReceiver(of: seat) {
      return receiver
    }
    for _ in 0..<8 {
      let receiver = Int(tickets[generator.below(tickets.count)])
      // Gatekeepers pass on more than they take inside.
      if roles.role(of: receiver) == .gatekeeper && generator.unit() < 0.4 { continue }
      if receiver != seat && !gives(seat, to: receiver) { return receiver }
    }
    var receiver = generator.below(filled.count)
    while receiver == seat || gives(seat, to: receiver) { receiver = receiver + 1 == filled.count ? 0 : receiver + 1 }
    return receiver
  }

  /// Somebody two steps away, `nil` if none was found at the first try.
  private mutating func receiverOfReceiver(of seat: Int) -> Int? {
    let between = Int(receivers[starts[seat] + generator.below(filled[seat])])
    guard filled[between] > 0 else { return nil }
    let receiver = Int(receivers[starts[between] + generator.below(filled[between])])
    return receiver == seat || gives(seat, to: receiver) ? nil : receiver
  }
}
