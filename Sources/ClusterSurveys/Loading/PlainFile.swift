internal import DataFiles
internal import KnowledgeNetworks

/// A plain file, read fast: one of actors or one of ties.
struct PlainFile: Sendable {
  let file: MappedFile
  let heading: PlainHeading
  let role: FileRole
  private(set) var actors: ActorScan?
  private(set) var ties: TieScan?
  var rowCount: Int { actors?.actors.count ?? ties?.rowCount ?? 0 }

  /// Reads a file; `nil` if it is of another sort or must be read with care.
  ///
  /// - Parameter known: The actor file, if it was read fast before.
  /// - Throws: `BuzzlineError` if the task was cancelled.
  init?(
    _ file: MappedFile, named name: String, as role: FileRole?, among known: ActorScan?, options: ReadingOptions,
    work: ReadingWork
  ) throws(BuzzlineError) {
    guard let heading = PlainHeading(file.bytes, file: name, delimiter: options.delimiter, encoding: options.encoding)
    else { return nil }
    let headings = KnownHeadings(of: heading.table, options: options)
    // The careful reader refuses matrices.
    guard !headings.mayHeadMatrix(above: heading.firstCell), let role = try? role ?? headings.role() else { return nil }
    (self.file, self.heading, self.role) = (file, heading, role)
    if role == .actors, let columns = try? ActorColumns(of: headings) {
      actors = try ActorScan(file, heading, columns, work)
    } else if role == .ties, let layout = TieLayout(heading, headings) {
      ties = try TieScan(file, layout, among: known, work)
    }
    if actors == nil && ties == nil { return nil }
  }

  /// Where texts first stand in some columns, row by row, as the careful reader tells it.
  ///
  /// - Complexity: O(size of the file) time, less where all are found before.
  func places(of texts: Set<String>, in columns: [Int]) -> [String: Place] {
    var offsets: [String: Int] = [:]
    let lengths = Set(texts.map(\.utf8.count))
    for chunk in PlainChunk.all(of: file, heading, size: 1 << 20) where offsets.count < texts.count {
      _ = chunk.forEachRow(isSound: true) { cells in
        for column in columns {
          let cell = cells[column]
          // Only what is beyond ASCII or has blanks about it is shorter as text.
          guard lengths.contains(Int(cell.length)) || !file.isPlain(cell), let text = file.text(of: cell),
            texts.contains(text), offsets[text] == nil, !MissingWord.isMissing(text, isBare: !file.isQuoted(cell))
          else { continue }
          offsets[text] = file.isQuoted(cell) ? cell.offset - 1 : cell.offset
        }
        return offsets.count < texts.count
      }
    }
    return file.places(of: offsets)
  }
}

extension MappedFile {
  /// Line and column of offsets in a plain file, where a line ends with a line feed.
  fileprivate func places(of offsets: [String: Int]) -> [String: Place] {
    var (line, start, position) = (1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, 0)
    var places: [String: Place] = [:]
    for (text, offset) in offsets.sorted(by: { $0.value < $1.value }) {
      while position < offset {
        if bytes[position] == lineFeed { (line, start) = (line + 1, position + 1) }
        position += 1
      }
      places[text] = Place(line: line, column: String(decoding: bytes[start..<offset], as: UTF8.self).count + 1)
    }
    return places
  }
}
