internal import KnowledgeNetworks

/// As many starters as some side has, drawn from a pool again and again.
struct StarterDraws: Sendable {
  /// Who is drawn from the pool.
  enum Rule {
    /// Anyone, each set equally likely.
    case anyone
    /// Whoever has the nearest number of receivers, without replacement: for those of the side with the most receivers first,
    /// of equally near ones chance takes one.
    case likeDegrees
  }

  private let size: Int
  private let pool: [Int]
  /// How many receivers those of the side have, most first; `nil` where anyone is drawn.
  private let wanted: [Int]?
  private let degrees: [Int]
  private let count: Int
  private let seed: UInt64

  /// Prepares draws from a pool that is no smaller than the side.
  init(_ rule: Rule, as side: [Int], from pool: [Int], degrees: [Int], count: Int, seed: UInt64) {
    precondition(side.count <= pool.count, "each actor is drawn once at most")
    size = side.count
    self.pool = pool
    wanted = rule == .likeDegrees ? side.map { degrees[$0] }.sorted(by: >) : nil
    self.degrees = degrees
    self.count = count
    self.seed = seed
  }

  /// All draws, the same each time.
  ///
  /// - Complexity: O(*b* (*p* + *k* log *p*)) time for *b* draws of *k* actors among *p*, and O(*d*) for each number of
  ///   receivers that runs out, of *d* that occur; O(*b* *k*) space.
  func made(by workers: Workers) throws(BuzzlineError) -> [[Int]] {
    let degreePool = wanted.map { _ in DegreePool(of: pool, degrees: degrees) }
    return try workers.map(count, work: "draws") { number in
      var generator = SeededGenerator(seed: seed, for: .starters, stream: UInt64(number))
      guard let wanted, var left = degreePool else { return anyone(&generator) }
      return wanted.map { left.take(nearest: $0, &generator) }
    }
  }

  /// The first steps of a shuffle.
  private func anyone(_ generator: inout SeededGenerator) -> [Int] {
    var left = pool
    for place in 0..<size { left.swapAt(place, place + generator.below(left.count - place)) }
    return Array(left.prefix(size))
  }
}

/// Actors by how many receivers they have, from which actors are taken one by one.
private struct DegreePool: Sendable {
  /// The numbers of receivers that are left, ascending.
  private var degrees: [Int] = []
  /// Who is left with each.
  private var actors: [[Int]] = []

  init(of pool: [Int], degrees: [Int]) {
    for (degree, members) in Dictionary(grouping: pool, by: { degrees[$0] }).sorted(by: { $0.key < $1.key }) {
      self.degrees.append(degree)
      actors.append(members)
    }
  }

  /// Takes one of those that come nearest; there must be some left.
  mutating func take(nearest wanted: Int, _ generator: inout SeededGenerator) -> Int {
    let above = degrees.indices.firstPlace { degrees[$0] >= wanted }
    let below = above - 1
    let gapAbove = above < degrees.count ? degrees[above] - wanted : Int.max
    let gapBelow = below >= 0 ? wanted - degrees[below] : Int.max
    let nearBelow = gapBelow <= gapAbove ? actors[below].count : 0
    let nearAbove = gapAbove <= gapBelow ? actors[above].count : 0
    let pick = generator.below(nearBelow + nearAbove)
    return pick < nearBelow ? remove(at: below, pick) : remove(at: above, pick - nearBelow)
  }

  private mutating func remove(at place: Int, _ pick: Int) -> Int {
    actors[place].swapAt(pick, actors[place].count - 1)
    let taken = actors[place].removeLast()
    if actors[place].isEmpty {
      actors.remove(at: place)
      degrees.remove(at: place)
    }
    return taken
  }
}
