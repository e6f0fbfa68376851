internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// A plain file of ties, read and its identifiers numbered.
struct TieScan: Sendable {
  let layout: TieLayout
  /// The identifiers in the order of first appearance; none where an actor file had told them all.
  let ids: [String]
  let rowCount: Int
  let file: MappedFile
  private let rows: Rows

  private enum Rows: Sendable {
    /// Stretches of rows whose ends wait for their positions.
    case numbered([NumberedEnds])
    case placed(PlacedTies)
  }

  /// Sources and targets of a chunk in turn, as numbers of its own, and which identifiers these stand for.
  private struct NumberedEnds: Sendable {
    let ends: [UInt32]
    /// `nil` where the numbers are those of ``TieScan/ids``.
    let numbers: [UInt32]?
  }

  /// Reads a file; `nil` where it must be read with care.
  ///
  /// - Parameter actors: The actor file, if it was read fast.
  /// - Complexity: O(size) time, O(*i* + *m*) space for *i* identifiers in *m* rows.
  init?(_ file: MappedFile, _ layout: TieLayout, among actors: ActorScan?, _ work: ReadingWork) throws(BuzzlineError) {
    (self.file, self.layout) = (file, layout)
    if let actors, let placed = try PlacedTies(file, layout, among: actors, work) {
      (ids, rows, rowCount) = ([], .placed(placed), placed.rowCount)
    } else if let (ids, chunks) = try Self.number(file, layout, work) {
      (self.ids, rows, rowCount) = (ids, .numbered(chunks), chunks.reduce(0) { $0 + $1.ends.count / 2 })
    } else {
      return nil
    }
  }

  /// Numbers the identifiers by first appearance in the file.
  private static func number(
    _ file: MappedFile, _ layout: TieLayout, _ work: ReadingWork
  ) throws(BuzzlineError) -> (ids: [String], chunks: [NumberedEnds])? {
    let workers = work.workers
    // As many bytes as share the work evenly.
    let size = work.chunkSize ?? max(1 << 20, file.bytes.count / workers.threads + 1)
    let stretches = PlainChunk.all(of: file, layout.heading, size: size)
    let read = try workers.map(stretches.count) { TieChunk(stretches[$0], layout) }
    guard let start = file.bytes.baseAddress, var whole = read.first ?? nil else { return nil }
    var chunks = [NumberedEnds(ends: whole.ends, numbers: nil)]
    for chunk in read.dropFirst() {
      guard let chunk else { return nil }
      chunks.append(NumberedEnds(ends: chunk.ends, numbers: whole.table.take(chunk.table, in: start)))
    }
    guard let texts = try IdentifierTexts(whole.table.spans, of: file, workers: workers),
      !layout.namesHeading(texts.ids)
    else { return nil }
    guard let numbers = texts.numbers else { return (texts.ids, chunks) }
    chunks = chunks.map { chunk in
      NumberedEnds(ends: chunk.ends, numbers: chunk.numbers.map { $0.map { numbers[Int($0)] } } ?? numbers)
    }
    return (texts.ids, chunks)
  }

  /// The ties, their ends at the positions given for ``ids``, and the rows that tie an actor to itself.
  func ties(at positions: [UInt32], workers: Workers) throws(BuzzlineError) -> (ties: PlainTies, selfTies: [SelfTie]) {
    switch rows {
    case .placed(let placed): (PlainTies(sources: placed.sources, targets: placed.targets), placed.selfTies)
    case .numbered(let chunks): try Self.place(chunks, at: positions, workers: workers)
    }
  }

  private static func place(
    _ chunks: [NumberedEnds], at positions: [UInt32], workers: Workers
  ) throws(BuzzlineError) -> (ties: PlainTies, selfTies: [SelfTie]) {
    let starts = chunks.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.ends.count / 2) }
    let blocks = chunks.indices.flatMap { chunk in
      stride(from: 0, to: chunks[chunk].ends.count / 2, by: blockSize).map { (chunk: chunk, row: $0) }
    }
    let maps = chunks.map { chunk in chunk.numbers.map { $0.map { positions[Int($0)] } } ?? positions }
    let rowCount = starts[chunks.count]
    var selfTies: [[Int]] = []
    var targets: [UInt32] = []
    let sources = try [UInt32](large: rowCount) { sources throws(BuzzlineError) in
      targets = try [UInt32](large: rowCount) { targets throws(BuzzlineError) in
        // Every block writes to places of its own.
        nonisolated(unsafe) let (sources, targets) = (sources, targets)
        selfTies = try workers.map(blocks.count) { block in
          let (chunk, row) = blocks[block]
          let rows = row..<min(chunks[chunk].ends.count / 2, row + blockSize)
          return place(rows, of: chunks[chunk].ends, by: maps[chunk], starts[chunk], sources, targets)
        }
      }
    }
    let rows = selfTies.flatMap(\.self)
    guard !rows.isEmpty else { return (PlainTies(sources: sources, targets: targets), []) }
    let kept = sources.indices.filter { sources[$0] != targets[$0] }
    return (
      PlainTies(sources: kept.map { sources[$0] }, targets: kept.map { targets[$0] }),
      rows.map { SelfTie(row: $0, actor: sources[$0]) }
    )
  }

  private static let blockSize = 1 << 18

  /// Writes the positions of both ends of some rows; which of them tie an actor to itself.
  private static func place(
    _ rows: Range<Int>, of ends: [UInt32], by map: [UInt32], _ start: Int,
    _ sources: UnsafeMutableBufferPointer<UInt32>, _ targets: UnsafeMutableBufferPointer<UInt32>
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
    var (lines, line, row, position) = ([Int](), layout.heading.linesAbove, 0, layout.heading.start)
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
