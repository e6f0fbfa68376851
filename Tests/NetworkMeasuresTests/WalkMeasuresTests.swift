import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct KatzTests {
  static let networks =
    CentralitySamples.threeActors + CentralitySamples.random + CentralitySamples.weighted(.strength)

  @Test(arguments: [0.01, 0.05])
  func scoresSolveTheirEquation(attenuation: Double) throws {
    for network in Self.networks where try allows(attenuation, network) {
      let weights = CentralityTwins(of: network, counts: .strength).weights
      // (I − a Aᵀ) x = a Aᵀ 1
      let matrix = network.actors.indices.map { to in
        network.actors.indices.map { from in (to == from ? 1 : 0) - attenuation * (weights[from][to] ?? 0) }
      }
      let received = network.actors.indices.map { to in
        attenuation * network.actors.indices.reduce(0) { $0 + (weights[$1][to] ?? 0) }
      }
      expect(try network.katz(attenuation: attenuation), equal: solution(of: matrix, received))
    }
  }

  private func allows(_ attenuation: Double, _ network: KnowledgeNetwork) throws -> Bool {
    let weights = CentralityTwins(of: network, counts: .strength).weights
    let most = weights.map { $0.reduce(0) { $0 + ($1 ?? 0) } }.max() ?? 0
    return attenuation * most < 1
  }

  @Test func inAChainScoresAreSumsOfPowers() throws {
    let chain = try KnowledgeNetwork.test(4, [(0, 1), (1, 2), (2, 3)])
    expect(try chain.katz(attenuation: 0.5), equal: [0, 0.5, 0.75, 0.875])
    expect(try chain.katz(), equal: [0, 0.5, 0.75, 0.875])
  }

  @Test func theDefaultIsHalfOfWhatTheNetworkAllows() throws {
    // Three actors in a ring: the radius is 1, and every walk goes on for ever.
    let ring = try KnowledgeNetwork.test(3, [(0, 1), (1, 2), (2, 0)])
    let scores = try ring.katz()
    expect(scores, equal: [1, 1, 1])
    #expect(scores.remarks.contains("The attenuation of Katz status is about 0.5, half of what the network allows."))
    expect(try KnowledgeNetwork.test(3, []).katz(), equal: [0, 0, 0])
  }

  @Test func aTieMoreLowersNoScore() throws {
    let fewer = try KnowledgeNetwork.test(4, [(0, 1), (1, 2)]).katz(attenuation: 0.2)
    let more = try KnowledgeNetwork.test(4, [(0, 1), (1, 2), (2, 0), (2, 3)]).katz(attenuation: 0.2)
    for (before, after) in zip(fewer, more) { #expect((after ?? .nan) >= (before ?? .nan)) }
  }

  @Test(arguments: [0, -0.1, .nan, .infinity, 1, 2])
  func anotherAttenuationIsInvalid(attenuation: Double) throws {
    let ring = try KnowledgeNetwork.test(3, [(0, 1), (1, 2), (2, 0)])
    #expect(throws: BuzzlineError.self) { try ring.katz(attenuation: attenuation) }
  }
}

@Suite struct BonacichPowerTests {
  @Test(arguments: [-0.9, -0.5, 0, 0.5, 0.9])
  func scoresSolveTheirEquation(exponent: Double) throws {
    for network in KatzTests.networks {
      let shares = shares(network)
      // (I − b R) c = R 1
      let matrix = network.actors.indices.map { from in
        network.actors.indices.map { to in (to == from ? 1 : 0) - exponent * shares[from][to] }
      }
      let raw = solution(of: matrix, shares.map { $0.reduce(0, +) })
      let squares = raw.reduce(0) { $0 + $1 * $1 }
      let scale = squares > 0 ? (Double(raw.count) / squares).squareRoot() : 1
      expect(try network.bonacichPower(exponent: exponent), equal: raw.map { $0 * scale })
    }
  }

  /// The share of each giver, in rows, in all that a receiver gets.
  private func shares(_ network: KnowledgeNetwork) -> [[Double]] {
    let weights = CentralityTwins(of: network, counts: .strength).weights
    return network.actors.indices.map { from in
      network.actors.indices.map { to in
        let all = network.actors.indices.reduce(0) { $0 + (weights[$1][to] ?? 0) }
        return all > 0 ? (weights[from][to] ?? 0) / all : 0
      }
    }
  }

  @Test func multiplyingAllWeightsChangesNothing() throws {
    let ties = [(0, 1, 1.0), (2, 1, 3), (1, 3, 2), (3, 0, 1)]
    let light = try Self.network(ties).bonacichPower()
    let heavy = try Self.network(ties.map { ($0.0, $0.1, 7 * $0.2) }).bonacichPower()
    expect(heavy, equal: light.map { $0 ?? .nan })
    #expect(abs(light.reduce(0) { $0 + ($1 ?? .nan) * ($1 ?? .nan) } - 4) < 1e-12)
  }

  private static func network(_ ties: [(Int, Int, Double)]) throws -> KnowledgeNetwork {
    try KnowledgeNetwork(
      actors: (0..<4).map { NetworkActor(id: "a\($0)") },
      ties: ties.map { Tie(source: $0.0, target: $0.1, weight: $0.2) }, weightMeaning: .strength)
  }

  @Test func whoGivesNothingHasNone() throws {
    expect(try KnowledgeNetwork.test(3, []).bonacichPower(), equal: [0, 0, 0])
    #expect(try KnowledgeNetwork.test(3, [(0, 1), (1, 2)]).bonacichPower()[2] == 0)
  }

  @Test(arguments: [-1, 1, 2, .nan])
  func anotherExponentIsInvalid(exponent: Double) throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1)])
    #expect(throws: BuzzlineError.self) { try network.bonacichPower(exponent: exponent) }
  }
}

/// Gauss's elimination with the largest pivot.
private func solution(of matrix: [[Double]], _ right: [Double]) -> [Double] {
  var rows = zip(matrix, right).map { $0 + [$1] }
  for column in rows.indices {
    let pivot = (column..<rows.count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
    rows.swapAt(column, pivot)
    for row in rows.indices where row != column {
      let factor = rows[row][column] / rows[column][column]
      for place in column...rows.count { rows[row][place] -= factor * rows[column][place] }
    }
  }
  return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
}
