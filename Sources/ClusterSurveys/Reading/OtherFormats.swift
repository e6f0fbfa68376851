internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// Files that are no file of a study as they stand: matrices, which are read, and exports, which need a mapping.
extension StudyFile {
  /// Reads what could not be read as a file of a study; `nil` if nothing better is known.
  ///
  /// - Parameters:
  ///   - error: Why it could not be read.
  ///   - streamed: What came, of input that can be read only once.
  /// - Throws: `BuzzlineError` that names the format and what to do about it.
  init?(
    insteadOf error: BuzzlineError, _ url: URL, streamed: [UInt8]?, options: ReadingOptions, work: ReadingWork
  ) throws(BuzzlineError) {
    guard [.unknownColumn, .malformed, .invalidValue, .encoding].contains(error.code) else { return nil }
    try Self.checkIsNoNetwork(url, streamed, error.place.file)
    guard let (sheet, digest) = Self.sheet(url, streamed, options, work)
    else { return nil }
    if SquareMatrix.isOne(sheet) {
      guard options.sourceColumn == nil, options.targetColumn == nil else { return nil }
      let matrix = try SquareMatrix(sheet)
      let ties = try matrix.ties(rows: options.matrixRows)
      let table = CSVTable(
        made: SquareMatrix.headings, rows: ties.map(\.cells), places: ties.map(\.place), file: url.relativePath)
      self.init(url, table, as: .ties, digest: digest, options: options)
      let direction = options.matrixRows == .give ? "its row to that of its column" : "its column to that of its row"
      remark(
        "square-matrix",
        "Read as a square matrix of \(matrix.actorCount) actors: a cell is the weight of a tie from the actor of \(direction)."
      )
      return
    }
    guard let dialect = ExportDialect.recognised(in: sheet) else {
      try self.init(stored: sheet, url, digest, options: options)
      return
    }
    throw BuzzlineError(error.code, at: error.place, error.message + dialect.hint(for: url))
  }

  /// Refuses a network file whose name does not end as its format asks.
  private static func checkIsNoNetwork(_ url: URL, _ streamed: [UInt8]?, _ file: String?) throws(BuzzlineError) {
    let bytes: [UInt8] =
      if let streamed { Array(streamed.prefix(4_096)) } else if let file = try? MappedFile(url) {
        withExtendedLifetime(file) { Array(file.bytes.prefix(4_096)) }
      } else { [] }
    let start = String(decoding: bytes, as: UTF8.self).lowercased()
    guard start.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).hasPrefix("<"),
      let format = [("GraphML", "graphml"), ("GEXF", "gexf")].first(where: { start.contains("<" + $0.1) })
    else { return }
    throw BuzzlineError(
      .malformed, at: Place(file: file),
      "This is a network in \(format.0), a format that is recognised by the ending of the file's name; save it as a file "
        + "that ends in .\(format.1), and name that.")
  }

  /// What a file holds, from whatever program.
  private static func sheet(
    _ url: URL, _ streamed: [UInt8]?, _ options: ReadingOptions, _ work: ReadingWork
  ) -> (Sheet, FileDigest?)? {
    let (delimiter, encoding) = (options.delimiter, options.encoding)
    if let streamed {
      let sheet = try? Sheet(bytes: streamed, file: url.relativePath, delimiter: delimiter, encoding: encoding)
      return sheet.map { ($0, work.isAccounted ? FileDigest(of: streamed) : nil) }
    }
    guard let file = try? MappedFile(url),
      let sheet = try? Sheet(contentsOf: url, delimiter: delimiter, encoding: encoding)
    else { return nil }
    return (sheet, work.isAccounted ? FileDigest(of: file, workers: work.workers) : nil)
  }

  /// Reads a sheet of a workbook, or a file of SPSS or Stata, whose headings are those of a study; `nil` of text.
  ///
  /// - Throws: `BuzzlineError` if its headings do not tell what it holds.
  private init?(
    stored sheet: Sheet, _ url: URL, _ digest: FileDigest?, options: ReadingOptions
  ) throws(BuzzlineError) {
    guard sheet.delimiter == nil else { return nil }
    let table = CSVTable(sheet)
    do {
      let role = try KnownHeadings(of: table, options: options).role()
      self.init(url, table, as: role, keepsHeadings: true, digest: digest, options: options)
    } catch {
      throw BuzzlineError(
        error.code, at: error.place,
        error.message + " " + InitLine([url]).sentence("writes a mapping that says what its columns are."))
    }
  }

  /// Refuses an export that passes for an actor file, since it numbers its rows.
  func checkIsNoExport() throws(BuzzlineError) {
    guard role == .actors, let dialect = ExportDialect.marked(by: headings.names) else { return }
    throw BuzzlineError(
      .unknownColumn, at: Place(file: table.file),
      "The headings do not tell who gives and who receives." + dialect.hint(for: url))
  }
}

