internal import KnowledgeNetworks

/// The rows a search reads, both ways, with the actors renumbered so that a search mispredicts less.
///
/// A search spends its time on partners out of the cache and at the ends of short rows. So clusters stay together, since
/// most ties stay inside one, and within a cluster rows of one length, whose ends come where they are expected.
struct SearchRows: Sendable {
  /// For each number here, the roster position.
  let order: [UInt32]
  /// For each roster position, the number here.
  let places: [UInt32]
  var onward: PlacedRows
  var backward: PlacedRows
  /// The longest tie in units; 0 where ties have no lengths.
  private(set) var longest = 0

  var actorCount: Int { order.count }

  /// - Complexity: O(*n* log *n* + *m*) time, O(*n* + *m*) space.
  init(of network: KnowledgeNetwork, _ direction: Direction) {
    self.init(of: network, network.rows(direction), direction == .both ? nil : network.rows(direction.reversed))
  }

  /// The same with the lengths of ties, in whole units.
  init(of network: KnowledgeNetwork, _ direction: Direction, lengths: WholeLengths) {
    let onward = LengthRows(network, direction)
    let backward = direction == .both ? nil : LengthRows(network, direction.reversed)
    self.init(of: network, onward.rows, backward?.rows)
    longest = lengths.longest
    self.onward.delays = onward.delays(in: lengths, order)
    self.backward.delays = backward?.delays(in: lengths, order) ?? self.onward.delays
  }

  /// - Parameter otherWay: The rows backward, where they are others than those onward.
  init(of network: KnowledgeNetwork, _ onward: CompressedRows, _ otherWay: CompressedRows?) {
    let backward = otherWay ?? onward
    let clusters = Grouping(name: "", labels: network.actors.map(\.cluster?.rawValue)).groupCodes
    let keys = network.actors.indices.map { actor in
      UInt64(UInt32(bitPattern: clusters[actor])) << 32 | UInt64(backward.count(of: actor))
    }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { UInt32($0) }
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, actor) in order.enumerated() { places[Int(actor)] = UInt32(place) }
    (self.order, self.places) = (order, places)
    self.onward = onward.renumbered(order: order, places: places)
    self.backward = backward.renumbered(order: order, places: places)
  }

  /// The same actors searched against the direction.
  var reversed: SearchRows {
    var reversed = self
    swap(&reversed.onward, &reversed.backward)
    return reversed
  }

  /// Values by number here, put in roster order.
  func inRosterOrder<Value>(_ values: [Value]) -> [Value] { places.map { values[Int($0)] } }

  /// Calls with both rows as pointers that are good until it returns.
  func withPointers<Result>(_ body: (_ onward: RowPointers, _ backward: RowPointers) -> Result) -> Result {
    onward.withPointers { onward in backward.withPointers { backward in body(onward, backward) } }
  }

  /// Calls with the rows onward and their lengths as pointers that are good until it returns.
  func withDelays<Result>(_ body: (DelayedRowPointers) -> Result) -> Result {
    onward.withPointers { partners in
      onward.delays.withUnsafeBufferPointer { delays in
        guard let delays = delays.baseAddress else { preconditionFailure("these rows have no lengths") }
        return body(DelayedRowPointers(partners: partners, delays: delays))
      }
    }
  }
}

/// Rows that need not lie in the order of their owners.
struct PlacedRows: Sendable {
  let starts: [UInt32]
  let lengths: [UInt32]
  let partners: [UInt32]
  /// Of each tie its length in units; empty where every tie is one step.
  var delays: [UInt8] = []

  func count(of actor: Int) -> Int { Int(lengths[actor]) }

  subscript(actor: Int) -> ArraySlice<UInt32> { partners[Int(starts[actor])..<Int(starts[actor] + lengths[actor])] }

  fileprivate func withPointers<Result>(_ body: (RowPointers) -> Result) -> Result {
    starts.withUnsafeBufferPointer { starts in
      lengths.withUnsafeBufferPointer { lengths in
        partners.withUnsafeBufferPointer { partners in
          // Searches start at actors that have ties, so none of this is empty.
          guard let starts = starts.baseAddress, let lengths = lengths.baseAddress, let partners = partners.baseAddress
          else { preconditionFailure("nothing is searched where there are no ties") }
          return body(RowPointers(starts: starts, lengths: lengths, partners: partners))
        }
      }
    }
  }
}

extension LengthRows {
  /// The length of each tie, with the rows in a new order.
  fileprivate func delays(in units: WholeLengths, _ order: [UInt32]) -> [UInt8] {
    placed(in: order).map(units.units)
  }
}

extension CompressedRows {
  fileprivate func renumbered(order: [UInt32], places: [UInt32]) -> PlacedRows {
    var (newStarts, newPartners) = ([UInt32](), [UInt32]())
    newStarts.reserveCapacity(order.count)
    newPartners.reserveCapacity(partners.count)
    for actor in order {
      newStarts.append(UInt32(newPartners.count))
      for partner in self[Int(actor)] { newPartners.append(places[Int(partner)]) }
    }
    let lengths = order.map { UInt32(count(of: Int($0))) }
    return PlacedRows(starts: newStarts, lengths: lengths, partners: newPartners)
  }
}

/// Rows as bare pointers, for inner loops that must not count references.
struct RowPointers {
  fileprivate let starts: UnsafePointer<UInt32>
  fileprivate let lengths: UnsafePointer<UInt32>
  fileprivate let partners: UnsafePointer<UInt32>

  @inline(__always)
  func start(_ actor: Int) -> Int { Int(starts[actor]) }

  @inline(__always)
  func first(_ actor: Int) -> UnsafePointer<UInt32> { partners + start(actor) }

  @inline(__always)
  func count(_ actor: Int) -> Int { Int(lengths[actor]) }
}

/// Rows with the length of each tie, as bare pointers.
struct DelayedRowPointers {
  let partners: RowPointers
  private let delays: UnsafePointer<UInt8>

  fileprivate init(partners: RowPointers, delays: UnsafePointer<UInt8>) {
    (self.partners, self.delays) = (partners, delays)
  }

  @inline(__always)
  func delays(_ actor: Int) -> UnsafePointer<UInt8> { delays + Int(partners.starts[actor]) }
}
