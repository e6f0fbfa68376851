/// One bit of each of 256 arrangements.
@usableFromInline package typealias ArrangementMask = SIMD4<UInt64>

extension ArrangementMask {
  /// Whether no arrangement has the bit.
  @inlinable @inline(__always)
  package var isZero: Bool { self[0] | self[1] | self[2] | self[3] == 0 }

  /// Adds two bits in every arrangement; returns what is carried.
  @inlinable @inline(__always)
  package mutating func add(_ one: ArrangementMask, _ other: ArrangementMask) -> ArrangementMask {
    let half = self ^ one
    let carry = (self & one) | (half & other)
    self = half ^ other
    return carry
  }

  /// Subtracts two bits in every arrangement; returns what is borrowed.
  @inlinable @inline(__always)
  package mutating func subtract(_ one: ArrangementMask, _ borrowed: ArrangementMask) -> ArrangementMask {
    let half = self ^ one
    let borrow = (one & ~self) | (borrowed & ~half)
    self = half ^ borrowed
    return borrow
  }
}

/// A whole number in each of 256 arrangements: slice *k* holds bit *k* of all of them.
///
/// Numbers are added and subtracted modulo 2 to the power of their width, so that what comes out between 0 and that is exact
/// whatever lay between. A view of memory that belongs to someone else.
@usableFromInline package struct SlicedCounts {
  @usableFromInline package let slices: UnsafeMutablePointer<ArrangementMask>
  @usableFromInline package let width: Int

  @inlinable package init(slices: UnsafeMutablePointer<ArrangementMask>, width: Int) {
    (self.slices, self.width) = (slices, width)
  }

  /// How many bits hold the numbers up to one.
  @inlinable package static func width(of most: Int) -> Int { Int.bitWidth - most.leadingZeroBitCount }

  @inlinable package func clear() { slices.update(repeating: .zero, count: width) }

  /// Takes over a number of the same width.
  @inlinable package func assign(_ other: SlicedCounts) { slices.update(from: other.slices, count: width) }

  /// Sets the same number in every arrangement.
  @inlinable package func assign(_ number: Int) {
    for place in 0..<width { slices[place] = ArrangementMask(repeating: number >> place & 1 == 1 ? .max : 0) }
  }

  /// The numbers of the first arrangements.
  package func numbers(_ count: Int) -> [Int] {
    (0..<count).map { arrangement in
      let (word, bit) = (arrangement / 64, UInt64(arrangement % 64))
      return (0..<width).reduce(0) { $0 | Int(slices[$1][word] >> bit & 1) << $1 }
    }
  }

  /// Adds a number that is not wider.
  @inlinable package func add(_ other: SlicedCounts) {
    var carry = ArrangementMask.zero
    for place in 0..<other.width { carry = slices[place].add(other.slices[place], carry) }
    var place = other.width
    while place < width, !carry.isZero {
      (slices[place], carry) = (slices[place] ^ carry, slices[place] & carry)
      place += 1
    }
  }

  /// Subtracts a number that is not narrower.
  @inlinable package func subtract(_ other: SlicedCounts) {
    var borrow = ArrangementMask.zero
    for place in 0..<width { borrow = slices[place].subtract(other.slices[place], borrow) }
  }
}

