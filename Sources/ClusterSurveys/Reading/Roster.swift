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

  init(_ file: inout StudyFile, workers: Workers) throws(BuzzlineError) {
    isClosed = true
    if let scan = file.plain?.actors {
      (actors, labels, firstNamed) = (scan.actors, scan.labels, scan.positions ?? [])
      (isIndexed, isOrdered) = (false, true)
    } else {
      (actors, positions) = try file.actors()
    }
    file.noteSharedNames(of: actors, workers: workers)
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

  /// Whether an actor has this very identifier.
  ///
  /// - Precondition: the roster is indexed.
  func holds(_ id: String) -> Bool {
    precondition(isIndexed, "who asks for actors indexes the roster before")
    return positions[id] != nil
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
      // The careful reader reports unknown actors, since it knows the place.
      guard let position = isClosed ? position(of: id) : position(of: id, named: Place()) else { return nil }
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
}

/// Names that stand for no actor of the actor file, gathered so that one error names them all.
private struct UnknownActors {
  private var names: [(name: String, place: Place)] = []
  private var known: Set<String> = []

  /// More names than this are not written out.
  private static let most = 50

  /// Takes a name; of one that occurs more than once, the first place counts.
  mutating func note(_ name: String, at place: @autoclosure () -> Place) {
    if known.insert(name).inserted { names.append((name, place())) }
  }

  /// The error that names them all; `nil` if there are none.
  func error(among actors: [NetworkActor]) -> BuzzlineError? {
    guard let first = names.first else { return nil }
    let nearest = NearestActors(to: names.prefix(Self.most).map(\.name), among: actors)
    guard names.count > 1 else {
      return BuzzlineError(
        .unknownActor, at: first.place,
        "'\(first.name.excerpt)' is not in the actor file." + nearest.hint(for: first.name))
    }
    let listed = names.lazy.map { name, place -> String in
      let position = [place.file == first.place.file ? nil : place.file, "line \(place.line ?? 0)"]
      return "'\(name.excerpt)' (\(position.compactMap(\.self).joined(separator: ", "))"
        + nearest.shortHint(for: name) + ")"
    }
    return BuzzlineError(
      .unknownActor, at: first.place,
      "\(names.count) names are not in the actor file: \(listed.listed(Self.most)).")
  }
}
