public import Foundation
public import KnowledgeNetworks

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
  public init(
    contentsOf paths: [URL], options: ReadingOptions = ReadingOptions(), workers: Workers = .all
  ) throws(BuzzlineError) {
    try self.init(contentsOf: paths, options: options, work: ReadingWork(workers: workers))
  }

  init(contentsOf paths: [URL], options: ReadingOptions, work: ReadingWork) throws(BuzzlineError) {
    try work.workers.afford(MemoryNeed(toRead: paths, options: options))
    var files = try StudyFiles(paths, options: options, work: work)
    var roster = Roster()
    if var file = files.take(.actors) {
      roster = try Roster(&file, workers: work.workers)
      files.finish(file)
    }
    if files.namesActorsByWord { roster.index() }
    if var file = files.take(.aliases) {
      roster.aliases = try Aliases(&file, roster)
      files.finish(file)
    }
    var claims: [Claim] = []
    var responses: [Response] = []
    var ties = TieList()
    if files.hold(.claims) {
      let resolver = PartnerResolver(roster)
      while var file = files.take(.claims) {
        claims += try file.claims(&roster, resolver, decimalSign: options.decimalSign)
        files.finish(file)
      }
    }
    while var file = files.take(.responses) {
      responses += try file.responses(&roster)
      files.finish(file)
    }
    while var file = files.take(.ties) {
      ties.append(try file.ties(&roster, decimalSign: options.decimalSign, work: work))
      files.finish(file)
    }
    try roster.checkNames()
    try files.checkActors(roster)
    try self.init(
      roster, claims: claims, responses: responses, ties: ties, files: files, options: options, work: work)
  }

  /// Puts the roster into its order and moves everything along.
  private init(
    _ roster: Roster, claims: [Claim], responses: [Response], ties: TieList, files: StudyFiles, options: ReadingOptions,
    work: ReadingWork
  ) throws(BuzzlineError) {
    // Before the accounts, which wait for the digests.
    let remarks =
      work.isAccounted
      ? files.remarks(claims: claims, responses: responses, ties: ties, actors: roster.actors.count)
        + NameDoubts(roster, workers: work.workers).remarks(in: files) : []
    self.init(
      actors: roster.actors, fileOrder: roster.fileOrder, claims: claims, responses: responses,
      isDirected: options.isDirected, weightMeaning: options.weightMeaning, accounts: files.accounts, remarks: remarks)
    self.ties = ties
    decimalSign = options.decimalSign
    actorFile = files.actorFile.map { ActorFile(url: $0, options: options) }
    guard !roster.isOrdered else { return }
    let order = IdentifierOrder(of: actors.map(\.id))
    guard !order.isAscending else { return }
    self.ties = try ties.moved(to: order.ranks, workers: work.workers)
    move(to: order)
  }

  /// Puts everything but the ties at the places of an order.
  private mutating func move(to order: IdentifierOrder) {
    let ranks = order.ranks.map(Int.init)
    actors = order.positions.map { actors[Int($0)] }
    fileOrder = fileOrder.map { ranks[$0] }
    for position in claims.indices {
      claims[position].respondent = ranks[claims[position].respondent]
      if case .actor(let partner) = claims[position].partner { claims[position].partner = .actor(ranks[partner]) }
    }
    for position in responses.indices { responses[position].respondent = ranks[responses[position].respondent] }
  }
}
