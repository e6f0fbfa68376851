import KnowledgeNetworks
import TestNetworks
import Testing

/// Centralities written down as their definitions read, with no regard to speed.
struct CentralityTwins {
  let network: KnowledgeNetwork
  /// The weight of each tie from row to column, `nil` where there is none.
  let weights: [[Double?]]

  init(of network: KnowledgeNetwork, counts meaning: WeightMeaning) {
    let isCounted = network.weightMeaning == meaning
    self.network = network
    weights = network.actors.indices.map { source in
      network.actors.indices.map { target in
        network.weight(from: source, to: target).map { isCounted ? $0 : 1 }
      }
    }
  }

  var actors: Range<Int> { network.actors.indices }

  /// The same ties seen from a direction: who is one step on from whom.
  func steps(_ isOutgoing: Bool, _ isIncoming: Bool) -> [[Double?]] {
    actors.map { from in
      actors.map { to in
        [isOutgoing ? weights[from][to] : nil, isIncoming ? weights[to][from] : nil].compactMap(\.self).min()
      }
    }
  }

  /// Distances along steps, infinite where there is no way.
  static func distances(along steps: [[Double?]]) -> [[Double]] {
    shortestLengths(along: steps.map { $0.map { $0 ?? .infinity } })
  }

  /// How many shortest paths lead from one actor to each other, counted from near to far.
  private func pathCounts(from source: Int, _ distances: [[Double]]) -> [Double] {
    var counts = actors.map { $0 == source ? 1.0 : 0 }
    for target in actors.sorted(by: { distances[source][$0] < distances[source][$1] })
    where target != source && distances[source][target].isFinite {
      for before in actors {
        guard let step = weights[before][target], distances[source][before] + step == distances[source][target]
        else { continue }
        counts[target] += counts[before]
      }
    }
    return counts
  }

  var betweenness: [Double] { betweenness { _, _ in true } }

  /// Over the pairs that count.
  func betweenness(over isCounted: (Int, Int) -> Bool) -> [Double] {
    let distances = Self.distances(along: weights)
    let counts = actors.map { pathCounts(from: $0, distances) }
    return actors.map { actor in
      var sum = 0.0
      for source in actors where source != actor {
        for target in actors where target != actor && target != source && isCounted(source, target) {
          let way = distances[source][target]
          guard way.isFinite, distances[source][actor] + distances[actor][target] == way else { continue }
          sum += counts[source][actor] * counts[actor][target] / counts[source][target]
        }
      }
      return network.isDirected ? sum : sum / 2
    }
  }

  /// The distances to the others within reach, actor by actor.
  static func reached(along steps: [[Double?]]) -> [[Double]] {
    distances(along: steps).map { row in row.filter { $0.isFinite && $0 > 0 } }
  }

  /// Takes away actors with fewer than *k* ties until none is left to take, for each *k*.
  func coreness(_ isOutgoing: Bool, _ isIncoming: Bool) -> [Double] {
    var cores = actors.map { _ in 0.0 }
    for least in 1...max(1, 2 * actors.count) {
      var left = Set(actors)
      func ties(of actor: Int) -> Int {
        left.count { isOutgoing && weights[actor][$0] != nil } + left.count { isIncoming && weights[$0][actor] != nil }
      }
      while let thin = left.first(where: { ties(of: $0) < least }) { left.remove(thin) }
      if left.isEmpty { break }
      for actor in left { cores[actor] = Double(least) }
    }
    return cores
  }

  func pageRank(damping: Double) -> [Double] {
    let size = Double(actors.count)
    var shares = actors.map { _ in 1 / size }
    for _ in 0..<220 {
      var next = actors.map { _ in (1 - damping) / size }
      for source in actors {
        let total = weights[source].compactMap(\.self).reduce(0, +)
        for target in actors {
          let chance = total == 0 ? 1 / size : (weights[source][target] ?? 0) / total
          next[target] += damping * chance * shares[source]
        }
      }
      shares = next
    }
    return shares
  }

  /// Burt's formula, the sum over middlemen in full.
  var constraint: [Double] {
    let mutual = actors.map { i in actors.map { j in (weights[i][j] ?? 0) + (weights[j][i] ?? 0) } }
    func share(_ i: Int, _ j: Int) -> Double { i == j ? 0 : mutual[i][j] / mutual[i].reduce(0, +) }
    return actors.map { i in
      let partners = actors.filter { mutual[i][$0] > 0 }
      guard !partners.isEmpty else { return .nan }
      return partners.reduce(0) { sum, j in
        let indirect = actors.filter { $0 != i && $0 != j && mutual[i][$0] > 0 }
          .reduce(0) { $0 + share(i, $1) * share($1, j) }
        return sum + (share(i, j) + indirect) * (share(i, j) + indirect)
      }
    }
  }
}

/// Networks that naive twins are compared on.
enum CentralitySamples {
  /// All 64 networks of three actors.
  static let threeActors: [KnowledgeNetwork] = {
    let pairs = [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]
    return (0..<64).compactMap { bits in
      try? KnowledgeNetwork.test(3, pairs.indices.filter { bits >> $0 & 1 == 1 }.map { pairs[$0] })
    }
  }()

  /// Random networks of 4 to 8 and of 25 actors, thin ones with isolates and several parts among them.
  static let random: [KnowledgeNetwork] = (0..<60).compactMap { number in
    try? KnowledgeNetwork.random(
      number < 48 ? 4 + number % 5 : 25, density: [0.03, 0.1, 0.2, 0.5][number % 4], seed: UInt64(number),
      isDirected: number % 3 != 0)
  }

  /// The random networks with weights whose sums are exact.
  static func weighted(_ meaning: WeightMeaning) -> [KnowledgeNetwork] {
    random.enumerated().compactMap { number, network in
      var generator = SeededGenerator(seed: UInt64(number), stream: 1)
      let ties = network.ties.map { tie in
        Tie(source: tie.source, target: tie.target, weight: [0.5, 1, 1.5, 2, 4][generator.below(5)])
      }
      return try? KnowledgeNetwork(
        actors: network.actors, ties: ties, isDirected: network.isDirected, weightMeaning: meaning)
    }
  }

  static let all = threeActors + random + weighted(.strength) + weighted(.distance)
}

/// Checks scores against numbers in which NaN stands for *not defined*.
func expect(
  _ scores: ActorScores, equal numbers: [Double], within tolerance: Double = 1e-9,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(scores.count == numbers.count, sourceLocation: sourceLocation)
  for (actor, number) in numbers.enumerated() {
    let score = scores[actor]
    #expect(
      number.isNaN ? score == nil : score.map { abs($0 - number) <= tolerance * max(1, abs(number)) } == true,
      "\(scores.measure) of actor \(actor): \(score as Any), expected \(number)", sourceLocation: sourceLocation)
  }
}
