package import KnowledgeNetworks

/// The identifiers of a file as text, each once.
package struct IdentifierTexts: Sendable {
  /// In the order of first appearance.
  package let ids: [String]
  /// For each way an identifier was written, the number of its text; `nil` where each was written in one way.
  package let numbers: [UInt32]?

  /// Makes text of bytes, without blanks around it, as the careful reader does; `nil` if an identifier is empty or may
  /// say that there is none.
  package init?(_ spans: [ByteSpan], of file: MappedFile, workers: Workers) throws(BuzzlineError) {
    let plain = try workers.map((spans.count + Self.blockSize - 1) / Self.blockSize) { block -> [String]? in
      var ids: [String] = []
      for span in spans[block * Self.blockSize..<min(spans.count, (block + 1) * Self.blockSize)] {
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

  private static let blockSize = 1 << 15
}
