public import KnowledgeNetworks

/// A file of something made up, written block by block so that it never stands in memory whole.
public struct SyntheticFile: Sendable {
  /// Takes the next bytes of a file.
  public typealias Sink = (_ bytes: [UInt8]) -> Void

  /// The name in a study folder; no path.
  public let name: String
  let heading: String
  let blocks: RowBlocks
  /// Formats one block, on any thread.
  let format: @Sendable (RowBlocks.Block) -> [UInt8]

  /// Formats the blocks in parallel and hands their bytes over in order.
  ///
  /// - Throws: `BuzzlineError` if the task was cancelled.
  /// - Complexity: O(size of the file) time, O(a few blocks) space.
  public func write(workers: Workers = .all, to sink: Sink) throws(BuzzlineError) {
    sink(Array((heading + "\n").utf8))
    try workers.forEach(of: blocks.count, work: "writing \(name)", scratch: {}) { (_: inout Void, number) in
      format(blocks[number])
    } commit: { _, bytes in
      sink(bytes)
    }
  }

  /// The whole file, for those small enough.
  public func contents(workers: Workers = .all) throws(BuzzlineError) -> [UInt8] {
    var contents: [UInt8] = []
    try write(workers: workers) { contents += $0 }
    return contents
  }
}

/// The rows of every wave, cut into blocks by their number alone.
struct RowBlocks: Sendable {
  let rows: Int
  /// How many rows a block has, but the last of a wave.
  let size: Int
  var waves = 1

  /// A block, by its number among all and that in its wave.
  typealias Block = (number: Int, wave: Int, part: Int, rows: Range<Int>)

  private var blocksAWave: Int { (rows + size - 1) / size }
  var count: Int { waves * blocksAWave }

  subscript(number: Int) -> Block {
    let (wave, part) = number.quotientAndRemainder(dividingBy: blocksAWave)
    return (number, wave, part, part * size..<min(rows, (part + 1) * size))
  }

  static func ofActors(_ count: Int, waves: Int = 1) -> RowBlocks { RowBlocks(rows: count, size: 8_192, waves: waves) }
}
