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
struct CellNumbering {
  /// Where each row's cells begin, and where the last one's end.
  private(set) var rows = [0]
  private(set) var numbers: [UInt32] = []
  private var known: [KnownCells] = []
  private let givesUp: Bool

  /// - Parameter lookingOnlyWhereUseful: Whether columns of which nearly every cell is different are left alone; of these
  ///   equal cells have numbers of their own.
  init(lookingOnlyWhereUseful: Bool = false) { givesUp = lookingOnlyWhereUseful }

  var rowCount: Int { rows.count - 1 }
  var columns: [ColumnTexts] { known.map(\.column) }

  mutating func append(_ row: some Collection<CSVCell>, in bytes: [UInt8]) {
    while known.count < row.count { known.append(KnownCells(givesUp: givesUp)) }
    for (column, cell) in row.enumerated() { numbers.append(known[column].number(of: cell, in: bytes)) }
    rows.append(numbers.count)
  }

  mutating func reserve(_ cellCount: Int) { numbers.reserveCapacity(cellCount) }

  /// Where the cells of the last row are.
  var lastRow: Range<Int> { rows.count > 1 ? rows[rows.count - 2]..<rows[rows.count - 1] : 0..<0 }

  mutating func repeatLastRow() {
    numbers += numbers[lastRow]
    rows.append(numbers.count)
  }
}

/// Finds the cells of a column again by their bytes.
private struct KnownCells {
  private(set) var column = ColumnTexts()
  private var identifiers: IdentifierTable?
  /// For each identifier the number of the cell without quotes, then that of the one in quotes; 0 until there is one.
  private var numbers: [UInt32] = []
  /// How many cells were looked for, while it is open whether that is of use.
  private var lookedFor: Int?
  private var isLeftAlone = false

  /// After so many different cells it is judged whether there will be equal ones.
  private static let judged = 4_096

  init(givesUp: Bool) { lookedFor = givesUp ? 0 : nil }

  mutating func number(of cell: CSVCell, in bytes: [UInt8]) -> UInt32 {
    if cell.isEmpty && !cell.isQuoted { return 0 }
    // Bytes that end with a NUL, as no text does, are not told from those without it.
    if isLeftAlone || !cell.isEmpty && bytes[cell.content.upperBound - 1] == 0 { return add(cell, in: bytes) }
    if let count = lookedFor { judge(after: count + 1) }
    let place = 2 * Int(identifier(of: cell, in: bytes)) + (cell.isQuoted ? 1 : 0)
    if place >= numbers.count { numbers += [0, 0] }
    if numbers[place] == 0 { numbers[place] = add(cell, in: bytes) }
    return numbers[place]
  }

  private mutating func judge(after count: Int) {
    lookedFor = count
    guard column.texts.count >= Self.judged else { return }
    (isLeftAlone, lookedFor) = (10 * column.texts.count > 9 * count, nil)
    if isLeftAlone { (identifiers, numbers) = (nil, []) }
  }

  private mutating func add(_ cell: CSVCell, in bytes: [UInt8]) -> UInt32 {
    column.texts.append(cell.text(in: bytes).trimmed.composed)
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
