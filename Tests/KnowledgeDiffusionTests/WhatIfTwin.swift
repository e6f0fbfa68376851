import KnowledgeNetworks

@testable import KnowledgeDiffusion

/// Reach worked out anew for every change, by plain search over the live ties of one graph after the other.
struct WhatIfTwin {
  /// For each graph and actor, whom it tells.
  let receivers: [[Set<Int>]]
  /// Seeds, or each actor in turn.
  let starts: [[Int]]

  init(
    _ model: some LiveTieModel, on network: KnowledgeNetwork, for objective: ReachObjective, seed: UInt64, graphs: Int
  ) throws {
    var graph = LiveEdgeGraph(of: try model.liveTies(on: network), seed: seed)
    receivers = (0..<graphs).map { number in
      graph.show(number)
      return network.actors.indices.map { Set(graph.receivers(of: $0).map { Int($0) }) }
    }
    switch objective {
    case .seeds(let seeds): starts = [seeds]
    case .everyActor: starts = network.actors.indices.map { [$0] }
    }
  }

  /// Who is reached in a graph from a start when some ties are added and some actors are gone.
  func reached(_ graph: Int, from start: [Int], adding ties: [TieEnds] = [], without gone: [Int] = []) -> Set<Int> {
    var reached = Set(start).subtracting(gone)
    while true {
      let told = reached.reduce(into: Set<Int>()) { told, actor in
        told.formUnion(receivers[graph][actor])
        told.formUnion(ties.filter { $0.giver == actor }.map(\.receiver))
      }
      let more = told.subtracting(reached).subtracting(gone)
      if more.isEmpty { return reached }
      reached.formUnion(more)
    }
  }

  /// Mean reach over the starts, in each graph.
  func reach(adding ties: [TieEnds] = []) -> [Double] {
    receivers.indices.map { graph in
      let sum = starts.reduce(0) { $0 + reached(graph, from: $1, adding: ties).count }
      return Double(sum) / Double(starts.count)
    }
  }

  /// What a tie of some chance adds in each graph: with that chance, all that it would add if it were alive.
  func gain(of tie: TieEnds, chance: Double, isDirected: Bool) -> [Double] {
    let before = reach()
    let ways = isDirected ? [tie] : [tie, TieEnds(from: tie.receiver, to: tie.giver)]
    return ways.map { way in zip(before, reach(adding: [way])).map { chance * ($1 - $0) } }
      .reduce(before.map { _ in 0 }) { zip($0, $1).map { $0 + $1 } }
  }
}
