import Synchronization
import Testing

@testable import KnowledgeNetworks

struct LabelPlanesTests {
  /// The arrangements of all rounds, read from the planes as numbers of the labels in ascending order.
  private func read(_ permutations: LabelPermutations, threads: Int = 2) throws -> [[Int]] {
    var read: [[Int]] = []
    try permutations.forEachRound(workers: Workers(threads: threads)) { round, _ in
      #expect(round.arrangements.lowerBound == read.count)
      for draw in 0..<round.arrangements.count {
        read.append(
          permutations.codes.indices.map { actor in
            (0..<round.planeCount).reduce(0) { label, plane in
              let mask = round.planes[(actor * round.maskCount + draw / 256) * round.planeCount + plane]
              return label | Int(mask[draw % 256 / 64] >> UInt64(draw % 64) & 1) << plane
            }
          })
      }
      for mask in 0..<round.maskCount {
        let valid = round.valid(in: mask)
        let bits = (0..<4).reduce(0) { $0 + valid[$1].nonzeroBitCount }
        #expect(bits == min(256, round.arrangements.count - mask * 256))
      }
    }
    return read
  }

  /// What the test of statistics looks at, by the same numbers.
  private func tested(_ permutations: LabelPermutations) throws -> [[Int]] {
    let labels = Set(permutations.codes).sorted()
    let log = Mutex<[[Int]]>([])
    _ = try permutations.test(workers: Workers(threads: 1)) { codes in
      log.withLock { $0.append(codes.compactMap { labels.firstIndex(of: $0) }) }
      return []
    }
    return Array(log.withLock { $0 }.dropFirst())
  }

  @Test(arguments: [1, 2, 3, 5, 17, 300], [1, 64, 257])
  func planesHoldWhatIsDrawn(labels: Int, draws: Int) throws {
    for actors in [1, 2, 7, 8, 9, 301] {
      let codes = (0..<actors).map { Int32($0 * 3 % labels) - 1 }
      let permutations = LabelPermutations(of: codes, options: PermutationOptions(draws: draws, exactLimit: 0, seed: 3))
      #expect(try read(permutations) == tested(permutations))
    }
  }

  @Test(
    arguments: LabelPermutationsTests.labellings + [
      [0, 0, 0, 1, 1, 1, 2, 2, 2], [5] + Array(repeating: 2, count: 599),
    ])
  func planesHoldWhatIsListed(codes: [Int32]) throws {
    let permutations = LabelPermutations(of: codes)
    #expect(permutations.isExact)
    let read = try read(permutations, threads: 3)
    #expect(read == (try tested(permutations)))
  }

  @Test func theListCanBeEnteredAnywhere() {
    let labels = [2, 0, 1, 0, 1, 2, 0]
    var listed = ListedArrangement(labels)
    for place in 0..<210 {
      #expect(ListedArrangement(labels, at: place).labels == listed.labels)
      listed.advance()
    }
  }

  @Test func aCancelledTaskStops() async {
    let codes = (0..<2_000).map { Int32($0 % 3) }
    let task = Task { () -> BuzzlineError.Code? in
      withUnsafeCurrentTask { $0?.cancel() }
      do {
        try LabelPermutations(of: codes).forEachRound(workers: Workers(threads: 2)) { _, _ in }
      } catch { return (error as? BuzzlineError)?.code }
      return nil
    }
    #expect(await task.value == .cancelled)
  }
}

