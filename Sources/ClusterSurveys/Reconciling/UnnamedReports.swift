internal import KnowledgeNetworks

/// What each actor reports, by wave and item, of a partner about whom none of its rows says anything.
///
/// Where the survey holds responses, they say it; an actor without one was not asked. Where it holds none, an actor
/// that says yes or no about any partner under an item in a wave answered that item in full.
///
/// Actors and groups are asked for separately: who names only groups has denied no actor, and an item that was
/// answered by naming groups and never an actor was put to nobody about actors.
struct UnnamedReports: Sendable {
  /// Ascending, the wave without a name first.
  let waves: [String?]
  private var reports: [[SideReport]]

  /// What claims can be about.
  enum Partners: Hashable { case actors, groups }

  private typealias Statement = (column: Int, respondent: Int, report: SideReport)

  /// - Complexity: O(*n* *w* + *c*) time and space for *n* actors, *w* waves and *c* claims and responses.
  init(of survey: Survey, about partners: Partners) {
    let waves = survey.waves
    let numbers = Dictionary(uniqueKeysWithValues: waves.enumerated().map { ($1, $0) })
    func column(_ wave: String?, _ item: SurveyItem) -> Int { Self.column(numbers[wave] ?? 0, item) }

    var reports = [[SideReport]](
      repeating: [SideReport](repeating: .notAsked, count: survey.actors.count),
      count: waves.count * SurveyItem.allCases.count)
    let isSaid = !survey.responses.isEmpty
    let statements =
      isSaid
      ? Self.said(by: survey.responses, claims: survey.claims, about: partners, column: column)
      : Self.implied(by: survey.claims, about: partners, column: column)
    // Of several responses the one that says least counts, of several claims the one that says most: it comes last.
    let order: [SideReport] = isSaid ? [.denied, .silent, .notAsked] : [.silent, .denied]
    for report in order {
      for statement in statements where statement.report == report {
        reports[statement.column][statement.respondent] = report
      }
    }
    self.waves = waves
    self.reports = reports
  }

  /// The reports of all actors on an item in a wave.
  subscript(item: SurveyItem, wave: Int) -> [SideReport] { reports[Self.column(wave, item)] }

  /// The same where an actor reports on pairs without order: it has denied a pair where it answered every item it was
  /// asked, and is silent where it left one open.
  var symmetric: UnnamedReports {
    var joined = self
    for wave in waves.indices {
      let (shared, received) = (self[.shared, wave], self[.received, wave])
      let both = zip(shared, received).map { one, other -> SideReport in
        let asked = [one, other].filter { $0 != .notAsked }
        return asked.isEmpty ? .notAsked : asked.contains(.silent) ? .silent : .denied
      }
      for item in SurveyItem.allCases { joined.reports[Self.column(wave, item)] = both }
    }
    return joined
  }

  private static func column(_ wave: Int, _ item: SurveyItem) -> Int {
    wave * SurveyItem.allCases.count + (item == .shared ? 0 : 1)
  }

  private static func said(
    by responses: [Response], claims: [Claim], about partners: Partners, column: (String?, SurveyItem) -> Int
  ) -> [Statement] {
    var spoken: [Int: Set<Partners>] = [:]
    for claim in claims {
      guard let sort = claim.partner.sort else { continue }
      spoken[column(claim.wave, claim.item), default: []].insert(sort)
    }
    return responses.compactMap { response in
      let column = column(response.wave, response.item)
      guard spoken[column]?.contains(partners) ?? true else { return nil }
      return (column, response.respondent, response.status.reportOfUnnamed)
    }
  }

  private static func implied(
    by claims: [Claim], about partners: Partners, column: (String?, SurveyItem) -> Int
  ) -> [Statement] {
    claims.lazy.filter { $0.partner.sort == partners }
      .map { (column($0.wave, $0.item), $0.respondent, $0.answer == .missing ? .silent : .denied) }
  }
}

extension ClaimPartner {
  /// What the claim is about; `nil` for words that match nothing.
  var sort: UnnamedReports.Partners? {
    switch self {
    case .actor: .actors
    case .group: .groups
    case .text: nil
    }
  }
}
