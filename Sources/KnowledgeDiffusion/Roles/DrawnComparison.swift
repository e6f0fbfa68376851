/// A group beside equally many actors of other groups, drawn many times.
///
/// ``LiveTieModel/reachOfEveryGroup(by:on:draws:options:workers:)`` makes it.
public struct DrawnComparison: Hashable, Sendable {
  /// How many start on each side: all of the smaller side, as many drawn from the larger one.
  public let starters: Int
  /// How many different actors were drawn; where they are hardly more than ``starters``, p says little.
  public let candidates: Int
  /// How many more receivers a starter of the group has on average than one of the others: how well degrees match.
  public let receiverGap: Double
  /// How many are reached where one of the starters, at random, starts alone.
  public let alone: DrawnReach
  /// How many are reached where the starters start together.
  public let together: DrawnReach
}

/// Reach of a group beside that of others who were drawn, on the same worlds.
///
/// Estimates are means over worlds and draws; their standard errors cover the chance of both, as the square root of the
/// variance of the means by world and that of the means by draw: a little too wide, never too narrow.
public struct DrawnReach: Hashable, Sendable {
  /// How many the group's starters reach.
  public let own: Estimate
  /// How many the others reach, on average over the draws.
  public let others: Estimate
  /// How many more the group's starters reach, world by world and draw by draw.
  public let difference: Estimate
  /// Between which 95 of 100 draws have the difference, each over all worlds.
  public let usualDifferences: ClosedRange<Double>
  /// How likely others drawn like this reach as many as the group or more, over all worlds.
  ///
  /// (1 + *c*) / (1 + *b*) for *c* of *b* draws, which is never 0.
  public let pAtLeast: Double
  /// How likely they reach as many or fewer.
  public let pAtMost: Double

  /// Twice the smaller one-sided p, at most 1.
  public var pTwoSided: Double { min(1, 2 * min(pAtLeast, pAtMost)) }
}

/// What one side, which starts whole, and the draws from the other side reach, in whole numbers.
struct DrawnSums: Sendable {
  /// What the whole side reaches in each world.
  let fixed: [Int]
  /// What the draws reach in each world, all draws added up.
  let drawnByWorld: [Int]
  /// What each draw reaches, all worlds added up.
  let byDraw: [Int]
}

extension DrawnReach {
  /// - Parameter scale: What a sum of one world and draw is multiplied with.
  init(_ sums: DrawnSums, isGroupFixed: Bool, scale: Double) {
    let (worlds, draws) = (Double(sums.fixed.count), Double(sums.byDraw.count))
    let fixed = sums.fixed.map { Double($0) * scale }
    let drawn = Estimate(
      worlds: sums.drawnByWorld.map { Double($0) * scale / draws },
      draws: sums.byDraw.map { Double($0) * scale / worlds })
    let sign: Double = isGroupFixed ? 1 : -1
    let fixedTotal = sums.fixed.reduce(0, +)
    // Whole numbers, so that equal reach is equal.
    let leads = sums.byDraw.map { isGroupFixed ? fixedTotal - $0 : $0 - fixedTotal }
    own = isGroupFixed ? Estimate(of: fixed) : drawn
    others = isGroupFixed ? drawn : Estimate(of: fixed)
    difference = Estimate(
      worlds: zip(sums.fixed, sums.drawnByWorld).map { sign * (Double($0) - Double($1) / draws) * scale },
      draws: leads.map { Double($0) * scale / worlds })
    let sorted = leads.sorted()
    let outside = sorted.count / 40
    usualDifferences =
      Double(sorted[outside]) * scale / worlds...Double(sorted[sorted.count - 1 - outside]) * scale / worlds
    pAtLeast = Double(1 + leads.count { $0 <= 0 }) / (1 + draws)
    pAtMost = Double(1 + leads.count { $0 >= 0 }) / (1 + draws)
  }
}

extension Estimate {
  /// The mean over worlds crossed with draws, given the means by world and the means by draw.
  fileprivate init(worlds: [Double], draws: [Double]) {
    let (byWorld, byDraw) = (Estimate(of: worlds), Estimate(of: draws))
    mean = byWorld.mean
    standardError = byWorld.standardError.flatMap { ofWorlds in
      byDraw.standardError.map { (ofWorlds * ofWorlds + $0 * $0).squareRoot() }
    }
    runs = byWorld.runs
  }
}
