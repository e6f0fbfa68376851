internal import DataFiles
internal import KnowledgeNetworks

/// Which column of the actor file is which.
struct ActorColumns: Sendable {
  let id: Int
  let name: Int?
  let kind: Int?
  let cluster: Int?
  let region: Int?
  let country: Int?
  /// Columns kept as attributes, with their headings: all but the canonical ones.
  let attributes: [(column: Int, heading: String)]

  init(of headings: KnownHeadings) throws(BuzzlineError) {
    id = try headings.requiredColumn("id")
    name = try headings.column("name")
    kind = try headings.column("kind")
    cluster = try headings.column("cluster")
    region = try headings.column("region")
    country = try headings.column("country")
    let words = FileRole.actors.words
    attributes = headings.names.enumerated().filter { !$1.isEmpty && !words.contains($1.lowercased()) }.map { ($0, $1) }
  }
}

extension StudyFile {
  /// Reads the actor file: the actors, and where the actor of each identifier stands.
  mutating func actors() throws(BuzzlineError) -> (actors: [NetworkActor], positions: [String: Int]) {
    guard table.rowCount > 0 else {
      throw BuzzlineError(.empty, at: Place(file: table.file), "There is a heading but no actor below it.")
    }
    let columns = try ActorColumns(of: headings)
    var (actors, rows, positions) = ([NetworkActor](), [Int](), [String: Int]())
    actors.reserveCapacity(table.rowCount)
    positions.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      guard let id = try namedActor(row, columns.id) else { continue }
      if let first = positions.updateValue(actors.count, forKey: id) {
        throw BuzzlineError(
          .duplicateActor, at: table.place(row, columns.id),
          "The actor '\(id)' stands here a second time; the first is in line \(table.place(rows[first]).line ?? 0).")
      }
      actors.append(actor(id, row, columns))
      rows.append(row)
    }
    return (actors, positions)
  }

  private func actor(_ id: String, _ row: Int, _ columns: ActorColumns) -> NetworkActor {
    var attributes: [String: String] = [:]
    for (column, heading) in columns.attributes { attributes[heading] = statedText(row, column) }
    return NetworkActor(
      id: id, name: columns.name.flatMap { table.text(row, $0) },
      kind: statedText(row, columns.kind).map { ActorKind(spelling: $0) },
      cluster: statedText(row, columns.cluster).map(Cluster.init(rawValue:)), region: statedText(row, columns.region),
      country: statedText(row, columns.country), attributes: attributes)
  }

  /// Says which actors share a name.
  mutating func noteSharedNames(of actors: [NetworkActor], workers: Workers) {
    // Identifiers differ, so that names that are no more than these differ too.
    guard actors.contains(where: { $0.name != $0.id }) else { return }
    // Only to tell names apart that differ; which numbers they are is without effect.
    let candidates = RecurringNames(actors.count, workers: workers) { actors[$0].name.hashValue }.candidates
    let byName = Dictionary(grouping: candidates, by: { actors[$0].name }).filter { $0.value.count > 1 }
    let places = places(of: Set(byName.values.joined().map { actors[$0].id }), in: actorColumns)
    for (name, sharers) in byName.sorted(by: { NaturalOrder.precedes($0.key, $1.key) }) {
      let ids = sharers.map { actors[$0].id }.sorted(by: NaturalOrder.precedes)
      remark(
        "same-name", "\(sharers.count) actors are called '\(name.excerpt)': \(ids.listed(20)).",
        instances: ids.map { Remark.Instance("'\($0)'", at: places[$0] ?? Place()) })
    }
  }
}

extension ActorKind {
  /// One of the four shared kinds however it is spelt (`Large firm`, `SME`), any other word as it stands.
  init(spelling word: String) {
    let plain = Self.plainSpelling(of: word)
    self = Self.shared.first { $0.rawValue == plain } ?? ActorKind(rawValue: word)
  }

  private static let (space, hyphen) = (UInt8(ascii: " "), UInt8(ascii: "-"))

  /// The kinds that cluster studies share.
  static let shared: [ActorKind] = [.sme, .largeFirm, .researchInstitute, .clusterManagement]

  /// In small letters, without blanks and hyphens: `large_firm`.
  static func plainSpelling(of word: String) -> String {
    let word = word.lowercased()
    return word.utf8.contains { $0 == space || $0 == hyphen }
      ? word.replacing(" ", with: "_").replacing("-", with: "_") : word
  }
}
