public import ClusterSurveys
public import KnowledgeNetworks

/// A made-up survey over a made-up network.
///
/// Claims are made when they are asked for, a block of ties at a time, so a survey takes hardly more room than who
/// answered it.
public struct SyntheticSurvey: Sendable {
  /// The network it asks about.
  public let network: SyntheticNetwork
  /// How it sees it.
  public let design: SurveyDesign
  /// What became of asking, by wave and actor.
  private let statuses: [[ResponseStatus]]

  /// Decides who answers.
  ///
  /// Properties: `respondentsAreAsManyAsDesigned`, `perfectRecallGivesTheNetworkBack`, `threadsAreWithoutEffect`,
  /// `everyClaimIsOfARespondent`, `nobodyNamesItself`.
  ///
  /// - Throws: `BuzzlineError` as ``SurveyDesign/check(actors:)`` does.
  /// - Complexity: O(*n* *w*) time and space for *n* actors and *w* waves.
  public init(of network: SyntheticNetwork, design: SurveyDesign = SurveyDesign()) throws(BuzzlineError) {
    try design.check(actors: network.actorCount)
    self.network = network
    self.design = design
    statuses = design.statuses(in: network)
  }

  /// What became of asking an actor in a wave, from 0.
  public func status(of actor: Int, wave: Int) -> ResponseStatus { statuses[wave][actor] }

  /// The survey as reading its files would give it, except for files and remarks.
  ///
  /// - Throws: `BuzzlineError` with `.cancelled`.
  /// - Complexity: O(*n* *w* + *m* *w*) time and space for *n* actors, *m* ties and *w* waves.
  public func survey(workers: Workers = .all) throws(BuzzlineError) -> Survey {
    let claims = try workers.map(claimBlocks.count, work: "asking") { self.claims(in: claimBlocks[$0]) }
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
  var claimBlocks: RowBlocks { RowBlocks(rows: network.tieCount, size: 16_384, waves: design.waveCount) }

  /// What givers and receivers report of one block of ties in one wave.
  func claims(in block: RowBlocks.Block) -> [Claim] {
    // What a tie is about does not change from wave to wave; what is said of it does.
    var nature = SeededGenerator(seed: design.seed, stream: Purpose.ties.stream(block.part))
    var chance = SeededGenerator(seed: design.seed, stream: Purpose.reports.stream(block.number))
    // A tie is there in all waves up to which its share of ties lasts.
    let lasting = (0..<block.wave).reduce(1.0) { share, _ in share * design.persistence }
    var claims: [Claim] = []
    var giver = network.rowStarts.row(of: block.rows.lowerBound)
    for tie in block.rows {
      while Int(network.rowStarts[giver + 1]) <= tie { giver += 1 }
      let (topic, channel) = (nature.word(of: design.topics), nature.word(of: design.channels))
      guard nature.unit() < lasting else { continue }
      let receiver = Int(network.receivers[tie])
      for item in SurveyItem.allCases {
        let (respondent, partner) = item == .shared ? (giver, receiver) : (receiver, giver)
        guard let named = report(by: respondent, on: partner, item, block.wave, &chance) else { continue }
        claims.append(
          Claim(
            wave: design.waveName(block.wave), respondent: respondent, item: item, partner: named, topic: topic,
            channel: channel))
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

extension SeededGenerator {
  fileprivate mutating func word(of words: [String]) -> String? { words.isEmpty ? nil : words[below(words.count)] }
}

extension SurveyDesign {
  /// Asks wave by wave: whoever declined once is not asked again.
  fileprivate func statuses(in network: SyntheticNetwork) -> [[ResponseStatus]] {
    var generator = SeededGenerator(seed: seed, stream: Purpose.respondents.stream(0))
    var asked = Array(0..<network.actorCount)
    return (0..<waveCount).map { wave in
      let answering =
        respondents.isEmpty
        ? asked.filter { generator.unit() >= nonResponse.share(of: network.kinds[$0]) }
        : draw(respondents[wave], of: asked, in: network, &generator)
      var status = [ResponseStatus](repeating: .notAsked, count: network.actorCount)
      for actor in asked { status[actor] = wave == 0 ? .refused : .absent }
      for actor in answering { status[actor] = generator.unit() < partialShare ? .partial : .answered }
      asked = answering
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
