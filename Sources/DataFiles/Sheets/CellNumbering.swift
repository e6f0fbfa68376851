internal import KnowledgeNetworks

/// The different cells of a column: the text of each, and whether it stood in quotes.
///
/// Number 0 is a cell in which nothing was stated.
struct ColumnTexts: Sendable {
  fileprivate(set) var texts = Self.unstated.texts
  fileprivate var areQuoted = Self.unstated.areQuoted

  /// Shared, since most columns of a wide table may be empty.
  private static let unstated = (texts: [""], areQuoted: [false])

  init() {}

  /// Takes texts that are numbered, the empty one first; none is in quotes.
  init(_ texts: [String]) { (self.texts, areQuoted) = (texts, []) }

  func isQuoted(_ number: UInt32) -> Bool { number < areQuoted.count && areQuoted[Int(number)] }
}

/// Numbers the cells of a table row by row, so that equal cells of a column share one number and one text.
///
/// Most columns of a survey hold few different cells, which then need to be understood only once.
struct CellNumbering: Sendable {
  /// Where each row's cells begin, and where the last one's end.
  private(set) var rows = [0]
  private(set) var numbers: [UInt32] = []
  private var known: [KnownCells] = []
  /// For each column a few short cells that were met, side by side so that a wide row finds its own in fast memory.
  private var recent: [RecentCell] = []
  private let givesUp: Bool

  /// - Parameter lookingOnlyWhereUseful: Whether columns of which nearly every cell is different are left alone; of these
  ///   equal cells have numbers of their own.
  init(lookingOnlyWhereUseful: Bool = false) { givesUp = lookingOnlyWhereUseful }

  var rowCount: Int { rows.count - 1 }
  var columns: [ColumnTexts] { known.map(\.column) }

  mutating func append(_ row: some Collection<CSVCell>, in bytes: [UInt8]) {
    widen(to: row.count)
    for (column, cell) in row.enumerated() { numbers.append(number(of: cell, column, in: bytes)) }
    rows.append(numbers.count)
  }

  private mutating func widen(to width: Int) {
    while known.count < width {
      known.append(KnownCells(givesUp: givesUp))
      recent += repeatElement(RecentCell(), count: RecentCell.perColumn)
    }
  }

  private mutating func number(of cell: CSVCell, _ column: Int, in bytes: [UInt8]) -> UInt32 {
    if cell.isEmpty && !cell.isQuoted { return 0 }
    // Whether looking is of use, all cells that are looked for must tell.
    guard !givesUp, let short = RecentCell(cell, in: bytes) else { return known[column].number(of: cell, in: bytes) }
    let place = RecentCell.perColumn * column + short.home
    if recent[place].isSame(as: short) { return recent[place].number }
    recent[place] = short
    recent[place].number = known[column].number(of: cell, in: bytes)
    return recent[place].number
  }

  /// Takes the rows of another, which follow on these in the same text; numbers are those of reading all row by row.
  ///
  /// - Precondition: neither leaves columns alone.
  mutating func append(_ other: CellNumbering, in bytes: [UInt8]) {
    widen(to: other.known.count)
    var (starts, meant): ([Int], [UInt32]) = ([], [])
    for (column, cells) in other.known.enumerated() {
      starts.append(meant.count)
      known[column].take(cells, in: bytes, numbers: &meant)
    }
    for row in 0..<other.rowCount {
      let first = other.rows[row]
      for position in first..<other.rows[row + 1] {
        numbers.append(meant[starts[position - first] + Int(other.numbers[position])])
      }
      rows.append(numbers.count)
    }
  }

  mutating func reserve(_ cellCount: Int) { numbers.reserveCapacity(cellCount) }

  /// Where the cells of the last row are.
  var lastRow: Range<Int> { rows.count > 1 ? rows[rows.count - 2]..<rows[rows.count - 1] : 0..<0 }

  mutating func repeatLastRow() {
    numbers += numbers[lastRow]
    rows.append(numbers.count)
  }
}

/// A cell of up to eight bytes, and its number.
private struct RecentCell: Sendable {
  private var bytes: UInt64 = 0
  /// Twice its length, and one more in quotes; 0 where there is no cell.
  private var kind: UInt32 = 0
  var number: UInt32 = 0

  /// How many are kept for a column.
  static let perColumn = 4

  init() {}

