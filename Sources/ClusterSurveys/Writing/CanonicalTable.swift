internal import DataFiles
internal import KnowledgeNetworks

/// The place of each text among all, ascending; equal texts have one place, what is not stated the first.
func ranks(_ texts: [String?]) -> [Int] {
  let distinct = Set(texts.lazy.compactMap(\.self)).sorted(by: NaturalOrder.precedes)
  let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0 + 1) })
  return texts.map { text in text.flatMap { places[$0] } ?? 0 }
}

/// Rows in the order of several keys, the first of which counts most.
func order(
  _ count: Int, by keys: [[Int]], then isLess: (Int, Int) -> Bool = { _, _ in false }
) -> [Int] {
  (0..<count).sorted { one, other in
    for key in keys where key[one] != key[other] { return key[one] < key[other] }
    return isLess(one, other)
  }
}

/// A column of a canonical file.
struct CanonicalColumn {
  let heading: String
  let isRequired: Bool
  let text: (Int) -> String?

  /// A column without which a file is not of its sort.
  static func required(_ heading: String, _ text: @escaping (Int) -> String) -> CanonicalColumn {
    CanonicalColumn(heading: heading, isRequired: true, text: text)
  }

  /// A column that is left out where no row states anything.
  static func stated(_ heading: String, _ text: @escaping (Int) -> String?) -> CanonicalColumn {
    CanonicalColumn(heading: heading, isRequired: false, text: text)
  }
}

/// Columns, of which those that state something are written.
struct CanonicalTable {
  private let columns: [CanonicalColumn]

  init(_ columns: [CanonicalColumn]) { self.columns = columns }

  func bytes(_ rows: [Int]) -> [UInt8] {
    let written = columns.filter { column in column.isRequired || rows.contains { column.text($0) != nil } }
    var bytes: [UInt8] = []
    bytes.append(row: written.map(\.heading.maskedFormula))
    for row in rows {
      for (number, column) in written.enumerated() {
        if number > 0 { bytes.endCell() }
        guard let text = column.text(row) else { continue }
        // Without quotes it would say that something is missing.
        if text == "NA" { bytes.append(text: "\"NA\"") } else { bytes.append(cell: text.maskedFormula) }
      }
      bytes.endRow()
    }
    return bytes
  }
}

extension Double {
  /// The fewest digits that are read as the same number: 2, 0.1.
  var shortest: String {
    Int(exactly: self).map { magnitude < 1e15 ? "\($0)" : "\(self)" } ?? "\(self)"
  }
}
