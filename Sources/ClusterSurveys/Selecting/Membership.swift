internal import KnowledgeNetworks

extension Survey {
  /// Reads who was on the roster and asked: from the column `member` of the actor file; where there is no actor file, from
  /// who answered.
  ///
  /// An actor of the actor file is a member unless marked `no`. Without an actor file, a study of claims has as members
  /// those who answered, and those they name are outsiders; a plain list of ties tells nothing, so everyone is a member.
  ///
  /// - Parameter headings: Those of the actor file; `nil` where there is none.
  /// - Throws: ``BuzzlineError`` at a cell under `member` that is neither yes nor no where others are.
  mutating func readMembers(under headings: [String]?) throws(BuzzlineError) {
    guard let headings else { return markWhoAnswered() }
    for heading in headings where heading.lowercased() == "member" { try readMembers(under: heading) }
  }

  private mutating func readMembers(under heading: String) throws(BuzzlineError) {
    let stated = actors.indices.compactMap { actor in
      actors[actor].attributes[heading].map { (actor: actor, word: $0, isMember: YesOrNo.value(of: $0)) }
    }
    guard !stated.isEmpty else { return }
    guard stated.contains(where: { $0.isMember != nil }) else {
      remarks.append(
        Remark("no-members", "No cell under '\(heading.excerpt)' says yes or no; it is kept as a further column."))
      return
    }
    for (actor, word, isMember) in stated {
      guard let isMember else {
        throw BuzzlineError(
          .invalidValue, at: place(of: actor, under: heading),
          "'\(word.excerpt)' under '\(heading)' is neither yes nor no.")
      }
      actors[actor].isMember = isMember
      actors[actor].attributes[heading] = nil
    }
  }

  private mutating func markWhoAnswered() {
    guard !claims.isEmpty else { return }
    var isMember = [Bool](repeating: false, count: actors.count)
    for place in claims.indices { isMember[claims[place].respondent] = true }
    for response in responses { isMember[response.respondent] = true }
    for tie in ties { (isMember[tie.source], isMember[tie.target]) = (true, true) }
    for actor in actors.indices where !isMember[actor] { actors[actor].isMember = false }
  }
}

/// Words for yes and no in files, in any letter case.
private enum YesOrNo {
  static func value(of word: String) -> Bool? {
    switch word.lowercased() {
    case "yes", "true", "1", "ja": true
    case "no", "false", "0", "nein": false
    default: nil
    }
  }
}
