internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// The files of a study, opened and sorted by what they hold.
struct StudyFiles {
  private let options: ReadingOptions
  private let work: ReadingWork
  private var waiting: [StudyFile] = []
  private var finished: [StudyFile] = []
  private var folderRemarks: [Remark] = []
  /// The exports that a mapping read.
  private var exports: [FileAccount] = []

  init(
    _ paths: [URL], networks: [NetworkTables], options: ReadingOptions, work: ReadingWork
  ) throws(BuzzlineError) {
    (self.options, self.work) = (options, work)
    if let actors = options.actorsFile { try open(actors, as: .actors) }
    for network in networks { open(network) }
    for path in paths {
      var isFolder: ObjCBool = false
      guard InputStream.isStream(path) || FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder)
      else {
        throw BuzzlineError(.noInput, at: Place(file: path.relativePath), "There is no such file or folder.")
      }
      if isFolder.boolValue {
        try openFolder(path)
      } else if SurveyMapping.isOne(path) {
        try openMapping(SurveyMapping(path))
      } else {
        try open(path, as: nil)
      }
    }
    try checkSorts(paths)
    try checkOptions()
  }

  private mutating func open(_ file: URL, as role: FileRole?) throws(BuzzlineError) {
    // The actor file, where it was read fast before the files that name its actors.
    let actors = waiting.lazy.compactMap { $0.plain?.actors }.first
    let streamed = InputStream.isStream(file) ? try InputStream.bytes(of: file) : nil
    do {
      waiting.append(
        try StudyFile(file, streamed: streamed, as: role, among: actors, options: options, work: work))
    } catch {
      guard role == nil,
        let other = try StudyFile(insteadOf: error, file, streamed: streamed, options: options, work: work)
      else { throw error }
      waiting.append(other)
    }
    if role == nil { try waiting.last?.checkIsNoExport() }
  }

  /// Takes the tables of a network file; an actor file that was named describes the actors instead of it.
  private mutating func open(_ network: NetworkTables) {
    let digest = (try? MappedFile(network.url)).map { FileDigest(of: $0, workers: work.workers) }
    for (role, sheet) in [(FileRole.actors, network.nodes), (.ties, network.ties)] {
      guard role == .ties || options.actorsFile == nil else { continue }
      waiting.append(
        StudyFile(
          network.url, CSVTable(sheet), as: role, keepsHeadings: true, digest: digest, options: options))
    }
    folderRemarks += network.remarks
  }

  /// Opens what a mapping makes of exports, with the files it names beside them.
  private mutating func openMapping(_ mapping: SurveyMapping) throws(BuzzlineError) {
    if let actors = mapping.actors, options.actorsFile == nil { try open(actors, as: .actors) }
    if let aliases = mapping.aliases { try open(aliases, as: .aliases) }
    let study = try MappedStudy(mapping, workers: work.workers)
    for (role, url, table) in study.tables { waiting.append(StudyFile(url, table, as: role, options: options)) }
    exports += study.accounts
    folderRemarks += study.remarks
  }

  private mutating func openFolder(_ folder: URL) throws(BuzzlineError) {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } catch {
      throw BuzzlineError(.noInput, at: Place(file: folder.relativePath), "The folder cannot be read.")
    }
    var mapped: Set<String> = []
    for name in names where SurveyMapping.folderNames.contains(name) {
      let mapping = try SurveyMapping(folder.appending(path: name))
      try openMapping(mapping)
      mapped.formUnion(mapping.files.map(\.lastPathComponent))
    }
    for name in names where name.hasSuffix(".csv") && !mapped.contains(name) {
      let role = FileRole(ofFile: name)
      if let role, !(role == .actors && options.actorsFile != nil) {
        try open(folder.appending(path: name), as: role)
      } else {
        folderRemarks.append(
          Remark("unread-file", "This file has no name of a study's files and was not read.", at: Place(file: name)))
      }
    }
    guard makesTies else {
      let exports = mapped.isEmpty ? UnmappedExports(in: folder, names) : nil
      throw BuzzlineError(
        .noInput, at: Place(file: folder.relativePath),
        "The folder holds neither claims.csv nor ties.csv nor memberships.csv." + (exports?.hint ?? "")
          + (UnnamedNetworks(in: folder, names).hint ?? ""))
    }
  }

  /// Refuses what cannot be joined: two files of actors or of memberships, or nothing that makes ties.
  ///
  /// Of aliases there may be several, such as a review of names.
  private func checkSorts(_ paths: [URL]) throws(BuzzlineError) {
    for role in [FileRole.actors, .memberships] where waiting.count(where: { $0.role == role }) > 1 {
      throw BuzzlineError(
        .malformed, at: Place(file: waiting.last { $0.role == role }?.table.file),
        "This is a second file of \(role.rawValue); a study has one.")
    }
    guard makesTies else {
      throw BuzzlineError(.noInput, at: Place(file: paths.first?.relativePath), "Nothing named holds ties or claims.")
    }
  }

  /// Refuses options that nothing named can follow.
  private func checkOptions() throws(BuzzlineError) {
    for (role, words) in [(FileRole.actors, FileRole.actors.words[...]), (.ties, FileRole.ties.required)] {
      guard let word = words.first(where: { options.heading(for: $0) != nil }), !hold(role) else { continue }
      throw BuzzlineError(
        .unknownColumn,
        "--\(word)-column names a column of the \(role == .actors ? "actor file" : "file of ties"), but "
          + "there is none.")
    }
    guard options.membershipTies == nil || hold(.memberships) else {
      throw BuzzlineError(
        .invalidOptions, "--memberships says how a list of members makes ties, but no file is one.")
    }
    guard options.weightMeaning != .none, hold(.claims) || hold(.ties) else { return }
    let tables = waiting.filter { $0.role == .ties || $0.role == .claims }
    for file in tables where try file.headings.column("weight") != nil { return }
    throw BuzzlineError(
      .unknownColumn, at: Place(file: tables.first?.table.file),
      "Weights are declared as \(options.weightMeaning.rawValue), but no column holds them; the headings are "
        + "\(tables.first?.headings.listed ?? ""); name the right one with --weight-column.")
  }

  /// Whether there is anything of which ties can be made.
  private var makesTies: Bool { [FileRole.claims, .ties, .memberships].contains(where: hold) }

  /// Whether a file of a sort is still to be read.
  func hold(_ role: FileRole) -> Bool { waiting.contains { $0.role == role } }

  /// Reads all files of a sort, and keeps them with what became of their rows.
  mutating func read(
    _ role: FileRole, by body: (inout StudyFile) throws(BuzzlineError) -> Void
  ) throws(BuzzlineError) {
    while let place = waiting.firstIndex(where: { $0.role == role }) {
      var file = waiting.remove(at: place)
      try body(&file)
      file.noteUnreadColumns()
      finished.append(file)
    }
  }

  /// Where names first stand in the files that were read, in the order in which they were.
  ///
  /// - Parameter columns: The columns of a file to look in.
  func places(of names: Set<String>, in columns: (StudyFile) -> [Int]) -> [String: Place] {
    var places: [String: Place] = [:]
    for file in finished where places.count < names.count {
      places.merge(file.places(of: names.filter { places[$0] == nil }, in: columns(file))) { first, _ in first }
    }
    return places
  }

  /// The labels of all files that may be somebody else than they were read as, each with its first place.
  var doubtfulLabels: [DoubtfulLabel] { finished.flatMap(\.doubtfulLabels) }

  /// Where the actors were read from, if there was an actor file that can be read again.
  var actorFile: URL? { finished.first { $0.role == .actors && !InputStream.isStream($0.url) }?.url }

  /// The headings of the actor file; `nil` where there is none.
  var actorHeadings: [String]? { finished.first { $0.role == .actors }?.headings.names }

  var accounts: [FileAccount] { exports + finished.map(\.account) }

  /// All remarks in the order of the files, then those on the study as a whole.
  func remarks(on survey: Survey) -> [Remark] {
    var remarks = folderRemarks + finished.flatMap(\.remarks)
    let unnamed = survey.unnamedActorCount
    if survey.ties.isEmpty && survey.claims.isEmpty {
      remarks.append(Remark("no-ties", "No row makes a tie; most measures are not defined without any."))
    } else if unnamed > 0 {
      remarks.append(Remark("unnamed-actor", "\(unnamed) actors occur in no tie and no claim."))
    }
    if !survey.claims.isEmpty && survey.responses.isEmpty {
      remarks.append(
        Remark(
          "inferred-responses",
          "No file says who answered; whoever makes a claim under an item counts as having answered."))
    }
    return remarks
  }

  func checkActors(_ roster: Roster) throws(BuzzlineError) {
    guard roster.actors.isEmpty else { return }
    throw BuzzlineError(
      .empty, at: Place(file: finished.last?.table.file),
      "There is a heading but no row below it, so there are no actors.")
  }
}

extension Survey {
  /// How many actors neither a tie nor a claim names.
  fileprivate var unnamedActorCount: Int {
    var isNamed = [Bool](repeating: false, count: actors.count)
    if let plain = ties.plain {
      for source in plain.sources { isNamed[Int(source)] = true }
      for target in plain.targets { isNamed[Int(target)] = true }
    } else {
      for tie in ties { (isNamed[tie.source], isNamed[tie.target]) = (true, true) }
    }
    for claim in claims.entries {
      isNamed[Int(claim.respondent)] = true
      if claim.isAboutActor { isNamed[Int(claim.partner)] = true }
    }
    return isNamed.count { !$0 }
  }
}
