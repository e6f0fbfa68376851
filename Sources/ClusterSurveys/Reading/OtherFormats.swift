internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// Files that are no file of a study as they stand: matrices, which are read, and exports, which need a mapping.
extension StudyFile {
  /// Reads what could not be read as a file of a study; `nil` if nothing better is known.
  ///
  /// - Parameter error: Why it could not be read.
  /// - Throws: `BuzzlineError` that names the format and what to do about it.
  init?(
    insteadOf error: BuzzlineError, _ url: URL, options: ReadingOptions, work: ReadingWork
  ) throws(BuzzlineError) {
    guard [.unknownColumn, .malformed, .invalidValue, .encoding].contains(error.code), !InputStream.isStream(url),
      let file = try? MappedFile(url),
      let sheet = try? Sheet(contentsOf: url, delimiter: options.delimiter, encoding: options.encoding)
    else { return nil }
    if SquareMatrix.isOne(sheet) {
      guard options.sourceColumn == nil, options.targetColumn == nil else { return nil }
      let matrix = try SquareMatrix(sheet)
      let ties = try matrix.ties(rows: options.matrixRows)
      let table = CSVTable(
        made: SquareMatrix.headings, rows: ties.map(\.cells), places: ties.map(\.place), file: url.relativePath)
      let digest = work.isAccounted ? FileDigest(of: file, workers: work.workers) : nil
      self.init(url, table, as: .ties, digest: digest, options: options)
      let direction = options.matrixRows == .give ? "its row to that of its column" : "its column to that of its row"
      remark(
        "square-matrix",
        "Read as a square matrix of \(matrix.actorCount) actors: a cell is the weight of a tie from the actor of \(direction)."
      )
      return
    }
    guard let dialect = ExportDialect.recognised(in: sheet) else {
      try self.init(stored: sheet, url, file, options: options, work: work)
      return
    }
    throw BuzzlineError(error.code, at: error.place, error.message + dialect.hint(for: url))
  }

  /// Reads a sheet of a workbook, or a file of SPSS or Stata, whose headings are those of a study; `nil` of text.
  ///
  /// - Throws: `BuzzlineError` if its headings do not tell what it holds.
  private init?(
    stored sheet: Sheet, _ url: URL, _ file: MappedFile, options: ReadingOptions, work: ReadingWork
  ) throws(BuzzlineError) {
    guard sheet.delimiter == nil else { return nil }
    let table = CSVTable(sheet)
    let digest = work.isAccounted ? FileDigest(of: file, workers: work.workers) : nil
    do {
      let role = try KnownHeadings(of: table, options: options).role()
      self.init(url, table, as: role, keepsHeadings: true, digest: digest, options: options)
    } catch {
      throw BuzzlineError(
        error.code, at: error.place,
        error.message + " 'buzzline init \(url.relativePath)' writes a mapping that says what its columns are.")
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
    " This looks like an export of \(tool): 'buzzline init \(url.relativePath)' writes a mapping for it."
  }
}