/// Masks on their way into a sum: how many of them hold each arrangement's bit, each weighted by a power of two.
///
/// Masks wait in columns, one a weight, and are added three bits to two (carry-save), which costs five operations a mask
/// however large the sum. On bare pointers; every place is within its column, for a full one is summed up first. Between
/// sums all columns are empty.
@usableFromInline package struct MaskColumns {
  /// How many masks a column takes before it is summed up; as many more are carried into it then.
  @usableFromInline package static let capacity = 256
  @usableFromInline let masks: UnsafeMutablePointer<ArrangementMask>
  @usableFromInline let counts: UnsafeMutablePointer<Int>

  package init() {
    masks = .allocate(capacity: 65 * 2 * Self.capacity)
    counts = .allocate(capacity: 65)
    counts.initialize(repeating: 0, count: 65)
  }

  package func deallocate() {
    masks.deallocate()
    counts.deallocate()
  }

  /// The column of a weight; when it is empty it has room for ``capacity`` masks.
  @inlinable @inline(__always)
  package func column(_ place: Int) -> UnsafeMutablePointer<ArrangementMask> { masks + place * 2 * Self.capacity }

  /// Adds a mask of the weight 2 to the power `place`, which is below the width of the sum.
  @inlinable @inline(__always)
  package func add(_ mask: ArrangementMask, place: Int, to sum: SlicedCounts) {
    let count = counts[place]
    column(place)[count] = mask
    counts[place] = count + 1
    if count + 1 == Self.capacity { settle(sum) }
  }

  /// Adds the product of two numbers.
  @inlinable package func addProduct(_ one: SlicedCounts, _ other: SlicedCounts, to sum: SlicedCounts) {
    for first in 0..<min(one.width, sum.width) {
      for second in 0..<min(other.width, sum.width - first) {
        add(one.slices[first] & other.slices[second], place: first + second, to: sum)
      }
    }
  }

  /// Adds masks of weight 1.
  @inlinable @inline(__always)
  package func addOnes(_ count: Int, to sum: SlicedCounts, _ mask: (Int) -> ArrangementMask) {
    var ones = sum.slices[0]
    let twos = column(1)
    for first in stride(from: 0, to: count, by: 2 * Self.capacity) {
      let end = min(count, first + 2 * Self.capacity)
      var (next, carried) = (first, 0)
      while next + 1 < end {
        twos[carried] = ones.add(mask(next), mask(next + 1))
        (next, carried) = (next + 2, carried + 1)
      }
      if next < end {
        twos[carried] = ones.add(mask(next), .zero)
        carried += 1
      }
      settle(written: carried, place: 1, sum)
    }
    sum.slices[0] = ones
  }

  /// Adds masks by weights that are below 2 to the power of the width.
  @inlinable @inline(__always)
  package func addWeighted(
    _ count: Int, weights: UnsafePointer<UInt32>, most: Int, to sum: SlicedCounts, _ mask: (Int) -> ArrangementMask
  ) {
    for first in stride(from: 0, to: count, by: Self.capacity) {
      for place in 0..<min(sum.width, SlicedCounts.width(of: most)) {
        let column = column(place)
        var written = 0
        for next in first..<min(count, first + Self.capacity) {
          // Written in any case and kept if the weight has the bit: no branch, for weights come in no order.
          column[written] = mask(next)
          written += Int(weights[next] >> UInt32(place) & 1)
        }
        counts[place] = written
      }
      settle(sum)
    }
  }

  /// Adds masks of the weight 2 to the power `place` that the caller wrote at the beginning of ``column(_:)``.
  @inlinable package func settle(written count: Int, place: Int, _ sum: SlicedCounts) {
    counts[place] = count
    settle(sum)
  }

  /// Adds what waits in the columns, modulo 2 to the power of the width.
  @inlinable package func settle(_ sum: SlicedCounts) {
    for place in 0..<sum.width {
      let count = counts[place]
      guard count > 0 else { continue }
      let column = column(place)
      let carries = column + 2 * Self.capacity
      var slice = sum.slices[place]
      var carried = counts[place + 1]
      for pair in 0..<count / 2 {
        carries[carried] = slice.add(column[2 * pair], column[2 * pair + 1])
        carried += 1
      }
      if count & 1 == 1 {
        carries[carried] = slice & column[count - 1]
        slice ^= column[count - 1]
        carried += 1
      }
      sum.slices[place] = slice
      counts[place] = 0
      counts[place + 1] = carried
    }
    counts[sum.width] = 0
  }
}
