public import KnowledgeNetworks

extension LiveTieModel {
  /// Expected reach from some actors, the seeds included, exactly: every way chance can go is gone through.
  ///
  /// Only ties that can matter are looked at: between actors that can be reached, not into one that is reached for
  /// certain, and not into one that must be passed to come to the giver. The reference that sampled reach is held
  /// against.
  ///
  /// - Throws: ``BuzzlineError`` if the model does not fit, nobody starts, or more than 24 uncertain ties matter.
  /// - Complexity: O(2^*k* *n*) time at worst for *k* uncertain ties, O(*n* + *m*) space.
  public func exactReach(on network: KnowledgeNetwork, from seeds: [Int]) throws(BuzzlineError) -> Double {
    try network.check(seeds: seeds)
    var enumeration = LiveTieEnumeration(of: try liveTies(on: network), seeds: seeds)
    let count = enumeration.uncertainCount
    try require(
      count <= LiveTieEnumeration.limit,
      "Exact reach goes through at most \(LiveTieEnumeration.limit) uncertain ties; here \(count) matter.", .tooLarge)
    return enumeration.expectedReach()
  }
}

/// Goes through every way chance can go, actor by actor: either a giver who knows has told this one or none has.
private struct LiveTieEnumeration {
  static let limit = 24

  private struct Path {
    let giver: Int
    let chance: Double
    var isDead = false
  }

  private let seeds: [Int]
  private let picksOneGiver: Bool
  /// For each actor that may be reached, its ties from givers.
  private var paths: [[Path]]
  private var open: [Int] = []
  private var isReached: [Bool]
  private var reachedCount = 0

  init(of ties: LiveTies, seeds: [Int]) {
    self.seeds = seeds
    picksOneGiver = ties.hasOneGiver
    isReached = [Bool](repeating: false, count: ties.actorCount)
    paths = isReached.map { _ in [] }
    var found = paths
    ties.forEachTie { place, giver, receiver in
      let chance = ties.chance(at: place, to: receiver)
      if chance > 0 { found[receiver].append(Path(giver: giver, chance: chance)) }
    }
    paths = found
    let possible = search { _ in true }
    let certain = search { $0.chance >= 1 }
    for seed in seeds { isReached[seed] = true }
    reachedCount = seeds.count
    open = possible.indices.filter { possible[$0] && !isReached[$0] }
    for actor in open where certain[actor] { paths[actor].removeAll { $0.chance < 1 } }
    for actor in open {
      let withoutIt = search(avoiding: actor) { _ in true }
      paths[actor] = paths[actor].filter { withoutIt[$0.giver] }
    }
  }

  var uncertainCount: Int { open.reduce(0) { $0 + paths[$1].count { $0.chance < 1 } } }

  private func search(avoiding avoided: Int? = nil, _ isTaken: (Path) -> Bool) -> [Bool] {
    var found = [Bool](repeating: false, count: paths.count)
    for seed in seeds { found[seed] = true }
    var grows = true
    while grows {
      grows = false
      for actor in paths.indices
      where !found[actor] && actor != avoided && paths[actor].contains(where: { found[$0.giver] && isTaken($0) }) {
        found[actor] = true
        grows = true
      }
    }
    return found
  }

  /// What is reached on average, given what is known to be reached and to be dead.
  mutating func expectedReach() -> Double {
    guard let actor = open.first(where: { !isReached[$0] && paths[$0].contains(where: isUntried) }) else {
      return Double(reachedCount)
    }
    let tried = paths[actor].indices.filter { isUntried(paths[actor][$0]) }
    let chance = chance(of: actor, tried)
    for path in tried { paths[actor][path].isDead = true }
    let missed = chance < 1 ? expectedReach() : 0
    isReached[actor] = true
    reachedCount += 1
    let heard = expectedReach()
    isReached[actor] = false
    reachedCount -= 1
    for path in tried { paths[actor][path].isDead = false }
    return chance * heard + (1 - chance) * missed
  }

  private func isUntried(_ path: Path) -> Bool { !path.isDead && isReached[path.giver] }

  /// The chance that one of these paths is alive, given which are dead.
  private func chance(of actor: Int, _ tried: [Int]) -> Double {
    guard picksOneGiver else { return 1 - tried.reduce(1) { $0 * (1 - paths[actor][$1].chance) } }
    let left = 1 - paths[actor].reduce(0) { $0 + ($1.isDead ? $1.chance : 0) }
    return min(1, tried.reduce(0) { $0 + paths[actor][$1].chance } / left)
  }
}
