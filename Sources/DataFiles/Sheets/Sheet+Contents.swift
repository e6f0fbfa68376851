package import Foundation
package import KnowledgeNetworks

extension Sheet {
  /// Reads a table from whatever program wrote it: Excel, LibreOffice, SPSS, Stata, or delimited text.
  ///
  /// What a file is, its first bytes say, not its name. `-` is standard input.
  ///
  /// - Parameters:
  ///   - sheet: The name of the sheet, in a spreadsheet; without one, the first that is not hidden.
  ///   - delimiter: What parts the cells of text; found where it is not given.
  ///   - encoding: How bytes are letters in text; found where it is not given.
  ///   - workers: Who reads text; without effect on the result.
  /// - Throws: `BuzzlineError` with line and column, or row and column, where they are known: no such file or sheet, a
  ///   password, a format or a version that is not read, a file that is cut off or damaged.
  /// - Complexity: O(size) time and space; of spreadsheets, of their unpacked size.
  package init(
    contentsOf url: URL, sheet: String? = nil, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil,
    workers: Workers = .all
  ) throws(BuzzlineError) {
    let file = url.relativePath
    if url.lastPathComponent.hasPrefix("~$") || url.lastPathComponent.hasPrefix(".~lock.") {
      throw BuzzlineError(
        .unknownFormat, at: Place(file: file),
        "This is the lock that a spreadsheet program lays beside a file that it has open, not the file itself.")
    }
    if InputStream.isStream(url) {
      self = try Sheet(
        bytes: InputStream.bytes(of: url), file: file, sheet: sheet, delimiter: delimiter, encoding: encoding,
        workers: workers)
      return
    }
    let mapped = try MappedFile(url)
    let found = withExtendedLifetime(mapped) {
      Result { () throws(BuzzlineError) in
        try Sheet(
          reading: mapped.bytes, file: file, sheet: sheet, delimiter: delimiter, encoding: encoding, workers: workers)
      }
    }
    self = try found.get()
  }

  /// Reads a table from the bytes of a file of any of these programs.
  package init(
    bytes: [UInt8], file: String, sheet: String? = nil, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil,
    workers: Workers = .all
  ) throws(BuzzlineError) {
    let found = bytes.withUnsafeBytes { buffer in
      Result { () throws(BuzzlineError) in
        try Sheet(
          reading: buffer, file: file, sheet: sheet, delimiter: delimiter, encoding: encoding, workers: workers)
      }
    }
    self = try found.get()
  }

  private init(
    reading bytes: UnsafeRawBufferPointer, file: String, sheet: String?, delimiter: Delimiter?, encoding: TextEncoding?,
    workers: Workers
  ) throws(BuzzlineError) {
    switch TableSource(bytes) {
    case .spreadsheet: self = try SpreadsheetFile.sheet(sheet, of: bytes, file: file)
    case .compound: throw SpreadsheetFile.compoundFileError(bytes, file: file)
    case .statistics(let program):
      self = try StatisticsFile.sheet(of: bytes, program: program, file: file, encoding: encoding)
    case .text:
      guard sheet == nil else {
        throw BuzzlineError(
          .unknownSheet, at: Place(file: file), "The file is no spreadsheet and has no sheets to name.")
      }
      self = try Sheet(text: Array(bytes), file: file, delimiter: delimiter, encoding: encoding, workers: workers)
    }
  }

  /// The names of the sheets of a spreadsheet, in their order; none of any other file.
  package static func sheetNames(of url: URL) throws(BuzzlineError) -> [String] {
    let mapped = try MappedFile(url)
    let found = withExtendedLifetime(mapped) {
      Result { () throws(BuzzlineError) in
        switch TableSource(mapped.bytes) {
        case .spreadsheet: try SpreadsheetFile.sheets(of: mapped.bytes, file: url.relativePath).map(\.name)
        case .compound: throw SpreadsheetFile.compoundFileError(mapped.bytes, file: url.relativePath)
        case .statistics, .text: [String]()
        }
      }
    }
    return try found.get()
  }
}

/// Which kind of program wrote a file, by its first bytes.
package enum TableSource: Hashable, Sendable {
  /// A zip archive of XML, as Excel and LibreOffice write them.
  case spreadsheet
  /// The container of older Office programs, and of Excel files with a password.
  case compound
  case statistics(StatisticsFile.Program)
  case text

  package init(_ bytes: UnsafeRawBufferPointer) {
    if SpreadsheetFile.isArchive(bytes) {
      self = .spreadsheet
    } else if SpreadsheetFile.isCompoundFile(bytes) {
      self = .compound
    } else if let program = StatisticsFile.Program(bytes) {
      self = .statistics(program)
    } else {
      self = .text
    }
  }
}
