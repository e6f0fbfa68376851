internal import KnowledgeNetworks

/// Some brokers of one group, which a worker counts at a stretch.
struct BrokerBlock: Sendable {
  let group: Int
  /// Their places among all brokers.
  let brokers: Range<Int>
  let isFirstOfGroup: Bool
}

/// What was counted of a block in a round of arrangements.
struct CountedBlock: Sendable {
  var tallies: [BrokerageProfile<CountTally>] = []
  /// The counts of its brokers together.
  var sums: BlockSums
}

/// The actors that broker, group by group, cut into blocks by the size of the input alone.
struct BrokerBlocks: Sendable {
  /// Their places among the members.
  let brokers: [Int]
  /// Their counts with the labels as they are.
  let observed: [BrokerageCounts]
  let blocks: [BrokerBlock]
  private let members: GroupMembers

  init(of brokerage: Brokerage) {
    let members = brokerage.members
    let counts = members.actors.map { brokerage[$0] ?? .zero }
    let byGroup = Dictionary(grouping: counts.indices.filter { counts[$0].total > 0 }) { Int(members.codes[$0]) }
    var (brokers, blocks) = ([Int](), [BrokerBlock]())
    for group in byGroup.keys.sorted() {
      var first = brokers.count
      var (start, pairs) = (first, 0)
      for broker in byGroup[group] ?? [] {
        brokers.append(broker)
        pairs += members.givers.count(of: broker) * members.receivers.count(of: broker)
        guard brokers.count - first == 64 || pairs > 1 << 18 else { continue }
        blocks.append(BrokerBlock(group: group, brokers: first..<brokers.count, isFirstOfGroup: first == start))
        (first, pairs) = (brokers.count, 0)
      }
      if first < brokers.count {
        blocks.append(BrokerBlock(group: group, brokers: first..<brokers.count, isFirstOfGroup: first == start))
      }
      start = brokers.count
    }
    (self.brokers, self.blocks, self.members) = (brokers, blocks, members)
    observed = brokers.map { counts[$0] }
  }

  func memoryNeed(under permutations: LabelPermutations) -> MemoryNeed {
    let longest = [members.givers, members.receivers].map { rows in
      members.codes.indices.reduce(0) { max($0, rows.count(of: $1)) }
    }
    let masks = 32 * (LabelPlanes.planes(for: members.groupCount) + 2) + 4
    // The closed pairs of a broker are at most the ties of all; a list that grows is twice as long at most.
    let (ties, product) = (members.givers.partners.count, longest[0] * longest[1])
    let pairs = 16 * min(product, ties + longest[1]) + 18 * min(product, PermutedBrokerage.mostListed)
    // Each broker has its counts, its tallies and its tests; a thread first shuffles rows of labels, then holds the labels
    // of a broker's partners and a list of its pairs.
    return MemoryNeed(
      "The permutation test of brokerage",
      bytes: permutations.roundBytes.shared + 600 * brokers.count + 300 * members.codes.count,
      bytesAThread: max(
        permutations.roundBytes.aThread,
        4 * members.codes.count + masks * (longest[0] + longest[1]) + pairs + 1 << 20),
      advice: "a grouping that leaves actors out")
  }

  /// Counts every block in a round of arrangements.
  func forEach(
    under labels: LabelPlanes, _ givers: PartnerRows, _ receivers: PartnerRows, workers: Workers,
    commit: (Int, CountedBlock) -> Void
  ) throws(BuzzlineError) {
    let valid = (0..<labels.maskCount).map(labels.valid)
    try labels.planes.withUnsafeBufferPointer { planes throws(BuzzlineError) in
      let pointers = LabelPointers(labels, planes)
      try workers.withCancellation { cancellation throws(BuzzlineError) in
        try workers.forEach(of: blocks.count) {
          BrokerScratch(PermutedBrokerage(labels: pointers, giversOf: givers, receiversOf: receivers))
        } compute: { scratch, number throws(BuzzlineError) in
          try scratch.count(self, number, valid, cancellation)
        } commit: { number, counted in
          commit(number, counted)
        }
      }
    }
  }
}

/// What a worker keeps from block to block.
private final class BrokerScratch {
  private var kernel: PermutedBrokerage
  private var tallies = RoleTallies()

  init(_ kernel: PermutedBrokerage) { self.kernel = kernel }

  deinit {
    kernel.deallocate()
    tallies.deallocate()
  }

  func count(
    _ blocks: BrokerBlocks, _ number: Int, _ valid: [ArrangementMask], _ cancellation: Cancellation
  ) throws(BuzzlineError) -> CountedBlock {
    // Local copies: the processor keeps them at hand, which it cannot do with what an object holds.
    var (kernel, tallies) = (kernel, tallies)
    defer { (self.kernel, self.tallies) = (kernel, tallies) }
    let brokers = blocks.blocks[number].brokers
    let total = brokers.reduce(0) { $0 + blocks.observed[$1].total }
    var counted = CountedBlock(sums: BlockSums(total: total, maskCount: valid.count))
    counted.tallies.reserveCapacity(brokers.count)
    for place in brokers {
      let (broker, observed) = (blocks.brokers[place], blocks.observed[place])
      kernel.begin(broker)
      for mask in valid.indices {
        if cancellation.isCancelled { throw .cancelled(of: "permutation test of brokerage") }
        let sums = kernel.sums(of: broker, mask: mask)
        tallies.add(sums, observed: observed, valid: valid[mask])
        counted.sums.add(sums, mask: mask)
      }
      counted.tallies.append(tallies.take())
    }
    return counted
  }
}

/// The sums of many brokers together, in all arrangements of a round.
struct BlockSums: Sendable {
  private var slices: [ArrangementMask]
  private let width: Int
  private let maskCount: Int

  /// - Parameter total: What the counts of all roles can add up to.
  init(total: Int, maskCount: Int) {
    (width, self.maskCount) = (SlicedCounts.width(of: total), maskCount)
    slices = Array(repeating: .zero, count: maskCount * RoleSums.count * width)
  }

  mutating func add(_ sums: RoleSums, mask: Int) {
    let first = mask * RoleSums.count * width
    slices.withUnsafeMutableBufferPointer { slices in
      // Within bounds: there are as many slices as masks, sums and bits.
      guard let start = slices.baseAddress else { return }
      RoleSums(slices: start + first, width: width).add(sums)
    }
  }

  /// Adds the sums of brokers that are among these.
  mutating func add(_ other: BlockSums) {
    var other = other
    for mask in 0..<maskCount { other.with(mask) { add($0, mask: mask) } }
  }

  /// Counts in how many arrangements they reach what was observed.
  mutating func tally(
    by tallies: inout RoleTallies, observed: BrokerageCounts, _ labels: LabelPlanes
  ) -> BrokerageProfile<CountTally> {
    for mask in 0..<maskCount {
      with(mask) { tallies.add($0, observed: observed, valid: labels.valid(in: mask)) }
    }
    return tallies.take()
  }

  private mutating func with(_ mask: Int, _ body: (RoleSums) -> Void) {
    let first = mask * RoleSums.count * width
    slices.withUnsafeMutableBufferPointer { slices in
      // Within bounds, as in `add`.
      guard let start = slices.baseAddress else { return }
      body(RoleSums(slices: start + first, width: width))
    }
  }
}
