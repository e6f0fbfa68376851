public import KnowledgeNetworks

/// What each actor gave and received, and which of the two outweighs the other.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/giveTake(along:)`` makes it.
public struct GiveTake: Hashable, Codable, Sendable {
  /// To how many actors knowledge was given: the out-degree.
  public let given: ActorScores
  /// From how many actors knowledge was received: the in-degree.
  public let received: ActorScores
  /// Given minus received; positive for a source of knowledge.
  public let net: ActorScores
  /// The balance *s* = (*O* − *I*) / (*O* + *I*), from −1 (only receives) to 1 (only gives); undefined without ties.
  public let balance: ActorScores
  /// The summed weight of what was given; `nil` unless the weights are declared strengths.
  public let strengthGiven: ActorScores?
  /// The summed weight of what was received; `nil` unless the weights are declared strengths.
  public let strengthReceived: ActorScores?
}

extension KnowledgeNetwork {
  /// What each actor gave and received.
  ///
  /// *O* is the number of actors it gave to, *I* the number it received from; net is *O* − *I*, the balance
  /// *s* = (*O* − *I*) / (*O* + *I*). Giuliani & Bell (2005),
  /// [doi:10.1016/j.respol.2004.10.008](https://doi.org/10.1016/j.respol.2004.10.008), tell net absorbers from net
  /// sources by the ratio *I* / *O*, which is infinite for an actor that only receives; *s* orders actors the same way
  /// (sources are positive here) and is defined for every actor with a tie.
  ///
  /// Connected pairs count once, whatever they weigh; an unobserved pair counts as no tie. An isolate gave and received
  /// 0 and has no balance. Where ties have no direction each counts both ways, so net and balance say nothing, which a
  /// remark repeats. Strengths are given only if the network declares ``/KnowledgeNetworks/WeightMeaning/strength``. A
  /// tie of unknown scope counts only where ``/KnowledgeNetworks/TieScope/unknown`` is chosen; a remark counts the
  /// rest.
  ///
  /// Properties: `reversalSwapsGivenAndReceived`, `netsSumToZero`, `aScopeChoiceEqualsTheSlice`,
  /// `buzzPipelinesAndUnknownAddUp`.
  ///
  /// - Parameter scopes: Which ties count, such as `[.localBuzz]`; all by default.
  /// - Complexity: O(*n* + *m*) time, O(*n*) space for *n* actors and *m* connected pairs.
  public func giveTake(along scopes: Set<TieScope>? = nil) -> GiveTake {
    var given = [Double](repeating: 0, count: actorCount)
    var received = given
    var strengthGiven = given
    var strengthReceived = given
    var leftOut = 0
    for giver in actors.indices {
      for (receiver, weight) in weightedReceivers(of: giver) {
        let scope = scope(between: giver, and: receiver)
        guard scopes?.contains(scope) ?? true else {
          if scope == .unknown { leftOut += 1 }
          continue
        }
        given[giver] += 1
        received[receiver] += 1
        strengthGiven[giver] += weight
        strengthReceived[receiver] += weight
      }
    }
    let remarks = giveTakeRemarks(leftOut: isDirected ? leftOut : leftOut / 2)
    func scores(_ measure: String, _ numbers: [Double]) -> ActorScores {
      ActorScores(measure: measure, numbers, remarks: remarks)
    }
    let hasStrengths = weightMeaning == .strength
    return GiveTake(
      given: scores("given", given), received: scores("received", received),
      net: scores("net", zip(given, received).map { $0 - $1 }),
      balance: scores("balance", zip(given, received).map { ($0 - $1) / ($0 + $1) }),
      strengthGiven: hasStrengths ? scores("strength-given", strengthGiven) : nil,
      strengthReceived: hasStrengths ? scores("strength-received", strengthReceived) : nil)
  }

  private func giveTakeRemarks(leftOut: Int) -> [String] {
    var remarks: [String] = []
    if !isDirected { remarks.append("Ties have no direction: what is given equals what is received.") }
    if leftOut > 0 {
      remarks.append("Left out: \(leftOut) connected pairs that do not say whether they leave the cluster.")
    }
    return remarks
  }
}
