internal import KnowledgeNetworks

/// Whether one channel carries the ties of a wave: the largest share that any channel has of them.
///
/// The hypothesis of a universal channel is put so that it can be refuted: *one channel carries half of the ties or more*.
/// The statistic is the share of ties, over all respondents, that run through the channel with most of them. How sure it is
/// comes from the bootstrap over respondents, not over ties: as many respondents as there are, are drawn with
/// replacement, each with all its ties, and the largest share is taken again, of whichever channel has it then. The interval
/// holds the middle 95 % of these shares (the percentile interval of Efron & Tibshirani 1993,
/// [doi:10.1201/9780429246593](https://doi.org/10.1201/9780429246593)). Since the largest of several shares tends to be
/// larger in a resample than in the data, the interval errs upwards, and a universal channel is refuted rather too seldom.
public struct LargestChannel: Codable, Hashable, Sendable {
  /// The wave; `nil` where the study does not tell waves apart.
  public let wave: String?
  /// The channel with most ties; of several the first by name.
  public let channel: String
  /// Its share of the ties, above 0 to 1.
  public let share: Double
  /// The middle 95 % of the largest share over resamples of respondents.
  public let interval: ClosedRange<Double>
  /// How many respondents affirm a tie through any channel.
  public let respondents: Int
  /// How many ties they affirm.
  public let ties: Int
  /// How many resamples were drawn.
  public let draws: Int

  /// What the interval says of a channel that carries half of the ties or more.
  public enum Verdict: String, Sendable {
    /// The interval lies below one half.
    case noUniversalChannel
    /// It lies above.
    case oneChannelPrevails
    /// It holds one half.
    case undecided
  }

  /// What the interval says of a channel that carries half of the ties or more.
  public var verdict: Verdict { Self.verdict(of: interval) }

  static func verdict(of interval: ClosedRange<Double>) -> Verdict {
    interval.upperBound < 0.5 ? .noUniversalChannel : interval.lowerBound > 0.5 ? .oneChannelPrevails : .undecided
  }

  /// - Returns: `nil` where fewer than two respondents affirm a tie, which leaves nothing to resample.
  /// - Complexity: O(*b* *c*) time for *b* resamples and *c* claims, shared by the workers.
  init?(in wave: String?, of use: ChannelUse, options: PermutationOptions, workers: Workers) throws(BuzzlineError) {
    let respondents = use.respondents
    guard respondents.count > 1 else { return nil }
    let counts = Self.counts(of: respondents, use.channels.count)
    let total = counts.reduce(0, +)
    guard let most = counts.max(), let place = counts.firstIndex(of: most) else { return nil }
    let shares = try workers.map(options.draws, work: "resampling respondents") { (draw: Int) in
      var generator = SeededGenerator(seed: options.seed, for: .samples, stream: UInt64(draw))
      let drawn = respondents.map { _ in respondents[generator.below(respondents.count)] }
      let counts = Self.counts(of: drawn, use.channels.count)
      return Double(counts.max() ?? 0) / Double(max(1, counts.reduce(0, +)))
    }.sorted()
    (self.wave, channel, share) = (wave, use.channels[place], Double(most) / Double(total))
    interval = Self.quantile(0.025, of: shares)...Self.quantile(0.975, of: shares)
    (self.respondents, ties, draws) = (respondents.count, total, options.draws)
  }

  private static func counts(of respondents: [ChannelUse.Respondent], _ channels: Int) -> [Int] {
    respondents.reduce(into: [Int](repeating: 0, count: channels)) { counts, respondent in
      for (channel, ties) in respondent.ties { counts[channel] += ties }
    }
  }

  /// The smallest of ascending numbers that a share of all does not exceed.
  private static func quantile(_ share: Double, of ascending: [Double]) -> Double {
    ascending[min(ascending.count - 1, Int((share * Double(ascending.count)).rounded(.up)) - 1)]
  }
}
