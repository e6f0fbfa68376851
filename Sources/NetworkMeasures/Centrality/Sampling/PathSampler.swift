internal import KnowledgeNetworks

/// Draws shortest paths at random by searching from both ends at once.
struct PathSampler {
  private let onward: CompressedRows
  private let backward: CompressedRows
  private var fromSource: SideSearch
  private var toTarget: SideSearch
  /// Actors strictly between the ends of the last path.
  private(set) var between: [Int] = []

  init(_ network: KnowledgeNetwork) {
    (onward, backward) = (network.outgoing, network.incoming)
    fromSource = SideSearch(actorCount: network.actorCount)
    toTarget = fromSource
  }

  /// Draws one of the shortest paths between two actors, each equally likely; none if the second is out of reach.
  mutating func draw(from source: Int, to target: Int, _ generator: inout SeededGenerator) {
    between.removeAll(keepingCapacity: true)
    fromSource.begin(at: source)
    toTarget.begin(at: target)
    while !fromSource.front.isEmpty, !toTarget.front.isEmpty {
      // Whoever has less to read goes on, so that both together read little.
      let meetings =
        fromSource.reach(onward) <= toTarget.reach(backward)
        ? fromSource.step(onward, meeting: toTarget) : toTarget.step(backward, meeting: fromSource)
      guard let meeting = pick(meetings, &generator) else { continue }
      if meeting != source, meeting != target { between.append(meeting) }
      trace(fromSource, from: meeting, to: source, along: backward, &generator)
      trace(toTarget, from: meeting, to: target, along: onward, &generator)
      return
    }
  }

  /// One of the actors at which the searches met, by the number of paths through it.
  private func pick(_ meetings: [Int], _ generator: inout SeededGenerator) -> Int? {
    guard let last = meetings.last else { return nil }
    let weights = meetings.map { fromSource.paths[$0] * toTarget.paths[$0] }
    var left = generator.unit() * weights.reduce(0, +)
    for (meeting, weight) in zip(meetings, weights) {
      left -= weight
      if left < 0 { return meeting }
    }
    return last
  }

  /// Walks back to where a side began, choosing among the ways by the number of paths behind them.
  private mutating func trace(
    _ side: SideSearch, from meeting: Int, to end: Int, along rows: CompressedRows, _ generator: inout SeededGenerator
  ) {
    var actor = meeting
    while actor != end {
      var left = generator.unit() * side.paths[actor]
      var next = actor
      for partner in rows[actor] where side.isMet(Int(partner), at: side.steps[actor] - 1) {
        next = Int(partner)
        left -= side.paths[next]
        if left < 0 { break }
      }
      actor = next
      if actor != end { between.append(actor) }
    }
  }
}

/// A breadth-first search from one end, step by step.
struct SideSearch {
  /// Steps from the end, where the stamp is that of this search.
  private(set) var steps: [Int32]
  private(set) var paths: [Double]
  private(set) var front: [Int] = []
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var depth: Int32 = 0

  init(actorCount: Int) {
    steps = Array(repeating: 0, count: actorCount)
    paths = Array(repeating: 0, count: actorCount)
    stamps = Array(repeating: 0, count: actorCount)
  }

  func isMet(_ actor: Int) -> Bool { stamps[actor] == stamp }

  func isMet(_ actor: Int, at depth: Int32) -> Bool { stamps[actor] == stamp && steps[actor] == depth }

  mutating func begin(at actor: Int) {
    stamp &+= 1
    if stamp == 0 {
      for actor in stamps.indices { stamps[actor] = 0 }
      stamp = 1
    }
    depth = 0
    front = [actor]
    meet(actor, at: 0, paths: 1)
  }

  func reach(_ rows: CompressedRows) -> Int { front.reduce(0) { $0 + rows.count(of: $1) } }

  /// Goes one step on; the actors met that the other side has met too, which then all lie on shortest paths.
  mutating func step(_ rows: CompressedRows, meeting other: SideSearch) -> [Int] {
    depth += 1
    var next: [Int] = []
    var meetings: [Int] = []
    for actor in front {
      let arriving = paths[actor]
      for partner in rows[actor] {
        let partner = Int(partner)
        if !isMet(partner) {
          meet(partner, at: depth, paths: arriving)
          next.append(partner)
          if other.isMet(partner) { meetings.append(partner) }
        } else if steps[partner] == depth {
          paths[partner] += arriving
        }
      }
    }
    front = next
    return meetings
  }

  private mutating func meet(_ actor: Int, at depth: Int32, paths count: Double) {
    stamps[actor] = stamp
    steps[actor] = depth
    paths[actor] = count
  }
}
