internal import DataFiles
internal import KnowledgeNetworks

/// What a mapping says of cells that hold names.
extension ItemDrafts {
  /// A question for names, with what was asked of each.
  mutating func writeNames(_ names: DraftQuestion, of draft: Draft, _ item: SurveyItem) {
    lines.append("  # \(comment(names)): names as they were written\(names.columns.count > 1 ? ", one a slot" : "").")
    lines.append("  - item: \(item.rawValue)")
    lines.append("    columns: \(names.selector)")
    lines.append("    cell: names")
    if names.listSeparator == " " { lines.append("    separator: ' '") }
    if names.columns.count > 1 {
      lines.append("    # Whoever fills all of them may have had more to name, so that this answer is not complete.")
      lines.append("    slots: \(names.columns.count)")
    }
    writeCodes(ofNames: names, emptyIsAnswer: emptyIsUnticked)
    if let completed { lines.append("    answered_when: \(completed)") }
    if let gate = draft.gate {
      let meant = codes(byMeaning: gate).map { "{\($0.joined(separator: ", "))}" }
      let gateCodes = draft.gateCodes ?? meant
      lines.append("    # Whether anybody was named: \(comment(gate)).")
      lines.append("    gate: {columns: \(gate.selector)\(gateCodes.map { ", codes: \($0)" } ?? "")}")
    }
    lines.append("    partner: \(partner(ofNames: names))")
    writeParts([("topic", draft.topic), ("channel", draft.channel)])
  }

  /// Code lists for cells that name nobody or state nothing where names are asked for.
  ///
  /// - Parameter emptyIsAnswer: Whether an empty cell is an answer that names nobody.
  mutating func writeCodes(ofNames names: DraftQuestion, emptyIsAnswer: Bool = false) {
    // Letter case does not matter in code lists, and what holds for the source need not be said again.
    var known = Set((codes.tie + codes.noTie + codes.missing + codes.notShown).map { $0.lowercased() })
    var (nobody, noAnswer) = (emptyIsAnswer ? [""] : [], [String]())
    for text in texts(of: names) {
      guard let meaning = DraftAnswers.meaning(of: label(of: text, in: names) ?? text),
        known.insert(text.lowercased()).inserted
      else { continue }
      if meaning == .nobody { nobody.append(text) } else { noAnswer.append(text) }
    }
    if nobody.count > (emptyIsAnswer ? 1 : 0) || !noAnswer.isEmpty {
      lines.append(
        "    # Cells that name no actor: under no_tie those that say nobody, under missing those that say nothing.")
    }
    func list(_ texts: [String]) -> String { "[" + texts.map(yaml).joined(separator: ", ") + "]" }
    let parts =
      (nobody.isEmpty ? [] : ["no_tie: \(list(nobody))"]) + (noAnswer.isEmpty ? [] : ["missing: \(list(noAnswer))"])
    if !parts.isEmpty { lines.append("    codes: {\(parts.joined(separator: ", "))}") }
  }

  /// Whom names stand for: themselves, unless they are codes of which the file says what they mean.
  func partner(ofNames names: DraftQuestion) -> String {
    let unstated = Set(codes.missing + codes.notShown)
    let texts = texts(of: names).filter { !unstated.contains($0) }
    let labels = texts.compactMap { label(of: $0, in: names) }
    guard !texts.isEmpty, labels.count == texts.count else { return "{from: code}" }
    let map = zip(texts, labels).map { "\(yaml($0)): \(yaml($1))" }.joined(separator: ", ")
    return "{from: code, map: {\(map)}}"
  }

  private func texts(of names: DraftQuestion) -> [String] {
    Set(names.columns.flatMap { table.texts(of: $0) }).sorted()
  }

  /// What the file says that a cell means.
  private func label(of text: String, in names: DraftQuestion) -> String? {
    names.columns.lazy.compactMap { table.sheet.codebooks[$0]?.labels[text] }.first
  }
}
