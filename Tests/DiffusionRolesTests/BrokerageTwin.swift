import DiffusionRoles
import KnowledgeNetworks

/// Brokerage by its definition, three actors at a time: slow, and made without looking at the kernel.
struct BrokerageTwin {
  /// A broker with the pair it stands between.
  struct Triad {
    let giver: Int
    let broker: Int
    let receiver: Int
    let role: BrokerageRole
  }

  let triads: [Triad]
  let labels: [String?]

  init(_ network: KnowledgeNetwork, labels: [String?]) {
    var triads: [Triad] = []
    let actors = labels.indices.filter { labels[$0] != nil }
    for broker in actors {
      for giver in actors where giver != broker && network.hasTie(from: giver, to: broker) {
        for receiver in actors where receiver != broker && receiver != giver {
          guard network.hasTie(from: broker, to: receiver), !network.hasTie(from: giver, to: receiver) else { continue }
          let role = Self.role(labels[giver], labels[broker], labels[receiver])
          triads.append(Triad(giver: giver, broker: broker, receiver: receiver, role: role))
        }
      }
    }
    self.triads = triads
    self.labels = labels
  }

  static func role(_ giver: String?, _ broker: String?, _ receiver: String?) -> BrokerageRole {
    if giver == broker && broker == receiver { return .coordinator }
    if giver == receiver { return .itinerant }
    if broker == receiver { return .gatekeeper }
    if giver == broker { return .representative }
    return .liaison
  }

  var counts: [BrokerageCounts?] {
    var counts = labels.map { $0 == nil ? nil : BrokerageCounts.zero }
    for triad in triads { counts[triad.broker]?[triad.role] += 1 }
    return counts
  }

  /// Each triad counts one over the number of triads with the same giver and receiver.
  var partialCredit: [BrokerageValues?] {
    var credit = labels.map { $0 == nil ? nil : BrokerageValues.zero }
    for triad in triads {
      let brokers = triads.filter { $0.giver == triad.giver && $0.receiver == triad.receiver }.count
      credit[triad.broker]?[triad.role] += 1 / Double(brokers)
    }
    return credit
  }
}

extension Brokerage {
  /// The rows of all actors.
  var rows: [BrokerageCounts?] { (0..<actorCount).map { self[$0] } }
}

/// Every way to put a number of actors into groups, as labels.
func partitions(of count: Int) -> [[String]] {
  var partitions: [[Int]] = [[]]
  for _ in 0..<count {
    partitions = partitions.flatMap { partition in
      (0...((partition.max() ?? -1) + 1)).map { partition + [$0] }
    }
  }
  return partitions.map { $0.map { "g\($0)" } }
}

/// Labels drawn at random; one in `missing` is not stated.
func randomLabels(_ count: Int, groups: Int, missing: Int? = nil, seed: UInt64) -> [String?] {
  var generator = SeededGenerator(seed: seed, stream: 77)
  return (0..<count).map { _ in
    if let missing, generator.below(missing) == 0 { return nil }
    return "g\(generator.below(groups))"
  }
}
