internal import DataFiles
internal import KnowledgeNetworks

extension StudyFile {
  /// Reads ties: every row becomes a tie or is set aside.
  mutating func ties(_ roster: inout Roster, work: ReadingWork) throws(BuzzlineError) -> TieList {
    if let scan = plain?.ties {
      if let ties = try plainTies(scan, &roster, work) {
        noteTwoModes()
        return ties
      }
      self = try readWithCare()
    }
    let ties = TieList(try statedTies(&roster))
    noteTwoModes()
    return ties
  }

  private mutating func statedTies(_ roster: inout Roster) throws(BuzzlineError) -> [Tie] {
    let source = try headings.requiredColumn("source")
    let target = try headings.requiredColumn("target")
    let weight = try WeightColumn(of: &self)
    let topic = try headings.column("topic")
    let channel = try headings.column("channel")
    let wave = try headings.column("wave")
    let unstated = options.weightMeaning == .none ? 1.0 : nil
    var ties: [Tie] = []
    var named = ListedActors(in: table, &roster)
    for row in 0..<table.rowCount {
      guard let from = try namedActor(row, source), let to = try namedActor(row, target) else { continue }
      let (first, second) = (
        named.position(of: from, row, source, in: table, &roster),
        named.position(of: to, row, target, in: table, &roster)
      )
      let read = try weight?.weight(row)
      guard let giver = first, let receiver = second else { continue }
      guard giver != receiver else {
        setAsideSelfTie(of: roster.actors[giver], at: table.place(row))
        continue
      }
      guard let stated = read ?? unstated else {
        setAside(
          at: table.place(row), "missing-weight",
          "The tie from '\(roster.actors[giver].id)' to '\(roster.actors[receiver].id)' states no weight.")
        continue
      }
      guard stated > 0 else {
        setAside(
          at: table.place(row), "zero-weight",
          "The weight from '\(roster.actors[giver].id)' to '\(roster.actors[receiver].id)' is 0: no tie.")
        continue
      }
      ties.append(
        Tie(
          source: giver, target: receiver, weight: stated, topic: statedText(row, topic),
          channel: statedText(row, channel), wave: statedText(row, wave)))
    }
    doubtfulLabels += named.doubtfulLabels(in: self)
    noteDirections()
    if !options.isDirected {
      let joined = MirroredTies.joined(ties, options.weightMeaning)
      noteMirrored(joined.count)
      ties = joined.ties
    }
    noteRepeated(ties.count - Set(ties.lazy.map { $0.weighing(1) }).count)
    return ties
  }

  /// Says so where a column `Type`, as Gephi writes it, calls ties undirected that are read as directed.
  private mutating func noteDirections() {
    guard options.isDirected, let type = headings.known("type") else { return }
    let count = (0..<table.rowCount).count { table.text($0, type)?.lowercased() == "undirected" }
    guard count > 0 else { return }
    remark(
      "undirected-type",
      "Under '\(table.headings[type])' \(count) \(count == 1 ? "row says" : "rows say") Undirected, but all ties are read "
        + "as running from source to target; --undirected reads them without direction.")
  }

  /// Ties without more than their ends; `nil` where the careful reader must tell what is wrong.
  private mutating func plainTies(
    _ scan: TieScan, _ roster: inout Roster, _ work: ReadingWork
  ) throws(BuzzlineError) -> TieList? {
    guard let positions = roster.positions(of: scan.ids) else { return nil }
    let (placed, selfTies) = try scan.ties(at: positions, workers: work.workers)
    var ties = placed
    if !options.isDirected {
      let joined = MirroredTies.joined(ties)
      noteMirrored(joined.count)
      ties = joined.ties
    }
    guard work.isAccounted else { return TieList(ties) }
    let sorted = try ties.sorted(actors: roster.actors.count, workers: work.workers)
    for (line, selfTie) in zip(scan.lines(of: selfTies.map(\.row)), selfTies) {
      setAsideSelfTie(of: roster.actors[Int(selfTie.actor)], at: Place(line: line, column: 1))
    }
    noteRepeated(sorted.repeatCount)
    return TieList(ties, sorted: sorted)
  }

  private mutating func setAsideSelfTie(of actor: NetworkActor, at place: Place) {
    setAside(at: place, "self-tie", "'\(actor.id)' is tied to itself.")
  }

  private mutating func noteRepeated(_ repeats: Int) {
    guard repeats > 0 else { return }
    let together = options.weightMeaning == .distance ? "the shortest counts" : "their weights add up"
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

/// Ties without direction that a file lists from both their ends: one tie with two reports, not two ties.
///
/// Within a topic, channel and wave each listing from one end is paired with one from the other, in ascending order of
/// weights; what is left over stays. The weight of a pair is what both ends say on average, or the shorter of two
/// lengths.
private enum MirroredTies {
  /// The same ties, each pair of mirrored ones as one; and how many there were.
  ///
  /// - Complexity: O(*m* log *m*) time and O(*m*) space.
  static func joined(_ ties: [Tie], _ meaning: WeightMeaning) -> (ties: [Tie], count: Int) {
    var weights: [Tie: (onward: [Double], back: [Double])] = [:]
    var order: [Tie] = []
    for tie in ties {
      let key = tie.ascending.weighing(1)
      if weights[key] == nil { order.append(key) }
      if tie.source < tie.target {
        weights[key, default: ([], [])].onward.append(tie.weight)
      } else {
        weights[key, default: ([], [])].back.append(tie.weight)
      }
    }
    var (joined, count) = ([Tie](), 0)
    for key in order {
      let found = weights[key] ?? ([], [])
      let (onward, back) = (found.onward.sorted(), found.back.sorted())
      let pairs = zip(onward, back).map { meaning == .distance ? min($0, $1) : ($0 + $1) / 2 }
      count += pairs.count
      joined += (pairs + onward.dropFirst(pairs.count) + back.dropFirst(pairs.count)).map(key.weighing)
    }
    return (joined, count)
  }

  /// The same of ties that say nothing but their ends.
  static func joined(_ ties: PlainTies) -> (ties: PlainTies, count: Int) {
    // The ends, the lower first, and in the last bit from which of them the tie is listed.
    var keys = zip(ties.sources, ties.targets).map { source, target in
      UInt64(min(source, target)) << 33 | UInt64(max(source, target)) << 1 | (source < target ? 0 : 1)
    }
    keys.sort()
    var (sources, targets, count, start) = ([UInt32](), [UInt32](), 0, 0)
    while start < keys.count {
      let pair = keys[start] >> 1
      let end = keys[start...].firstIndex { $0 >> 1 != pair } ?? keys.count
      let back = keys[start..<end].count { $0 & 1 == 1 }
      let mirrored = min(back, end - start - back)
      count += mirrored
      for _ in 0..<end - start - mirrored {
        sources.append(UInt32(pair >> 32))
        targets.append(UInt32(truncatingIfNeeded: pair))
      }
      start = end
    }
    return count == 0 ? (ties, 0) : (PlainTies(sources: sources, targets: targets), count)
  }
}

extension Tie {
  /// The same with the lower position as source.
  var ascending: Tie {
    var tie = self
    (tie.source, tie.target) = (min(source, target), max(source, target))
    return tie
  }

  fileprivate func weighing(_ weight: Double) -> Tie {
    var tie = self
    tie.weight = weight
    return tie
  }
}
