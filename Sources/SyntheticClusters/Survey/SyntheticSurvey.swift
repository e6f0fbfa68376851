public import ClusterSurveys
public import KnowledgeNetworks

/// A made-up survey over a made-up network.
///
/// Claims are made when they are asked for, a block of ties at a time, so a survey takes hardly more room than who
/// answered it and, of several waves, which tie is there in which.
public struct SyntheticSurvey: Sendable {
  /// The network it asks about.
  public let network: SyntheticNetwork
  /// How it sees it.
  public let design: SurveyDesign
  /// What became of asking, by wave and actor.
  private let statuses: [[ResponseStatus]]
  /// Which tie is there in which wave.
  let history: TieHistory

  /// Decides who answers, and which ties each wave has.
  ///
  /// Properties: `respondentsAreAsManyAsDesigned`, `perfectRecallGivesTheNetworkBack`, `threadsAreWithoutEffect`,
  /// `everyClaimIsOfARespondent`, `nobodyNamesItself`, `tiesAreFormedOnFreePairs`, `changesAreAsManyAsDesigned`,
  /// `laterWavesAreNetworksOfTheSameSort`.
  ///
  /// - Throws: `BuzzlineError` as ``SurveyDesign/check(actors:)`` does, if the waves grow to more ties than a network
  ///   holds, or memory does not suffice for them; with `.cancelled`.
  /// - Complexity: O(*n* *w* + *m* *w* log *m*) time and O(*n* *w* + *m*) space for *n* actors, *w* waves and *m* ties of
  ///   all waves.
  public init(
    of network: SyntheticNetwork, design: SurveyDesign = SurveyDesign(), workers: Workers = .all
  ) throws(BuzzlineError) {
    try design.check(actors: network.actorCount)
    let (most, formed) = design.expectedTies(of: network)
    try require(
      // Chance may make a few more.
      formed == 0 || most <= 0.9 * Double(UInt32.max),
      "The waves would grow to more ties than a network holds, which are \(UInt32.max); fewer waves or formed ties keep "
        + "them smaller.")
    try workers.afford(
      MemoryNeed(
        "The survey",
        bytes: design.waveCount * network.actorCount + Int(5 * formed)
          + (design.waveCount > 1 ? network.tieCount : 0) + (formed > 0 ? 16 * network.tieCount : 0),
        advice: "a survey of fewer waves"))
    self.network = network
    self.design = design
    statuses = design.statuses(in: network)
    history = try TieHistory(of: network, design: design, workers: workers)
  }

  /// What became of asking an actor in a wave, from 0.
  public func status(of actor: Int, wave: Int) -> ResponseStatus { statuses[wave][actor] }

  /// The survey as reading its files would give it, except for files and remarks.
  ///
  /// - Throws: `BuzzlineError` with `.cancelled`.
  /// - Complexity: O(*n* *w* + *m* *w*) time and space for *n* actors, *m* ties and *w* waves.
  public func survey(workers: Workers = .all) throws(BuzzlineError) -> Survey {
    let blocks = tieBlocks
    let claims = try workers.map(blocks.count, work: "asking") { self.claims(in: blocks[$0]) }
    let responses = (0..<design.waveCount).flatMap { wave in
      (0..<network.actorCount).flatMap { actor in
        SurveyItem.allCases.map { item in
          Response(
            wave: design.waveName(wave), respondent: actor, item: item, status: status(of: actor, wave: wave))
        }
      }
    }
    return Survey(actors: network.actors, claims: claims.flatMap(\.self), responses: responses)
  }
}

extension SyntheticSurvey {
  /// Blocks of ties, wave after wave.
  var tieBlocks: [TieBlock] { history.blocks(waves: design.waveCount) }

  /// What givers and receivers report of one block of ties in one wave.
  func claims(in block: TieBlock) -> [Claim] {
    let cohort = history.cohorts[block.cohort]
    // What a tie is about does not change from wave to wave; what is said of it does.
    var natures = cohort.nature(ofTiesFrom: block.ties.lowerBound, design: design)
    var chance = SeededGenerator(seed: design.seed, stream: Purpose.reports.stream(block.reports))
    var claims: [Claim] = []
    var giver = cohort.rowStarts.row(of: block.ties.lowerBound)
    for tie in block.ties {
      while Int(cohort.rowStarts[giver + 1]) <= tie { giver += 1 }
      let nature = TieNature(by: design, &natures)
      guard cohort.isThere(tie, in: block.wave) else { continue }
      let receiver = Int(cohort.receivers[tie])
      for item in SurveyItem.allCases {
        let (respondent, partner) = item == .shared ? (giver, receiver) : (receiver, giver)
        guard let named = report(by: respondent, on: partner, item, block.wave, &chance) else { continue }
        claims.append(
          Claim(
            wave: design.waveName(block.wave), respondent: respondent, item: item, partner: named, topic: nature.topic,
            channel: nature.channel))
      }
    }
    return claims
  }

  /// Whom a respondent names for a partner, `nil` if nobody.
  private func report(
    by respondent: Int, on partner: Int, _ item: SurveyItem, _ wave: Int, _ chance: inout SeededGenerator
  ) -> ClaimPartner? {
    let full = item == .shared ? design.giverRecall : design.receiverRecall
    let recall: Double
    switch status(of: respondent, wave: wave) {
    case .answered: recall = full
    case .partial: recall = full / 2
    case .notAsked, .refused, .absent, .notMember: return nil
    }
    guard chance.unit() < recall else { return nil }
    let slip = chance.unit()
    if slip < design.kindNaming { return .group(network.kinds[partner].actorKind.rawValue) }
    guard slip < design.kindNaming + design.wrongPartner else { return .actor(partner) }
    let neighbours = network.members(ofCluster: network.cluster(of: respondent))
    let other = neighbours.lowerBound + chance.below(neighbours.count)
    return .actor(other == respondent ? partner : other)
  }
}

extension SurveyDesign {
  /// Asks wave by wave: everybody, but where the number of respondents is set nobody who declined once.
  fileprivate func statuses(in network: SyntheticNetwork) -> [[ResponseStatus]] {
    var generator = SeededGenerator(seed: seed, stream: Purpose.respondents.stream(0))
    var asked = Array(0..<network.actorCount)
    return (0..<waveCount).map { wave in
      let answering =
        respondents.isEmpty
        ? asked.filter { generator.unit() >= nonResponse.share(of: network.kinds[$0]) }
        : draw(respondents[wave], of: asked, in: network, &generator)
      var status = [ResponseStatus](repeating: .notAsked, count: network.actorCount)
      for actor in asked { status[actor] = wave == 0 || respondents.isEmpty ? .refused : .absent }
      for actor in answering { status[actor] = generator.unit() < partialShare ? .partial : .answered }
      if !respondents.isEmpty { asked = answering }
      return status
    }
  }

  /// Draws so many of those asked; who is of a kind that answers less is less likely to be drawn.
  private func draw(
    _ count: Int, of asked: [Int], in network: SyntheticNetwork, _ generator: inout SeededGenerator
  ) -> [Int] {
    var order = asked
    generator.shuffle(&order)
    var willing: [Int] = []
    var others: [Int] = []
    for actor in order {
      let declines = generator.unit() < nonResponse.share(of: network.kinds[actor])
      if declines { others.append(actor) } else { willing.append(actor) }
    }
    return (willing + others).prefix(count).sorted()
  }
}
