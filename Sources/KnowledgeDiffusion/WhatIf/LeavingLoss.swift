public import KnowledgeNetworks

/// What reach those who stay would lose if some actors left.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/loss(withoutActors:by:for:options:workers:)`` makes it.
public struct LeavingLoss: Hashable, Codable, Sendable {
  /// The roster positions of those who leave, ascending.
  public let leavers: [Int]
  /// All who stay.
  public let total: GroupLoss
  /// Those who stay, by kind; who has none is not listed.
  public let byKind: [GroupLoss]
  /// Those who stay, by cluster; who has none is not listed.
  public let byCluster: [GroupLoss]
}

/// How many of a group are reached before and after some actors leave.
public struct GroupLoss: Hashable, Codable, Sendable {
  /// The group's name; `nil` for everyone.
  public let group: String?
  /// How many of the group stay.
  public let members: Int
  /// How many of those who stay are expected to be reached before.
  public let before: Estimate
  /// How many of them after.
  public let after: Estimate
  /// How many fewer, graph by graph.
  public let loss: Estimate

  /// The share of reach that is lost, from 0 to 1; `nil` where nobody was reached.
  public var share: Double? { before.mean > 0 ? loss.mean / before.mean : nil }
}

extension KnowledgeNetwork {
  /// What those who stay would no longer hear of if some actors left: the most important gatekeepers, say.
  ///
  /// Both sides are counted on the same graphs and among the same actors, those who stay. Seeds that leave tell nobody any
  /// more; with every actor as start, starts are those who stay. Nobody makes new ties: in a model of thresholds, who would
  /// have listened to one who left listens to nobody.
  ///
  /// Properties: `lossesEqualTheInducedNetwork`, `nothingIsGainedByLeaving`, `groupsAddUp`.
  ///
  /// - Throws: ``BuzzlineError`` if nobody leaves, everybody does, an actor is named twice or does not exist, seeds are
  ///   unfit, the model does not fit, or the task is cancelled.
  /// - Complexity: From seeds O(*w* (*n* + *m* + *r*) / 64) time for *w* graphs and searches of *r* steps on 64 of them at a
  ///   time, and O(*n* + *m* + *g*) space a worker for *g* groups; from every actor O(*w* (*n* + *m* + *c*)) time for *c*
  ///   pairs of strong components of which one reaches the other, and O(*n* + *m* + *c* + *g*) space a worker.
  public func loss(
    withoutActors leavers: [Int], by model: some LiveTieModel, for objective: ReachObjective, options: SpreadOptions,
    workers: Workers = .all
  ) throws(BuzzlineError) -> LeavingLoss {
    try objective.check(on: self)
    try check(seeds: leavers)
    try require(leavers.count < actorCount, "If all leave, nobody stays to lose.", .invalidSeeds)
    let leave = Set(leavers)
    var comparison = try LossComparison(of: self, by: model, for: objective, options: options, workers: workers)
    return try comparison.loss(without: leavers) { !leave.contains($0) && !leave.contains($1) }
  }
}

/// Whose reach a change is judged by.
public enum ReachObjective: Hashable, Sendable {
  /// How many are reached where these actors, by roster position, know from the start.
  case seeds([Int])
  /// How many are reached on average where one actor alone knows from the start, each in turn.
  case everyActor

  func check(on network: KnowledgeNetwork) throws(BuzzlineError) {
    switch self {
    case .seeds(let seeds): try network.check(seeds: seeds)
    case .everyActor:
      try network.requireActors()
      try require(
        network.actorCount <= Self.mostActors,
        "Reach from every actor is compared among at most \(Self.mostActors) actors; here are \(network.actorCount).",
        .tooLarge)
    }
  }

  /// What new ties add to the reach of those who start.
  func gains(
    in graphs: LiveEdgeTies, isDirected: Bool, by workers: Workers
  ) throws(BuzzlineError) -> any TieGains {
    switch self {
    case .seeds(let seeds):
      var gains = LiveEdgeGains(graphs, workers: workers)
      for seed in seeds { try gains.choose(seed) }
      return SeededTieGains(gains: gains, isDirected: isDirected)
    case .everyActor: return try EveryoneTieGains(in: graphs, isDirected: isDirected, workers: workers)
    }
  }

  /// Beyond this, who reaches whom takes gigabytes; counts up to it take 16 bits.
  private static let mostActors = 10_000
}

/// Reach before and after something is taken out of a network, for those who stay.
struct LossComparison {
  /// How many of those who stay are reached in each graph: of everyone, then of each kind, then of each cluster.
  private typealias Counts = [[Int]]

  private let ties: LiveTies
  private let objective: ReachObjective
  private let options: SpreadOptions
  private let workers: Workers
  private let kinds: Grouping
  private let clusters: Grouping
  /// Where each actor is counted: with everyone, its kind and its cluster.
  private let places: [[Int]]
  /// What is reached before where nobody leaves, once counted.
  private var whole: Counts?

