internal import DataFiles

/// What a mapping says of questions with a column a choice, and of codes whose meaning is known.
extension ItemDrafts {
  /// Whom columns of ticks stand for, by their texts where the export has them.
  func partner(of flags: DraftQuestion) -> String {
    let isLabelled = Set(flags.choices).count == flags.choices.count && flags.text != flags.heading
    if isLabelled, isDescribedBeside { return partners(of: flags, called: flags.choices) }
    if !isLabelled, let capture = flags.captures.first { return "{from: \(capture)}" }
    let source = isLabelled ? "label" : "heading"
    return flags.text.hasSuffix("]") || flags.selector.contains("]'")
      ? "{from: \(source), between: ['[', ']']}"
      : "{from: \(source), after_last: \(yaml(DraftQuestion.joint(of: flags.text)))}"
  }

  /// Whom columns of ticks stand for, by what tells them apart.
  func partners(of flags: DraftQuestion, called names: [String]) -> String {
    let map = zip(flags.keys(in: table), names).map { "\(yaml($0)): \(yaml($1))" }.joined(separator: ", ")
    return "{from: \(flags.captures == ["slot"] ? "slot" : "heading"), map: {\(map)}}"
  }

  /// Which codes mean yes and no, where the file or a codebook says so of all.
  func codes(byMeaning question: DraftQuestion) -> [String]? {
    func among(_ words: [String]) -> [String] {
      let known = Set(words.map { $0.lowercased() })
      return question.samples.filter { question.meanings[$0].map { known.contains($0.lowercased()) } == true }
    }
    let (yes, no) = (among(codes.tie + DraftCodes.ticked), among(codes.noTie + DraftCodes.unticked))
    guard !yes.isEmpty, yes.count + no.count == question.samples.count else { return nil }
    func list(_ texts: [String]) -> String { "[" + texts.map(yaml).joined(separator: ", ") + "]" }
    return ["tie: \(list(yes))", "no_tie: \(list(no))"]
  }

  /// What cells say by themselves, and what is to be filled in.
  mutating func writeCodes(of flags: DraftQuestion) {
    var parts: [String] = []
    if flags.form != .flag {
      let words = flags.samples.prefix(12).map(yaml).joined(separator: ", ")
      lines.append("    # Put each of these into no_tie, missing, tie or strengths: \(words).")
      parts.append("strengths: {}")
    } else if flags.repeatsChoice {
      lines.append("    # A tick repeats the text of its choice.")
      parts.append("tie: ['*']")
    } else if let meant = codes(byMeaning: flags) {
      parts += meant
    }
    if emptyIsUnticked, !parts.contains(where: { $0.hasPrefix("no_tie:") }) { parts.append("no_tie: ['']") }
    if !parts.isEmpty { lines.append("    codes: {\(parts.joined(separator: ", "))}") }
    if let completed { lines.append("    answered_when: \(completed)") }
  }
}
