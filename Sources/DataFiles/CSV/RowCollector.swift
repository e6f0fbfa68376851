package import KnowledgeNetworks

/// A row below the headings that holds no data.
package struct RowAside: Sendable {
  package enum Reason: String, Sendable {
    /// Nothing but delimiters, as spreadsheets leave below a table.
    case empty = "empty-row"
    /// The headings once more, as when files were put one behind the other.
    case repeatedHeading = "repeated-heading"
    /// The texts of the questions or the import numbers that Qualtrics writes below the headings.
    case qualtricsHeading = "qualtrics-heading"

    package var sentence: String {
      switch self {
      case .empty: "This row holds nothing."
      case .repeatedHeading: "This row repeats the headings."
      case .qualtricsHeading: "This row belongs to the headings: question texts and import numbers of Qualtrics."
      }
    }
  }

  package let reason: Reason
  package let place: Place
}

/// Collects the rows of a table and keeps apart those that hold no data.
struct RowCollector {
  private(set) var cells = CellNumbering()
  private(set) var places: CellPlaces
  private(set) var asides: [RowAside] = []
  private let width: Int
  private let headings: [String]
  private let bytes: [UInt8]
  private let tokenizer: CSVTokenizer
  /// The places of the rows so far, while some of them may still turn out to belong to the headings.
  private var firstPlaces: [Place] = []
  /// The start of a line up to which lines were counted, so that no row set aside counts them all again.
  private var counted = (offset: 0, line: 1)

  init(width: Int, _ heading: [CSVCell], in bytes: [UInt8], by tokenizer: CSVTokenizer) {
    (self.width, self.bytes, self.tokenizer) = (width, bytes, tokenizer)
    places = CellPlaces(by: tokenizer)
    headings = heading.prefix(width).map { $0.text(in: bytes) }
  }

  /// - Throws: `BuzzlineError` if the row has too few cells, or something stands to the right of the headings.
  mutating func take(_ row: [CSVCell], at tokenizer: CSVTokenizer) throws(BuzzlineError) {
    guard row.contains(where: { !isEmpty($0) }) else { return setAside(row, .empty, tokenizer) }
    if row.count != width { try checkWidth(row, tokenizer) }
    if isHeading(row) { return setAside(row, .repeatedHeading, tokenizer) }
    if cells.rowCount < 2, row.contains(where: isImportNumber) {
      asides += firstPlaces.map { RowAside(reason: .qualtricsHeading, place: $0) }
      (cells, places, firstPlaces) = (CellNumbering(), CellPlaces(by: self.tokenizer), [])
      return setAside(row, .qualtricsHeading, tokenizer)
    }
    if cells.rowCount < 2 { firstPlaces.append(place(of: row, tokenizer)) }
    cells.append(row.prefix(width), in: bytes)
    places.append(row.prefix(width))
  }

  private mutating func setAside(_ row: [CSVCell], _ reason: RowAside.Reason, _ tokenizer: CSVTokenizer) {
    places.skipRow()
    asides.append(RowAside(reason: reason, place: place(of: row, tokenizer)))
  }

  private mutating func place(of row: [CSVCell], _ tokenizer: CSVTokenizer) -> Place {
    let place = Place(of: row[0].offset, in: bytes, file: tokenizer.file, from: counted)
    if place.column == 1, let line = place.line { counted = (row[0].offset, line) }
    return place
  }

  private func checkWidth(_ row: [CSVCell], _ tokenizer: CSVTokenizer) throws(BuzzlineError) {
    guard row.count > width else {
      throw BuzzlineError(
        .malformed, at: tokenizer.place(of: row[0]),
        "This row has \(row.count) \(row.count == 1 ? "cell" : "cells"), the heading has \(width).")
    }
    guard let stray = row[width...].first(where: { !isEmpty($0) }) else { return }
    throw BuzzlineError(
      .malformed, at: tokenizer.place(of: stray),
      "This cell stands under no heading: the row has \(row.count) cells, the heading has \(width).")
  }

  private func isEmpty(_ cell: CSVCell) -> Bool { cell.isEmpty || cell.text(in: bytes).trimmed.isEmpty }

  private func isHeading(_ row: [CSVCell]) -> Bool {
    !headings.isEmpty && zip(row, headings).allSatisfy { $0.text(in: bytes) == $1 }
  }

  private func isImportNumber(_ cell: CSVCell) -> Bool {
    cell.isQuoted && cell.text(in: bytes).hasPrefix("{\"ImportId\"")
  }
}
