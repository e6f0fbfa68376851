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
