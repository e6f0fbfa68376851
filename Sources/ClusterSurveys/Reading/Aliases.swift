internal import KnowledgeNetworks

/// What people decided about labels: which actor one stands for, and which it does not.
struct Aliases {
  private var meant: [String: Int] = [:]
  private var excluded: [String: Set<Int>] = [:]

  /// No decision about any label.
  init() {}

  /// Reads the decisions.
  ///
  /// - Throws: `SurveyError` for an alias of an unknown actor, or two lines that contradict each other.
  init(_ file: StudyFile, _ roster: Roster) throws(SurveyError) {
    let label = try file.requiredColumn("label")
    let actor = try file.requiredColumn("actor")
    let decision = try file.column("decision")
    for row in 0..<file.table.rowCount {
      let text = try file.requiredText(row, label)
      let id = try file.requiredText(row, actor)
      guard let position = roster.position(of: id) else {
        throw SurveyError(
          .unknownActor, at: file.table.place(row, actor),
          "The alias '\(text)' is for '\(id)', which is no actor of the study."
            + suggestion(for: id, in: roster.actors.map(\.id)))
      }
      let word: AliasDecision = if let decision { try file.word(row, decision) } else { .same }
      guard add(text, position, word) else {
        throw SurveyError(
          .invalidValue, at: file.table.place(row, label), "What '\(text)' stands for contradicts an earlier line.")
      }
    }
  }

  /// The actor a label stands for.
  func actor(for label: String) -> Int? { meant[label] }

  /// Whether somebody said that a label does not mean an actor.
  func excludes(_ actor: Int, for label: String) -> Bool { excluded[label]?.contains(actor) ?? false }

  /// Takes one decision; `false` if it contradicts an earlier one.
  private mutating func add(_ label: String, _ actor: Int, _ decision: AliasDecision) -> Bool {
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
private enum AliasDecision: String, CaseIterable {
  case same
  case different
}
