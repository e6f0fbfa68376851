internal import KnowledgeNetworks

/// Who is drawn from a pool, again and again, to start in place of those of some side.
enum StarterDraws {
  /// Anyone, each set equally likely.
  case anyone
  /// Whoever has the nearest number of receivers, without replacement: for those of the side with the most receivers first,
  /// of equally near ones chance takes one.
  case likeDegrees

  /// As many as the side has from a pool that is no smaller, the same each time.
  ///
  /// - Complexity: O(*b* (*p* + *k* log *p*)) time for *b* draws of *k* actors among *p*, and O(*d*) for each number of
  ///   receivers that runs out, of *d* that occur; O(*b* *k*) space.
  func draws(
    _ count: Int, as side: [Int], from pool: [Int], degrees: [Int], seed: UInt64, by workers: Workers
  ) throws(BuzzlineError) -> [[Int]] {
    precondition(side.count <= pool.count, "each actor is drawn once at most")
    let wanted = side.map { degrees[$0] }.sorted(by: >)
    let degreePool = self == .likeDegrees ? DegreePool(of: pool, degrees: degrees) : nil
    return try workers.map(count, work: "draws") { number in
      var generator = SeededGenerator(seed: seed, for: .starters, stream: UInt64(number))
      if var left = degreePool { return wanted.map { left.take(nearest: $0, &generator) } }
      // The first steps of a shuffle.
      var left = pool
      for place in side.indices { left.swapAt(place, place + generator.below(left.count - place)) }
      return Array(left.prefix(side.count))
    }
  }
}

private struct DegreePool: Sendable {
  /// Who is left with each number of receivers, ascending.
  private var classes: [(degree: Int, actors: [Int])]

  init(of pool: [Int], degrees: [Int]) {
    classes = Dictionary(grouping: pool) { degrees[$0] }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Takes one of those that come nearest; there must be some left.
  mutating func take(nearest wanted: Int, _ generator: inout SeededGenerator) -> Int {
    let above = classes.indices.partitioningIndex { classes[$0].degree >= wanted }
    let below = above - 1
    let gapAbove = above < classes.count ? classes[above].degree - wanted : Int.max
    let gapBelow = below >= 0 ? wanted - classes[below].degree : Int.max
    let nearBelow = gapBelow <= gapAbove ? classes[below].actors.count : 0
    let nearAbove = gapAbove <= gapBelow ? classes[above].actors.count : 0
    let pick = generator.below(nearBelow + nearAbove)
    return pick < nearBelow ? remove(at: below, pick) : remove(at: above, pick - nearBelow)
  }

  private mutating func remove(at place: Int, _ pick: Int) -> Int {
    classes[place].actors.swapAt(pick, classes[place].actors.count - 1)
    let taken = classes[place].actors.removeLast()
    if classes[place].actors.isEmpty { classes.remove(at: place) }
    return taken
  }
}
