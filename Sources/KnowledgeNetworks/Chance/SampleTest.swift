/// What permutations say of whether the answers of several groups differ more than chance would make them.
///
/// Under the null hypothesis the answers keep their places and the groups are exchangeable among those who answered, so no
/// p rests on a large sample: it is the share of arrangements at least as extreme as the one observed, over all of them
/// where they are few, else (1 + *c*) / (1 + *B*) for *c* of *B* draws. Each test is two-sided.
public struct SampleTest: Hashable, Codable, Sendable {
  /// Which test it is.
  public enum Method: String, Codable, Hashable, Sendable, CaseIterable {
    /// Pearson's chi-squared of groups by categories, where every expected count is at least 5.
    case chiSquared = "chi-squared"
    /// The exact test of Fisher, for tables of any size of Freeman & Halton (1951),
    /// [doi:10.1093/biomet/38.1-2.141](https://doi.org/10.1093/biomet/38.1-2.141): a table is the more extreme the less
    /// likely it is given its margins.
    case fisher
    /// The rank test of Mann & Whitney (1947),
    /// [doi:10.1214/aoms/1177730491](https://doi.org/10.1214/aoms/1177730491), of two groups.
    case mannWhitney = "mann-whitney"
    /// The rank test of Kruskal & Wallis (1952),
    /// [doi:10.1080/01621459.1952.10483441](https://doi.org/10.1080/01621459.1952.10483441), of three groups or more.
    case kruskalWallis = "kruskal-wallis"
  }

  /// Which test it is.
  public let method: Method
  /// How many observations there are.
  public let size: Int
  /// How many groups have any.
  public let groups: Int
  /// Chi-squared, also beside Fisher's test, which has no statistic of its own; U of the first group; or H, corrected for
  /// equal values.
  public let statistic: Double
  /// How large the difference is.
  ///
  /// Of categories Cramér's V, 0 to 1; of values in two groups the chance that one of the first exceeds one of the second,
  /// equals counted half, 0 to 1 with ½ for no difference; in more groups ε² = H / (*n* − 1), 0 to 1.
  public let effect: Double
  /// The two-sided p.
  public let p: Double
  /// Whether all arrangements were listed.
  public let isExact: Bool

  package init(
    _ method: Method, size: Int, groups: Int, statistic: Double, effect: Double, p: Double, isExact: Bool
  ) {
    (self.method, self.size, self.groups) = (method, size, groups)
    (self.statistic, self.effect, self.p, self.isExact) = (statistic, effect, p, isExact)
  }
}

extension SampleTest {
  /// Tests whether categories depend on groups: by chi-squared, or by Fisher's test where an expected count is below 5.
  ///
  /// Properties: `renamingGroupsAndCategoriesChangesNoChance`.
  ///
  /// - Parameters:
  ///   - categories: The category of each observation, as any number.
  ///   - groups: The group of each observation, as any number from 0.
  ///   - strata: Of each observation the stratum within which groups are exchangeable, such as the respondent it comes
  ///     from; by default all are.
  ///   - options: How arrangements are drawn.
  ///   - workers: The threads that share them.
  /// - Returns: `nil` where there are fewer than two groups or two categories, in each stratum if there are any.
  /// - Throws: ``BuzzlineError`` if the task was cancelled.
  /// - Complexity: O(*n* + *r* *c*) time an arrangement and O(*n* + *r* *c*) space a thread for *n* observations in *r*
  ///   groups and *c* categories.
  public init?(
    ofCategories categories: [Int], in groups: [Int], within strata: [Int]? = nil,
    options: PermutationOptions = PermutationOptions(), workers: Workers = .all
  ) throws(BuzzlineError) {
    precondition(categories.count == groups.count, "each observation has a category and a group")
    let (rows, columns) = (Set(groups).count, Set(categories).count)
    let (codes, ranks) = (groups.rankCodes, categories.rankCodes)
    guard Self.canDiffer(codes, ranks, within: strata) else { return nil }
    let observed = ContingencyTable(codes, ranks, rows: rows, columns: columns)
    let isLarge = observed.leastExpected >= 5
    let logarithms = ContingencyTable.logFactorials(upTo: groups.count)
    let test = try Self.test(of: codes, within: strata, options, workers) { codes in
      let table = ContingencyTable(codes, ranks, rows: rows, columns: columns)
      return isLarge ? table.chiSquared : table.unlikelihood(logarithms)
    }
    let chiSquared = observed.chiSquared
    method = isLarge ? .chiSquared : .fisher
    (size, self.groups, statistic) = (groups.count, rows, chiSquared)
    effect = observed.cramersV ?? 0
    (p, isExact) = (test.pAtLeast, test.isExact)
  }

