internal import DataFiles
public import Foundation
public import KnowledgeNetworks

/// A mapping to start from, guessed from exports: what each guess rests on stands in its comments.
///
/// What cannot be told is left as a comment that says what to fill in; between equal headings nothing is guessed.
public struct MappingDraft: Sendable {
  /// The mapping, as YAML.
  public let text: String
  /// What was recognised, a line a file.
  public let recognised: [String]

  /// Looks at exports.
  ///
  /// - Parameters:
  ///   - files: The exports of one study, and tables that say what their variables ask or their codes mean.
  ///   - folder: Where the mapping will lie; files in it are named without their folder.
  /// - Throws: ``BuzzlineError`` if a file cannot be read.
  /// - Complexity: O(size of the files) time and space.
  public init(of files: [URL], writtenTo folder: URL) throws(BuzzlineError) {
    var lines = [
      "# A mapping to start from. Read the comments: each says what a line was guessed from, or what is to be filled in.",
      "sources:",
    ]
    var recognised: [String] = []
    for file in files where InputStream.isStream(file) {
      throw BuzzlineError(
        .noInput, at: Place(file: file.relativePath),
        "A mapping names the files that it reads; save this as a file first.")
    }
    let codebook = try ExportCodebook(among: files)
    let tables = try DraftFiles(codebook, writtenTo: folder).tables
    for (file, join) in tables {
      if let reason = join.reasonToLeaveOut(file, among: tables) {
        lines.append("  # '\(file.shownName)' \(reason), and is no source.")
        recognised.append("\(file.shownName): an export of \(file.dialect?.name ?? ""), which \(reason)")
        continue
      }
      // Of those without rows too it is known that they were asked for.
      let children = tables.filter { child in
        child.join.interviews?.file.isSame(as: file) == true
          && (child.file.table.rows.isEmpty || child.join.reasonToLeaveOut(child.file, among: tables) == nil)
      }.map { DraftChild($0.file) }
      var source = SourceDraft(file, join, children: children)
      let drafted = tables.filter { $0.file.url == file.url }.map(\.file.sheet.name)
      let others = try Sheet.sheetNames(of: file.url).filter { !drafted.contains($0) }
      if !others.isEmpty {
        source.append(
          "# Other sheets of the workbook, each a source of its own where it is needed: \(others.quotedList).")
      }
      lines += source.lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
      recognised.append(
        "\(drafted.count > 1 ? file.shownName : file.url.lastPathComponent): \(source.recognised)"
          + (file.isCompanion ? ", found beside what was named" : ""))
    }
    recognised += codebook.codebooks.map { "\($0.lastPathComponent): what the variables of the others ask and mean" }
    text = lines.map { $0.inOneLine.trimmingTrailingBlanks }.joined(separator: "\n") + "\n"
    self.recognised = recognised
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