  init(
    of network: KnowledgeNetwork, by model: some LiveTieModel, for objective: ReachObjective, options: SpreadOptions,
    workers: Workers
  ) throws(BuzzlineError) {
    let groups = Set(network.actors.map(\.kind)).count + Set(network.actors.map(\.cluster)).count
    try workers.afford(.losses(options.runs, groups: groups, ofEveryone: objective == .everyActor, in: network))
    ties = try model.liveTies(on: network)
    self.objective = objective
    self.options = options
    self.workers = workers
    kinds = try network.grouping(by: .kind)
    clusters = try network.grouping(by: .cluster)
    places = network.actors.indices.map { [kinds, clusters] actor in
      [0] + [kinds[actor].map { 1 + $0 }, clusters[actor].map { 1 + kinds.groups.count + $0 }].compactMap(\.self)
    }
  }

  private var placeCount: Int { 1 + kinds.groups.count + clusters.groups.count }

  /// What is lost where some actors leave and only some ties stay.
  mutating func loss(
    without leavers: [Int], keeping isKept: (_ source: Int, _ target: Int) -> Bool
  ) throws(BuzzlineError) -> LeavingLoss {
    var stays = [Bool](repeating: true, count: ties.actorCount)
    for leaver in leavers { stays[leaver] = false }
    let known = leavers.isEmpty ? whole : nil
    let before = if let known { known } else { try counts(along: ties, stays, hasLeft: false) }
    if leavers.isEmpty { whole = before }
    let after = try counts(along: ties.keeping(isKept), stays, hasLeft: true)
    return loss(without: leavers, stays, from: before, to: after)
  }

  private func loss(without leavers: [Int], _ stays: [Bool], from before: Counts, to after: Counts) -> LeavingLoss {
    let stayCount = stays.count - leavers.count
    let scale = 1 / Double(objective == .everyActor ? stayCount : 1)
    func loss(of group: String?, members: Int, at place: Int) -> GroupLoss {
      let (before, after) = (before[place].map { Double($0) * scale }, after[place].map { Double($0) * scale })
      return GroupLoss(
        group: group, members: members, before: Estimate(of: before), after: Estimate(of: after),
        loss: Estimate(of: zip(before, after).map { $0 - $1 }))
    }
    func losses(of grouping: Grouping, from first: Int) -> [GroupLoss] {
      grouping.groups.enumerated().map { place, group in
        loss(of: group, members: grouping.members(of: place).count { stays[$0] }, at: first + place)
      }
    }
    return LeavingLoss(
      leavers: leavers.sorted(), total: loss(of: nil, members: stayCount, at: 0), byKind: losses(of: kinds, from: 1),
      byCluster: losses(of: clusters, from: 1 + kinds.groups.count))
  }

  private func counts(along ties: LiveTies, _ stays: [Bool], hasLeft: Bool) throws(BuzzlineError) -> Counts {
    let drawer = GraphDrawer(ties, seed: options.seed, graphs: options.runs)
    let seeds: [Int]? =
      if case .seeds(let seeds) = objective { hasLeft ? seeds.filter { stays[$0] } : seeds } else { nil }
    var all = Counts(repeating: [Int](repeating: 0, count: drawer.graphs), count: placeCount)
    try workers.withCancellation { cancellation throws(BuzzlineError) in
      try workers.forEach(of: drawer.blockCount, work: "live-edge graphs") {
        BlockSearch(drawer)
      } compute: { search, number throws(BuzzlineError) in
        if let seeds { return counts(from: seeds, stays, &search, number) }
        return try counts(fromThoseWhoStay: stays, drawer.block(number), along: ties.outgoing, cancellation)
      } commit: { number, part in
        for place in all.indices {
          for (graph, count) in part[place].enumerated() { all[place][number * 64 + graph] = count }
        }
      }
    }
    return all
  }

  /// How many of each group are reached by all seeds together, in each graph of a block.
  private func counts(from seeds: [Int], _ stays: [Bool], _ search: inout BlockSearch, _ number: Int) -> Counts {
    var counters = [GraphCounter](repeating: GraphCounter(), count: placeCount)
    search.search(from: seeds, block: number)
    for actor in search.found.met.lazy.map({ Int($0) }) where stays[actor] {
      for place in places[actor] { counters[place].add(search.found.reached[actor]) }
    }
    return counters.map { $0.counts(ofFirst: search.graphCount) }
  }

  /// How many of each group each of those who stay reaches, all added up: for each actor, how many of them reach it.
  private func counts(
    fromThoseWhoStay stays: [Bool], _ block: LiveEdgeBlock, along rows: CompressedRows, _ cancellation: Cancellation
  ) throws(BuzzlineError) -> Counts {
    var counts = Counts(
      repeating: [Int](repeating: 0, count: block.count), count: placeCount)
    for bit in 0..<block.count {
      if cancellation.isCancelled { throw .cancelled(of: "live-edge graphs") }
      let graph = CondensedGraph(bit, of: block, along: rows)
      let starts = (0..<graph.count).map { component in
        Int32(graph.members[component].count { stays[Int($0)] })
      }
      let reaching = graph.sums(of: starts, along: graph.behind)
      for actor in stays.indices where stays[actor] {
        for place in places[actor] { counts[place][bit] += Int(reaching[Int(graph.numbers[actor])]) }
      }
    }
    return counts
  }
}
