internal import DataFiles

/// The answers by which a cell names nobody or states nothing, in English and German: the one list of them.
enum DraftAnswers {
  enum Meaning { case nobody, noAnswer }

  /// What a whole cell says; `nil` if it is no such answer.
  static func meaning(of cell: String) -> Meaning? {
    var text = cell.trimmed.lowercased().replacing("’", with: "'")
    while text.count > 1, let last = text.last, ".;,!".contains(last) { text.removeLast() }
    if text.wholeMatch(of: noAnswer) != nil { return .noAnswer }
    return text.wholeMatch(of: nobody) != nil ? .nobody : nil
  }

  private static var nobody: Regex<Substring> {
    #/
      (?:none|no\ ?-?one|nobody|nothing|keine[rnms]?|niemand(?:en|em)?|nichts)
      (?:\ (?:of\ (?:these|those|them|the)\b.*|davon|von\ diesen|der\ .*))?
      |no\ (?:partners?|contacts?|organi[sz]ations?|actors?)|keine\ (?:partner|kontakte|organisationen|akteure)
    /#
  }

  private static var noAnswer: Regex<Substring> {
    #/
      n/a|n\.a|[\-–—?]+|k\.\ ?a|keine\ (?:angaben?|antwort|ahnung)|wei(?:ß|ss)(?:\ ich)?\ nicht|nicht\ bekannt
      |unbekannt|unknown|(?:i\ )?(?:don't|dont|do\ not)\ know|no\ answer|not\ applicable|prefer\ not\ to\ (?:say|answer)
    /#
  }
}

extension ItemDrafts {
  /// Code lists for cells that name nobody or state nothing where names are asked for.
  ///
  /// - Parameter emptyIsAnswer: Whether an empty cell is an answer that names nobody.
  mutating func writeCodes(ofNames names: DraftQuestion, emptyIsAnswer: Bool = false) {
    // Letter case does not matter in code lists, and what holds for the source need not be said again.
    var known = Set((codes.tie + codes.noTie + codes.missing + codes.notShown).map { $0.lowercased() })
    var (nobody, noAnswer) = (emptyIsAnswer ? [""] : [], [String]())
    for text in Set(names.columns.flatMap { table.texts(of: $0) }).sorted() {
      guard let meaning = DraftAnswers.meaning(of: text), known.insert(text.lowercased()).inserted else { continue }
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
}
