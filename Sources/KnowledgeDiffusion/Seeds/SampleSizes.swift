internal import Foundation

/// How many reverse samples a choice needs: Tang, Shi & Xiao (2015), doi:10.1145/2723372.2723734, sections 3.1 and 3.2.
///
/// Their failure probability *n*^−*l* is δ/2 here, once for the bound and once for the choice, which together make δ.
struct SampleSizes {
  private let actors: Double
  private let count: Double
  private let epsilon: Double
  /// ln of the number of sets.
  private let logSets: Double
  /// ln of 2/δ.
  private let logFailure: Double

  init(actors: Int, count: Int, epsilon: Double, delta: Double) {
    (self.actors, self.count, self.epsilon) = (Double(actors), Double(count), epsilon)
    logSets = lgamma(self.actors + 1) - lgamma(self.count + 1) - lgamma(self.actors - self.count + 1)
    logFailure = log(2 / delta)
  }

  /// ε′ = √2 ε, the error while the bound is looked for.
  var boundingEpsilon: Double { 2.0.squareRoot() * epsilon }

  /// How often the bound is halved at most.
  var rounds: Int { max(0, Int(log2(actors).rounded(.up)) - 1) }

  /// What the best set is supposed to reach in a round, from 1.
  func guess(_ round: Int) -> Double { actors * pow(0.5, Double(round)) }

  /// θᵢ = λ′ / x: the samples that tell whether the best set reaches x.
  func bounding(_ round: Int) -> Int {
    let epsilon = boundingEpsilon
    let tries = log(max(log2(actors), 1))
    let scale = (2 + 2 / 3 * epsilon) * (logSets + logFailure + tries) * actors / (epsilon * epsilon)
    return Self.whole(scale / guess(round))
  }

  /// θ = λ* / LB: the samples to choose by.
  func choosing(lowerBound: Double) -> Int {
    let share = 1 - exp(-1.0)
    let alpha = (logFailure + log(2.0)).squareRoot()
    let beta = (share * (logSets + logFailure + log(2.0))).squareRoot()
    let scale = 2 * actors * (share * alpha + beta) * (share * alpha + beta) / (epsilon * epsilon)
    return Self.whole(scale / lowerBound)
  }

  /// Rounded up; beyond what can be numbered it only has to be seen to be too large.
  private static func whole(_ samples: Double) -> Int {
    samples < 1e15 ? Int(samples.rounded(.up)) : 1_000_000_000_000_000
  }
}
