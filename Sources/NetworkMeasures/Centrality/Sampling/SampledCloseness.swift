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
    let partners = PartnerRows(of: self, direction)
    let rows = SearchRows(of: self, direction.turned)
    let order = drawn(actorCount, seed: options.seed)
    let reaching = actors.indices.filter { !partners[$0].isEmpty }
    var sample = ClosenessSample(
      actorCount: actorCount, reaching: reaching, longest: longestWay(direction), options)
    while !sample.unsettled.isEmpty {
      let next = sample.nextCheck
      let kernel = DistanceKernel(rows, from: Array(order[sample.searches..<next]), scale: .squares)
      let sums = try kernel.sums(by: workers, work: "sampling closeness")
      sample.add(sums, upTo: next)
      guard sample.unsettled.count <= sample.searches else { continue }
      let exact = try partners.closeness(of: sample.unsettled, by: workers)
      sample.settle(exact)
    }
    return sample.scores(as: Measure.closeness(direction).name)
  }

  /// No shortest path has more steps.
  private func longestWay(_ direction: Direction) -> Int {
    let most = max(1, actorCount - 1)
    // Ways against the direction of ties are none that the bound knows of.
    return direction == .both && isDirected ? most : min(most, max(1, DiameterBound(of: self).actors - 1))
  }
}

extension PartnerRows {
  /// One over the mean distance to those that each of some actors reaches, by a search from each.
  fileprivate func closeness(of actors: [Int], by workers: Workers) throws(BuzzlineError) -> [Double] {
    try workers.joined(over: actors.count, by: 16, work: "closeness of small reach") {
      [Bool](repeating: false, count: actorCount)
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
        for entry in self[met[place]] where !seen[Int(partners[entry])] {
          seen[Int(partners[entry])] = true
          met.append(Int(partners[entry]))
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
