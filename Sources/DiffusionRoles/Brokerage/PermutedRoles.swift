internal import KnowledgeNetworks

/// Four sums in each of 256 arrangements from which the counts of the five roles follow.
///
/// All are of one width, which holds the number of open pairs, and on memory that belongs to the scratch of a worker.
struct RoleSums {
  /// How many numbers there are.
  static let count = 4
  private let slices: UnsafeMutablePointer<ArrangementMask>
  let width: Int

  /// - Parameter slices: Memory for ``count`` numbers of the width, one after another.
  init(slices: UnsafeMutablePointer<ArrangementMask>, width: Int) { (self.slices, self.width) = (slices, width) }

  private subscript(place: Int) -> SlicedCounts { SlicedCounts(slices: slices + place * width, width: width) }
  /// All three of one group.
  var coordinator: SlicedCounts { self[0] }
  var itinerant: SlicedCounts { self[1] }
  /// Broker and receiver of one group: gatekeeper and coordinator.
  var receiverOwn: SlicedCounts { self[2] }
  /// Giver and broker of one group: representative and coordinator.
  var giverOwn: SlicedCounts { self[3] }

  func clear() { slices.update(repeating: .zero, count: Self.count * width) }

  /// Adds sums that are not wider.
  func add(_ other: RoleSums) {
    for place in 0..<Self.count { self[place].add(other[place]) }
  }
}

/// Tests of the five roles of a broker, or of many together, mask by mask.
struct RoleTallies {
  private let number = UnsafeMutablePointer<ArrangementMask>.allocate(capacity: 64)
  private var tallies = BrokerageProfile { _ in SlicedTally() }

  func deallocate() {
    number.deallocate()
    for role in BrokerageRole.allCases { tallies[role].deallocate() }
  }

  /// Takes the sums of one mask.
  ///
  /// - Parameters:
  ///   - observed: The counts of the labels as they are, whose total no labels change.
  ///   - valid: The arrangements that count.
  mutating func add(_ sums: RoleSums, observed: BrokerageCounts, valid: ArrangementMask) {
    let number = SlicedCounts(slices: number, width: sums.width)
    tallies.coordinator.add(sums.coordinator, observed: observed.coordinator, valid: valid)
    tallies.itinerant.add(sums.itinerant, observed: observed.itinerant, valid: valid)
    number.assign(sums.receiverOwn)
    number.subtract(sums.coordinator)
    tallies.gatekeeper.add(number, observed: observed.gatekeeper, valid: valid)
    number.assign(sums.giverOwn)
    number.subtract(sums.coordinator)
    tallies.representative.add(number, observed: observed.representative, valid: valid)
    number.assign(observed.total)
    number.subtract(sums.giverOwn)
    number.subtract(sums.receiverOwn)
    number.add(sums.coordinator)
    number.subtract(sums.itinerant)
    tallies.liaison.add(number, observed: observed.liaison, valid: valid)
  }

  mutating func take() -> BrokerageProfile<CountTally> {
    BrokerageProfile { tallies[$0].take() }
  }
}
