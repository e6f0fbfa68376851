/// A breadth-first search from one local actor after another, and the way back along all shortest paths.
struct ReachKernel {
  private let rows: PartnerRows
  private let standings: [ReachStanding]
  private var tally: ReachTally
  /// Actors in the order they were met from the local actor at hand.
  private var met: [Int] = []
  /// Steps from that actor; -1 not met.
  private var steps: [Int32]
  /// Shortest paths from that actor.
  private var paths: [Double]
  /// Those that never left the cluster.
  private var localPaths: [Double]
  /// What is reached at an actor and beyond it, for each shortest path that leads to it.
  private var worth: [Double]

  init(_ rows: PartnerRows, standings: [ReachStanding]) {
    self.rows = rows
    self.standings = standings
    let zeros = [Double](repeating: 0, count: rows.actorCount)
    tally = ReachTally(actorCount: rows.actorCount)
    steps = Array(repeating: -1, count: rows.actorCount)
    (paths, localPaths, worth) = (zeros, zeros, zeros)
  }

  /// What some local actors reach.
  mutating func tally(of locals: ArraySlice<Int>) -> ReachTally {
    tally = ReachTally(actorCount: rows.actorCount)
    for local in locals { add(local) }
    return tally
  }

  private mutating func add(_ local: Int) {
    goOut(from: local)
    comeBack(to: local)
    for actor in met {
      steps[actor] = -1
      (paths[actor], localPaths[actor], worth[actor]) = (0, 0, 0)
    }
    met.removeAll(keepingCapacity: true)
  }

  private mutating func goOut(from local: Int) {
    steps[local] = 0
    paths[local] = 1
    localPaths[local] = 1
    met.append(local)
    var next = 0
    while next < met.count {
      let actor = met[next]
      next += 1
      let (further, arriving, arrivingInside) = (steps[actor] + 1, paths[actor], localPaths[actor])
      for place in rows[actor] {
        let partner = Int(rows.partners[place])
        if steps[partner] < 0, standings[partner] != .removed {
          steps[partner] = further
          met.append(partner)
        }
        guard steps[partner] == further else { continue }
        paths[partner] += arriving
        if arrivingInside > 0, standings[partner] == .local { localPaths[partner] += arrivingInside }
      }
    }
  }

  private mutating func comeBack(to local: Int) {
    for actor in met.reversed() {
      let isInside = localPaths[actor] > 0
      let next = steps[actor] + 1
      var beyond = 0.0
      var outside = 0.0
      for place in rows[actor] {
        let partner = Int(rows.partners[place])
        guard steps[partner] == next else { continue }
        beyond += worth[partner]
        if isInside, standings[partner] != .local { outside += worth[partner] }
      }
      if standings[actor] == .external { beyond += 1 / (Double(steps[actor]) * paths[actor]) }
      worth[actor] = beyond
      guard isInside else { continue }
      if actor == local {
        tally.direct[local] += outside
      } else {
        tally.mediated[actor] += outside * localPaths[actor]
      }
    }
  }
}
