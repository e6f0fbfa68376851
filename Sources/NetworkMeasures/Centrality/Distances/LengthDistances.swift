internal import KnowledgeNetworks

/// What is added up of the distances from one actor to those it reaches.
struct LengthSums: Sendable {
  var reached = 0
  var total = 0.0
  /// The sum of one over each distance.
  var inverse = 0.0
}

/// Distances along ties of any lengths, from eight actors at once.
///
/// An actor whose distance from one of the eight fell waits in a bucket by the least that fell, and passes its distances
/// on when its turn comes; nobody waits any more when no distance can fall. A distance is the least sum of lengths along
/// any way, so no order of turns changes it: Meyer & Sanders (2003), doi:10.1016/S0196-6774(03)00076-2.
struct LengthDistances: Sendable {
  static let width = 8
  /// How many actors of the roster make a block, where parts of them are asked for.
  static let block = 64

  private let rows: SearchRows
  /// Of each tie onward, as the rows hold them.
  private let lengths: [Double]
  private let likeness: SourceOrder?

  /// - Parameter direction: Along which ties distances are taken.
  init(_ network: KnowledgeNetwork, _ direction: Direction) {
    let given = LengthRows(network, direction)
    let against = direction == .both ? nil : LengthRows(network, direction.reversed)
    let rows = SearchRows(of: network, given.rows, against?.rows)
    (self.rows, lengths) = (rows, given.placed(in: rows.order))
    likeness = lengths.isEmpty ? nil : SourceOrder(rows)
  }

  /// The sums of the actors of some blocks, of all by default, in roster order.
  ///
  /// - Complexity: O(*n* *m*) time where distances seldom fall twice, as they do where lengths differ little; O(*n* + *m*)
  ///   space, and O(*n*) a worker.
  func sums(ofBlocks blocks: Range<Int>? = nil, by workers: Workers) throws(BuzzlineError) -> [LengthSums] {
    let all = 0..<rows.actorCount
    let chosen = blocks.map { Self.block * $0.lowerBound..<Self.block * $0.upperBound }?.clamped(to: all) ?? all
    var sums = [LengthSums](repeating: LengthSums(), count: chosen.count)
    guard let likeness else { return sums }
    // Actors that give to anybody, those together that are equally far from most others.
    let givers = rows.places[chosen].filter { rows.onward.count(of: Int($0)) > 0 }.sorted()
    let sources = likeness.arranged(givers, batch: BetweennessKernel.width, group: Self.width)
    let bucket = max(lengths.sorted()[lengths.count / 2] / 4, .leastNormalMagnitude)
    @Sendable func group(_ block: Int) -> ArraySlice<UInt32> {
      sources[block * Self.width..<min(sources.count, (block + 1) * Self.width)]
    }
    try workers.forEach(of: (sources.count + Self.width - 1) / Self.width, work: "distances") {
      LengthDistanceSearch(actorCount: rows.actorCount, bucket: bucket)
    } compute: { search, block in
      rows.withPointers { onward, _ in
        lengths.withUnsafeBufferPointer { search.sums(from: group(block), onward, $0) }
      }
    } commit: { block, part in
      for (source, sum) in zip(group(block), part) { sums[Int(rows.order[Int(source)]) - chosen.lowerBound] = sum }
    }
    return sums
  }
}

/// A worker's searches by length, whose memory goes with it.
final class LengthDistanceSearch {
  private let actorCount: Int
  /// Of each actor from each of the eight; infinite where it was not met.
  private let distances: UnsafeMutablePointer<SIMD8<Double>>
  private var waiting: WaitingActors

  init(actorCount: Int, bucket: Double) {
    self.actorCount = actorCount
    distances = .allocate(capacity: actorCount)
    distances.initialize(repeating: .zero, count: actorCount)
    waiting = WaitingActors(actorCount: actorCount, bucket: bucket)
  }

  deinit {
    distances.deallocate()
    waiting.deallocate()
  }

  /// Sums from each of at most eight sources.
  func sums(
    from sources: ArraySlice<UInt32>, _ onward: RowPointers, _ lengths: UnsafeBufferPointer<Double>
  ) -> [LengthSums] {
    distances.update(repeating: SIMD8(repeating: .infinity), count: actorCount)
    // In a variable of its own, which the compiler keeps in registers.
    var waiting = waiting
    for (lane, source) in sources.enumerated() {
      distances[Int(source)][lane] = 0
      waiting.insert(Int(source), at: 0)
    }
    while let actor = waiting.next() { passOn(from: actor, onward, lengths, &waiting) }
    waiting.beginAnew()
    self.waiting = waiting
    // Who is searched from reaches others, not itself.
    for (lane, source) in sources.enumerated() { distances[Int(source)][lane] = .infinity }
    return added(sources.count)
  }

