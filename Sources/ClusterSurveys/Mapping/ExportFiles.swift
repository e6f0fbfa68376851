internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// The exports of a mapping, a file read once where it is both a source and joined to others.
struct ExportFiles {
  struct Export {
    let url: URL
    let table: ExportTable
    let digest: FileDigest

    /// What is known of a file before its rows are read; its digest is not waited for.
    func account(as role: String) -> FileAccount {
      FileAccount(
        file: url.lastPathComponent, role: role, rowsRead: table.rows.count, rowsUsed: table.rows.count,
        rowsSetAside: [:], digest: "",
        format: FileFormat(
          encoding: table.sheet.encoding, delimiter: Delimiter.allCases.first { $0.byte == table.sheet.delimiter }))
    }
  }

  private let sources: [SourceMapping]
  private let workers: Workers
  private var ofSources: [Int: Export] = [:]
  private var ofJoins: [(join: JoinMapping, export: Export)] = []

  init(_ sources: [SourceMapping], workers: Workers) { (self.sources, self.workers) = (sources, workers) }

  /// Files that are joined to sources and are none themselves, in the order of the mapping.
  var joinedAlone: [Export] { ofJoins.map(\.export) }

  mutating func export(ofSource number: Int) throws(BuzzlineError) -> Export {
    if let known = ofSources[number] { return known }
    let source = sources[number]
    let (sheet, digest) = try read(
      source.url, sheet: source.sheet, delimiter: source.delimiter, encoding: source.encoding)
    let export = Export(url: source.url, table: try ExportTable(sheet, source.headings), digest: digest)
    ofSources[number] = export
    return export
  }

  /// A joined file; where it is a source as well, as that says it is laid out.
  mutating func export(of join: JoinMapping) throws(BuzzlineError) -> Export {
    let number = sources.firstIndex {
      $0.url.path == join.url.path && $0.sheet == join.sheet && $0.list?.isMatrix != true
    }
    if join.isPlain, let number { return try export(ofSource: number) }
    if let known = ofJoins.first(where: { $0.join.reads(theSameAs: join) }) { return known.export }
    let (sheet, digest) = try read(join.url, sheet: join.sheet, delimiter: join.delimiter, encoding: join.encoding)
    let layout = if let stated = join.headings { stated } else { try HeadingLayout(nil, in: join.node) }
    let export = Export(url: join.url, table: try ExportTable(sheet, layout), digest: digest)
    ofJoins.append((join, export))
    return export
  }

  /// Reads a table while its file is digested.
  private func read(
    _ url: URL, sheet name: String?, delimiter: Delimiter?, encoding: TextEncoding?
  ) throws(BuzzlineError) -> (Sheet, FileDigest) {
    let begun = (try? MappedFile(url)).map { FileDigest(of: $0, workers: workers) }
    let sheet = try Sheet(contentsOf: url, sheet: name, delimiter: delimiter, encoding: encoding, workers: workers)
    let digest = if let begun { begun } else { FileDigest(of: try MappedFile(url), workers: workers) }
    return (sheet, digest)
  }
}

extension JoinMapping {
  /// Whether two joins read the same table in the same way.
  fileprivate func reads(theSameAs other: JoinMapping) -> Bool {
    url.path == other.url.path && sheet == other.sheet && delimiter == other.delimiter && encoding == other.encoding
      && headings == other.headings
  }
}

extension FileAccount {
  /// Counts rows that are not used.
  mutating func setAside(_ reason: String, _ count: Int) {
    guard count > 0 else { return }
    rowsSetAside[reason, default: 0] += count
    rowsUsed -= count
  }
}
