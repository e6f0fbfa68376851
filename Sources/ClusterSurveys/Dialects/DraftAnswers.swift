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
