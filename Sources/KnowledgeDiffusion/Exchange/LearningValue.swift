public import KnowledgeNetworks

/// How much there is to learn from somebody at a cognitive distance: the product of what is new there and of what can
/// be understood.
///
/// Nooteboom, Van Haverbeke, Duysters, Gilsing & van den Oord (2007),
/// [doi:10.1016/j.respol.2007.04.003](https://doi.org/10.1016/j.respol.2007.04.003). At a distance *d* novelty is *a*₁
/// + *a*₂ *d*, growing, and absorptive capacity *b*₁ − *b*₂ *d*, falling to 0 at *b*₁/*b*₂, from where on nothing is
/// understood. Their product is an inverted U with its top at *d*\* = (*a*₂ *b*₁ − *a*₁ *b*₂) / (2 *a*₂ *b*₂). The
/// paper says that value is the product and tests the shape on alliances; it gives no numbers for the lines, so these
/// are yours to choose, and the defaults only say: nothing new at distance 0, nothing understood at 1, best half way.
///
/// Properties: `theOptimumIsThatOfAGridSearch`, `nothingIsLearntBeyondReach`, `theDefaultIsBestHalfWay`.
public struct LearningValue: Hashable, Sendable {
  /// What is new at distance 0, *a*₁.
  public let noveltyAtZero: Double
  /// How much more is new with each unit of distance, *a*₂.
  public let noveltySlope: Double
  /// What can be understood at distance 0, *b*₁.
  public let capacityAtZero: Double
  /// How much less can be understood with each unit of distance, *b*₂.
  public let capacitySlope: Double

  /// A product of two lines.
  ///
  /// - Throws: ``BuzzlineError`` if a number is not finite, novelty at distance 0 is negative, or another is not
  ///   positive.
  public init(
    noveltyAtZero: Double = 0, noveltySlope: Double = 1, capacityAtZero: Double = 1, capacitySlope: Double = 1
  ) throws(BuzzlineError) {
    guard noveltyAtZero >= 0, noveltyAtZero.isFinite else {
      throw BuzzlineError(.invalidOptions, "Novelty at distance 0 is 0 or more; here it is \(noveltyAtZero).")
    }
    for (name, number) in [
      ("The slope of novelty", noveltySlope), ("Capacity at distance 0", capacityAtZero),
      ("The slope of capacity", capacitySlope),
    ] {
      guard number > 0, number.isFinite else {
        throw BuzzlineError(.invalidOptions, "\(name) is more than 0; here it is \(number).")
      }
    }
    self.noveltyAtZero = noveltyAtZero
    self.noveltySlope = noveltySlope
    self.capacityAtZero = capacityAtZero
    self.capacitySlope = capacitySlope
  }

  /// From which distance on nothing is understood, *b*₁/*b*₂.
  public var reach: Double { capacityAtZero / capacitySlope }

  /// The distance at which most is learnt, *d*\*, if it is more than 0; `nil` where learning only falls with distance.
  ///
  /// It may exceed 1, the largest distance of topic vectors; then learning grows all the way.
  public var optimum: Double? {
    let rise = noveltySlope * capacityAtZero - noveltyAtZero * capacitySlope
    return rise > 0 ? rise / (2 * noveltySlope * capacitySlope) : nil
  }

  /// How much is learnt at a distance of 0 or more, nothing from ``reach`` on.
  public func value(at distance: Double) -> Double {
    (noveltyAtZero + noveltySlope * distance) * max(0, capacityAtZero - capacitySlope * distance)
  }

  /// The same as a share of the most that is learnt at any distance, from 0 to 1.
  public func share(at distance: Double) -> Double { min(1, value(at: distance) / value(at: optimum ?? 0)) }
}
