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

/// Who newly knows something tells each receiver once, and it comes through with the chance of the tie.
///
/// Kempe, Kleinberg & Tardos (2003), [doi:10.1145/956750.956769](https://doi.org/10.1145/956750.956769). Steps are
/// synchronous: all who heard of it in one step tell in the next, each on its own, and then tell no more. Knowledge is
/// never forgotten. An isolate that starts reaches itself alone.
public struct IndependentCascade: LiveTieModel, Hashable, Sendable {
  /// How likely a tie is to carry knowledge.
  public let rule: ChanceRule

  /// A cascade with chances by a rule.
  public init(_ rule: ChanceRule) { self.rule = rule }

  /// A cascade with one chance for all ties.
  ///
  /// - Throws: ``BuzzlineError`` if the chance is not between 0 and 1.
  public init(probability: Double) throws(BuzzlineError) {
    try TieChances.check(probability, of: "a tie")
    rule = .constant(probability)
  }

  /// The word files and commands use.
  public var name: String { "cascade" }

  /// Each tie is alive with its chance, independently of all others.
  public func liveTies(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTies {
    LiveTies(on: network, chances: try rule.chances(on: network))
  }
}

/// An actor takes knowledge up once the givers who have it weigh at least its threshold, which nobody knows beforehand.
///
/// Kempe, Kleinberg & Tardos (2003), [doi:10.1145/956750.956769](https://doi.org/10.1145/956750.956769): the weights of an
/// actor's givers add up to at most 1, its threshold is drawn from 0…1, each number equally likely. Steps are
/// synchronous; knowledge is never forgotten. An actor without givers hears of nothing.
public struct LinearThreshold: LiveTieModel, Hashable, Sendable {
  /// What a giver weighs.
  public enum Weights: Hashable, Sendable {
    /// All givers of an actor weigh the same, together 1.
    case equal
    /// Givers weigh by the strength of their ties, together 1; needs weights declared as strength.
    case strengthShares
    /// Givers weigh what their ties weigh, together at most 1; needs weights declared as strength.
    case asGiven
  }

  /// What a giver weighs.
  public let weights: Weights

  /// A model; givers weigh the same unless said otherwise.
  public init(_ weights: Weights = .equal) { self.weights = weights }

  /// The word files and commands use.
  public var name: String { "linear-threshold" }

  /// Each actor listens to at most one giver, to each with the chance of its weight.
  ///
  /// - Throws: ``BuzzlineError`` if weights are needed that are not declared as strength, or an actor's exceed 1.
  public func liveTies(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTies {
    LiveTies(on: network, shares: try shares(on: network))
  }

  /// What each giver weighs, in the order of the rows of givers.
  private func shares(on network: KnowledgeNetwork) throws(BuzzlineError) -> [Double] {
    if weights != .equal { try network.requireStrengths(as: "what givers weigh") }
    var shares: [Double] = []
    shares.reserveCapacity(network.incoming.partners.count)
    for actor in network.actors.indices {
      let given = network.weightedGivers(to: actor).map { weights == .equal ? 1 : $0.weight }
      let total = given.reduce(0, +)
      let id = network.actors[actor].id
      // Sums of tenths overshoot 1 by a rounding.
      try require(
        weights != .asGiven || total <= 1 + 1e-9,
        "The givers of '\(id)' weigh \(total) together; linear thresholds need at most 1.", .weightsTooLarge,
        at: Place(actor: id))
      shares += weights == .asGiven ? given : given.map { $0 / total }
    }
    return shares
  }
}
