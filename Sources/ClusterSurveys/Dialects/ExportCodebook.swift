internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// What tables beside an export say of its variables: the texts of the questions, and what codes mean.
///
/// SoSci Survey writes two, `variables_….csv` (`VAR`, `LABEL`) and `values_….csv` (`VAR`, `RESPONSE`, `MEANING`); any
/// table with such headings will do, as one made of the codebook of Unipark.
struct ExportCodebook {
  /// The exports, which the tables beside them are not.
  private(set) var exports: [URL] = []
  /// The tables that were taken for codebooks.
  private(set) var codebooks: [URL] = []
  private var texts: [String: String] = [:]
  private var meanings: [String: [String: String]] = [:]

  private static let variables: Set<String> = ["var", "variable", "variablenname", "variable name"]
  private static let codes: Set<String> = ["response", "code", "codes", "value", "wert"]
  private static let labels = ["label", "variable label", "question", "text", "frage", "fragetext"]
  private static let words = ["meaning", "value label", "bedeutung", "label", "text"]

  /// Takes those files for codebooks that look like one, unless all do.
  ///
  /// - Throws: `BuzzlineError` if a file cannot be read.
  init(among files: [URL]) throws(BuzzlineError) {
    for file in files {
      let sheet = try Sheet(contentsOf: file)
      if files.count > 1, Self.isOne(sheet) {
        codebooks.append(file)
        add(sheet)
      } else {
        exports.append(file)
      }
    }
    if exports.isEmpty { (exports, codebooks, texts, meanings) = (files, [], [:], [:]) }
  }

  /// Whether a table describes the variables of another.
  private static func isOne(_ sheet: Sheet) -> Bool {
    guard sheet.rowCount > 1, variables.contains(sheet.text(0, 0).lowercased()) else { return false }
    return Columns(sheet).text != nil || Columns(sheet).meaning != nil
  }

  private mutating func add(_ sheet: Sheet) {
    let columns = Columns(sheet)
    for row in 1..<sheet.rowCount {
      let variable = sheet.text(row, 0)
      if let column = columns.text, texts[variable] == nil, !sheet.text(row, column).isEmpty {
        texts[variable] = sheet.text(row, column)
      }
      if let code = columns.code, let column = columns.meaning, !sheet.text(row, column).isEmpty {
        meanings[variable, default: [:]][sheet.text(row, code)] = sheet.text(row, column)
      }
    }
  }

  /// Where a table says what.
  private struct Columns {
    let text: Int?
    let code: Int?
    let meaning: Int?

    init(_ sheet: Sheet) {
      let headings = (0..<sheet.width(of: 0)).map { sheet.text(0, $0).lowercased() }
      code = headings.firstIndex(where: ExportCodebook.codes.contains)
      let meaning = code == nil ? nil : ExportCodebook.words.lazy.compactMap(headings.firstIndex).first
      text = ExportCodebook.labels.lazy.compactMap(headings.firstIndex).first { $0 != meaning }
      self.meaning = meaning
    }
  }

  /// An export with the texts of its questions in a second row; `nil` if none of its variables is described.
  func describing(_ sheet: Sheet) -> Sheet? {
    let headings = (0..<sheet.width(of: 0)).map { sheet.text(0, $0) }
    guard headings.contains(where: { texts[$0] != nil || meanings[$0] != nil }) else { return nil }
    let rows = (0..<sheet.rowCount).map { row in
      (0..<sheet.width(of: row)).map { sheet.isUnstated(row, $0) ? nil : sheet.text(row, $0) }
    }
    var codebooks: [Int: Sheet.Codebook] = [:]
    for (column, heading) in headings.enumerated() {
      codebooks[column] = meanings[heading].map { Sheet.Codebook(labels: $0) }
    }
    return Sheet(
      file: sheet.file, name: sheet.name, rows: [headings, labels(of: headings)] + rows.dropFirst(),
      codebooks: codebooks)
  }

  /// The texts of variables; of `Question: choice`, which several share, the choice stands behind a hyphen.
  private func labels(of headings: [String]) -> [String?] {
    let pieces = headings.map { texts[$0]?.split(separator: ": ", maxSplits: 1).map(String.init) ?? [] }
    let shared = Dictionary(grouping: pieces.filter { $0.count == 2 }) { $0[0] }
    return pieces.map { pieces in
      guard let question = pieces.first else { return nil }
      return pieces.joined(separator: (shared[question]?.count ?? 0) > 1 ? " - " : ": ")
    }
  }
}
