internal import KnowledgeNetworks

/// Counts what one actor brokers in 256 arrangements of labels at a time.
///
/// Gatekeeper and coordinator together are the open pairs of receivers of the broker's group, representative and coordinator
/// those of its givers of that group. Coordinator and itinerant are counted pair by pair; or, where a broker has so many
/// pairs that this is less work, as products of the numbers of givers and of receivers whose labels differ from
/// the broker's in the same bits, less the closed pairs.
/// Liaison is the rest.
struct PermutedBrokerage {
  /// The most pairs that are listed to be counted one by one.
  static let mostListed = 1 << 22
  private let labels: LabelPointers
  private(set) var pairs: BrokeredPairs
  private let givers: PartnerPlanes
  private let receivers: PartnerPlanes
  private let coordinators = MaskColumns()
  private let itinerants = MaskColumns()
  private let partners = MaskColumns()
  private let roles = UnsafeMutablePointer<ArrangementMask>.allocate(capacity: 64 * RoleSums.count)
  private let closedRoles = UnsafeMutablePointer<ArrangementMask>.allocate(capacity: 64 * RoleSums.count)
  private let byLabel = UnsafeMutablePointer<ArrangementMask>.allocate(capacity: 128)
  /// Whether the broker's pairs are counted one by one.
  private var isDirect = true

  init(labels: LabelPointers, giversOf: PartnerRows, receiversOf: PartnerRows) {
    self.labels = labels
    pairs = BrokeredPairs(giversOf: giversOf, receiversOf: receiversOf)
    givers = PartnerPlanes(mostPartners: giversOf.longest, planeCount: labels.planeCount)
    receivers = PartnerPlanes(mostPartners: receiversOf.longest, planeCount: labels.planeCount)
  }

  func deallocate() {
    pairs.deallocate()
    for side in [givers, receivers] { side.deallocate() }
    for columns in [coordinators, itinerants, partners] { columns.deallocate() }
    for slices in [roles, closedRoles, byLabel] { slices.deallocate() }
  }

  /// Turns to a broker.
  mutating func begin(_ broker: Int) {
    pairs.listClosed(around: broker)
    let (open, closed) = (pairs.openCount, pairs.closed.count)
    let (giverCount, receiverCount) = (pairs.givers.count, pairs.receivers.count)
    // Operations: those of comparing two labels, of adding a mask and of multiplying two numbers bit by bit.
    let aPair = 2 * labels.planeCount + 12
    let aLabel =
      (2 * labels.planeCount + 6) * (giverCount + receiverCount)
      + 6 * SlicedCounts.width(of: giverCount) * SlicedCounts.width(of: receiverCount)
    isDirect = open <= Self.mostListed && aPair * open <= aPair * closed + aLabel << labels.planeCount
    if isDirect { pairs.listOpen() }
  }

  /// The sums of the broker in the arrangements of one mask; good until the next are asked for.
  mutating func sums(of broker: Int, mask: Int) -> RoleSums {
    let sums = RoleSums(slices: roles, width: SlicedCounts.width(of: pairs.openCount))
    sums.clear()
    let own = labels.planes(of: broker, mask)
    givers.load(pairs.givers, around: own, mask, labels)
    receivers.load(pairs.receivers, around: own, mask, labels)
    partners.addWeighted(givers.count, weights: pairs.giverWeights, most: receivers.count, to: sums.giverOwn) {
      givers.own[$0]
    }
    partners.addWeighted(receivers.count, weights: pairs.receiverWeights, most: givers.count, to: sums.receiverOwn) {
      receivers.own[$0]
    }
    if isDirect {
      addPairs(pairs.open.elements, to: sums.coordinator, sums.itinerant)
    } else {
      addProducts(to: sums)
    }
    return sums
  }

  /// Of all pairs of a giver and a receiver those of each role, less the closed ones.
  private func addProducts(to sums: RoleSums) {
    let closed = RoleSums(slices: closedRoles, width: sums.width)
    closed.clear()
    addPairs(pairs.closed.elements, to: closed.coordinator, closed.itinerant)
    // Where giver and receiver differ from the broker in the same bits, they have one label.
    addProduct(of: 0, to: sums.coordinator, by: coordinators)
    for difference in 1..<1 << labels.planeCount { addProduct(of: difference, to: sums.itinerant, by: itinerants) }
    coordinators.settle(sums.coordinator)
    itinerants.settle(sums.itinerant)
    sums.coordinator.subtract(closed.coordinator)
    sums.itinerant.subtract(closed.itinerant)
  }

