/// The order in which people look names up: `n2` before `n10`.
///
/// Digits in a row count as one number wherever both names have digits; everything else is compared by its bytes in
/// UTF-8. Of names that are equal in this sense, such as `n1` and `n01`, the one with fewer zeros in front of the first
/// number in which they differ stands first, so that no two different names are equal.
package enum NaturalOrder {
  /// - Complexity: O(*l*) time for *l* bytes, O(1) space.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    left.withBytes { left in right.withBytes { right in precedes(left, right) } }
  }

  /// Whether what is not stated, which comes first, or a name comes before another.
  package static func precedes(_ left: String?, _ right: String?) -> Bool {
    guard let right else { return false }
    guard let left else { return true }
    return precedes(left, right)
  }

  private static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    let shorter = min(left.count, right.count)
    var place = 0
    while place < shorter, left[place] == right[place] { place += 1 }
    guard place < max(left.count, right.count) else { return false }
    // Digits before the first difference belong to the numbers that differ.
    while place > 0, isDigit(left[place - 1]) { place -= 1 }
    var (one, other) = (place, place)
    var hasFewerZeros: Bool?
    while one < left.count, other < right.count {
      if isDigit(left[one]), isDigit(right[other]) {
        let (first, second) = (DigitRun(in: left, from: one), DigitRun(in: right, from: other))
        if let isLess = first.isLess(than: second, left, right) { return isLess }
        if hasFewerZeros == nil, first.zeros != second.zeros { hasFewerZeros = first.zeros < second.zeros }
        (one, other) = (first.end, second.end)
      } else {
        guard left[one] == right[other] else { return left[one] < right[other] }
        (one, other) = (one + 1, other + 1)
      }
    }
    guard one == left.count, other == right.count else { return one == left.count }
    return hasFewerZeros ?? false
  }

  /// Writes a key, so that comparing keys byte by byte is comparing names.
  ///
  /// A number becomes its length, in place of which no other byte can stand, and its digits; the zeros in front of each
  /// number are counted after a zero byte, which no name holds.
  ///
  /// - Parameter key: Room for ``mostKeyBytes(of:)``.
  /// - Returns: The length of the key.
  /// - Complexity: O(*l*) time for *l* bytes.
  package static func writeKey(of name: String, to key: UnsafeMutablePointer<UInt8>) -> Int {
    name.withBytes { bytes in
      var (place, count) = (0, 0)
      var isPadded = false
      func write(_ byte: UInt8) {
        key[count] = byte
        count += 1
      }
      while place < bytes.count {
        guard isDigit(bytes[place]) else {
          write(bytes[place])
          place += 1
          continue
        }
        let run = DigitRun(in: bytes, from: place)
        isPadded = isPadded || run.zeros > 0
        writeSize(run.end - run.start, from: 0x30, to: 9, write)
        for digit in run.start..<run.end { write(bytes[digit]) }
        place = run.end
      }
      guard isPadded else { return count }
      write(0)
      place = 0
      while place < bytes.count {
        guard isDigit(bytes[place]) else {
          place += 1
          continue
        }
        let run = DigitRun(in: bytes, from: place)
        writeSize(run.zeros, from: 0, to: 255, write)
        place = run.end
      }
      return count
    }
  }

  /// The most bytes that the key of a name takes.
  package static func mostKeyBytes(of name: String) -> Int { 3 * name.utf8.count + 2 }

  /// Writes a size as a byte above a first one, from a greatest one on with further bytes.
  @inline(__always)
  private static func writeSize(_ size: Int, from first: UInt8, to most: Int, _ write: (UInt8) -> Void) {
    guard size >= most else { return write(first + UInt8(size)) }
    write(first + UInt8(most))
    var more = size - most
    while more >= 255 {
      write(255)
      more -= 255
    }
    write(UInt8(more))
  }

  @inline(__always)
  fileprivate static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

/// Digits in a row, those that count.
private struct DigitRun {
  /// The zeros in front, but for a lone zero.
  let zeros: Int
  let start: Int
  let end: Int

  /// Finds the digits from a position on and passes over leading zeros.
  @inline(__always)
  init(in bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
    var (start, end) = (position, position)
    while start < bytes.count, bytes[start] == 0x30 { start += 1 }
    end = start
    while end < bytes.count, NaturalOrder.isDigit(bytes[end]) { end += 1 }
    (self.start, self.end) = (start, end)
    zeros = end == position + 1 ? 0 : start - position
  }

  /// Whether one number is less than another; `nil` if they are the same.
  func isLess(
    than other: DigitRun, _ bytes: UnsafeBufferPointer<UInt8>, _ others: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    guard end - start == other.end - other.start else { return end - start < other.end - other.start }
    for place in 0..<(end - start) where bytes[start + place] != others[other.start + place] {
      return bytes[start + place] < others[other.start + place]
    }
    return nil
  }
}

extension String {
  fileprivate func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
