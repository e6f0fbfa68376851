internal import DataFiles
internal import KnowledgeNetworks

/// What people decided about labels: whom one stands for, and whom it does not.
///
/// That a label stands for one actor holds wherever actors are named: for respondents, their partners and the ends of
/// ties. That it stands for several, for a kind of actor or for nobody holds for partners in claims.
struct Aliases {
  /// Whom a label stands for.
  enum Meaning: Hashable {
    /// Actors, by identifier.
    case actors([String])
    /// A kind of actor.
    case group(String)
    /// Nobody; the label stays text for good.
    case nobody
  }

  private var meant: [String: Meaning] = [:]
  private var excluded: [String: Set<String>] = [:]
  /// The decided labels in the order of the files, and where their actors stand.
  private var decided: [(label: String, place: Place)] = []

  init() {}

  /// Whether no label stands for anything.
  var areEmpty: Bool { meant.isEmpty }

  /// The identifier of the one actor a label stands for.
  func actor(for label: String) -> String? {
    if case .actors(let ids) = meant[label], ids.count == 1 { ids[0] } else { nil }
  }

  /// Whom somebody decided that a label stands for.
  func meaning(of label: String) -> Meaning? { meant[label] }

  /// Whether somebody said that a label does not mean an actor.
  func excludes(_ actor: String, for label: String) -> Bool { excluded[label]?.contains(actor) ?? false }

  /// Whether somebody said of every two of these labels that they are different.
  func tellApart(_ labels: [String]) -> Bool {
    labels.indices.allSatisfy { one in
      labels[..<one].allSatisfy { excludes($0, for: labels[one]) || excludes(labels[one], for: $0) }
    }
  }

  /// Reads decisions, behind those of other files.
  ///
  /// Where an actor file settles who there is, aliases are of its actors; a label that is itself an identifier there
  /// stays that actor, which is remarked. Elsewhere whoever a label stands for is an actor once the label is named.
  /// Rows without a decision are set aside and counted.
  ///
  /// - Throws: `BuzzlineError` for an unknown actor or kind, or two lines that contradict each other.
  mutating func read(_ file: inout StudyFile, _ roster: Roster) throws(BuzzlineError) {
    let rows = try AliasRows(file, roster)
    var undecided: [Int] = []
    for row in 0..<file.table.rowCount {
      let label = try file.requiredText(row, rows.label)
      guard let decision = try rows.decision(row, file) else {
        undecided.append(row)
        continue
      }
      let isNew: Bool
      if decision == .different {
        isNew = exclude(try rows.actor(row, file, roster), for: label)
      } else {
        isNew = add(try rows.meaning(row, decision, file, roster), for: label, at: file.table.place(row, rows.actor))
        if roster.isClosed, roster.holds(label), meant[label] != .actors([label]) {
          file.remark(
            "alias-of-actor", "'\(label)' is itself an actor of the actor file and stays so; this alias has no effect.",
            at: file.table.place(row))
        }
      }
      guard isNew else {
        throw BuzzlineError(
          .invalidValue, at: file.table.place(row, rows.label),
          "What '\(label)' stands for contradicts an earlier line.")
      }
    }
    rows.note(undecided, in: &file)
    try checkChains()
  }

  /// Takes what a label stands for; `false` if that contradicts an earlier line.
  private mutating func add(_ meaning: Meaning, for label: String, at place: Place) -> Bool {
    if case .actors(let ids) = meaning, ids.contains(where: { excludes($0, for: label) }) { return false }
    if let earlier = meant[label] { return earlier == meaning }
    meant[label] = meaning
    decided.append((label, place))
    return true
  }

  /// Takes whom a label does not mean; `false` if an earlier line says it does.
  private mutating func exclude(_ actor: String, for label: String) -> Bool {
    if case .actors(let ids) = meant[label], ids.contains(actor) { return false }
    excluded[label, default: []].insert(actor)
    return true
  }

  /// Refuses an alias of what is an alias itself.
  private func checkChains() throws(BuzzlineError) {
    for (label, place) in decided {
      guard case .actors(let ids) = meant[label] else { continue }
      for id in ids {
        guard let other = meant[id], other != .actors([id]) else { continue }
        let whose = if case .actors(let others) = other { ", of '\(others.joined(separator: "|"))'" } else { "" }
        throw BuzzlineError(
          .invalidValue, at: place, "'\(id)' is itself an alias\(whose); let '\(label)' stand for that.")
      }
    }
  }
}