  /// Tests whether values are higher in some groups than in others, by their ranks; equal values share the mean of
  /// theirs.
  ///
  /// Properties: `onlyTheOrderOfValuesCounts`, `aStratumOfEachActorTestsPairs`.
  ///
  /// - Parameters:
  ///   - values: The value of each observation, finite.
  ///   - groups: The group of each observation, as any number from 0.
  ///   - strata: Of each observation the stratum within which groups are exchangeable; by default all are.
  ///   - options: How arrangements are drawn.
  ///   - workers: The threads that share them.
  /// - Returns: `nil` where there are fewer than two groups, or all values are equal, in each stratum if there are any.
  /// - Throws: ``BuzzlineError`` if the task was cancelled.
  /// - Complexity: O(*n* log *n*) time and O(*n*) time an arrangement, O(*n*) space a thread for *n* observations.
  public init?(
    ofValues values: [Double], in groups: [Int], within strata: [Int]? = nil,
    options: PermutationOptions = PermutationOptions(), workers: Workers = .all
  ) throws(BuzzlineError) {
    precondition(values.count == groups.count, "each observation has a value and a group")
    let (codes, count, ranks) = (groups.rankCodes, Set(groups).count, MidRanks(of: values))
    guard Self.canDiffer(codes, values, within: strata) else { return nil }
    let test = try Self.test(of: codes, within: strata, options, workers) { codes in
      count == 2 ? abs(ranks.surplus(of: codes)) : ranks.kruskalWallis(codes, groups: count)
    }
    let first = codes.count { $0 == 0 }
    let pairs = Double(first) * Double(values.count - first)
    (size, self.groups, method) = (values.count, count, count == 2 ? .mannWhitney : .kruskalWallis)
    statistic = count == 2 ? ranks.surplus(of: codes) + pairs / 2 : ranks.kruskalWallis(codes, groups: count)
    effect = count == 2 ? statistic / pairs : statistic / Double(values.count - 1)
    (p, isExact) = (test.pAtLeast, test.isExact)
  }

  /// Whether two observations of a stratum differ in group, and two in answer: else every arrangement is the same.
  private static func canDiffer<Answer: Equatable>(
    _ groups: [Int32], _ answers: [Answer], within strata: [Int]?
  ) -> Bool {
    var seen: [Int: (first: Int, groups: Bool, answers: Bool)] = [:]
    for place in groups.indices {
      let stratum = strata?[place] ?? 0
      var found = seen[stratum] ?? (place, false, false)
      if groups[place] != groups[found.first] { found.groups = true }
      if answers[place] != answers[found.first] { found.answers = true }
      if found.groups, found.answers { return true }
      seen[stratum] = found
    }
    return false
  }

  /// Compares one statistic of the groups as they are with the same under permutations of them.
  private static func test(
    of codes: [Int32], within strata: [Int]?, _ options: PermutationOptions, _ workers: Workers,
    _ statistic: @Sendable ([Int32]) -> Double
  ) throws(BuzzlineError) -> PermutationTest {
    guard let strata else {
      return try LabelPermutations(of: codes, options: options).test(workers: workers) { (codes: [Int32]) in
        [statistic(codes)]
      }[0]
    }
    return try ActorPermutations(within: strata, options: options).test(workers: workers) { (places: [Int32]) in
      [statistic(places.map { codes[Int($0)] })]
    }[0]
  }
}

extension [Int] {
  /// Each number's place among the different ones, ascending.
  fileprivate var rankCodes: [Int32] {
    let places = Dictionary(
      uniqueKeysWithValues: Set(self).sorted().enumerated().map { ($0.element, Int32($0.offset)) })
    return map { places[$0] ?? 0 }
  }
}
