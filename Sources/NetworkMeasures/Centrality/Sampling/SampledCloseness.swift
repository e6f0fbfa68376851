internal import Foundation
public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Estimates closeness, one over the mean distance to the actors reached, from searches of some actors only.
  ///
  /// The distances to those of the drawn actors that an actor reaches are a sample, without return, of its distances to
  /// all it reaches; how far their mean may be off follows from how much they differ (Bardenet & Maillard 2015,
  /// [doi:10.3150/14-BEJ605](https://doi.org/10.3150/14-BEJ605), the empirical Bernstein–Serfling bound). More actors are
  /// drawn, twice as many each time, until every interval is within ±ε. Whoever reaches too few of them to tell is
  /// searched from itself as soon as such actors are no more than the searches made: its number is exact. Every tie is
  /// one step; unobserved pairs count as absent; not defined for an actor that reaches nobody.
  ///
  /// The raw form, one over the summed distance, cannot be had: a sample does not tell how many are reached.
  ///
  /// Properties: errorsStayBelowEpsilon, the number of threads changes nothing, the same seed gives the same numbers.
  ///
  /// - Returns: Estimates of ``closeness(_:isNormalized:engine:workers:)`` normalised, so the unit is 1.
  /// - Throws: ``BuzzlineError``: `.cancelled`; `.invalidInput` where lengths were declared; `.outOfMemory`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* searches, 256 at once; at most that of exact closeness. O(*n*) space a
  ///   worker.
  public func sampledCloseness(
    _ direction: Direction, _ options: SamplingOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> SampledScores {
    try refuseLengths(for: "Closeness")
    try workers.afford(.distances(in: self, "Sampling closeness"))
    let partners = self.rows(direction)
    let rows = SearchRows(of: self, direction.reversed)
    let order = drawn(actorCount, seed: options.seed)
    var sample = ClosenessSample(
      actorCount: actorCount, reaching: actors.indices.filter { !partners[$0].isEmpty },
      longest: longestWay(direction), options)
    while !sample.unsettled.isEmpty {
      let next = sample.nextCheck
      let kernel = DistanceKernel(rows, from: Array(order[sample.searches..<next]), scale: .squares)
      let sums = try kernel.sums(by: workers, work: "sampling closeness")
      sample.add(sums, upTo: next)
      guard sample.unsettled.count <= sample.searches else { continue }
      sample.settle(try partners.closeness(of: sample.unsettled, by: workers))
    }
    return sample.scores(as: Measure.closeness(direction).name)
  }

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
      SearchRows(of: self, direction.reversed), from: samples < actorCount ? drawn(samples, seed: options.seed) : nil)
    let sums = try kernel.sums(by: workers, work: "sampling harmonic centrality")
    let others = Double(max(1, actorCount - 1))
    let scale = Double(actorCount) / (Double(max(1, samples)) * others)
    let shares = sums.actors.map { min(1, sums.scale.number($0.scaled) * scale) }
    let error = samples < actorCount ? options.epsilon : 0
    return SampledScores(
      of: Measure.harmonic(direction).name, shares, lower: shares.map { max(0, $0 - error) },
      upper: shares.map { min(1, $0 + error) }, samples: samples, options: options, unit: others)
  }

  /// Different actors, every choice equally likely.
  private func drawn(_ count: Int, seed: UInt64) -> [UInt32] {
    var generator = SeededGenerator(seed: seed, for: .samples)
    var actors = Array(0..<UInt32(actorCount))
    for place in 0..<count { actors.swapAt(place, place + generator.below(actors.count - place)) }
    return Array(actors.prefix(count))
  }

  /// No shortest path has more steps.
  private func longestWay(_ direction: Direction) -> Int {
    let most = max(1, actorCount - 1)
    // Ways against the direction of ties are none that the bound knows of.
    return direction == .both && isDirected ? most : min(most, max(1, diameterBound - 1))
  }
}

extension CompressedRows {
  /// One over the mean distance to those that each of some actors reaches, by a search from each.
  fileprivate func closeness(of actors: [Int], by workers: Workers) throws(BuzzlineError) -> [Double] {
    try workers.joined(over: actors.count, by: 16, work: "closeness of small reach") {
      [Bool](repeating: false, count: starts.count - 1)
    } compute: { seen, range in
      actors[range].map { closeness(of: $0, &seen) }
    }
  }

  /// - Parameter seen: All `false`, before and after.
  private func closeness(of actor: Int, _ seen: inout [Bool]) -> Double {
    var met = [actor]
    seen[actor] = true
    var (first, steps, sum) = (0, 0, 0)
    while first < met.count {
      let front = first..<met.count
      for place in front {
        for partner in self[met[place]] where !seen[Int(partner)] {
          seen[Int(partner)] = true
          met.append(Int(partner))
        }
      }
      steps += 1
      sum += steps * (met.count - front.upperBound)
      first = front.upperBound
    }
    for reached in met { seen[reached] = false }
    return met.count > 1 ? Double(met.count - 1) / Double(sum) : .nan
  }
}

/// What searches from some actors tell about the mean distance to all that each actor reaches.
struct ClosenessSample {
  private let options: SamplingOptions
  /// No distance is longer.
  private let longest: Double
  /// The logarithm of ten over the part of δ that one actor's interval has at one check: two sides, five events a side.
  private let surprise: Double
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
    SampledScores(of: name, estimates, lower: lower, upper: upper, samples: searches, options: options, unit: 1)
  }
}
