/// The labels of many arrangements, bit by bit: a plane holds one bit of an actor's label in each of 256 arrangements.
///
/// Labels are numbered from 0 in ascending order, no group first. Two actors have equal labels in the arrangements in which
/// none of their planes differ, so that a few operations on masks look at all 256.
package struct LabelPlanes: Sendable {
  /// How many different labels there are.
  package let labelCount: Int
  /// How many bits a label has.
  package let planeCount: Int
  /// How many masks of 256 arrangements hold them all; those beyond the last arrangement mean nothing.
  package let maskCount: Int
  /// The arrangements held, among all of the null.
  package let arrangements: Range<Int>
  /// For each actor and mask all planes, beginning at `(actor * maskCount + mask) * planeCount`.
  package let planes: [ArrangementMask]

  /// The bits of a mask that stand for arrangements.
  package func valid(in mask: Int) -> ArrangementMask {
    var valid = ArrangementMask.zero
    for word in 0..<4 {
      let count = arrangements.count - (mask * 4 + word) * 64
      valid[word] = count >= 64 ? .max : count > 0 ? (1 << UInt64(count)) - 1 : 0
    }
    return valid
  }

  /// How many planes so many labels take.
  package static func planes(for labels: Int) -> Int { max(1, Int.bitWidth - (labels - 1).leadingZeroBitCount) }

  /// How many masks are filled at a time: a size that stays near the processor, and one mask at least.
  ///
  /// At most 16, for the tallies count in bytes.
  fileprivate static func masksPerRound(actors: Int, planes: Int) -> Int {
    min(8, max(1, (32 << 20) / max(1, actors * planes * 32)))
  }
}

extension LabelPermutations {
  /// Hands over all arrangements of the null, a round of many at a time: the same as ``test(workers:_:)`` looks at.
  ///
  /// - Parameters:
  ///   - asked: Only some of them; all by default.
  ///   - workers: The threads that share the work, and who hears how far it is.
  ///   - body: Looks at a round by the workers that it is given, whose progress counts arrangements.
  /// - Throws: ``BuzzlineError`` if the task was cancelled, and what `body` throws.
  /// - Complexity: O(*n*) time an arrangement for *n* actors; O(*n* log *l*) space for *l* labels, O(*n*) a thread.
  package func forEachRound(
    of asked: Range<Int>? = nil, workers: Workers, _ body: (LabelPlanes, Workers) throws(BuzzlineError) -> Void
  ) throws(BuzzlineError) {
    let rows = ArrangementRows(of: self)
    let masks = LabelPlanes.masksPerRound(actors: codes.count, planes: rows.planeCount)
    let asked = asked ?? 0..<count
    for first in stride(from: asked.lowerBound, to: asked.upperBound, by: masks * 256) {
      let arrangements = first..<min(asked.upperBound, first + masks * 256)
      let middle = first + arrangements.count / 2
      let planes = try rows.planes(of: arrangements, workers: workers.reporting(first..<middle, of: count))
      try body(planes, workers.reporting(middle..<arrangements.upperBound, of: count))
    }
  }

  /// How many bytes the rounds take.
  package var roundBytes: (shared: Int, aThread: Int) {
    let planes = LabelPlanes.planes(for: Set(codes).count)
    let masks = min(LabelPlanes.masksPerRound(actors: codes.count, planes: planes), (count + 255) / 256)
    return (shared: codes.count * (8 + 32 * planes * masks), aThread: 68 * codes.count)
  }
}

extension Workers {
  /// The same workers for a part of longer work, of which they report how much is done.
  fileprivate func reporting(_ part: Range<Int>, of total: Int) -> Workers {
    guard let progress else { return self }
    var workers = self
    workers.progress = {
      let done = part.lowerBound + part.count * $0.done / $0.total
      progress(WorkProgress(work: "permutations", done: done, total: total))
    }
    return workers
  }
}
