internal import KnowledgeNetworks

/// The actors whose group is stated, their groups, and their ties among themselves.
struct GroupMembers: Sendable {
  /// Their roster positions, ascending.
  let actors: [Int]
  let codes: [Int32]
  let groupCount: Int
  let receivers: CompressedRows
  let givers: CompressedRows
  private let actorCount: Int

  init(of grouping: Grouping, in network: KnowledgeNetwork) {
    let codes = grouping.groupCodes
    actors = codes.indices.filter { codes[$0] >= 0 }
    self.codes = codes.filter { $0 >= 0 }
    groupCount = grouping.groups.count
    receivers = network.outgoing.among(actors)
    givers = network.incoming.among(actors)
    actorCount = codes.count
  }

  /// Values of the members, spread over the roster.
  func spread<Value>(_ values: [Value]) -> [Value?] {
    var spread = [Value?](repeating: nil, count: actorCount)
    for (actor, value) in zip(actors, values) { spread[actor] = value }
    return spread
  }

  /// Profiles of the members, summed over those of each group and over all, and spread over the roster.
  func table<Sum: AdditiveArithmetic & Sendable, Value: Sendable>(
    of profiles: [BrokerageProfile<Sum>], _ value: (BrokerageProfile<Sum>) -> BrokerageProfile<Value>
  ) -> BrokerageTable<Value> {
    var groups = [BrokerageProfile<Sum>](repeating: .zero, count: groupCount)
    for (code, profile) in zip(codes, profiles) { groups[Int(code)] = groups[Int(code)] + profile }
    return BrokerageTable(
      totals: value(profiles.reduce(.zero, +)), groups: groups.map(value), profiles: spread(profiles.map(value)))
  }
}

/// A way of two ties from a giver through a broker to a receiver that no tie closes.
struct OpenPath: Sendable {
  let giver: UInt32
  let broker: UInt32
  let receiver: UInt32

  /// The place of the path in a tally of ``BrokerageRole/agreementCount`` numbers a broker, by the groups of the three.
  func tallyPlace(under codes: [Int32]) -> Int {
    let (from, own, to) = (codes[Int(giver)], codes[Int(broker)], codes[Int(receiver)])
    let agreement = (from == own ? 1 : 0) | (own == to ? 2 : 0) | (from == to ? 4 : 0)
    return Int(broker) * BrokerageRole.agreementCount + agreement
  }
}

extension CompressedRows {
  /// The rows of some actors among themselves, numbered in the order they are named.
  ///
  /// - Parameter members: Ascending.
  /// - Complexity: O(*n* + *m*) time and space; neither where all are members.
  fileprivate func among(_ members: [Int]) -> CompressedRows {
    let actorCount = starts.count - 1
    guard members.count < actorCount else { return self }
    var places = [Int32](repeating: -1, count: actorCount)
    for (place, member) in members.enumerated() { places[member] = Int32(truncatingIfNeeded: place) }
    var memberStarts: [UInt32] = [0]
    memberStarts.reserveCapacity(members.count + 1)
    var memberPartners: [UInt32] = []
    memberPartners.reserveCapacity(partners.count)
    for member in members {
      for partner in self[member] where places[Int(partner)] != -1 {
        memberPartners.append(UInt32(bitPattern: places[Int(partner)]))
      }
      memberStarts.append(UInt32(memberPartners.count))
    }
    return CompressedRows(starts: memberStarts, partners: memberPartners)
  }

  /// Hands over the open paths of every giver, giver by giver.
  ///
  /// - Complexity: O(*n* + *m* + *p*) time for *p* ways of two ties, O(*n* + *m*) space.
  func forEachGiver(in work: String, _ body: ([OpenPath]) -> Void) throws(BuzzlineError) {
    var paths: [OpenPath] = []
    // The last giver, counted from 1, that needs no broker to reach this actor.
    var reachedBy = [UInt32](repeating: 0, count: starts.count - 1)
    for giver in reachedBy.indices {
      if giver & 255 == 0 { try BuzzlineError.checkCancellation(of: work) }
      paths.removeAll(keepingCapacity: true)
      let stamp = UInt32(giver) + 1
      reachedBy[giver] = stamp
      for receiver in self[giver] { reachedBy[Int(receiver)] = stamp }
      for broker in self[giver] {
        for receiver in self[Int(broker)] where reachedBy[Int(receiver)] != stamp {
          paths.append(OpenPath(giver: UInt32(giver), broker: broker, receiver: receiver))
        }
      }
      body(paths)
    }
  }
}
