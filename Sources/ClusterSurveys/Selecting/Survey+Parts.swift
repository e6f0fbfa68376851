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
  /// Every question that a claim answers, in this part of the study or in what was left out of it; each once, but for
  /// those that were answered in both.
  var answeredQuestions: [AnsweredQuestion] { claims.answeredQuestions + answersElsewhere }

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
    let areInWaves = claims.settings.map { keepsWave($0.wave) }
    let areInLayers = claims.settings.map { keepsLayer(SurveyLayer(of: $0)) }
    part.claims = claims.kept { position in
      let claim = claims.entries[position]
      guard areInWaves[Int(claim.setting)], let respondent = positions[Int(claim.respondent)] else { return nil }
      let isKept =
        areInLayers[Int(claim.setting)]
        && (claim.isAboutActor ? keepsPair(Int(claim.respondent), Int(claim.partner)) : keepsGroups)
      if isKept, let moved = claim.moved(to: positions) { return moved }
      if let answer = AnsweredQuestion(by: claims[position])?.moved(to: respondent) {
        part.answersElsewhere.append(answer)
      }
      return nil
    }
    part.ties = ties.part(positions) {
      keepsWave($0.wave) && keepsLayer(SurveyLayer(of: $0)) && keepsPair($0.source, $0.target)
    }
    let loss = SelectionLoss(
      actors: actors.count - kept.count, claims: claims.count - part.claims.count, ties: ties.count - part.ties.count)
    return (part, loss)
  }
}

extension ClaimList {
  /// Every question that a claim answers, each once for a respondent.
  ///
  /// - Complexity: O(*c*) time and O(questions and respondents) space for *c* claims.
  fileprivate var answeredQuestions: [AnsweredQuestion] {
    let waves = Array(Set(settings.map(\.wave))).numbers
    let numbers = settings.map { UInt32(8 * (waves[$0.wave] ?? 0)) }
    var (known, questions) = (PairNumbers(), [AnsweredQuestion]())
    for position in entries.indices {
      let claim = entries[position]
      if !claim.isAboutActor, unknownPartners[Int(claim.partner)].sort == nil { continue }
      let said = (claim.item == .shared ? 4 : 0) + (claim.answer == .missing ? 2 : 0) + (claim.isAboutActor ? 1 : 0)
      let question = numbers[Int(claim.setting)] + UInt32(said)
      if known.number(of: UInt32(bitPattern: claim.respondent), question) == questions.count,
        let question = AnsweredQuestion(by: self[position])
      {
        questions.append(question)
      }
    }
    return questions
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

extension ClaimList.Entry {
  /// The claim between actors that have moved; `nil` if one of them is gone.
  func moved(to positions: [Int?]) -> ClaimList.Entry? {
    guard let respondent = positions[Int(respondent)] else { return nil }
    var moved = self
    moved.respondent = Int32(respondent)
    if isAboutActor {
      guard let partner = positions[Int(partner)] else { return nil }
      moved.partner = Int32(partner)
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
