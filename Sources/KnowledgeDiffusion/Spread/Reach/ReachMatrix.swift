internal import KnowledgeNetworks

/// Who reaches whom in each of 64 graphs: one word for every two actors.
struct ReachMatrix {
  private let actors: Int
  private var search: LiveEdgeSearch
  /// Row by row, the graphs in which one actor reaches another.
  private var words: [UInt64]
  /// Whom each actor reaches in any graph.
  private var met: [[UInt32]] = []
  /// Who reaches each actor in any graph.
  private var metBy: [[UInt32]] = []
  /// How many each actor reaches, and how many reach it, in each graph.
  private var ahead: DigitTable
  private var behind: DigitTable
  /// What starts reach of what a receiver reaches; empty between receivers.
  private var overlaps: DigitTable
  private var overlapping: [Int] = []

  init(of graphs: LiveEdgeTies) {
    actors = graphs.actorCount
    search = LiveEdgeSearch(along: graphs.rows)
    words = Array(repeating: 0, count: actors * actors)
    ahead = DigitTable(rows: actors, most: actors)
    (behind, overlaps) = (ahead, ahead)
  }

  /// - Complexity: O(*n* (*n* + *m*)) time where few actors are gone through often, O(*n*²) space.
  mutating func fill(_ block: LiveEdgeBlock) {
    for (actor, reached) in met.enumerated() {
      for other in reached { words[actor * actors + Int(other)] = 0 }
      ahead.clear(actor)
      behind.clear(actor)
    }
    met.removeAll(keepingCapacity: true)
    metBy = Array(repeating: [], count: actors)
    for actor in 0..<actors {
      search.run(from: actor, in: block.graphs, along: block)
      met.append(search.met)
      for other in search.met.map({ Int($0) }) {
        let graphs = search.reached[other]
        words[actor * actors + other] = graphs
        metBy[other].append(UInt32(actor))
        ahead.add(graphs, to: actor)
        behind.add(graphs, to: other)
      }
    }
  }

  /// The most that a new tie to a receiver brings, did nobody who reaches the giver reach any of whom the receiver reaches:
  /// giver by giver.
  ///
  /// - Complexity: O(*n* *d*²) time for counts of *d* digits.
  func addBounds(to receiver: Int, _ sums: inout [Int]) {
    for giver in 0..<actors { sums[giver] += behind.product(of: giver, with: receiver, of: ahead) }
  }

  /// Adds, for each giver, what a new tie from it to a receiver brings everyone who reaches it.
  ///
  /// That is the bound less what those who reach the giver do reach of it already.
  ///
  /// - Complexity: O(*n* *d*² + *p* + *q*) time for counts of *d* digits, *p* pairs of a start and someone whom both it and
  ///   the receiver reach, and *q* actors that those starts reach.
  mutating func addColumn(to receiver: Int, _ sums: inout [Int]) {
    addBounds(to: receiver, &sums)
    for other in met[receiver].map({ Int($0) }) {
      let graphs = words[receiver * actors + other]
      for start in metBy[other].map({ Int($0) }) {
        let both = graphs & words[start * actors + other]
        if both == 0 { continue }
        if overlaps.isEmpty(start) { overlapping.append(start) }
        overlaps.add(both, to: start)
      }
    }
    for start in overlapping {
      for giver in met[start].map({ Int($0) }) {
        sums[giver] -= overlaps.total(of: start, in: words[start * actors + giver])
      }
      overlaps.clear(start)
    }
    overlapping.removeAll(keepingCapacity: true)
  }

  /// What a new tie brings everyone who reaches its giver, in each of the first graphs.
  func gains(of tie: TieEnds, graphs count: Int) -> [Int] {
    var gains = [Int](repeating: 0, count: count)
    for start in metBy[tie.giver].map({ Int($0) }) {
      var newly = GraphCounter()
      for other in met[tie.receiver].map({ Int($0) }) {
        newly.add(words[tie.receiver * actors + other] & ~words[start * actors + other])
      }
      let graphs = words[start * actors + tie.giver]
      for (graph, count) in newly.counts(ofFirst: count).enumerated() where graphs >> UInt64(graph) & 1 == 1 {
        gains[graph] += count
      }
    }
    return gains
  }
}

private struct DigitTable {
  private let width: Int
  /// The digits of one counter after the other, the lowest first.
  private var digits: [UInt64]
  private var lengths: [Int]

  /// - Parameter most: The largest number ever counted to.
  init(rows: Int, most: Int) {
    width = Int.bitWidth - most.leadingZeroBitCount
    digits = Array(repeating: 0, count: rows * width)
    lengths = Array(repeating: 0, count: rows)
  }

  func isEmpty(_ row: Int) -> Bool { lengths[row] == 0 }

  mutating func clear(_ row: Int) {
    for place in 0..<lengths[row] { digits[row * width + place] = 0 }
    lengths[row] = 0
  }

  mutating func add(_ graphs: UInt64, to row: Int) {
    var carry = graphs
    var place = row * width
    while carry != 0 {
      (digits[place], carry) = (digits[place] ^ carry, digits[place] & carry)
      place += 1
    }
    lengths[row] = max(lengths[row], place - row * width)
  }

  func total(of row: Int, in graphs: UInt64) -> Int {
    digits.withUnsafeBufferPointer { digits in
      var total = 0
      for place in 0..<lengths[row] { total += (digits[row * width + place] & graphs).nonzeroBitCount << place }
      return total
    }
  }

  /// The sum over all graphs of a row's count times that of another table's row.
  func product(of row: Int, with otherRow: Int, of other: DigitTable) -> Int {
    digits.withUnsafeBufferPointer { digits in
      other.digits.withUnsafeBufferPointer { others in
        var total = 0
        for place in 0..<lengths[row] {
          for otherPlace in 0..<other.lengths[otherRow] {
            let both = digits[row * width + place] & others[otherRow * width + otherPlace]
            total += both.nonzeroBitCount << (place + otherPlace)
          }
        }
        return total
      }
    }
  }
}
