internal import KnowledgeNetworks

/// An order of sources in which those that are searched from together meet actors after the same numbers of steps.
///
/// A group of searches looks at an actor once for every number of steps at which one of them meets it, so searches
/// that are alike cost half of what strangers do. Sources are alike when they are equally far from most of a sample.
struct SourceOrder {
  /// How far each actor is from each of the sample, `sampleSize` numbers an actor.
  private var steps: [UInt8]
  private static let sampleSize = 64
  /// Among how many sources those alike are looked for.
  private static let window = 1_024

  /// Searches backwards from actors spread evenly over all that can be reached.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) space.
  init(_ rows: SearchRows) {
    steps = Array(repeating: .max, count: rows.actorCount * Self.sampleSize)
    let reachable = (0..<UInt32(rows.actorCount)).filter { rows.backward.count(of: Int($0)) > 0 }
    let count = min(reachable.count, Self.sampleSize)
    let sample = (0..<count).map { reachable[(2 * $0 + 1) * reachable.count / (2 * count)] }
    var search = LevelSearch(actorCount: rows.actorCount, longest: rows.longest)
    defer { search.deallocate() }
    if rows.longest == 0 {
      rows.withPointers { onward, backward in search.run(from: sample[...], backward, onward) }
    } else {
      rows.reversed.withDelays { search.run(from: sample[...], along: $0) }
    }
    for step in 0..<search.stepCount {
      for entry in search.entries[search.starts[step]..<search.starts[step + 1]] {
        let place = Int(entry.actor) * Self.sampleSize
        for lane in 0..<count where entry.lanes >> UInt64(lane) & 1 == 1 {
          steps[place + lane] = UInt8(clamping: step)
        }
      }
    }
  }

  /// The same sources in batches that are alike, and within a batch in groups that are more so.
  ///
  /// - Complexity: O(*s*) time and space for *s* sources.
  func arranged(_ sources: [UInt32], batch: Int, group: Int) -> [UInt32] {
    grouped(grouped(sources, by: batch, among: Self.window), by: group, among: batch)
  }

  /// Takes from every stretch of sources the first that is left and whoever is most like it, until none is left.
  private func grouped(_ sources: [UInt32], by size: Int, among window: Int) -> [UInt32] {
    var grouped: [UInt32] = []
    grouped.reserveCapacity(sources.count)
    for first in stride(from: 0, to: sources.count, by: window) {
      var left = Array(sources[first..<min(sources.count, first + window)])
      while let leader = left.first {
        var likeness = likeness(of: left, to: leader)
        for _ in 0..<min(size, left.count) {
          guard let most = likeness.max(), let place = likeness.firstIndex(of: most) else { break }
          grouped.append(left.remove(at: place))
          likeness.remove(at: place)
        }
      }
    }
    return grouped
  }

  /// From how many of the sample each source is as far as the leader is.
  private func likeness(of sources: [UInt32], to leader: UInt32) -> [UInt8] {
    steps.withUnsafeBufferPointer { steps in
      let own = steps[Int(leader) * Self.sampleSize..<(Int(leader) + 1) * Self.sampleSize]
      return sources.map { source in
        let other = steps[Int(source) * Self.sampleSize..<(Int(source) + 1) * Self.sampleSize]
        return zip(own, other).reduce(0) { $0 &+ ($1.0 == $1.1 ? 1 : 0) }
      }
    }
  }
}
