internal import KnowledgeNetworks

/// How the rows of a plain file of ties are laid out: two columns name the ends, and none says more of a tie.
struct TieLayout: Sendable {
  /// The heading and nothing below it.
  let heading: CSVTable
  let delimiter: UInt8
  let columns: Int
  let source: Int
  let target: Int
  /// Where the first row begins.
  let start: Int
  /// The lines above it.
  let linesAbove: Int

  /// Reads the heading; `nil` where the file must be read with care.
  init?(_ bytes: UnsafeRawBufferPointer, file: String, role: FileRole?, options: ReadingOptions) {
    guard options.encoding ?? .utf8 == .utf8 else { return nil }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = [UInt8](bytes[mark..<min(bytes.count, mark + 1 << 16)])
    var tokenizer = CSVTokenizer(head, file: file, delimiter: options.delimiter)
    guard (try? tokenizer.nextRow()) != nil, tokenizer.position < head.count || mark + head.count == bytes.count,
      Delimiter.allCases.contains(where: { $0.byte == tokenizer.delimiter })
    else { return nil }
    let above = head[..<tokenizer.position]
    guard !above.contains(0), above.indices.allSatisfy({ Self.isPlain($0, in: above) }),
      let heading = try? CSVTable(Array(above), file: file, delimiter: options.delimiter, encoding: .utf8),
      heading.rowCount == 0, let ends = Self.ends(heading, role, options)
    else { return nil }
    self.heading = heading
    (source, target) = ends
    delimiter = tokenizer.delimiter
    columns = heading.headings.count
    start = mark + tokenizer.position
    linesAbove = above.count { $0 == lineFeed }
  }

  /// Whether a byte is no carriage return that ends a line by itself.
  private static func isPlain(_ position: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    bytes[position] != carriageReturn || (position + 1 < bytes.endIndex && bytes[position + 1] == lineFeed)
  }

  /// The columns of the two ends, if this is a file of ties and no column says more of a tie.
  private static func ends(
    _ heading: CSVTable, _ role: FileRole?, _ options: ReadingOptions
  ) -> (source: Int, target: Int)? {
    guard let role = try? role ?? StudyFile.role(of: heading, options), role == .ties,
      let source = try? StudyFile.column("source", in: heading, options),
      let target = try? StudyFile.column("target", in: heading, options), source != target,
      options.weightColumn == nil,
      ["weight", "topic", "channel", "wave"].allSatisfy({ heading.column($0) == nil })
    else { return nil }
    return (source, target)
  }
}
