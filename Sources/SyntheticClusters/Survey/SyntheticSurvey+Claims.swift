internal import ClusterSurveys
internal import KnowledgeNetworks

extension SyntheticSurvey {
  /// Blocks of ties, wave after wave.
  var claimBlockCount: Int { design.waveCount * blocksOfTies }

  private var blocksOfTies: Int { BlockSize.count(of: network.tieCount, by: BlockSize.ties / 4) }

  /// What givers and receivers report of one block of ties in one wave.
  @Sendable func claims(inBlock block: Int) -> [Claim] {
    let (wave, part) = block.quotientAndRemainder(dividingBy: blocksOfTies)
    let ties = BlockSize.rows(of: part, by: BlockSize.ties / 4, in: network.tieCount)
    // What a tie is about does not change from wave to wave; what is said of it does.
    var nature = SeededGenerator(seed: design.seed, stream: Purpose.ties.stream(part))
    var chance = SeededGenerator(seed: design.seed, stream: Purpose.reports.stream(block))
    let lasting = (0..<wave).reduce(1.0) { share, _ in share * design.persistence }
    var claims: [Claim] = []
    var giver = network.giver(ofTie: ties.lowerBound)
    for tie in ties {
      while Int(network.rowStarts[giver + 1]) <= tie { giver += 1 }
      let subject = TieSubject(design, &nature)
      guard subject.life < lasting else { continue }
      let receiver = Int(network.receivers[tie])
      for item in SurveyItem.allCases {
        let (respondent, partner) = item == .shared ? (giver, receiver) : (receiver, giver)
        guard let named = report(by: respondent, on: partner, item, wave, &chance) else { continue }
        claims.append(
          Claim(
            wave: design.waveName(wave), respondent: respondent, item: item, partner: named, topic: subject.topic,
            channel: subject.channel))
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
    case .notAsked, .refused, .absent: return nil
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

/// What a tie is about, how it works, and how long it lasts.
private struct TieSubject {
  let topic: String?
  let channel: String?
  /// The tie is there in all waves up to which this share of ties lasts.
  let life: Double

  init(_ design: SurveyDesign, _ nature: inout SeededGenerator) {
    topic = design.topics.isEmpty ? nil : design.topics[nature.below(design.topics.count)]
    channel = design.channels.isEmpty ? nil : design.channels[nature.below(design.channels.count)]
    life = nature.unit()
  }
}
