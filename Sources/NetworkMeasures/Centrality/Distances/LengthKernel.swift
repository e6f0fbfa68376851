internal import KnowledgeNetworks

/// Betweenness where ties have lengths of any kind: one search an actor, the actors shared by the workers.
struct LengthKernel: Sendable {
  private let rows: LengthRows
  /// How many searches make a block; part of the result, since sums run block by block.
  static let block = 32

  /// - Parameter direction: Along which ties searches go.
  init(_ network: KnowledgeNetwork, _ direction: Direction) { rows = LengthRows(network, direction) }

  private var actorCount: Int { rows.rows.starts.count - 1 }
  /// How many blocks of searches there are.
  var blockCount: Int { (actorCount + Self.block - 1) / Self.block }

  /// The dependencies of all actors on each one on the way to ends that count.
  ///
  /// - Complexity: O(*n* *m* log *n*) time, O(*n* log *n*) space, and O(*n*) a worker.
  func dependencies(on ends: CountedEnds, by workers: Workers) throws(BuzzlineError) -> [Double] {
    try dependencies(on: ends, ofBlocks: 0..<blockCount, by: workers).total(count: actorCount)
  }

  /// The same of the actors of some blocks.
  func dependencies(
    on ends: CountedEnds, ofBlocks blocks: Range<Int>, by workers: Workers
  ) throws(BuzzlineError) -> PairwiseSums {
    var sums = PairwiseSums()
    try workers.forEach(of: blocks.count, work: "betweenness") {
      LengthSearch(rows)
    } compute: { search, number in
      let first = (blocks.lowerBound + number) * Self.block
      var part = [Double](repeating: 0, count: actorCount)
      for source in first..<min(actorCount, first + Self.block) {
        search.run(from: source)
        search.addDependencies(of: source, on: ends, to: &part)
      }
      return part
    } commit: { number, part in
      sums.add(part, at: blocks.lowerBound + number)
    }
    return sums
  }
}

/// Shortest ways from one actor after another where ties have lengths.
///
/// Dijkstra (1959), [doi:10.1007/BF01386390](https://doi.org/10.1007/BF01386390). Two ways count as equally long where
/// they differ by less than 10⁻¹⁰ of their sum, as igraph has it, since sums of lengths are rounded.
struct LengthSearch {
  private let rows: CompressedRows
  private let lengths: [Double]
  /// Actors in the order they were reached, nearest first.
  private(set) var reached: [UInt32] = []
  private(set) var distances: [Double]
  private var paths: [Double]
  private var dependencies: [Double]
  private var isSettled: [Bool]
  private var queue = NearestQueue()

  init(_ given: LengthRows) {
    (rows, lengths) = (given.rows, given.lengths)
    let actorCount = rows.starts.count - 1
    distances = Array(repeating: .infinity, count: actorCount)
    paths = Array(repeating: 0, count: actorCount)
    dependencies = paths
    isSettled = Array(repeating: false, count: actorCount)
  }

  mutating func run(from source: Int) {
    for actor in reached {
      (distances[Int(actor)], paths[Int(actor)], dependencies[Int(actor)]) = (.infinity, 0, 0)
      isSettled[Int(actor)] = false
    }
    reached.removeAll(keepingCapacity: true)
    (distances[source], paths[source]) = (0, 1)
    queue.insert(UInt32(source), at: 0)
    while let actor = queue.next() {
      guard !isSettled[Int(actor)] else { continue }
      isSettled[Int(actor)] = true
      reached.append(actor)
      goOn(from: Int(actor))
    }
  }

  private mutating func goOn(from actor: Int) {
    for place in rows.range(of: actor) {
      let partner = Int(rows.partners[place])
      let distance = distances[actor] + lengths[place]
      if !isSettled[partner], Self.isLess(distance, distances[partner]) {
        distances[partner] = distance
        paths[partner] = paths[actor]
        queue.insert(UInt32(partner), at: distance)
      } else if Self.isSame(distance, distances[partner]) {
        paths[partner] += paths[actor]
      }
    }
  }

  /// Adds how much the source depends on each actor on the way to ends that count, in Brandes' manner.
  mutating func addDependencies(of source: Int, on ends: CountedEnds, to sums: inout [Double]) {
    for actor in reached.dropFirst().reversed() {
      let actor = Int(actor)
      var dependency = 0.0
      for place in rows.range(of: actor) {
        let partner = Int(rows.partners[place])
        guard Self.isSame(distances[actor] + lengths[place], distances[partner]) else { continue }
        let own = ends.areCounted(from: source, to: partner) ? 1.0 : 0
        dependency += (own + dependencies[partner]) / paths[partner]
      }
      dependencies[actor] = paths[actor] * dependency
      sums[actor] += dependencies[actor]
    }
  }

  private static func isSame(_ one: Double, _ other: Double) -> Bool {
    one == other || abs(one - other) < 1e-10 * (one + other)
  }

  private static func isLess(_ one: Double, _ other: Double) -> Bool {
    one < other && (other == .infinity || !isSame(one, other))
  }
}

/// Actors by how far they are, the nearest first; of actors equally far the one with the lower position.
private struct NearestQueue {
  private var heap: [(distance: Double, actor: UInt32)] = []

  mutating func insert(_ actor: UInt32, at distance: Double) {
    heap.append((distance, actor))
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func next() -> UInt32? {
    guard let nearest = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return nearest.actor }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      if least == place { return nearest.actor }
      heap.swapAt(place, least)
      place = least
    }
  }
}
