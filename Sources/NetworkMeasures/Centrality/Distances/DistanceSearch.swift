internal import KnowledgeNetworks

/// The searches of one batch after another, on bare pointers, and what they add up to.
///
/// First steps push from the few actors at the front; when many are at the front, every actor that some search has not
/// seen yet pulls from its givers instead. An actor all searches have seen leaves the list.
struct DistanceSearch {
  typealias Lanes = SIMD4<UInt64>

  private let actorCount: Int
  private let scale: DistanceScale
  /// Which searches have been at an actor, before the step and after it.
  private var seen: UnsafeMutablePointer<Lanes>
  private var next: UnsafeMutablePointer<Lanes>
  /// Actors at the front of the searches, or those that not all searches have seen.
  private let list: UnsafeMutablePointer<UInt32>
  private let fresh: UnsafeMutablePointer<Lanes>
  private var count = 0
  /// All searches of the batch.
  private var full = Lanes.zero
  /// The group of each actor, where pairs inside a group are to be told apart, and for each group the searches that
  /// began in it.
  private let groups: UnsafeMutablePointer<Int32>?
  private let groupLanes: UnsafeMutablePointer<Lanes>
  private let groupCount: Int
  /// The searches that began in any group.
  private var grouped = Lanes.zero
  let sums: UnsafeMutablePointer<DistanceSums>
  /// From 1 step up.
  private(set) var pairsBySteps: [PairsApart] = []
  private var steps = 1
  /// What a search adds besides its steps, in parts.
  private var parts: UInt64 = 0
  private var inside = 0
  private var across = 0

  /// - Parameter groups: The group of each actor, below 0 for none.
  init(actorCount: Int, scale: DistanceScale, groups: [Int32]? = nil) {
    (self.actorCount, self.scale, groupCount) = (actorCount, scale, Int(groups?.max() ?? -1) + 1)
    self.groups = groups.map { codes in
      let groups = UnsafeMutablePointer.repeating(Int32(-1), actorCount)
      groups.update(from: codes, count: actorCount)
      return groups
    }
    groupLanes = .repeating(.zero, groupCount)
    (seen, next, fresh) = (.repeating(.zero, actorCount), .repeating(.zero, actorCount), .repeating(.zero, actorCount))
    (list, sums) = (.repeating(0, actorCount), .repeating(DistanceSums(), actorCount))
  }

  func deallocate() {
    for lanes in [seen, next, fresh, groupLanes] { lanes.deallocate() }
    list.deallocate()
    sums.deallocate()
    groups?.deallocate()
  }

  mutating func run(from batch: ArraySlice<UInt32>, _ onward: RowPointers, _ backward: RowPointers, mostSteps: Int) {
    begin(batch)
    while steps <= mostSteps, count > 0, reach(of: onward) < actorCount / 2 {
      note(push(onward))
    }
    guard steps <= mostSteps, count > 0 else { return }
    listUnfinished(backward)
    while steps <= mostSteps {
      let found = pull(backward)
      if found == 0 { break }
      note(found)
    }
  }

  /// The same along ties that have lengths; steps are their units, and pairs are not told apart.
  mutating func run(
    from batch: ArraySlice<UInt32>, _ rows: DelayedRowPointers, along kept: inout DelayedSearch<Lanes>
  ) {
    // In a variable of its own, as above.
    var search = kept
    defer { kept = search }
    search.begin(batch)
    while search.advance(rows) {
      steps = search.distance
      parts = scale.parts(of: steps)
      for place in 0..<search.metCount { _ = tally(search.fresh[place], at: Int(search.met[place])) }
    }
  }

  private mutating func begin(_ batch: ArraySlice<UInt32>) {
    seen.update(repeating: .zero, count: actorCount)
    next.update(repeating: .zero, count: actorCount)
    groupLanes.update(repeating: .zero, count: groupCount)
    (full, grouped, count, steps, parts) = (.zero, .zero, batch.count, 1, scale.parts(of: 1))
    for (lane, source) in batch.enumerated() {
      var bit = Lanes.zero
      bit[lane >> 6] = 1 << UInt64(lane & 63)
      full |= bit
      seen[Int(source)] = bit
      list[lane] = source
      fresh[lane] = bit
      guard let group = groups?[Int(source)], group >= 0 else { continue }
      groupLanes[Int(group)] |= bit
      grouped |= bit
    }
  }

