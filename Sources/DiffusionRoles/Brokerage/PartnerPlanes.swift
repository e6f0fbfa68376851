internal import KnowledgeNetworks

/// The planes of the labels on bare pointers.
struct LabelPointers: @unchecked Sendable {
  // Read alone, and by work that ends before the planes do.
  private let planes: UnsafeBufferPointer<ArrangementMask>
  private let maskCount: Int
  let planeCount: Int
  let labelCount: Int

  init(_ labels: LabelPlanes, _ planes: UnsafeBufferPointer<ArrangementMask>) {
    (self.planes, maskCount, planeCount, labelCount) = (planes, labels.maskCount, labels.planeCount, labels.labelCount)
  }

  @inline(__always)
  func planes(of actor: Int, _ mask: Int) -> UnsafePointer<ArrangementMask> {
    // Within bounds: every actor has planes for every mask.
    planes.baseAddress.unsafelyUnwrapped + (actor * maskCount + mask) * planeCount
  }
}

/// The labels of the partners on one side of a broker in 256 arrangements, one behind the other.
struct PartnerPlanes {
  private let loaded = UnsafeMutablePointer<Int>.allocate(capacity: 1)
  private let planeCount: Int
  /// In which arrangements a partner's label and the broker's differ, bit by bit.
  let planes: UnsafeMutablePointer<ArrangementMask>
  /// In which arrangements a partner's label is the broker's, and in which it is not.
  let own: UnsafeMutablePointer<ArrangementMask>
  let foreign: UnsafeMutablePointer<ArrangementMask>

  init(mostPartners: Int, planeCount: Int) {
    self.planeCount = planeCount
    planes = .allocate(capacity: max(1, mostPartners) * planeCount)
    own = .allocate(capacity: max(1, mostPartners))
    foreign = .allocate(capacity: max(1, mostPartners))
    loaded.initialize(to: 0)
  }

  func deallocate() {
    loaded.deallocate()
    for masks in [planes, own, foreign] { masks.deallocate() }
  }

  /// How many partners there are.
  var count: Int { loaded.pointee }

  func load(
    _ partners: UnsafeBufferPointer<UInt32>, around broker: UnsafePointer<ArrangementMask>, _ mask: Int,
    _ labels: LabelPointers
  ) {
    loaded.pointee = partners.count
    for (place, partner) in partners.enumerated() {
      let source = labels.planes(of: Int(partner), mask)
      let target = planes + place * planeCount
      var differ = ArrangementMask.zero
      for plane in 0..<planeCount {
        let difference = source[plane] ^ broker[plane]
        target[plane] = difference
        differ |= difference
      }
      own[place] = ~differ
      foreign[place] = differ
    }
  }

  /// In which arrangements a partner's label differs from the broker's in certain bits alone.
  @inline(__always)
  func differs(_ partner: Int, in bits: Int) -> ArrangementMask {
    var others = ArrangementMask.zero
    for plane in 0..<planeCount {
      others |= planes[partner * planeCount + plane] ^ ArrangementMask(repeating: 0 &- UInt64(bits >> plane & 1))
    }
    return ~others
  }
}
