/// Pairs brought together by buckets of neighbouring owners, in their order within each bucket.
struct OwnerBuckets<Pair: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable {
  /// A pair is the partner, and above its bits the owner counted from the first of the bucket.
  let pairs: [Pair]
  /// The pairs of bucket *k* are `starts[k] ..< starts[k + 1]`.
  let starts: [Int]
  /// A bucket has 1 << `shift` owners.
  let shift: Int
  /// The bits of a partner.
  let width: Int

  /// So many streams of writing, as a power of two, do not yet evict one another.
  private static var most: Int { 10 }
  /// Pairs that one worker moves at a time.
  private static var blockSize: Int { 1 << 18 }

  private static func widths(actors: Int) -> (owner: Int, partner: Int) {
    let width = Int.bitWidth - actors.leadingZeroBitCount
    return (max(0, width - most), width)
  }

  /// Whether the pairs of so many actors fit.
  static func hold(actors: Int) -> Bool {
    let widths = widths(actors: actors)
    return widths.owner + widths.partner <= Pair.bitWidth
  }

  init(_ unsorted: UnsortedPairs, actors: Int, workers: Workers) throws(BuzzlineError) {
    let owners = unsorted.owners
    let (shift, width) = Self.widths(actors: actors)
    let buckets = (actors >> shift) + 1
    let counted = try workers.map(over: owners.count, by: Self.blockSize) { block in
      var counts = [Int](repeating: 0, count: buckets)
      owners[block].withUnsafeBufferPointer { owners in
        counts.withUnsafeMutableBufferPointer { counts in
          for owner in owners { counts[Int(owner) >> shift] += 1 }
        }
      }
      return counts
    }
    let (starts, offsets) = Self.offsets(from: counted, buckets: buckets)
    pairs = try [Pair](large: owners.count) { pairs throws(BuzzlineError) in
      // Every block writes to places of its own.
      nonisolated(unsafe) let pairs = pairs
      _ = try workers.map(over: owners.count, by: Self.blockSize) { block in
        let offsets = offsets[block.lowerBound / Self.blockSize]
        Self.move(unsorted, block, to: pairs, from: offsets, shift: shift, width: width)
      }
    }
    (self.starts, self.shift, self.width) = (starts, shift, width)
  }

  /// Where each bucket begins, and where each block writes within it.
  private static func offsets(from counted: [[Int]], buckets: Int) -> (starts: [Int], blocks: [[Int]]) {
    var (starts, blocks, total) = ([Int](), counted, 0)
    for bucket in 0..<buckets {
      starts.append(total)
      for block in counted.indices {
        blocks[block][bucket] = total
        total += counted[block][bucket]
      }
    }
    return (starts + [total], blocks)
  }

  private static func move(
    _ unsorted: UnsortedPairs, _ range: Range<Int>, to pairs: UnsafeMutableBufferPointer<Pair>, from offsets: [Int],
    shift: Int, width: Int
  ) {
    var next = offsets
    let mask = UInt32(1 << shift - 1)
    next.withUnsafeMutableBufferPointer { next in
      unsorted.forEach(in: range) { owner, partner in
        let bucket = Int(owner) >> shift
        let pair = Pair(truncatingIfNeeded: owner & mask) &<< Pair(truncatingIfNeeded: width)
        pairs.initializeElement(at: next[bucket], to: pair | Pair(truncatingIfNeeded: partner))
        next[bucket] += 1
      }
    }
  }

  func sorted(actors: Int, workers: Workers) throws(BuzzlineError) -> SortedPairs {
    var rowStarts = [UInt32](repeating: UInt32(pairs.count), count: actors + 1)
    var repeats: [Int] = []
    let partners = try [UInt32](large: pairs.count) { partners throws(BuzzlineError) in
      // Every bucket writes its own rows.
      nonisolated(unsafe) let partners = partners
      repeats = try rowStarts.withUnsafeMutableBufferPointer { rowStarts throws(BuzzlineError) in
        // And where its own rows begin.
        nonisolated(unsafe) let rowStarts = rowStarts
        return try workers.map(starts.count - 1) { bucket in
          let owners = bucket << shift..<min(actors, (bucket + 1) << shift)
          return owners.isEmpty ? 0 : sort(bucket, owners, into: partners, rowStarts)
        }
      }
    }
    return SortedPairs(rows: CompressedRows(starts: rowStarts, partners: partners), repeatCount: repeats.reduce(0, +))
  }

  /// Writes the rows of a bucket; how many of its pairs repeat another.
  private func sort(
    _ bucket: Int, _ owners: Range<Int>, into partners: UnsafeMutableBufferPointer<UInt32>,
    _ rowStarts: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    var next = [Int](repeating: 0, count: owners.count)
    let range = starts[bucket]..<starts[bucket + 1]
    let width = Pair(truncatingIfNeeded: width)
    return pairs.withUnsafeBufferPointer { pairs in
      next.withUnsafeMutableBufferPointer { next in
        for entry in range { next[Int(pairs[entry] &>> width)] += 1 }
        var total = range.lowerBound
        for row in next.indices {
          rowStarts[owners.lowerBound + row] = UInt32(truncatingIfNeeded: total)
          (next[row], total) = (total, total + next[row])
        }
        let mask = (1 as Pair) &<< width &- 1
        for entry in range {
          let row = Int(pairs[entry] &>> width)
          partners.initializeElement(at: next[row], to: UInt32(truncatingIfNeeded: pairs[entry] & mask))
          next[row] += 1
        }
        // Where a row was filled to is where the next begins.
        var (start, repeats) = (range.lowerBound, 0)
        for end in next {
          repeats += Self.sort(UnsafeMutableBufferPointer(rebasing: partners[start..<end]))
          start = end
        }
        return repeats
      }
    }
  }

  /// Sorts a row, most of which are short or in order.
  ///
  /// - Returns: How many entries repeat the one before them.
  private static func sort(_ row: UnsafeMutableBufferPointer<UInt32>) -> Int {
    var row = row
    if row.count <= 32 {
      sortShort(row)
    } else if row.indices.dropFirst().contains(where: { row[$0] < row[$0 - 1] }) {
      row.sort()
    }
    return row.indices.dropFirst().count { row[$0] == row[$0 - 1] }
  }

  private static func sortShort(_ row: UnsafeMutableBufferPointer<UInt32>) {
    for position in row.indices.dropFirst() {
      let partner = row[position]
      var place = position
      while place > 0, row[place - 1] > partner {
        row[place] = row[place - 1]
        place -= 1
      }
      row[place] = partner
    }
  }
}
