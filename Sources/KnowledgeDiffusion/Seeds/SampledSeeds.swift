internal import Foundation
internal import KnowledgeNetworks

extension SeedSearch {
  /// Chooses by reverse samples: first how far the best set reaches at least, then as many new samples as that asks for.
  func sampledChoice(epsilon: Double, delta: Double) throws(BuzzlineError) -> SeedChoice {
    let sizes = SampleSizes(actors: network.actorCount, count: limits.count, epsilon: epsilon, delta: delta)
    let bound = try lowerBound(sizes)
    let needed = sizes.choosing(lowerBound: bound.reach)
    var samples = ReverseSamples(ReverseSampler(ties, seed: ChanceHash.key(options.seed, 2)))
    try draw(&samples, upTo: needed)
    var cover = SampleCover(samples, under: limits)
    cover.run()
    let fresh = ReverseSampler(ties, seed: ChanceHash.key(options.seed, 3))
    let hits = try fresh.hits(of: cover.picks.map(\.actor), among: needed, by: workers)
    return SeedChoice(
      picks: picks(cover, samples: needed),
      expectedReach: Estimate(share: hits, of: needed, times: Double(network.actorCount)),
      guarantee: .reverseSamples(epsilon: epsilon, delta: delta, under: limits),
      evaluations: cover.picks.reduce(0) { $0 + $1.looked }, bestSets: nil,
      samples: ReverseSampleCounts(
        bounding: bound.samples, choosing: needed, lowerBound: bound.reach,
        members: samples.allMembers, bytes: cover.bytes))
  }

  private func picks(_ cover: SampleCover, samples: Int) -> [SeedPick] {
    cover.picks.enumerated().map { place, pick in
      SeedPick(
        actor: pick.actor, gain: Estimate(share: pick.gain, of: samples, times: Double(network.actorCount)),
        evaluations: pick.looked, isGiven: place < limits.constraints.mustInclude.count,
        cost: limits.constraints.costs?[pick.actor], equals: [], hasMoreEquals: false)
    }
  }

  /// What the best set reaches at least, but for a chance of δ/2: half of all actors, or a quarter, and so on, until a set
  /// is found that reaches about so many.
  private func lowerBound(_ sizes: SampleSizes) throws(BuzzlineError) -> (reach: Double, samples: Int) {
    var samples = ReverseSamples(ReverseSampler(ties, seed: ChanceHash.key(options.seed, 1)))
    // Whoever is told knows.
    let least = limits.constraints.costs == nil ? Double(limits.count) : 1
    for round in stride(from: 1, through: sizes.rounds, by: 1) where sizes.guess(round) > least {
      try draw(&samples, upTo: sizes.bounding(round))
      var cover = SampleCover(samples, under: limits)
      cover.run()
      let reach = Double(network.actorCount) * Double(cover.covered) / Double(samples.count)
      if reach >= (1 + sizes.boundingEpsilon) * sizes.guess(round) {
        return (max(least, reach / (1 + sizes.boundingEpsilon)), samples.count)
      }
    }
    return (least, samples.count)
  }

  /// Draws more samples until there are so many, once there is memory for them; how much they take the first few tell.
  private func draw(_ samples: inout ReverseSamples, upTo count: Int) throws(BuzzlineError) {
    try require(
      count <= Int(UInt32.max),
      "So small an ε or δ needs more samples than can be numbered, which are \(UInt32.max).", .tooLarge)
    if samples.count == 0 {
      try workers.afford(.reverseSamples(count, members: 1, in: network))
      try samples.draw(upTo: min(count, 64), by: workers)
    }
    let members = Double(samples.allMembers) / Double(max(1, samples.count))
    try workers.afford(.reverseSamples(count, members: members, in: network))
    try samples.draw(upTo: count, by: workers)
  }
}

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
