internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// The sorts of files a study is made of.
enum FileRole: String, CaseIterable {
  case actors
  case aliases
  case claims
  case responses
  case ties

  /// The columns without which a file is not of this sort.
  var required: ArraySlice<String> {
    let count =
      switch self {
      case .actors: 1
      case .aliases, .ties: 2
      case .claims, .responses: 3
      }
    return KnownHeadings.words(of: self).prefix(count)
  }
}

/// A file of a study: its table, what it was read as, and what became of its rows.
struct StudyFile {
  let role: FileRole
  /// The heading and the rows, but for those ``plain`` holds.
  let table: CSVTable
  /// The rows of a plain file.
  let plain: PlainFile?
  /// The name without its folders, which remarks and accounts carry: where a study lies is no finding.
  var name: String { url.lastPathComponent }
  let url: URL
  /// `nil` where nobody asks for it.
  private let digest: FileDigest?
  private let options: ReadingOptions
  private(set) var remarks: [Remark] = []
  private var setAside: [String: Int] = [:]
  /// The decimal sign of its numbers, where it has any.
  private var decimalSign: DecimalSign?

  /// Opens a file, as the sort given or the one its headings tell.
  ///
  /// - Parameter actors: The actor file, if it was read fast before.
  init(
    _ url: URL, as role: FileRole?, among actors: ActorScan? = nil, options: ReadingOptions, work: ReadingWork
  ) throws(BuzzlineError) {
    if InputStream.isStream(url) {
      let bytes = try InputStream.bytes(of: url)
      try self.init(url, bytes, as: role, digest: work.isAccounted ? FileDigest(of: bytes) : nil, options: options)
      return
    }
    let file = try MappedFile(url)
    let digest = work.isAccounted ? FileDigest(of: file, workers: work.workers) : nil
    let plain =
      work.isFast && options.hasHeading
      ? try PlainFile(file, named: url.relativePath, as: role, among: actors, options: options, work: work) : nil
    if let plain {
      self.init(url, table: plain.heading, plain: plain, role: plain.role, digest: digest, options: options)
    } else {
      try self.init(url, file.copiedBytes, as: role, digest: digest, options: options)
    }
  }

  /// Reads a file with care.
  private init(
    _ url: URL, _ bytes: [UInt8], as role: FileRole?, digest: FileDigest?, options: ReadingOptions
  ) throws(BuzzlineError) {
    let table = try CSVTable(
      bytes, file: url.relativePath, delimiter: options.delimiter, encoding: options.encoding,
      hasHeading: options.hasHeading || role == .actors)
    let found = if let role { role } else { try Self.role(of: table, options) }
    if found == .ties { try MatrixLook.check(table) }
    self.init(url, table: table, plain: nil, role: found, digest: digest, options: options)
    for aside in table.asides {
      setAside(at: aside.place, aside.reason.rawValue, aside.reason.sentence)
    }
  }

  private init(
    _ url: URL, table: CSVTable, plain: PlainFile?, role: FileRole, digest: FileDigest?, options: ReadingOptions
  ) {
    (self.url, self.table, self.plain, self.digest) = (url, table, plain, digest)
    (self.role, self.options) = (role, options)
  }

  /// The same file row by row, so that whatever is wrong with one is told with its place.
  func readWithCare() throws(BuzzlineError) -> StudyFile {
    try StudyFile(url, try MappedFile(url).copiedBytes, as: role, digest: digest, options: options)
  }

  /// Rows read, used and set aside.
  var account: FileAccount {
    FileAccount(
      file: name, role: role.rawValue, rowsRead: rowCount,
      rowsUsed: rowCount - setAside.values.reduce(0, +), rowsSetAside: setAside, digest: digest?.value ?? "",
      format: FileFormat(
        encoding: table.encoding, delimiter: Delimiter.allCases.first { $0.byte == table.delimiter },
        decimalSign: decimalSign, unreadColumns: unreadColumns))
  }

  private var rowCount: Int { plain?.rowCount ?? table.rowCount + table.asides.count }

  /// The headings of the columns that say nothing to a file of this sort; an actor file keeps them all.
  var unreadColumns: [String] {
    guard role != .actors else { return [] }
    let read = Set(KnownHeadings.words(of: role).compactMap { (try? column($0)) ?? nil })
    return table.headings.indices.filter { !read.contains($0) }.map { column in
      table.headings[column].isEmpty ? "column \(column + 1), which has no heading" : table.headings[column]
    }
  }

  /// Names what was not read, once the rows are.
  mutating func noteUnreadColumns() {
    let unread = unreadColumns
    guard !unread.isEmpty else { return }
    let names = unread.map { "'\($0.prefix(60))'" }.joined(separator: ", ")
    remark("unread-column", "\(unread.count == 1 ? "This column was" : "These columns were") not read: \(names).")
  }

  /// Takes down the decimal sign by which numbers were read.
  mutating func note(decimalSign sign: DecimalSign) { decimalSign = sign }

  /// The column that a canonical word stands for, `nil` if the file has none.
  func column(_ word: String) throws(BuzzlineError) -> Int? {
    try Self.column(word, in: table, options)
  }

