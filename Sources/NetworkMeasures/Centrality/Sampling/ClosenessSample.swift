internal import Foundation
internal import KnowledgeNetworks

/// What searches from some actors tell about the mean distance to all that each actor reaches.
struct ClosenessSample {
  private let options: SamplingOptions
  /// No distance is longer.
  private let longest: Double
  /// The logarithm of ten over the part of δ that one actor's interval has at one check: two sides, five events a side.
  private let surprise: Double
  /// How many actors were searched from.
  private(set) var searches = 0
  /// Actors whose interval is still too wide, ascending.
  private(set) var unsettled: [Int]
  private var sums: [DistanceSums]
  private var estimates: [Double]
  private var lower: [Double]
  private var upper: [Double]

  /// The first check comes after so many searches, each other one after twice as many.
  private static let first = 1_024

  /// - Parameter reaching: The actors that reach anybody, ascending.
  init(actorCount: Int, reaching: [Int], longest: Int, _ options: SamplingOptions) {
    self.options = options
    self.longest = Double(longest)
    let checks = 1 + max(0, log2(Double(max(1, actorCount)) / Double(Self.first)).rounded(.up))
    surprise = log(10 * checks * Double(max(1, actorCount)) / options.delta)
    unsettled = reaching
    sums = Array(repeating: DistanceSums(), count: actorCount)
    estimates = Array(repeating: .nan, count: actorCount)
    (lower, upper) = (estimates, estimates)
  }

  var nextCheck: Int { min(sums.count, max(Self.first, 2 * searches)) }

  /// Takes what further searches found, and settles whose interval has become narrow enough.
  mutating func add(_ found: AllDistanceSums, upTo searches: Int) {
    self.searches = searches
    for actor in sums.indices { sums[actor] += found.actors[actor] }
    let open = unsettled
    unsettled = open.filter { actor in
      let (reached, steps) = (Double(sums[actor].reached), Double(sums[actor].steps))
      guard reached > 0 else { return true }
      estimates[actor] = reached / steps
      (lower[actor], upper[actor]) = (estimates[actor], estimates[actor])
      guard searches < sums.count else { return false }
      let error = error(of: actor, mean: steps / reached, found.scale)
      lower[actor] = 1 / min(longest, steps / reached + error)
      upper[actor] = 1 / max(1, steps / reached - error)
      return max(estimates[actor] - lower[actor], upper[actor] - estimates[actor]) > options.epsilon
    }
  }

  /// Takes the exact numbers of all that were unsettled.
  mutating func settle(_ exact: [Double]) {
    for (actor, closeness) in zip(unsettled, exact) {
      (estimates[actor], lower[actor], upper[actor]) = (closeness, closeness, closeness)
    }
    unsettled = []
  }

  /// The empirical Bernstein–Serfling bound, without its factor for how much of all was drawn, which is not known.
  private func error(of actor: Int, mean: Double, _ scale: DistanceScale) -> Double {
    let count = Double(sums[actor].reached)
    let variance = max(0, scale.number(sums[actor].scaled) / count - mean * mean)
    let factor = 7.0 / 3 + 3 / 2.0.squareRoot()
    return (2 * variance * surprise / count).squareRoot() + factor * (longest - 1) * surprise / count
  }

  func scores(as name: String) -> SampledScores {
    SampledScores(
      estimates: ActorScores(measure: name, estimates), lower: ActorScores(measure: name + "-low", lower),
      upper: ActorScores(measure: name + "-high", upper), samples: searches, options: options, unit: 1)
  }
}
