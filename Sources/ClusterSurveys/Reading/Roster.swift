internal import DataFiles
internal import KnowledgeNetworks

/// The actors of a study while it is being read.
struct Roster {
  private(set) var actors: [NetworkActor] = []
  private var positions: [String: Int] = [:]
  /// Whether ``positions`` has every actor.
  private var isIndexed = true
  /// Whether the actors ascend by identifier, as they do in a survey.
  private(set) var isOrdered = false
  /// Where the first of the actors stand, in the order in which the files name them.
  private var firstNamed: [UInt32] = []
  /// Whether an actor file settles who there is; without one, actors are whoever is named.
  let isClosed: Bool
  /// The labels of kinds, clusters, regions and countries where the fast reader collected them.
  private(set) var labels = [Set<String>?](repeating: nil, count: 4)
  /// Which labels stand for which actors.
  var aliases = Aliases()
  /// Who was named and is not in the actor file.
  private var unknown = UnknownActors()

  init() { isClosed = false }

  /// Reads the actor file.
  init(_ file: inout StudyFile, workers: Workers) throws(BuzzlineError) {
    isClosed = true
    if case .actors(let scan) = file.plain {
      actors = scan.actors
      labels = scan.labels
      firstNamed = scan.positions ?? []
      (isIndexed, isOrdered) = (false, true)
    } else {
      try read(&file)
    }
    noteSharedNames(in: &file, workers: workers)
  }

  /// Reads the actor file row by row.
  private mutating func read(_ file: inout StudyFile) throws(BuzzlineError) {
    guard file.table.rowCount > 0 else {
      throw BuzzlineError(.empty, at: Place(file: file.table.file), "There is a heading but no actor below it.")
    }
    let columns = try ActorColumns(id: try file.requiredColumn("id"), of: file.table, column: file.column)
    actors.reserveCapacity(file.table.rowCount)
    positions.reserveCapacity(file.table.rowCount)
    var rows: [Int] = []
    for row in 0..<file.table.rowCount {
      guard let id = try file.namedActor(row, columns.id) else { continue }
      if let first = positions.updateValue(actors.count, forKey: id) {
        let line = file.table.place(rows[first]).line ?? 0
        throw BuzzlineError(
          .duplicateActor, at: file.table.place(row, columns.id),
          "The actor '\(id)' stands here a second time; the first is in line \(line).")
      }
      actors.append(columns.actor(id, row, in: file))
      rows.append(row)
    }
  }

  /// The positions of all actors in the order in which the files name them.
  var fileOrder: [Int] { firstNamed.map(Int.init) + (firstNamed.count..<actors.count) }

  /// Where the actor stands that an identifier, or else an alias, means.
  ///
  /// - Precondition: the roster is indexed.
  func position(of name: String) -> Int? {
    precondition(isIndexed, "who asks for positions indexes the roster before")
    return positions[name] ?? aliases.actor(for: name).flatMap { positions[$0] }
  }

  /// The position of an actor that must exist, or that comes to exist by being named; `nil` if it must but does not,
  /// which ``checkNames()`` tells of.
  mutating func position(of name: String, named place: @autoclosure () -> Place) -> Int? {
    index()
    if let position = position(of: name) { return position }
    guard !isClosed else {
      unknown.note(name, at: place())
      return nil
    }
    let id = aliases.actor(for: name) ?? name
    positions[id] = actors.count
    actors.append(NetworkActor(id: id))
    isOrdered = false
    return actors.count - 1
  }

  /// Refuses a study that names actors who are not in the actor file, all of them at once.
  func checkNames() throws(BuzzlineError) {
    if let error = unknown.error(among: actors) { throw error }
  }

  /// The positions of actors that must exist, or that come to exist by being named in this order; `nil` if one must
  /// but does not.
  mutating func positions(of ids: [String]) -> [UInt32]? {
    if actors.isEmpty, !isClosed, aliases.areEmpty {
      // In the order they have in the survey, where they need not move again. As most studies hold one file of ties,
      // nobody may ever ask for any of them.
      let order = IdentifierOrder(of: ids)
      actors.reserveCapacity(ids.count)
      for position in order.positions { actors.append(NetworkActor(id: ids[Int(position)])) }
      firstNamed = order.ranks
      (isIndexed, isOrdered) = (false, true)
      return firstNamed
    }
    guard !ids.isEmpty else { return [] }
    index()
    var positions: [UInt32] = []
    positions.reserveCapacity(ids.count)
    for id in ids {
      let known = position(of: id)
      // The careful reader reports unknown actors, since it knows the place.
      guard known != nil || !isClosed, let position = known ?? position(of: id, named: Place()) else { return nil }
      positions.append(UInt32(position))
    }
    return positions
  }

  /// Makes sure that every actor is found by its identifier.
  mutating func index() {
    guard !isIndexed else { return }
    for position in actors.indices { positions[actors[position].id] = position }
    isIndexed = true
  }

  private func noteSharedNames(in file: inout StudyFile, workers: Workers) {
    // Identifiers differ, so that names that are no more than these differ too.
    guard actors.contains(where: { $0.name != $0.id }) else { return }
    let candidates = RecurringNames(of: actors, workers: workers).candidates
    let byName = Dictionary(grouping: candidates, by: { actors[$0].name }).filter { $0.value.count > 1 }
    let all = Set(byName.values.joined().map { actors[$0].id })
    let places = file.places(of: all, in: file.actorColumns)
    for (name, sharers) in byName.sorted(by: { NaturalOrder.precedes($0.key, $1.key) }) {
      let ids = sharers.map { actors[$0].id }.sorted(by: NaturalOrder.precedes)
      let shown = ids.prefix(20).joined(separator: ", ") + (ids.count > 20 ? " and \(ids.count - 20) more" : "")
      file.remark(
        "same-name", "\(sharers.count) actors are called '\(name.prefix(80))': \(shown).",
        instances: ids.map { Remark.Instance("'\($0)'", at: places[$0] ?? Place()) })
    }
  }
}

extension ActorColumns {
  /// The actor in a row.
  fileprivate func actor(_ id: String, _ row: Int, in file: StudyFile) -> NetworkActor {
    var stated: [String: String] = [:]
    for (column, heading) in attributes { stated[heading] = file.statedText(row, column) }
    return NetworkActor(
      id: id, name: name.flatMap { file.table.text(row, $0) },
      kind: file.statedText(row, kind).map { ActorKind(spelling: $0) },
      cluster: file.statedText(row, cluster).map(Cluster.init(rawValue:)), region: file.statedText(row, region),
      country: file.statedText(row, country), attributes: stated)
  }
}

extension ActorKind {
  /// One of the four shared kinds however it is spelt (`Large firm`, `SME`), any other word as it stands.
  init(spelling word: String) {
    let plain = word.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    self =
      [.sme, .largeFirm, .researchInstitute, .clusterManagement].first { $0.rawValue == plain }
      ?? ActorKind(rawValue: word)
  }
}