/// What a person decides about a label.
enum AliasDecision: String, CaseIterable {
  case same, different, group, several
  case nobody = "none"
}

/// How the rows of one file say what was decided.
private struct AliasRows {
  let label: Int
  let actor: Int
  private let decision: Int?
  /// What a review of names proposes, which a decision without an actor means.
  private let nearest: Int?
  private let standsFor: Int?
  private let kinds: KindSpellings

  init(_ file: StudyFile, _ roster: Roster) throws(BuzzlineError) {
    label = try file.headings.requiredColumn("label")
    actor = try file.headings.requiredColumn("actor")
    decision = try file.headings.column("decision")
    nearest = try file.headings.column("nearest")
    standsFor = try file.headings.column("stands_for")
    kinds = KindSpellings(of: roster.actors)
  }

  /// What a row decides; `nil` where it leaves that open.
  ///
  /// A file without such a column says which labels are the same.
  func decision(_ row: Int, _ file: StudyFile) throws(BuzzlineError) -> AliasDecision? {
    guard let decision else { return .same }
    return file.table.text(row, decision) == nil ? nil : try file.word(row, decision)
  }

  func meaning(
    _ row: Int, _ decision: AliasDecision, _ file: StudyFile, _ roster: Roster
  ) throws(BuzzlineError) -> Aliases.Meaning {
    switch decision {
    case .same, .different: return .actors([try actor(row, file, roster)])
    case .several:
      var ids: [String] = []
      for part in try cell(row, nearest, file).split(separator: "|", omittingEmptySubsequences: false) {
        let id = String(part).trimmed
        try check(id, row, file, roster)
        if !ids.contains(id) { ids.append(id) }
      }
      return .actors(ids)
    case .group:
      let word = try cell(row, standsFor, file)
      if let kind = kinds.kind(named: word) { return .group(kind) }
      throw BuzzlineError(.invalidValue, at: file.table.place(row, actor), "'\(word.excerpt)' is no kind of actor.")
    case .nobody:
      guard let text = file.table.text(row, actor) else { return .nobody }
      throw BuzzlineError(
        .invalidValue, at: file.table.place(row, actor),
        "The decision is that the label stands for nobody, but '\(text.excerpt)' is named.")
    }
  }

  func actor(_ row: Int, _ file: StudyFile, _ roster: Roster) throws(BuzzlineError) -> String {
    let id = try cell(row, nearest, file)
    try check(id, row, file, roster)
    return id
  }

  /// What stands under `actor`, else what the review proposes.
  private func cell(_ row: Int, _ proposal: Int?, _ file: StudyFile) throws(BuzzlineError) -> String {
    if let text = file.table.text(row, actor) ?? proposal.flatMap({ file.table.text(row, $0) }) { return text }
    return try file.requiredText(row, actor)
  }

  private func check(_ id: String, _ row: Int, _ file: StudyFile, _ roster: Roster) throws(BuzzlineError) {
    let isKnown = roster.isClosed ? roster.holds(id) : !id.isEmpty
    guard !isKnown else { return }
    throw BuzzlineError(
      .unknownActor, at: file.table.place(row, actor),
      "The alias '\(file.table.text(row, label) ?? "")' is for '\(id)', which is no actor of the study."
        + (id.isEmpty ? "" : NearestActors(to: [id], among: roster.actors).hint(for: id)))
  }

  /// Sets the rows aside that decide nothing, and names those that name an actor all the same.
  func note(_ undecided: [Int], in file: inout StudyFile) {
    guard !undecided.isEmpty else { return }
    let named = undecided.compactMap { row -> Remark.Instance? in
      guard let text = file.table.text(row, label), let id = file.table.text(row, actor) else { return nil }
      return Remark.Instance(
        "'\(text.madeVisible)' is left open though '\(id.madeVisible)' is named",
        at: file.inThisFile(file.table.place(row, actor)))
    }
    file.setAside(
      rows: undecided.count, "undecided-name",
      "\(undecided.count) of \(file.table.rowCount) labels are not decided yet; nothing follows from them.",
      instances: named)
  }
}
