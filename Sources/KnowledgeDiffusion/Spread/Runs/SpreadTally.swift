internal import KnowledgeNetworks

/// What some runs brought, in whole numbers that add up to the same in any order.
struct SpreadTally: Sendable {
  /// How many heard of it in each run, and in which step half of them had.
  private(set) var reaches: [Int] = []
  private(set) var halfTimes: [Int] = []
  private(set) var unfinished = 0
  /// How many heard of it first in each step, and by how many more or fewer knew after it.
  private(set) var heard: [Int] = []
  private(set) var learnt: [Int] = []
  /// In how many runs each actor heard of it.
  private(set) var byActor: [Int]
  /// One a grouping: by group.
  private(set) var groups: [[GroupCounts]]

  /// What happened in one group.
  struct GroupCounts: Sendable {
    var sum = 0
    var squares = 0
    var heard: [Int] = []
    /// How many heard in the run at hand.
    var current = 0
  }

  init(actorCount: Int, groupings: [Grouping]) {
    byActor = [Int](repeating: 0, count: actorCount)
    groups = groupings.map { Array(repeating: GroupCounts(), count: $0.groups.count) }
  }

  /// Goes through one run.
  mutating func add(
    _ process: inout some SpreadProcess, from seeds: [Int], chance: RunChance, stepLimit: Int, _ codes: [[Int32]]
  ) {
    process.begin(from: seeds, chance: chance)
    var sizes = [seeds.count]
    var knowing = seeds.count
    note(seeds, step: 0, knowing: knowing, codes)
    while true {
      let step = process.step()
      sizes.append((sizes.last ?? 0) + step.informed.count)
      note(step.informed, step: sizes.count - 1, knowing: step.knowing - knowing, codes)
      knowing = step.knowing
      if step.isLast { break }
      guard sizes.count <= stepLimit else {
        unfinished += 1
        break
      }
    }
    let reach = sizes.last ?? 0
    reaches.append(reach)
    halfTimes.append(sizes.firstIndex { 2 * $0 >= reach } ?? 0)
    closeGroups()
  }

  private mutating func note(_ informed: [Int], step: Int, knowing: Int, _ codes: [[Int32]]) {
    heard.add(informed.count, at: step)
    learnt.add(knowing, at: step)
    for actor in informed {
      byActor[actor] += 1
      for grouping in codes.indices where codes[grouping][actor] >= 0 {
        let group = Int(codes[grouping][actor])
        groups[grouping][group].heard.add(1, at: step)
        groups[grouping][group].current += 1
      }
    }
  }

  private mutating func closeGroups() {
    for grouping in groups.indices {
      for group in groups[grouping].indices {
        let current = groups[grouping][group].current
        groups[grouping][group].sum += current
        groups[grouping][group].squares += current * current
        groups[grouping][group].current = 0
      }
    }
  }

  /// Takes up the runs that follow these.
  mutating func append(_ later: SpreadTally) {
    reaches += later.reaches
    halfTimes += later.halfTimes
    unfinished += later.unfinished
    heard.add(later.heard)
    learnt.add(later.learnt)
    byActor.add(later.byActor)
    for grouping in groups.indices {
      for group in groups[grouping].indices {
        groups[grouping][group].sum += later.groups[grouping][group].sum
        groups[grouping][group].squares += later.groups[grouping][group].squares
        groups[grouping][group].heard.add(later.groups[grouping][group].heard)
      }
    }
  }
}

extension [Int] {
  /// Adds to one place, which is made if it is not there.
  fileprivate mutating func add(_ number: Int, at place: Int) {
    while count <= place { append(0) }
    self[place] += number
  }

  /// Adds place by place.
  fileprivate mutating func add(_ numbers: [Int]) {
    for (place, number) in numbers.enumerated() { add(number, at: place) }
  }
}
