internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// How the rows of another file are found that belong to those of a source: the interview of a partner, the partners of
/// a tie.
struct JoinMapping {
  let node: MappingNode
  let url: URL
  let sheet: String?
  let delimiter: Delimiter?
  let encoding: TextEncoding?
  /// `nil` where nothing is said: as the source of that file, or one row that names the columns.
  let headings: HeadingLayout?
  /// Only rows of the joined file that fulfil all of these can be joined.
  let kept: [RowCondition]
  /// The columns of the source, those of earlier joins among them, that hold the key.
  let key: [ColumnSelector]
  /// The columns of the joined file that hold it, in the same order.
  let end: [ColumnSelector]
  /// What stands before the headings of the joined file.
  let name: String?
  /// What becomes of a row whose key the joined file does not have.
  let unmatched: Unmatched

  enum Unmatched: String, CaseIterable {
    case refuse
    case setAside = "set_aside"
  }

  static let keys = [
    "file", "sheet", "delimiter", "encoding", "headings", "keep_when", "key", "to", "as", "unmatched",
  ]

  init(_ node: MappingNode, at url: URL) throws(BuzzlineError) {
    let keys = try node.keys(Self.keys)
    (self.node, self.url) = (node, url)
    sheet = try keys["sheet"]?.text()
    delimiter = try keys["delimiter"]?.word()
    encoding = try keys["encoding"]?.word()
    headings = if let headings = keys["headings"] { try HeadingLayout(headings, in: node) } else { nil }
    kept = try RowCondition.list(keys["keep_when"])
    func selectors(_ key: String) throws(BuzzlineError) -> [ColumnSelector] {
      var selectors: [ColumnSelector] = []
      for part in try keys.required(key).parts { selectors.append(try ColumnSelector(part)) }
      return selectors
    }
    (key, end) = (try selectors("key"), try selectors("to"))
    name = try keys["as"]?.text()
    unmatched = try keys["unmatched"]?.word() ?? .refuse
    guard key.count == end.count, !key.isEmpty else {
      throw node.refused("The key 'key' names columns of this source and 'to' as many of the joined file.")
    }
  }

  /// Whether nothing is said of how the file is laid out.
  var isPlain: Bool { headings == nil && delimiter == nil && encoding == nil }

  /// What the columns of the joined file are called beside those of a source.
  ///
  /// With a name all begin with it. Without, those that repeat one of the source begin with the name of the sheet or file.
  func headings(of other: ExportTable, beside table: ExportTable) -> [String] {
    let taken = Set(table.headings)
    let file = sheet ?? url.deletingPathExtension().lastPathComponent
    return other.headings.map { heading in
      if heading.isEmpty { return heading }
      if let name { return "\(name).\(heading)" }
      return taken.contains(heading) ? "\(file).\(heading)" : heading
    }
  }
}

extension ExportTable {
  /// The table with the columns of another behind its own, row by row as their keys say.
  ///
  /// Rows without any text are left alone. Rows of the other file without a key are those of nobody.
  ///
  /// - Throws: `BuzzlineError` at a key that the other file does not have, at one that is empty, or in the other file at
  ///   one that it has twice.
  /// - Complexity: O(*r* + *s*) time and space for *r* and *s* rows.
  func joined(with other: ExportTable, by join: JoinMapping) throws(BuzzlineError) -> ExportTable {
    let (columns, ends) = (try columns(of: join.key), try other.columns(of: join.end))
    let found = try other.rows(by: ends, keeping: try join.kept.bound(to: other))
    var joined = [Int?](repeating: nil, count: sheet.rowCount)
    var unjoined: Set<Int> = []
    for row in rows where !sheet.isEmpty(row) && !self.unjoined.contains(row) {
      let key = columns.map { sheet.text(row, $0) }
      joined[row] = found[key]
      guard joined[row] == nil else { continue }
      guard join.unmatched == .setAside else { throw unmatched(key, row, columns, other, ends) }
      unjoined.insert(row)
    }
    var table = self
    table.append(other, headings: join.headings(of: other, beside: self), rows: joined, unjoined: unjoined)
    return table
  }

  private func columns(of selectors: [ColumnSelector]) throws(BuzzlineError) -> [Int] {
    var columns: [Int] = []
    for selector in selectors { columns.append(try selector.column(of: self)) }
    return columns
  }

  /// The rows by their keys.
  private func rows(
    by columns: [Int], keeping conditions: [(column: Int, condition: RowCondition)]
  ) throws(BuzzlineError) -> [[String]: Int] {
    var found: [[String]: Int] = [:]
    for row in rows where conditions.allSatisfy({ $0.condition.holds(for: sheet.text(row, $0.column)) }) {
      let key = columns.map { sheet.text(row, $0) }
      guard !key.contains("") else { continue }
      guard let earlier = found.updateValue(row, forKey: key) else { continue }
      throw BuzzlineError(
        .invalidValue, at: sheet.place(row, columns[0]),
        "\(shown(key)) under \(names(of: columns)) also stands in line \(sheet.place(earlier).line ?? 0), so that it "
          + "names no one row; a join needs a key that each row has for itself.")
    }
    return found
  }

  private func unmatched(
    _ key: [String], _ row: Int, _ columns: [Int], _ other: ExportTable, _ ends: [Int]
  ) -> BuzzlineError {
    let file = URL(filePath: other.sheet.file).lastPathComponent
    let said =
      key.allSatisfy(\.isEmpty)
      ? "There is no key under \(names(of: columns)), so that no row of '\(file)' belongs to this one"
      : "'\(file)' has no row with \(shown(key)) under \(other.names(of: ends))"
    return BuzzlineError(
      .invalidValue, at: sheet.place(row, columns[0]),
      "\(said); 'unmatched: set_aside' in the join sets such rows aside and counts them.")
  }

  private func shown(_ key: [String]) -> String {
    key.map { "'\($0.excerpt)'" }.joined(separator: " and ")
  }

  private func names(of columns: [Int]) -> String { columns.map(name(of:)).joined(separator: " and ") }
}
