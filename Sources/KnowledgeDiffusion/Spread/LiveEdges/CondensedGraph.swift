internal import KnowledgeNetworks

/// One graph of live ties by its strong components: all actors of one reach the same and are reached by the same.
struct CondensedGraph: Sendable {
  /// The number of each actor's component.
  let numbers: [Int32]
  /// The actors of each component.
  let members: CompressedRows
  /// The components that each reaches, itself among them.
  let ahead: CompressedRows
  /// The components that reach each, itself among them.
  let behind: CompressedRows
  /// How many actors each component has.
  let sizes: [Int32]

  /// - Complexity: O(*n* + *m* + *c*) time and space for *c* pairs of components of which one reaches the other.
  ///
  /// - Parameters:
  ///   - bit: Which graph of the block it is.
  ///   - rows: To whom ties lead.
  init(_ bit: Int, of block: LiveEdgeBlock, along rows: CompressedRows) {
    let live = Self.liveRows(block, bit: UInt64(bit), along: rows)
    let components = StrongComponents(of: live)
    numbers = components.numbers
    members = components.memberRows
    sizes = components.sizes.map { Int32($0) }
    ahead = Self.reach(of: members, numbers, along: live)
    behind = ahead.mirrored().rows
  }

  init(_ number: Int, of graphs: LiveEdgeTies) {
    self.init(number & 63, of: graphs.blocks[number >> 6], along: graphs.rows)
  }

  var count: Int { sizes.count }

  /// The sum of a number of each component over the components of each row.
  func sums(of numbers: [Int32], along rows: CompressedRows) -> [Int32] {
    (0..<count).map { component in rows[component].reduce(0) { $0 + numbers[Int($1)] } }
  }

  private static func liveRows(_ block: LiveEdgeBlock, bit: UInt64, along rows: CompressedRows) -> CompressedRows {
    var (starts, partners) = ([UInt32(0)], [UInt32]())
    starts.reserveCapacity(rows.starts.count)
    for actor in 0..<rows.starts.count - 1 {
      for place in rows.range(of: actor) where block.bits[place] >> bit & 1 == 1 {
        partners.append(rows.partners[place])
      }
      starts.append(UInt32(partners.count))
    }
    return CompressedRows(starts: starts, partners: partners)
  }

  /// Components lead to those of lower numbers only, so what these reach is known before it is asked for.
  private static func reach(of members: CompressedRows, _ numbers: [Int32], along live: CompressedRows)
    -> CompressedRows
  {
    var (starts, reached) = ([UInt32(0)], [UInt32]())
    var seenBy = [UInt32](repeating: .max, count: members.starts.count - 1)
    for component in 0..<UInt32(seenBy.count) {
      reached.append(component)
      seenBy[Int(component)] = component
      for actor in members[Int(component)] {
        for place in live.range(of: Int(actor)) {
          let next = Int(numbers[Int(live.partners[place])])
          // Who is reached already is so with all whom it reaches.
          if seenBy[next] == component { continue }
          for entry in Int(starts[next])..<Int(starts[next + 1]) where seenBy[Int(reached[entry])] != component {
            seenBy[Int(reached[entry])] = component
            reached.append(reached[entry])
          }
        }
      }
      starts.append(UInt32(reached.count))
    }
    return CompressedRows(starts: starts, partners: reached)
  }
}

/// How many of those whom a receiver reaches are reached already by all who reach a giver: the sum over these, giver by
/// giver.
struct ReachOverlap: Sendable {
  /// Four numbers a component, one array after the other: what each start shares with the receiver, the sums, the starts
  /// that share anything, and the givers with a sum.
  private var numbers: [Int32]
  private let size: Int
  private var giverCount = 0

  init(actors: Int) {
    size = actors
    // One more, which is written where all are listed, and never read.
    numbers = Array(repeating: 0, count: 4 * actors + 1)
  }

  /// The components of givers with a sum above 0.
  var givers: ArraySlice<Int32> { numbers[3 * size..<3 * size + giverCount] }

  /// The sum for the givers of a component.
  subscript(component: Int) -> Int { Int(numbers[size + component]) }

  /// Works the sums out for the receivers of a component.
  ///
  /// - Parameter isReversed: Whether ties run the other way; then the receiver gives and the givers receive.
  /// - Complexity: O(*p* + *q*) time for *p* pairs of a component that the receiver reaches and one that reaches it, and
  ///   *q* components that those starts reach.
  mutating func fill(for receiver: Int, in graph: CondensedGraph, isReversed: Bool = false) {
    for giver in givers { numbers[size + Int(giver)] = 0 }
    let (ahead, behind) = isReversed ? (graph.behind, graph.ahead) : (graph.ahead, graph.behind)
    let size = size
    giverCount = numbers.withUnsafeMutableBufferPointer { numbers in
      graph.sizes.withUnsafeBufferPointer { sizes in
        ahead.withBareRows { ahead in
          behind.withBareRows { behind in
            guard let first = numbers.baseAddress else { return 0 }
            let sums = OverlapSums(
              ahead: ahead, behind: behind, sizes: sizes, shared: first, sums: first + size, starts: first + 2 * size,
              givers: first + 3 * size)
            return sums.fill(for: receiver)
          }
        }
      }
    }
  }
}

/// The sums over bare rows; every position is a component, of which there are no more than numbers in each array.
private struct OverlapSums {
  let ahead: BareRows
  let behind: BareRows
  let sizes: UnsafeBufferPointer<Int32>
  let shared: UnsafeMutablePointer<Int32>
  let sums: UnsafeMutablePointer<Int32>
  let starts: UnsafeMutablePointer<Int32>
  let givers: UnsafeMutablePointer<Int32>

  /// - Returns: How many givers have a sum; what starts share is wiped again.
  func fill(for receiver: Int) -> Int {
    var startCount = 0
    for place in ahead.range(of: receiver) {
      let other = Int(ahead.partners[place])
      for place in behind.range(of: other) {
        let start = Int(behind.partners[place])
        // Written in any case; only a new one is kept.
        starts[startCount] = Int32(truncatingIfNeeded: start)
        startCount += shared[start] == 0 ? 1 : 0
        shared[start] &+= sizes[other]
      }
    }
    var giverCount = 0
    for place in 0..<startCount {
      let start = Int(starts[place])
      let sum = sizes[start] &* shared[start]
      shared[start] = 0
      for place in ahead.range(of: start) {
        let giver = Int(ahead.partners[place])
        givers[giverCount] = Int32(truncatingIfNeeded: giver)
        giverCount += sums[giver] == 0 ? 1 : 0
        sums[giver] &+= sum
      }
    }
    return giverCount
  }
}

/// Rows as they lie in memory, good only while they are handed over.
private struct BareRows {
  let starts: UnsafeBufferPointer<UInt32>
  let partners: UnsafeBufferPointer<UInt32>

  @inline(__always)
  func range(of row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }
}

extension CompressedRows {
  fileprivate func withBareRows<Value>(_ body: (BareRows) -> Value) -> Value {
    starts.withUnsafeBufferPointer { starts in
      partners.withUnsafeBufferPointer { body(BareRows(starts: starts, partners: $0)) }
    }
  }
}
