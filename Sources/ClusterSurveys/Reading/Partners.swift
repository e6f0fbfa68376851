internal import DataFiles
internal import KnowledgeNetworks

/// Tells whom a label in a claim means: an actor, a group, or nobody known.
struct PartnerResolver {
  private let namesakes: [NormalisedName: [Int]]
  /// The groups by their spelling in small letters.
  private let groups: [String: String]

  init(_ roster: Roster) {
    let names = roster.actors.indices.map { (NormalisedName(roster.actors[$0].name), $0) }
    namesakes = Dictionary(grouping: names.filter { !$0.0.isEmpty }, by: \.0).mapValues { $0.map(\.1) }
    let kinds = Set(roster.actors.compactMap(\.kind)).sorted() + ActorKind.shared
    let spellings = kinds.map { (ActorKind.plainSpelling(of: $0.rawValue), $0.rawValue) }
    groups = Dictionary(spellings) { first, _ in first }
  }

  /// Whom a label means, in this order: identifier, alias, equal name, kind of actor in singular or plural, free text.
  ///
  /// Where no actor file settles who there is, what is neither known nor a kind becomes an actor.
  func partner(_ label: String, in roster: inout Roster) -> ClaimPartner {
    if let position = roster.position(of: label) ?? actor(named: label, in: roster) { return .actor(position) }
    if let group = group(label) { return .group(group) }
    guard !roster.isClosed, let position = roster.position(of: label, named: Place()) else { return .text(label) }
    return .actor(position)
  }

  /// The one actor of an equal name, unless somebody said it is another.
  private func actor(named label: String, in roster: Roster) -> Int? {
    guard roster.isClosed, let actors = namesakes[NormalisedName(label)], actors.count == 1 else { return nil }
    return roster.aliases.excludes(roster.actors[actors[0]].id, for: label) ? nil : actors[0]
  }

  /// The kind of actor a label names: `SME`, `large firms`, `universities`.
  private func group(_ label: String) -> String? {
    let word = ActorKind.plainSpelling(of: label)
    var spellings = [word]
    if word.hasSuffix("s") { spellings.append(String(word.dropLast())) }
    if word.hasSuffix("ies") { spellings.append(word.dropLast(3) + "y") }
    return spellings.lazy.compactMap { groups[$0] }.first
  }
}

extension StudyFile {
  /// Says which partners in claims are no actors: groups and free text, each label with its lines and what was made of
  /// it.
  mutating func notePartners(of claims: [(claim: Claim, row: Int)], _ roster: Roster) throws(BuzzlineError) {
    let column = try headings.requiredColumn("partner")
    var (groups, texts) = ([String: [Int]](), [String: [Int]]())
    var meant: [String: String] = [:]
    for (claim, row) in claims {
      guard let label = table.text(row, column) else { continue }
      switch claim.partner {
      case .actor: break
      case .group(let group):
        groups[label, default: []].append(row)
        meant[label] = group
      case .text: texts[label, default: []].append(row)
      }
    }
    notePartners(
      "group-partner", groups, under: column,
      message: { "Claims that name a group of actors: \($0). They are evidence about kinds and make no ties." },
      meaning: { "counts as the group '\(meant[$0] ?? $0)'" })
    guard !texts.isEmpty else { return }
    let nearest = NearestActors(to: texts.keys.sorted(by: NaturalOrder.precedes), among: roster.actors)
    notePartners(
      "text-partner", texts, under: column,
      message: { "Claims that name words of no known actor or group: \($0). They make no ties." },
      meaning: { "is kept as text; " + nearest.meaning(of: $0, in: roster) })
  }

  private mutating func notePartners(
    _ reason: String, _ rowsOfLabels: [String: [Int]], under column: Int, message: (String) -> String,
    meaning: (String) -> String
  ) {
    guard !rowsOfLabels.isEmpty else { return }
    let table = table
    let labels = rowsOfLabels.sorted { NaturalOrder.precedes($0.key, $1.key) }
    let count = labels.reduce(0) { $0 + $1.value.count }
    let instances = labels.map { label, rows in
      let others = rows.dropFirst().lazy.map { "\(table.place($0).line ?? 0)" }
      let also = others.isEmpty ? "" : " (also in line \(others.listed(20)))"
      return Remark.Instance(
        "'\(label.madeVisible)' \(meaning(label))\(also)", at: inThisFile(table.place(rows[0], column)))
    }
    remark(reason, message("\(count) (\(labels.map(\.key).quotedList))"), instances: instances)
  }
}

extension NearestActors {
  /// What a label that was kept as text may mean.
  fileprivate func meaning(of label: String, in roster: Roster) -> String {
    let parts = label.split { ";,/|+&".contains($0) }.map { String($0).trimmed }
    if parts.count > 1, parts.allSatisfy({ roster.position(of: $0) != nil }) {
      return "it seems to name several actors (\(parts.quotedList)), each of which needs a row of its own"
    }
    guard let actor = actor(near: label) else { return "no actor is near" }
    let (id, name) = (roster.actors[actor].id, roster.actors[actor].name)
    return "nearest is the actor '\(name.madeVisible)'" + (name == id ? "" : " (\(id))")
  }
}
