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

  /// Samples that a worker draws at a time.
  private static let blockSize = 1 << 14

  init(_ sampler: ReverseSampler) {
    self.sampler = sampler
    singles = Array(repeating: 0, count: sampler.actorCount)
  }

  /// Draws more until there are so many.
  mutating func draw(upTo target: Int, by workers: Workers) throws(BuzzlineError) {
    let (first, sampler) = (count, sampler)
    guard target > first else { return }
    let size = Self.blockSize
    try workers.forEach(of: (target - first + size - 1) / size, work: "reverse samples") {
      VisitStamps(count: sampler.actorCount)
    } compute: { stamps, block in
      sampler.draw(first + block * size..<min(target, first + (block + 1) * size), with: &stamps)
    } commit: { _, block in
      add(block)
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

  /// How many members the stored samples have together.
  var members: Int { blocks.reduce(0) { $0 + $1.members.count } }
  /// How many members all samples have together, those of one member included.
  var allMembers: Int { members + count - stored }

  /// The members of a stored sample.
  ///
  /// - Complexity: O(log *b*) time for *b* blocks.
  func members(of sample: Int) -> ArraySlice<UInt32> {
    var (low, high) = (0, blocks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firsts[middle] <= sample { low = middle } else { high = middle }
    }
    return blocks[low].members(of: sample - firsts[low])
  }
}

extension ReverseSampler {
  /// How many of the first samples hold one of some actors, with none of them kept.
  func hits(of actors: [Int], among samples: Int, by workers: Workers) throws(BuzzlineError) -> Int {
    var isWanted = [Bool](repeating: false, count: actorCount)
    for actor in actors { isWanted[actor] = true }
    let (wanted, size) = (isWanted, 1 << 14)
    var hits = 0
    try workers.forEach(of: (samples + size - 1) / size, work: "reverse samples") {
      VisitStamps(count: actorCount)
    } compute: { stamps, block in
      let block = draw(block * size..<min(samples, (block + 1) * size), with: &stamps)
      return block.singles.count { wanted[Int($0)] }
        + block.ends.indices.count { block.members(of: $0).contains { wanted[Int($0)] } }
    } commit: { _, part in
      hits += part
    }
    return hits
  }
}

/// Which stored samples hold each actor.
struct SampleIndex {
  let rows: CompressedRows

  /// - Complexity: O(*n* + *s*) time and 4 bytes of it space for *s* members of all samples.
  init(of samples: ReverseSamples) {
    var starts = [UInt32](repeating: 0, count: samples.singles.count + 1)
    for block in samples.blocks {
      for member in block.members { starts[Int(member) + 1] += 1 }
    }
    for actor in samples.singles.indices { starts[actor + 1] += starts[actor] }
    var next = starts
    let entries = [UInt32](large: samples.members) { entries in
      for (first, block) in zip(samples.firsts, samples.blocks) {
        for sample in block.ends.indices {
          for member in block.members(of: sample) {
            entries.initializeElement(at: Int(next[Int(member)]), to: UInt32(first + sample))
            next[Int(member)] += 1
          }
        }
      }
    }
    rows = CompressedRows(starts: starts, partners: entries)
  }
}
