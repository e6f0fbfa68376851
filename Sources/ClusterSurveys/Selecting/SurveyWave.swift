internal import KnowledgeNetworks

/// One wave of a study: what was asked and said in it, of the actors that belonged to the study then.
public struct SurveyWave: Sendable {
  /// The wave; `nil` where the study does not tell waves apart.
  public let name: String?
  /// The actors, claims, responses and ties of that wave.
  public let survey: Survey

  /// All waves of a study taken together as one, called `all` where there are several.
  ///
  /// A pair tied in one wave and a pair tied in another then belong to the same network.
  public init(pooling survey: Survey) { self.init(name: survey.waves.count > 1 ? "all" : nil, survey: survey) }

  init(name: String?, survey: Survey) { (self.name, self.survey) = (name, survey) }
}

extension Survey {
  /// The waves that claims, responses and ties state, ascending, numbers in them by their size.
  ///
  /// - Complexity: O(*c* + *w* log *w*) time for *c* claims, responses and ties in *w* waves.
  public var waves: [String] {
    var waves = Set(claims.waves.compactMap(\.self)).union(responses.lazy.compactMap(\.wave))
    waves.formUnion(answersElsewhere.lazy.compactMap(\.question.wave))
    if ties.plain == nil { waves.formUnion(ties.lazy.compactMap(\.wave)) }
    return waves.sorted(by: NaturalOrder.precedes)
  }

  /// How many claims and given ties state no wave.
  public var rowsWithoutWave: Int { claims.count(where: { $0.wave == nil }) + ties.count { $0.wave == nil } }

  /// The study cut into its waves, ascending; the whole study, unnamed, where it states fewer than two.
  ///
  /// Each wave is a network of its own: a pair that was tied in one and not in the other is never joined. The roster of
  /// a wave is those who belonged to the study then. Rows that state no wave are in none of several.
  ///
  /// - Parameter pooled: Whether all waves are taken together as one, as ``SurveyWave/init(pooling:)`` does.
  /// - Complexity: O(*w* (*n* + *c*)) time and O(*w* *n* + *c*) space for *w* waves, *n* actors and *c* claims, responses
  ///   and ties.
  public func byWave(pooled: Bool = false) -> [SurveyWave] {
    guard !pooled else { return [SurveyWave(pooling: self)] }
    let all = wavesOfStudy ?? waves
    guard all.count > 1 else { return [SurveyWave(name: nil, survey: presentIn(all.first))] }
    let unstated = rowsWithoutWave
    let isOrderedByWords = all.contains { !$0.contains(where: \.isNumber) }
    return all.map { wave in
      var part = part(waves: [wave]).survey
      if isOrderedByWords {
        part.remarks.append(
          Remark(
            "wave-order",
            "The waves are taken in the order of their names, \(all.listed(all.count)). Numbers before the names, as in "
              + "'1 before' and '2 after', set another order."))
      }
      if unstated > 0 {
        part.remarks.append(
          Remark("no-wave", "\(unstated) claims and ties state no wave and are in the network of none."))
      }
      return SurveyWave(name: wave, survey: part)
    }
  }

  /// The study of one wave, or of none, without the actors that do not belong to it.
  private func presentIn(_ wave: String?) -> Survey {
    presence.isEveryoneAlways
      ? self : part(waves: nil, keepsActor: { presence.includes($0, in: wave ?? Presence.unnamed) }).survey
  }
}