  /// `nil` where the cell is longer, or eight bytes cannot be read from its beginning.
  init?(_ cell: CSVCell, in text: [UInt8]) {
    let (start, length) = (cell.content.lowerBound, cell.content.count)
    guard length <= 8, start + 8 <= text.count else { return nil }
    bytes = text.withUnsafeBytes { ($0.baseAddress.map { ByteWord(at: $0 + start) })?.prefix(length) ?? 0 }
    kind = 2 * UInt32(length) + (cell.isQuoted ? 1 : 0)
  }

  /// Where among those of its column it is kept.
  var home: Int { Int(truncatingIfNeeded: (bytes &* 0x9E37_79B9_7F4A_7C15) >> 62) }

  func isSame(as other: RecentCell) -> Bool { bytes == other.bytes && kind == other.kind }
}

/// Finds the cells of a column again by their bytes.
private struct KnownCells: Sendable {
  private(set) var column = ColumnTexts()
  private var identifiers: IdentifierTable?
  /// For each identifier the number of the cell without quotes, then that of the one in quotes; 0 until there is one.
  private var numbers: [UInt32] = []
  /// Where each numbered cell first stood.
  private var firsts: [ByteSpan] = []
  /// How many cells were looked for, while it is open whether that is of use.
  private var lookedFor: Int?
  private var isLeftAlone = false

  /// After so many different cells it is judged whether there will be equal ones.
  private static let judged = 4_096

  init(givesUp: Bool) { lookedFor = givesUp ? 0 : nil }

  /// - Parameter text: The text of the cell, where it is known.
  mutating func number(of cell: CSVCell, _ text: String? = nil, in bytes: [UInt8]) -> UInt32 {
    if cell.isEmpty && !cell.isQuoted { return 0 }
    // Bytes that end with a NUL, as no text does, are not told from those without it.
    if isLeftAlone || !cell.isEmpty && bytes[cell.content.upperBound - 1] == 0 { return add(cell, text, in: bytes) }
    if let count = lookedFor { judge(after: count + 1) }
    let place = 2 * Int(identifier(of: cell, in: bytes)) + (cell.isQuoted ? 1 : 0)
    if place >= numbers.count { numbers += [0, 0] }
    if numbers[place] == 0 { numbers[place] = add(cell, text, in: bytes) }
    return numbers[place]
  }

  /// Numbers the cells of a later part of the text; appends the number of each here, by its number there.
  mutating func take(_ other: KnownCells, in bytes: [UInt8], numbers meant: inout [UInt32]) {
    meant.append(0)
    for (number, first) in zip(1..., other.firsts) {
      let content = first.offset..<first.offset + Int(first.length)
      let cell = CSVCell(offset: first.offset, content: content, isQuoted: other.column.areQuoted[number])
      meant.append(self.number(of: cell, other.column.texts[number], in: bytes))
    }
  }

  private mutating func judge(after count: Int) {
    lookedFor = count
    guard column.texts.count >= Self.judged else { return }
    (isLeftAlone, lookedFor) = (10 * column.texts.count > 9 * count, nil)
    if isLeftAlone { (identifiers, numbers) = (nil, []) }
  }

  private mutating func add(_ cell: CSVCell, _ text: String?, in bytes: [UInt8]) -> UInt32 {
    column.texts.append(text ?? cell.text(in: bytes).trimmed.composed)
    firsts.append(ByteSpan(offset: cell.content.lowerBound, length: UInt32(cell.content.count)))
    column.areQuoted.append(cell.isQuoted)
    return UInt32(column.texts.count - 1)
  }

  private mutating func identifier(of cell: CSVCell, in bytes: [UInt8]) -> UInt32 {
    if identifiers == nil { identifiers = IdentifierTable(slots: 16) }
    let (start, length) = (cell.content.lowerBound, cell.content.count)
    // The table reads eight bytes at once; behind the last cells there may be fewer.
    if length <= 8, start + 8 > bytes.count {
      return identifier(at: 0, length, in: Array(bytes[cell.content]) + [UInt8](repeating: 0, count: 8))
    }
    return identifier(at: start, length, in: bytes)
  }

  private mutating func identifier(at start: Int, _ length: Int, in bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return identifiers?.number(ByteSpan(offset: start, length: UInt32(length)), in: base) ?? 0
    }
  }
}