  private func reach(of onward: RowPointers) -> Int {
    var ties = 0
    for place in 0..<count { ties &+= onward.count(Int(list[place])) }
    return ties
  }

  private mutating func note(_ found: Int) {
    guard found > 0 else { return }
    if pairsBySteps.count < steps { pairsBySteps.append(PairsApart()) }
    pairsBySteps[steps - 1] += PairsApart(all: found, inside: inside, across: across)
    (inside, across) = (0, 0)
    steps += 1
    parts = scale.parts(of: steps)
  }

  /// One step from the actors in `list`, whose new bits are in `fresh`; `next` is all zero before and after.
  private mutating func push(_ onward: RowPointers) -> Int {
    let met = UnsafeMutablePointer<UInt32>.allocate(capacity: min(actorCount, reach(of: onward)) + 1)
    defer { met.deallocate() }
    var metCount = 0
    for place in 0..<count {
      let lanes = fresh[place]
      let row = onward.first(Int(list[place]))
      for tie in 0..<onward.count(Int(list[place])) {
        let partner = Int(row[tie])
        let new = lanes & ~seen[partner]
        guard new != .zero else { continue }
        if next[partner] == .zero {
          met[metCount] = row[tie]
          metCount += 1
        }
        next[partner] |= new
      }
    }
    var found = 0
    for place in 0..<metCount {
      let actor = Int(met[place])
      let new = next[actor]
      next[actor] = .zero
      seen[actor] |= new
      list[place] = met[place]
      fresh[place] = new
      found &+= tally(new, at: actor)
    }
    count = metCount
    return found
  }

  /// Lists the actors that have givers and that not all searches have seen; the others stay as they are.
  private mutating func listUnfinished(_ backward: RowPointers) {
    count = 0
    for actor in 0..<actorCount {
      next[actor] = seen[actor]
      list[count] = UInt32(actor)
      count &+= backward.count(actor) > 0 ? 1 : 0
    }
  }

  /// One step to the actors in `list` from their givers.
  private mutating func pull(_ backward: RowPointers) -> Int {
    var found = 0
    var kept = 0
    for place in 0..<count {
      let actor = Int(list[place])
      let before = seen[actor]
      guard before != full else {
        next[actor] = full
        continue
      }
      var after = before
      let row = backward.first(actor)
      for tie in 0..<backward.count(actor) { after |= seen[Int(row[tie])] }
      next[actor] = after
      list[kept] = UInt32(truncatingIfNeeded: actor)
      kept &+= 1
      let new = after ^ before
      if new != .zero { found &+= tally(new, at: actor) }
    }
    count = kept
    swap(&seen, &next)
    return found
  }

  /// Adds what is new at an actor to its sums.
  @inline(__always)
  private mutating func tally(_ new: Lanes, at actor: Int) -> Int {
    let found = Self.bitCount(new)
    sums[actor].reached &+= found
    sums[actor].steps &+= found &* UInt64(steps)
    sums[actor].scaled &+= found &* parts
    if let groups, groups[actor] >= 0 {
      let own = new & groupLanes[Int(groups[actor])]
      inside &+= Int(Self.bitCount(own))
      across &+= Int(Self.bitCount(new & grouped)) &- Int(Self.bitCount(own))
    }
    return Int(found)
  }

  /// How many bits are set, four words at once: without a processor's own instruction this is the quickest.
  @inline(__always)
  static func bitCount(_ lanes: Lanes) -> UInt64 {
    let pairs = lanes &- ((lanes &>> 1) & Lanes(repeating: 0x5555_5555_5555_5555))
    let fours =
      (pairs & Lanes(repeating: 0x3333_3333_3333_3333)) &+ ((pairs &>> 2) & Lanes(repeating: 0x3333_3333_3333_3333))
    let bytes = (fours &+ (fours &>> 4)) & Lanes(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    // At most 32 a byte, so that the words add up without a carry; then 16 bits a part, since 256 leaves a byte.
    let sum = bytes[0] &+ bytes[1] &+ bytes[2] &+ bytes[3]
    let wide = (sum & 0x00FF_00FF_00FF_00FF) &+ ((sum >> 8) & 0x00FF_00FF_00FF_00FF)
    return (wide &* 0x0001_0001_0001_0001) >> 48
  }
}

extension UnsafeMutablePointer {
  /// Room for so many, all of them alike at first.
  static func repeating(_ value: Pointee, _ count: Int) -> Self {
    let room = allocate(capacity: count)
    room.initialize(repeating: value, count: count)
    return room
  }
}
