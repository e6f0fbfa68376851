internal import Foundation
public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Estimates betweenness from shortest paths drawn at random, as many as it takes.
  ///
  /// KADABRA: Borassi & Natale (2019), [doi:10.1145/3284359](https://doi.org/10.1145/3284359). Two different actors are
  /// drawn, then one of the shortest paths between them; the share of paths an actor lies on estimates its betweenness as
  /// a share of all *n*(*n* − 1) ordered pairs. Sampling ends when every actor's interval is within ±ε, where the bounds
  /// hold at whatever moment one stops. All actors have an equal part in δ. A pair without a way counts as a path
  /// through nobody. Every tie is one step; weights are not used. Unobserved pairs count as absent.
  ///
  /// Properties: errorsStayBelowEpsilon, the number of threads changes nothing, the same seed gives the same numbers.
  ///
  /// - Throws: ``BuzzlineError``: `.cancelled`; `.invalidInput` where lengths were declared, which paths drawn step by step
  ///   do not know.
  /// - Complexity: At most O(log(*D*/δ) / ε²) paths for the diameter *D*, each far below O(*n* + *m*) time; O(*n*) space
  ///   a worker.
  public func sampledBetweenness(
    _ options: SamplingOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> SampledScores {
    try refuseLengths(for: "Betweenness")
    try workers.afford(.samples(in: self, "Sampling betweenness"))
    let rule = KadabraRule(actorCount: actorCount, diameterBound: actorCount > 2 ? diameterBound : 0, options)
    var counts = [Int](repeating: 0, count: actorCount)
    var samples = 0
    while actorCount > 2, samples < rule.mostSamples, !rule.isEnough(counts, of: samples) {
      let next = rule.nextCheck(after: samples)
      let parts = try workers.gather(
        (next - samples + Self.drawBlock - 1) / Self.drawBlock, work: "sampling betweenness"
      ) {
        (sampler: PathSampler(self), counts: [Int](repeating: 0, count: actorCount))
      } compute: { [samples] own, block in
        for sample in samples + block * Self.drawBlock..<min(next, samples + (block + 1) * Self.drawBlock) {
          var generator = SeededGenerator(seed: options.seed, for: .samples, stream: UInt64(sample))
          let source = generator.below(actorCount)
          let other = generator.below(actorCount - 1)
          own.sampler.draw(from: source, to: other < source ? other : other + 1, &generator)
          for actor in own.sampler.between { own.counts[actor] += 1 }
        }
      }
      for part in parts { counts.add(part.counts, +=) }
      samples = next
    }
    return rule.scores(counts, of: samples, pairs: Double(actorCount) * Double(actorCount - 1) / (isDirected ? 1 : 2))
  }

  private static var drawBlock: Int { 256 }
}

/// When the paths drawn are enough, and how far off their counts may be.
private struct KadabraRule {
  private let options: SamplingOptions
  /// So many samples are enough whatever they show: ω.
  let mostSamples: Int
  /// The logarithm of one over the part of δ that one side of one actor's interval has.
  private let surprise: Double

  init(actorCount: Int, diameterBound: Int, _ options: SamplingOptions) {
    self.options = options
    let levels = diameterBound > 3 ? floor(log2(Double(diameterBound - 2))) : 0
    mostSamples = Int((0.5 / (options.epsilon * options.epsilon) * (levels + 1 + log(2 / options.delta))).rounded(.up))
    surprise = log(4 * Double(max(1, actorCount)) / options.delta)
  }

  /// Checks come at numbers that grow by a quarter: often enough, and the same for any number of threads.
  func nextCheck(after samples: Int) -> Int { min(mostSamples, max(1_024, samples + samples / 4)) }

  func isEnough(_ counts: [Int], of samples: Int) -> Bool {
    guard samples > 0 else { return false }
    let isNear = counts.allSatisfy { count in
      let share = Double(count) / Double(samples)
      return share - lower(share, samples) <= options.epsilon && upper(share, samples) - share <= options.epsilon
    }
    if isNear { return true }
    return options.top.map { isSettled($0, counts, samples) } ?? false
  }

  private func isSettled(_ top: Int, _ counts: [Int], _ samples: Int) -> Bool {
    let sorted = counts.sorted(by: >)
    guard top < sorted.count else { return true }
    return lower(Double(sorted[top - 1]) / Double(samples), samples)
      > upper(Double(sorted[top]) / Double(samples), samples)
  }

  private func lower(_ share: Double, _ samples: Int) -> Double {
    guard samples < mostSamples else { return max(0, share - options.epsilon) }
    return share - min(error(of: share, samples, side: -1), share)
  }

  private func upper(_ share: Double, _ samples: Int) -> Double {
    guard samples < mostSamples else { return min(1, share + options.epsilon) }
    return share + min(error(of: share, samples, side: 1), 1 - share)
  }

  /// How far off a share may be below, at side −1, or above, at side 1.
  private func error(of share: Double, _ samples: Int, side: Double) -> Double {
    let term = Double(mostSamples) / Double(samples) + side / 3
    let root = (term * term + 2 * share * Double(mostSamples) / surprise).squareRoot()
    return surprise / Double(samples) * (side * term + root)
  }

  func scores(_ counts: [Int], of samples: Int, pairs: Double) -> SampledScores {
    let shares = counts.map { samples > 0 ? Double($0) / Double(samples) : 0 }
    return SampledScores(
      of: "betweenness", shares, lower: samples > 0 ? shares.map { lower($0, samples) } : shares,
      upper: samples > 0 ? shares.map { upper($0, samples) } : shares, samples: samples, options: options, unit: pairs)
  }
}
