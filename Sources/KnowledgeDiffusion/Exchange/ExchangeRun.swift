internal import KnowledgeNetworks

/// What one run of an exchange brought.
public struct ExchangeRun: Hashable, Sendable {
  /// What actors know on average at the start and at the end.
  public let levels: LevelChange
  /// The variance over actors of what they know at the end.
  public let variance: Double
  /// What the actors of each cluster know on average, in the order of the clusters' names.
  public let clusters: [LevelChange]
  /// What became of the experts; `nil` where there are none.
  public let experts: ExpertOutcome?
  /// What those who are no experts know on average; `nil` where all are.
  public let others: LevelChange?
  /// How many times two partners met.
  public let meetings: Int
  /// How many of the meetings were exchanges.
  public let exchanges: Int
  /// Whether nothing was left to exchange.
  public let isOver: Bool
}

/// What some actors know on average, over all categories, at the start and at the end of a run.
public struct LevelChange: Hashable, Sendable {
  /// At the start.
  public let start: Double
  /// At the end.
  public let end: Double
}

extension LevelChange {
  init?(of actors: some Collection<Int>, from before: KnowledgeLevels, to after: KnowledgeLevels) {
    guard let start = before.mean(of: actors), let end = after.mean(of: actors) else { return nil }
    self.init(start: start, end: end)
  }
}

/// What became of the experts in one run, and how much of what they gave stayed in their clusters.
///
/// One category given once is one transfer. An expert that gave nothing is neither gatekeeper nor external star.
public struct ExpertOutcome: Hashable, Sendable {
  /// What they know on average.
  public let levels: LevelChange
  /// How many transfers went to others of their clusters.
  public let localTransfers: Int
  /// How many went to actors of other clusters.
  public let globalTransfers: Int
  /// How many experts gave at least half of it in their cluster.
  public let gatekeepers: Int
  /// How many gave less.
  public let externalStars: Int

  /// The share of all transfers by experts that stayed in their clusters, from 0 to 1; `nil` where there were none.
  public var localShare: Double? {
    let sum = localTransfers + globalTransfers
    return sum == 0 ? nil : Double(localTransfers) / Double(sum)
  }

  init(of experts: [Int], levels: LevelChange, _ transfers: TransferCounts) {
    self.levels = levels
    localTransfers = experts.reduce(0) { $0 + transfers.local[$1] }
    globalTransfers = experts.reduce(0) { $0 + transfers.global[$1] }
    let shares = experts.compactMap(transfers.localShare(of:))
    gatekeepers = shares.count { $0 >= 0.5 }
    externalStars = shares.count - gatekeepers
  }
}

/// How often each actor gave knowledge of one category to another, inside its cluster and out of it.
///
/// What goes to or from an actor whose cluster nobody stated is neither.
public struct TransferCounts: Hashable, Sendable {
  /// By actor, to others of its cluster.
  public private(set) var local: [Int]
  /// By actor, to actors of other clusters.
  public private(set) var global: [Int]

  init(actors: Int) {
    local = [Int](repeating: 0, count: actors)
    global = local
  }

  /// The share of what an actor gave that stayed in its cluster, from 0 to 1; `nil` where it gave nothing.
  public func localShare(of actor: Int) -> Double? {
    let sum = local[actor] + global[actor]
    return sum == 0 ? nil : Double(local[actor]) / Double(sum)
  }

  mutating func add(_ categories: Int, from giver: Int, isLocal: Bool?) {
    guard let isLocal else { return }
    if isLocal { local[giver] += categories } else { global[giver] += categories }
  }
}

extension ExchangeProcess {
  /// Goes through one run; `nil` if it was given up.
  mutating func run(
    _ chance: RunChance, limit: Int, clusters: [[Int]], _ cancellation: Cancellation
  ) -> (run: ExchangeRun, levels: KnowledgeLevels)? {
    begin(chance: chance)
    let start = levels
    var (meetings, exchanges, isOver) = (0, 0, false)
    while meetings < limit, !isOver {
      if meetings % 1_024 == 0, cancellation.isCancelled { return nil }
      switch meet() {
      case .exchange: (meetings, exchanges) = (meetings + 1, exchanges + 1)
      case .nothing: meetings += 1
      case .over: isOver = true
      }
    }
    let (before, after) = (start.spread, levels.spread)
    let isExpert = Set(experts)
    let run = ExchangeRun(
      levels: LevelChange(start: before.mean, end: after.mean), variance: after.variance,
      clusters: clusters.compactMap { LevelChange(of: $0, from: start, to: levels) },
      experts: LevelChange(of: experts, from: start, to: levels)
        .map { ExpertOutcome(of: experts, levels: $0, transfers) },
      others: LevelChange(of: (0..<levels.actorCount).filter { !isExpert.contains($0) }, from: start, to: levels),
      meetings: meetings, exchanges: exchanges, isOver: isOver)
    return (run, levels)
  }
}
