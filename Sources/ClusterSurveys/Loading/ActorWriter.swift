internal import DataFiles
internal import KnowledgeNetworks

/// Makes actors of the rows of a plain file.
struct ActorWriter: Sendable {
  let layout: ActorLayout
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

  /// A worker that has met none yet.
  func makeWords() -> Words {
    let columns = layout.columns
    return Words(
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
    let name = layout.columns.name.flatMap { column in
      file.areSame(cells[column], cells[layout.columns.id]) ? ids[row] : file.text(of: cells[column])
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
  fileprivate mutating func takeNewWords() -> [String]? {
    guard var column = self else { return [] }
    // Given back before anything is written to it, so that nothing is copied.
    self = nil
    defer { self = column }
    return column.takeNewWords()
  }
}
