internal import DataFiles
internal import KnowledgeNetworks

extension ItemDrafts {
  /// A row a partner.
  mutating func draftLong(_ questions: [DraftQuestion], _ directions: [DraftChild.Direction], _ join: DraftJoin) {
    let told = directions.flatMap(\.columns)
    let asked = questions.filter { Set($0.columns).isDisjoint(with: told) }
    let names = asked.first(.partner, DraftQuestion.naming)
    let ticks = asked.first(.topic, [.flag], isTicked: true)
    let codes: [DraftQuestion.Form] = [.names, .words, .number, .flag]
    let parts = [("topic", ticks == nil ? asked.first(.topic, codes) : nil), ("channel", asked.first(.channel, codes))]
    let read = told + ([names, ticks] + parts.map(\.1)).flatMap { $0?.columns ?? [] }
    unread = questions.filter { Set($0.columns).isDisjoint(with: read) }
    lines = ["items:"]
    for direction in directions.isEmpty ? [nil] : directions.map(Optional.some) {
      lines += ["  # A row a partner.", "  - item: \(direction?.item.rawValue ?? "")"]
      if let condition = direction?.condition { lines.append("    when: \(condition)") }
      if let ticks { writeTicks(ticks) }
      if join.hasTiedPartners { lines.append("    # Partners are actors, since ties among them are known.") }
      let sort = join.hasTiedPartners ? ", kind: actor" : ""
      let split = names?.listSeparator == " " ? ", split: ' '" : ""
      lines.append("    partner: {column: \(names?.selector ?? "'…'")\(split)\(sort)}")
      if let names { writeCodes(ofNames: names) }
      writeParts(parts)
    }
    if directions.isEmpty || names == nil {
      let advice = "# Fill in whether the respondent gives to its alters (shared) or receives from them (received),"
      lines = ["\(advice) and take off the signs #:"] + lines.map { "# " + $0 }
    }
    if ticks != nil { lines.insert("combine: rows", at: 0) }
    noteUnread()
  }

  /// Topics of which those are ticked that a partner stands for.
  private mutating func writeTicks(_ ticks: DraftQuestion) {
    lines.append("    # \(comment(ticks)): what is not ticked says nothing of the others.")
    lines += ["    columns: \(ticks.selector)", "    cell: codes"]
    lines += ["    # A partner with no topic ticked is a tie all the same.", "    if_none: tie"]
    guard let capture = ticks.captures.first else {
      lines.append("    topic: {from: heading}")
      return
    }
    let map = ticks.choices.map { choice in
      let word = choice.components(separatedBy: choiceJoint).last ?? choice
      return "\(yaml(word)): \(yaml(word))"
    }
    lines.append("    # Put what the codes mean on the right.")
    lines.append("    topic: {from: \(capture), map: {\(map.joined(separator: ", "))}}")
  }

  /// Says who answered where partners stand in another file, unless the interviews name some themselves.
  mutating func writeResponse(_ draft: Draft, _ item: SurveyItem, _ child: DraftChild) -> Bool {
    guard draft.names == nil, draft.flags.isEmpty else { return false }
    unread += [draft.topic, draft.channel].compactMap(\.self)
    if let gate = draft.gate {
      lines.append("  # \(comment(gate)): whoever answered and has no row in '\(child.name.inOneLine)' named nobody.")
    } else {
      lines.append(
        "  # Every interview is taken for an answer: whoever has no row in '\(child.name.inOneLine)' named nobody.")
      lines.append("  # If a question comes before, put it here: columns: HEADING.")
    }
    lines.append("  - item: \(item.rawValue)")
    if let gate = draft.gate { lines.append("    columns: \(gate.selector)") }
    lines.append("    cell: response")
    if let completed { lines.append("    answered_when: \(completed)") }
    return true
  }
}
