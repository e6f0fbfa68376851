public import KnowledgeNetworks

/// Two actors that a broker stands between: knowledge can go from the one through the broker to the other, but does not
/// go directly.
public struct OpenPair: Hashable, Codable, Sendable {
  /// The roster position of the actor that gives to the broker.
  public let giver: Int
  /// The roster position of the actor that receives from it.
  public let receiver: Int

  /// Makes a pair.
  public init(giver: Int, receiver: Int) { (self.giver, self.receiver) = (giver, receiver) }
}

extension Brokerage {
  /// The pairs that an actor brokers in a role: those that its count counts, no more and no less.
  ///
  /// Definition and conventions are those of
  /// ``KnowledgeNetworks/KnowledgeNetwork/brokerage(by:workers:)-(Grouping,_)``: without direction a pair is listed in
  /// both orders, and actors whose group is not stated take no part.
  ///
  /// Properties: `openPairsAreThoseCounted`, `openPairsAreOpen`.
  ///
  /// - Returns: The pairs, ascending by giver and receiver; none for an actor whose group is not stated.
  /// - Complexity: O(*g* *r* log *d*) time for *g* givers and *r* receivers of the actor and *d* receivers of a giver;
  ///   space as many pairs as are found.
  public func openPairs(of actor: Int, as role: BrokerageRole) -> [OpenPair] {
    guard let own = grouping[actor] else { return [] }
    return network.givers(to: actor).flatMap { giver -> [OpenPair] in
      guard let from = grouping[giver] else { return [] }
      return network.receivers(of: actor).compactMap { receiver in
        guard let to = grouping[receiver], receiver != giver, role.agrees(giver: from, broker: own, receiver: to),
          !network.hasTie(from: giver, to: receiver)
        else { return nil }
        return OpenPair(giver: giver, receiver: receiver)
      }
    }
  }

  /// How many pairs each actor alone brokers: no other actor stands between the two.
  ///
  /// These pairs lose their last way of two ties if the actor leaves. Conventions are those of ``Brokerage``; the number
  /// is at most the actor's total.
  ///
  /// Properties: `soleBrokersAreCountedByHand`.
  ///
  /// - Returns: A number an actor, `nil` where its group is not stated.
  /// - Throws: ``BuzzlineError`` if the task is cancelled.
  /// - Complexity: O(*n* + *m* + *p*) time for *p* ways of two ties, O(*n* + *m*) space.
  public func solePairs() throws(BuzzlineError) -> [Int?] {
    var alone = [Int](repeating: 0, count: members.codes.count)
    var brokerCounts = [UInt32](repeating: 0, count: members.codes.count)
    try members.receivers.forEachGiver(in: "count of sole brokers") { paths in
      for path in paths { brokerCounts[Int(path.receiver)] += 1 }
      for path in paths where brokerCounts[Int(path.receiver)] == 1 { alone[Int(path.broker)] += 1 }
      for path in paths { brokerCounts[Int(path.receiver)] = 0 }
    }
    return members.spread(alone)
  }
}

extension BrokerageRole {
  /// Whether the groups of the three make it this role.
  fileprivate func agrees(giver: Int, broker: Int, receiver: Int) -> Bool {
    agreement == (giver == broker ? 1 : 0) | (broker == receiver ? 2 : 0) | (giver == receiver ? 4 : 0)
  }
}
