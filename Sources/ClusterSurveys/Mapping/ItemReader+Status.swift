internal import KnowledgeNetworks

/// What becomes of a question of which the cells are read.
extension ItemReader {
  /// What became of the whole question: a denial of all is an answer, and so is silence where it means no.
  func status(
    of meanings: [CellMeaning], sawQuestion: Bool, _ counts: inout CellCounts
  ) -> ResponseStatus? {
    let missing = meanings.count(where: \.isMissing)
    let ties = meanings.count(where: \.isTie)
    if item.form == .names {
      if let slots = item.slots, ties >= slots {
        counts.censored += 1
        return .partial
      }
      // Slots that are left empty are no missing answers where another names somebody, or says that there is nobody.
      if ties > 0 || meanings.contains(.noTie) { return .answered }
    }
    // A row that names a partner is one of several; of these, not of what is ticked for each, the answer is made.
    if rowsNamePartners, ties > 0 { return .answered }
    if missing == 0 { return .answered }
    if missing < meanings.count { return .partial }
    return sawQuestion ? .refused : .notAsked
  }
}
