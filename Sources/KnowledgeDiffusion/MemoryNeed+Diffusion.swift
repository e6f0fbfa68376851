internal import KnowledgeNetworks

extension MemoryNeed {
  private static let advice = "a smaller number of runs, or a part of the network such as one wave,"

  /// Choosing on common live-edge graphs: every tie's word a block of 64 graphs, the words of who is reached, and what
  /// each thread searches with.
  static func commonGraphs(_ count: Int, in network: KnowledgeNetwork, for work: String) -> MemoryNeed {
    let (actors, pairs) = (network.actorCount, network.outgoing.partners.count)
    return MemoryNeed(
      work, bytes: LiveEdgeBlock.blocks(of: count).count * 8 * (pairs + actors), bytesAThread: 40 * actors + 8 * pairs,
      advice: advice)
  }

  /// Choosing by reverse samples: each member is kept and stands in an index; each sample ends somewhere and is covered
  /// or not.
  ///
  /// - Parameter members: How many members a sample has on average.
  static func reverseSamples(_ count: Int, members: Double, in network: KnowledgeNetwork) -> MemoryNeed {
    // Beyond 10¹⁸ bytes it only has to be seen to be too much; a whole number ends soon after.
    let bytes = min(1e18, (Double(count) * (8 * members + 5)).rounded(.up))
    return MemoryNeed(
      "Choosing by reverse samples", bytes: Int(bytes) + 32 * network.actorCount, bytesAThread: 40 * network.actorCount,
      advice: "a larger ε")
  }

  /// What new ties add for everybody: counts of every actor in every graph, what ties to receivers add, and on each thread
  /// sums for those looked at together and which component reaches which.
  static func newTies(_ graphs: Int, in network: KnowledgeNetwork, receivers: Int) -> MemoryNeed {
    let (actors, pairs) = (network.actorCount, network.outgoing.partners.count)
    return MemoryNeed(
      "The search for new ties",
      bytes: LiveEdgeBlock.blocks(of: graphs).count * 8 * pairs + 8 * actors * graphs + 8 * actors * receivers,
      bytesAThread: 6 * actors * actors + 8 * actors * receivers + 128 * actors + 8 * pairs, advice: advice)
  }

  /// What many runs take: counts of every actor a thread.
  static func runs(in network: KnowledgeNetwork, for work: String) -> MemoryNeed {
    let (actors, pairs) = (network.actorCount, network.outgoing.partners.count)
    return MemoryNeed(work, bytes: 32 * actors, bytesAThread: 64 * actors + 12 * pairs, advice: advice)
  }

  /// What losses take: one count a graph for every group; for everyone also which component reaches which, on each thread.
  static func losses(_ graphs: Int, groups: Int, ofEveryone: Bool, in network: KnowledgeNetwork) -> MemoryNeed {
    let (actors, pairs) = (network.actorCount, network.outgoing.partners.count)
    let condensed = ofEveryone ? 6 * actors * actors + 100 * actors : 0
    return MemoryNeed(
      "The comparison", bytes: 16 * graphs * (groups + 1),
      bytesAThread: 40 * actors + 16 * pairs + condensed, advice: advice)
  }
}
