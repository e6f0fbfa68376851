import ClusterSurveys
import KnowledgeNetworks

/// Small surveys with every oddity that reconciling must bear.
enum RandomSurveys {
  static func survey(seed: UInt64) -> Survey {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + generator.below(6)
    let kinds: [ActorKind?] = [nil, .sme, .largeFirm]
    let actors = (0..<count).map { NetworkActor(id: "a\($0)", kind: kinds[generator.below(3)]) }
    let waves: [String?] = generator.below(2) == 0 ? [nil] : [nil, "2", "1"]
    let topics: [String?] = generator.below(2) == 0 ? [nil] : [nil, "b", "a"]
    let channels: [String?] = generator.below(3) == 0 ? [nil, "fair"] : [nil]
    var survey = Survey(actors: actors)
    for _ in 0..<generator.below(count * 6 + 1) {
      guard let partner = partner(for: &generator, in: count) else { continue }
      survey.claims.append(
        Claim(
          wave: pick(waves, &generator), respondent: partner.respondent, item: pick(SurveyItem.allCases, &generator),
          partner: partner.partner, topic: pick(topics, &generator), channel: pick(channels, &generator),
          answer: pick([.yes, .yes, .yes, .no, .missing], &generator),
          weight: pick([nil, nil, 1, 2, 4], &generator)))
    }
    if generator.below(3) > 0 {
      for _ in 0..<generator.below(count * 3 * waves.count + 1) {
        survey.responses.append(
          Response(
            wave: pick(waves, &generator), respondent: generator.below(count),
            item: pick(SurveyItem.allCases, &generator),
            status: pick([.answered, .answered] + ResponseStatus.allCases, &generator)))
      }
    }
    for _ in 0..<(generator.below(3) == 0 && count > 1 ? generator.below(4) : 0) {
      let source = generator.below(count)
      let target = (source + 1 + generator.below(count - 1)) % count
      survey.ties.append(Tie(source: source, target: target, weight: 3, topic: pick(topics, &generator)))
    }
    return survey
  }

  private static func partner(
    for generator: inout SeededGenerator, in count: Int
  ) -> (respondent: Int, partner: ClaimPartner)? {
    let respondent = generator.below(count)
    switch generator.below(12) {
    case 0: return (respondent, .group(pick(["sme", "large_firm"], &generator)))
    case 1: return (respondent, .text("some firm"))
    default:
      guard count > 1 else { return nil }
      return (respondent, .actor((respondent + 1 + generator.below(count - 1)) % count))
    }
  }

  static func pick<Value>(_ values: [Value], _ generator: inout SeededGenerator) -> Value {
    values[generator.below(values.count)]
  }
}

extension Survey {
  /// The same rows in another order.
  func shuffled(seed: UInt64) -> Survey {
    var generator = SeededGenerator(seed: seed)
    var shuffled = self
    var claims = Array(shuffled.claims)
    generator.shuffle(&claims)
    shuffled.claims = ClaimList(claims)
    generator.shuffle(&shuffled.responses)
    var ties = Array(shuffled.ties)
    generator.shuffle(&ties)
    shuffled.ties = TieList(ties)
    return shuffled
  }

  /// Givers and receivers in each other's place.
  var mirrored: Survey {
    var mirrored = self
    for row in claims.indices { mirrored.claims[row].item = claims[row].item == .shared ? .received : .shared }
    for row in responses.indices { mirrored.responses[row].item = responses[row].item == .shared ? .received : .shared }
    for row in ties.indices {
      (mirrored.ties[row].source, mirrored.ties[row].target) = (ties[row].target, ties[row].source)
    }
    return mirrored
  }
}
