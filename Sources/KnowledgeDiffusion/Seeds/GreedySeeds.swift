internal import KnowledgeNetworks

/// Chooses actors one by one, each time the one that gains most on common graphs, and looks again only at those that
/// might be it.
struct GreedySeeds {
  static let mostEquals = 20

  private var gains: LiveEdgeGains
  private(set) var room: SeedRoom
  private var queue = LazyQueue()
  private(set) var picks: [SeedPick] = []
  private(set) var reached: [Int]
  /// How many the actors that must be chosen reach, all graphs together.
  private(set) var reachedByGiven = 0
  /// Whether a constraint kept an actor with the highest gain from being chosen.
  private(set) var wasTurnedDown = false
  private(set) var evaluations = 0
  /// Actor and sum of gains of the best single actor beside those that must be chosen.
  private(set) var bestSingle: (actor: Int, gain: Int)?

  private var limits: SeedLimits { room.limits }

  init(_ gains: LiveEdgeGains, under limits: SeedLimits) {
    self.gains = gains
    room = SeedRoom(limits)
    reached = [Int](repeating: 0, count: gains.graphs.count)
  }

  mutating func run() throws(BuzzlineError) {
    for actor in limits.constraints.mustInclude {
      let gain = try gains.gain(of: actor)
      evaluations += 1
      try take(actor, gain, evaluations: 1, equals: [], isGiven: true)
    }
    reachedByGiven = reached.reduce(0, +)
    guard room.left > 0 else { return }
    let sums = try gains.everyGain()
    let candidates = room.candidates
    bestSingle = candidates.filter(room.admits).max { (sums[$0], -$0) < (sums[$1], -$1) }.map { ($0, sums[$0]) }
    queue = LazyQueue(candidates, round: picks.count) { Double(sums[$0]) / limits.weight(of: $0) }
    var looked = sums.count
    while room.left > 0, try pickNext(looked: looked) { looked = 0 }
  }

  /// Chooses one more; `false` where nobody is left to choose.
  private mutating func pickNext(looked: Int) throws(BuzzlineError) -> Bool {
    var looked = looked
    var known: [Int]?
    while let top = queue.top {
      let actor = Int(top.actor)
      guard room.admits(actor) else {
        wasTurnedDown = true
        queue.removeTop()
        continue
      }
      if top.round == picks.count {
        evaluations += looked
        let gain = if let known { known } else { try gains.gain(of: actor) }
        queue.removeTop()
        let equals = try equals(of: actor, gain: gain)
        try take(actor, gain, evaluations: looked, equals: equals, isGiven: false)
        return true
      }
      let gain = try gains.gain(of: actor)
      looked += 1
      queue.lowerTop(to: Double(gain.reduce(0, +)) / limits.weight(of: actor), round: picks.count)
      known = queue.top?.actor == top.actor ? gain : nil
    }
    return false
  }

  private mutating func take(
    _ actor: Int, _ gain: [Int], evaluations: Int, equals: [Int], isGiven: Bool
  ) throws(BuzzlineError) {
    try gains.choose(actor)
    for graph in reached.indices { reached[graph] += gain[graph] }
    if !isGiven { room.take(actor) }
    picks.append(
      SeedPick(
        actor: actor, gain: Estimate(wholes: gain), evaluations: evaluations, isGiven: isGiven,
        cost: limits.constraints.costs?[actor], equals: Array(equals.prefix(Self.mostEquals)),
        hasMoreEquals: equals.count > Self.mostEquals))
  }

  /// Who gains as much as the actor about to be taken, as far as chance lets one tell, one more than are named at most.
  private func equals(of actor: Int, gain: [Int]) throws(BuzzlineError) -> [Int] {
    let weight = limits.weight(of: actor)
    let own = gain.map { Double($0) / weight }
    let estimate = Estimate(of: own)
    let least = (estimate.mean - (estimate.standardError ?? 0)) * Double(gains.graphs.count)
    let candidates = queue.entries.filter { $0.gain >= least }.map { Int($0.actor) }.sorted()
    var equals: [Int] = []
    for other in candidates where equals.count <= Self.mostEquals && room.admits(other) {
      let theirs = try gains.gain(of: other)
      let otherWeight = limits.weight(of: other)
      let difference = Estimate(of: own.indices.map { own[$0] - Double(theirs[$0]) / otherWeight })
      let error = min(difference.standardError ?? 0, estimate.standardError ?? 0)
      if difference.mean <= error { equals.append(other) }
    }
    return equals
  }
}

/// Actors by what they gained when last looked at, the highest first and of equals the first in the roster.
///
/// Gains only fall as actors are chosen, so an old gain is a bound, and whoever is on top with a new one is the best:
/// Leskovec & al. (2007), [doi:10.1145/1281192.1281239](https://doi.org/10.1145/1281192.1281239).
struct LazyQueue {
  struct Entry: Hashable {
    let actor: Int32
    /// How many had been chosen when the gain was worked out.
    let round: Int32
    let gain: Double

    fileprivate func isBefore(_ other: Entry) -> Bool {
      gain > other.gain || gain == other.gain && actor < other.actor
    }
  }

  /// A heap: no entry is before the one at half its place.
  private(set) var entries: [Entry] = []

  init() {}

  /// - Complexity: O(*n*).
  init(_ actors: [Int], round: Int, gain: (Int) -> Double) {
    entries = actors.map { Entry(actor: Int32($0), round: Int32(round), gain: gain($0)) }
    for place in stride(from: entries.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  var top: Entry? { entries.first }

  mutating func removeTop() {
    guard let last = entries.popLast(), !entries.isEmpty else { return }
    entries[0] = last
    sink(0)
  }

  /// Gives the top entry a new gain, which is no higher.
  mutating func lowerTop(to gain: Double, round: Int) {
    entries[0] = Entry(actor: entries[0].actor, round: Int32(round), gain: gain)
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let entry = entries[place]
    while 2 * place + 1 < entries.count {
      var next = 2 * place + 1
      if next + 1 < entries.count, entries[next + 1].isBefore(entries[next]) { next += 1 }
      guard entries[next].isBefore(entry) else { break }
      entries[place] = entries[next]
      place = next
    }
    entries[place] = entry
  }
}
