public import KnowledgeNetworks

/// A file of something made up, written block by block so that it never stands in memory whole.
public struct SyntheticFile: Sendable {
  /// Takes the next bytes of a file.
  public typealias Sink = (_ bytes: [UInt8]) -> Void

  /// The name in a study folder; no path.
  public let name: String
  private let heading: String
  private let blockCount: Int
  private let block: @Sendable (Int) -> [UInt8]

  /// Describes a file by its heading and what each of its blocks holds.
  ///
  /// - Parameters:
  ///   - name: The name in a study folder.
  ///   - heading: The first line, without its end.
  ///   - blockCount: How many blocks there are; it must not depend on the number of threads.
  ///   - block: Formats one block, on any thread.
  init(_ name: String, heading: String, blockCount: Int, block: @escaping @Sendable (Int) -> [UInt8]) {
    self.name = name
    self.heading = heading
    self.blockCount = blockCount
    self.block = block
  }

  /// Formats the blocks in parallel and hands their bytes over in order.
  ///
  /// - Throws: `BuzzlineError` if the task was cancelled.
  /// - Complexity: O(size of the file) time, O(a few blocks) space.
  public func write(workers: Workers = .all, to sink: Sink) throws(BuzzlineError) {
    sink(Array((heading + "\n").utf8))
    try workers.forEach(of: blockCount, work: "writing \(name)", scratch: {}) { (_: inout Void, number) in
      block(number)
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

/// How many rows a block of a file has.
enum BlockSize {
  static let actors = 8_192
  static let ties = 65_536

  static func count(of rows: Int, by size: Int) -> Int { (rows + size - 1) / size }

  static func rows(of block: Int, by size: Int, in count: Int) -> Range<Int> {
    block * size..<min(count, (block + 1) * size)
  }
}
