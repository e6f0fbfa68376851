import KnowledgeNetworks
import TestNetworks

@testable import NetworkMeasures

/// External reach by one breadth-first search a local actor, and the way back along all shortest paths.
///
/// Sums run in the order in which the product adds: local actors 64 a block, where they are more as it arranges them.
struct ReachTwin {
  private let network: KnowledgeNetwork
  private let direction: Direction
  private let clusters: [Cluster?]
  private let rows: CompressedRows

  init(_ network: KnowledgeNetwork, _ direction: Direction) {
    (self.network, self.direction) = (network, direction)
    clusters = network.actors.map(\.cluster)
    rows = network.rows(direction)
  }

  func reach(of cluster: Cluster) -> ExternalReach {
    let locals = clusters.indices.filter { clusters[$0] == cluster }
    let intact = tally(of: cluster, without: [])
    let impacts = locals.map { GatekeeperImpact(actor: $0, mediated: intact.mediated[$0], direct: intact.direct[$0]) }
    let gatekeepers = impacts.filter { $0.mediated > 0 }.sorted { (-$0.mediated, $0.actor) < (-$1.mediated, $1.actor) }
    let removed = gatekeepers.prefix((gatekeepers.count + 9) / 10).map(\.actor)
    let indirect = intact.mediated.reduce(0, +)
    let rest = tally(of: cluster, without: removed)
    return ExternalReach(
      cluster: cluster, direction: direction, localActorCount: locals.count, direct: intact.direct.reduce(0, +),
      indirect: indirect, gatekeepers: gatekeepers, removedGatekeepers: removed,
      removalLoss: removed.isEmpty ? nil : 1 - rest.mediated.reduce(0, +) / indirect, remarks: [])
  }

  private func tally(of cluster: Cluster, without removed: [Int]) -> ReachTally {
    let locals = arranged(clusters.indices.filter { clusters[$0] == cluster && !removed.contains($0) })
    var all = ReachTally(count: network.actorCount)
    for first in stride(from: 0, to: locals.count, by: 64) {
      var block = ReachTally(count: network.actorCount)
      for local in locals[first..<min(locals.count, first + 64)] {
        add(local, of: cluster, without: Set(removed), to: &block)
      }
      all.add(block)
    }
    return all
  }

  private func arranged(_ locals: [Int]) -> [Int] {
    let rows = SearchRows(of: network, direction)
    let search = ReachSearch(rows: rows, clusters: clusters, direction: direction, workers: .all)
    return search.arranged(locals.map { rows.places[$0] }).map { Int(rows.order[Int($0)]) }
  }

  /// Everything one local actor reaches.
  private func add(_ local: Int, of cluster: Cluster, without removed: Set<Int>, to tally: inout ReachTally) {
    var steps = [Int?](repeating: nil, count: network.actorCount)
    var paths = [Double](repeating: 0, count: network.actorCount)
    var localPaths = paths
    (steps[local], paths[local], localPaths[local]) = (0, 1, 1)
    var met = [local]
    var next = 0
    while next < met.count {
      let actor = met[next]
      next += 1
      for partner in partners(of: actor) where !removed.contains(partner) {
        if steps[partner] == nil {
          steps[partner] = steps[actor].map { $0 + 1 }
          met.append(partner)
        }
        guard steps[partner] == steps[actor].map({ $0 + 1 }) else { continue }
        paths[partner] += paths[actor]
        if clusters[partner] == cluster { localPaths[partner] += localPaths[actor] }
      }
    }
    var worth = [Double](repeating: 0, count: network.actorCount)
    for actor in met.reversed() {
      let further = partners(of: actor).filter { steps[$0] == steps[actor].map { $0 + 1 } }
      let outside = further.filter { clusters[$0] != cluster }.reduce(0) { $0 + worth[$1] }
      worth[actor] = further.reduce(0) { $0 + worth[$1] }
      if let home = clusters[actor], home != cluster { worth[actor] += 1 / (Double(steps[actor] ?? 0) * paths[actor]) }
      if actor == local {
        tally.direct[actor] += outside
      } else if clusters[actor] == cluster {
        tally.mediated[actor] += outside * localPaths[actor]
      }
    }
  }

  private func partners(of actor: Int) -> [Int] { rows[actor].map(Int.init) }
}
