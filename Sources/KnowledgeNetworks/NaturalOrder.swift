/// The order in which people look names up: `n2` before `n10`.
///
/// Digits in a row count as one number wherever both names have digits; everything else is compared by its bytes in
/// UTF-8. Names that are equal in this sense, such as `n1` and `n01`, stand with the one without leading zeros first,
/// others of them by their bytes, so that no two different names are equal.
package enum NaturalOrder {
  /// Whether a name comes before another.
  ///
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
    while one < left.count, other < right.count {
      if isDigit(left[one]), isDigit(right[other]) {
        let (first, second) = (DigitRun(in: left, from: one), DigitRun(in: right, from: other))
        if let isLess = first.isLess(than: second, left, right) { return isLess }
        (one, other) = (first.end, second.end)
      } else {
        guard left[one] == right[other] else { return left[one] < right[other] }
        (one, other) = (one + 1, other + 1)
      }
    }
    guard one == left.count, other == right.count else { return one == left.count }
    let (isPadded, isOtherPadded) = (hasLeadingZeros(left), hasLeadingZeros(right))
    return isPadded == isOtherPadded ? left.lexicographicallyPrecedes(right) : isOtherPadded
  }

  /// Adds bytes to a key, so that comparing keys byte by byte is comparing names.
  ///
  /// A number becomes its length, in place of which no other byte can stand, and its digits; a name with leading zeros
  /// is repeated after a zero byte, which no name holds.
  ///
  /// - Complexity: O(*l*) time for *l* bytes.
  package static func addKey(of name: String, to key: inout [UInt8]) {
    name.withBytes { bytes in
      var place = 0
      var isPadded = false
      while place < bytes.count {
        guard isDigit(bytes[place]) else {
          key.append(bytes[place])
          place += 1
          continue
        }
        let run = DigitRun(in: bytes, from: place)
        isPadded = isPadded || run.isPadded(from: place)
        addLength(run.end - run.start, to: &key)
        for digit in run.start..<run.end { key.append(bytes[digit]) }
        place = run.end
      }
      if isPadded {
        key.append(0)
        key.append(contentsOf: bytes)
      }
    }
  }

  /// Writes the length of a number as a digit, from the tenth on with further bytes.
  private static func addLength(_ length: Int, to key: inout [UInt8]) {
    guard length >= 9 else { return key.append(UInt8(0x30 + length)) }
    key.append(0x39)
    var more = length - 9
    while more >= 255 {
      key.append(255)
      more -= 255
    }
    key.append(UInt8(more))
  }

  fileprivate static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func hasLeadingZeros(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.contains { place in
      bytes[place] == 0x30 && (place == 0 || !isDigit(bytes[place - 1])) && place + 1 < bytes.count
        && isDigit(bytes[place + 1])
    }
  }
}

/// Digits in a row, those that count.
private struct DigitRun {
  let start: Int
  let end: Int

  /// Finds the digits from a position on and passes over leading zeros.
  init(in bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
    var (start, end) = (position, position)
    while start < bytes.count, bytes[start] == 0x30 { start += 1 }
    end = start
    while end < bytes.count, NaturalOrder.isDigit(bytes[end]) { end += 1 }
    (self.start, self.end) = (start, end)
  }

  /// Whether zeros lead digits, other than a lone zero.
  func isPadded(from position: Int) -> Bool { start > position && end > position + 1 }

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
  /// The bytes in UTF-8.
  fileprivate func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
