import KnowledgeNetworks
import Testing

/// Reference numbers are of SciPy 1.17.1.
@Suite struct SampleTestTests {
  // `scipy.stats.fisher_exact([[8, 2], [1, 5]])`, `chi2_contingency(..., correction=False)`
  @Test func `small tables are tested as by Fisher`() throws {
    let (answers, groups) = Self.observations([[8, 2], [1, 5]])
    let test = try #require(try SampleTest(ofCategories: answers, in: groups))
    #expect(test.method == .fisher && test.isExact && test.size == 16 && test.groups == 2)
    #expect(abs(test.p - 0.034965034965034975) < 1e-12)
    #expect(abs(test.statistic - 6.112169312169312) < 1e-12)
    #expect(abs(test.effect - (6.112169312169312 / 16).squareRoot()) < 1e-12)
  }

  /// Of the 126 ways to fill the margins, three are as unlikely as this table: 2 / 126 for itself, 1 / 126 for one other.
  @Test func `tables of three columns are tested as by Freeman and Halton`() throws {
    let (answers, groups) = Self.observations([[3, 0, 1], [0, 4, 1]])
    let test = try #require(try SampleTest(ofCategories: answers, in: groups))
    #expect(test.method == .fisher && abs(test.p - 3.0 / 126) < 1e-12)
    #expect(abs(test.statistic - 6.975) < 1e-12)
  }

  // `chi2_contingency([[30, 10, 15], [20, 25, 20]])`, `contingency.association(..., method="cramer")`; the p of the
  // limiting distribution is near that of the draws.
  @Test func `large tables are tested by chi-squared`() throws {
    let (answers, groups) = Self.observations([[30, 10, 15], [20, 25, 20]])
    let test = try #require(try SampleTest(ofCategories: answers, in: groups))
    #expect(test.method == .chiSquared && !test.isExact)
    #expect(abs(test.statistic - 8.36763236763237) < 1e-11)
    #expect(abs(test.effect - 0.2640648968156687) < 1e-12)
    #expect(abs(test.p - 0.015240236906230914) < 0.01)
  }

  // `mannwhitneyu(a, b, method="exact")`
  @Test func `two groups are tested by the ranks of Mann and Whitney`() throws {
    let values = [1.1, 2.2, 3.3, 4.4, 2.5, 5.5, 6.6, 7.7, 8.8]
    let test = try #require(try SampleTest(ofValues: values, in: [0, 0, 0, 0, 1, 1, 1, 1, 1]))
    #expect(test.method == .mannWhitney && test.isExact)
    #expect(test.statistic == 2 && test.effect == 0.1)
    #expect(abs(test.p - 0.06349206349206349) < 1e-12)
  }

  // `permutation_test((a, b), lambda x, y: abs(mannwhitneyu(x, y).statistic - 10), alternative="greater",
  // n_resamples=inf)`
  @Test func `equal values share their ranks`() throws {
    let values: [Double] = [1, 2, 2, 3, 2, 3, 4, 4, 5]
    let test = try #require(try SampleTest(ofValues: values, in: [0, 0, 0, 0, 1, 1, 1, 1, 1]))
    #expect(test.statistic == 2.5)
    #expect(abs(test.p - 0.0873015873015873) < 1e-12)
  }

  // `kruskal(a, b, c)`, and the same as the statistic of `permutation_test(..., n_resamples=inf)`
  @Test func `three groups are tested by the ranks of Kruskal and Wallis`() throws {
    let values: [Double] = [1, 2, 2, 3, 2, 3, 4, 4, 5, 5]
    let test = try #require(try SampleTest(ofValues: values, in: [0, 0, 0, 0, 1, 1, 1, 2, 2, 2]))
    #expect(test.method == .kruskalWallis && test.isExact && test.groups == 3)
    #expect(abs(test.statistic - 6.377373417721522) < 1e-12)
    #expect(abs(test.effect - 6.377373417721522 / 9) < 1e-12)
    #expect(abs(test.p - 0.018095238095238095) < 1e-12)
  }

  /// Of the 32 ways to swap the two answers of five respondents, 4 have rank sums as far apart (`itertools.product`).
  @Test func aStratumOfEachActorTestsPairs() throws {
    let values: [Double] = [2, 3, 1, 4, 2, 4, 3, 5, 5, 3]
    let (groups, strata) = ([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], [0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
    let test = try #require(try SampleTest(ofValues: values, in: groups, within: strata))
    #expect(test.isExact && test.statistic == 3.5 && abs(test.p - 4.0 / 32) < 1e-12)
    let free = try #require(try SampleTest(ofValues: values, in: groups))
    #expect(free.statistic == test.statistic && free.p != test.p)
  }

  @Test func renamingGroupsAndCategoriesChangesNoChance() throws {
    let (answers, groups) = Self.observations([[5, 2, 0], [1, 4, 2]])
    let test = try #require(try SampleTest(ofCategories: answers, in: groups))
    let renamed = try #require(try SampleTest(ofCategories: answers.map { 9 - 2 * $0 }, in: groups.map { 3 - $0 }))
    #expect(abs(renamed.p - test.p) < 1e-12 && abs(renamed.effect - test.effect) < 1e-12)
  }

  @Test func onlyTheOrderOfValuesCounts() throws {
    let (values, groups): ([Double], [Int]) = ([1, 2, 2, 3, 5, 4, 1, 2], [0, 1, 0, 1, 1, 2, 2, 0])
    let test = try #require(try SampleTest(ofValues: values, in: groups))
    #expect(try SampleTest(ofValues: values.map { $0 * $0 * $0 - 7 }, in: groups) == test)
  }

  @Test func `what cannot differ is not tested`() throws {
    #expect(try SampleTest(ofCategories: [], in: []) == nil)
    #expect(try SampleTest(ofCategories: [1, 2], in: [0, 0]) == nil)
    #expect(try SampleTest(ofValues: [1, 1], in: [0, 1]) == nil)
    // In the first stratum the groups are alike, in the second the values.
    #expect(try SampleTest(ofValues: [1, 2, 3, 3], in: [0, 0, 0, 1], within: [0, 0, 1, 1]) == nil)
    #expect(try SampleTest(ofValues: [1, 2, 3, 3], in: [0, 0, 0, 1]) != nil)
  }

  @Test func `threads are without effect`() throws {
    let (answers, groups) = Self.observations([[30, 10, 15], [20, 25, 20]])
    let alone = try SampleTest(ofCategories: answers, in: groups, workers: Workers(threads: 1))
    #expect(try SampleTest(ofCategories: answers, in: groups, workers: Workers(threads: 3)) == alone)
    #expect(alone != nil)
  }

  /// One observation after the other of a table of groups by categories.
  private static func observations(_ table: [[Int]]) -> (answers: [Int], groups: [Int]) {
    var observations: (answers: [Int], groups: [Int]) = ([], [])
    for (group, row) in table.enumerated() {
      for (answer, count) in row.enumerated() {
        observations.answers += [Int](repeating: answer, count: count)
        observations.groups += [Int](repeating: group, count: count)
      }
    }
    return observations
  }
}
