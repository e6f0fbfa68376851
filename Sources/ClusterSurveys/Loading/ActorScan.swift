internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// A plain actor file, read.
struct ActorScan: Sendable {
  /// Every actor, ascending by identifier.
  let actors: [NetworkActor]
  /// The roster position of the actor of each row; `nil` where the rows ascend.
  let positions: [UInt32]?
  /// The labels of kinds, clusters, regions and countries; `nil` for those that only the actors tell for sure.
  let labels: [Set<String>?]
  /// Numbers the identifiers row by row.
  let table: IdentifierTable
  let file: MappedFile

  /// Reads a file; `nil` where it must be read with care.
  ///
  /// Identifiers must be plain ASCII, none of them twice, so that equal bytes and equal texts are the same.
  ///
  /// - Complexity: O(size) time and space, and what ordering the identifiers takes.
  init?(
    _ file: MappedFile, _ heading: PlainHeading, _ columns: ActorColumns, _ work: ReadingWork
  ) throws(BuzzlineError) {
    let workers = work.workers
    let chunks = PlainChunk.all(of: file, heading, size: work.chunkSize ?? 1 << 20)
    let read = try workers.map(chunks.count) { Self.identifiers(of: chunks[$0], in: columns.id) }
    guard let start = file.bytes.baseAddress, read.allSatisfy({ $0 != nil }) else { return nil }
    let rows = read.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1?.count ?? 0)) }
    let count = rows[read.count]
    var table = IdentifierTable(room: count)
    for spans in read { _ = table.number(all: spans ?? [], in: start) }
    guard count > 0, table.spans.count == count,
      let texts = try IdentifierTexts(table.spans, of: file, workers: workers), texts.numbers == nil
    else { return nil }
    let order = IdentifierOrder(of: texts.ids)
    let positions = order.isAscending ? nil : order.ranks
    let writer = ActorWriter(columns: columns, ids: texts.ids, positions: positions)
    var labels = [Set<String>?](repeating: [], count: 4)
    actors = [NetworkActor](unsafeUninitializedCapacity: count) { actors, filled in
      UnsafeMutableRawBufferPointer(actors).adviseLargePages()
      // Every chunk writes to places of its own. Cancelling would leave holes.
      nonisolated(unsafe) let actors = actors
      workers.finishEach(of: chunks.count, scratch: { writer.makeWords() }) { words, chunk in
        writer.write(chunks[chunk], rows[chunk]..<rows[chunk + 1], with: &words, into: actors)
        return words.takeNewLabels()
      } commit: { _, new in
        for column in labels.indices {
          if let new = new[column] { labels[column]?.formUnion(new) } else { labels[column] = nil }
        }
      }
      filled = count
    }
    (self.file, self.table, self.positions, self.labels) = (file, table, positions, labels)
  }

  /// Where the identifiers of a chunk stand; `nil` at anything that must be read with care.
  private static func identifiers(of chunk: PlainChunk, in column: Int) -> [ByteSpan]? {
    var spans: [ByteSpan] = []
    spans.reserveCapacity(chunk.estimatedRows)
    let isPlain = chunk.forEachRow { cells in
      spans.append(cells[column])
      return cells[column].length > 0
    }
    return isPlain ? spans : nil
  }
}

/// Makes actors of the rows of a plain file.
private struct ActorWriter: Sendable {
  let columns: ActorColumns
  /// The identifiers row by row.
  let ids: [String]
  /// The roster position of each row; `nil` where it is its number.
  let positions: [UInt32]?

  /// What a worker knows of the words it met: many actors share few kinds, places and attributes.
  struct Words {
    fileprivate var kinds: WordColumn?
    fileprivate var clusters: WordColumn?
    fileprivate var regions: WordColumn?
    fileprivate var countries: WordColumn?
    fileprivate var attributes: AttributeColumns

    /// The kinds, clusters, regions and countries met since this was asked for last, as far as they are sure.
    mutating func takeNewLabels() -> [[String]?] {
      [kinds.takeNewWords(), clusters.takeNewWords(), regions.takeNewWords(), countries.takeNewWords()]
    }
  }

  func makeWords() -> Words {
    Words(
      kinds: columns.kind.map { WordColumn($0) { ActorKind(spelling: $0).rawValue } },
      clusters: columns.cluster.map { WordColumn($0) }, regions: columns.region.map { WordColumn($0) },
      countries: columns.country.map { WordColumn($0) }, attributes: AttributeColumns(columns.attributes))
  }

  /// Writes the actors of a chunk that was read before.
  func write(
    _ chunk: PlainChunk, _ rows: Range<Int>, with words: inout Words,
    into actors: UnsafeMutableBufferPointer<NetworkActor>
  ) {
    func position(_ row: Int) -> Int { positions.map { Int($0[row]) } ?? row }
    var row = rows.lowerBound
    _ = chunk.forEachRow(isSound: true) { cells in
      guard row < rows.upperBound else { return false }
      actors.initializeElement(at: position(row), to: actor(row, cells, of: chunk.file, &words))
      row += 1
      return true
    }
    // Should somebody write to the file meanwhile, nothing may be left unwritten here.
    for row in row..<rows.upperBound { actors.initializeElement(at: position(row), to: NetworkActor(id: ids[row])) }
  }

  private func actor(
    _ row: Int, _ cells: UnsafePointer<ByteSpan>, of file: MappedFile, _ words: inout Words
  ) -> NetworkActor {
    let name = columns.name.flatMap { column in
      file.areSame(cells[column], cells[columns.id]) ? ids[row] : file.text(of: cells[column])
    }
    return NetworkActor(
      id: ids[row], name: name, kind: words.kinds?.stated(cells, of: file).map(ActorKind.init(rawValue:)),
      cluster: words.clusters?.stated(cells, of: file).map(Cluster.init(rawValue:)),
      region: words.regions?.stated(cells, of: file), country: words.countries?.stated(cells, of: file),
      attributes: words.attributes.stated(cells, of: file))
  }
}

extension WordColumn? {
  /// The new words of a column; none where the file has no such column.
  fileprivate mutating func takeNewWords() -> [String]? { self == nil ? [] : self?.takeNewWords() }
}

/// The further columns of a plain actor file: what rows that say the same share is made once.
private struct AttributeColumns {
  private let headings: [String]
  private var columns: [WordColumn]
  private var shared: [[UInt32]: [String: String]] = [:]

  /// More combinations of words than this are not kept.
  private static let most = 1 << 12

  init(_ attributes: [(column: Int, heading: String)]) {
    headings = attributes.map(\.heading)
    columns = attributes.map { WordColumn($0.column) }
  }

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
