/// What many arrangements say of one whole number: how many reach it, and sums that are exact in any order.
package struct CountTally: Sendable {
  /// In how many arrangements the number is at least as large as observed, and at most as large.
  package private(set) var atLeast = 0
  package private(set) var atMost = 0
  private(set) var sum = 0
  private(set) var squares: UInt128 = 0

  package init() {}

  fileprivate init(atLeast: Int, atMost: Int, sum: Int, squares: UInt128) {
    (self.atLeast, self.atMost, self.sum, self.squares) = (atLeast, atMost, sum, squares)
  }

  /// How many words hold one.
  package static let wordCount = 5

  /// As words that a file can hold.
  package var words: [UInt64] {
    [
      UInt64(atLeast), UInt64(atMost), UInt64(sum), UInt64(truncatingIfNeeded: squares),
      UInt64(truncatingIfNeeded: squares >> 64),
    ]
  }

  /// Reads ``wordCount`` words.
  package init(words: ArraySlice<UInt64>) {
    let first = words.startIndex
    self.init(
      atLeast: Int(clamping: words[first]), atMost: Int(clamping: words[first + 1]),
      sum: Int(clamping: words[first + 2]),
      squares: UInt128(words[first + 3]) | UInt128(words[first + 4]) << 64)
  }

  package static func += (left: inout CountTally, right: CountTally) {
    left.atLeast += right.atLeast
    left.atMost += right.atMost
    left.sum += right.sum
    left.squares += right.squares
  }

  /// The test of a number that is 0 in every arrangement.
  package static func ofNone(under permutations: LabelPermutations) -> PermutationTest {
    CountTally(atLeast: permutations.count, atMost: permutations.count, sum: 0, squares: 0)
      .test(observed: 0, under: permutations)
  }

  /// What they say together, once all arrangements are in.
  package func test(observed: Int, under permutations: LabelPermutations) -> PermutationTest {
    let count = Double(permutations.count)
    let deviations = UInt128(permutations.count) * squares - UInt128(sum) * UInt128(sum)
    return PermutationTest(
      observed: Double(observed), mean: Double(sum) / count, standardDeviation: deviations.rounded.squareRoot() / count,
      atLeast: atLeast, atMost: atMost, count: permutations.count, isExact: permutations.isExact)
  }
}

/// Counts in how many arrangements a number reaches what was observed, and adds up the numbers and their squares, mask by
/// mask.
///
/// The number of arrangements that have both bit *j* and bit *k* is all that sums and squares need. They are counted by
/// byte, up to 8 a mask, and bytes are added up once at the end.
package struct SlicedTally {
  /// At least, at most, and for every *k* all *j* up to *k*.
  private let bytes: UnsafeMutablePointer<ArrangementMask>
  private var width = 0

  package init() {
    bytes = .allocate(capacity: 2 + 64 * 65 / 2)
    bytes.initialize(repeating: .zero, count: 2 + 64 * 65 / 2)
  }

  package func deallocate() { bytes.deallocate() }

  /// Takes the numbers of one mask; at most 31 before ``take()``.
  ///
  /// - Parameter valid: The arrangements that count.
  package mutating func add(_ numbers: SlicedCounts, observed: Int, valid: ArrangementMask) {
    let slices = numbers.slices
    var (less, more) = (ArrangementMask.zero, ArrangementMask.zero)
    var used = 0
    for place in 0..<numbers.width {
      let bit = ArrangementMask(repeating: 0 &- UInt64(truncatingIfNeeded: observed >> place & 1))
      let slice = slices[place]
      less = (bit & ~slice) | (less & (bit | ~slice))
      more = (slice & ~bit) | (more & (slice | ~bit))
      if !(slice & valid).isZero { used = place + 1 }
    }
    bytes[0] &+= (valid & ~less).bitsByByte
    bytes[1] &+= (valid & ~more).bitsByByte
    width = max(width, used)
    var sums = bytes + 2
    for place in 0..<used {
      let slice = slices[place] & valid
      for lower in 0...place { sums[lower] &+= (slice & slices[lower]).bitsByByte }
      sums += place + 1
    }
  }

  /// What was taken since the last time.
  package mutating func take() -> CountTally {
    var (sum, squares) = (0, 0 as UInt128)
    var sums = bytes + 2
    for place in 0..<width {
      for lower in 0..<place { squares += UInt128(sums[lower].sumOfBytes) << UInt128(place + lower + 1) }
      let ones = sums[place].sumOfBytes
      sum += ones << place
      squares += UInt128(ones) << UInt128(2 * place)
      sums += place + 1
    }
    let tally = CountTally(atLeast: bytes[0].sumOfBytes, atMost: bytes[1].sumOfBytes, sum: sum, squares: squares)
    bytes.update(repeating: .zero, count: 2 + width * (width + 1) / 2)
    width = 0
    return tally
  }
}

extension UInt128 {
  /// As a floating-point number; the general conversion takes as long as the test.
  fileprivate var rounded: Double {
    Double(UInt64(truncatingIfNeeded: self >> 64)) * 0x1p64 + Double(UInt64(truncatingIfNeeded: self))
  }
}

extension ArrangementMask {
  /// How many bits each byte has.
  @inline(__always)
  fileprivate var bitsByByte: ArrangementMask {
    let pairs = self &- ((self &>> 1) & ArrangementMask(repeating: 0x5555_5555_5555_5555))
    let two = ArrangementMask(repeating: 0x3333_3333_3333_3333)
    let fours = (pairs & two) &+ ((pairs &>> 2) & two)
    return (fours &+ (fours &>> 4)) & ArrangementMask(repeating: 0x0F0F_0F0F_0F0F_0F0F)
  }

  @inline(__always)
  fileprivate var sumOfBytes: Int {
    let low = ArrangementMask(repeating: 0x00FF_00FF_00FF_00FF)
    // Four sums of 16 bits in each word, then all in the highest.
    let sums = ((self & low) &+ ((self &>> 8) & low)).wrappedSum()
    return Int(truncatingIfNeeded: (sums &* 0x0001_0001_0001_0001) &>> 48)
  }
}