  @inline(__always)
  private func addProduct(of difference: Int, to sum: SlicedCounts, by columns: MaskColumns) {
    func count(_ side: PartnerPlanes, _ slices: UnsafeMutablePointer<ArrangementMask>) -> SlicedCounts {
      let number = SlicedCounts(slices: slices, width: SlicedCounts.width(of: side.count))
      number.clear()
      partners.addOnes(side.count, to: number) { side.differs($0, in: difference) }
      return number
    }
    columns.addProduct(count(givers, byLabel), count(receivers, byLabel + 64), to: sum)
  }

  /// Counts pairs of three equal labels as coordinators, and those in which the broker's alone differs as itinerants.
  private func addPairs(
    _ pairs: UnsafeBufferPointer<PlacedPair>, to coordinator: SlicedCounts, _ itinerant: SlicedCounts
  ) {
    // Loops over a number of planes that is known run without counting.
    switch labels.planeCount {
    case 1: addPairs(pairs, to: coordinator, itinerant, planeCount: 1)
    case 2: addPairs(pairs, to: coordinator, itinerant, planeCount: 2)
    case 3: addPairs(pairs, to: coordinator, itinerant, planeCount: 3)
    case 4: addPairs(pairs, to: coordinator, itinerant, planeCount: 4)
    case 5: addPairs(pairs, to: coordinator, itinerant, planeCount: 5)
    case 6: addPairs(pairs, to: coordinator, itinerant, planeCount: 6)
    default: addPairs(pairs, to: coordinator, itinerant, planeCount: labels.planeCount)
    }
  }

  @inline(__always)
  private func addPairs(
    _ pairs: UnsafeBufferPointer<PlacedPair>, to coordinator: SlicedCounts, _ itinerant: SlicedCounts, planeCount: Int
  ) {
    let ends = PairEnds(givers: givers, receivers: receivers, planeCount: planeCount)
    var (first, ones) = (0, (coordinator: coordinator.slices[0], itinerant: itinerant.slices[0]))
    // As many carries as the column of the twos has room for.
    let (coordinatorTwos, itinerantTwos) = (coordinators.column(1), itinerants.column(1))
    while first < pairs.count {
      let pairCount = min(pairs.count - first, 2 * MaskColumns.capacity)
      for half in 0..<pairCount / 2 {
        let one = ends.roles(of: pairs[first + 2 * half])
        let other = ends.roles(of: pairs[first + 2 * half + 1])
        coordinatorTwos[half] = ones.coordinator.add(one.coordinator, other.coordinator)
        itinerantTwos[half] = ones.itinerant.add(one.itinerant, other.itinerant)
      }
      if pairCount & 1 == 1 {
        let last = ends.roles(of: pairs[first + pairCount - 1])
        coordinatorTwos[pairCount / 2] = ones.coordinator.add(last.coordinator, .zero)
        itinerantTwos[pairCount / 2] = ones.itinerant.add(last.itinerant, .zero)
      }
      coordinators.settle(written: (pairCount + 1) / 2, place: 1, coordinator)
      itinerants.settle(written: (pairCount + 1) / 2, place: 1, itinerant)
      first += pairCount
    }
    (coordinator.slices[0], itinerant.slices[0]) = (ones.coordinator, ones.itinerant)
  }
}

/// Both ends of pairs, read from the planes of the broker's partners.
private struct PairEnds {
  let givers: PartnerPlanes
  let receivers: PartnerPlanes
  let planeCount: Int

  /// In which arrangements a pair is a coordinator's, and in which an itinerant's.
  @inline(__always)
  func roles(of pair: PlacedPair) -> (coordinator: ArrangementMask, itinerant: ArrangementMask) {
    // Within bounds: a pair is of places in the broker's rows.
    let (giver, receiver) = (Int(pair.giver), Int(pair.receiver))
    let (left, right) = (givers.planes + giver * planeCount, receivers.planes + receiver * planeCount)
    var differ = left[0] ^ right[0]
    for plane in 1..<max(1, planeCount) { differ |= left[plane] ^ right[plane] }
    let foreign = givers.foreign[giver]
    return (receivers.own[receiver] & ~foreign, foreign & ~differ)
  }
}
