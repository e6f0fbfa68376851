internal import KnowledgeNetworks

/// What the kernels keep, in bytes an actor and a tie; *n* actors, *m* ties as rows hold them.
extension MemoryNeed {
  /// Shortest paths counted from 64 actors at once.
  ///
  /// 64 bytes an actor and 8 a tie for the rows, 64 for their order, and what sums keep; a
  /// thread keeps 48 bytes for every step at which an actor is met, of which there are about five, and 350 for what is
  /// counted. Where ties have lengths, a byte a tie and direction more, and an actor and thread 70 bytes for each unit of
  /// the longest: 13 for what arrives so far ahead, the rest for the steps at which it is met; and 40 bytes a tie and
  /// thread for those that shortest paths take.
  static func paths(in network: KnowledgeNetwork, _ work: String, longest: Int = 0) -> MemoryNeed {
    MemoryNeed(
      work, in: network, (128 + sums(of: network.actorCount / BetweennessKernel.width), longest > 0 ? 10 : 8),
      aThread: (590 + 70 * longest, longest > 0 ? 40 : 0),
      instead: instead(of: longest))
  }

  /// Steps from 256 actors at once.
  ///
  /// The rows, and 130 bytes an actor and thread. Where ties have lengths, a byte a tie and
  /// direction more, and an actor and thread 70 bytes and 36 for each unit of the longest.
  static func distances(in network: KnowledgeNetwork, _ work: String, longest: Int = 0) -> MemoryNeed {
    let arriving = longest > 0 ? 70 + 36 * longest : 0
    return MemoryNeed(
      work, in: network, (64, longest > 0 ? 10 : 8), aThread: (130 + arriving, 0), instead: instead(of: longest))
  }

  /// What can be asked instead; ways with lengths are not sampled.
  private static func instead(of longest: Int) -> String { longest > 0 ? "" : "a sample (--epsilon) or " }

  /// Distances by length from eight actors at once: rows both ways, lengths one way, and what sources are ordered by; a
  /// thread keeps 80 bytes an actor.
  static func lengthDistances(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, in: network, (100, 16), aThread: (80, 0))
  }

  /// What ``PairwiseSums`` of so many batches keep, in bytes an actor: a number for each doubling.
  private static func sums(of batches: Int) -> Int { 8 * (Int.bitWidth - batches.leadingZeroBitCount) }

  /// Lengths of ways from one actor after another: rows with lengths and what sums keep; a thread keeps 60 bytes an actor,
  /// and 12 a tie for those that wait to be looked at.
  static func lengths(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(
      work, in: network, (8 + sums(of: network.actorCount / LengthKernel.block), 12), aThread: (60, 12))
  }

  /// Two searches that meet: a thread keeps 60 bytes an actor.
  static func samples(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, in: network, (8, 0), aThread: (60, 0))
  }

  /// Rows of contacts with their bonds and weights: 24 bytes an actor, 13 a tie and up to as many while they are made;
  /// a thread keeps 40 bytes an actor.
  static func contacts(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, in: network, (64, 26), aThread: (40, 0))
  }

  /// Contacts, and for each of them, up to two a tie, its weight and four numbers; a thread keeps 13 bytes an actor.
  static func holes(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, in: network, (80, 90), aThread: (13, 0))
  }

  /// What igraph holds of a network, and the list of ties it is made from: 60 bytes a tie, 100 an actor.
  static func igraph(_ network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, in: network, (100, 60))
  }

  /// A few numbers an actor.
  static func numbers(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, in: network, (40, 0))
  }

  /// Searches from all actors, by lengths where they are declared, in whole units where that can be.
  static func searches(
    in network: KnowledgeNetwork, _ work: String,
    inSteps need: (KnowledgeNetwork, String, _ longest: Int) -> MemoryNeed,
    byLength: (KnowledgeNetwork, String) -> MemoryNeed = MemoryNeed.lengths
  ) -> MemoryNeed {
    if let whole = network.wholeLengths { return need(network, work, whole.longest) }
    return network.lengths == nil ? need(network, work, 0) : byLength(network, work)
  }

  /// So many bytes for each actor and each tie as the rows hold them, once a pair and direction.
  private init(
    _ work: String, in network: KnowledgeNetwork, _ bytes: (anActor: Int, aTie: Int),
    aThread: (anActor: Int, aTie: Int) = (0, 0), instead: String = ""
  ) {
    func all(_ bytes: (anActor: Int, aTie: Int)) -> Int {
      bytes.anActor * network.actorCount + bytes.aTie * network.outgoing.partners.count
    }
    self.init(
      work, bytes: all(bytes), bytesAThread: all(aThread), advice: instead + "a part of the network, such as one wave,")
  }
}
