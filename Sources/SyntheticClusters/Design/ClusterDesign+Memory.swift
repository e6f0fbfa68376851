internal import KnowledgeNetworks

extension ClusterDesign {
  /// What a network of this design takes: 6 bytes a tie and 16 an actor, as its rows are made.
  var memoryNeed: MemoryNeed {
    MemoryNeed("The network", bytes: 6 * tieCount + 16 * actorCount, advice: "a network of fewer ties")
  }
}
