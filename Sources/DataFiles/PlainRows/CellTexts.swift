internal import Foundation
package import KnowledgeNetworks

extension MappedFile {
  /// The text of a cell, as the careful reader makes it; `nil` where it holds nothing.
  package func text(of cell: ByteSpan) -> String? {
    guard cell.length > 0 else { return nil }
    let bytes = self[cell]
    if isBare(bytes[0]), isBare(bytes[bytes.count - 1]) { return words(of: cell).composed }
    let copy = Array(bytes)
    let text = CSVCell(offset: 0, content: copy.indices).text(in: copy).trimmed.composed
    // A quote behind blanks opens a cell, which the careful reader knows.
    guard isQuoted(cell) || text.utf8.first != quote else { return nil }
    return text.isEmpty ? nil : text
  }

  /// The text of a cell as it stands.
  package func words(of cell: ByteSpan) -> String { String(decoding: self[cell], as: UTF8.self) }

  /// Whether a cell is ASCII without blanks or a mask at its ends, so that equal bytes and equal texts are the same.
  package func isPlain(_ cell: ByteSpan) -> Bool {
    let bytes = self[cell]
    guard let first = bytes.first, let last = bytes.last else { return false }
    return isBare(first) && isBare(last) && bytes.allSatisfy { $0 < 0x80 }
  }

  package func areSame(_ one: ByteSpan, _ other: ByteSpan) -> Bool {
    guard one.length == other.length, let start = bytes.baseAddress else { return false }
    return memcmp(start + one.offset, start + other.offset, Int(one.length)) == 0
  }

  package func isQuoted(_ cell: ByteSpan) -> Bool { cell.offset > 0 && bytes[cell.offset - 1] == quote }

  private subscript(_ cell: ByteSpan) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[cell.offset..<cell.offset + Int(cell.length)])
  }

  /// Whether a byte at the end of a cell is neither a blank nor part of a letter, and opens no mask.
  private func isBare(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "'") }
}

/// The identifiers of a file as text, each once.
package struct IdentifierTexts: Sendable {
  /// In the order of first appearance.
  package let ids: [String]
  /// For each way an identifier was written, the number of its text; `nil` where each was written in one way.
  package let numbers: [UInt32]?

  /// Makes trimmed text of bytes, as the careful reader does; `nil` if an identifier is empty or may stand for none.
  package init?(_ spans: [ByteSpan], of file: MappedFile, workers: Workers) throws(BuzzlineError) {
    let plain = try workers.map(over: spans.count, by: 1 << 15) { block -> [String]? in
      var ids: [String] = []
      for span in spans[block] {
        guard file.isPlain(span) else { return nil }
        let id = file.words(of: span)
        guard !MissingWord.isMissing(id, isBare: true) else { return nil }
        ids.append(id)
      }
      return ids
    }
    if plain.allSatisfy({ $0 != nil }) {
      ids = plain.flatMap { $0 ?? [] }
      numbers = nil
    } else {
      var (ids, numbers, known) = ([String](), [UInt32](), [String: UInt32]())
      for span in spans {
        guard let id = file.text(of: span), !MissingWord.isMissing(id, isBare: true) else { return nil }
        if known[id] == nil {
          known[id] = UInt32(ids.count)
          ids.append(id)
        }
        numbers.append(known[id] ?? 0)
      }
      (self.ids, self.numbers) = (ids, numbers)
    }
  }
}

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
