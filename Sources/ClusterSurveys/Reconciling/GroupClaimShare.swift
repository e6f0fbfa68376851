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

extension Survey {
  /// Counts who named which group, ordered by wave, item, kind and group; what is not stated comes first.
  ///
  /// A respondent whose answer about the group is missing on one topic and yes on none does not count.
  ///
  /// - Complexity: O(*n* *w* + *c* log *c* + *r*) time for *c* claims and *r* rows of the table.
  func groupClaimShares(unnamed: UnnamedReports) -> [GroupClaimShare] {
    let answers = groupAnswers()
    guard !answers.isEmpty else { return [] }
    let kinds = Set(actors.map(\.kind)).sorted { SurveyLayer.precedes($0?.rawValue, $1?.rawValue) }
    return unnamed.waves.indices.flatMap { wave in
      SurveyItem.allCases.flatMap { item in
        let question = GroupQuestion(wave: unnamed.waves[wave], item: item)
        return groupClaimShares(
          of: question, answers: answers[question] ?? [:], kinds: kinds, unnamed: unnamed[item, wave])
      }
    }
  }

  private func groupClaimShares(
    of question: GroupQuestion, answers: [String: [Int: [SideReport]]], kinds: [ActorKind?], unnamed: [SideReport]
  ) -> [GroupClaimShare] {
    guard !answers.isEmpty else { return [] }
    var answered: [ActorKind?: Int] = [:]
    for (actor, report) in unnamed.enumerated() where report == .denied {
      answered[actors[actor].kind, default: 0] += 1
    }
    let tallies = answers.mapValues { reports in
      GroupTally(of: reports.mapValues(SideReport.joined), answered: answered, unnamed: unnamed) { actors[$0].kind }
    }
    let groups = tallies.sorted { $0.key < $1.key }
    return kinds.flatMap { kind in
      groups.compactMap { group, tally in
        guard let total = tally.totals[kind], total > 0 else { return nil }
        return GroupClaimShare(
          wave: question.wave, item: question.item, kind: kind, group: group,
          named: ObservedShare(count: tally.named[kind] ?? 0, of: total))
      }
    }
  }

  /// What was said by question, group and respondent.
  private func groupAnswers() -> [GroupQuestion: [String: [Int: [SideReport]]]] {
    var answers: [GroupQuestion: [String: [Int: [SideReport]]]] = [:]
    for claim in claims {
      guard case .group(let group) = claim.partner else { continue }
      let question = GroupQuestion(wave: claim.wave, item: claim.item)
      answers[question, default: [:]][group, default: [:]][claim.respondent, default: []].append(claim.answer.report)
    }
    return answers
  }
}

private struct GroupQuestion: Hashable {
  let wave: String?
  let item: SurveyItem
}

/// Respondents by kind: whose answer about a group is known, and who named it.
private struct GroupTally {
  var totals: [ActorKind?: Int]
  var named: [ActorKind?: Int] = [:]

  /// Starts from those that answered, and corrects it for those of whom rows speak.
  init(
    of reports: [Int: SideReport], answered: [ActorKind?: Int], unnamed: [SideReport], kind: (Int) -> ActorKind?
  ) {
    totals = answered
    for (respondent, report) in reports {
      let kind = kind(respondent)
      if unnamed[respondent] == .denied { totals[kind, default: 0] -= 1 }
      if report.answer != nil { totals[kind, default: 0] += 1 }
      if report == .affirmed { named[kind, default: 0] += 1 }
    }
  }
}
