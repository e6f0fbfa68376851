internal import KnowledgeNetworks

/// How many ordered pairs of actors have which reports by default, those left out of which rows speak.
///
/// Counts all pairs without listing them.
struct PairTally {
  private static let sorts = SideReport.allCases.count
  private var counts: [Int]

  /// Counts the ordered pairs of different actors by what the giver and the receiver report of unnamed partners.
  ///
  /// - Complexity: O(*n*) time.
  init(giver: [SideReport], receiver: [SideReport]) {
    var givers = [Int](repeating: 0, count: Self.sorts)
    var receivers = givers
    counts = [Int](repeating: 0, count: Self.sorts * Self.sorts)
    for (giver, receiver) in zip(giver, receiver) {
      givers[giver.rank] += 1
      receivers[receiver.rank] += 1
      counts[Self.cell(giver, receiver)] -= 1
    }
    for giver in SideReport.allCases {
      for receiver in SideReport.allCases {
        counts[Self.cell(giver, receiver)] += givers[giver.rank] * receivers[receiver.rank]
      }
    }
  }

  /// Takes out a pair of which rows speak.
  mutating func remove(giver: SideReport, receiver: SideReport) { counts[Self.cell(giver, receiver)] -= 1 }

  /// The number of pairs left with these reports.
  subscript(giver: SideReport, receiver: SideReport) -> Int { counts[Self.cell(giver, receiver)] }

  /// The number of pairs left of which the rule makes this.
  func pairs(_ decision: TieDecision, by rule: (SideReport, SideReport) -> TieDecision) -> Int {
    var pairs = 0
    for giver in SideReport.allCases {
      for receiver in SideReport.allCases where rule(giver, receiver) == decision { pairs += self[giver, receiver] }
    }
    return pairs
  }

  /// Pairs without order, of a count in which each stands in both.
  var unordered: PairTally {
    var halved = self
    for one in SideReport.allCases {
      for other in SideReport.allCases {
        let both = self[one, other] + self[other, one]
        halved.counts[Self.cell(one, other)] =
          one.rank < other.rank ? both / 2 : one.rank == other.rank ? self[one, one] / 2 : 0
      }
    }
    return halved
  }

  private static func cell(_ giver: SideReport, _ receiver: SideReport) -> Int { giver.rank * sorts + receiver.rank }
}

extension ReportTable {
  /// The pairs of a wave of which no row speaks, given those of which some do.
  func unnamedPairs(inWave wave: Int, besides named: some Sequence<(giver: Int, receiver: Int)>) -> PairTally {
    let (givers, receivers) = (unnamed[.shared, wave], unnamed[.received, wave])
    var tally = PairTally(giver: givers, receiver: receivers)
    for pair in named { tally.remove(giver: givers[pair.giver], receiver: receivers[pair.receiver]) }
    guard isSymmetric else { return tally }
    for pair in named { tally.remove(giver: givers[pair.receiver], receiver: receivers[pair.giver]) }
    return tally.unordered
  }
}
