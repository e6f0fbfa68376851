import KnowledgeNetworks

@testable import ClusterSurveys

/// Reconciling by the full table of actors × actors × layers, written from the definitions and nothing else.
struct NaiveReconciling {
  let survey: Survey

  struct Layer: Hashable {
    var wave: String?
    var topic: String?
    var channel: String?
  }

  var waves: [String?] {
    var waves: [String?] = []
    for wave in survey.claims.map(\.wave) + survey.responses.map(\.wave) where !waves.contains(wave) {
      waves.append(wave)
    }
    return waves.sorted { ($0 ?? "") < ($1 ?? "") }
  }

  var layers: [Layer] {
    var layers: [Layer] = []
    for claim in survey.claims {
      let layer = Layer(wave: claim.wave, topic: claim.topic, channel: claim.channel)
      if !layers.contains(layer) { layers.append(layer) }
    }
    return layers
  }

  func rows(_ item: SurveyItem, by respondent: Int, about partner: Int, in layer: Layer) -> [Claim] {
    survey.claims.filter {
      $0.item == item && $0.respondent == respondent && $0.partner == .actor(partner) && $0.wave == layer.wave
        && $0.topic == layer.topic && $0.channel == layer.channel
    }
  }

  func unnamed(_ item: SurveyItem, by actor: Int, wave: String?) -> SideReport {
    let about = survey.claims.filter { $0.wave == wave && $0.item == item }
    let named = about.filter { if case .actor = $0.partner { true } else { false } }
    let elsewhere = survey.answersElsewhere.filter { $0.question.wave == wave && $0.question.item == item }
    let others = elsewhere.filter { $0.partners == .actors }
    if !survey.statesResponses {
      let own =
        named.filter { $0.respondent == actor }.map { $0.answer == .missing }
        + others.filter { $0.respondent == actor }.map(\.isMissing)
      if own.contains(false) { return .denied }
      return own.isEmpty ? .notAsked : .silent
    }
    let isAboutGroups =
      about.contains { if case .group = $0.partner { true } else { false } } || elsewhere.count > others.count
    if named.isEmpty, others.isEmpty, isAboutGroups { return .notAsked }
    let statuses = survey.responses.filter { $0.wave == wave && $0.item == item && $0.respondent == actor }
      .map(\.status)
    if statuses.isEmpty || statuses.contains(.notAsked) || statuses.contains(.notMember) { return .notAsked }
    return statuses.allSatisfy { $0 == .answered } ? .denied : .silent
  }

  func report(_ item: SurveyItem, by respondent: Int, about partner: Int, in layer: Layer) -> SideReport {
    let answers = rows(item, by: respondent, about: partner, in: layer).map(\.answer)
    if answers.contains(.yes) { return .affirmed }
    if answers.contains(.no) { return .denied }
    if answers.contains(.missing) { return .silent }
    return unnamed(item, by: respondent, wave: layer.wave)
  }

  func reports(from giver: Int, to receiver: Int, in layer: Layer) -> (giver: SideReport, receiver: SideReport) {
    (
      report(.shared, by: giver, about: receiver, in: layer),
      report(.received, by: receiver, about: giver, in: layer)
    )
  }

  func isNamed(from giver: Int, to receiver: Int, in layer: Layer) -> Bool {
    !rows(.shared, by: giver, about: receiver, in: layer).isEmpty
      || !rows(.received, by: receiver, about: giver, in: layer).isEmpty
  }

  /// The three-valued rule; `nil` is unobserved.
  static func rule(_ rule: ReconciliationRule, _ lone: LoneDenial, _ giver: Bool?, _ receiver: Bool?) -> Bool? {
    switch (rule, giver, receiver) {
    case (.giver, let only, _), (.receiver, _, let only): return only
    case (_, nil, nil): return nil
    case (.either, false?, nil), (.either, nil, false?): return lone == .absent ? false : nil
    case (_, let only?, nil), (_, nil, let only?): return only
    case (.either, let giver?, let receiver?): return giver || receiver
    case (.both, let giver?, let receiver?): return giver && receiver
    }
  }

  static func or(_ values: [Bool?]) -> Bool? {
    if values.contains(true) { return true }
    return values.contains(nil) ? nil : false
  }

  /// Every layer of the pair in the wave of which a row speaks; the bare wave where none does.
  func layers(from giver: Int, to receiver: Int, wave: String?, topic: String?? = nil) -> [Layer] {
    let named = layers.filter { layer in
      layer.wave == wave && (topic.map { $0 == layer.topic } ?? true) && isNamed(from: giver, to: receiver, in: layer)
    }
    return named.isEmpty ? [Layer(wave: wave, topic: "\u{0}nobody names this")] : named
  }

  var orderedPairs: [(giver: Int, receiver: Int)] {
    survey.actors.indices.flatMap { giver in
      survey.actors.indices.filter { $0 != giver }.map { (giver, $0) }
    }
  }
}
