internal import KnowledgeNetworks

/// Chooses the actors that together are in most samples, one by one.
///
/// Every member of a sample that is covered is taken off the counts once, so all counting together takes as long as the
/// samples have members.
struct SampleCover {
  private let samples: ReverseSamples
  private let index: SampleIndex
  private var room: SeedRoom
  /// For each actor, the samples not yet covered that hold it.
  private var counts: [Int]
  private var isCovered: [Bool]
  /// Those chosen with how many samples each covered that were not covered before, and how many counts were looked at.
  private(set) var picks: [(actor: Int, gain: Int, looked: Int)] = []

  init(_ samples: ReverseSamples, under limits: SeedLimits) {
    self.samples = samples
    index = SampleIndex(of: samples)
    room = SeedRoom(limits)
    let rows = index.rows
    counts = samples.singles.indices.map { Int(samples.singles[$0]) + rows.count(of: $0) }
    isCovered = Array(repeating: false, count: samples.stored)
  }

  /// How many samples are covered.
  var covered: Int { picks.reduce(0) { $0 + $1.gain } }

  /// Bytes of samples and index.
  var bytes: Int {
    8 * samples.members + samples.stored * 5 + counts.count * (4 + 4 + 8) + 16 * counts.count
  }

  mutating func run() {
    for actor in room.chosen { cover(actor, looked: 1) }
    let costs = room.limits.constraints.costs
    var queue = LazyQueue(
      counts.indices.filter { !room.limits.isExcluded[$0] && !room.chosen.contains($0) }.map { actor in
        LazyQueue.Entry(
          actor: Int32(actor), round: Int32(picks.count), gain: Double(counts[actor]) / (costs?[actor] ?? 1))
      })
    var looked = counts.count
    while room.left > 0, let top = queue.top {
      let actor = Int(top.actor)
      let gain = Double(counts[actor]) / (costs?[actor] ?? 1)
      if !room.admits(actor) {
        queue.removeTop()
      } else if gain == top.gain {
        queue.removeTop()
        room.take(actor)
        cover(actor, looked: looked)
        looked = 0
      } else {
        looked += 1
        queue.lowerTop(to: gain, round: picks.count)
      }
    }
  }

  private mutating func cover(_ actor: Int, looked: Int) {
    picks.append((actor, counts[actor], looked))
    for entry in index.rows.range(of: actor) {
      let sample = Int(index.rows.partners[entry])
      guard !isCovered[sample] else { continue }
      isCovered[sample] = true
      for member in samples.members(of: sample) { counts[Int(member)] -= 1 }
    }
    counts[actor] = 0
  }
}
