package import Foundation
package import KnowledgeNetworks

/// Named sheets of cells, to be written as an Excel file (`.xlsx`).
package struct Workbook: Hashable, Sendable {
  /// What a cell holds.
  package enum Cell: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral
  {
    /// Nothing.
    case empty
    /// A text as it stands; never run as a formula, whatever it begins with.
    case text(String)
    /// A number; one that is not finite is written as an empty cell.
    case number(Double)

    package init(stringLiteral text: String) { self = .text(text) }
    package init(integerLiteral number: Int) { self = .number(Double(number)) }
    package init(floatLiteral number: Double) { self = .number(number) }

    /// A number where reading the cell again gives the same text, else the text.
    package init(stating text: String) {
      var again: [UInt8] = []
      guard let number = Double(text), number.isFinite else { self = .text(text); return }
      again.append(number: number)
      // Excel keeps 15 digits.
      self =
        text.utf8.elementsEqual(again) && text.utf8.count(where: { 48...57 ~= $0 }) <= 15
        ? .number(number) : .text(text)
    }
  }

  /// One sheet.
  package struct Page: Hashable, Sendable {
    /// At most 31 characters, none of `[]:*?/\`.
    package var name: String
    package var rows: [[Cell]]
    /// Whether the first row is shown in bold and stays in view.
    package var hasHeading: Bool

    package init(name: String, rows: [[Cell]], hasHeading: Bool = true) {
      (self.name, self.rows, self.hasHeading) = (name, rows, hasHeading)
    }
  }

  package var pages: [Page]

  package init(_ pages: [Page]) { self.pages = pages }
}

#if Spreadsheets
  internal import CXLSXWriter

  extension Workbook {
    /// Writes the file, in place of one that is there; equal sheets give equal bytes.
    ///
    /// - Throws: `BuzzlineError` if a name, a text or the number of rows is more than Excel can hold, or the file cannot be
    ///   written; nothing is written then.
    /// - Complexity: O(cells) time and space.
    package func write(to url: URL) throws(BuzzlineError) {
      try check(url)
      guard let workbook = workbook_new(url.path) else { throw Self.unwritten(url) }
      // The day is stored in the file; the same one always.
      var properties = lxw_doc_properties()
      properties.created = 946_684_800
      workbook_set_properties(workbook, &properties)
      let bold = workbook_add_format(workbook)
      format_set_bold(bold)
      for page in pages {
        guard let sheet = workbook_add_worksheet(workbook, page.name) else {
          lxw_workbook_free(workbook)
          throw Self.refused(url, "Excel does not take '\(page.name)' as the name of a sheet.")
        }
        for (row, cells) in page.rows.enumerated() {
          for (column, cell) in cells.enumerated() {
            let format = row == 0 && page.hasHeading ? bold : nil
            Self.write(cell, to: sheet, row: UInt32(row), column: UInt16(column), format: format)
          }
        }
        if page.hasHeading, !page.rows.isEmpty { worksheet_freeze_panes(sheet, 1, 0) }
      }
      guard workbook_close(workbook) == LXW_NO_ERROR else { throw Self.unwritten(url) }
    }

    /// The bytes of the file, by way of a temporary one: the library under it writes to paths alone.
    ///
    /// - Parameter file: The name of the file, for messages.
    /// - Throws: As ``write(to:)`` does.
    package func bytes(file: String) throws(BuzzlineError) -> [UInt8] {
      let url = FileManager.default.temporaryDirectory.appending(path: "buzzline-\(UUID().uuidString).xlsx")
      defer { try? FileManager.default.removeItem(at: url) }
      do {
        try write(to: url)
        return try MappedFile(url).copiedBytes
      } catch {
        throw BuzzlineError(error.code, at: Place(file: file), error.message)
      }
    }

    private static func write(
      _ cell: Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: UInt32, column: UInt16,
      format: UnsafeMutablePointer<lxw_format>?
    ) {
      switch cell {
      case .empty: break
      case .text(let text): worksheet_write_string(sheet, row, column, text, format)
      case .number(let number) where number.isFinite: worksheet_write_number(sheet, row, column, number, format)
      case .number: break
      }
    }

    /// Checks before anything is written what the C library would only warn of.
    private func check(_ url: URL) throws(BuzzlineError) {
      guard !pages.isEmpty else { throw Self.refused(url, "An Excel file has at least one sheet.") }
      var names = Set<String>()
      for page in pages {
        guard !page.name.isEmpty, page.name.utf16.count <= 31, !page.name.contains(where: { "[]:*?/\\".contains($0) }),
          !page.name.hasPrefix("'"), !page.name.hasSuffix("'"), names.insert(page.name.lowercased()).inserted
        else { throw Self.refused(url, "Excel does not take '\(page.name)' as the name of a sheet, or has it twice.") }
        guard page.rows.count <= SpreadsheetLimits.rows, page.rows.allSatisfy({ $0.count <= SpreadsheetLimits.columns })
        else { throw Self.refused(url, "The sheet '\(page.name)' has more rows or columns than Excel can hold.") }
        for (row, cells) in page.rows.enumerated() {
          for case .text(let text) in cells where text.utf16.count > 32_767 {
            throw Self.refused(
              url, "A text in row \(row + 1) of the sheet '\(page.name)' is longer than the 32767 characters of Excel.")
          }
        }
      }
    }

    private static func refused(_ url: URL, _ sentence: String) -> BuzzlineError {
      BuzzlineError(.unwritable, at: Place(file: url.relativePath), sentence)
    }

    private static func unwritten(_ url: URL) -> BuzzlineError { refused(url, "The file cannot be written.") }
  }
#else
  extension Workbook {
    package func write(to url: URL) throws(BuzzlineError) { throw SpreadsheetFile.notBuilt(url.relativePath) }

    package func bytes(file: String) throws(BuzzlineError) -> [UInt8] { throw SpreadsheetFile.notBuilt(file) }
  }
#endif
