/// The null hypothesis that actors are exchangeable: a network keeps its structure, and who stands where in it moves.
///
/// A statistic of two networks of the same actors tested so is the quadratic assignment procedure: Hubert & Schultz
/// (1976), [doi:10.1111/j.2044-8317.1976.tb00714.x](https://doi.org/10.1111/j.2044-8317.1976.tb00714.x), Krackhardt
/// (1988), [doi:10.1016/0378-8733(88)90004-4](https://doi.org/10.1016/0378-8733(88)90004-4). It keeps each network's
/// ties, degrees, reciprocity and closure. Where actors differ in what could be known of them, they are permuted within
/// strata alone, each actor with those of the same stratum.
///
/// Properties: every permutation keeps the strata; all are listed once where they are few, the actors as they are first.
public struct ActorPermutations: Sendable {
  /// Whether all permutations are listed.
  public let isExact: Bool
  /// How many permutations a test looks at.
  public let count: Int
  private let actors: Int
  /// The strata of two actors or more, each ascending.
  private let strata: [[Int32]]
  private let seed: UInt64

  /// Prepares the null.
  ///
  /// - Parameters:
  ///   - strata: For each actor the number of its stratum; as many numbers as actors.
  ///   - options: How permutations are drawn; in draw *k* all strata are shuffled by stream *k* of the seed.
  public init(within strata: [Int], options: PermutationOptions = PermutationOptions()) {
    var members: [Int: [Int32]] = [:]
    for (actor, stratum) in strata.enumerated() { members[stratum, default: []].append(Int32(actor)) }
    let movable = members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    let permutations = Self.permutations(of: movable.map(\.count), upTo: options.exactLimit)
    (actors, self.strata, seed) = (strata.count, movable, options.seed)
    isExact = permutations != nil
    count = permutations ?? options.draws
  }

  /// Prepares the null in which any actor may take the place of any other.
  public init(of actors: Int, options: PermutationOptions = PermutationOptions()) {
    self.init(within: [Int](repeating: 0, count: actors), options: options)
  }

  /// Compares statistics of the actors as they are with the same statistics under the null.
  ///
  /// - Parameters:
  ///   - workers: The threads that share the permutations, and who hears how far they are.
  ///   - statistics: The numbers to test, given for each actor the one whose place it takes; always equally many. A NaN
  ///     (not defined) makes the test of that statistic undefined.
  /// - Returns: One test a statistic, in the same order.
  /// - Throws: ``BuzzlineError`` if the task was cancelled, and what `statistics` throws.
  /// - Complexity: ``count`` + 1 calls of `statistics`, O(*n* + *k*) space a thread for *n* actors and *k* statistics.
  public func test(
    workers: Workers = .all, _ statistics: @Sendable ([Int32]) throws(BuzzlineError) -> [Double]
  ) throws(BuzzlineError) -> [PermutationTest] {
    var tallies = try statistics(Array(0..<Int32(actors))).map { PermutationTally(observed: $0) }
    try workers.forEach(of: count, work: "permutations", scratch: {}) {
      (_: inout Void, draw) throws(BuzzlineError) -> [Double] in
      try statistics(isExact ? listed(draw) : drawn(draw))
    } commit: { _, numbers in
      for (index, number) in numbers.enumerated() { tallies[index].add(number) }
    }
    return tallies.map { $0.result(isExact: isExact) }
  }

  private func drawn(_ draw: Int) -> [Int32] {
    var (places, generator) = (Array(0..<Int32(actors)), SeededGenerator(seed: seed, stream: UInt64(draw)))
    for stratum in strata {
      var shuffled = stratum
      generator.shuffle(&shuffled)
      for (actor, place) in zip(stratum, shuffled) { places[Int(actor)] = place }
    }
    return places
  }

  /// The permutation of a number, read as digits that choose among the places left; 0 leaves all where they are.
  private func listed(_ number: Int) -> [Int32] {
    var (places, rest) = (Array(0..<Int32(actors)), number)
    for stratum in strata {
      var left = stratum
      for actor in stratum {
        let choices = left.count
        places[Int(actor)] = left.remove(at: rest % choices)
        rest /= choices
      }
    }
    return places
  }

  /// How many permutations strata of these sizes have, `nil` above the limit.
  private static func permutations(of sizes: [Int], upTo limit: Int) -> Int? {
    var product = 1
    for factor in sizes.flatMap({ 2...$0 }) {
      let (grown, overflows) = product.multipliedReportingOverflow(by: factor)
      if overflows || grown > limit { return nil }
      product = grown
    }
    return product
  }
}
