internal import KnowledgeNetworks

/// Values sets by how near they are to the others.
///
/// An actor that joins a set changes distances only where it is nearer than the set was, and behind an actor to which it
/// is not nearer it is nearer to nobody: there its search ends.
struct ReachScorer: SetScorer {
  private let measure: KeyPlayerMeasure
  private let rows: CompressedRows
  private let actors: Int
  /// Steps from the nearest member, `actors` where no way leads.
  private var distances: [Int]
  /// How many actors are so many steps away.
  private var counts: [Int]
  private var changes: [(actor: Int, distance: Int)] = []

  init(_ measure: KeyPlayerMeasure, along rows: CompressedRows) {
    self.measure = measure
    self.rows = rows
    actors = rows.starts.count - 1
    distances = Array(repeating: actors, count: actors)
    counts = Array(repeating: 0, count: actors) + [actors]
  }

  mutating func begin(with members: [Int]) {
    for actor in 0..<actors { distances[actor] = actors }
    for steps in 0..<actors { counts[steps] = 0 }
    counts[actors] = actors
    for member in members { join(member) }
    changes.removeAll(keepingCapacity: true)
  }

  mutating func value(adding actor: Int) -> Double {
    join(actor)
    let value = measure.value(counts: counts.prefix(actors), of: actors)
    for change in changes.reversed() { move(change.actor, to: change.distance) }
    changes.removeAll(keepingCapacity: true)
    return value
  }

  mutating func value(of members: [Int]) -> Double {
    begin(with: members)
    return measure.value(counts: counts.prefix(actors), of: actors)
  }

  private mutating func join(_ start: Int) {
    guard distances[start] > 0 else { return }
    var head = changes.count
    change(start, to: 0)
    while head < changes.count {
      let actor = changes[head].actor
      let steps = distances[actor] + 1
      head += 1
      for entry in rows.range(of: actor) {
        let next = Int(rows.partners[entry])
        if distances[next] > steps { change(next, to: steps) }
      }
    }
  }

  private mutating func change(_ actor: Int, to distance: Int) {
    changes.append((actor, distances[actor]))
    move(actor, to: distance)
  }

  private mutating func move(_ actor: Int, to distance: Int) {
    counts[distances[actor]] -= 1
    counts[distance] += 1
    distances[actor] = distance
  }
}

/// Values sets by what is left without them.
protocol RemovalScorer: SetScorer {
  /// The members all sets share.
  var gone: [Int] { get set }
}

extension RemovalScorer {
  mutating func begin(with members: [Int]) { gone = members }

  mutating func value(adding actor: Int) -> Double { value(of: gone.contains(actor) ? gone : gone + [actor]) }
}

/// Values sets by the parts the network falls into without them, where ties lead either way.
struct PartScorer: RemovalScorer {
  var gone: [Int] = []
  private let rows: CompressedRows
  private let actors: Int
  /// The number of the last count that met an actor; `Int.max` for those that are gone.
  private var marks: [Int]
  private var count = 0
  private var queue: [Int] = []

  init(along rows: CompressedRows) {
    self.rows = rows
    actors = rows.starts.count - 1
    marks = Array(repeating: 0, count: actors)
  }

  mutating func value(of members: [Int]) -> Double {
    count += 1
    for member in members { marks[member] = .max }
    defer { for member in members { marks[member] = 0 } }
    let remaining = actors - members.count
    var joined = 0
    for start in 0..<actors where marks[start] < count {
      let part = partSize(around: start)
      joined += part * (part - 1)
    }
    return KeyPlayerMeasure.fragmentation.value(counts: [joined], of: remaining * (remaining - 1))
  }

  private mutating func partSize(around start: Int) -> Int {
    queue.removeAll(keepingCapacity: true)
    queue.append(start)
    marks[start] = count
    var head = 0
    while head < queue.count {
      for entry in rows.range(of: queue[head]) {
        let next = Int(rows.partners[entry])
        if marks[next] < count {
          marks[next] = count
          queue.append(next)
        }
      }
      head += 1
    }
    return queue.count
  }
}

/// Values sets by how far apart the others are without them: 64 searches at a time, one bit each.
///
/// Then & al. (2014), [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507).
struct FragmentationScorer: RemovalScorer {
  var gone: [Int] = []
  private let measure: KeyPlayerMeasure
  private let rows: CompressedRows
  private let actors: Int
  /// Which searches have met an actor, before and after the step.
  private var seen: [UInt64]
  private var next: [UInt64]
  private var isGone: [Bool]

  init(_ measure: KeyPlayerMeasure, along rows: CompressedRows) {
    self.measure = measure
    self.rows = rows
    actors = rows.starts.count - 1
    seen = Array(repeating: 0, count: actors)
    next = seen
    isGone = Array(repeating: false, count: actors)
  }

  mutating func value(of members: [Int]) -> Double {
    let remaining = actors - members.count
    return measure.value(counts: pairsBySteps(without: members), of: remaining * (remaining - 1))
  }

  /// How many ordered pairs of remaining actors are so many steps apart; none are 0 steps apart.
  ///
  /// - Complexity: O(*n* (*n* + *m*) *d* / 64) time where the farthest pair is *d* steps apart.
  private mutating func pairsBySteps(without gone: [Int]) -> [Int] {
    for actor in gone { isGone[actor] = true }
    defer { for actor in gone { isGone[actor] = false } }
    let sources = (0..<actors).filter { !isGone[$0] }
    var counts = [0]
    for start in stride(from: 0, to: sources.count, by: 64) {
      for actor in 0..<actors { seen[actor] = 0 }
      for (bit, source) in sources[start..<min(start + 64, sources.count)].enumerated() { seen[source] = 1 << bit }
      var steps = 1
      while case let met = step(), met > 0 {
        if steps == counts.count { counts.append(0) }
        counts[steps] += met
        steps += 1
      }
    }
    return counts
  }

  /// Takes every search one step on; returns how many actors were met for the first time, each search on its own.
  private mutating func step() -> Int {
    let (actors, rows) = (actors, rows)
    var met = 0
    isGone.withUnsafeBufferPointer { isGone in
      seen.withUnsafeBufferPointer { seen in
        next.withUnsafeMutableBufferPointer { next in
          rows.partners.withUnsafeBufferPointer { partners in
            for actor in 0..<actors { next[actor] = seen[actor] }
            for actor in 0..<actors where seen[actor] != 0 {
              for entry in rows.range(of: actor) { next[Int(partners[entry])] |= seen[actor] }
            }
            for actor in 0..<actors {
              if isGone[actor] { next[actor] = 0 }
              met += (next[actor] ^ seen[actor]).nonzeroBitCount
            }
          }
        }
      }
    }
    swap(&seen, &next)
    return met
  }
}
