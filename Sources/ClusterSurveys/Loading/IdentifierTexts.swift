internal import KnowledgeNetworks

/// The identifiers of a file as text, each once.
struct IdentifierTexts: Sendable {
  /// In the order of first appearance.
  let ids: [String]
  /// For each way an identifier was written, the number of its text; `nil` where each was written in one way.
  let numbers: [UInt32]?

  /// Makes text of bytes, without blanks around it, as the careful reader does; `nil` if an identifier is empty.
  init?(_ spans: [ByteSpan], of file: MappedFile, workers: Workers) {
    let plain = workers.map((spans.count + Self.blockSize - 1) / Self.blockSize) { block -> [String]? in
      var ids: [String] = []
      for span in spans[block * Self.blockSize..<min(spans.count, (block + 1) * Self.blockSize)] {
        let bytes = file.bytes[span.offset..<span.offset + Int(span.length)]
        guard Self.isPlain(bytes) else { return nil }
        ids.append(String(decoding: bytes, as: UTF8.self))
      }
      return ids
    }
    guard let plain else { return nil }
    if plain.allSatisfy({ $0 != nil }) {
      ids = plain.flatMap { $0 ?? [] }
      numbers = nil
    } else {
      var (ids, numbers, known) = ([String](), [UInt32](), [String: UInt32]())
      for span in spans {
        let bytes = Array(file.bytes[span.offset..<span.offset + Int(span.length)])
        let id = CSVCell(offset: 0, content: bytes.indices).text(in: bytes).trimmed
        guard !id.isEmpty else { return nil }
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

  /// Whether equal bytes and equal texts are the same: ASCII without blanks or a mask at the ends.
  private static func isPlain(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20, first != UInt8(ascii: "'") else {
      return false
    }
    return bytes.allSatisfy { $0 < 0x80 }
  }
}
