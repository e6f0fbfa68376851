internal import KnowledgeNetworks

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
