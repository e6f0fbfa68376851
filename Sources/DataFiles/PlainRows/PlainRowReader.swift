/// Splits the rows of a plain file, eight bytes at a time.
///
/// What is out of the ordinary (a line break or a doubled quote within quotes, a ragged row, a carriage return that is
/// no line end) is refused, so that the careful reader tells what to make of it.
struct PlainRowReader {
  private let bytes: UnsafeRawPointer
  private var position: Int
  private let end: Int
  private let columns: Int
  private let delimiter: UInt8
  private let delimiters: ByteWord
  private let newlines = ByteWord(repeating: lineFeed)
  private let quotes = ByteWord(repeating: quote)
  /// All bytes looked at, joined bit by bit.
  private var seen: UInt64 = 0
  /// The carriage returns before line feeds.
  private(set) var returns = 0

  /// Reads a chunk that begins with a row and ends with one.
  ///
  /// - Precondition: eight bytes may be read from each of them.
  init(_ bytes: UnsafeRawPointer, _ range: Range<Int>, _ heading: PlainHeading) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    columns = heading.columns
    delimiter = heading.delimiter
    delimiters = ByteWord(repeating: heading.delimiter)
  }

  var isBeyondASCII: Bool { seen & 0x8080_8080_8080_8080 != 0 }

  /// Goes on to the next row; `false` if there is none.
  @inline(__always)
  mutating func findRow() -> Bool {
    while position < end {
      if self[position] == lineFeed {
        position += 1
      } else if self[position] == carriageReturn, self[position + 1] == lineFeed {
        position += 2
        returns += 1
      } else {
        return true
      }
    }
    return false
  }

  /// Reads where the cells of a row stand; `false` at anything out of the ordinary.
  @inline(__always)
  mutating func readRow(into cells: UnsafeMutablePointer<ByteSpan>) -> Bool {
    for column in 0..<columns {
      let isLast = column + 1 == columns
      guard let cell = self[position] == quote ? quotedCell() : bareCell(isLast: isLast) else { return false }
      if isLast {
        guard endRow() else { return false }
      } else {
        guard position < end, self[position] == delimiter else { return false }
        position += 1
      }
      cells[column] = cell
    }
    return true
  }

  @inline(__always)
  private subscript(_ position: Int) -> UInt8 { bytes.load(fromByteOffset: position, as: UInt8.self) }

  /// A cell up to the delimiter or line end; in the last column, without the carriage return of the line end.
  @inline(__always)
  private mutating func bareCell(isLast: Bool) -> ByteSpan? {
    let start = position
    position = find(delimiters)
    var stop = position
    if isLast, stop > start, self[stop - 1] == carriageReturn {
      stop -= 1
      returns += 1
    }
    return span(start..<stop)
  }

  private mutating func quotedCell() -> ByteSpan? {
    position += 1
    let start = position
    let stop = find(quotes)
    guard stop < end, self[stop] == quote else { return nil }
    position = stop + 1
    if self[position] == carriageReturn, self[position + 1] == lineFeed {
      position += 1
      returns += 1
    }
    return span(start..<stop)
  }

  /// Steps over the line feed; the last row may lack it.
  @inline(__always)
  private mutating func endRow() -> Bool {
    guard position < end else { return position == end }
    guard self[position] == lineFeed else { return false }
    position += 1
    return true
  }

  /// Where the next of such bytes or the next line feed stands.
  @inline(__always)
  private mutating func find(_ wanted: ByteWord) -> Int {
    var place = position
    while place < end {
      let word = ByteWord(at: bytes + place)
      seen |= word.value
      let marks = word.marks(of: wanted, or: newlines)
      if marks != 0 { return min(end, place + marks.trailingZeroBitCount / 8) }
      place += 8
    }
    return end
  }

  @inline(__always)
  private func span(_ range: Range<Int>) -> ByteSpan? {
    range.count <= Int(Int32.max)
      ? ByteSpan(offset: range.lowerBound, length: UInt32(truncatingIfNeeded: range.count)) : nil
  }
}

/// Eight bytes of a file looked at as one number, the first byte lowest.
struct ByteWord {
  let value: UInt64

  /// Reads eight bytes, aligned or not.
  init(at start: UnsafeRawPointer) { value = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) }

  init(repeating byte: UInt8) { value = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The first `count` bytes, zeros behind them.
  func prefix(_ count: Int) -> UInt64 { count >= 8 ? value : value & ((1 << UInt64(8 * count)) &- 1) }

  /// Marks the bytes equal to either pattern; of the marks, the lowest is right, and that there is none.
  ///
  /// A byte less one borrows into its top bit only if it was 0: Mycroft's test.
  func marks(of one: ByteWord, or other: ByteWord) -> UInt64 {
    let (left, right) = (value ^ one.value, value ^ other.value)
    let lows: UInt64 = 0x0101_0101_0101_0101
    return (((left &- lows) & ~left) | ((right &- lows) & ~right)) & 0x8080_8080_8080_8080
  }
}
