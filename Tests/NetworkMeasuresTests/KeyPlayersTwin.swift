import KnowledgeNetworks
import NetworkMeasures
import TestNetworks

/// Borgatti's measures from their definitions, on a square table of steps.
struct KeyPlayersTwin {
  let network: KnowledgeNetwork
  let eitherWay: Bool

  func value(of set: [Int], by measure: KeyPlayerMeasure) -> Double {
    let actors = network.actorCount
    let all = network.stepsBetweenAll(eitherWay: eitherWay, without: measure.isFragmentation ? Set(set) : [])
    func nearest(_ actor: Int) -> Double { set.map { all[$0][actor] }.min() ?? .infinity }
    let pairs = network.actors.indices.flatMap { a in network.actors.indices.filter { $0 != a }.map { all[a][$0] } }
    let places = Double((actors - set.count) * (actors - set.count - 1))
    switch measure {
    case .reach(let most):
      return network.actors.indices.reduce(0) { $0 + (nearest($1) <= Double(most) ? 1 : 0) } / Double(actors)
    case .weightedReach: return network.actors.indices.reduce(0) { $0 + 1 / max(1, nearest($1)) } / Double(actors)
    case .fragmentation: return 1 - Double(pairs.count { $0 < .infinity }) / places
    case .weightedFragmentation: return 1 - pairs.reduce(0) { $0 + 1 / $1 } / places
    }
  }

  /// The highest value of any set of a size, and all sets that have it.
  func best(_ size: Int, by measure: KeyPlayerMeasure) -> (value: Double, sets: [[Int]]) {
    let valued = subsets(of: size, below: network.actorCount).map { (set: $0, value: value(of: $0, by: measure)) }
    let highest = valued.map(\.value).max() ?? 0
    let best = valued.filter { $0.value > highest - 1e-9 }.map(\.set)
    return (highest, best.sorted { $0.lexicographicallyPrecedes($1) })
  }
}

extension KeyPlayerMeasure {
  static let all: [KeyPlayerMeasure] = [
    .reach(within: 1), .reach(within: 2), .weightedReach, .fragmentation, .weightedFragmentation,
  ]

  var isFragmentation: Bool { self == .fragmentation || self == .weightedFragmentation }
}
