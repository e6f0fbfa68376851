internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// A file of a study: its table, what it was read as, and what became of its rows.
struct StudyFile {
  let url: URL
  let role: FileRole
  /// The heading and the rows, but for those ``plain`` holds.
  let table: CSVTable
  let headings: KnownHeadings
  /// The rows of a plain file.
  let plain: PlainFile?
  /// `nil` where nobody asks for it.
  private let digest: FileDigest?
  /// The decimal sign by which its numbers were read, where it has any.
  var decimalSign: DecimalSign?
  private(set) var remarks: [Remark] = []
  /// The labels in it that a person should look at.
  var doubtfulLabels: [DoubtfulLabel] = []
  private var setAside: [String: Int] = [:]

  /// The name without its folders, which remarks and accounts carry: where a study lies is no finding.
  let name: String
  var options: ReadingOptions { headings.options }

  /// Opens a file, as the sort given or the one its headings tell.
  ///
  /// - Parameters:
  ///   - streamed: What came, of input that can be read only once.
  ///   - actors: The actor file, if it was read fast before.
  init(
    _ url: URL, streamed: [UInt8]? = nil, as role: FileRole?, among actors: ActorScan? = nil, options: ReadingOptions,
    work: ReadingWork
  ) throws(BuzzlineError) {
    if let bytes = streamed {
      try self.init(url, bytes, as: role, digest: work.isAccounted ? FileDigest(of: bytes) : nil, options: options)
      return
    }
    let file = try MappedFile(url)
    let digest = work.isAccounted ? FileDigest(of: file, workers: work.workers) : nil
    let plain =
      work.isFast && options.hasHeading
      ? try PlainFile(file, named: url.relativePath, as: role, among: actors, options: options, work: work) : nil
    if let plain {
      self.init(url, plain.heading.table, plain, as: plain.role, digest: digest, options: options)
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
    if role == nil || role == .ties { try table.checkIsList(reading: options) }
    let found = if let role { role } else { try KnownHeadings(of: table, options: options).role() }
    self.init(url, table, nil, as: found, digest: digest, options: options)
    for aside in table.asides { setAside(at: aside.place, aside.reason.rawValue, aside.reason.sentence) }
  }

  private init(
    _ url: URL, _ table: CSVTable, _ plain: PlainFile?, as role: FileRole, digest: FileDigest?, options: ReadingOptions
  ) {
    (self.url, self.role, self.table, self.plain, self.digest) = (url, role, table, plain, digest)
    (name, headings) = (url.lastPathComponent, KnownHeadings(of: table, options: options))
  }

  /// Takes a table that was made of another file.
  ///
  /// - Parameter keepsHeadings: Whether its headings are those of that file, which options may name.
  init(
    _ url: URL, _ table: CSVTable, as role: FileRole, keepsHeadings: Bool = false, digest: FileDigest? = nil,
    options: ReadingOptions
  ) {
    var own = keepsHeadings ? options : ReadingOptions()
    (own.weightMeaning, own.decimalSign, own.isDirected) =
      (options.weightMeaning, options.decimalSign, options.isDirected)
    self.init(url, table, nil, as: role, digest: digest, options: own)
  }

  /// The same file row by row, so that whatever is wrong with one is told with its place.
  func readWithCare() throws(BuzzlineError) -> StudyFile {
    try StudyFile(url, try MappedFile(url).copiedBytes, as: role, digest: digest, options: options)
  }

  /// Rows read, used and set aside.
  var account: FileAccount {
    let rowCount = plain?.rowCount ?? table.rowCount + table.asides.count
    return FileAccount(
      file: name, role: role.rawValue, rowsRead: rowCount, rowsUsed: rowCount - setAside.values.reduce(0, +),
      rowsSetAside: setAside, digest: digest?.value ?? "",
      format: FileFormat(
        encoding: table.encoding,
        delimiter: table.isMade ? nil : Delimiter.allCases.first { $0.byte == table.delimiter },
        decimalSign: decimalSign, unreadColumns: unreadColumns))
  }

  /// The headings of the columns that say nothing to a file of this sort; an actor file keeps them all, a file of claims
  /// those with a heading.
  private var unreadColumns: [String] {
    guard role != .actors else { return [] }
    let read = headings.columns(role.words)
    let unread = headings.names.enumerated().filter { column, name in
      !read.contains(column) && (role != .claims || name.isEmpty)
    }
    return unread.map { column, name in
      name.isEmpty ? "column \(column + 1), which has no heading" : name
    }
  }

  /// Names what was not read, once the rows are.
  mutating func noteUnreadColumns() {
    let unread = unreadColumns
    guard !unread.isEmpty else { return }
    let names = unread.map { "'\($0.excerpt)'" }.joined(separator: ", ")
    remark("unread-column", "\(unread.count == 1 ? "This column was" : "These columns were") not read: \(names).")
  }

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

  func word<Word: RawRepresentable<String> & CaseIterable>(_ row: Int, _ column: Int) throws(BuzzlineError) -> Word {
    let text = try requiredText(row, column)
    if let word = Word(rawValue: text.lowercased()) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw BuzzlineError(
      .invalidValue, at: table.place(row, column),
      "'\(text)' is no \(table.headings[column]); it is one of \(words.joined(separator: ", ")).")
  }

  /// Sets a row aside that begins at a place.
  mutating func setAside(at place: Place, _ reason: String, _ message: String) {
    setAside[reason, default: 0] += 1
    remarks.append(Remark(reason, message, at: inThisFile(place), setsRowAside: true))
  }

  /// Sets so many rows aside for one reason, which is remarked once.
  mutating func setAside(rows count: Int, _ reason: String, _ message: String, instances: [Remark.Instance] = []) {
    setAside[reason, default: 0] += count
    remarks.append(Remark(reason, message, at: Place(file: name), setsRowAside: true, instances: instances))
  }

  mutating func remark(
    _ reason: String, _ message: String, at place: Place = Place(), instances: [Remark.Instance] = []
  ) {
    remarks.append(Remark(reason, message, at: inThisFile(place), instances: instances))
  }

  func inThisFile(_ place: Place) -> Place {
    var place = place
    place.file = name
    return place
  }

  var actorColumns: [Int] {
    switch role {
    case .actors: headings.columns(["id"])
    case .aliases: headings.columns(["actor"])
    case .claims: headings.columns(["respondent", "partner"])
    case .responses, .answers: headings.columns(["respondent"])
    case .questions: []
    case .ties: headings.columns(["source", "target"])
    case .memberships: headings.columns(["member"])
    }
  }

  /// Where texts first stand in some columns, row by row.
  ///
  /// - Complexity: O(size of the file) time, less where all are found before.
  func places(of texts: Set<String>, in columns: [Int]) -> [String: Place] {
    guard !texts.isEmpty, !columns.isEmpty else { return [:] }
    if let plain { return plain.places(of: texts, in: columns).mapValues(inThisFile) }
    var places: [String: Place] = [:]
    for row in 0..<table.rowCount where places.count < texts.count {
      for column in columns {
        guard let text = statedText(row, column), texts.contains(text), places[text] == nil else { continue }
        places[text] = inThisFile(table.place(row, column))
      }
    }
    return places
  }
}
