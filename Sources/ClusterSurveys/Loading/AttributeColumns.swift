internal import DataFiles

/// The further columns of a plain actor file: what rows that say the same share is made once.
struct AttributeColumns {
  private let headings: [String]
  private var columns: [WordColumn]
  private var shared: [[UInt32]: [String: String]] = [:]

  /// More combinations of words than this are not kept.
  private static let most = 1 << 12

  init(_ attributes: [(column: Int, heading: String)]) {
    headings = attributes.map(\.heading)
    columns = attributes.map { WordColumn($0.column) }
  }

  /// What a row says, by heading.
  mutating func stated(_ cells: UnsafePointer<ByteSpan>, of file: MappedFile) -> [String: String] {
    guard !columns.isEmpty else { return [:] }
    guard shared.count < Self.most, let key = key(cells, of: file) else { return made(cells, of: file) }
    if let known = shared[key] { return known }
    let attributes = made(cells, of: file)
    shared[key] = attributes
    return attributes
  }

  /// Tells rows that say the same; `nil` where there are too many words to tell.
  private mutating func key(_ cells: UnsafePointer<ByteSpan>, of file: MappedFile) -> [UInt32]? {
    var key: [UInt32] = []
    key.reserveCapacity(columns.count)
    for column in columns.indices {
      guard let number = columns[column].number(cells, of: file) else { return nil }
      key.append(columns[column].word(number, cells, of: file) == nil ? UInt32.max : number)
    }
    return key
  }

  private mutating func made(_ cells: UnsafePointer<ByteSpan>, of file: MappedFile) -> [String: String] {
    var attributes: [String: String] = [:]
    for column in columns.indices { attributes[headings[column]] = columns[column].stated(cells, of: file) }
    return attributes
  }
}
