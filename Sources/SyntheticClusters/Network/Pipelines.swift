internal import KnowledgeNetworks

extension [ClusterPlan] {
  /// Draws so many ties between clusters: for each cluster, whom each of its carriers gives to.
  func pipelines(_ count: Int, seed: UInt64, workers: Workers) throws(BuzzlineError) -> [ArraySlice<[UInt32]>] {
    let carriers = Carriers(self)
    var generator = SeededGenerator(seed: seed, stream: Purpose.pipelines.stream(0))
    let gives = apportioned(
      count, by: carriers.givingWeights, upTo: carriers.foreignCounts, offset: generator.unit())
    let receivers = try workers.joined(
      over: carriers.count, by: 256, work: "drawing pipelines",
      scratch: { [UInt32](repeating: 0, count: carriers.count) }
    ) { marks, block in
      var generator = SeededGenerator(seed: seed, stream: Purpose.pipelines.stream(1 + block.lowerBound))
      return block.map { carriers.receivers(of: $0, count: gives[$0], marks: &marks, &generator) }
    }
    return indices.map { receivers[carriers.ofCluster($0)] }
  }
}

/// Everybody pipelines may begin or end at, cluster by cluster.
private struct Carriers: Sendable {
  private var actors: [UInt32] = []
  private var clusterOf: [Int] = []
  private var firstOfCluster = [0]
  private(set) var givingWeights: [Double] = []
  /// Each carrier as often as it is likely to receive.
  private var tickets: [UInt32] = []

  var count: Int { actors.count }

  init(_ plans: [ClusterPlan]) {
    for (cluster, plan) in plans.enumerated() {
      for seat in plan.roles.carrierSeats {
        let isGatekeeper = plan.roles.role(of: seat) == .gatekeeper
        // Gatekeepers mainly bring knowledge in; external stars give outside as much as they take.
        tickets += repeatElement(UInt32(actors.count), count: isGatekeeper ? 4 : 3)
        givingWeights.append(isGatekeeper ? 2 : 3)
        actors.append(UInt32(plan.actor(in: seat)))
        clusterOf.append(cluster)
      }
      firstOfCluster.append(actors.count)
    }
  }

  /// How many carriers of other clusters each carrier can give to.
  var foreignCounts: [Int] { actors.indices.map { count - ofCluster(clusterOf[$0]).count } }

  func ofCluster(_ cluster: Int) -> Range<Int> { firstOfCluster[cluster]..<firstOfCluster[cluster + 1] }

  /// Draws receivers in other clusters, each at most once; `marks` holds no carrier's number plus one twice.
  func receivers(
    of carrier: Int, count wanted: Int, marks: inout [UInt32], _ generator: inout SeededGenerator
  ) -> [UInt32] {
    let own = ofCluster(clusterOf[carrier])
    let foreign = count - own.count
    var chosen: [UInt32] = []
    chosen.reserveCapacity(wanted)
    if 2 * wanted >= foreign {
      var candidates = Array(0..<own.lowerBound) + Array(own.upperBound..<count)
      for place in 0..<wanted {
        candidates.swapAt(place, place + generator.below(foreign - place))
        chosen.append(actors[candidates[place]])
      }
    } else {
      while chosen.count < wanted {
        let receiver = Int(tickets[generator.below(tickets.count)])
        guard !own.contains(receiver), marks[receiver] != UInt32(carrier + 1) else { continue }
        marks[receiver] = UInt32(carrier + 1)
        chosen.append(actors[receiver])
      }
    }
    return chosen
  }
}
