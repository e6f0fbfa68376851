public import KnowledgeNetworks

/// Which new ties would add most reach.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/newTies(_:by:among:for:options:workers:)`` makes it.
public struct NewTies: Hashable, Codable, Sendable {
  /// The ties in the order in which they were chosen; fewer than asked for where no other adds anything.
  public let ties: [NewTie]
  /// Expected reach as things are.
  public let reachBefore: Estimate
  /// What all chosen ties add together, graph by graph, each of them alive or not by its chance.
  public let together: Estimate
}

/// A tie that does not exist and would add reach.
public struct NewTie: Hashable, Codable, Sendable {
  /// Who would give and who would receive, by roster position; without direction the lower position gives.
  public let ends: TieEnds
  /// Where it would lead.
  public let scope: TieScope
  /// What it adds to expected reach where those chosen before it are there.
  ///
  /// Exact in each graph: its chance times the number of those to whom it alone would bring the knowledge.
  public let gain: Estimate
  /// Other ties that could have been chosen and add as much, as far as these graphs can tell.
  ///
  /// The difference is within its standard error and within that of the gain.
  public let equals: [TieEnds]
  /// Whether there are more of them.
  public let hasMoreEquals: Bool

  static let mostEquals = 20
}

/// The two ends of a tie, by roster position.
public struct TieEnds: Hashable, Codable, Sendable, Comparable {
  /// Who gives.
  public let giver: Int
  /// Who receives.
  public let receiver: Int

  /// Makes a pair of ends.
  public init(from giver: Int, to receiver: Int) {
    self.giver = giver
    self.receiver = receiver
  }

  /// Orders ties by giver, then receiver.
  public static func < (left: TieEnds, right: TieEnds) -> Bool {
    (left.giver, left.receiver) < (right.giver, right.receiver)
  }
}

extension KnowledgeNetwork {
  /// Which new tie, or which few, would add most expected reach.
  ///
  /// In each graph of live ties, a new tie from *u* to *v* adds its chance times the number of actors that *v* reaches and
  /// the seeds do not, if *u* is reached and *v* is not. This is worked out for all givers at once, receiver by receiver,
  /// those first to whom a tie that comes into question can add most, until no other can add as much: exact on these graphs, as if each candidate
  /// had been tried. Further ties are chosen one by one, each with those before it in place, alive or not as its chance
  /// has it in each graph. That is no proof that they are the best together: two ties in a row may add what neither adds
  /// alone, so greedy choice has no bound here.
  ///
  /// Needs a model in which each tie carries knowledge by a chance of its own. Without direction, a new tie carries either
  /// way. Two actors already tied are no candidates. Of equal gains the first by giver and receiver is chosen.
  ///
  /// Properties: `gainsEqualTryingEachTie`, `severalTiesEqualTryingEachInTurn`, `candidatesAreRestricted`,
  /// `threadsChangeNothing`.
  ///
  /// - Parameters:
  ///   - count: How many ties.
  ///   - model: How knowledge spreads.
  ///   - candidates: Which ties come into question, and their chance.
  ///   - objective: Whose reach counts.
  ///   - options: How many graphs, and their seed.
  ///   - workers: Who does it.
  /// - Throws: ``BuzzlineError`` if fewer than one tie is asked for, the network is empty, seeds or kinds are unfit, the
  ///   model does not fit or lets actors choose between givers, or the task is cancelled.
  /// - Complexity: A tie takes O(*w* *n* *r* / 64) time for *w* graphs and searches of *r* steps on 64 of them at a time,
  ///   and O(*w* *n* / 64) for each receiver looked at, in O(*w* (*n* + *m*) / 8) bytes. With every actor as start graphs
  ///   are gone through by strong component: a tie takes O(*w* (*n*² + *m* + *c*)) time for *c* pairs of components of which
  ///   one reaches the other, and for each receiver looked at O(*w* *p*) for *p* pairs of a start and someone whom both it
  ///   and the receiver reach; O(*n* *w*) space, and O(*n*² + *m*) a worker where most reach each other one way only.
  public func newTies(
    _ count: Int = 1, by model: some LiveTieModel, among candidates: TieCandidates, for objective: ReachObjective,
    options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> NewTies {
    try require(count >= 1, "At least one new tie is looked for, not \(count).")
    try objective.check(on: self)
    try candidates.check(on: self)
    let ties = try model.liveTies(on: self)
    try require(
      !ties.hasOneGiver, "A new tie needs a model in which each tie has a chance of its own, not shares of one giver.")
    let need: MemoryNeed =
      objective == .everyActor
      ? .newTies(options.runs, in: self, receivers: min(TieSearch.mostAtOnce, actorCount))
      : .commonGraphs(options.runs, in: self, for: "The search for new ties")
    try workers.afford(need)
    let graphs = try LiveEdgeTies(GraphDrawer(ties, seed: options.seed, graphs: options.runs), workers: workers)
    return try newTies(count, in: graphs, among: candidates, for: objective, workers)
  }

  private func newTies(
    _ count: Int, in before: LiveEdgeTies, among candidates: TieCandidates, for objective: ReachObjective,
    _ workers: Workers
  ) throws(BuzzlineError) -> NewTies {
    let starts = objective == .everyActor ? actorCount : 1
    var (graphs, ties) = (before, [NewTie]())
    var gains = try objective.gains(in: graphs, isDirected: isDirected, by: workers)
    let reachBefore = try gains.reachByGraph()
    while ties.count < count {
      var search = try TieSearch(self, candidates, without: Set(ties.map(\.ends)), by: gains)
      guard let tie = try search.best(starts: starts) else { break }
      ties.append(tie)
      graphs = graphs.adding(from: tie.ends.giver, to: tie.ends.receiver, chance: candidates.chance)
      if !isDirected {
        graphs = graphs.adding(from: tie.ends.receiver, to: tie.ends.giver, chance: candidates.chance)
      }
      gains = try objective.gains(in: graphs, isDirected: isDirected, by: workers)
    }
    let reachAfter = try gains.reachByGraph()
    let scale = 1 / Double(starts)
    return NewTies(
      ties: ties, reachBefore: Estimate(of: reachBefore.map { Double($0) * scale }),
      together: Estimate(of: zip(reachBefore, reachAfter).map { Double($1 - $0) * scale }))
  }
}

/// Which new ties come into question.
///
/// Two actors that are already tied, in the direction asked for, never do, and neither do outsiders.
public struct TieCandidates: Sendable {
  /// The chance that a new tie carries knowledge.
  public let chance: Double
  /// Where a new tie may lead.
  public let scopes: Set<TieScope>
  /// The kinds of the one who gives; `nil` takes all, and those whose kind nobody stated.
  public let givers: Set<ActorKind>?
  /// The kinds of the one who receives.
  public let receivers: Set<ActorKind>?
  /// How far apart two actors are, such as by ``CognitiveDistances/between(_:_:)``; two for whom it is `nil` do not come
  /// into question.
  public let distance: (@Sendable (_ giver: Int, _ receiver: Int) -> Double?)?
  /// How far apart they may be.
  public let distances: ClosedRange<Double>

