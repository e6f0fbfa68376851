internal import KnowledgeNetworks

/// Reverse samples drawn so far: how many samples hold an actor is how many actors it reaches, but for a factor.
struct ReverseSamples: Sendable {
  private let sampler: ReverseSampler
  private(set) var count = 0
  /// For each actor, the samples that hold nobody else.
  private(set) var singles: [UInt32]
  private(set) var blocks: [ReverseSampleBlock] = []
  /// The number of the first sample of each block.
  private(set) var firsts: [Int] = []
  /// The samples in blocks, those that hold several actors.
  private(set) var stored = 0

  init(_ sampler: ReverseSampler) {
    self.sampler = sampler
    singles = Array(repeating: 0, count: sampler.actorCount)
  }

  mutating func draw(upTo target: Int, by workers: Workers) throws(BuzzlineError) {
    guard target > count else { return }
    let sampler = sampler
    try sampler.forEachBlock(of: count..<target, by: workers) {
      $0
    } commit: {
      add($0)
    }
    count = target
  }

  private mutating func add(_ block: ReverseSampleBlock) {
    for root in block.singles { singles[Int(root)] += 1 }
    guard !block.ends.isEmpty else { return }
    firsts.append(stored)
    stored += block.ends.count
    blocks.append(ReverseSampleBlock(members: block.members, ends: block.ends))
  }

  var members: Int { blocks.reduce(0) { $0 + $1.members.count } }
  /// How many members all samples have together, those of one member included.
  var allMembers: Int { members + count - stored }

  /// - Complexity: O(log *b*) time for *b* blocks.
  func members(of sample: Int) -> ArraySlice<UInt32> {
    let block = firsts.indices.partitioningIndex { firsts[$0] > sample } - 1
    return blocks[block].members(of: sample - firsts[block])
  }

  /// Which stored samples hold each actor.
  ///
  /// - Complexity: O(*n* + *s*) time and 4 bytes of it space for *s* members of all samples.
  var index: CompressedRows {
    var starts = [UInt32](repeating: 0, count: singles.count + 1)
    for block in blocks {
      for member in block.members { starts[Int(member) + 1] += 1 }
    }
    for actor in singles.indices { starts[actor + 1] += starts[actor] }
    var next = starts
    let entries = [UInt32](large: members) { entries in
      for (first, block) in zip(firsts, blocks) {
        for sample in block.ends.indices {
          for member in block.members(of: sample) {
            entries.initializeElement(at: Int(next[Int(member)]), to: UInt32(first + sample))
            next[Int(member)] += 1
          }
        }
      }
    }
    return CompressedRows(starts: starts, partners: entries)
  }
}

extension ReverseSampler {
  /// How many of the first samples hold one of some actors, with none of them kept.
  func hits(of actors: [Int], among samples: Int, by workers: Workers) throws(BuzzlineError) -> Int {
    var isWanted = [Bool](repeating: false, count: actorCount)
    for actor in actors { isWanted[actor] = true }
    var hits = 0
    try forEachBlock(of: 0..<samples, by: workers) { [isWanted] block in
      block.singles.count { isWanted[Int($0)] }
        + block.ends.indices.count { block.members(of: $0).contains { isWanted[Int($0)] } }
    } commit: {
      hits += $0
    }
    return hits
  }

  /// Draws samples, many at a time, and commits what is taken of each such block, in their order.
  fileprivate func forEachBlock<Part: Sendable>(
    of samples: Range<Int>, by workers: Workers, take: @Sendable (ReverseSampleBlock) -> Part, commit: (Part) -> Void
  ) throws(BuzzlineError) {
    let blocks = Chunks(total: samples.count, size: 1 << 14)
    try workers.forEach(of: blocks.count, work: "reverse samples") {
      VisitStamps(count: actorCount)
    } compute: { stamps, number in
      let block = blocks[number]
      return take(draw(samples.lowerBound + block.lowerBound..<samples.lowerBound + block.upperBound, with: &stamps))
    } commit: {
      commit($1)
    }
  }
}

/// Chooses the actors that together are in most samples, one by one.
///
/// Every member of a sample that is covered is taken off the counts once, so all counting together takes as long as the
/// samples have members.
struct SampleCover {
  private let samples: ReverseSamples
  private let index: CompressedRows
  private var room: SeedRoom
  /// For each actor, the samples not yet covered that hold it.
  private var counts: [Int]
  private var isCovered: [Bool]
  /// Those chosen with how many samples each covered that were not covered before, and how many counts were looked at.
  private(set) var picks: [(actor: Int, gain: Int, looked: Int)] = []

  init(_ samples: ReverseSamples, under limits: SeedLimits) {
    self.samples = samples
    let index = samples.index
    self.index = index
    room = SeedRoom(limits)
    counts = samples.singles.enumerated().map { actor, singles in Int(singles) + index.count(of: actor) }
    isCovered = Array(repeating: false, count: samples.stored)
  }

  var covered: Int { picks.reduce(0) { $0 + $1.gain } }

  var bytes: Int { 8 * samples.members + samples.stored * 5 + counts.count * (4 + 4 + 8) + 16 * counts.count }

  mutating func run() {
    for actor in room.chosen { cover(actor, looked: 1) }
    let limits = room.limits
    var queue = LazyQueue(room.candidates, round: picks.count) { Double(counts[$0]) / limits.weight(of: $0) }
    var looked = counts.count
    while room.left > 0, let top = queue.top {
      let actor = Int(top.actor)
      let gain = Double(counts[actor]) / limits.weight(of: actor)
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
    for sample in index[actor].lazy.map({ Int($0) }) where !isCovered[sample] {
      isCovered[sample] = true
      for member in samples.members(of: sample) { counts[Int(member)] -= 1 }
    }
    counts[actor] = 0
  }
}
