internal import KnowledgeNetworks

/// The ties between clusters: which carrier gives to which.
struct Pipelines: Sendable {
  private let receivers: [[UInt32]]
  private let firstCarrier: [Int]

  /// The actors that a carrier gives to, by cluster and position among the cluster's carriers.
  func receivers(cluster: Int, carrier: Int) -> [UInt32] { receivers[firstCarrier[cluster] + carrier] }

  /// Draws as many pipelines as asked for.
  init(_ count: Int, between plans: [ClusterPlan], seed: UInt64, workers: Workers) throws(BuzzlineError) {
    let carriers = Carriers(plans)
    var generator = SeededGenerator(seed: seed, stream: Purpose.pipelines.stream(0))
    let gives = apportioned(
      count, by: carriers.givingWeights, upTo: carriers.foreignCounts, offset: generator.unit())
    receivers = try workers.joined(
      over: carriers.count, by: 256, work: "drawing pipelines",
      scratch: { [UInt32](repeating: 0, count: carriers.count) }
    ) { marks, block in
      var generator = SeededGenerator(seed: seed, stream: Purpose.pipelines.stream(1 + block.lowerBound))
      return block.map { carriers.receivers(of: $0, count: gives[$0], marks: &marks, &generator) }
    }
    firstCarrier = carriers.firstOfCluster
  }
}

/// Everybody pipelines may begin or end at, cluster by cluster.
private struct Carriers: Sendable {
  let actors: [UInt32]
  let clusterOf: [UInt32]
  let firstOfCluster: [Int]
  let givingWeights: [Double]
  /// Each carrier as often as it is likely to receive.
  let tickets: [UInt32]

  var count: Int { actors.count }

  init(_ plans: [ClusterPlan]) {
    var actors: [UInt32] = []
    var clusterOf: [UInt32] = []
    var first: [Int] = []
    var weights: [Double] = []
    var tickets: [UInt32] = []
    for (cluster, plan) in plans.enumerated() {
      first.append(actors.count)
      for seat in plan.roles.carrierSeats {
        let isGatekeeper = plan.roles.role(of: seat) == .gatekeeper
        // Gatekeepers mainly bring knowledge in; external stars give outside as much as they take.
        for _ in 0..<(isGatekeeper ? 4 : 3) { tickets.append(UInt32(actors.count)) }
        weights.append(isGatekeeper ? 2 : 3)
        actors.append(UInt32(plan.actor(in: seat)))
        clusterOf.append(UInt32(cluster))
      }
    }
    self.actors = actors
    self.clusterOf = clusterOf
    firstOfCluster = first + [actors.count]
    givingWeights = weights
    self.tickets = tickets
  }

  /// How many carriers of other clusters each carrier can give to.
  var foreignCounts: [Int] { actors.indices.map { count - own($0).count } }

  private func own(_ carrier: Int) -> Range<Int> {
    let cluster = Int(clusterOf[carrier])
    return firstOfCluster[cluster]..<firstOfCluster[cluster + 1]
  }

  /// Draws receivers in other clusters, each at most once; `marks` holds no carrier's number plus one twice.
  func receivers(
    of carrier: Int, count wanted: Int, marks: inout [UInt32], _ generator: inout SeededGenerator
  ) -> [UInt32] {
    let own = own(carrier)
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
