internal import DataFiles
internal import KnowledgeNetworks

/// What people decided about labels: which actor one stands for, and which it does not.
///
/// Decisions hold wherever actors are named: for respondents, their partners and the ends of ties.
struct Aliases {
  private var meant: [String: String] = [:]
  private var excluded: [String: Set<String>] = [:]

  init() {}

  /// Whether no label stands for an actor.
  var areEmpty: Bool { meant.isEmpty }

  /// Reads the decisions.
  ///
  /// Where an actor file settles who there is, aliases are of its actors; a label that is itself an identifier there
  /// stays that actor, which is remarked. Elsewhere whoever a label stands for is an actor once the label is named.
  ///
  /// - Throws: `BuzzlineError` for an alias of an unknown actor, or two lines that contradict each other.
  init(_ file: inout StudyFile, _ roster: Roster) throws(BuzzlineError) {
    let label = try file.headings.requiredColumn("label")
    let actor = try file.headings.requiredColumn("actor")
    let decision = try file.headings.column("decision")
    for row in 0..<file.table.rowCount {
      let (text, id) = (try file.requiredText(row, label), try file.requiredText(row, actor))
      guard !roster.isClosed || roster.position(of: id) != nil else {
        throw BuzzlineError(
          .unknownActor, at: file.table.place(row, actor),
          "The alias '\(text)' is for '\(id)', which is no actor of the study."
            + NearestActors(to: [id], among: roster.actors).hint(for: id))
      }
      let word: AliasDecision = if let decision { try file.word(row, decision) } else { .same }
      guard add(text, id, word) else {
        throw BuzzlineError(
          .invalidValue, at: file.table.place(row, label), "What '\(text)' stands for contradicts an earlier line.")
      }
      if word == .same, text != id, roster.isClosed, roster.position(of: text) != nil {
        file.remark(
          "alias-of-actor", "'\(text)' is itself an actor of the actor file and stays so; this alias has no effect.",
          at: file.table.place(row))
      }
    }
    try checkChains(file, label: label, actor: actor)
  }

  /// The identifier a label stands for.
  func actor(for label: String) -> String? { meant[label] }

  /// Whether somebody said that a label does not mean an actor.
  func excludes(_ actor: String, for label: String) -> Bool { excluded[label]?.contains(actor) ?? false }

  /// Whether somebody said of every two of these labels that they are different.
  func tellApart(_ labels: [String]) -> Bool {
    labels.indices.allSatisfy { one in
      labels[..<one].allSatisfy { excludes($0, for: labels[one]) || excludes(labels[one], for: $0) }
    }
  }

  /// Refuses an alias of what is an alias itself.
  private func checkChains(_ file: StudyFile, label: Int, actor: Int) throws(BuzzlineError) {
    for row in 0..<file.table.rowCount {
      let (text, id) = (try file.requiredText(row, label), try file.requiredText(row, actor))
      guard meant[text] == id, let other = meant[id], other != id else { continue }
      throw BuzzlineError(
        .invalidValue, at: file.table.place(row, actor),
        "'\(id)' is itself an alias, of '\(other)'; let '\(text)' stand for that.")
    }
  }

  /// Takes one decision; `false` if it contradicts an earlier one.
  private mutating func add(_ label: String, _ actor: String, _ decision: AliasDecision) -> Bool {
    switch decision {
    case .same:
      guard !excludes(actor, for: label), meant[label] ?? actor == actor else { return false }
      meant[label] = actor
    case .different:
      guard meant[label] != actor else { return false }
      excluded[label, default: []].insert(actor)
    }
    return true
  }
}

/// Whether a label means an actor.
private enum AliasDecision: String, CaseIterable { case same, different }
