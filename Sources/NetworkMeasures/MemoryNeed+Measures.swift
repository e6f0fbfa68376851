internal import KnowledgeNetworks

/// What the kernels keep, in bytes an actor and a tie; *n* actors, *m* ties as rows hold them.
extension MemoryNeed {
  /// Shortest paths counted from 64 actors at once: 64 bytes an actor and 8 a tie for the rows, 64 for their order; a
  /// thread keeps 48 bytes for every step at which an actor is met, of which there are about five, and 350 for what is
  /// counted.
  static func paths(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(
      work, bytes: network.bytes(anActor: 128, aTie: 8), bytesAThread: network.bytes(anActor: 590, aTie: 0),
      advice: "a sample (--epsilon) or a part of the network, such as one wave,")
  }

  /// Steps from 256 actors at once: the rows, and 130 bytes an actor and thread.
  static func distances(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(
      work, bytes: network.bytes(anActor: 64, aTie: 8), bytesAThread: network.bytes(anActor: 130, aTie: 0),
      advice: "a sample (--epsilon) or a part of the network, such as one wave,")
  }

  /// Lengths of ways from one actor after another: rows with lengths; a thread keeps 60 bytes an actor, and 12 a tie for
  /// those that wait to be looked at.
  static func lengths(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(
      work, bytes: network.bytes(anActor: 8, aTie: 12), bytesAThread: network.bytes(anActor: 60, aTie: 12))
  }

  /// Two searches that meet: a thread keeps 60 bytes an actor.
  static func samples(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, bytes: network.bytes(anActor: 8, aTie: 0), bytesAThread: network.bytes(anActor: 60, aTie: 0))
  }

  /// Rows of contacts with their bonds and weights: 24 bytes an actor, 13 a tie and up to as many while they are made;
  /// a thread keeps 40 bytes an actor.
  static func contacts(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, bytes: network.bytes(anActor: 64, aTie: 26), bytesAThread: network.bytes(anActor: 40, aTie: 0))
  }

  /// Contacts, and for each of them, up to two a tie, its weight and four numbers; a thread keeps 13 bytes an actor.
  static func holes(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, bytes: network.bytes(anActor: 80, aTie: 90), bytesAThread: network.bytes(anActor: 13, aTie: 0))
  }

  /// What igraph holds of a network, and the list of ties it is made from: 60 bytes a tie, 100 an actor.
  static func igraph(_ network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, bytes: network.bytes(anActor: 100, aTie: 60))
  }

  /// Searches from all actors, by lengths where they are declared.
  static func searches(
    in network: KnowledgeNetwork, _ work: String, inSteps need: (KnowledgeNetwork, String) -> MemoryNeed
  ) -> MemoryNeed {
    network.isWeighted && network.weightMeaning == .distance ? .lengths(in: network, work) : need(network, work)
  }

  /// A few numbers an actor.
  static func numbers(in network: KnowledgeNetwork, _ work: String) -> MemoryNeed {
    MemoryNeed(work, bytes: network.bytes(anActor: 40, aTie: 0))
  }
}

extension KnowledgeNetwork {
  /// So many bytes for each actor and each tie as the rows hold them, once a pair and direction.
  fileprivate func bytes(anActor: Int, aTie: Int) -> Int { anActor * actorCount + aTie * outgoing.partners.count }
}
