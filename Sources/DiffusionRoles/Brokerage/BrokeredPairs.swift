internal import KnowledgeNetworks

/// A pair of a giver and a receiver by their places in the broker's rows.
struct PlacedPair {
  let giver: UInt32
  let receiver: UInt32
}

/// The pairs around one broker after another: those closed, for they are tied or the same actor, and those open.
///
/// Memory that each worker has for itself, on bare pointers. Every place is within a row or a list: no row is longer than
/// the longest, and a list grows before it is filled.
struct BrokeredPairs {
  private let giversOf: PartnerRows
  private let receiversOf: PartnerRows
  /// The place of an actor in the broker's row, counted from 1; all 0 between brokers.
  private let places: UnsafeMutablePointer<UInt32>
  /// Which pairs are closed, receiver by receiver; all false between brokers.
  private var isClosed = GrowingList<Bool>()
  private(set) var closed = GrowingList<PlacedPair>()
  private(set) var open = GrowingList<PlacedPair>()
  private(set) var givers: UnsafeBufferPointer<UInt32>
  private(set) var receivers: UnsafeBufferPointer<UInt32>
  /// How many open pairs each giver and each receiver of the broker is in.
  let giverWeights: UnsafeMutablePointer<UInt32>
  let receiverWeights: UnsafeMutablePointer<UInt32>

  init(giversOf: PartnerRows, receiversOf: PartnerRows) {
    (self.giversOf, self.receiversOf) = (giversOf, receiversOf)
    places = .allocate(capacity: giversOf.count)
    places.initialize(repeating: 0, count: giversOf.count)
    giverWeights = .allocate(capacity: giversOf.longest)
    receiverWeights = .allocate(capacity: receiversOf.longest)
    (givers, receivers) = (UnsafeBufferPointer(start: nil, count: 0), UnsafeBufferPointer(start: nil, count: 0))
  }

  func deallocate() {
    for numbers in [places, giverWeights, receiverWeights] { numbers.deallocate() }
    for list in [closed, open] { list.deallocate() }
    isClosed.deallocate()
  }

  var openCount: Int { givers.count * receivers.count - closed.count }

  /// Lists the closed pairs of a broker.
  ///
  /// - Complexity: O(*s*) time, *s* being the ties of all its receivers' givers or of all its givers' receivers,
  ///   whichever are fewer.
  mutating func listClosed(around broker: Int) {
    (givers, receivers) = (giversOf[broker], receiversOf[broker])
    let (fromReceivers, fromGivers) = (giversOf.length(of: receivers), receiversOf.length(of: givers))
    closed.empty(room: min(min(fromReceivers, fromGivers), givers.count * receivers.count) + 1)
    if fromReceivers <= fromGivers {
      closePairs(marking: givers, scanning: giversOf, from: receivers) { PlacedPair(giver: $0, receiver: $1) }
    } else {
      closePairs(marking: receivers, scanning: receiversOf, from: givers) { PlacedPair(giver: $1, receiver: $0) }
    }
    giverWeights.update(repeating: UInt32(truncatingIfNeeded: receivers.count), count: givers.count)
    receiverWeights.update(repeating: UInt32(truncatingIfNeeded: givers.count), count: receivers.count)
    for pair in closed.elements {
      giverWeights[Int(pair.giver)] -= 1
      receiverWeights[Int(pair.receiver)] -= 1
    }
  }

  @inline(__always)
  private mutating func closePairs(
    marking near: UnsafeBufferPointer<UInt32>, scanning rows: PartnerRows, from far: UnsafeBufferPointer<UInt32>,
    _ pair: (UInt32, UInt32) -> PlacedPair
  ) {
    for (place, actor) in near.enumerated() { places[Int(actor)] = UInt32(truncatingIfNeeded: place + 1) }
    for (place, actor) in far.enumerated() {
      let place = UInt32(truncatingIfNeeded: place)
      let own = places[Int(actor)]
      closed.append(pair(own &- 1, place), if: own != 0)
      for partner in rows[Int(actor)] {
        // Written in any case and kept if it is near: no branch, for hits come in no order.
        let mark = places[Int(partner)]
        closed.append(pair(mark &- 1, place), if: mark != 0)
      }
    }
    for actor in near { places[Int(actor)] = 0 }
  }

  /// Lists the open pairs of the broker whose closed ones are listed.
  ///
  /// - Complexity: O(*p*) time and space for *p* pairs of a giver and a receiver.
  mutating func listOpen() {
    let width = givers.count
    isClosed.fill(false, count: width * receivers.count)
    for pair in closed.elements { isClosed.start[Int(pair.receiver) * width + Int(pair.giver)] = true }
    open.empty(room: openCount + 1)
    var place = 0
    for receiver in 0..<UInt32(truncatingIfNeeded: receivers.count) {
      for giver in 0..<UInt32(truncatingIfNeeded: width) {
        open.append(PlacedPair(giver: giver, receiver: receiver), if: !isClosed.start[place])
        place += 1
      }
    }
  }
}

/// The rows of one side on bare pointers.
struct PartnerRows: @unchecked Sendable {
  // Read alone, and by work that ends before the rows do.
  private let starts: UnsafeBufferPointer<UInt32>
  private let partners: UnsafeBufferPointer<UInt32>
  let longest: Int

  /// Hands over the rows; the pointers are good only within the body.
  static func with<Failure>(
    _ rows: CompressedRows, _ body: (PartnerRows) throws(Failure) -> Void
  ) throws(Failure) {
    try rows.starts.withUnsafeBufferPointer { starts throws(Failure) in
      try rows.partners.withUnsafeBufferPointer { partners throws(Failure) in
        let longest = (0..<starts.count - 1).reduce(0) { max($0, rows.count(of: $1)) }
        try body(PartnerRows(starts: starts, partners: partners, longest: longest))
      }
    }
  }

  var count: Int { starts.count - 1 }

  @inline(__always)
  subscript(actor: Int) -> UnsafeBufferPointer<UInt32> {
    // Within bounds: a row ends where the next begins, at the end of the partners at the latest.
    UnsafeBufferPointer(rebasing: partners[Int(starts[actor])..<Int(starts[actor + 1])])
  }

  /// The length of some rows together.
  func length(of actors: UnsafeBufferPointer<UInt32>) -> Int {
    actors.reduce(0) { $0 + Int(starts[Int($1) + 1] - starts[Int($1)]) }
  }
}

/// A list whose memory is kept from one broker to the next.
struct GrowingList<Element: BitwiseCopyable> {
  private(set) var start = UnsafeMutablePointer<Element>.allocate(capacity: 1)
  private(set) var count = 0
  private var capacity = 1

  func deallocate() { start.deallocate() }

  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

  /// Empties the list and makes room.
  mutating func empty(room: Int) {
    count = 0
    guard room > capacity else { return }
    start.deallocate()
    capacity = max(room, 2 * capacity)
    start = .allocate(capacity: capacity)
  }

  mutating func fill(_ element: Element, count: Int) {
    empty(room: count)
    start.initialize(repeating: element, count: count)
    self.count = count
  }

  /// Writes an element behind the last, where there must be room, and keeps it on a condition.
  @inline(__always)
  mutating func append(_ element: Element, if isKept: Bool) {
    start[count] = element
    count += isKept ? 1 : 0
  }
}
