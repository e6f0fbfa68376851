internal import KnowledgeNetworks

/// Pairs of grouped actors who are tied in either direction, ready to be split by one labelling after another.
struct ContactSplit: Sendable {
  /// Both actors of each, those tied in one direction and those tied in both.
  private var (single, mutual): ([SIMD2<UInt32>], [SIMD2<UInt32>]) = ([], [])

  /// Numbers the grouped actors in roster order, skipping the others.
  init(of network: KnowledgeNetwork, by grouping: Grouping) {
    var next = 0
    let numbers = grouping.groupCodes.map { code -> Int? in
      guard code >= 0 else { return nil }
      next += 1
      return next - 1
    }
    let all = Contacts(of: network)
    for (actor, first) in numbers.enumerated() {
      guard let first else { continue }
      for place in all[actor] where all.rows.partners[place] > actor {
        guard let second = numbers[Int(all.rows.partners[place])] else { continue }
        let contact = SIMD2(UInt32(first), UInt32(second))
        if network.isDirected && all.bonds[place] == .mutual { mutual.append(contact) } else { single.append(contact) }
      }
    }
  }

  /// Connected pairs as they stand, and pairs with direction ignored, each counted in both orders, by the labels of the
  /// grouped actors.
  func splits(_ codes: [Int32]) -> (inDirection: TieSplit, ignoringDirection: TieSplit) {
    splits(inside: Self.inside(single, codes), mutualInside: Self.inside(mutual, codes))
  }

  /// The same of each arrangement of a round, in order, 256 at a time.
  func splits(
    _ planes: LabelPlanes, by workers: Workers
  ) throws(BuzzlineError) -> [(inDirection: TieSplit, ignoringDirection: TieSplit)] {
    let count = planes.arrangements.count
    return try workers.map(planes.maskCount, work: "permutations") {
      InsideCounter(upTo: max(single.count, mutual.count))
    } compute: { counter, mask in
      let arrangements = min(256, count - mask * 256)
      return zip(
        counter.inside(single, planes, mask, arrangements), counter.inside(mutual, planes, mask, arrangements)
      ).map { splits(inside: $0, mutualInside: $1) }
    }.flatMap(\.self)
  }

  private func splits(
    inside: Int, mutualInside: Int
  ) -> (inDirection: TieSplit, ignoringDirection: TieSplit) {
    func split(_ single: Int, _ mutual: Int) -> TieSplit {
      TieSplit(
        inside: single * inside + mutual * mutualInside,
        outside: single * (self.single.count - inside) + mutual * (self.mutual.count - mutualInside))
    }
    return (split(1, 2), split(2, 2))
  }

  /// How many pairs have one label.
  private static func inside(_ contacts: [SIMD2<UInt32>], _ codes: [Int32]) -> Int {
    contacts.count { codes[Int($0.x)] == codes[Int($0.y)] }
  }
}

/// A worker's memory for counting pairs inside groups in 256 arrangements at once.
private final class InsideCounter {
  private let columns = MaskColumns()
  private let slices: UnsafeMutablePointer<ArrangementMask>

  init(upTo most: Int) { slices = .allocate(capacity: max(1, SlicedCounts.width(of: most))) }

  deinit {
    columns.deallocate()
    slices.deallocate()
  }

  /// How many pairs have one label, in each of the first arrangements of a mask.
  func inside(_ contacts: [SIMD2<UInt32>], _ labels: LabelPlanes, _ mask: Int, _ arrangements: Int) -> [Int] {
    guard !contacts.isEmpty else { return Array(repeating: 0, count: arrangements) }
    let counts = SlicedCounts(slices: slices, width: SlicedCounts.width(of: contacts.count))
    counts.clear()
    labels.planes.withUnsafeBufferPointer { planes in
      columns.addOnes(contacts.count, to: counts) { place in
        // Within bounds: pairs number the actors that have labels.
        let (first, second) = (labels.first(of: contacts[place].x, mask), labels.first(of: contacts[place].y, mask))
        var differs = ArrangementMask.zero
        for plane in 0..<labels.planeCount { differs |= planes[first + plane] ^ planes[second + plane] }
        return ~differs
      }
    }
    return counts.numbers(arrangements)
  }
}

extension LabelPlanes {
  /// Where the planes of an actor begin.
  @inline(__always)
  fileprivate func first(of actor: UInt32, _ mask: Int) -> Int { (Int(actor) * maskCount + mask) * planeCount }
}
