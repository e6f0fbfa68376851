internal import KnowledgeNetworks

/// The new ties that the actors of one cluster give.
///
/// Receivers inside are found as ``LocalBuzz`` finds them: among those who give to the giver, as often as the design
/// has ties returned, among receivers of receivers, as often as it closes triads, else who is given much is given more.
struct ClusterFormation {
  private let formation: TieFormation
  private let members: Range<Int>
  /// The receivers of each pipeline of the wave before, whichever cluster it comes from.
  private let pipelines: [UInt32]
  private var generator: SeededGenerator
  /// The ties inside in the wave before, by giver, as places in the cluster.
  private var starts = [0]
  private var receivers: [UInt32] = []
  /// Those of them that last, by receiver.
  private var givers: (starts: [Int], actors: [UInt32]) = ([], [])
  /// How many ties each member forms inside, and to other clusters.
  private var wanted: [(inside: Int, outside: Int)] = []
  /// Whom the giver at hand has formed ties to.
  private var formed: Set<UInt32> = []

  /// - Parameter patterns: How many ties the clusters before have.
  init(of formation: TieFormation, cluster: Int, patterns: Int, pipelines: [UInt32]) {
    (self.formation, self.pipelines) = (formation, pipelines)
    members = formation.network.members(ofCluster: cluster)
    generator = SeededGenerator(
      seed: formation.design.seed, stream: Purpose.formation.stream(formation.wave << 32 | cluster))
    var pattern = patterns
    var lasting: [(giver: UInt32, receiver: UInt32)] = []
    for giver in members {
      var wanted = (inside: 0, outside: 0)
      formation.eachTie(of: giver) { receiver, lasts in
        let count = formation.patternCount(pattern)
        pattern += 1
        guard members.contains(Int(receiver)) else {
          wanted.outside += count
          return
        }
        wanted.inside += count
        let place = receiver - UInt32(members.lowerBound)
        receivers.append(place)
        if lasts { lasting.append((UInt32(giver - members.lowerBound), place)) }
      }
      starts.append(receivers.count)
      self.wanted.append(wanted)
    }
    givers = Self.byReceiver(lasting, of: members.count)
  }

  private static func byReceiver(
    _ ties: [(giver: UInt32, receiver: UInt32)], of count: Int
  ) -> (starts: [Int], actors: [UInt32]) {
    var lengths = [Int](repeating: 0, count: count)
    for tie in ties { lengths[Int(tie.receiver)] += 1 }
    let starts = lengths.rowStarts
    var next = starts
    var actors = [UInt32](repeating: 0, count: ties.count)
    for tie in ties {
      actors[next[Int(tie.receiver)]] = tie.giver
      next[Int(tie.receiver)] += 1
    }
    return (starts, actors)
  }

  /// Forms the ties; where no pair is free any more, fewer.
  mutating func rows() -> (lengths: [UInt32], receivers: [UInt32]) {
    var rows = (lengths: [UInt32](), receivers: [UInt32]())
    for (place, wanted) in wanted.enumerated() {
      formed.removeAll(keepingCapacity: true)
      for _ in 0..<wanted.inside {
        guard let receiver = receiverInside(of: place) else { break }
        formed.insert(UInt32(receiver))
      }
      for _ in 0..<wanted.outside {
        guard let receiver = receiverOutside(of: place) else { break }
        formed.insert(UInt32(receiver))
      }
      rows.lengths.append(UInt32(formed.count))
      rows.receivers += formed.sorted()
    }
    return rows
  }

  private func isFree(_ place: Int, _ receiver: Int) -> Bool {
    let giver = members.lowerBound + place
    return receiver != giver && !formed.contains(UInt32(receiver)) && !formation.wasTied(giver, to: receiver)
  }

  private mutating func receiverInside(of place: Int) -> Int? {
    let design = formation.network.design
    if generator.unit() < design.reciprocity {
      for _ in 0..<8 {
        let found = giverTo(place)
        if let receiver = free(found, for: place) { return receiver }
      }
    }
    for _ in 0..<16 {
      let found =
        generator.unit() < design.closure
        ? receiverOfReceiver(of: place) : receivers[generator.below(receivers.count)]
      if let receiver = free(found, for: place) { return receiver }
    }
    let first = generator.below(members.count)
    for step in 0..<members.count {
      let receiver = members.lowerBound + (first + step) % members.count
      if formation.network.roles[receiver] != .isolate, isFree(place, receiver) { return receiver }
    }
    return nil
  }

  /// Whom a place in the cluster stands for, if a tie to it can be formed.
  private func free(_ found: UInt32?, for place: Int) -> Int? {
    guard let found, isFree(place, members.lowerBound + Int(found)) else { return nil }
    return members.lowerBound + Int(found)
  }

  private mutating func giverTo(_ place: Int) -> UInt32? {
    let row = givers.starts[place]..<givers.starts[place + 1]
    return row.isEmpty ? nil : givers.actors[row.lowerBound + generator.below(row.count)]
  }

  private mutating func receiverOfReceiver(of place: Int) -> UInt32? {
    guard let between = receiver(of: place) else { return nil }
    return receiver(of: Int(between))
  }

  private mutating func receiver(of place: Int) -> UInt32? {
    let row = starts[place]..<starts[place + 1]
    return row.isEmpty ? nil : receivers[row.lowerBound + generator.below(row.count)]
  }

  private mutating func receiverOutside(of place: Int) -> Int? {
    for _ in 0..<16 {
      let receiver = Int(pipelines[generator.below(pipelines.count)])
      if !members.contains(receiver), isFree(place, receiver) { return receiver }
    }
    let carriers = formation.carriers
    let first = generator.below(carriers.count)
    for step in carriers.indices {
      let receiver = Int(carriers[(first + step) % carriers.count])
      if !members.contains(receiver), isFree(place, receiver) { return receiver }
    }
    return nil
  }
}
