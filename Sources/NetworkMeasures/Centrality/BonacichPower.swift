public import KnowledgeNetworks

extension Measure {
  /// Power over those who receive from few others.
  public static let bonacichPower = bonacichPower(exponent: 0.5)

  /// The same with another exponent.
  public static func bonacichPower(exponent: Double) -> Measure {
    Measure(
      name: "bonacich-power",
      summary: "Bonacich power over receivers by their shares, exponent \(exponent), squares average 1",
      settings: "\(exponent)", weights: .strength
    ) { analysis throws(BuzzlineError) in try analysis.network.powerScores(exponent: exponent) }
  }
}

extension KnowledgeNetwork {
  /// How much others depend on each actor for knowledge, and on those who depend on it: the power of Bonacich,
  /// normalised by degree.
  ///
  /// Bonacich (1987), [doi:10.1086/228631](https://doi.org/10.1086/228631): *c* = *α* Σ over *k* ≥ 0 of *β*^*k*
  /// *R*^(*k*+1) 1, with *α* so that the squares of all scores average 1. Here *R*(i, j) is the share of *i* in all that *j*
  /// receives, so that the spectral radius is at most 1, every exponent between −1 and 1 is allowed, and scores can be
  /// compared between networks. With an exponent of 0 it is the sum of an actor's shares in its receivers; above 0 power
  /// grows with that of the receivers, as where knowledge is passed on; below 0 it shrinks with it, as where partners
  /// bargain. Weights count if declared to be strengths. Who gives nothing has 0, and without ties all have 0. Unobserved
  /// pairs count as absent.
  ///
  /// - Parameters:
  ///   - exponent: *β*, between −1 and 1.
  ///   - workers: Who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.invalidInput` for another exponent; `.cancelled`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* steps, O(*n* + *m*) space.
  ///
  /// Properties: squares average 1; with exponent 0 scores are sums of shares; multiplying all weights changes nothing.
  public func bonacichPower(exponent: Double = 0.5, workers: Workers = .all) throws(BuzzlineError) -> ActorScores {
    try score(.bonacichPower(exponent: exponent), .parallel, workers)
  }

  fileprivate func powerScores(exponent: Double) throws(BuzzlineError) -> Scored {
    guard exponent > -1, exponent < 1 else {
      throw BuzzlineError(.invalidInput, "An exponent lies between -1 and 1; here it is \(exponent).")
    }
    let shares = GiverRows(receivingIn: self).totals.map { $0 > 0 ? 1 / $0 : 0 }
    // c = R (1 + β c), the sum of shares being what is given to actors whose weights are divided by what they receive.
    let giving = GiverRows(givingIn: self).times(shares)
    let given = giving.totals
    var power = [Double](repeating: 0, count: actorCount)
    let isSettled = try giving.settle(&power, of: actors.indices, within: 1e-14) { actor, power in
      given[actor] + exponent * giving.received(by: actor, power)
    }
    guard isSettled else {
      return .undefined(actorCount, "The power did not settle, so it is not defined.")
    }
    let squares = power.reduce(0) { $0 + $1 * $1 }
    let scale = squares > 0 ? (Double(power.count) / squares).squareRoot() : 1
    return Scored(power.map { $0 * scale })
  }
}
