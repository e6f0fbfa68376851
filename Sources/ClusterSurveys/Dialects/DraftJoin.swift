internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// What a row of an export is, and how its file is joined with others of the same export.
struct DraftJoin {
  enum Row { case interview, partner, tie }

  private(set) var row = Row.interview
  /// The table with the columns of the joined ones.
  private(set) var table: ExportTable
  /// The joins, as a mapping says them.
  private(set) var joins: [String] = []
  /// The interviews a row of partners belongs to, and where their columns begin.
  private(set) var interviews: (file: DraftFile, start: Int)?
  /// Files that were looked for and not found.
  private(set) var missing: [String] = []
  /// Why a file that looks like one of them is none.
  private(set) var failures: [String] = []

  /// Whether ties among its partners are known, which makes these actors.
  fileprivate(set) var hasTiedPartners = false
  /// The files that are joined.
  private(set) var files: [DraftFile] = []
  /// How many columns the file itself has.
  private let width: Int

  init(_ file: DraftFile, among others: [DraftFile]) {
    (table, width) = (file.table, file.table.headings.count)
    guard let dialect = file.dialect else { return }
    if let ends = dialect.ends.first(where: { $0.source.fits(file.headings) && $0.target.fits(file.headings) }) {
      row = .tie
      for link in [ends.source, ends.target] where join(file, by: link, from: 0, among: others) == nil {
        if !missing.contains(link.other) { missing.append(link.other) }
      }
      return
    }
    var (child, start) = (file, 0)
    while let link = dialect.interviews.first(where: { $0.fits(child.headings) }), joins.count < 5 {
      row = .partner
      guard let found = join(child, by: link, from: start, among: others) else {
        (interviews, missing) = (nil, [link.other])
        return
      }
      (child, start) = found
      interviews = found
    }
    if dialect.isLong, dialect.interviews.isEmpty { row = .partner }
  }

  /// Joins the first file that has every key once.
  private mutating func join(
    _ child: DraftFile, by link: DraftLink, from start: Int, among others: [DraftFile]
  ) -> (file: DraftFile, start: Int)? {
    let keys = link.key.compactMap { key in child.headings.firstIndex(of: key).map { start + $0 } }
    let named = link.table.flatMap { child.headings.firstIndex(of: $0) }.map { child.table.texts(of: $0) } ?? []
    let candidates = others.filter { !$0.isSame(as: child) && link.leads(to: $0.headings) }
    let (first, later) = (candidates.filter { $0.isNamed(by: named) }, candidates.filter { !$0.isNamed(by: named) })
    let (interviews, partners) = (later.filter { !link.fits($0.headings) }, later.filter { link.fits($0.headings) })
    for other in first + interviews + partners {
      let ends = link.end.compactMap { other.headings.firstIndex(of: $0) }
      let line = Self.line(other, key: keys.map { $0.selector(in: table) }, ends, link.name)
      let found = (file: other, start: table.headings.count)
      do throws(BuzzlineError) {
        let mapping = try JoinMapping(try MappingNode(yaml: line, file: other.name), at: other.url)
        table = try table.joined(with: other.table, by: mapping)
      } catch {
        failures.append("'\(other.shownName)' cannot be joined: \(error)")
        continue
      }
      joins.append(line)
      files.append(other)
      return found
    }
    return nil
  }

  private static func line(_ other: DraftFile, key: [String], _ ends: [Int], _ name: String?) -> String {
    func list(_ selectors: [String]) -> String {
      selectors.count == 1 ? selectors[0] : "[" + selectors.joined(separator: ", ") + "]"
    }
    var parts = ["file: \(yaml(other.name))"]
    if let sheet = other.sheet.name { parts.append("sheet: \(yaml(sheet))") }
    if let name { parts.append("as: \(name)") }
    parts += ["key: \(list(key))", "to: \(list(ends.map { $0.selector(in: other.table) }))"]
    return "{\(parts.joined(separator: ", "))}"
  }

  /// What a mapping says of the joins.
  var lines: [String] { joins.count == 1 ? ["join: \(joins[0])"] : ["join:"] + joins.map { "  - \($0)" } }
}

extension DraftJoin {
  /// The column of the file itself that a canonical heading stands for, in any of its spellings.
  func ownColumn(of word: String) -> Int? {
    let headings = table.headings.prefix(width).map { $0.lowercased() }
    return ([word] + (KnownHeadings.others[word] ?? [])).lazy.compactMap(headings.firstIndex).first
  }

  /// Why a table is no source of its own; `nil` if it is one.
  func reasonToLeaveOut(_ file: DraftFile, among tables: [(file: DraftFile, join: DraftJoin)]) -> String? {
    if row == .tie { return file.table.rows.isEmpty ? "has no ties" : nil }
    guard row == .partner, missing.isEmpty, !joins.isEmpty else { return nil }
    if file.table.rows.isEmpty { return "has no rows" }
    let isBetween = tables.contains { other in
      other.join.row == .partner && other.join.files.contains { $0.isSame(as: file) }
    }
    return isBetween && !DraftChild(file).namesPartners
      ? "names no partner, but is what others are joined by" : nil
  }
}

/// The tables of an export, each with its joins: those that were named, and those beside them that they belong to.
struct DraftFiles {
  private(set) var tables: [(file: DraftFile, join: DraftJoin)] = []

  /// - Throws: `BuzzlineError` if a file that was named cannot be read.
  init(_ codebook: ExportCodebook, writtenTo folder: URL) throws(BuzzlineError) {
    var files: [DraftFile] = []
    for url in codebook.exports {
      files.append(try DraftFile(url, describedBy: codebook, writtenTo: folder))
      // Repeats in sheets of the same workbook.
      for name in try Sheet.sheetNames(of: url).dropFirst() {
        guard let file = try? DraftFile(url, sheet: name, writtenTo: folder),
          DraftJoin(file, among: []).row != .interview,
          !files.contains(where: { $0.isSame(as: file) })
        else { continue }
        files.append(file)
      }
    }
    for file in files where !DraftJoin(file, among: files).missing.isEmpty {
      let companions = file.companions(besides: files, writtenTo: folder)
      let join = DraftJoin(file, among: files + companions)
      files += join.files.filter { found in found.isCompanion && !files.contains { $0.isSame(as: found) } }
    }
    var joins = files.map { DraftJoin($0, among: files) }
    for found in joins.filter({ $0.row == .tie && !$0.table.rows.isEmpty }).flatMap(\.files) {
      for place in files.indices where files[place].isSame(as: found) { joins[place].hasTiedPartners = true }
    }
    let sorted = files.indices.sorted { (joins[$0].row.rank, $0) < (joins[$1].row.rank, $1) }
    tables = sorted.map { (files[$0], joins[$0]) }
  }
}

extension DraftJoin.Row {
  /// Interviews stand before what belongs to them.
  fileprivate var rank: Int { self == .interview ? 0 : self == .partner ? 1 : 2 }
}

extension DraftFile {
  /// Whether a tool calls it by one of some names.
  fileprivate func isNamed(by names: [String]) -> Bool {
    names.contains(stem)
  }
}
