internal import DataFiles
internal import KnowledgeNetworks

extension StudyFiles {
  /// Doubts about the names of a whole study: identifiers and labels that may mean the same, identifiers that a
  /// spreadsheet rounded, labels that may say that nothing is known.
  ///
  /// - Complexity: O(*n* *l*) time for *n* actors with names of *l* bytes and what sorting the labels takes; O(*n*)
  ///   space.
  func nameDoubts(_ roster: Roster, _ alike: AlikeIdentifiers, workers: Workers) -> [Remark] {
    let doubts = identifierDoubts(roster, alike)
    guard roster.isClosed else { return doubts }
    return doubts
      + zip([ActorColumn.kind, .cluster, .region, .country], roster.labels).flatMap { column, known in
        let labels = known ?? column.labels(of: roster.actors, workers)
        return labelDoubts(labels.sorted(by: NaturalOrder.precedes), under: column, workers)
      }
  }

  private func identifierDoubts(_ roster: Roster, _ alike: AlikeIdentifiers) -> [Remark] {
    let nearEqual = alike.groups
    let rounded =
      alike.letters.contains(.other)
      ? roster.actors.map(\.id).filter(\.looksRounded).sorted(by: NaturalOrder.precedes) : []
    let places = places(of: Set(nearEqual.joined()).union(rounded)) { $0.actorColumns }
    return [
      Remark.doubt(
        "near-equal-names",
        "Kept apart though they differ only in \(NearEqualNames.differences): \(nearEqual.quotedGroups).",
        about: nearEqual.joined(), at: places, remedy: roster.isClosed ? [] : aliasLines(nearEqual)),
      Remark.doubt(
        "rounded-identifier",
        "Identifiers that look as if a spreadsheet had rounded them, so that different actors may have become one: "
          + "\(rounded.quotedList).", about: rounded, at: places),
    ].compactMap(\.self)
  }

  private func labelDoubts(_ labels: [String], under column: ActorColumn, _ workers: Workers) -> [Remark] {
    let alike = NearEqualNames(labels.count, workers: workers) { labels[$0] }.groups.map { $0.map { labels[$0] } }
    let doubtful = labels.filter(MissingWord.isDoubtful)
    let places = places(of: Set(alike.joined()).union(doubtful)) { file in
      file.role == .actors ? file.headings.columns([column.name]) : []
    }
    return [
      Remark.doubt(
        "near-equal-labels",
        "Labels under '\(column.name)' that count as different though they differ only in "
          + "\(NearEqualNames.differences): \(alike.quotedGroups).", about: alike.joined(), at: places),
      Remark.doubt(
        "doubtful-label",
        "Labels under '\(column.name)' that count as groups though they look as if nothing was known: "
          + "\(doubtful.quotedList); an empty cell or a bare NA says so.", about: doubtful, at: places),
    ].compactMap(\.self)
  }

  /// The lines of an aliases file that would join near-equal identifiers.
  private func aliasLines(_ groups: [[String]]) -> [String] {
    ["label,actor"]
      + groups.flatMap { group in
        let actor = AlikeIdentifiers.likeliest(of: group)
        return group.filter { $0 != actor }.map { $0.asCell + "," + actor.asCell }
      }
  }
}

/// Identifiers that may mean the same actor though they count as different.
struct AlikeIdentifiers {
  /// Near-equal identifiers, each group and the groups ascending, but for those that somebody told apart.
  let groups: [[String]]
  /// What all identifiers are made of.
  let letters: Letters

  init(of roster: Roster, workers: Workers) {
    let actors = roster.actors
    let found = NearEqualNames(actors.count, workers: workers) { actors[$0].id }
    letters = found.letters
    groups = found.groups
      .map { group in group.map { actors[$0].id }.sorted(by: NaturalOrder.precedes) }
      .filter { !roster.aliases.tellApart($0) }
      .sorted { NaturalOrder.precedes($0[0], $1[0]) }
  }

  /// The spelling to keep: in small and capital letters if there is one, then the shortest, then the first.
  static func likeliest(of group: [String]) -> String {
    let mixed = group.filter { $0 != $0.lowercased() && $0 != $0.uppercased() }
    return (mixed.isEmpty ? group : mixed).min { $0.count < $1.count } ?? group[0]
  }
}

extension Remark {
  /// A doubt about names, each with its place; `nil` where there are none.
  fileprivate static func doubt(
    _ reason: String, _ message: String, about names: some Sequence<String>, at places: [String: Place],
    remedy: [String] = []
  ) -> Remark? {
    let instances = names.map { Instance("'\($0.madeVisible)'", at: places[$0] ?? Place()) }
    return instances.isEmpty ? nil : Remark(reason, message, instances: instances, remedy: remedy)
  }
}

extension ActorColumn {
  /// Every label under it once.
  fileprivate func labels(of actors: [NetworkActor], _ workers: Workers) -> Set<String> {
    workers.finished(over: actors.count) { positions in
      var labels: Set<String> = []
      // Neighbours often share their label.
      var last: String?
      for actor in actors[positions] {
        guard let label = value(of: actor), label != last else { continue }
        labels.insert(label)
        last = label
      }
      return labels
    }.reduce(into: []) { $0.formUnion($1) }
  }
}

extension String {
  /// Whether this is a long number as a spreadsheet shows it, `1.29403E+18`.
  fileprivate var looksRounded: Bool {
    guard let first = utf8.first, first &- 0x30 < 10, utf8.contains(UInt8(ascii: "+")) else { return false }
    return wholeMatch(of: /[0-9](?:[.,][0-9]+)?[Ee]\+[0-9]+/) != nil
  }

  /// The text as a cell between commas, in quotes where it needs them.
  fileprivate var asCell: String {
    let isPlain = self == trimmed && !contains { ",;\"\n\r\t|".contains($0) }
    return isPlain ? self : "\"" + replacing("\"", with: "\"\"") + "\""
  }
}

extension Collection<String> {
  /// The first so many between commas, and how many more there are: `a, b and 3 more`.
  func listed(_ most: Int, rest: String = "more") -> String {
    prefix(most).joined(separator: ", ") + (count > most ? " and \(count - most) \(rest)" : "")
  }

  /// The first twenty in quotes, and how many more there are: `'a', 'b' and 3 more`.
  var quotedList: String { lazy.map { "'\($0.excerpt)'" }.listed(20) }
}

extension [[String]] {
  /// The first twenty groups in parentheses, and how many more there are.
  fileprivate var quotedGroups: String { lazy.map { "(\($0.quotedList))" }.listed(20, rest: "more groups") }
}
