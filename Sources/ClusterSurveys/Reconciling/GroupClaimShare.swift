public import KnowledgeNetworks

/// How many respondents of one kind named a group of actors under an item.
///
/// A table of kinds by groups, not a network: paths, brokerage and structural holes have no meaning here. The shares
/// under `shared` and `received` are different margins and need not be equal.
public struct GroupClaimShare: Hashable, Sendable {
  /// The survey wave.
  public let wave: String?
  /// The item.
  public let item: SurveyItem
  /// The respondents' kind, `nil` for those whose kind nobody stated.
  public let kind: ActorKind?
  /// The group, as the claims name it.
  public let group: String
  /// Those that named the group, on any topic and through any channel, of those whose answer is known.
  public let named: ObservedShare
}

/// A share that was counted, with Wilson's interval of 95 percent.
///
/// The interval stays inside 0 to 1 and holds for small counts and for shares of 0 and 1. Wilson (1927),
/// [doi:10.1080/01621459.1927.10502953](https://doi.org/10.1080/01621459.1927.10502953).
public struct ObservedShare: Hashable, Codable, Sendable {
  /// How many were counted.
  public let count: Int
  /// Of how many.
  public let total: Int
  /// Whether the numbers are withheld, since so few stand behind them; then both are 0, and nothing may be shown.
  public let isWithheld: Bool

  /// Makes a share of counts.
  ///
  /// - Precondition: 0 ≤ `count` ≤ `total`.
  public init(count: Int, of total: Int) {
    precondition(0 <= count && count <= total, "a part is not larger than the whole")
    (self.count, self.total, isWithheld) = (count, total, false)
  }

  /// A share that is withheld.
  public static let withheld = ObservedShare()

  private init() { (count, total, isWithheld) = (0, 0, true) }

  /// The share where it may be shown; `nil` where it is withheld.
  public var shown: ObservedShare? { isWithheld ? nil : self }

  /// Whether so few stand behind it that readers may recognise them: fewer than five in all, or one to four counted.
  public var isSmall: Bool { total < 5 || (1...4).contains(count) }

  /// The share, `nil` of nothing.
  public var value: Double? { ratio(count, total) }

  /// The 95 % interval, `nil` of nothing.
  public var interval: ClosedRange<Double>? {
    guard let value else { return nil }
    let quantile = Double.normalQuantile975
    let total = Double(total)
    let square = quantile * quantile / total
    let centre = (value + square / 2) / (1 + square)
    let reach = quantile * (value * (1 - value) / total + square / (4 * total)).squareRoot() / (1 + square)
    let lower = count == 0 ? 0 : max(0, centre - reach)
    let upper = count == self.total ? 1 : min(1, centre + reach)
    return lower...upper
  }
}

extension Survey {
  /// Counts who named which group, ordered by wave, item, kind and group; what is not stated comes first.
  ///
  /// A respondent whose answer about the group is missing on one topic and yes on none does not count.
  ///
  /// - Complexity: O(*n* *w* + *c* log *c* + *r*) time for *c* claims and *r* rows of the table.
  package func groupClaimShares() -> [GroupClaimShare] {
    let (answers, unnamed) = (groupAnswers(), UnnamedReports(of: self, about: .groups))
    let kinds = Set(actors.map(\.kind)).sorted { NaturalOrder.precedes($0?.rawValue, $1?.rawValue) }
    return unnamed.waves.indices.flatMap { wave in
      SurveyItem.allCases.flatMap { item -> [GroupClaimShare] in
        let question = SurveyQuestion(wave: unnamed.waves[wave], item: item)
        guard let answers = answers[question] else { return [] }
        let groups = tallies(of: answers, unnamed: unnamed[item, wave]).sorted { $0.key < $1.key }
        return kinds.flatMap { kind in
          groups.compactMap { group, tally in
            guard let total = tally.totals[kind], total > 0 else { return nil }
            return GroupClaimShare(
              wave: question.wave, item: item, kind: kind, group: group,
              named: ObservedShare(count: tally.named[kind] ?? 0, of: total))
          }
        }
      }
    }
  }

  /// What was said by question, group and respondent.
  private func groupAnswers() -> [SurveyQuestion: [String: [Int: [SideReport]]]] {
    var answers: [SurveyQuestion: [String: [Int: [SideReport]]]] = [:]
    for claim in claims {
      guard case .group(let group) = claim.partner else { continue }
      answers[claim.question, default: [:]][group, default: [:]][claim.respondent, default: []].append(
        claim.answer.report)
    }
    return answers
  }

  /// The respondents by group: those that answered, corrected for those of whom rows speak.
  private func tallies(of answers: [String: [Int: [SideReport]]], unnamed: [SideReport]) -> [String: GroupTally] {
    var answered = GroupTally()
    for (actor, report) in zip(actors, unnamed) where report == .denied { answered.totals[actor.kind, default: 0] += 1 }
    return answers.mapValues { reports in
      reports.reduce(into: answered) { tally, said in
        let (kind, report) = (actors[said.key].kind, SideReport.joined(said.value))
        if unnamed[said.key] == .denied { tally.totals[kind, default: 0] -= 1 }
        if report.answer != nil { tally.totals[kind, default: 0] += 1 }
        if report == .affirmed { tally.named[kind, default: 0] += 1 }
      }
    }
  }
}

/// Respondents by kind: whose answer about a group is known, and who named it.
private struct GroupTally {
  var totals: [ActorKind?: Int] = [:]
  var named: [ActorKind?: Int] = [:]
}
