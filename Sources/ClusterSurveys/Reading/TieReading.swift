internal import DataFiles
internal import KnowledgeNetworks

extension StudyFile {
  /// Reads ties: every row becomes a tie or is set aside.
  mutating func ties(
    _ roster: inout Roster, decimalSign: DecimalSign?, work: ReadingWork
  ) throws(BuzzlineError) -> TieList {
    guard case .ties(let scan) = plain else { return TieList(try statedTies(&roster, decimalSign: decimalSign)) }
    if let ties = try plainTies(scan, &roster, work) { return ties }
    self = try readWithCare()
    return TieList(try statedTies(&roster, decimalSign: decimalSign))
  }

  private mutating func statedTies(_ roster: inout Roster, decimalSign: DecimalSign?) throws(BuzzlineError) -> [Tie] {
    let source = try requiredColumn("source")
    let target = try requiredColumn("target")
    let weight = try weightColumn(sign: decimalSign)
    let (topic, channel, wave) = (try column("topic"), try column("channel"), try column("wave"))
    var ties: [Tie] = []
    for row in 0..<table.rowCount {
      guard let from = try namedActor(row, source), let to = try namedActor(row, target) else { continue }
      let (first, second) = (
        roster.position(of: from, named: table.place(row, source)),
        roster.position(of: to, named: table.place(row, target))
      )
      let read = try weight?.weight(row)
      guard let giver = first, let receiver = second else { continue }
      guard giver != receiver else {
        setAsideSelfTie(of: roster.actors[giver], at: table.place(row))
        continue
      }
      guard let stated = read ?? (areWeightsDeclared ? nil : 1) else {
        setAside(
          row, "missing-weight",
          "The tie from '\(roster.actors[giver].id)' to '\(roster.actors[receiver].id)' states no weight.")
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
    try noteDirections()
    if !isDirected {
      let joined = MirroredTies.joined(ties, weightMeaning)
      noteMirrored(joined.count)
      ties = joined.ties
    }
    noteRepeated(ties)
    return ties
  }

  /// Says so where a column `Type`, as Gephi writes it, calls ties undirected that are read as directed.
  private mutating func noteDirections() throws(BuzzlineError) {
    guard isDirected, let type = KnownHeadings.column("type", in: table.headings) else { return }
    let count = (0..<table.rowCount).count { table.text($0, type)?.lowercased() == "undirected" }
    guard count > 0 else { return }
    remark(
      "undirected-type",
      "Under '\(table.headings[type])' \(count) \(count == 1 ? "row says" : "rows say") Undirected, but all ties are read "
        + "as running from source to target; --undirected reads them without direction.")
  }

  private mutating func noteRepeated(_ ties: [Tie]) {
    var seen: Set<Tie> = []
    var repeats = 0
    for var tie in ties {
      tie.weight = 1
      if !seen.insert(tie).inserted { repeats += 1 }
    }
    noteRepeated(repeats)
  }

  /// Ties without more than their ends; `nil` where the careful reader must tell what is wrong.
  private mutating func plainTies(
    _ scan: TieScan, _ roster: inout Roster, _ work: ReadingWork
  ) throws(BuzzlineError) -> TieList? {
    guard let positions = roster.positions(of: scan.ids) else { return nil }
    let (ties, selfTies) = try scan.ties(at: positions, workers: work.workers)
    var all = ties
    if !isDirected {
      let joined = MirroredTies.joined(ties)
      noteMirrored(joined.count)
      all = joined.ties
    }
    guard work.isAccounted else { return TieList(all) }
    let sorted = try all.sorted(actors: roster.actors.count, workers: work.workers)
    for (line, selfTie) in zip(scan.lines(of: selfTies.map(\.row)), selfTies) {
      setAsideSelfTie(of: roster.actors[Int(selfTie.actor)], at: Place(line: line, column: 1))
    }
    noteRepeated(sorted.repeatCount)
    return TieList(all, sorted: sorted)
  }

  private mutating func setAsideSelfTie(of actor: NetworkActor, at place: Place) {
    setAside(at: place, "self-tie", "'\(actor.id)' is tied to itself.")
  }

  private mutating func noteRepeated(_ repeats: Int) {
    guard repeats > 0 else { return }
    let together = weightMeaning == .distance ? "the shortest counts" : "their weights add up"
    remark("repeated-tie", "\(repeats) rows repeat a tie of the same topic, channel and wave; \(together).")
  }

  private mutating func noteMirrored(_ count: Int) {
    guard count > 0 else { return }
    remark(
      "mirrored-tie",
      "\(count) \(count == 1 ? "tie is" : "ties are") listed from both ends; without direction that is one tie with two "
        + "reports.")
  }
}
