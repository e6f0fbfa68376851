internal import KnowledgeNetworks

/// What counting roles keeps, in bytes; *n* actors, *m* ties as rows hold them.
extension MemoryNeed {
  /// Rows both ways sorted by group: 40 bytes an actor and 16 a tie; a thread keeps 5 bytes an actor.
  static func brokerage(in network: KnowledgeNetwork) -> MemoryNeed {
    MemoryNeed(
      "Brokerage", bytes: 40 * network.actorCount + 16 * network.outgoing.partners.count,
      bytesAThread: 5 * network.actorCount)
  }

  /// Five roles of every actor, each with the sums of its test: 300 bytes an actor, and 12 for each listed path.
  ///
  /// A draw holds its labels, its counts and the statistics made of them, 160 bytes an actor, and four draws a thread
  /// may wait for those before them; without a list each sorts the ties anew.
  static func brokerageTest(in network: KnowledgeNetwork, listing paths: Int?) -> MemoryNeed {
    let sorting = paths == nil ? 40 * network.actorCount + 16 * network.outgoing.partners.count : 0
    return MemoryNeed(
      "The permutation test of brokerage",
      bytes: 300 * network.actorCount + 12 * (paths ?? 0) + 4 * network.outgoing.partners.count,
      bytesAThread: 320 * network.actorCount + sorting, advice: "a grouping that leaves actors out")
  }

  /// Components and what they lead to: 90 bytes an actor and 4 a tie; a thread keeps 8 bytes an actor and a pair of groups.
  static func losses(in network: KnowledgeNetwork, groups: Int) -> MemoryNeed {
    MemoryNeed(
      "What is lost without a group",
      bytes: 90 * network.actorCount + 4 * network.outgoing.partners.count + 8 * (groups + 1) * (groups + 1),
      bytesAThread: 8 * network.actorCount + 8 * (groups + 1) * (groups + 1), advice: "a grouping of fewer groups")
  }
}
