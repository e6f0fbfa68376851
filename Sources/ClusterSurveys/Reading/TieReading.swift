internal import KnowledgeNetworks

extension StudyFile {
  /// Reads ties: every row becomes a tie or is set aside.
  mutating func ties(_ roster: inout Roster, decimalSign: DecimalSign?) throws(SurveyError) -> [Tie] {
    let source = try requiredColumn("source")
    let target = try requiredColumn("target")
    let weight = try column("weight").map { WeightColumn(self, column: $0, sign: decimalSign) }
    let (topic, channel, wave) = (table.column("topic"), table.column("channel"), table.column("wave"))
    var ties: [Tie] = []
    for row in 0..<table.rowCount {
      let giver = try position(row, source, &roster)
      let receiver = try position(row, target, &roster)
      let stated = try weight?.weight(row) ?? 1
      guard giver != receiver else {
        setAside(row, "self-tie", "'\(roster.actors[giver].id)' is tied to itself.")
        continue
      }
      guard stated > 0 else {
        setAside(
          row, "zero-weight",
          "The weight from '\(roster.actors[giver].id)' to '\(roster.actors[receiver].id)' is 0: no tie.")
        continue
      }
      ties.append(
        Tie(
          source: giver, target: receiver, weight: stated, topic: statedText(row, topic),
          channel: statedText(row, channel), wave: statedText(row, wave)))
    }
    noteRepeated(ties)
    return ties
  }

  private func position(_ row: Int, _ column: Int, _ roster: inout Roster) throws(SurveyError) -> Int {
    try roster.position(of: try requiredText(row, column), named: table.place(row, column))
  }

  private mutating func noteRepeated(_ ties: [Tie]) {
    var seen: Set<Tie> = []
    var repeated = 0
    for var tie in ties {
      tie.weight = 1
      if !seen.insert(tie).inserted { repeated += 1 }
    }
    if repeated > 0 {
      remark("repeated-tie", "\(repeated) rows repeat a tie of the same topic, channel and wave; their weights add up.")
    }
  }
}
