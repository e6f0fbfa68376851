/// How a permutation null is drawn: all arrangements where they are few, a seeded sample where they are many.
public struct PermutationOptions: Hashable, Sendable {
  /// How many arrangements are drawn when there are too many to list.
  public var draws: Int
  /// Up to how many arrangements all are listed, which makes every p exact.
  public var exactLimit: Int
  /// The seed of the draws; draw *k* uses stream *k*.
  public var seed: UInt64

  /// Makes options; by default 1,999 draws above 200,000 arrangements.
  public init(draws: Int = 1_999, exactLimit: Int = 200_000, seed: UInt64 = 1) {
    precondition(draws > 0, "a sample has at least one draw")
    self.draws = draws
    self.exactLimit = exactLimit
    self.seed = seed
  }
}

/// The null hypothesis that group labels are exchangeable: the network stays, the labels move among the actors.
///
/// Every actor's label may move, ego's too. With *n* actors in groups of *n₁, n₂, …* there are *n*! / (*n₁*! *n₂*! …)
/// different arrangements. The actors without a label (code -1) take part like a group.
public struct LabelPermutations: Sendable {
  /// Whether all arrangements are listed.
  public let isExact: Bool
  /// How many arrangements a test looks at.
  public let count: Int
  let codes: [Int32]
  let seed: UInt64

  /// Prepares the null for one labelling.
  public init(of codes: [Int32], options: PermutationOptions = PermutationOptions()) {
    let arrangements = Self.arrangements(of: codes, upTo: options.exactLimit)
    self.codes = codes
    seed = options.seed
    isExact = arrangements != nil
    count = arrangements ?? options.draws
  }

  /// Prepares the null for a grouping; a label is the place of a group in ``Grouping/groups``, -1 for none.
  public init(of grouping: Grouping, options: PermutationOptions = PermutationOptions()) {
    self.init(of: grouping.groupCodes, options: options)
  }

  /// Compares statistics of the labels as they are with the same statistics under the null.
  ///
  /// - Parameters:
  ///   - workers: The threads that share the draws, and who hears how far they are; exact lists run on one.
  ///   - statistics: The numbers to test for a labelling; always equally many. A NaN (not defined) makes the test of
  ///     that statistic undefined.
  /// - Returns: One test a statistic, in the same order.
  /// - Throws: ``BuzzlineError`` if the task was cancelled, and what `statistics` throws.
  /// - Complexity: ``count`` + 1 calls of `statistics`, O(*n* + *k*) space a thread for *n* actors and *k* statistics.
  public func test(
    workers: Workers = .all, _ statistics: @Sendable ([Int32]) throws(BuzzlineError) -> [Double]
  ) throws(BuzzlineError) -> [PermutationTest] {
    var tallies = try statistics(codes).map { PermutationTally(observed: $0) }
    func tally(_ numbers: [Double]) {
      for (index, number) in numbers.enumerated() { tallies[index].add(number) }
    }
    if isExact {
      var arrangement = ListedArrangement(codes)
      for draw in 0..<count {
        if draw > 0 { arrangement.advance() }
        tally(try statistics(arrangement.labels))
      }
    } else {
      try workers.forEach(of: count, work: "permutations", scratch: {}) {
        (_: inout Void, draw) throws(BuzzlineError) -> [Double] in
        try statistics(arrangement(draw))
      } commit: {
        tally($1)
      }
    }
    return tallies.map { $0.result(isExact: isExact) }
  }

  private func arrangement(_ draw: Int) -> [Int32] {
    var arrangement = codes
    var generator = SeededGenerator(seed: seed, stream: UInt64(draw))
    generator.shuffle(&arrangement)
    return arrangement
  }

  /// The number of arrangements, `nil` above the limit.
  private static func arrangements(of codes: [Int32], upTo limit: Int) -> Int? {
    var (product, placed) = (1, 0)
    for size in Dictionary(grouping: codes, by: \.self).values.map(\.count) {
      for member in 1...size {
        placed += 1
        let (grown, overflows) = product.multipliedReportingOverflow(by: placed)
        if overflows { return nil }
        product = grown / member
      }
      if product > limit { return nil }
    }
    return product
  }
}

/// What a permutation null says of one statistic.
///
/// Exact p-values are shares of all arrangements; sampled ones are (1 + c) / (1 + B) for *c* of *B* draws at least as
/// extreme, which is never 0. Values that differ by less than a relative 1e-10 count as equal.
public struct PermutationTest: Hashable, Codable, Sendable {
  /// The statistic of the labels as they are.
  public let observed: Double
  /// Its mean under the null.
  public let mean: Double
  /// Its standard deviation under the null.
  public let standardDeviation: Double
  /// The chance of a value at least as large.
  public let pAtLeast: Double
  /// The chance of a value at most as large.
  public let pAtMost: Double
  /// Whether all arrangements were listed.
  public let isExact: Bool

  /// Twice the smaller one-sided p, at most 1.
  public var pTwoSided: Double { min(1, 2 * min(pAtLeast, pAtMost)) }
  /// Whether the statistic was defined for the labels as they are and under the null.
  public var isDefined: Bool { !observed.isNaN && !mean.isNaN }
}

extension PermutationTest {
  /// What a sample of draws from a null, or all its arrangements, say of one statistic.
  package init(observed: Double, draws: [Double], isExact: Bool = false) {
    var tally = PermutationTally(observed: observed)
    for draw in draws { tally.add(draw) }
    self = tally.result(isExact: isExact)
  }

  /// Turns numbers of arrangements that reach the statistic into chances.
  init(
    observed: Double, mean: Double, standardDeviation: Double, atLeast: Int, atMost: Int, count: Int, isExact: Bool
  ) {
    func share(_ hits: Int) -> Double {
      isExact ? Double(hits) / Double(count) : Double(hits + 1) / Double(count + 1)
    }
    (self.observed, self.mean, self.standardDeviation, self.isExact) = (observed, mean, standardDeviation, isExact)
    let isDefined = !observed.isNaN && !mean.isNaN
    (pAtLeast, pAtMost) = isDefined ? (share(atLeast), share(atMost)) : (.nan, .nan)
  }
}

/// Running sums of one statistic under a null.
struct PermutationTally {
  let observed: Double
  var count = 0
  var mean = 0.0
  var squares = 0.0
  var atLeast = 0
  var atMost = 0

  /// Welford's update.
  mutating func add(_ value: Double) {
    count += 1
    let step = value - mean
    mean += step / Double(count)
    squares += step * (value - mean)
    let slack = 1e-10 * max(abs(value), abs(observed))
    if value >= observed - slack { atLeast += 1 }
    if value <= observed + slack { atMost += 1 }
  }

  func result(isExact: Bool) -> PermutationTest {
    PermutationTest(
      observed: observed, mean: mean, standardDeviation: (squares / Double(count)).squareRoot(), atLeast: atLeast,
      atMost: atMost, count: count, isExact: isExact)
  }
}
