/// Pairs of numbers, numbered from 0 by first appearance.
///
/// Open addressing, at most half of the slots taken: a look-up takes O(1) time on average.
struct PairNumbers {
  private var slots: [Slot]
  /// One less than the slots in use, a power of two.
  private var mask: Int
  private(set) var count = 0

  private struct Slot: BitwiseCopyable {
    var pair: UInt64 = 0
    /// Counted from 1; 0 in a free slot.
    var number: UInt32 = 0
  }

  init() {
    slots = Array(repeating: Slot(), count: 16)
    mask = slots.count - 1
  }

  /// The number of a pair that was met before.
  func find(_ first: UInt32, _ second: UInt32) -> Int? {
    let number = slots[place(of: Self.pair(first, second))].number
    return number == 0 ? nil : Int(number) - 1
  }

  /// The number of a pair, which is the next one where it was not met before.
  mutating func number(of first: UInt32, _ second: UInt32) -> Int {
    let pair = Self.pair(first, second)
    var place = place(of: pair)
    if slots[place].number == 0 {
      if 2 * (count + 1) > mask + 1 {
        grow()
        place = self.place(of: pair)
      }
      count += 1
      slots[place] = Slot(pair: pair, number: UInt32(count))
    }
    return Int(slots[place].number) - 1
  }

  /// Forgets all pairs, in O(room) time.
  ///
  /// - Parameter room: How many may come.
  mutating func removeAll(room: Int) {
    let size = 16 << max(0, Int.bitWidth - (room / 8).leadingZeroBitCount)
    if size > slots.count { slots = Array(repeating: Slot(), count: size) }
    for place in 0..<size { slots[place] = Slot() }
    (mask, count) = (size - 1, 0)
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// Where a pair stands, or the free slot where it belongs.
  private func place(of pair: UInt64) -> Int {
    let product = (pair ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    var place = Int(truncatingIfNeeded: product.high ^ product.low) & mask
    while slots[place].number != 0, slots[place].pair != pair { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let taken = slots[...mask].filter { $0.number != 0 }
    slots = Array(repeating: Slot(), count: 4 * (mask + 1))
    mask = slots.count - 1
    for slot in taken { slots[place(of: slot.pair)] = slot }
  }
}
