internal import KnowledgeNetworks

/// What a worker keeps from batch to batch: the bits of the searches and its share of the sums.
struct DistanceScratch: Sendable {
  typealias Lanes = SIMD4<UInt64>

  private(set) var sums: [DistanceSums]
  private(set) var pairsBySteps: [Int] = []
  private(set) var pairsInsideBySteps: [Int] = []
  private(set) var pairsAcrossBySteps: [Int] = []
  /// Which searches have been at an actor, before the step and after it.
  private var seen: [Lanes]
  private var next: [Lanes]
  /// Actors at the front of the searches, or those that not all searches have seen.
  private var list: [UInt32]
  private var fresh: [Lanes]
  private var frontCount = 0
  private var full = Lanes.zero
  /// For each group the searches that began in it.
  private var groupLanes: [Lanes]
  private var grouped = Lanes.zero
  private var groupsInBatch: [Int] = []

  init(actorCount: Int, groupCount: Int) {
    sums = Array(repeating: DistanceSums(), count: actorCount)
    seen = Array(repeating: .zero, count: actorCount)
    next = seen
    fresh = seen
    list = Array(repeating: 0, count: actorCount)
    groupLanes = Array(repeating: .zero, count: groupCount)
  }

  /// Sets the searches of a batch to their sources.
  mutating func begin(_ batch: ArraySlice<UInt32>, groups: [Int32]?) {
    for actor in seen.indices { (seen[actor], next[actor]) = (.zero, .zero) }
    for group in groupsInBatch { groupLanes[group] = .zero }
    groupsInBatch.removeAll(keepingCapacity: true)
    (full, grouped) = (.zero, .zero)
    for (lane, source) in batch.enumerated() {
      let bit = Self.bit(lane)
      full |= bit
      seen[Int(source)] = bit
      list[lane] = source
      fresh[lane] = bit
      guard let group = groups?[Int(source)], group >= 0 else { continue }
      groupLanes[Int(group)] |= bit
      grouped |= bit
      groupsInBatch.append(Int(group))
    }
    frontCount = batch.count
  }

  private static func bit(_ lane: Int) -> Lanes {
    var bit = Lanes.zero
    bit[lane >> 6] = 1 << UInt64(lane & 63)
    return bit
  }

  /// Calls with pointers into all of this.
  mutating func withSearch(
    scale: DistanceScale, groups: [Int32]?, _ body: (inout DistanceSearch) -> Void
  ) {
    guard let groups else {
      return withSearch(scale: scale, groups: nil as UnsafePointer<Int32>?, body)
    }
    groups.withUnsafeBufferPointer { withSearch(scale: scale, groups: $0.baseAddress, body) }
  }

  private mutating func withSearch(
    scale: DistanceScale, groups: UnsafePointer<Int32>?, _ body: (inout DistanceSearch) -> Void
  ) {
    let (actorCount, full, frontCount, grouped) = (seen.count, full, frontCount, grouped)
    seen.withUnsafeMutableBufferPointer { seen in
      next.withUnsafeMutableBufferPointer { next in
        fresh.withUnsafeMutableBufferPointer { fresh in
          list.withUnsafeMutableBufferPointer { list in
            sums.withUnsafeMutableBufferPointer { sums in
              groupLanes.withUnsafeBufferPointer { groupLanes in
                guard let seen = seen.baseAddress, let next = next.baseAddress, let fresh = fresh.baseAddress,
                  let list = list.baseAddress, let sums = sums.baseAddress
                else { return }
                var search = DistanceSearch(
                  actorCount: actorCount, full: full, scale: scale, seen: seen, next: next, list: list, fresh: fresh,
                  count: frontCount, sums: sums, groups: groups, groupLanes: groupLanes.baseAddress,
                  grouped: grouped)
                body(&search)
                pairsBySteps.add(counts: search.pairsBySteps)
                pairsInsideBySteps.add(counts: search.pairsInsideBySteps)
                pairsAcrossBySteps.add(counts: search.pairsAcrossBySteps)
              }
            }
          }
        }
      }
    }
  }
}
