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
  private var reports: [SurveyQuestion: [SideReport]] = [:]

  /// What claims can be about.
  enum Partners: Hashable { case actors, groups }

  private typealias Statement = (question: SurveyQuestion, respondent: Int, report: SideReport)

  /// - Complexity: O(*n* *w* + *c*) time and space for *n* actors, *w* waves and *c* claims and responses.
  init(of survey: Survey, about partners: Partners) {
    let answered = survey.answeredQuestions
    let stated = survey.claims.waves.union(survey.responses.lazy.map(\.wave))
    waves = stated.union(answered.lazy.map(\.question.wave)).sorted(by: NaturalOrder.precedes)
    let nothing = [SideReport](repeating: .notAsked, count: survey.actors.count)
    for wave in waves {
      for item in SurveyItem.allCases { reports[SurveyQuestion(wave: wave, item: item)] = nothing }
    }
    let isSaid = survey.statesResponses
    let statements =
      isSaid ? Self.said(in: survey, answered, about: partners) : Self.implied(by: answered, about: partners)
    // Of several responses the one that says least counts, of several claims the one that says most: it comes last.
    let order: [SideReport] = isSaid ? [.denied, .silent, .notAsked] : [.silent, .denied]
    for report in order {
      for statement in statements where statement.report == report {
        reports[statement.question]?[statement.respondent] = report
      }
    }
  }

  /// The reports of all actors on an item in a wave.
  subscript(item: SurveyItem, wave: Int) -> [SideReport] {
    reports[SurveyQuestion(wave: waves[wave], item: item)] ?? []
  }

  /// The same where an actor reports on pairs without order: it has denied a pair where it answered every item it was
  /// asked, and is silent where it left one open.
  var symmetric: UnnamedReports {
    var joined = self
    for wave in waves.indices {
      let both = zip(self[.shared, wave], self[.received, wave]).map { one, other -> SideReport in
        let asked = [one, other].filter { $0 != .notAsked }
        return asked.isEmpty ? .notAsked : asked.contains(.silent) ? .silent : .denied
      }
      for item in SurveyItem.allCases { joined.reports[SurveyQuestion(wave: waves[wave], item: item)] = both }
    }
    return joined
  }

  private static func said(
    in survey: Survey, _ answered: [AnsweredQuestion], about partners: Partners
  ) -> [Statement] {
    func questions(about partners: Partners) -> Set<SurveyQuestion> {
      Set(answered.lazy.filter { $0.partners == partners }.map(\.question))
    }
    // Those that were answered by naming the other sort alone were put to nobody about this one.
    let foreign = questions(about: partners == .actors ? .groups : .actors).subtracting(questions(about: partners))
    return survey.responses.lazy.filter { !foreign.contains($0.question) }
      .map { ($0.question, $0.respondent, $0.status.reportOfUnnamed) }
  }

  private static func implied(by answered: [AnsweredQuestion], about partners: Partners) -> [Statement] {
    answered.lazy.filter { $0.partners == partners }
      .map { ($0.question, $0.respondent, $0.isMissing ? .silent : .denied) }
  }
}

extension Survey {
  /// Which actors answered an item so that whom they did not name they denied, of actors or of groups, in any wave of
  /// this survey.
  ///
  /// - Complexity: O(*n* *w* + *c*) time and space for *n* actors, *w* waves and *c* claims and responses.
  package func denyUnnamed(under item: SurveyItem) -> [Bool] {
    var denies = [Bool](repeating: false, count: actors.count)
    for partners in [UnnamedReports.Partners.actors, .groups] {
      let unnamed = UnnamedReports(of: self, about: partners)
      for wave in unnamed.waves.indices {
        for (actor, report) in unnamed[item, wave].enumerated() where report == .denied { denies[actor] = true }
      }
    }
    return denies
  }
}

/// An item in a wave.
struct SurveyQuestion: Hashable {
  let wave: String?
  let item: SurveyItem
}

extension Claim {
  var question: SurveyQuestion { SurveyQuestion(wave: wave, item: item) }
}

extension Response {
  fileprivate var question: SurveyQuestion { SurveyQuestion(wave: wave, item: item) }
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
