public import KnowledgeNetworks

/// How a survey sees a network: who answers, what they remember, and what they get wrong.
///
/// Both items are asked: whom knowledge was shared with and whom it was received from. So each tie may be reported by
/// its giver and by its receiver, each of whom may forget it; that recall is incomplete and differs by side is what
/// Krackhardt (1987), [doi:10.1016/0378-8733(87)90009-8](https://doi.org/10.1016/0378-8733(87)90009-8), reconciles. The
/// numbers are chosen, not estimated from any study.
public struct SurveyDesign: Hashable, Sendable {
  /// The seed of all chance.
  public var seed: UInt64
  /// How many actors answer in each wave, none of them more than the wave before.
  ///
  /// Whoever declined once is not asked again. Where it is empty, everybody is asked in each wave, and ``nonResponse``
  /// alone decides, in each anew.
  public var respondents: [Int] = []
  /// How many waves there are, at most 255; `nil` for as many as ``respondents`` has numbers, and one without any.
  public var waves: Int?
  /// The share of the actors of each kind that do not answer; of those who do where ``respondents`` sets the number, it
  /// decides who is less likely among them.
  public var nonResponse = NonResponse()
  /// The chance that a giver who answers reports a tie.
  public var giverRecall = 0.8
  /// The chance that a receiver who answers reports a tie.
  public var receiverRecall = 0.75
  /// The chance that a report names another actor of the respondent's cluster instead.
  public var wrongPartner = 0.03
  /// The chance that a report names only the partner's kind.
  public var kindNaming = 0.04
  /// The share of respondents that answer only in part and report half as much.
  public var partialShare = 0.05
  /// The chance that a tie of one wave is still there in the next; what is gone does not come back.
  public var persistence = 0.8
  /// How many ties are formed from one wave to the next, as a share of the ties of the earlier one, rounded.
  ///
  /// They join ordered pairs that were tied in no wave before: inside clusters and between them as the ties of the
  /// earlier wave are, from the same givers in the same proportion, returned and closed to triads as the network's
  /// ``ClusterDesign/reciprocity`` and ``ClusterDesign/closure`` say. `1 - persistence` keeps the number of ties. Where no
  /// such pair is left, fewer are formed.
  public var formation = 0.0
  /// What knowledge is about; each tie has one topic, or none if there are none.
  public var topics = ["technology", "markets", "funding", "regulation", "skills"]
  /// How it travels; each tie has one channel, or none if there are none.
  public var channels = ["meeting", "project", "event", "online"]

  /// Makes a design; everything has a default.
  public init(seed: UInt64 = 1, respondents: [Int] = [], waves: Int? = nil) {
    self.seed = seed
    self.respondents = respondents
    self.waves = waves
  }

  /// The number of waves.
  public var waveCount: Int { waves ?? max(1, respondents.count) }

  /// Lets all who answer remember every tie, name the right partner and answer in full: only who declines is not heard.
  public mutating func makeAnswersExact() {
    (giverRecall, receiverRecall) = (1, 1)
    (wrongPartner, kindNaming, partialShare) = (0, 0, 0)
  }

  /// What files call a wave; `nil` where there is one alone.
  func waveName(_ wave: Int) -> String? { waveCount > 1 ? String(wave + 1) : nil }

  /// Makes sure that the design can be carried out on a network.
  ///
  /// - Throws: `BuzzlineError` with `.invalidDesign` if more actors are to answer than there
  ///   are or than answered in the wave before, if there are fewer waves than 1, more than 255 or not as many as numbers
  ///   of respondents, or a share lies outside 0...1.
  public func check(actors: Int) throws(BuzzlineError) {
    try require((1...255).contains(waveCount), "A survey has 1 to 255 waves; here are \(waveCount).")
    try require(
      respondents.isEmpty || respondents.count == waveCount,
      "There are \(respondents.count) numbers of respondents, one a wave, but the number of waves is \(waveCount).")
    for (wave, count) in respondents.enumerated() {
      try require(count >= 0, "Wave \(wave + 1) has \(count) respondents; it must not be negative.")
      let before = wave == 0 ? actors : respondents[wave - 1]
      try require(
        count <= before,
        "Wave \(wave + 1) has \(count) respondents, but there are only \(before) "
          + (wave == 0 ? "actors." : "of the wave before to ask again."))
    }
    try nonResponse.check()
    try requireShares([
      "ties their givers report": giverRecall, "ties their receivers report": receiverRecall,
      "reports of a wrong partner": wrongPartner, "reports of a kind alone": kindNaming,
      "respondents who answer in part": partialShare, "ties that last to the next wave": persistence,
      "ties formed to the next wave": formation,
    ])
  }

  /// How many ties the largest wave will have, and how many are formed in all, unless pairs run out.
  func expectedTies(of network: SyntheticNetwork) -> (most: Double, formed: Double) {
    let pairs = Double(network.actorCount) * Double(network.actorCount - 1)
    var (ties, most, formed) = (Double(network.tieCount), Double(network.tieCount), 0.0)
    for _ in 1..<waveCount {
      let new = min(formation * ties, pairs)
      ties = min(persistence * ties + new, pairs)
      formed = min(formed + new, pairs)
      most = max(most, ties)
    }
    return (most, formed)
  }
}
