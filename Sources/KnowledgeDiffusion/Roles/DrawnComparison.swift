public import KnowledgeNetworks

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
/// variance of the means by world plus that of the means by draw: a little too wide, never too narrow.
public struct DrawnReach: Hashable, Sendable {
  /// How many the group's starters reach.
  public let own: Estimate
  /// How many the others reach, on average over the draws.
  public let others: Estimate
  /// How many more the group's starters reach, world by world.
  public let difference: Estimate
  /// What the whole group reaches, and what would be reached if it were made up by chance.
  ///
  /// As many actors as the group has are drawn from everyone who has a group, its own members among them: labels are dealt
  /// out anew, which makes p hold whatever the sizes. Beside like degrees they are dealt out among actors with equally many
  /// receivers only; where the group has nobody to exchange labels with, the standard deviation is 0, p is 1, and nothing
  /// can be said.
  public let test: PermutationTest
}

/// What two sides reach, one whole and one drawn, in whole numbers.
struct DrawnSums: Sendable {
  /// What the whole side reaches in each world.
  let fixed: [Int]
  /// What the draws reach in each world, all draws added up.
  let drawnByWorld: [Int]
  /// What each draw reaches, all worlds added up.
  let byDraw: [Int]
}

extension DrawnReach {
  /// - Parameters:
  ///   - isGroupFixed: Whether the group is the side that starts whole.
  ///   - scale: What a sum of one world and draw is multiplied with.
  init(_ sums: DrawnSums, isGroupFixed: Bool, scale: Double, test: PermutationTest) {
    let (worlds, draws) = (Double(sums.fixed.count), Double(sums.byDraw.count))
    let sign: Double = isGroupFixed ? 1 : -1
    let fixed = Estimate(of: sums.fixed.map { Double($0) * scale })
    let byDraw = sums.byDraw.map { Double($0) * scale / worlds }
    let drawn = Estimate(worlds: sums.drawnByWorld.map { Double($0) * scale / draws }, draws: byDraw)
    (own, others) = isGroupFixed ? (fixed, drawn) : (drawn, fixed)
    difference = Estimate(
      worlds: zip(sums.fixed, sums.drawnByWorld).map { sign * (Double($0) - Double($1) / draws) * scale },
      draws: byDraw)
    self.test = test
  }
}

extension Estimate {
  /// The mean over worlds crossed with draws: what each world has on average over the draws, and how much draws differ.
  fileprivate init(worlds: [Double], draws: [Double]) {
    let (byWorld, byDraw) = (Estimate(of: worlds), Estimate(of: draws))
    mean = byWorld.mean
    standardError = byWorld.standardError.flatMap { ofWorlds in
      byDraw.standardError.map { (ofWorlds * ofWorlds + $0 * $0).squareRoot() }
    }
    runs = byWorld.runs
  }
}