extension CSVTable {
  /// Refuses a matrix, in which rows and columns carry the same names.
  ///
  /// - Throws: `BuzzlineError` if the names in the first column are the headings of the others.
  func checkIsList(reading options: ReadingOptions) throws(BuzzlineError) {
    let names = headings.dropFirst()
    guard names.count >= 2, rowCount == names.count else { return }
    let rows = (0..<rowCount).compactMap { text($0, 0) }
    guard rows.count == names.count, Set(rows) == Set(names) else { return }
    let wrong = [options.sourceColumn, options.targetColumn].compactMap(\.self).first
    throw BuzzlineError(
      .malformed, at: Place(file: file, line: 1, column: 1),
      "This is a matrix, whose rows and columns name the same \(names.count) actors"
        + (wrong.map { "; it has no column of givers or receivers, so that '\($0)' cannot be one." } ?? "."))
  }
}

extension ExportDialect {
  /// What to do with an export that was given where a study is read.
  fileprivate func hint(for url: URL) -> String {
    " This looks like an export of \(tool)\(InputStream.isStream(url) ? "." : ":") "
      + InitLine([url]).sentence("writes a mapping for it.")
  }
}

/// The command that drafts a mapping for exports.
private struct InitLine {
  let exports: [URL]

  init(_ exports: [URL]) { self.exports = exports }

  /// What the command does; of input without a name, which no mapping can name, first that it needs one.
  func sentence(_ end: String) -> String {
    if exports.contains(where: InputStream.isStream) { return "Save it as a file; 'buzzline init FILE' \(end)" }
    return "'buzzline init \(exports.map(\.relativePath).joined(separator: " "))' \(end)"
  }
}

/// The network files in a folder that has no files of a study.
struct UnnamedNetworks {
  /// What to do with them; `nil` if there are none.
  let hint: String?

  /// - Parameter names: The files of the folder.
  init(in folder: URL, _ names: [String]) {
    let found = names.filter { name in Self.endings.contains { name.lowercased().hasSuffix($0) } }
    hint = found.first.map { name in
      let path = folder.appending(path: name).relativePath
      return " \(found.quotedList) \(found.count == 1 ? "is a network file" : "are network files"), read where "
        + "\(found.count == 1 ? "it" : "one") is named itself: 'buzzline check \(path)'."
    }
  }

  private static let endings = [".graphml", ".gexf", ".gml", ".net", ".paj", ".dl", ".vna"]
}

/// The exports in a folder that has neither a mapping nor files of a study.
struct UnmappedExports {
  /// What to do with them; `nil` if there are none.
  let hint: String?

  /// - Parameter names: The files of the folder.
  init(in folder: URL, _ names: [String]) {
    var (found, tools): ([URL], [String]) = ([], [])
    for name in names where Self.endings.contains(where: { name.lowercased().hasSuffix($0) }) {
      let url = folder.appending(path: name)
      guard FileRole(ofFile: name) == nil, let sheet = try? Sheet(contentsOf: url) else { continue }
      let tool = ExportDialect.recognised(in: sheet)?.tool
      // Text of no tool may be anything.
      guard tool != nil || sheet.delimiter == nil else { continue }
      found.append(url)
      tools.append(tool.map { "'\(name)' looks like an export of \($0)" } ?? "'\(name)' is a table")
    }
    let end = found.count == 1 ? "writes a mapping for it." : "writes a mapping for them."
    hint = found.isEmpty ? nil : " \(tools.joined(separator: ", ")): " + InitLine(found).sentence(end)
  }

  private static let endings = [".csv", ".tsv", ".tab", ".txt", ".xlsx", ".ods", ".sav", ".zsav", ".dta"]
}
