internal import KnowledgeNetworks

/// That a respondent answered a question, where the claims by which it did are not in the part of a study looked at.
struct AnsweredQuestion: Hashable, Sendable {
  let question: SurveyQuestion
  var respondent: Int
  /// Actors or groups.
  let partners: UnnamedReports.Partners
  /// Whether it left an answer open.
  let isMissing: Bool
}

extension Survey {
  /// Every question that a claim answers, in this part of the study or in what was left out of it.
  var answeredQuestions: [AnsweredQuestion] { claims.compactMap(AnsweredQuestion.init(by:)) + answersElsewhere }

  /// Cuts out a part of the study.
  ///
  /// - Parameters:
  ///   - waves: The waves kept; `nil` for all rows, those without a wave included.
  ///   - keepsActor: Which actors, by the positions they have now, stay in the roster, beside belonging to the study in one of the waves.
  ///   - keepsLayer: Which topics and channels are looked at.
  ///   - keepsPair: Which pairs of actors, by the positions they have now.
  ///   - keepsGroups: Whether claims about groups and words are looked at.
  func part(
    waves: Set<String>?, keepsActor: (Int) -> Bool = { _ in true },
    keepsLayer: (SurveyLayer) -> Bool = { _ in true }, keepsPair: (Int, Int) -> Bool = { _, _ in true },
    keepsGroups: Bool = true
  ) -> (survey: Survey, loss: SelectionLoss) {
    func keepsWave(_ wave: String?) -> Bool { waves.map { wave.map($0.contains) ?? false } ?? true }
    let kept = actors.indices.filter { keepsActor($0) && presence.includes($0, in: waves) }
    var positions = [Int?](repeating: nil, count: actors.count)
    for (new, old) in kept.enumerated() { positions[old] = new }
    var part = self
    part.actors = kept.map { actors[$0] }
    part.fileOrder = fileOrder.compactMap { positions[$0] }
    part.presence = presence.of(kept)
    part.memberships = memberships.map { $0.moved(to: positions, among: kept.count) }
    part.responses = responses.compactMap { response in
      positions[response.respondent].flatMap { keepsWave(response.wave) ? response.moved(to: $0) : nil }
    }
    part.answers = answers.compactMap { answer in
      positions[answer.respondent].flatMap { keepsWave(answer.wave) ? answer.moved(to: $0) : nil }
    }
    part.responsesElsewhere = statesResponses
    part.wavesOfStudy = (wavesOfStudy ?? self.waves).filter { waves?.contains($0) ?? true }
    part.answersElsewhere = answersElsewhere.compactMap { answer in
      positions[answer.respondent].flatMap { keepsWave(answer.question.wave) ? answer.moved(to: $0) : nil }
    }
    part.claims = []
    for claim in claims where keepsWave(claim.wave) {
      guard let respondent = positions[claim.respondent] else { continue }
      let isKept = keepsLayer(SurveyLayer(of: claim)) && (claim.pair.map(keepsPair) ?? keepsGroups)
      if isKept, let moved = claim.moved(to: positions) {
        part.claims.append(moved)
      } else if let answer = AnsweredQuestion(by: claim)?.moved(to: respondent) {
        part.answersElsewhere.append(answer)
      }
    }
    part.ties = ties.part(positions) {
      keepsWave($0.wave) && keepsLayer(SurveyLayer(of: $0)) && keepsPair($0.source, $0.target)
    }
    let loss = SelectionLoss(
      actors: actors.count - kept.count, claims: claims.count - part.claims.count, ties: ties.count - part.ties.count)
    return (part, loss)
  }
}

extension AnsweredQuestion {
  /// What a claim says of who answered; nothing where it names neither an actor nor a group.
  init?(by claim: Claim) {
    guard let partners = claim.partner.sort else { return nil }
    self.init(
      question: claim.question, respondent: claim.respondent, partners: partners, isMissing: claim.answer == .missing)
  }

  func moved(to respondent: Int) -> AnsweredQuestion {
    var moved = self
    moved.respondent = respondent
    return moved
  }
}

extension Response {
  func moved(to respondent: Int) -> Response {
    var moved = self
    moved.respondent = respondent
    return moved
  }
}

extension SurveyAnswer {
  func moved(to respondent: Int) -> SurveyAnswer {
    var moved = self
    moved.respondent = respondent
    return moved
  }
}

extension Claim {
  /// The two actors it is about; `nil` where it names a group or words.
  fileprivate var pair: (Int, Int)? {
    if case .actor(let partner) = partner { (respondent, partner) } else { nil }
  }

  /// The claim between actors that have moved; `nil` if one of them is gone.
  func moved(to positions: [Int?]) -> Claim? {
    guard let respondent = positions[respondent] else { return nil }
    var moved = self
    moved.respondent = respondent
    if case .actor(let partner) = partner {
      guard let partner = positions[partner] else { return nil }
      moved.partner = .actor(partner)
    }
    return moved
  }
}

extension TieList {
  /// The ties that are kept, between actors that have moved; those of an actor that is gone go with it.
  fileprivate func part(_ positions: [Int?], where isKept: (Tie) -> Bool) -> TieList {
    let kept = lazy.filter(isKept).compactMap { tie -> Tie? in
      guard let source = positions[tie.source], let target = positions[tie.target] else { return nil }
      var moved = tie
      (moved.source, moved.target) = (source, target)
      return moved
    }
    guard plain != nil else { return TieList(kept) }
    var ends: (sources: [UInt32], targets: [UInt32]) = ([], [])
    for tie in kept {
      ends.sources.append(UInt32(tie.source))
      ends.targets.append(UInt32(tie.target))
    }
    return TieList(PlainTies(sources: ends.sources, targets: ends.targets))
  }
}
