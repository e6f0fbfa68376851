internal import DataFiles
public import Foundation
public import KnowledgeNetworks

/// How files are read, as far as it is without effect on what is read.
struct ReadingWork: Sendable {
  let workers: Workers
  /// Whether what became of the rows is recorded; without, digests are empty and doubts are kept back.
  var isAccounted = true
  /// About how many bytes of a plain file a worker reads at a time; by default what is fastest.
  var chunkSize: Int?
  /// Whether plain files are read fast.
  var isFast = true
}

extension Survey {
  /// Reads a study: a folder of canonical files, single files of one, or one plain edge list.
  ///
  /// Every row is used or set aside with a remark; nothing is dropped in silence. Nothing but the places of remarks
  /// and ``fileOrder`` depends on the order of the rows.
  ///
  /// - Parameters:
  ///   - paths: Folders and files.
  ///   - options: Headings, formats and meanings that are not the canonical ones.
  ///   - workers: Who reads large files of ties; without effect on the result.
  /// - Throws: ``BuzzlineError`` with file, line and column if something is missing, broken or contradicts itself;
  ///   `.outOfMemory` before anything is read if the files are too large for the memory there is.
  /// - Complexity: O(size of the files) time and space, about 4 bytes a byte of a plain file of ties, 10 of an actor file
  ///   and 32 of claims and of ties with further columns, the network made of them included, and O(*n* log *n*) for *n* actors.
  ///   Of an export that a mapping reads, 6 bytes a byte where each row names a partner, 320 bytes a cell where each cell
  ///   may make a claim.
  public init(
    contentsOf paths: [URL], options: ReadingOptions = ReadingOptions(), workers: Workers = .all
  ) throws(BuzzlineError) {
    try self.init(contentsOf: paths, options: options, work: ReadingWork(workers: workers))
  }

  /// Reads a study of which some files were read before, as they hold networks.
  package init(
    contentsOf paths: [URL], networks: [NetworkTables], options: ReadingOptions, workers: Workers
  ) throws(BuzzlineError) {
    var options = options
    if !networks.isEmpty, networks.allSatisfy({ !$0.isDirected }) { options.isDirected = false }
    try self.init(contentsOf: paths, networks: networks, options: options, work: ReadingWork(workers: workers))
  }

  init(
    contentsOf paths: [URL], networks: [NetworkTables] = [], options: ReadingOptions, work: ReadingWork
  ) throws(BuzzlineError) {
    try work.workers.afford(MemoryNeed(toRead: paths, options: options))
    var files = try StudyFiles(paths, networks: networks, options: options, work: work)
    self.init(actors: [], isDirected: options.isDirected, weightMeaning: options.weightMeaning)
    (self.options, ties) = (options, TieList())
    var roster = Roster()
    try files.read(.actors) { file throws(BuzzlineError) in roster = try Roster(&file, workers: work.workers) }
    if files.hold(.aliases) || files.hold(.claims) { roster.index() }
    try files.read(.aliases) { file throws(BuzzlineError) in
      var aliases = roster.aliases
      try aliases.read(&file, roster)
      roster.aliases = aliases
    }
    if files.hold(.claims) {
      let resolver = PartnerResolver(roster)
      try files.read(.claims) { file throws(BuzzlineError) in
        let stated = try file.claims(&roster, resolver)
        if claims.isEmpty { claims = stated } else { claims += stated }
      }
    }
    try files.read(.responses) { file throws(BuzzlineError) in
      responses = try file.responses(&roster).joined(to: responses)
    }
    try files.read(.questions) { file throws(BuzzlineError) in questions += try file.questions() }
    try files.read(.answers) { file throws(BuzzlineError) in
      answers += try file.answers(&roster, questions, besides: answers)
    }
    try files.read(.ties) { file throws(BuzzlineError) in ties.append(try file.ties(&roster, work: work)) }
    var members: [Memberships.Membership]?
    try files.read(.memberships) { file throws(BuzzlineError) in members = try file.memberships(&roster) }
    try roster.checkNames()
    try files.checkActors(roster)
    let made = try members.flatMap { stated throws(BuzzlineError) in
      try take(stated, amongActors: roster.actors.count, workers: work.workers)
    }
    try finish(roster, files, work)
    noteMemberships(made)
    try readMembers(under: files.actorHeadings)
    try readStatedPipelines(under: files.actorHeadings ?? [])
    try readPresence(under: files.actorHeadings ?? [])
  }

  /// Takes the roster, puts it into its order and moves everything along.
  private mutating func finish(_ roster: Roster, _ files: StudyFiles, _ work: ReadingWork) throws(BuzzlineError) {
    (actors, fileOrder) = (roster.actors, roster.fileOrder)
    if work.isAccounted {
      let alike = AlikeIdentifiers(of: roster, workers: work.workers)
      remarks = files.remarks(on: self) + files.nameDoubts(roster, alike, workers: work.workers)
      nameReview = files.nameReview(roster, alike, of: self, workers: work.workers)
    }
    // After the remarks, since they wait for the digests.
    (accounts, actorFile) = (files.accounts, files.actorFile)
    guard !roster.isOrdered else { return }
    let order = IdentifierOrder(of: actors.map(\.id))
    guard !order.isAscending else { return }
    let ranks = order.ranks
    ties = try ties.moved(to: ranks, workers: work.workers)
    actors = order.positions.map { actors[Int($0)] }
    fileOrder = fileOrder.map { Int(ranks[$0]) }
    memberships = memberships?.moved(to: ranks.map(Int.init), among: actors.count)
    claims.move(to: ranks)
    for position in responses.indices { responses[position].respondent = Int(ranks[responses[position].respondent]) }
    for position in answers.indices { answers[position].respondent = Int(ranks[answers[position].respondent]) }
  }
}

