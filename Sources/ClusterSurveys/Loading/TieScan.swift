internal import Foundation
internal import KnowledgeNetworks

/// A plain file of ties, read and its identifiers numbered by first appearance in the file.
struct TieScan: Sendable {
  let layout: TieLayout
  /// The identifiers in the order of first appearance.
  let ids: [String]
  /// The rows below the heading.
  var rowCount: Int { chunks.reduce(0) { $0 + $1.ends.count / 2 } }

  private let file: MappedFile
  private let chunks: [NumberedEnds]

  /// Sources and targets of a stretch in turn, as numbers of its own, and which identifiers these stand for.
  private struct NumberedEnds: Sendable {
    let ends: [UInt32]
    /// `nil` where the numbers are those of ``TieScan/ids``.
    let numbers: [UInt32]?
  }

  /// Reads a file; `nil` where it must be read with care, or the task was cancelled.
  ///
  /// - Parameters:
  ///   - chunkSize: About how many bytes a worker reads at a time; by default as many as share the work evenly.
  /// - Complexity: O(size) time, O(*i* + *m*) space for *i* identifiers in *m* rows.
  init?(_ file: MappedFile, _ layout: TieLayout, chunkSize: Int? = nil, workers: Workers) {
    guard let start = file.bytes.baseAddress else { return nil }
    let size = chunkSize ?? max(1 << 20, file.bytes.count / workers.threads + 1)
    let cuts = Self.cuts(file.bytes, from: layout.start, size: size)
    let read = workers.map(cuts.count - 1) { TieChunk(of: file, cuts[$0]..<cuts[$0 + 1], layout) }
    guard let read, var whole = read.first ?? nil else { return nil }
    var chunks = [NumberedEnds(ends: whole.ends, numbers: nil)]
    for chunk in read.dropFirst() {
      guard let chunk else { return nil }
      chunks.append(NumberedEnds(ends: chunk.ends, numbers: whole.take(chunk, in: start)))
    }
    guard let texts = IdentifierTexts(whole.table.spans, of: file, workers: workers) else { return nil }
    self.file = file
    self.layout = layout
    ids = texts.ids
    self.chunks = chunks.map { chunk in
      guard let numbers = texts.numbers else { return chunk }
      return NumberedEnds(ends: chunk.ends, numbers: chunk.numbers.map { $0.map { numbers[Int($0)] } } ?? numbers)
    }
  }

  /// Where each stretch begins: at the first line from about where it should, and the end of the file.
  private static func cuts(_ bytes: UnsafeRawBufferPointer, from start: Int, size: Int) -> [Int] {
    var cuts = [start]
    while let last = cuts.last, last < bytes.count { cuts.append(bytes.lineStart(from: last + size)) }
    return cuts.count == 1 ? [start, start] : cuts
  }

  /// The ties, their ends at the positions given for ``ids``, and the rows that tie an actor to itself.
  ///
  /// - Returns: `nil` if the task was cancelled.
  func ties(at positions: [UInt32], workers: Workers) -> (ties: PlainTies, selfTies: [(row: Int, actor: UInt32)])? {
    let starts = chunks.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.ends.count / 2) }
    let blocks = chunks.indices.flatMap { chunk in
      stride(from: 0, to: chunks[chunk].ends.count / 2, by: Self.blockSize).map { (chunk: chunk, row: $0) }
    }
    let maps = chunks.map { chunk in chunk.numbers.map { $0.map { positions[Int($0)] } } ?? positions }
    var selfTies: [[Int]]?
    var targets: [UInt32] = []
    let sources = [UInt32](large: rowCount) { sources in
      targets = [UInt32](large: rowCount) { targets in
        // Every block writes to places of its own.
        nonisolated(unsafe) let (sources, targets) = (sources, targets)
        selfTies = workers.map(blocks.count) { block in
          let (chunk, row) = blocks[block]
          let rows = row..<min(chunks[chunk].ends.count / 2, row + Self.blockSize)
          return place(rows, of: chunks[chunk].ends, by: maps[chunk], starts[chunk], sources, targets)
        }
        return selfTies != nil
      }
      return selfTies != nil
    }
    guard let rows = selfTies?.flatMap(\.self) else { return nil }
    guard !rows.isEmpty else { return (PlainTies(sources: sources, targets: targets), []) }
    let kept = sources.indices.filter { sources[$0] != targets[$0] }
    return (
      PlainTies(sources: kept.map { sources[$0] }, targets: kept.map { targets[$0] }), rows.map { ($0, sources[$0]) }
    )
  }

  private static let blockSize = 1 << 18

  /// Writes the positions of both ends of some rows; which of them tie an actor to itself.
  private func place(
    _ rows: Range<Int>, of ends: [UInt32], by map: [UInt32], _ start: Int,
    _ sources: UnsafeMutableBufferPointer<UInt32>,
    _ targets: UnsafeMutableBufferPointer<UInt32>
  ) -> [Int] {
    var selfTies: [Int] = []
    ends.withUnsafeBufferPointer { ends in
      map.withUnsafeBufferPointer { map in
        for row in rows {
          let (source, target) = (map[Int(ends[2 * row])], map[Int(ends[2 * row + 1])])
          sources.initializeElement(at: start + row, to: source)
          targets.initializeElement(at: start + row, to: target)
          if source == target { selfTies.append(start + row) }
        }
      }
    }
    return selfTies
  }

  /// The lines of some rows, both ascending, from 1.
  ///
  /// - Complexity: O(size) time.
  func lines(of rows: [Int]) -> [Int] {
    var (lines, line, row, position) = ([Int](), layout.linesAbove, 0, layout.start)
    while lines.count < rows.count, position < file.bytes.count {
      let end = file.bytes.lineStart(from: position + 1)
      line += 1
      let isBlank = file.bytes[position] == lineFeed || file.bytes[position] == carriageReturn
      if !isBlank {
        if row == rows[lines.count] { lines.append(line) }
        row += 1
      }
      position = end
    }
    return lines
  }
}
