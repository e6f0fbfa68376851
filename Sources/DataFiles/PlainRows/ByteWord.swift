/// Eight bytes of a file looked at as one number, the first byte lowest.
struct ByteWord {
  let value: UInt64

  init(value: UInt64) { self.value = value }

  /// Reads eight bytes, aligned or not.
  init(at start: UnsafeRawPointer) {
    value = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
  }

  /// The same byte eight times.
  init(repeating byte: UInt8) { value = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The first `count` bytes, zeros behind them.
  func prefix(_ count: Int) -> UInt64 { count >= 8 ? value : value & ((1 << UInt64(8 * count)) &- 1) }

  /// Whether some byte is beyond ASCII.
  static func isBeyondASCII(_ seen: UInt64) -> Bool { seen & 0x8080_8080_8080_8080 != 0 }

  /// Marks the bytes equal to either pattern; of the marks, the lowest is right, and that there is none.
  ///
  /// A byte less one borrows into its top bit only if it was 0: Mycroft's test.
  func marks(of one: ByteWord, or other: ByteWord) -> UInt64 {
    let (left, right) = (value ^ one.value, value ^ other.value)
    let lows: UInt64 = 0x0101_0101_0101_0101
    return (((left &- lows) & ~left) | ((right &- lows) & ~right)) & 0x8080_8080_8080_8080
  }
}
