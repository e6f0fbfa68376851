import KnowledgeNetworks
import TestNetworks
import Testing

/// p-values adjusted for their number, against R's printed ones, their definitions and their properties.
struct AdjustedChancesTests {
  /// `p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.2), m)` of R 4.
  @Test func theyAreThoseOfR() {
    let chances: [Double?] = [0.01, 0.04, 0.03, 0.005, 0.2]
    #expect(agree(AdjustedChances.holm(chances), [0.04, 0.09, 0.09, 0.025, 0.2]))
    #expect(agree(AdjustedChances.benjaminiHochberg(chances), [0.025, 0.05, 0.05, 0.025, 0.2]))
  }

  @Test func whatIsNotDefinedIsNotCounted() {
    #expect(agree(AdjustedChances.holm([nil, 0.02, .nan, 0.01]), [nil, 0.02, nil, 0.02]))
    #expect(AdjustedChances.benjaminiHochberg([nil]) == [nil] && AdjustedChances.holm([]).isEmpty)
  }

  @Test func theyFollowTheirDefinitionsAndKeepTheOrder() {
    for seed in 1...100 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let chances = (0..<1 + generator.below(12)).map { _ in Double(1 + generator.below(20)) / 20 }
      let (holm, shares) = (AdjustedChances.holm(chances), AdjustedChances.benjaminiHochberg(chances))
      let count = Double(chances.count)
      for place in chances.indices {
        // Holm: the largest of (m − rank + 1) p over all smaller ones and itself.
        let smaller = chances.filter { $0 < chances[place] }.sorted()
        let byHolm = (smaller + [chances[place]]).enumerated().map { $1 * (count - Double($0)) }.max() ?? 0
        // Benjamini and Hochberg: the least of m p / rank over all that are no smaller.
        let larger = chances.filter { $0 >= chances[place] }
        let byShare = larger.map { chance in chance * count / Double(chances.count { $0 <= chance }) }.min() ?? 0
        #expect(agree([holm[place]], [min(1, byHolm)]))
        #expect(agree([shares[place]], [min(1, byShare)]))
        #expect((shares[place] ?? 0) <= (holm[place] ?? 0) + 1e-12 && (shares[place] ?? 0) >= chances[place] - 1e-12)
      }
    }
  }

  private func agree(_ found: [Double?], _ expected: [Double?]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { one, other in
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) < 1e-12
      }
  }
}
