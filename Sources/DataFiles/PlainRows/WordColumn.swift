internal import KnowledgeNetworks

/// A column of a plain file in which few words recur: text is made of each once.
package struct WordColumn {
  private let column: Int
  private let spelling: @Sendable (String) -> String
  private var table = IdentifierTable()
  /// The words by number; `nil` where a cell holds nothing.
  private var words: [String?] = []
  /// Whether a word may say that something is missing.
  private var mayBeMissing: [Bool] = []
  /// How many of them ``takeNewWords()`` has given.
  private var taken = 0
  private var last: (cell: ByteSpan, number: UInt32)?

  /// More words than this are not kept.
  private static let most = 1 << 16

  /// - Parameter spelling: How a word is to be written.
  package init(_ column: Int, spelling: @escaping @Sendable (String) -> String = { $0 }) {
    (self.column, self.spelling) = (column, spelling)
  }

  /// What a row says; `nil` where the cell is empty or a word for what is missing.
  package mutating func stated(_ cells: UnsafePointer<ByteSpan>, of file: MappedFile) -> String? {
    guard let number = number(cells, of: file) else {
      return file.text(of: cells[column]).flatMap { isMissing($0, cells, of: file) ? nil : spelling($0) }
    }
    return word(number, cells, of: file)
  }

  /// The number of the word in a row, if words are still kept.
  package mutating func number(_ cells: UnsafePointer<ByteSpan>, of file: MappedFile) -> UInt32? {
    let cell = cells[column]
    if let last, file.areSame(cell, last.cell) { return last.number }
    guard words.count < Self.most, let bytes = file.bytes.baseAddress else { return nil }
    let number = table.number(cell, in: bytes)
    if Int(number) == words.count {
      let text = file.text(of: cell)
      words.append(text.map(spelling))
      mayBeMissing.append(text.map { MissingWord.isMissing($0, isBare: true) } ?? false)
    }
    last = (cell, number)
    return number
  }

  /// The word of a number, as a row states it.
  package func word(_ number: UInt32, _ cells: UnsafePointer<ByteSpan>, of file: MappedFile) -> String? {
    guard mayBeMissing[Int(number)] else { return words[Int(number)] }
    return words[Int(number)].flatMap { isMissing($0, cells, of: file) ? nil : $0 }
  }

  /// The words met since this was asked for last; `nil` once some were not kept, or where it depends on quotes whether
  /// one of them is a word.
  package mutating func takeNewWords() -> [String]? {
    defer { taken = words.count }
    guard words.count < Self.most else { return nil }
    return mayBeMissing[taken...].contains(true) ? nil : words[taken...].compactMap(\.self)
  }

  private func isMissing(_ word: String, _ cells: UnsafePointer<ByteSpan>, of file: MappedFile) -> Bool {
    MissingWord.isMissing(word, isBare: !file.isQuoted(cells[column]))
  }
}
