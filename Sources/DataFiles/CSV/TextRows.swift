internal import KnowledgeNetworks

/// The rows of a text, read and numbered in chunks by several workers.
///
/// A chunk begins where a line does. That a row begins there too is known once the chunk before is read: where a quoted
/// cell goes on beyond the cut, the chunk is read again from where that row ends. So rows, numbers and the first error
/// are those of reading row by row.
struct TextRows {
  private(set) var cells = CellNumbering()
  private(set) var places: CellPlaces

  /// - Parameters:
  ///   - start: The tokenizer, before it reads any row.
  ///   - size: About how many bytes a worker reads at a time; without effect on the result.
  /// - Throws: `BuzzlineError` at the first row that is none, or if the task was cancelled.
  init(
    of bytes: [UInt8], _ start: CSVTokenizer, chunkSize size: Int = 1 << 22, workers: Workers
  ) throws(BuzzlineError) {
    let cuts = Self.cuts(of: bytes, from: start.position, size)
    var (cells, places) = (CellNumbering(), CellPlaces(by: start))
    places.countLines(to: start.position)
    var (end, failure) = (start.position, nil as BuzzlineError?)
    try workers.forEach(of: cuts.count - 1, work: "reading", scratch: {}) { (_: inout Void, number) in
      TextChunk(of: bytes, start, from: cuts[number], to: cuts[number + 1])
    } commit: { number, read in
      guard failure == nil else { return }
      let chunk = read.start == end ? read : TextChunk(of: bytes, start, from: end, to: cuts[number + 1])
      if number == 0 { cells.reserve(chunk.cells.numbers.count * (cuts.count - 1) * 9 / 8) }
      cells.append(chunk.cells, in: bytes)
      places.append(chunk.places)
      (end, failure) = (chunk.end, chunk.failure)
    }
    if let failure { throw failure }
    (self.cells, self.places) = (cells, places)
  }

  /// Where chunks begin, and where the last one ends: behind the first line end after so many bytes.
  private static func cuts(of bytes: [UInt8], from start: Int, _ size: Int) -> [Int] {
    bytes.withUnsafeBytes { bytes in
      var cuts = [start]
      while let last = cuts.last, last < bytes.count { cuts.append(bytes.lineStart(from: last + size)) }
      return cuts
    }
  }
}

/// The rows that begin in a part of a text.
private struct TextChunk: Sendable {
  let start: Int
  /// Where the row behind the last may begin.
  let end: Int
  private(set) var cells = CellNumbering()
  private(set) var places: CellPlaces
  /// Why a row could not be read; the rows before it are there.
  private(set) var failure: BuzzlineError?

  init(of bytes: [UInt8], _ tokenizer: CSVTokenizer, from start: Int, to limit: Int) {
    self.start = start
    places = CellPlaces(by: tokenizer, from: start)
    var (tokenizer, row) = (tokenizer.moved(to: start), [CSVCell]())
    do throws(BuzzlineError) {
      while try tokenizer.read(&row, before: limit) {
        cells.append(row, in: bytes)
        places.append(row)
      }
    } catch {
      failure = error
    }
    end = tokenizer.position
    places.countLines(to: end)
  }
}
