internal import DataFiles
internal import KnowledgeNetworks

/// How the rows of a plain file of ties are laid out: two columns name the ends, and none says more of a tie.
struct TieLayout: Sendable {
  let heading: PlainHeading
  let source: Int
  let target: Int

  /// The columns of the two ends, if no column says more of a tie.
  init?(_ heading: PlainHeading, _ headings: KnownHeadings) {
    guard let source = try? headings.column("source"), let target = try? headings.column("target"), source != target,
      headings.options.weightColumn == nil,
      ["weight", "topic", "channel", "wave", "type"].allSatisfy({ headings.known($0) == nil })
    else { return nil }
    (self.heading, self.source, self.target) = (heading, source, target)
  }

  /// Whether the headings of both ends are among the actors, as where files were put one behind the other.
  func namesHeading(_ ids: [String]) -> Bool {
    let (one, other) = (heading.table.headings[source], heading.table.headings[target])
    return ids.contains(one) && ids.contains(other)
  }

  /// Goes through the rows of a chunk and looks up both ends of many at a time.
  ///
  /// - Parameter lookUp: Takes sources and targets in turn, and writes their numbers; `false` gives up.
  /// - Returns: `false` at anything that must be read with care.
  @inline(__always)
  func forEachBatch(
    of chunk: PlainChunk, _ lookUp: (UnsafeBufferPointer<ByteSpan>, UnsafeMutablePointer<UInt32>) -> Bool
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: ByteSpan.self, capacity: IdentifierTable.batch) { spans in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: IdentifierTable.batch) { numbers in
        guard let number = numbers.baseAddress else { return false }
        var waiting = 0
        let isRead = chunk.forEachRow { cells in
          guard cells[source].length > 0, cells[target].length > 0 else { return false }
          spans.initializeElement(at: waiting, to: cells[source])
          spans.initializeElement(at: waiting + 1, to: cells[target])
          waiting += 2
          guard waiting == IdentifierTable.batch else { return true }
          waiting = 0
          return lookUp(UnsafeBufferPointer(spans), number)
        }
        return isRead && lookUp(UnsafeBufferPointer(rebasing: spans[..<waiting]), number)
      }
    }
  }
}

/// The rows of a chunk of a plain file of ties, their ends numbered by first appearance within it.
struct TieChunk: Sendable {
  var table = IdentifierTable()
  /// The numbers of source and target of each row in turn.
  private(set) var ends: [UInt32]

  /// Reads a chunk; `nil` at anything that must be read with care.
  init?(_ chunk: PlainChunk, _ layout: TieLayout) {
    guard let bytes = chunk.file.bytes.baseAddress else { return nil }
    ends = [UInt32](largeCapacity: 2 * chunk.estimatedRows)
    let isRead = layout.forEachBatch(of: chunk) { identifiers, numbers in
      table.number(identifiers, in: bytes, into: numbers)
      ends.append(contentsOf: UnsafeBufferPointer(start: numbers, count: identifiers.count))
      return true
    }
    guard isRead else { return nil }
  }
}

/// A row of a file of ties that ties an actor to itself.
struct SelfTie: Sendable {
  /// The number of the row, from 0.
  let row: Int
  /// The actor's roster position.
  let actor: UInt32
}

/// The ties of a plain file, or of a chunk of one, between actors that are all in the actor file.
struct PlacedTies: Sendable {
  private(set) var sources: [UInt32]
  private(set) var targets: [UInt32]
  /// Their rows are counted from the first of the file or chunk.
  private(set) var selfTies: [SelfTie] = []
  var rowCount: Int { sources.count + selfTies.count }

  /// Reads a file; `nil` where it names others or must be read with care.
  init?(_ file: MappedFile, _ layout: TieLayout, among actors: ActorScan, _ work: ReadingWork) throws(BuzzlineError) {
    let chunks = PlainChunk.all(of: file, layout.heading, size: work.chunkSize ?? 1 << 20)
    self.init(room: chunks[0].estimatedRows * chunks.count)
    var isPlain = true
    try work.workers.forEach(of: chunks.count, scratch: {}) { (_: inout Void, chunk) in
      PlacedTies(chunks[chunk], layout, among: actors)
    } commit: { _, more in
      guard isPlain, let more else { return isPlain = false }
      append(more)
    }
    guard isPlain else { return nil }
  }

  private init?(_ chunk: PlainChunk, _ layout: TieLayout, among actors: ActorScan) {
    guard let bytes = chunk.file.bytes.baseAddress, let known = actors.file.bytes.baseAddress else { return nil }
    self.init(room: chunk.estimatedRows)
    let isRead = layout.forEachBatch(of: chunk) { identifiers, numbers in
      guard actors.table.find(identifiers, in: bytes, among: known, into: numbers) else { return false }
      add(UnsafeBufferPointer(start: numbers, count: identifiers.count), at: actors.positions)
      return true
    }
    guard isRead else { return nil }
  }

  private init(room: Int) { (sources, targets) = ([UInt32](largeCapacity: room), [UInt32](largeCapacity: room)) }

  private mutating func append(_ more: PlacedTies) {
    let first = rowCount
    selfTies += more.selfTies.map { SelfTie(row: first + $0.row, actor: $0.actor) }
    sources += more.sources
    targets += more.targets
  }

  /// Adds the ties between actors of so many rows of the actor file, sources and targets in turn.
  @inline(__always)
  private mutating func add(_ ends: UnsafeBufferPointer<UInt32>, at positions: [UInt32]?) {
    for place in stride(from: 0, to: ends.count, by: 2) {
      let (first, second) = (ends[place], ends[place + 1])
      let (source, target) = (positions?[Int(first)] ?? first, positions?[Int(second)] ?? second)
      if source == target {
        selfTies.append(SelfTie(row: sources.count + selfTies.count, actor: source))
      } else {
        sources.append(source)
        targets.append(target)
      }
    }
  }
}
