internal import DataFiles
internal import KnowledgeNetworks

/// Takes apart cells that hold a number, or list several codes, labels or names.
struct CellLists {
  private let form: ItemMapping.Form
  private let separator: String
  private let labels: [String]
  private let numbers: DecimalNumbers

  /// - Throws: `BuzzlineError` at a cell whose decimal sign is not that of the others.
  init(_ item: ItemMapping, _ columns: [SelectedColumn], _ table: ExportTable) throws(BuzzlineError) {
    form = item.form
    numbers = form == .number ? try Self.numbers(columns, table) : DecimalNumbers(sign: .dot)
    separator = item.separator ?? (item.form == .names ? ";\n" : item.form == .labels ? ",;" : ",")
    labels = item.form == .labels ? item.knownLabels : []
  }

  /// What a cell says that no code list knows; `nil` if it should have been known.
  func meaning(of text: String) throws(BuzzlineError) -> CellMeaning? {
    switch form {
    case .flag: return nil
    case .number:
      guard let number = numbers.number(text), number >= 0, number.isFinite else { return nil }
      return number == 0 ? .noTie : .tie(weight: number)
    case .codes, .labels, .names, .response: return text.isEmpty ? nil : .tie(weight: nil)
    }
  }

  /// The decimal sign of a question, which all of its cells share.
  private static func numbers(
    _ columns: [SelectedColumn], _ table: ExportTable
  ) throws(BuzzlineError) -> DecimalNumbers {
    let width = columns.count
    do throws(DecimalNumbers.Mixed) {
      return try DecimalNumbers(
        detectedIn: (0..<table.rows.count * width).lazy.map { cell in
          (row: cell, text: table.sheet.text(table.rows.lowerBound + cell / width, columns[cell % width].column))
        })
    } catch {
      func place(_ cell: Int) -> Place {
        table.sheet.place(table.rows.lowerBound + cell / width, columns[cell % width].column)
      }
      throw BuzzlineError(
        .invalidValue, at: place(error.odd.row),
        "'\(error.odd.text.excerpt)' has another decimal sign than '\(error.other.text.excerpt)' in line "
          + "\(place(error.other.row).line ?? 0); mend the cells of the question so that one sign holds.")
    }
  }

  /// The codes, labels or names of a cell; a cell of another form is one code.
  ///
  /// - Throws: `BuzzlineError` where a text stands between known labels.
  func codes(in text: String, at place: @autoclosure () -> Place) throws(BuzzlineError) -> [String] {
    switch form {
    case .flag, .number, .response: return [text]
    case .codes: return text.components(separatedBy: separator).map(\.trimmed).filter { !$0.isEmpty }
    case .names: return text.split { separator.contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    case .labels: return try labels(in: text, at: place())
    }
  }

  /// Known labels, the longest first, with separators between them: labels hold separators themselves.
  private func labels(in text: String, at place: @autoclosure () -> Place) throws(BuzzlineError) -> [String] {
    var rest = text[...]
    var found: [String] = []
    while true {
      rest = rest.drop { $0.isWhitespace || separator.contains($0) }
      guard !rest.isEmpty else { return found }
      guard let label = labels.first(where: { rest.hasPrefix($0) && ends($0, in: rest) }) else {
        throw BuzzlineError(
          .invalidValue, at: place(),
          "'\(rest.excerpt)' begins with none of the labels that the mapping knows.")
      }
      found.append(label)
      rest = rest.dropFirst(label.count)
    }
  }

  /// Whether a label ends where the text does or a separator stands.
  private func ends(_ label: String, in text: Substring) -> Bool {
    text.dropFirst(label.count).first.map { separator.contains($0) || $0.isWhitespace } ?? true
  }
}
