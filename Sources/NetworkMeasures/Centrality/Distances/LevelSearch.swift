internal import KnowledgeNetworks

/// An actor that some of 64 searches met after one and the same number of steps.
struct LevelEntry {
  let actor: UInt32
  /// The searches that met it then.
  let lanes: UInt64
  /// Those of them that went on from it to an actor nobody nearer leads to.
  var leading: UInt64
}

/// Breadth-first searches from up to 64 actors, one bit a search, remembered step by step.
struct LevelSearch {
  /// Step *d* is `entries[starts[d] ..< starts[d + 1]]`; step 0 the sources.
  private(set) var entries: [LevelEntry] = []
  private(set) var starts: [Int] = []
  /// For each step, whether fewer ties lead on from the actors before it than lead to the actors at it.
  private(set) var isPushed: [Bool] = []
  /// The same entries, within each step by the length of their rows.
  private(set) var byLength: [LevelEntry] = []
  private var seen: [UInt64]
  private var next: [UInt64]
  private var met: [UInt32] = []

  init(actorCount: Int) {
    seen = Array(repeating: 0, count: actorCount)
    next = seen
  }

  var actorCount: Int { seen.count }
  var stepCount: Int { starts.count - 1 }
  var sourceCount: Int { starts[1] }

  mutating func run(from sources: ArraySlice<UInt32>, _ onward: RowPointers, _ backward: RowPointers) {
    for actor in seen.indices { seen[actor] = 0 }
    entries.removeAll(keepingCapacity: true)
    isPushed = [false]
    starts = [0]
    for (lane, source) in sources.enumerated() {
      let bit: UInt64 = 1 << UInt64(lane)
      seen[Int(source)] |= bit
      entries.append(LevelEntry(actor: source, lanes: bit, leading: 0))
    }
    starts.append(entries.count)
    while starts[starts.count - 2] < entries.count { step(onward, backward) }
    starts.removeLast()
    isPushed.removeLast()
    sortByLength(onward)
  }

  /// Rows of one length after each other end where the processor expects it; but whoever is far apart in the numbers
  /// stays apart, for the sake of the cache.
  private mutating func sortByLength(_ onward: RowPointers) {
    byLength.removeAll(keepingCapacity: true)
    byLength.append(contentsOf: entries)
    for step in 0..<stepCount {
      var rest = starts[step]..<starts[step + 1]
      while let first = rest.first {
        let next = (entries[first].actor / Self.near + 1) * Self.near
        let near = rest.prefix { entries[$0].actor < next }
        sortByLength(near, onward)
        rest = near.endIndex..<rest.upperBound
      }
    }
  }

  private mutating func sortByLength(_ range: Range<Int>, _ onward: RowPointers) {
    var places = [Int](repeating: 0, count: Self.longest + 2)
    for place in range { places[min(onward.count(Int(entries[place].actor)), Self.longest) + 1] += 1 }
    places[0] = range.lowerBound
    for length in 1..<places.count { places[length] += places[length - 1] }
    for place in range {
      let length = min(onward.count(Int(entries[place].actor)), Self.longest)
      byLength[places[length]] = entries[place]
      places[length] += 1
    }
  }

  /// Rows longer than this are not told apart by length.
  private static let longest = 64
  /// How many numbers make a stretch in which rows are sorted.
  private static let near: UInt32 = 512

  private mutating func step(_ onward: RowPointers, _ backward: RowPointers) {
    let front = starts[starts.count - 2]..<entries.count
    let reach = front.reduce(0) { $0 &+ onward.count(Int(entries[$1].actor)) }
    let isNarrow = reach < seen.count / 16
    met.removeAll(keepingCapacity: true)
    var pushTies = 0
    entries.withUnsafeMutableBufferPointer { entries in
      seen.withUnsafeBufferPointer { seen in
        next.withUnsafeMutableBufferPointer { next in
          for place in front {
            let (actor, lanes) = (Int(entries[place].actor), entries[place].lanes)
            let row = onward.first(actor)
            var leading: UInt64 = 0
            for tie in 0..<onward.count(actor) {
              let partner = Int(row[tie])
              let new = lanes & ~seen[partner]
              leading |= new
              if isNarrow, new != 0, next[partner] == 0 { met.append(row[tie]) }
              next[partner] |= new
            }
            entries[place].leading = leading
            pushTies &+= leading == 0 ? 0 : onward.count(actor)
          }
        }
      }
    }
    if isNarrow { met.sort() } else { met = (0..<UInt32(seen.count)).filter { next[Int($0)] != 0 } }
    var pullTies = 0
    for actor in met { pullTies &+= take(actor, backward) }
    isPushed.append(pushTies < pullTies)
    starts.append(entries.count)
  }

  /// Takes up an actor that is new: how many ties lead to it.
  private mutating func take(_ actor: UInt32, _ backward: RowPointers) -> Int {
    let place = Int(actor)
    seen[place] |= next[place]
    entries.append(LevelEntry(actor: actor, lanes: next[place], leading: 0))
    next[place] = 0
    return backward.count(place)
  }
}
