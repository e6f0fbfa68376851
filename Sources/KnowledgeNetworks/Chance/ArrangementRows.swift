/// Writes arrangements as rows of bytes and turns 64 of them into words of planes.
struct ArrangementRows: Sendable {
  let permutations: LabelPermutations
  let labelCount: Int
  let planeCount: Int
  /// The labels numbered from 0.
  private let numbers: [UInt32]

  init(of permutations: LabelPermutations) {
    self.permutations = permutations
    let labels = Set(permutations.codes).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(labels, (0 as UInt32)...))
    numbers = permutations.codes.map { places[$0] ?? 0 }
    labelCount = labels.count
    planeCount = LabelPlanes.planes(for: labels.count)
  }

  /// A worker fills whole masks, so that no two write to neighbouring words.
  func planes(of arrangements: Range<Int>, workers: Workers) throws(BuzzlineError) -> LabelPlanes {
    let masks = (arrangements.count + 255) / 256
    let planes = try [ArrangementMask](large: numbers.count * masks * planeCount) { planes throws(BuzzlineError) in
      planes.initialize(repeating: .zero)
      guard let start = planes.baseAddress else { return }
      // Each mask is written by whoever has it.
      nonisolated(unsafe) let bytes = UnsafeMutableRawPointer(start)
      try workers.withCancellation { cancellation throws(BuzzlineError) in
        try workers.forEach(of: masks, work: "permutations") {
          RowBytes(actorCount: numbers.count)
        } compute: { rows, mask throws(BuzzlineError) in
          for word in 0..<4 {
            let first = arrangements.lowerBound + mask * 256 + word * 64
            let count = min(64, arrangements.upperBound - first)
            guard count > 0 else { break }
            let target = PlaneWord(
              bytes: bytes + (mask * planeCount * 4 + word) * 8, actorStride: masks * planeCount * 32)
            for byte in 0..<(planeCount + 7) / 8 {
              try write(byte, of: first..<first + count, to: rows, cancellation)
              rows.pack(count, planes: min(8, planeCount - byte * 8), to: target.plane(byte * 8))
            }
          }
        } commit: { _, _ in
        }
      }
    }
    return LabelPlanes(
      labelCount: labelCount, planeCount: planeCount, maskCount: masks, arrangements: arrangements, planes: planes)
  }

  /// Writes one byte of the labels of some arrangements, one row each.
  private func write(
    _ byte: Int, of arrangements: Range<Int>, to rows: RowBytes, _ cancellation: Cancellation
  ) throws(BuzzlineError) {
    func write(_ numbers: [UInt32], to row: Int) {
      let bytes = rows[row]
      for (actor, number) in numbers.enumerated() {
        bytes[actor] = UInt8(truncatingIfNeeded: number >> UInt32(8 * byte))
      }
    }
    if permutations.isExact {
      var listed = ListedArrangement(numbers, at: arrangements.lowerBound)
      for row in 0..<arrangements.count {
        if cancellation.isCancelled { throw .cancelled(of: "permutations") }
        if row > 0 { listed.advance() }
        write(listed.labels, to: row)
      }
    } else {
      for row in stride(from: 0, to: arrangements.count, by: 2) {
        write(numbers, to: row)
        write(numbers, to: row + 1)
        let streams = UInt64(arrangements.lowerBound + row)
        // The row behind an odd last one is shuffled too, and not looked at.
        try rows.shuffle(
          row, by: SeededGenerator(seed: permutations.seed, stream: streams),
          SeededGenerator(seed: permutations.seed, stream: streams + 1), cancellation)
      }
    }
  }
}

/// Rows of one byte an actor for 64 arrangements.
private final class RowBytes {
  private let actorCount: Int
  /// A whole number of words, so that eight actors can be read at once.
  private let length: Int
  private let bytes: UnsafeMutableRawPointer

  init(actorCount: Int) {
    self.actorCount = actorCount
    length = (actorCount + 7) / 8 * 8
    bytes = .allocate(byteCount: 64 * length, alignment: 64)
    bytes.initializeMemory(as: UInt8.self, repeating: 0, count: 64 * length)
  }

  deinit { bytes.deallocate() }

  subscript(row: Int) -> UnsafeMutablePointer<UInt8> {
    (bytes + row * length).assumingMemoryBound(to: UInt8.self)
  }

  /// Shuffles a row and the next as ``SeededGenerator/shuffle(_:)`` would, in turn, so that neither waits for memory.
  func shuffle(
    _ row: Int, by first: SeededGenerator, _ second: SeededGenerator, _ cancellation: Cancellation
  ) throws(BuzzlineError) {
    var (first, second) = (first, second)
    let (one, other) = (self[row], self[row + 1])
    var last = actorCount - 1
    while last > 0 {
      if cancellation.isCancelled { throw .cancelled(of: "permutations") }
      let stop = max(0, last - 1 << 18)
      while last > stop {
        // Within bounds: what is drawn is at most the last actor.
        one.exchange(last, first.below(last + 1))
        other.exchange(last, second.below(last + 1))
        last -= 1
      }
    }
  }

  /// Gathers each bit of eight rows at a time into a byte an actor.
  func pack(_ rowCount: Int, planes: Int, to target: PlaneWord) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    for first in stride(from: 0, to: actorCount, by: 8) {
      let actors = min(8, actorCount - first)
      for group in 0..<(rowCount + 7) / 8 {
        // Within bounds: rows are as long as whole words, and there are 64.
        let words = bytes + group * 8 * length + first
        for plane in 0..<planes {
          var gathered: UInt64 = 0
          for row in 0..<8 {
            let word = words.load(fromByteOffset: row * length, as: UInt64.self)
            gathered |= ((word &>> UInt64(plane)) & ones) &<< UInt64(row)
          }
          target.write(gathered, plane, of: first..<first + actors, group)
        }
      }
    }
  }
}

/// One word of 64 arrangements in the planes of every actor.
private struct PlaneWord {
  let bytes: UnsafeMutableRawPointer
  let actorStride: Int

  func plane(_ plane: Int) -> PlaneWord { PlaneWord(bytes: bytes + plane * 32, actorStride: actorStride) }

  /// Writes a byte, eight arrangements, of the word of each of up to eight actors.
  @inline(__always)
  func write(_ gathered: UInt64, _ plane: Int, of actors: Range<Int>, _ byte: Int) {
    var (gathered, target) = (gathered, bytes + actors.lowerBound * actorStride + plane * 32 + byte)
    for _ in actors {
      target.storeBytes(of: UInt8(truncatingIfNeeded: gathered), as: UInt8.self)
      gathered &>>= 8
      target += actorStride
    }
  }
}

extension UnsafeMutablePointer<UInt8> {
  @inline(__always)
  fileprivate func exchange(_ one: Int, _ other: Int) {
    let held = self[one]
    self[one] = self[other]
    self[other] = held
  }
}
