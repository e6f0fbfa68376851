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
    for change in changes.reversed() {
      move(change.actor, to: change.distance)
    }
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

/// Values sets by the parts the network falls into without them, where ties lead either way.
struct PartScorer: SetScorer {
  private let rows: CompressedRows
  private let actors: Int
  private var gone: [Int] = []
  /// The number of the last count that met an actor; `Int.max` for those that are gone.
  private var marks: [Int]
  private var count = 0
  private var queue: [Int] = []

  init(along rows: CompressedRows) {
    self.rows = rows
    actors = rows.starts.count - 1
    marks = Array(repeating: 0, count: actors)
  }

  mutating func begin(with members: [Int]) { gone = members }

  mutating func value(adding actor: Int) -> Double { value(of: gone.contains(actor) ? gone : gone + [actor]) }

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

/// Values sets by how far apart the others are without them.
struct FragmentationScorer: SetScorer {
  private let measure: KeyPlayerMeasure
  private let actors: Int
  private var gone: [Int] = []
  private var kernel: PairStepKernel

  init(_ measure: KeyPlayerMeasure, along rows: CompressedRows) {
    self.measure = measure
    actors = rows.starts.count - 1
    kernel = PairStepKernel(along: rows)
  }

  mutating func begin(with members: [Int]) { gone = members }

  mutating func value(adding actor: Int) -> Double { value(of: gone.contains(actor) ? gone : gone + [actor]) }

  mutating func value(of members: [Int]) -> Double {
    let remaining = actors - members.count
    return measure.value(counts: kernel.pairsBySteps(without: members), of: remaining * (remaining - 1))
  }
}
