internal import KnowledgeNetworks

/// Who reaches whom in each of 64 worlds: one word for every two actors.
struct ReachMatrix {
  private let actors: Int
  private var search: WorldSearch
  /// Row by row, the worlds in which one actor reaches another.
  private var words: [UInt64]
  /// Whom each actor reaches in any world.
  private var met: [[UInt32]] = []
  /// Who reaches each actor in any world.
  private var metBy: [[UInt32]] = []

  init(of worlds: WorldTies) {
    actors = worlds.actorCount
    search = WorldSearch(along: worlds.rows)
    words = Array(repeating: 0, count: actors * actors)
  }

  /// - Complexity: O(*n* (*n* + *m*)) time where few actors are gone through often, O(*n*²) space.
  mutating func fill(_ block: WorldBlock) {
    for (actor, reached) in met.enumerated() {
      for other in reached { words[actor * actors + Int(other)] = 0 }
    }
    met.removeAll(keepingCapacity: true)
    metBy = Array(repeating: [], count: actors)
    for actor in 0..<actors {
      search.begin()
      search.start(actor, in: block.worlds)
      search.run(along: block)
      met.append(search.met)
      for other in search.met {
        words[actor * actors + Int(other)] = search.reached[Int(other)]
        metBy[Int(other)].append(UInt32(actor))
      }
    }
  }

  /// How many an actor reaches in each world.
  func countsAhead(of actor: Int) -> [Int] {
    var counter = WorldCounter()
    for other in met[actor] { counter.add(words[actor * actors + Int(other)]) }
    return counter.counts
  }

  /// How many reach an actor in each world.
  func countsBehind(_ actor: Int) -> [Int] {
    var counter = WorldCounter()
    for other in metBy[actor] { counter.add(words[Int(other) * actors + actor]) }
    return counter.counts
  }

  /// Adds, for each giver, what a new tie from it to a receiver brings everyone who reaches it.
  ///
  /// - Complexity: O(*n* *f* + *p*) time for *f* actors the receiver reaches and *p* pairs that reach each other.
  func addColumn(to receiver: Int, _ sums: inout [Int]) {
    for start in 0..<actors {
      let newly = newly(to: start, from: receiver)
      guard !newly.digits.isEmpty else { continue }
      for giver in met[start] { sums[Int(giver)] += newly.total(in: words[start * actors + Int(giver)]) }
    }
  }

  /// What a new tie brings everyone who reaches its giver, in each world.
  func gains(of tie: TieEnds) -> [Int] {
    var gains = [Int](repeating: 0, count: 64)
    for start in metBy[tie.giver].map({ Int($0) }) {
      let worlds = words[start * actors + tie.giver]
      for (world, count) in newly(to: start, from: tie.receiver).counts.enumerated()
      where worlds >> UInt64(world) & 1 == 1 { gains[world] += count }
    }
    return gains
  }

  /// Whom a receiver reaches and a start does not, counted in each world.
  private func newly(to start: Int, from receiver: Int) -> WorldCounter {
    var counter = WorldCounter()
    words.withUnsafeBufferPointer { words in
      for other in met[receiver] {
        counter.add(words[receiver * actors + Int(other)] & ~words[start * actors + Int(other)])
      }
    }
    return counter
  }
}
