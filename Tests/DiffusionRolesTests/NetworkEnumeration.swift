import DiffusionRoles

/// All networks of a few actors, by the ties they have, and what every one of them brokers.
struct NetworkEnumeration {
  let actorCount: Int
  let isDirected: Bool
  /// For each network the open triads.
  private let open: [[(giver: Int, broker: Int, receiver: Int)]]
  let tieCount: Int

  init(actorCount: Int, isDirected: Bool) {
    self.actorCount = actorCount
    self.isDirected = isDirected
    let actors = 0..<actorCount
    var bits = actors.map { _ in actors.map { _ in 0 } }
    var count = 0
    for source in actors {
      for target in actors where isDirected ? source != target : source < target {
        bits[source][target] = 1 << count
        if !isDirected { bits[target][source] = 1 << count }
        count += 1
      }
    }
    tieCount = count
    let triads = Self.triads(of: actorCount)
    open = (0..<(1 << count)).map { (network: Int) in
      triads.filter { triad in
        let isTied = { (source: Int, target: Int) -> Bool in network & bits[source][target] != 0 }
        return isTied(triad.giver, triad.broker) && isTied(triad.broker, triad.receiver)
          && !isTied(triad.giver, triad.receiver)
      }
    }
  }

  /// All ordered triads of different actors.
  private static func triads(of actorCount: Int) -> [(giver: Int, broker: Int, receiver: Int)] {
    var triads: [(giver: Int, broker: Int, receiver: Int)] = []
    for giver in 0..<actorCount {
      for broker in 0..<actorCount where broker != giver {
        for receiver in 0..<actorCount where receiver != giver && receiver != broker {
          triads.append((giver, broker, receiver))
        }
      }
    }
    return triads
  }

  /// Sums of a count and of its square over all networks with 0, 1, 2, … ties.
  struct Moment {
    var sums: [Int]
    var squares: [Int]

    init(tieCount: Int) {
      sums = Array(repeating: 0, count: tieCount + 1)
      squares = sums
    }

    /// Mean and variance if each tie exists by itself with a chance.
    func at(_ density: Double, of networks: NetworkEnumeration) -> (mean: Double, variance: Double) {
      var (mean, square) = (0.0, 0.0)
      for ties in sums.indices {
        var weight = 1.0
        for tie in 1..<sums.count { weight *= tie <= ties ? density : 1 - density }
        mean += weight * Double(sums[ties])
        square += weight * Double(squares[ties])
      }
      return (mean, square - mean * mean)
    }
  }

  /// The moments of the five roles and the total, for every actor and the network.
  func moments(labels: [String]) -> (actors: [[Moment]], network: [Moment]) {
    let none = Array(repeating: Moment(tieCount: tieCount), count: 6)
    var actors = labels.map { _ in none }
    var network = none
    for (bits, triads) in open.enumerated() where !triads.isEmpty {
      var counts = Array(repeating: Array(repeating: 0, count: 6), count: labels.count + 1)
      for triad in triads {
        let role = BrokerageTwin.role(labels[triad.giver], labels[triad.broker], labels[triad.receiver])
        for owner in [triad.broker, labels.count] {
          for place in [BrokerageRole.allCases.firstIndex(of: role) ?? 0, 5] { counts[owner][place] += 1 }
        }
      }
      let ties = bits.nonzeroBitCount
      for place in 0..<6 {
        for actor in labels.indices {
          actors[actor][place].sums[ties] += counts[actor][place]
          actors[actor][place].squares[ties] += counts[actor][place] * counts[actor][place]
        }
        network[place].sums[ties] += counts[labels.count][place]
        network[place].squares[ties] += counts[labels.count][place] * counts[labels.count][place]
      }
    }
    return (actors, network)
  }
}

/// Mean and variance of counts of open triads from the covariance of every two of them.
struct TriadCouples {
  struct Triad {
    let broker: Int
    let role: BrokerageRole
    let present: Set<[Int]>
    let absent: [Int]
  }

  private let triads: [Triad]
  private let density: Double

  init(labels: [String], density: Double, isDirected: Bool) {
    func tie(_ source: Int, _ target: Int) -> [Int] {
      isDirected ? [source, target] : [min(source, target), max(source, target)]
    }
    var triads: [Triad] = []
    for a in labels.indices {
      for b in labels.indices where b != a {
        for c in labels.indices where c != a && c != b {
          triads.append(
            Triad(
              broker: b, role: BrokerageTwin.role(labels[a], labels[b], labels[c]),
              present: [tie(a, b), tie(b, c)], absent: tie(a, c)))
        }
      }
    }
    self.triads = triads
    self.density = density
  }

  func moments(of isCounted: (Triad) -> Bool) -> (mean: Double, variance: Double) {
    let counted = triads.filter(isCounted)
    let d = density
    let chance = d * d * (1 - d)
    var powers = [1.0]
    for _ in 0..<4 { powers.append((powers.last ?? 1) * d) }
    var variance = 0.0
    for left in counted {
      for right in counted {
        let isImpossible = left.present.contains(right.absent) || right.present.contains(left.absent)
        let present = left.present.union(right.present).count
        let absent = left.absent == right.absent ? 1 - d : (1 - d) * (1 - d)
        variance += (isImpossible ? 0 : powers[present] * absent) - chance * chance
      }
    }
    return (Double(counted.count) * chance, variance)
  }
}
