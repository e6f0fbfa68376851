internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// A table of an export of which a mapping is drafted.
struct DraftFile {
  let url: URL
  /// How the mapping names the file.
  let name: String
  let dialect: ExportDialect?
  let table: ExportTable
  /// Whether it was found beside a file that needs it.
  private(set) var isCompanion = false
  /// Whether the second row of the file says what its columns ask.
  let hasRowOfTexts: Bool
  /// Whether a codebook beside it does.
  let isDescribedBeside: Bool
  /// The headings in small letters.
  let headings: [String]

  var sheet: Sheet { table.sheet }
  /// The file, and the sheet where it has several.
  var shownName: String { url.lastPathComponent + (sheet.name.map { ", sheet '\($0)'" } ?? "") }

  /// The name of its sheet, or of the file without what stands behind the dot.
  var stem: String { sheet.name ?? url.deletingPathExtension().lastPathComponent }

  /// - Parameters:
  ///   - codebook: What is known of its variables.
  ///   - folder: Where the mapping will lie; files in it are named without their folder.
  init(
    _ url: URL, sheet name: String? = nil, describedBy codebook: ExportCodebook? = nil, writtenTo folder: URL
  ) throws(BuzzlineError) {
    let sheet = try Sheet(contentsOf: url, sheet: name)
    self.url = url
    self.name =
      url.standardizedFileURL.deletingLastPathComponent().path == folder.standardizedFileURL.path
      ? url.lastPathComponent : url.standardizedFileURL.path
    dialect = SquareMatrix.isOne(sheet) ? nil : ExportDialect.recognised(in: sheet)
    // Files of SPSS and Stata have labels, whatever tool wrote them.
    let rows = dialect?.rows ?? 1
    hasRowOfTexts = sheet.hasRowOfTexts && (dialect == nil || rows == 1 && sheet.place(0).line == nil)
    let described = rows == 1 && !hasRowOfTexts ? codebook?.describing(sheet) : nil
    isDescribedBeside = described != nil
    table = try Self.table(of: described ?? sheet, hasRowOfTexts || described != nil, dialect)
    headings = table.headings.map { $0.lowercased() }
  }

  private static func table(
    of sheet: Sheet, _ hasTexts: Bool, _ dialect: ExportDialect?
  ) throws(BuzzlineError) -> ExportTable {
    if hasTexts {
      var layout = HeadingLayout(rows: 2, heading: 1)
      layout.label = 2
      return try ExportTable(sheet, layout)
    }
    var layout = HeadingLayout(rows: dialect?.rows ?? 1, heading: dialect?.heading ?? 1)
    (layout.label, layout.importNumber, layout.joint) = (dialect?.label, dialect?.importNumber, dialect?.joint)
    return try ExportTable(sheet, layout)
  }

  func isSame(as other: DraftFile) -> Bool {
    url.standardizedFileURL.path == other.url.standardizedFileURL.path && sheet.name == other.sheet.name
  }

  /// Tables that lie beside those of a file: other sheets of its workbook, and files of its sort in its folder.
  ///
  /// What cannot be read, is large or one of many is no companion.
  func companions(besides known: [DraftFile], writtenTo folder: URL) -> [DraftFile] {
    var found: [DraftFile] = []
    func take(_ url: URL, _ sheet: String?) {
      guard var file = try? DraftFile(url, sheet: sheet, writtenTo: folder) else { return }
      file.isCompanion = true
      if !(known + found).contains(where: { $0.isSame(as: file) }) { found.append(file) }
    }
    for name in (try? Sheet.sheetNames(of: url)) ?? [] where name != sheet.name { take(url, name) }
    let beside = url.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: beside.path)) ?? []
    let alike = names.filter { $0.hasSuffix("." + url.pathExtension) && $0 != url.lastPathComponent }
    for name in alike.sorted().prefix(40) {
      let other = beside.appending(path: name)
      let size = try? FileManager.default.attributesOfItem(atPath: other.path)[.size] as? Int
      if let size, size <= 64 << 20 { take(other, nil) }
    }
    return found
  }
}

extension Sheet {
  /// Whether the second row says what the columns ask: labels, as files of SPSS and Stata have them, or in a workbook
  /// texts of several words and no number.
  fileprivate var hasRowOfTexts: Bool {
    guard delimiter == nil, rowCount > 1 else { return false }
    if place(0).line == nil { return place(1).line == nil }
    let texts = (0..<width(of: 0)).map { text(1, $0) }.filter { !$0.isEmpty }
    return texts.count * 2 > width(of: 0) && texts.allSatisfy { Double($0) == nil }
      && texts.count { $0.contains(" ") } * 2 >= texts.count
  }
}
