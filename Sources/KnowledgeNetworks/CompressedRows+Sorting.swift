extension CompressedRows {
  /// Puts pairs into ascending rows; a pair that occurs several times stands in its row as often.
  ///
  /// A counting sort in two rounds, so that each works within the processor's cache: pairs first go to stretches of
  /// neighbouring owners, then each stretch is sorted by owner and its rows by partner.
  ///
  /// - Precondition: owners and partners are fewer than `actors`, and the pairs fewer than 32 bits can number.
  /// - Returns: `nil` if the task was cancelled.
  /// - Complexity: O(*n* + *m*) time, but for long rows in no order, and space for *m* pairs of *n* actors.
  package init?(owners: [UInt32], partners: [UInt32], actors: Int, workers: Workers) {
    guard let stretches = OwnerStretches(owners: owners, partners: partners, actors: actors, workers: workers),
      let rows = stretches.rows(actors: actors, workers: workers)
    else { return nil }
    self = rows
  }

  /// The owner of each entry.
  var owners: [UInt32] {
    [UInt32](large: partners.count) { owners in
      for actor in 0..<starts.count - 1 {
        for entry in Int(starts[actor])..<Int(starts[actor + 1]) {
          owners.initializeElement(at: entry, to: UInt32(truncatingIfNeeded: actor))
        }
      }
      return true
    }
  }

  /// The same pairs seen from the other side; `nil` if the task was cancelled.
  func turned(workers: Workers) -> CompressedRows? {
    CompressedRows(owners: partners, partners: owners, actors: starts.count - 1, workers: workers)
  }

  /// How many entries repeat the one before them in their row.
  package var repeatCount: Int {
    partners.withUnsafeBufferPointer { partners in
      var repeats = 0
      for actor in 0..<starts.count - 1 where starts[actor] < starts[actor + 1] {
        for entry in Int(starts[actor]) + 1..<Int(starts[actor + 1]) where partners[entry] == partners[entry - 1] {
          repeats += 1
        }
      }
      return repeats
    }
  }
}

/// Pairs brought together by stretches of neighbouring owners, in their order within each stretch.
private struct OwnerStretches {
  /// A pair is `owner << 32 | partner`.
  let pairs: [UInt64]
  /// The pairs of stretch *k* are `starts[k] ..< starts[k + 1]`.
  let starts: [Int]
  /// A stretch has 1 << `shift` owners.
  let shift: Int

  /// So many streams of writing do not yet evict one another.
  private static let most = 1024
  /// Pairs that one worker moves at a time.
  private static let blockSize = 1 << 18

  init?(owners: [UInt32], partners: [UInt32], actors: Int, workers: Workers) {
    let shift = max(0, (Int.bitWidth - actors.leadingZeroBitCount) - Self.most.trailingZeroBitCount)
    let stretches = (actors >> shift) + 1
    let blocks = (owners.count + Self.blockSize - 1) / Self.blockSize
    @Sendable func range(_ block: Int) -> Range<Int> {
      block * Self.blockSize..<min(owners.count, (block + 1) * Self.blockSize)
    }
    let counted = workers.map(blocks) { block in
      Self.counts(of: owners[range(block)], shift: shift, stretches: stretches)
    }
    guard let counted else { return nil }
    let (starts, offsets) = Self.offsets(from: counted, stretches: stretches)
    pairs = [UInt64](large: owners.count) { pairs in
      // Every block writes to places of its own.
      nonisolated(unsafe) let pairs = pairs
      return workers.map(blocks) { block in
        Self.move(owners, partners, range(block), to: pairs, from: offsets[block], shift: shift)
      } != nil
    }
    guard pairs.count == owners.count else { return nil }
    self.starts = starts
    self.shift = shift
  }

  private static func counts(of owners: ArraySlice<UInt32>, shift: Int, stretches: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: stretches)
    owners.withUnsafeBufferPointer { owners in
      counts.withUnsafeMutableBufferPointer { counts in
        for owner in owners { counts[Int(owner) >> shift] += 1 }
      }
    }
    return counts
  }

  /// Where each stretch begins, and where each block writes within it.
  private static func offsets(from counted: [[Int]], stretches: Int) -> (starts: [Int], blocks: [[Int]]) {
    var (starts, blocks, total) = ([Int](), counted, 0)
    for stretch in 0..<stretches {
      starts.append(total)
      for block in counted.indices {
        blocks[block][stretch] = total
        total += counted[block][stretch]
      }
    }
    return (starts + [total], blocks)
  }

  private static func move(
    _ owners: [UInt32], _ partners: [UInt32], _ range: Range<Int>, to pairs: UnsafeMutableBufferPointer<UInt64>,
    from offsets: [Int], shift: Int
  ) {
    var next = offsets
    next.withUnsafeMutableBufferPointer { next in
      owners.withUnsafeBufferPointer { owners in
        partners.withUnsafeBufferPointer { partners in
          for position in range {
            let stretch = Int(owners[position]) >> shift
            pairs.initializeElement(at: next[stretch], to: UInt64(owners[position]) << 32 | UInt64(partners[position]))
            next[stretch] += 1
          }
        }
      }
    }
  }

  func rows(actors: Int, workers: Workers) -> CompressedRows? {
    var rowStarts = [UInt32](repeating: UInt32(pairs.count), count: actors + 1)
    let partners = [UInt32](large: pairs.count) { partners in
      rowStarts.withUnsafeMutableBufferPointer { rowStarts in
        // Every stretch writes its own rows.
        nonisolated(unsafe) let (rowStarts, partners) = (rowStarts, partners)
        return workers.map(starts.count - 1) { stretch in
          let owners = stretch << shift..<min(actors, (stretch + 1) << shift)
          if !owners.isEmpty { sort(stretch, owners, into: partners, rowStarts) }
        } != nil
      }
    }
    return partners.count == pairs.count ? CompressedRows(starts: rowStarts, partners: partners) : nil
  }

  /// Writes the rows of a stretch.
  private func sort(
    _ stretch: Int, _ owners: Range<Int>, into partners: UnsafeMutableBufferPointer<UInt32>,
    _ rowStarts: UnsafeMutableBufferPointer<UInt32>
  ) {
    var next = [Int](repeating: 0, count: owners.count)
    pairs.withUnsafeBufferPointer { pairs in
      next.withUnsafeMutableBufferPointer { next in
        let range = starts[stretch]..<starts[stretch + 1]
        for entry in range { next[Int(pairs[entry] >> 32) - owners.lowerBound] += 1 }
        var total = range.lowerBound
        for row in next.indices {
          rowStarts[owners.lowerBound + row] = UInt32(truncatingIfNeeded: total)
          (next[row], total) = (total, total + next[row])
        }
        for entry in range {
          let row = Int(pairs[entry] >> 32) - owners.lowerBound
          partners.initializeElement(at: next[row], to: UInt32(truncatingIfNeeded: pairs[entry]))
          next[row] += 1
        }
        // Where a row was filled to is where the next begins.
        var start = range.lowerBound
        for end in next {
          Self.sort(UnsafeMutableBufferPointer(rebasing: partners[start..<end]))
          start = end
        }
      }
    }
  }

  /// Sorts a row; most are short or in order.
  private static func sort(_ row: UnsafeMutableBufferPointer<UInt32>) {
    guard row.count <= 32 else { return sortLong(row) }
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

  private static func sortLong(_ row: UnsafeMutableBufferPointer<UInt32>) {
    var row = row
    if row.indices.dropFirst().contains(where: { row[$0] < row[$0 - 1] }) { row.sort() }
  }
}
