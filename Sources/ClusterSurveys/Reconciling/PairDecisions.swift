internal import KnowledgeNetworks

/// The decisions of a wave on all pairs of its actors, in a table to be asked many times.
///
/// Pairs of which a row speaks or that are tied stand in a hash table with open addressing; of all others the reports of
/// the two actors on partners they do not name decide. A question takes O(1) time on average, the table O(*n* + *c*)
/// space for *n* actors and *c* pairs.
struct PairDecisions: Sendable {
  /// Each slot holds 31 bits of the giver, 31 of the receiver and a decision from 1 to 3; 0 where it is free.
  private var slots: [UInt64]
  private let shift: UInt64
  /// For each actor its reports as giver and as receiver on partners it does not name, as one number.
  private let reports: [UInt8]
  /// The decisions by the reports of the giver and the receiver.
  private let ofUnnamed: [TieDecision]
  private let isSymmetric: Bool

  /// - Parameters:
  ///   - named: The pairs whose decisions may differ from what their reports on others give, each once.
  ///   - reports: For each actor what it reports as giver and as receiver on partners it does not name.
  ///   - isSymmetric: Whether the lower position of a pair stands for the giver.
  init(
    named: [(giver: Int, receiver: Int, decision: TieDecision)], reports: [(SideReport, SideReport)],
    isSymmetric: Bool, ofUnnamed decide: ((SideReport, SideReport), (SideReport, SideReport)) -> TieDecision
  ) {
    let bits = UInt64.bitWidth - (2 * named.count + 1).leadingZeroBitCount
    (slots, shift) = (Array(repeating: 0, count: 1 << bits), UInt64(UInt64.bitWidth - bits))
    self.isSymmetric = isSymmetric
    self.reports = reports.map { UInt8(4 * $0.0.rank + $0.1.rank) }
    ofUnnamed = SideReport.pairs.flatMap { giver in SideReport.pairs.map { decide(giver, $0) } }
    for pair in named { insert(pair) }
  }

  /// What became of a pair.
  func decision(from giver: Int, to receiver: Int) -> TieDecision {
    let key = Self.key(giver, receiver)
    var slot = place(of: key)
    while slots[slot] != 0 {
      if slots[slot] >> 2 == key { return Self.decision(numbered: slots[slot] & 3) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let (first, second) = isSymmetric ? (min(giver, receiver), max(giver, receiver)) : (giver, receiver)
    return ofUnnamed[16 * Int(reports[first]) + Int(reports[second])]
  }

  private mutating func insert(_ pair: (giver: Int, receiver: Int, decision: TieDecision)) {
    let key = Self.key(pair.giver, pair.receiver)
    var slot = place(of: key)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = key << 2 | Self.number(of: pair.decision)
  }

  private static func key(_ giver: Int, _ receiver: Int) -> UInt64 { UInt64(giver) << 31 | UInt64(receiver) }

  private func place(of key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  private static func number(of decision: TieDecision) -> UInt64 {
    switch decision {
    case .tie: 1
    case .noTie: 2
    case .unobserved: 3
    }
  }

  private static func decision(numbered number: UInt64) -> TieDecision {
    number == 1 ? .tie : number == 2 ? .noTie : .unobserved
  }
}