struct SlicedCountsTests {
  private func value(_ slices: UnsafeMutablePointer<ArrangementMask>, _ width: Int, _ arrangement: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(slices[$1][arrangement / 64] >> UInt64(arrangement % 64) & 1) << $1 }
  }

  private func mask(_ generator: inout SeededGenerator) -> ArrangementMask {
    ArrangementMask(generator.next(), generator.next(), generator.next(), generator.next())
  }

  @Test(arguments: [1, 2, 3, 255, 256, 257, 1_000])
  func sumsOfMasksAreSums(count: Int) {
    var generator = SeededGenerator(seed: 9)
    let columns = MaskColumns()
    let slices = UnsafeMutablePointer<ArrangementMask>.allocate(capacity: 64)
    defer {
      columns.deallocate()
      slices.deallocate()
    }
    var naive = [Int](repeating: 0, count: 256)
    let width = SlicedCounts.width(of: 5 * count)
    let sum = SlicedCounts(slices: slices, width: width)
    sum.clear()
    for number in 0..<count {
      let (mask, place) = (mask(&generator), number % 3 == 0 && width > 2 ? 2 : 0)
      columns.add(mask, place: place, to: sum)
      for arrangement in 0..<256 {
        naive[arrangement] += Int(mask[arrangement / 64] >> UInt64(arrangement % 64) & 1) << place
      }
    }
    columns.settle(sum)
    #expect((0..<256).map { value(sum.slices, width, $0) } == naive.map { $0 % (1 << width) })
  }

  @Test(arguments: [0, 1, 2, 3, 255, 256, 511, 512, 513, 1_100])
  func masksAddedInOneGoAreSums(count: Int) {
    var generator = SeededGenerator(seed: 5)
    let columns = MaskColumns()
    let slices = UnsafeMutablePointer<ArrangementMask>.allocate(capacity: 64)
    defer {
      columns.deallocate()
      slices.deallocate()
    }
    let masks = (0..<count).map { _ in mask(&generator) }
    let weights = masks.map { _ in UInt32(generator.below(12)) }
    func bits(_ arrangement: Int) -> [Int] {
      masks.map { Int($0[arrangement / 64] >> UInt64(arrangement % 64) & 1) }
    }
    let sum = SlicedCounts(slices: slices, width: SlicedCounts.width(of: 7 + 12 * count))
    sum.assign(7)
    columns.addOnes(count, to: sum) { masks[$0] }
    #expect((0..<256).map { value(slices, sum.width, $0) } == (0..<256).map { 7 + bits($0).reduce(0, +) })
    sum.assign(7)
    columns.addWeighted(count, weights: weights, most: 11, to: sum) { masks[$0] }
    let naive = (0..<256).map { 7 + zip(bits($0), weights).reduce(0) { $0 + $1.0 * Int($1.1) } }
    #expect((0..<256).map { value(slices, sum.width, $0) } == naive)
  }

  @Test func numbersAreAddedSubtractedMultipliedAndTallied() {
    var generator = SeededGenerator(seed: 4)
    let slices = UnsafeMutablePointer<ArrangementMask>.allocate(capacity: 192)
    let columns = MaskColumns()
    var tally = SlicedTally()
    defer {
      slices.deallocate()
      columns.deallocate()
      tally.deallocate()
    }
    for width in [1, 3, 8, 13] {
      for place in 0..<192 { slices[place] = mask(&generator) }
      let (one, other) = (SlicedCounts(slices: slices, width: width), SlicedCounts(slices: slices + 64, width: width))
      func values(_ number: SlicedCounts) -> [Int] { (0..<256).map { value(number.slices, number.width, $0) } }
      let (ones, others) = (values(one), values(other))
      let product = SlicedCounts(slices: slices + 128, width: 2 * width)
      product.clear()
      columns.addProduct(one, other, to: product)
      columns.settle(product)
      #expect(values(product) == zip(ones, others).map { $0 * $1 })
      for observed in [0, ones[3], ones[200], (1 << width) - 1] {
        let valid = mask(&generator)
        let counted = (0..<256).filter { valid[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }.map { ones[$0] }
        tally.add(one, observed: observed, valid: valid)
        let taken = tally.take()
        #expect(taken.atLeast == counted.count { $0 >= observed } && taken.atMost == counted.count { $0 <= observed })
        #expect(taken.sum == counted.reduce(0, +) && Int(taken.squares) == counted.reduce(0) { $0 + $1 * $1 })
      }
      let wide = SlicedCounts(slices: slices + 128, width: width + 1)
      wide.assign(5 & (2 << width - 1))
      let constant = values(wide)
      wide.add(one)
      #expect(values(wide) == zip(constant, ones).map { ($0 + $1) % (2 << width) })
      other.subtract(one)
      #expect(values(other) == zip(others, ones).map { ($0 - $1 + (1 << width)) % (1 << width) })
    }
  }
}