  /// Makes candidates.
  ///
  /// - Parameters:
  ///   - chance: How likely a new tie is to pass something on.
  ///   - scopes: Where a new tie may lead; by default out of the cluster, however far.
  ///   - givers: The kinds that may give; by default all.
  ///   - receivers: The kinds that may receive; by default all.
  ///   - distance: By roster positions; by default distance is no matter.
  ///   - distances: The distances at which knowledge is still understood and already new.
  /// - Throws: ``BuzzlineError`` if the chance is not between 0 and 1, or no scope is given.
  public init(
    chance: Double, scopes: Set<TieScope> = TieCandidates.pipelines, givers: Set<ActorKind>? = nil,
    receivers: Set<ActorKind>? = nil, distance: (@Sendable (_ giver: Int, _ receiver: Int) -> Double?)? = nil,
    distances: ClosedRange<Double> = 0...1
  ) throws(BuzzlineError) {
    try TieChances.check(chance, of: "a new tie")
    try require(!scopes.isEmpty, "New ties that may lead nowhere are none.")
    self.chance = chance
    self.scopes = scopes
    self.givers = givers
    self.receivers = receivers
    self.distance = distance
    self.distances = distances
  }

  /// Ties that leave the cluster, however far they reach.
  public static let pipelines = TieScope.pipelines
  /// Ties inside a cluster.
  public static let buzz: Set<TieScope> = [.localBuzz]

  func contains(_ giver: Int, _ receiver: Int, on network: KnowledgeNetwork) -> Bool {
    guard giver != receiver, network.actors[giver].isMember, network.actors[receiver].isMember,
      scopes.contains(network.scope(between: giver, and: receiver)),
      allows(giver, receiver, on: network) || !network.isDirected && allows(receiver, giver, on: network),
      !network.hasTie(from: giver, to: receiver)
    else { return false }
    guard let distance else { return true }
    return distance(giver, receiver).map(distances.contains) ?? false
  }

  private func allows(_ giver: Int, _ receiver: Int, on network: KnowledgeNetwork) -> Bool {
    func isOne(_ actor: Int, of kinds: Set<ActorKind>?) -> Bool {
      kinds.map { network.actors[actor].kind.map($0.contains) ?? false } ?? true
    }
    return isOne(giver, of: givers) && isOne(receiver, of: receivers)
  }

  func check(on network: KnowledgeNetwork) throws(BuzzlineError) {
    for kind in (givers ?? []).union(receivers ?? []).sorted() { _ = try network.seeds(of: kind) }
  }
}
