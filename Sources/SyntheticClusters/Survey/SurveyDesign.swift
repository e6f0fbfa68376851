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
  /// How many actors answer in each wave, none of them more than the wave before; empty for one wave in which
  /// ``nonResponse`` alone decides.
  public var respondents: [Int] = []
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
  /// The chance that a tie of one wave is still there in the next.
  public var persistence = 0.8
  /// What knowledge is about; each tie has one topic, or none if there are none.
  public var topics = ["technology", "markets", "funding", "regulation", "skills"]
  /// How it travels; each tie has one channel, or none if there are none.
  public var channels = ["meeting", "project", "event", "online"]

  /// Makes a design; everything has a default.
  public init(seed: UInt64 = 1, respondents: [Int] = []) {
    self.seed = seed
    self.respondents = respondents
  }

  /// The number of waves, at least 1.
  public var waveCount: Int { max(1, respondents.count) }

  /// What files call a wave; `nil` where there is one alone.
  func waveName(_ wave: Int) -> String? { waveCount > 1 ? String(wave + 1) : nil }

  /// Makes sure that the design can be carried out on a network.
  ///
  /// - Throws: `BuzzlineError` with `.invalidDesign` if more actors are to answer than there
  ///   are or than answered in the wave before, or a share lies outside 0...1.
  public func check(actors: Int) throws(BuzzlineError) {
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
    ])
  }
}
