internal import KnowledgeNetworks

/// A file of Excel (`.xlsx`) or of LibreOffice (`.ods`): its sheets, and the cells of one of them.
///
/// Both are zip archives of XML. Nothing in them can make the reader ask for memory or time out of proportion: parts
/// that unpack to more than 200 times their size, document types and entities, more than 1,048,576 rows or 16,384 columns and
/// repetitions of more than some millions of cells are refused.
struct SpreadsheetFile {
  /// A sheet as its file lists it.
  struct Entry {
    let name: String
    let isHidden: Bool
  }

  /// Whether bytes begin as a zip archive does.
  static func isArchive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 4 && bytes[0] == UInt8(ascii: "P") && bytes[1] == UInt8(ascii: "K")
      && [3, 5, 7].contains(bytes[2]) && bytes[3] == bytes[2] + 1
  }

  /// Whether bytes begin as files of older Office programs do, and Excel files with a password.
  static func isCompoundFile(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  /// What is to be said of such a file: none is read.
  static func compoundFileError(_ bytes: UnsafeRawBufferPointer, file: String) -> BuzzlineError {
    // The name of the stream that holds a workbook with a password, in UTF-16.
    let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    let isEncrypted = bytes.indices.contains { start in
      bytes[start] == name[0] && bytes[start...].starts(with: name)
    }
    return isEncrypted
      ? BuzzlineError(
        .encrypted, at: Place(file: file),
        "The Excel file is encrypted with a password; save it without one to have it read.")
      : BuzzlineError(
        .unknownFormat, at: Place(file: file),
        "This is a file of an older Office program, such as .xls; save it as .xlsx to have it read.")
  }

  /// The position of the sheet asked for: by its name, else the first that is not hidden.
  ///
  /// - Throws: `BuzzlineError` that lists the sheets if there is none of that name.
  static func position(of name: String?, in sheets: [Entry], file: String) throws(BuzzlineError) -> Int {
    guard let name else { return sheets.firstIndex { !$0.isHidden } ?? 0 }
    if let found = sheets.firstIndex(where: { $0.name == name }) { return found }
    let listed = sheets.prefix(20).map { "'\($0.name)'" + ($0.isHidden ? " (hidden)" : "") }
    let more = sheets.count > listed.count ? " and \(sheets.count - listed.count) more" : ""
    throw BuzzlineError(
      .unknownSheet, at: Place(file: file),
      "There is no sheet '\(name)'; the file has \(listed.joined(separator: ", "))\(more).")
  }
}

#if Spreadsheets
  extension SpreadsheetFile {
    /// The cells of a sheet, the first one that is not hidden if none is named.
    static func sheet(
      _ name: String?, of bytes: UnsafeRawBufferPointer, file: String
    ) throws(BuzzlineError) -> Sheet {
      let archive = try ZipArchive(bytes, file: file)
      if try isOpenDocument(archive, file: file) {
        var document = try OpenDocumentSheets(archive, file: file)
        return try document.sheet(name)
      }
      let workbook = try ExcelWorkbook(archive, file: file)
      return try workbook.sheet(position(of: name, in: workbook.sheets, file: file))
    }

    /// The sheets in their order.
    static func sheets(of bytes: UnsafeRawBufferPointer, file: String) throws(BuzzlineError) -> [Entry] {
      let archive = try ZipArchive(bytes, file: file)
      if try isOpenDocument(archive, file: file) { return try OpenDocumentSheets(archive, file: file).sheets }
      return try ExcelWorkbook(archive, file: file).sheets
    }

    /// - Throws: `BuzzlineError` if it is neither that nor a file of Excel.
    private static func isOpenDocument(_ archive: ZipArchive, file: String) throws(BuzzlineError) -> Bool {
      if archive.contains("[Content_Types].xml") || archive.contains("xl/workbook.xml") { return false }
      if archive.contains("content.xml") { return true }
      throw BuzzlineError(
        .unknownFormat, at: Place(file: file), "This is a zip archive, but no spreadsheet; unpack it first.")
    }
  }
#else
  extension SpreadsheetFile {
    static func sheet(
      _ name: String?, of bytes: UnsafeRawBufferPointer, file: String
    ) throws(BuzzlineError) -> Sheet { throw notBuilt(file) }

    static func sheets(of bytes: UnsafeRawBufferPointer, file: String) throws(BuzzlineError) -> [Entry] {
      throw notBuilt(file)
    }

    static func notBuilt(_ file: String) -> BuzzlineError {
      BuzzlineError(
        .notBuilt, at: Place(file: file),
        "This build of Buzzline has no spreadsheets: the package trait Spreadsheets was left out.")
    }
  }
#endif
