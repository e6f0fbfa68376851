internal import KnowledgeNetworks

/// An actor that some of 64 searches met after one and the same number of steps, or at one distance.
struct LevelEntry {
  let actor: UInt32
  /// The searches that met it then.
  let lanes: UInt64
  /// Those of them that went on from it to an actor nobody nearer leads to.
  var leading: UInt64
}

/// Breadth-first searches from up to 64 actors, one bit a search, remembered step by step.
///
/// Where ties have lengths, a step is a distance at which anybody is met.
struct LevelSearch {
  /// Step *d* is `entries[starts[d] ..< starts[d + 1]]`; step 0 the sources.
  private(set) var entries: [LevelEntry] = []
  private(set) var starts: [Int] = []
  /// How far each step is in units, where ties have lengths.
  private(set) var distances: [Int] = []
  /// For each step, whether fewer ties lead on from the actors before it than lead to the actors at it.
  private(set) var isPushed: [Bool] = []
  /// The same entries, within each step by the length of their rows.
  private(set) var byLength: [LevelEntry] = []
  private var seen: [UInt64]
  private var next: [UInt64]
  private var met: [UInt32] = []
  private var delayed: DelayedSearch<UInt64>

  /// - Parameter longest: The longest tie in units; 0 where ties have no lengths.
  init(actorCount: Int, longest: Int = 0) {
    seen = Array(repeating: 0, count: actorCount)
    next = seen
    delayed = DelayedSearch(actorCount: actorCount, longest: longest)
  }

  func deallocate() { delayed.deallocate() }

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

  /// The same along ties that have lengths.
  mutating func run(from sources: ArraySlice<UInt32>, along rows: DelayedRowPointers) {
    var search = delayed
    entries.removeAll(keepingCapacity: true)
    distances.removeAll(keepingCapacity: true)
    starts = [0]
    search.begin(sources)
    repeat {
      for place in 0..<search.metCount {
        entries.append(LevelEntry(actor: search.met[place], lanes: search.fresh[place], leading: 0))
      }
      starts.append(entries.count)
      distances.append(search.distance)
    } while search.advance(rows)
    isPushed = Array(repeating: true, count: stepCount)
    markLeading(rows, search.ring)
    delayed = search
    sortByLength(rows.partners)
  }

  /// Says for each entry which searches go on from it to an actor that they meet where a tie ends.
  private mutating func markLeading(_ rows: DelayedRowPointers, _ ring: ArrivalRing<UInt64>) {
    let (steps, starts, distances) = (0..<stepCount, starts, distances)
    entries.withUnsafeMutableBufferPointer { entries in
      var known = 0
      for step in steps {
        let (own, now) = (starts[step]..<starts[step + 1], ring.arrivals(at: distances[step]))
        for place in own { now[Int(entries[place].actor)] = 0 }
        while known + 1 < steps.count, distances[known + 1] <= distances[step] + ring.longest {
          known += 1
          let later = ring.arrivals(at: distances[known])
          for place in starts[known]..<starts[known + 1] { later[Int(entries[place].actor)] = entries[place].lanes }
        }
        ring.leave(at: distances[step])
        for place in own {
          let actor = Int(entries[place].actor)
          let (row, delays) = (rows.partners.first(actor), rows.delays(actor))
          var leading: UInt64 = 0
          for tie in 0..<rows.partners.count(actor) { leading |= ring.arrivals(after: delays[tie], at: Int(row[tie])) }
          entries[place].leading = leading & entries[place].lanes
        }
      }
    }
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
