internal import KnowledgeNetworks

/// What the constraints still leave room for while actors are chosen one by one.
///
/// An actor is admitted only if the floors can be reached after it, so whoever is admitted never makes them impossible.
/// Who is not admitted now never will be, since room only shrinks.
struct SeedRoom: Sendable {
  let limits: SeedLimits
  private(set) var chosen: [Int] = []
  private var isChosen: Set<Int> = []
  /// How many more of each kind; the last has no limit.
  private var capsLeft: [Int]
  private var budgetLeft: Double
  /// How many more of each cluster.
  private var deficits: [Int]
  /// How many more the floors ask for.
  private(set) var deficit: Int

  /// Room after those that must be chosen.
  init(_ limits: SeedLimits) {
    self.limits = limits
    capsLeft = limits.caps + [.max]
    budgetLeft = limits.budget
    deficits = limits.clusters.groups.map { _ in limits.constraints.atLeastOfEachCluster }
    deficit = deficits.reduce(0, +)
    for actor in limits.constraints.mustInclude { take(actor) }
  }

  /// How many more may be chosen.
  var left: Int { limits.count - chosen.count }

  mutating func take(_ actor: Int) {
    chosen.append(actor)
    isChosen.insert(actor)
    if capsLeft[limits.kind(of: actor)] < .max { capsLeft[limits.kind(of: actor)] -= 1 }
    budgetLeft -= limits.cost(of: actor)
    guard let cluster = limits.clusters[actor], deficits[cluster] > 0 else { return }
    deficits[cluster] -= 1
    deficit -= 1
  }

  /// Takes actors in their order, each that may be chosen, until enough are.
  mutating func fill(from actors: some Sequence<Int>) {
    for actor in actors where left > 0 && admits(actor) { take(actor) }
  }

  /// The actors that are neither excluded nor chosen.
  var candidates: [Int] { limits.isExcluded.indices.filter { !limits.isExcluded[$0] && !isChosen.contains($0) } }

  /// Whether an actor may be chosen next.
  ///
  /// - Complexity: O(1) time, but where floors meet limits by kind or a budget O(*f* *c*²) for *f* actors that are still
  ///   to be found in *c* pairs of a cluster and a kind.
  func admits(_ actor: Int) -> Bool {
    guard left > 0, !limits.isExcluded[actor], !isChosen.contains(actor), capsLeft[limits.kind(of: actor)] > 0,
      limits.cost(of: actor) <= budgetLeft * (1 + 1e-12)
    else { return false }
    guard deficit > 0 else { return true }
    let helps = limits.clusters[actor].map { deficits[$0] > 0 } ?? false
    guard deficit - (helps ? 1 : 0) <= left - 1 else { return false }
    guard !limits.constraints.atMost.isEmpty || limits.constraints.costs != nil else { return true }
    var after = self
    after.take(actor)
    guard case .cost(let cost) = after.completion else { return false }
    return cost <= after.budgetLeft + 1e-12 * limits.budget
  }

  /// The cheapest way to reach the floors from here.
  var completion: FloorPlan.Outcome {
    guard deficit > 0 else { return .cost(0) }
    var plan = FloorPlan(limits.cells, capsLeft: capsLeft, clusters: deficits.count, without: isChosen) {
      limits.cost(of: $0)
    }
    return plan.meet(deficits)
  }
}
