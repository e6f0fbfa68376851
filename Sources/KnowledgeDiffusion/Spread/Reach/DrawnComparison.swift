public import KnowledgeNetworks

/// A group beside equally many actors of other groups, drawn many times.
///
/// ``LiveTieModel/reachOfEveryGroup(by:on:draws:options:workers:)`` makes it.
public struct DrawnComparison: Hashable, Codable, Sendable {
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

/// Reach of a group beside that of others who were drawn, on the same graphs.
///
/// Estimates are means over graphs and draws: each starter alone in all graphs, draws that start together by turns in 64 of
/// them. Standard errors cover the chance of both, as the square root of the variance of the means by graph plus that of
/// the means by draw: a little too wide, never too narrow.
public struct DrawnReach: Hashable, Codable, Sendable {
  /// How many the group's starters reach.
  public let own: Estimate
  /// How many the others reach, on average over the draws.
  public let others: Estimate
  /// How many more the group's starters reach, graph by graph.
  public let difference: Estimate
  /// What the whole group reaches, and what would be reached if it were made up by chance.
  ///
  /// As many actors as the group has are drawn from everyone who has a group, its own members among them: labels are dealt
  /// out anew, which makes p hold whatever the sizes. Beside like degrees they are dealt out among actors with equally many
  /// receivers only; where the group has nobody to exchange labels with, the standard deviation is 0, p is 1, and nothing
  /// can be said. Starters who start together do so in the first 256 graphs, or all if there are fewer, the same for group
  /// and chance; so the value observed is not quite that over all graphs.
  public let test: PermutationTest
}

extension DrawnReach {
  /// What two sides reach, one whole and one drawn.
  ///
  /// - Parameters:
  ///   - fixed: What the whole side reaches in each graph.
  ///   - drawn: What the draws reach in each graph, on average.
  ///   - draws: What each draw reaches, on average.
  ///   - isGroupFixed: Whether the group is the side that starts whole.
  init(fixed: [Double], drawn: [Double], draws: [Double], isGroupFixed: Bool, test: PermutationTest) {
    let sign: Double = isGroupFixed ? 1 : -1
    let (whole, average) = (Estimate(of: fixed), Estimate(graphs: drawn, draws: draws))
    (own, others) = isGroupFixed ? (whole, average) : (average, whole)
    difference = Estimate(graphs: zip(fixed, drawn).map { sign * ($0 - $1) }, draws: draws)
    self.test = test
  }
}

extension Estimate {
  /// The mean over graphs crossed with draws: what each graph has on average over the draws, and how much draws differ.
  fileprivate init(graphs: [Double], draws: [Double]) {
    let (byGraph, byDraw) = (Estimate(of: graphs), Estimate(of: draws))
    mean = byGraph.mean
    standardError = byGraph.standardError.flatMap { ofGraphs in
      byDraw.standardError.map { (ofGraphs * ofGraphs + $0 * $0).squareRoot() }
    }
    runs = byGraph.runs
  }
}
