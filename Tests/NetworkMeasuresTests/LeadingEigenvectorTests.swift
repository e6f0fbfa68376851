import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

/// Eigenvector scores of networks that fall into strong components.
@Suite struct LeadingEigenvectorTests {
  private func scores(_ count: Int, _ ties: [(Int, Int)]) throws -> [Double] {
    try KnowledgeNetwork.test(count, ties).eigenvector().map { $0 ?? .nan }
  }

  /// Three pairs that exchange have the same radius; the one that leads to no other scores.
  private static let chained = [
    (0, 1), (1, 0), (1, 11), (3, 11), (11, 3), (8, 3), (8, 5), (8, 9), (9, 8), (10, 11),
  ]

  @Test func ofLinkedComponentsWithOneRadiusTheLastScores() throws {
    #expect(try scores(12, Self.chained) == (0..<12).map { [3, 11].contains($0) ? 1 : 0 })
  }

  @Test func theOrderOfActorsAndTiesIsWithoutEffect() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20 {
      var order = Array(0..<12)
      generator.shuffle(&order)
      var ties = Self.chained.map { (order[$0.0], order[$0.1]) }
      generator.shuffle(&ties)
      let scores = try scores(12, ties)
      #expect(order.map { scores[$0] } == (0..<12).map { [3, 11].contains($0) ? 1 : 0 })
    }
  }

  @Test func aRingThatReceivesScoresAlone() throws {
    #expect(try scores(5, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 4), (4, 2)]) == [0, 0, 1, 1, 1])
  }

  @Test func whoeverALeadingComponentGivesToScoresLess() throws {
    // 0, 1 and 2 all exchange: radius 2; 3 receives half of it, 4 half of that.
    let ties = [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0), (0, 3), (3, 4)]
    #expect(zip(try scores(5, ties), [1, 1, 1, 0.5, 0.25]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func apartComponentsWithOneRadiusEachHaveTheLargestScore() throws {
    #expect(try scores(5, [(0, 1), (1, 0), (2, 3), (3, 4), (4, 2)]) == [1, 1, 1, 1, 1])
  }

  @Test func theResidualIsSmallOnRandomNetworks() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let count = 2 + generator.below(14)
      let ties = (0..<generator.below(3 * count)).map { _ in (generator.below(count), generator.below(count)) }
      let distinct = Set(ties.filter { $0.0 != $0.1 }.map { [$0.0, $0.1] }).map { ($0[0], $0[1]) }
      let network = try KnowledgeNetwork.test(count, distinct)
      let scores = try network.eigenvector().map { $0 ?? .nan }
      guard !distinct.isEmpty, let top = scores.firstIndex(of: 1) else {
        #expect(scores.allSatisfy { $0 == (distinct.isEmpty ? 1 : 0) })
        continue
      }
      func received(_ actor: Int) -> Double { network.givers(to: actor).reduce(0) { $0 + scores[$1] } }
      let radius = received(top)
      #expect(scores.indices.allSatisfy { abs(received($0) - radius * scores[$0]) < 1e-9 * radius })
    }
  }

  @Test func aLongPathWithoutDirectionSettles() throws {
    let network = try KnowledgeNetwork.test(600, (0..<599).map { ($0, $0 + 1) }, isDirected: false)
    let scores = try network.eigenvector().map { $0 ?? .nan }
    for actor in 0..<600 {
      let exact = sine(actor + 1, of: 601) / sine(300, of: 601)
      #expect(abs(scores[actor] - exact) < 1e-6)
    }
  }

  private func sine(_ part: Int, of whole: Int) -> Double {
    // By its series, so that no other library takes part.
    let x = Double(part) / Double(whole) * Double.pi
    var (term, sum) = (x, x)
    for step in 1..<40 {
      term *= -x * x / Double(2 * step * (2 * step + 1))
      sum += term
    }
    return sum
  }
}
