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
  /// By how much the sum of the squares of how many had heard grew in each step.
  private(set) var squares: [Int] = []
  /// In how many runs each actor heard of it.
  private(set) var byActor: [Int]
  /// By group, one grouping after the other.
  private(set) var groups: [GroupCounts] = []
  /// One a grouping: the place of each actor's group among all groups, below 0 for none.
  private var places: [[Int32]] = []

  struct GroupCounts: Sendable {
    var sum = 0
    var squares = 0
    var heard: [Int] = []
    /// By how much the sum of the squares of how many had heard grew in each step.
    var stepSquares: [Int] = []
    /// How many heard in the run at hand, and how many of them before its last step.
    var current = 0
    var before = 0
  }

  init(actorCount: Int, groupings: [Grouping]) {
    byActor = [Int](repeating: 0, count: actorCount)
    for grouping in groupings {
      let first = Int32(groups.count)
      places.append(grouping.groupCodes.map { $0 < 0 ? $0 : first + $0 })
      groups += grouping.groups.map { _ in GroupCounts() }
    }
  }

  mutating func add(_ process: inout some SpreadProcess, from seeds: [Int], chance: RunChance, stepLimit: Int) {
    process.begin(from: seeds, chance: chance)
    var sizes = [seeds.count]
    var knowing = seeds.count
    note(seeds, step: 0, before: 0, knowing: knowing)
    while true {
      let step = process.step()
      let before = sizes[sizes.count - 1]
      sizes.append(before + step.informed.count)
      note(step.informed, step: sizes.count - 1, before: before, knowing: step.knowing - knowing)
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
    for group in groups.indices {
      let current = groups[group].current
      groups[group].sum += current
      groups[group].squares += current * current
      (groups[group].current, groups[group].before) = (0, 0)
    }
  }

  private mutating func note(_ informed: [Int], step: Int, before: Int, knowing: Int) {
    heard.add(informed.count, at: step)
    let after = before + informed.count
    squares.add(after * after - before * before, at: step)
    learnt.add(knowing, at: step)
    for actor in informed {
      byActor[actor] += 1
      for places in places where places[actor] >= 0 {
        groups[Int(places[actor])].heard.add(1, at: step)
        groups[Int(places[actor])].current += 1
      }
    }
    for group in groups.indices where groups[group].current > groups[group].before {
      let (before, after) = (groups[group].before, groups[group].current)
      groups[group].stepSquares.add(after * after - before * before, at: step)
      groups[group].before = after
    }
  }

  /// Takes up the runs that follow these.
  mutating func append(_ later: SpreadTally) {
    reaches += later.reaches
    halfTimes += later.halfTimes
    unfinished += later.unfinished
    heard.add(later.heard)
    learnt.add(later.learnt)
    squares.add(later.squares)
    byActor.add(later.byActor)
    for (group, counts) in later.groups.enumerated() {
      groups[group].sum += counts.sum
      groups[group].squares += counts.squares
      groups[group].heard.add(counts.heard)
      groups[group].stepSquares.add(counts.stepSquares)
    }
  }
}

extension [Int] {
  /// Adds place by place; places that are not there are made.
  mutating func add(_ numbers: [Int]) {
    append(contentsOf: repeatElement(0, count: Swift.max(0, numbers.count - count)))
    for place in numbers.indices { self[place] += numbers[place] }
  }

  /// Adds to one place, which is made if it is not there.
  mutating func add(_ number: Int, at place: Int) {
    while count <= place { append(0) }
    self[place] += number
  }
}