  /// The weights, if the file has any.
  mutating func weightColumn(sign: DecimalSign?) throws(BuzzlineError) -> WeightColumn? {
    guard let column = try column("weight") else { return nil }
    return try WeightColumn(&self, column: column, sign: sign)
  }

  /// What weights mean.
  var weightMeaning: WeightMeaning { options.weightMeaning }
  /// Whether somebody said what weights mean.
  var areWeightsDeclared: Bool { weightMeaning != .none }

  /// Whether ties run from source to target only.
  var isDirected: Bool { options.isDirected }

  /// The column of a word that must be there.
  func requiredColumn(_ word: String) throws(BuzzlineError) -> Int {
    if let column = try column(word) { return column }
    throw BuzzlineError(
      .unknownColumn, at: Place(file: table.file),
      "There is no column '\(word)' among the headings \(Self.listed(table.headings)); name the right one"
        + (options.canName(word) ? " with --\(word)-column." : " so."))
  }

  /// A cell that must hold something.
  func requiredText(_ row: Int, _ column: Int) throws(BuzzlineError) -> String {
    if let text = table.text(row, column) { return text }
    let hint = role == .ties ? " An actor without ties has its place in the actor file." : ""
    throw BuzzlineError(
      .missingColumn, at: table.place(row, column), "The cell under '\(table.headings[column])' is empty." + hint)
  }

  /// A cell that may say nothing: empty, or a word for what is missing.
  func statedText(_ row: Int, _ column: Int?) -> String? {
    guard let column, let text = table.text(row, column) else { return nil }
    return MissingWord.isMissing(text, isBare: table.isBare(row, column)) ? nil : text
  }

  /// The identifier or label of an actor in a cell that must hold one; `nil` for a word for what is missing, which names
  /// nobody: the row is then set aside.
  mutating func namedActor(_ row: Int, _ column: Int) throws(BuzzlineError) -> String? {
    let text = try requiredText(row, column)
    guard MissingWord.isMissing(text, isBare: table.isBare(row, column)) else { return text }
    setAside(
      at: table.place(row, column), "missing-actor", "'\(text)' under '\(table.headings[column])' names no actor.")
    return nil
  }

  /// A word of a fixed list.
  func word<Word: RawRepresentable & CaseIterable>(
    _ row: Int, _ column: Int
  ) throws(BuzzlineError) -> Word where Word.RawValue == String {
    let text = try requiredText(row, column)
    if let word = Word(rawValue: text.lowercased()) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw BuzzlineError(
      .invalidValue, at: table.place(row, column),
      "'\(text)' is no \(table.headings[column]); it is one of \(words.joined(separator: ", ")).")
  }

  mutating func setAside(_ row: Int, _ reason: String, _ message: String) {
    setAside(at: table.place(row), reason, message)
  }

  /// Sets a row aside that begins at a place.
  mutating func setAside(at place: Place, _ reason: String, _ message: String) {
    setAside[reason, default: 0] += 1
    remarks.append(Remark(reason, message, at: inThisFile(place), setsRowAside: true))
  }

  mutating func remark(
    _ reason: String, _ message: String, row: Int? = nil, instances: [Remark.Instance] = []
  ) {
    let place = inThisFile(row.map { table.place($0) } ?? Place())
    remarks.append(Remark(reason, message, at: place, instances: instances))
  }

  func inThisFile(_ place: Place) -> Place {
    var place = place
    place.file = name
    return place
  }

  /// The column of a table that a canonical word stands for, `nil` if there is none.
  static func column(
    _ word: String, in table: CSVTable, _ options: ReadingOptions
  ) throws(BuzzlineError) -> Int? {
    guard let chosen = options.heading(for: word) else { return KnownHeadings.column(word, in: table.headings) }
    if let column = table.column(chosen) { return column }
    throw BuzzlineError(
      .unknownColumn, at: Place(file: table.file),
      "There is no column '\(chosen)'; the headings are \(listed(table.headings))."
        + suggestion(for: chosen, in: table.headings))
  }

  /// The sort of file that the headings tell.
  static func role(of table: CSVTable, _ options: ReadingOptions) throws(BuzzlineError) -> FileRole {
    try MatrixLook.check(table)
    for role in [FileRole.claims, .responses, .aliases]
    where role.required.allSatisfy({ KnownHeadings.column($0, in: table.headings) != nil }) { return role }
    if try column("source", in: table, options) != nil, try column("target", in: table, options) != nil { return .ties }
    if options.sourceColumn == nil, try column("id", in: table, options) != nil { return .actors }
    throw BuzzlineError(
      .unknownColumn, at: Place(file: table.file),
      "The headings \(listed(table.headings)) do not tell who gives and who receives; name both with --source-column "
        + "and --target-column, or say --no-header where the first line is a tie.")
  }

  static func listed(_ headings: [String]) -> String {
    let shown = headings.prefix(12).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
    return headings.count > 12 ? shown + ", …" : shown
  }
}

extension ReadingOptions {
  fileprivate func canName(_ column: String) -> Bool {
    ["source", "target", "weight", "id", "name", "kind", "cluster", "region", "country"].contains(column)
  }
}
