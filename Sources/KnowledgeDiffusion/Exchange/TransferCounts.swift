/// How often each actor gave knowledge of one category to another, inside its cluster and out of it.
///
/// What goes to or from an actor whose cluster nobody stated is neither.
public struct TransferCounts: Hashable, Sendable {
  /// By actor, to others of its cluster.
  public private(set) var local: [Int]
  /// By actor, to actors of other clusters.
  public private(set) var global: [Int]

  init(actors: Int) {
    local = [Int](repeating: 0, count: actors)
    global = local
  }

  /// The share of what an actor gave that stayed in its cluster, from 0 to 1; `nil` where it gave nothing.
  public func localShare(of actor: Int) -> Double? {
    let sum = local[actor] + global[actor]
    return sum == 0 ? nil : Double(local[actor]) / Double(sum)
  }

  mutating func add(_ categories: Int, from giver: Int, isLocal: Bool?) {
    switch isLocal {
    case true?: local[giver] += categories
    case false?: global[giver] += categories
    case nil: break
    }
  }
}
