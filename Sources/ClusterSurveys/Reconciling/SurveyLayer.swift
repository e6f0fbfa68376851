internal import KnowledgeNetworks

/// A wave, topic and channel: within it, an ordered pair of actors is one possible tie.
struct SurveyLayer: Hashable, Comparable, Sendable {
  let wave: String?
  let topic: String?
  let channel: String?

  init(of claim: Claim) {
    wave = claim.wave
    topic = claim.topic
    channel = claim.channel
  }

  static func < (left: SurveyLayer, right: SurveyLayer) -> Bool {
    if left.wave != right.wave { return precedes(left.wave, right.wave) }
    if left.topic != right.topic { return precedes(left.topic, right.topic) }
    return precedes(left.channel, right.channel)
  }

  /// Whether a word comes before another; what is not stated comes first.
  static func precedes(_ left: String?, _ right: String?) -> Bool {
    NaturalOrder.precedes(left, right)
  }
}

extension Survey {
  /// Every wave of which claims or responses speak, ascending; the wave without a name first.
  var waves: [String?] {
    Set(claims.map(\.wave) + responses.map(\.wave)).sorted(by: SurveyLayer.precedes)
  }
}