  @inline(__always)
  private func passOn(
    from actor: Int, _ onward: RowPointers, _ lengths: UnsafeBufferPointer<Double>, _ waiting: inout WaitingActors
  ) {
    let (own, start, row) = (distances[actor], onward.start(actor), onward.first(actor))
    for tie in 0..<onward.count(actor) {
      let partner = Int(row[tie])
      let (old, new) = (distances[partner], own + SIMD8(repeating: lengths[start + tie]))
      let falls = LaneChoice(new .< old)
      guard falls.isAny else { continue }
      distances[partner] = falls.choose(new, else: old)
      waiting.insert(partner, at: falls.choose(new, else: SIMD8(repeating: .infinity)).least)
    }
  }

  private func added(_ count: Int) -> [LengthSums] {
    var (reached, total, inverse) = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
    for actor in 0..<actorCount {
      let distance = distances[actor]
      let isMet = LaneChoice(distance .< SIMD8(repeating: .infinity))
      reached += isMet.choose(SIMD8(repeating: 1), else: .zero)
      total += isMet.choose(distance, else: .zero)
      inverse += 1 / distance
    }
    return (0..<count).map { LengthSums(reached: Int(reached[$0]), total: total[$0], inverse: inverse[$0]) }
  }
}

/// Actors that wait for their turn, in a ring of buckets by the least distance that they have to pass on.
///
/// Each bucket is a list that begins and ends at a number behind those of the actors. Who is farther than the ring is long
/// waits in the last bucket.
private struct WaitingActors {
  private static let bucketCount = 1_024

  private let actorCount: Int
  private let bucketsAUnit: Double
  /// What an actor that waits has to pass on; infinite for all others.
  private let least: UnsafeMutablePointer<Double>
  /// The next and the last of each in its list.
  private let after: UnsafeMutablePointer<UInt32>
  private let before: UnsafeMutablePointer<UInt32>
  private var bucket = 0
  private var count = 0

  init(actorCount: Int, bucket: Double) {
    self.actorCount = actorCount
    bucketsAUnit = 1 / bucket
    let places = actorCount + Self.bucketCount
    (least, after, before) = (
      .allocate(capacity: actorCount), .allocate(capacity: places), .allocate(capacity: places)
    )
    least.initialize(repeating: .infinity, count: actorCount)
    for place in 0..<places {
      (after + place).initialize(to: UInt32(place))
      (before + place).initialize(to: UInt32(place))
    }
  }

  func deallocate() {
    least.deallocate()
    after.deallocate()
    before.deallocate()
  }

  mutating func beginAnew() { bucket = 0 }

  @inline(__always)
  mutating func insert(_ actor: Int, at distance: Double) {
    let old = least[actor]
    guard distance < old else { return }
    if old < .infinity { takeOut(actor) } else { count += 1 }
    least[actor] = distance
    let farthest = Double(bucket + Self.bucketCount - 1)
    let own = max(bucket, Int(min(distance * bucketsAUnit, farthest)))
    let end = actorCount + own % Self.bucketCount
    let last = before[end]
    (after[Int(last)], before[actor]) = (UInt32(actor), last)
    (after[actor], before[end]) = (UInt32(end), UInt32(actor))
  }

  @inline(__always)
  mutating func next() -> Int? {
    guard count > 0 else { return nil }
    while true {
      let end = actorCount + bucket % Self.bucketCount
      let actor = Int(after[end])
      guard actor != end else {
        bucket += 1
        continue
      }
      takeOut(actor)
      least[actor] = .infinity
      count -= 1
      return actor
    }
  }

  @inline(__always)
  private func takeOut(_ actor: Int) {
    let (last, next) = (before[actor], after[actor])
    (after[Int(last)], before[Int(next)]) = (next, last)
  }
}

/// Some of eight lanes, as the comparison that chose them left them.
private struct LaneChoice {
  private let bits: SIMD8<Int64>

  @inline(__always)
  init(_ mask: SIMDMask<SIMD8<Int64>>) { bits = unsafeBitCast(mask, to: SIMD8<Int64>.self) }

  @inline(__always)
  var isAny: Bool {
    let half = bits.lowHalf | bits.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter.x | quarter.y != 0
  }

  @inline(__always)
  func choose(_ chosen: SIMD8<Double>, else other: SIMD8<Double>) -> SIMD8<Double> {
    let (chosen, other) = (
      unsafeBitCast(chosen, to: SIMD8<Int64>.self), unsafeBitCast(other, to: SIMD8<Int64>.self)
    )
    return unsafeBitCast((chosen & bits) | (other & ~bits), to: SIMD8<Double>.self)
  }
}

extension SIMD8<Double> {
  @inline(__always)
  fileprivate var least: Double {
    let half = lowHalf.replacing(with: highHalf, where: highHalf .< lowHalf)
    let quarter = half.lowHalf.replacing(with: half.highHalf, where: half.highHalf .< half.lowHalf)
    return Swift.min(quarter.x, quarter.y)
  }
}
