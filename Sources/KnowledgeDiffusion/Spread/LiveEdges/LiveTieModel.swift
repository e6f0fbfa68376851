public import KnowledgeNetworks

/// A model whose outcome can be read off worlds in which each tie is either alive or not: who is reached is who can be
/// reached along live ties.
///
/// Kempe, Kleinberg & Tardos (2003), [doi:10.1145/956750.956769](https://doi.org/10.1145/956750.956769). In such models
/// expected reach never falls, and gains less and less, as more actors are told; and all comparisons can use the same
/// worlds.
public protocol LiveTieModel: SpreadModel where Course == LiveTieCourse {
  /// The model's live-tie form on a network, after the model's own checks.
  ///
  /// - Throws: ``BuzzlineError`` where the model does not fit the network.
  func liveTies(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTies
}

extension LiveTieModel {
  /// Goes through one world a run, a step of live ties at a time.
  public func course(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTieCourse {
    LiveTieCourse(try liveTies(on: network))
  }
}

/// Spreading along the live ties of one world a run.
///
/// Not only who is reached but when has the law of the model it stands for: Kempe, Kleinberg & Tardos prove it step by
/// step.
public struct LiveTieCourse: SpreadCourse {
  private var world: LiveWorld
  /// Who heard of it in the last step.
  private var front: [UInt32] = []
  private var knowing = 0

  init(_ ties: LiveTies) { world = LiveWorld(of: ties, seed: 0) }

  /// Shows the world of this run, in which only the seeds know.
  public mutating func begin(from seeds: [Int], chance: RunChance) {
    if chance.seed != world.seed { world = LiveWorld(of: world.ties, seed: chance.seed) }
    world.show(chance.run)
    world.stamps.begin()
    front = seeds.filter { world.stamps.visit($0) }.map { UInt32($0) }
    knowing = front.count
  }

  /// All who heard of it last tell along their live ties.
  public mutating func step() -> SpreadStep {
    var heard: [UInt32] = []
    for actor in front {
      for partner in world.receivers(of: Int(actor)) where world.stamps.visit(Int(partner)) { heard.append(partner) }
    }
    front = heard
    knowing += heard.count
    return SpreadStep(informed: heard.map { Int($0) }, knowing: knowing, isLast: heard.isEmpty)
  }
}
