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
  private let respondents: RespondentStatuses

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
    respondents = RespondentStatuses(of: network, design: design)
  }

  /// What became of asking an actor in a wave, from 0.
  public func status(of actor: Int, wave: Int) -> ResponseStatus { respondents.statuses[wave][actor] }

  /// The survey as reading its files would give it, except for files and remarks.
  ///
  /// - Throws: `BuzzlineError` with `.cancelled`.
  /// - Complexity: O(*n* *w* + *m* *w*) time and space for *n* actors, *m* ties and *w* waves.
  public func survey(workers: Workers = .all) throws(BuzzlineError) -> Survey {
    let claims = try workers.map(claimBlockCount, work: "asking", compute: claims(inBlock:))
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
