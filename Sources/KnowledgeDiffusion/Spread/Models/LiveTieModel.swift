public import KnowledgeNetworks

/// A model whose outcome can be read off graphs in which each tie is either alive or not: who is reached is who can be
/// reached along live ties.
///
/// Kempe, Kleinberg & Tardos (2003), [doi:10.1145/956750.956769](https://doi.org/10.1145/956750.956769). In such models
/// expected reach never falls, and gains less and less, as more actors are told; and all comparisons can use the same
/// graphs.
public protocol LiveTieModel: SpreadModel where Process == LiveTieProcess {
  /// The model's live-tie form on a network, after the model's own checks.
  ///
  /// - Throws: ``BuzzlineError`` where the model does not fit the network.
  func liveTies(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTies
}

extension LiveTieModel {
  /// Goes through one graph a run, a step of live ties at a time.
  public func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTieProcess {
    LiveTieProcess(try liveTies(on: network))
  }
}

/// Spreading along the live ties of one graph a run.
///
/// Not only who is reached but when has the law of the model it stands for: Kempe, Kleinberg & Tardos prove it step by
/// step.
public struct LiveTieProcess: SpreadProcess {
  private var graph: LiveEdgeGraph
  private var front: [UInt32] = []
  private var knowing = 0

  init(_ ties: LiveTies) { graph = LiveEdgeGraph(of: ties, seed: 0) }

  /// Shows the graph of this run, in which only the seeds know.
  public mutating func begin(from seeds: [Int], chance: RunChance) {
    if chance.seed != graph.seed { graph = LiveEdgeGraph(of: graph.ties, seed: chance.seed) }
    graph.show(chance.run)
    graph.stamps.begin()
    front = seeds.filter { graph.stamps.visit($0) }.map { UInt32($0) }
    knowing = front.count
  }

  /// All who heard of it last tell along their live ties.
  public mutating func step() -> SpreadStep {
    var heard: [UInt32] = []
    for actor in front {
      for partner in graph.receivers(of: Int(actor)) where graph.stamps.visit(Int(partner)) { heard.append(partner) }
    }
    front = heard
    knowing += heard.count
    return SpreadStep(informed: heard.map { Int($0) }, knowing: knowing, isLast: heard.isEmpty)
  }
}
