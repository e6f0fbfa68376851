import KnowledgeNetworks
import Testing

@testable import SyntheticClusters

/// Parts add up, keep to their limits and lie beside their fair share.
@Suite struct ApportionmentTests {
  @Test(arguments: 0..<200) func partsAddUpWithinLimits(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + generator.below(30)
    let weights = (0..<count).map { _ in generator.below(4) == 0 ? 0 : generator.unit() }
    let limits = (0..<count).map { _ in generator.below(20) }
    let total = generator.below(limits.reduce(0, +) + 1)
    let parts = apportioned(total, by: weights, upTo: limits, offset: generator.unit())
    #expect(parts.reduce(0, +) == total)
    #expect(zip(parts, limits).allSatisfy { $0 <= $1 && $0 >= 0 })
  }

  @Test func partsLieBesideTheirFairShare() {
    let weights = (1...50).map(Double.init)
    let parts = apportioned(1_000, by: weights, upTo: [Int](repeating: 1_000, count: 50), offset: 0.3)
    for (part, weight) in zip(parts, weights) { #expect(abs(Double(part) - 1_000 * weight / 1_275) < 1) }
  }

  @Test func fullPartsPassOnTheirRest() {
    #expect(apportioned(10, by: [9, 1, 1], upTo: [2, 100, 100], offset: 0.5) == [2, 4, 4])
  }

  @Test func withoutWeightsPartsAreEqual() {
    #expect(apportioned(6, by: [0, 0, 0], upTo: [9, 9, 9], offset: 0) == [2, 2, 2])
  }
}
