internal import Foundation
public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Estimates harmonic centrality, the closeness that is defined for every actor, from searches of some actors only.
  ///
  /// Eppstein & Wang (2004), [doi:10.7155/jgaa.00081](https://doi.org/10.7155/jgaa.00081): the mean of one over the
  /// distance to actors drawn without return estimates that to all. The estimate is a share of the *n* − 1 of an actor to
  /// whom all others are one step away. By Hoeffding (1963), [doi:10.2307/2282952](https://doi.org/10.2307/2282952),
  /// ln(2*n*/δ) / (2 ε²) searches keep all errors below ε at once; where that is no fewer than there are actors, all are
  /// searched from and the numbers are exact. Every tie is one step; unobserved pairs count as absent.
  ///
  /// Properties: errorsStayBelowEpsilon, the number of threads changes nothing, the same seed gives the same numbers.
  ///
  /// - Throws: ``BuzzlineError``: `.cancelled`; `.invalidInput` where lengths were declared.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* searches, 256 at once; O(*n*) space a worker.
  public func sampledHarmonic(
    _ direction: Direction, _ options: SamplingOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> SampledScores {
    try refuseLengths(for: "Harmonic centrality")
    let enough = log(2 * Double(max(1, actorCount)) / options.delta) / (2 * options.epsilon * options.epsilon)
    let samples = enough < Double(actorCount) ? Int(enough.rounded(.up)) : actorCount
    try workers.afford(.distances(in: self, "Sampling harmonic centrality"))
    let kernel = DistanceKernel(
      SearchRows(of: self, direction.turned), from: samples < actorCount ? drawn(samples, seed: options.seed) : nil)
    let sums = try kernel.sums(by: workers, work: "sampling harmonic centrality")
    let others = Double(max(1, actorCount - 1))
    let scale = Double(actorCount) / (Double(max(1, samples)) * others)
    let shares = sums.actors.map { min(1, sums.scale.number($0.scaled) * scale) }
    let error = samples < actorCount ? options.epsilon : 0
    let name = Measure.harmonic(direction).name
    return SampledScores(
      estimates: ActorScores(measure: name, shares),
      lower: ActorScores(measure: name + "-low", shares.map { max(0, $0 - error) }),
      upper: ActorScores(measure: name + "-high", shares.map { min(1, $0 + error) }), samples: samples,
      options: options, unit: others)
  }

  /// Different actors, every choice equally likely.
  func drawn(_ count: Int, seed: UInt64) -> [UInt32] {
    var generator = SeededGenerator(seed: seed, for: .samples)
    var actors = Array(0..<UInt32(actorCount))
    for place in 0..<count { actors.swapAt(place, place + generator.below(actors.count - place)) }
    return Array(actors.prefix(count))
  }
}
