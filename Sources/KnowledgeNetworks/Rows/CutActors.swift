/// Whom each actor alone connects: how many others lose the rest of their component if it leaves.
///
/// An actor that cuts a component (an articulation point) leaves several parts of it behind; cut off are all actors but
/// those of the largest part. Hopcroft & Tarjan (1973), [doi:10.1145/362248.362272](https://doi.org/10.1145/362248.362272),
/// with a stack of its own. Ties count whichever way they run.
package struct CutActors: Sendable {
  /// For each actor how many others are cut off without it; 0 for one that cuts nothing.
  package let cutOff: [Int]

  /// Finds what each actor alone connects.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) space: up to 48 bytes an actor.
  package init(of network: KnowledgeNetwork) {
    var search = CutSearch(network)
    for root in network.actors.indices where search.order[root] == 0 { search.run(from: root) }
    cutOff = search.cutOff
  }
}

private struct CutSearch {
  let sides: [CompressedRows]
  /// The order in which actors were met; 0 not yet.
  var order: [UInt32]
  var cutOff: [Int]
  /// The earliest actor that each one reaches without its caller.
  private var low: [UInt32]
  /// How many actors were met through each, itself included.
  private var size: [UInt32]
  /// Of the parts that only an actor holds: their sum, and the largest.
  private var separated: [(sum: UInt32, largest: UInt32)]
  /// Where in its rows each actor of the path goes on.
  private var path: [(actor: Int, side: Int, place: Int)] = []
  private var met: UInt32 = 0

  init(_ network: KnowledgeNetwork) {
    sides = network.isDirected ? [network.outgoing, network.incoming] : [network.outgoing]
    order = Array(repeating: 0, count: network.actorCount)
    cutOff = Array(repeating: 0, count: network.actorCount)
    (low, size) = (order, order)
    separated = Array(repeating: (0, 0), count: network.actorCount)
  }

  mutating func run(from root: Int) {
    let first = met
    var component: [Int] = []
    enter(root, into: &component)
    while let step = path.last {
      guard let partner = nextPartner() else {
        path.removeLast()
        if let caller = path.last { leave(step.actor, to: caller.actor) }
        continue
      }
      if order[partner] == 0 {
        enter(partner, into: &component)
      } else {
        low[step.actor] = min(low[step.actor], order[partner])
      }
    }
    let others = Int(met - first) - 1
    for actor in component {
      let parts = separated[actor]
      cutOff[actor] = others - max(Int(parts.largest), others - Int(parts.sum))
    }
  }

  /// The next partner of the last actor of the path, whichever way the tie runs.
  private mutating func nextPartner() -> Int? {
    let top = path.count - 1
    while path[top].side < sides.count {
      let rows = sides[path[top].side]
      let range = rows.range(of: path[top].actor)
      if path[top].place < range.count {
        path[top].place += 1
        return Int(rows.partners[range.lowerBound + path[top].place - 1])
      }
      (path[top].side, path[top].place) = (path[top].side + 1, 0)
    }
    return nil
  }

  private mutating func enter(_ actor: Int, into component: inout [Int]) {
    met += 1
    (order[actor], low[actor], size[actor]) = (met, met, 1)
    path.append((actor, 0, 0))
    component.append(actor)
  }

  /// Everything beyond an actor was met; of the first actor of a component, each part beyond it is one of its own.
  private mutating func leave(_ actor: Int, to caller: Int) {
    low[caller] = min(low[caller], low[actor])
    size[caller] += size[actor]
    guard low[actor] >= order[caller] else { return }
    separated[caller].sum += size[actor]
    separated[caller].largest = max(separated[caller].largest, size[actor])
  }
}