extension KnowledgeNetwork {
  /// Reads a network from a file of ties.
  ///
  /// The same network as `Survey(contentsOf:).reconciled().network` makes of these files, without the account of rows
  /// and remarks: the roster ascends by identifier, rows that tie an actor to itself or weigh 0 are left out, and
  /// repeated ties add up. A file whose columns name only the two ends is mapped and read on several threads, without
  /// text for each cell; any other is read with care.
  ///
  /// Properties:
  /// - The number of workers is without effect on the network.
  /// - The order of the rows is without effect on the network.
  ///
  /// - Parameters:
  ///   - ties: The file of ties.
  ///   - actors: The actor file; without one, actors are whoever is named.
  ///   - options: Headings, formats and meanings that are not the canonical ones.
  ///   - workers: Who reads.
  /// - Throws: `BuzzlineError` with file, line and column if something is missing, broken or contradicts itself.
  /// - Complexity: O(size of the files) time and space, and O(*n* log *n*) for *n* actors.
  public init(
    contentsOfTies ties: URL, actors: URL? = nil, options: ReadingOptions = ReadingOptions(), workers: Workers = .all
  ) throws(BuzzlineError) {
    var options = options
    options.actorsFile = actors ?? options.actorsFile
    let survey = try Survey(
      contentsOf: [ties], options: options, work: ReadingWork(workers: workers, isAccounted: false))
    do { self = try survey.reconciled(workers: workers).network } catch {
      throw BuzzlineError(error.code == .cancelled ? .cancelled : .malformed, at: error.place, error.message)
    }
  }
}

extension MemoryNeed {
  /// What it takes to read files and make a network of them, by their sizes.
  ///
  /// Files are not opened but to look at the headings of what may be a plain file of ties. What is missing counts as
  /// nothing; reading it says so.
  fileprivate init(toRead paths: [URL], options: ReadingOptions) {
    let named = paths.flatMap(Self.files(at:)) + (options.actorsFile.map { [($0, .actors, nil)] } ?? [])
    let bytes = named.reduce(0) { sum, file in
      let perByte = file.export.map(Self.bytesAByte(of:)) ?? Self.bytesAByte(of: file.url, file.role, options)
      return sum + Self.size(of: file.url) * perByte
    }
    self.init("Reading", bytes: bytes, advice: "a study of fewer rows")
  }

  /// How many bytes are held for each byte of a file: cells of a table take far more than their text.
  private static func bytesAByte(of url: URL, _ role: FileRole?, _ options: ReadingOptions) -> Int {
    switch role {
    case .actors, .responses, .questions: return 10
    case .claims, .aliases, .answers, .memberships: return 32
    case .ties, nil:
      guard !InputStream.isStream(url), let file = try? MappedFile(url),
        let heading = PlainHeading(
          file.bytes, file: url.relativePath, delimiter: options.delimiter, encoding: options.encoding)
      else { return 32 }
      let headings = KnownHeadings(of: heading.table, options: options)
      let isPlain = (try? role ?? headings.role()) == .ties && TieLayout(heading, headings) != nil
      return isPlain ? 4 : 32
    }
  }

  /// The same of an export, as measured: where cells may make claims, by how many of them its beginning has.
  private static func bytesAByte(of export: SourceMapping) -> Int {
    let isLong = export.list == nil && export.items.allSatisfy { $0.columns == nil }
    guard !isLong, let file = try? MappedFile(export.url) else { return isLong ? 6 : 20 }
    let head = withExtendedLifetime(file) { Array(file.bytes.prefix(1 << 20)) }
    let delimiter = (export.delimiter ?? Delimiter.detected(in: head[...])).byte
    let cells = head.count { $0 == delimiter || $0 == lineFeed }
    return max(32, 320 * cells / max(1, head.count))
  }

  private static func files(at path: URL) -> [(url: URL, role: FileRole?, export: SourceMapping?)] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path.path) else {
      // Cells of exports are kept as those of claims are.
      guard SurveyMapping.isOne(path), let mapping = try? SurveyMapping(path) else { return [(path, nil, nil)] }
      return mapping.files.map { url in (url, .claims, mapping.sources.first { $0.url == url }) }
    }
    let mappings = names.filter(SurveyMapping.folderNames.contains).flatMap { files(at: path.appending(path: $0)) }
    return mappings
      + names.filter { $0.hasSuffix(".csv") }.compactMap { name in
        FileRole(ofFile: name).map { (path.appending(path: name), $0, nil) }
      }
  }

  private static func size(of url: URL) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int) ?? 0
  }
}
