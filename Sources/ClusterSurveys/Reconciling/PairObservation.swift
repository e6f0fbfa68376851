internal import KnowledgeNetworks

/// What a wave decides of every pair of its actors: tied, known not to be, or unobserved.
///
/// Kept by what each actor reports of partners it does not name, beside the rows that speak of a pair, so that *n*
/// actors with *c* claims take O(*n* + *c*) space, not *n*².
struct PairObservation: Sendable {
  private let table: ReportTable
  private let network: KnowledgeNetwork
  /// What the rule makes of two reports.
  private let decide: @Sendable (SideReport, SideReport) -> TieDecision
  private let givers: [SideReport]
  private let receivers: [SideReport]

  private struct Pair: Hashable {
    let giver: Int
    let receiver: Int
  }

  /// - Parameters:
  ///   - table: What was reported in one wave; where nothing was asked, whatever is no tie is known not to be.
  ///   - network: The ties that came of it.
  init(
    of table: ReportTable, network: KnowledgeNetwork,
    _ decide: @escaping @Sendable (SideReport, SideReport) -> TieDecision
  ) {
    (self.table, self.network, self.decide) = (table, network, decide)
    let nothing = table.unnamed.waves.isEmpty ? [SideReport](repeating: .denied, count: network.actorCount) : nil
    (givers, receivers) = (nothing ?? table.unnamed[.shared, 0], nothing ?? table.unnamed[.received, 0])
  }

  /// What became of a pair; without direction, whichever of the two is named first.
  ///
  /// - Complexity: O(log *c*) for *c* pairs of which a row speaks.
  func decision(from giver: Int, to receiver: Int) -> TieDecision {
    if network.hasTie(from: giver, to: receiver) { return .tie }
    if table.isSymmetric { return reported(min(giver, receiver), max(giver, receiver)) }
    let oneWay = reported(giver, receiver)
    return network.isDirected ? oneWay : TieDecision.joined([oneWay, reported(receiver, giver)])
  }

  private func reported(_ giver: Int, _ receiver: Int) -> TieDecision {
    let rows = table.rows(giver: giver, receiver: receiver)
    guard rows.isEmpty else { return TieDecision.joined(rows.map { decide($0.giverReport, $0.receiverReport) }) }
    return decide(givers[giver], receivers[receiver])
  }

  /// The same of all pairs, where many are asked for.
  ///
  /// - Complexity: O(*n* + *c* log *c*) time and O(*n* + *c*) space for *n* actors and *c* pairs of which a row speaks.
  var decisions: PairDecisions {
    // Without an order, a row on either direction of a pair has a say in both.
    let named = namedPairs
    let pairs = isOrdered ? named : named.union(named.map { Pair(giver: $0.receiver, receiver: $0.giver) })
    return PairDecisions(
      named: pairs.map { ($0.giver, $0.receiver, decision(from: $0.giver, to: $0.receiver)) },
      reports: Array(zip(givers, receivers)), isSymmetric: table.isSymmetric
    ) { giver, receiver in
      let oneWay = decide(giver.0, receiver.1)
      return isOrdered || table.isSymmetric ? oneWay : TieDecision.joined([oneWay, decide(receiver.0, giver.1)])
    }
  }

  private var isOrdered: Bool { network.isDirected && !table.isSymmetric }

  /// Whether what two actors report of partners they do not name says all about a pair of which no row speaks.
  private var countsByReports: Bool { table.isSymmetric || network.isDirected || table.unnamed.waves.isEmpty }

  /// Whether an actor answered, as giver and as receiver, of partners it does not name.
  func answers(of actor: Int) -> [Bool] { [givers[actor], receivers[actor]].map { $0.answer != nil } }

  /// How many pairs of some actors two waves both observe.
  ///
  /// - Parameters:
  ///   - later: The other wave.
  ///   - actors: The positions of each actor in this wave and in the other.
  /// - Complexity: O(*n* + *c*) time for *n* actors and *c* pairs of which a row speaks.
  func jointlyObserved(with later: PairObservation, _ actors: [(Int, Int)]) -> Int {
    guard countsByReports, later.countsByReports else {
      return actors.indices.reduce(0) { sum, one in
        sum + actors[..<one].count { isJoint(with: later, actors[one], $0) }
      }
    }
    var (giving, receiving) = ([Reports: Int](), [Reports: Int]())
    for (mine, theirs) in actors {
      giving[Reports(givers[mine], later.givers[theirs]), default: 0] += 1
      receiving[Reports(receivers[mine], later.receivers[theirs]), default: 0] += 1
    }
    func isObserved(_ giver: Reports, _ receiver: Reports) -> Bool {
      decide(giver.first, receiver.first) != .unobserved && later.decide(giver.second, receiver.second) != .unobserved
    }
    var count = 0
    for (giver, givers) in giving {
      for (receiver, receivers) in receiving where isObserved(giver, receiver) { count += givers * receivers }
    }
    func reports(_ actor: (Int, Int)) -> (giver: Reports, receiver: Reports) {
      (Reports(givers[actor.0], later.givers[actor.1]), Reports(receivers[actor.0], later.receivers[actor.1]))
    }
    for actor in actors where isObserved(reports(actor).giver, reports(actor).receiver) { count -= 1 }
    if !network.isDirected { count /= 2 }
    // Pairs of which rows speak, by what came of them.
    for (giver, receiver) in namedPairs(with: later, actors) {
      let wasCounted = isObserved(reports(giver).giver, reports(receiver).receiver)
      count += (isJoint(with: later, giver, receiver) ? 1 : 0) - (wasCounted ? 1 : 0)
    }
    return count
  }

  private func isJoint(with later: PairObservation, _ giver: (Int, Int), _ receiver: (Int, Int)) -> Bool {
    decision(from: giver.0, to: receiver.0) != .unobserved
      && later.decision(from: giver.1, to: receiver.1) != .unobserved
  }

  /// The pairs of which a row speaks or that are tied.
  private var namedPairs: Set<Pair> {
    Set(table.possibleTies.lazy.map { Pair(giver: $0.giver, receiver: $0.receiver) })
      .union(network.pairs.lazy.map { Pair(giver: $0.source, receiver: $0.target) })
  }

  /// The pairs of some actors of which a row speaks, or that are tied, in either wave.
  private func namedPairs(
    with later: PairObservation, _ actors: [(Int, Int)]
  ) -> [(giver: (Int, Int), receiver: (Int, Int))] {
    let mine = Dictionary(uniqueKeysWithValues: actors.map { ($0.0, $0.1) })
    let theirs = Dictionary(uniqueKeysWithValues: actors.map { ($0.1, $0.0) })
    var pairs: [Pair: Pair] = [:]
    for pair in namedPairs {
      guard let giver = mine[pair.giver], let receiver = mine[pair.receiver] else { continue }
      pairs[pair] = Pair(giver: giver, receiver: receiver)
    }
    for pair in later.namedPairs {
      guard let giver = theirs[pair.giver], let receiver = theirs[pair.receiver] else { continue }
      pairs[Pair(giver: giver, receiver: receiver)] = pair
    }
    return pairs.map { (($0.giver, $1.giver), ($0.receiver, $1.receiver)) }
  }
}

/// What an actor reports in two waves of partners it does not name.
private struct Reports: Hashable {
  let first: SideReport
  let second: SideReport

  init(_ first: SideReport, _ second: SideReport) { (self.first, self.second) = (first, second) }
}
