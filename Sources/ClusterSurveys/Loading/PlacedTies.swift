internal import DataFiles
internal import KnowledgeNetworks

/// A row of a file of ties that ties an actor to itself.
struct SelfTie: Sendable {
  /// The number of the row, from 0.
  let row: Int
  /// The actor's roster position.
  let actor: UInt32
}

/// The ties of a plain file between actors that are all in the actor file.
struct PlacedTies: Sendable {
  private(set) var ties = PlainTies()
  private(set) var selfTies: [SelfTie] = []
  private(set) var rowCount = 0

  /// Reads a file; `nil` where it names others or must be read with care.
  init?(
    _ file: MappedFile, _ layout: TieLayout, among actors: ActorScan, chunkSize: Int?, workers: Workers
  ) throws(BuzzlineError) {
    let stretches = PlainChunk.all(of: file, layout.heading, size: chunkSize ?? 1 << 20)
    let room = stretches[0].estimatedRows * stretches.count
    var (sources, targets) = ([UInt32](largeCapacity: room), [UInt32](largeCapacity: room))
    var isPlain = true
    try workers.forEach(of: stretches.count, scratch: {}) { (_: inout Void, chunk) in
      PlacedStretch(stretches[chunk], layout, among: actors)
    } commit: { _, chunk in
      guard isPlain, let chunk else { return isPlain = false }
      sources += chunk.sources
      targets += chunk.targets
      selfTies += chunk.selfTies.map { SelfTie(row: rowCount + $0.row, actor: $0.actor) }
      rowCount += chunk.sources.count + chunk.selfTies.count
    }
    guard isPlain else { return nil }
    ties = PlainTies(sources: sources, targets: targets)
  }
}

/// The ties of a chunk; its rows are counted from its first.
private struct PlacedStretch: Sendable {
  var sources: [UInt32] = []
  var targets: [UInt32] = []
  var selfTies: [SelfTie] = []

  init?(_ chunk: PlainChunk, _ layout: TieLayout, among actors: ActorScan) {
    guard let bytes = chunk.file.bytes.baseAddress, let known = actors.file.bytes.baseAddress else { return nil }
    sources.reserveCapacity(chunk.estimatedRows)
    targets.reserveCapacity(chunk.estimatedRows)
    let isRead = layout.forEachBatch(of: chunk) { identifiers, numbers in
      guard actors.table.find(identifiers, in: bytes, among: known, into: numbers) else { return false }
      add(UnsafeBufferPointer(start: numbers, count: identifiers.count), at: actors.positions)
      return true
    }
    guard isRead else { return nil }
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
