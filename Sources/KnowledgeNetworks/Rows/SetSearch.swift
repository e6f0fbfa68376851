/// Gives the value of sets that share all members but one.
package protocol SetScorer: Sendable {
  /// Remembers the members all sets share.
  mutating func begin(with members: [Int])
  /// The value of the shared members and one more.
  mutating func value(adding actor: Int) -> Double
  mutating func value(of members: [Int]) -> Double
}

/// How long sets are searched for.
package struct SetSearchEffort: Hashable, Sendable {
  /// All sets are tried as long as there are no more than these.
  package var mostSets: Int
  /// Where there are more, how often the search begins anew at a set drawn at random, besides once from a greedy one.
  package var restarts: Int
  package var seed: UInt64
  /// How many sets of the highest value are listed.
  package var mostListed: Int

  package init(mostSets: Int, restarts: Int, seed: UInt64, mostListed: Int) {
    (self.mostSets, self.restarts, self.seed, self.mostListed) = (mostSets, restarts, seed, mostListed)
  }
}

/// Looks for the sets of one size that have the highest value.
package struct SetSearch<Scorer: SetScorer> {
  private let actors: Int
  private let size: Int
  private let effort: SetSearchEffort
  private let workers: Workers
  private let scorer: @Sendable () -> Scorer
  package private(set) var best: TiedSets
  /// Sets that may be reported.
  package var isAllowed: @Sendable ([Int]) -> Bool = { _ in true }
  /// Whether there are so few sets that all are tried.
  package let isExhaustive: Bool

  package init(
    actors: Int, size: Int, effort: SetSearchEffort, workers: Workers, scorer: @escaping @Sendable () -> Scorer
  ) {
    self.actors = actors
    self.size = size
    self.effort = effort
    self.workers = workers
    self.scorer = scorer
    best = TiedSets(mostListed: effort.mostListed)
    isExhaustive = Self.sets(of: size, among: actors, atMost: effort.mostSets) != nil
  }

  package mutating func run() throws(BuzzlineError) {
    if isExhaustive { return try tryAll() }
    try improve(try greedySet())
    for restart in 0..<effort.restarts {
      var generator = SeededGenerator(seed: effort.seed, for: .restarts, stream: UInt64(restart))
      var drawn = Array(0..<actors)
      generator.shuffle(&drawn)
      try improve(Array(drawn.prefix(size)))
    }
  }

  /// How many sets of a size there are; `nil` if more than `limit`.
  package static func sets(of size: Int, among actors: Int, atMost limit: Int) -> Int? {
    var count = 1
    for chosen in 0..<min(size, actors - size) {
      let (product, overflow) = count.multipliedReportingOverflow(by: actors - chosen)
      guard !overflow, product / (chosen + 1) <= limit else { return nil }
      count = product / (chosen + 1)
    }
    return count <= limit ? count : nil
  }

  private mutating func tryAll() throws(BuzzlineError) {
    var jobs: [Job] = []
    var members = Array(0..<size - 1)
    repeat {
      jobs.append(Job(members: members, others: (members.last ?? -1) + 1..<actors))
    } while advance(&members)
    let isAllowed = isAllowed
    try values(of: jobs) { best, job, values in
      for (actor, value) in zip(job.others, values) where isAllowed(job.members + [actor]) {
        best.offer(value, job.members + [actor])
      }
    }
  }

  /// The next set in the order of positions; `false` after the last.
  private func advance(_ members: inout [Int]) -> Bool {
    guard let place = members.indices.last(where: { members[$0] < actors - members.count + $0 }) else { return false }
    members[place] += 1
    for next in members.indices[(place + 1)...] { members[next] = members[next - 1] + 1 }
    return true
  }

  private mutating func greedySet() throws(BuzzlineError) -> [Int] {
    var members: [Int] = []
    while members.count < size {
      guard let next = try bestChange(dropping: [members]) else { break }
      members.append(next.actor)
    }
    return members
  }

  /// Swaps a member for another actor as long as the value rises.
  private mutating func improve(_ start: [Int]) throws(BuzzlineError) {
    var (members, current) = (start, -Double.infinity)
    while true {
      let kept = members.indices.map { place in Array(members[..<place] + members[(place + 1)...]) }
      guard let change = try bestChange(dropping: kept), change.value > current + TiedSets.tolerance else { return }
      (members, current) = (change.kept + [change.actor], change.value)
    }
  }

  private typealias Change = (kept: [Int], actor: Int, value: Double)

  /// The kept members and the actor beside them that make the highest value; the first of equals.
  private mutating func bestChange(dropping kept: [[Int]]) throws(BuzzlineError) -> Change? {
    let stretch = 64
    let jobs = kept.flatMap { members in
      stride(from: 0, to: actors, by: stretch).map { start in
        Job(members: members, others: start..<min(start + stretch, actors))
      }
    }
    var change: Change?
    let size = size
    try values(of: jobs) { best, job, values in
      for (actor, value) in zip(job.others, values) where !job.members.contains(actor) {
        if value > change.map({ $0.value + TiedSets.tolerance }) ?? -.infinity { change = (job.members, actor, value) }
        if job.members.count == size - 1 { best.offer(value, job.members + [actor]) }
      }
    }
    return change
  }

  private struct Job {
    let members: [Int]
    /// Who is to join them, one at a time; members among them change nothing.
    let others: Range<Int>
  }

  private mutating func values(of jobs: [Job], take: (inout TiedSets, Job, [Double]) -> Void) throws(BuzzlineError) {
    var best = best
    defer { self.best = best }
    try workers.forEach(of: jobs.count, work: "key players", scratch: scorer) { scorer, position in
      scorer.begin(with: jobs[position].members)
      return jobs[position].others.map { scorer.value(adding: $0) }
    } commit: { position, values in
      take(&best, jobs[position], values)
    }
  }
}

/// The best sets met so far.
package struct TiedSets: Sendable {
  package private(set) var value = -Double.infinity
  package private(set) var sets: [[Int]] = []
  package private(set) var hasMore = false
  let mostListed: Int

  /// What counts as equal: sums of a few fractions differ by less than this for their rounding alone.
  package static let tolerance = 1e-12

  /// Takes a set that may be among the best.
  mutating func offer(_ value: Double, _ set: @autoclosure () -> [Int]) {
    guard value >= self.value - Self.tolerance else { return }
    if value > self.value + Self.tolerance { (self.value, sets, hasMore) = (value, [], false) }
    let set = set().sorted()
    guard !sets.contains(set) else { return }
    if sets.count < mostListed { sets.append(set) } else { hasMore = true }
  }
}
