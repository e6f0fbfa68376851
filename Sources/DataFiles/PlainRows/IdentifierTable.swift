internal import Foundation
internal import KnowledgeNetworks

/// Where an identifier stands in a file.
package struct ByteSpan: Sendable {
  package let offset: Int
  package let length: UInt32
}

/// Numbers the identifiers of a file by first appearance, without making text of them.
///
/// An identifier of up to eight bytes is its own key; a longer one is hashed, and compared by its bytes where keys
/// agree. Open addressing in slots of sixteen bytes, under half of which are taken. Identifiers hold no NUL, so that no
/// two short ones have the same key.
package struct IdentifierTable: Sendable {
  /// Every identifier where it first appeared, in the order of the numbers.
  package private(set) var spans: [ByteSpan] = []
  private var slots: [Slot]

  /// How many identifiers are looked up at a time, so that waiting for memory overlaps.
  package static let batch = 64

  private struct Slot: BitwiseCopyable {
    var key: UInt64 = 0
    /// The number counted from 1; 0 in a free slot.
    var number: UInt32 = 0
    /// The length of an identifier of more than eight bytes, else 0.
    var length: UInt32 = 0
  }

  /// Makes a table with room for about so many identifiers.
  package init(room: Int = 0) {
    slots = Self.free(max(16 * Self.batch, 2 << (Int.bitWidth - (room + Self.batch).leadingZeroBitCount)))
    spans.reserveCapacity(room)
  }

  /// Makes a table that takes little room until it holds something.
  ///
  /// - Parameter slots: How many there are, a power of two.
  init(slots count: Int) { slots = Self.free(count) }

  /// Numbers some identifiers, at most a batch.
  package mutating func number(
    _ identifiers: UnsafeBufferPointer<ByteSpan>, in bytes: UnsafeRawPointer, into numbers: UnsafeMutablePointer<UInt32>
  ) {
    while 2 * (spans.count + identifiers.count) >= slots.count { grow() }
    withUnsafeTemporaryAllocation(of: Probe.self, capacity: identifiers.count) { probes in
      slots.withUnsafeMutableBufferPointer { slots in
        Self.look(for: identifiers, in: bytes, into: probes, numbers, UnsafeBufferPointer(slots))
        for position in identifiers.indices {
          let (identifier, probe) = (identifiers[position], probes[position])
          let place = spans.withUnsafeBufferPointer {
            Self.place(of: identifier, probe, in: bytes, among: UnsafeBufferPointer(slots), $0, of: bytes)
          }
          if slots[place].number == 0 {
            spans.append(identifier)
            slots[place] = Slot(key: probe.key, number: UInt32(spans.count), length: probe.length)
          }
          numbers[position] = slots[place].number - 1
        }
      }
    }
  }

  package mutating func number(_ identifier: ByteSpan, in bytes: UnsafeRawPointer) -> UInt32 {
    var number: UInt32 = 0
    withUnsafePointer(to: identifier) {
      self.number(UnsafeBufferPointer(start: $0, count: 1), in: bytes, into: &number)
    }
    return number
  }

  /// Finds the numbers of some identifiers of another file, at most a batch; `false` if one of them has none.
  ///
  /// - Parameter known: The bytes of the file the table is of.
  package func find(
    _ identifiers: UnsafeBufferPointer<ByteSpan>, in bytes: UnsafeRawPointer, among known: UnsafeRawPointer,
    into numbers: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: Probe.self, capacity: identifiers.count) { probes in
      slots.withUnsafeBufferPointer { slots in
        spans.withUnsafeBufferPointer { spans in
          Self.look(for: identifiers, in: bytes, into: probes, numbers, slots)
          return identifiers.indices.allSatisfy { position in
            let place = Self.place(
              of: identifiers[position], probes[position], in: bytes, among: slots, spans, of: known)
            numbers[position] = slots[place].number &- 1
            return slots[place].number != 0
          }
        }
      }
    }
  }

  /// Asks memory for all slots where identifiers are looked for first; the numbers written are not theirs yet.
  @inline(__always)
  private static func look(
    for identifiers: UnsafeBufferPointer<ByteSpan>, in bytes: UnsafeRawPointer,
    into probes: UnsafeMutableBufferPointer<Probe>, _ numbers: UnsafeMutablePointer<UInt32>,
    _ slots: UnsafeBufferPointer<Slot>
  ) {
    for position in identifiers.indices {
      let probe = Probe(identifiers[position], in: bytes)
      probes.initializeElement(at: position, to: probe)
      numbers[position] = slots[probe.home & (slots.count - 1)].number
    }
  }

  /// The slot of an identifier, or the free one where it belongs.
  @inline(__always)
  private static func place(
    of identifier: ByteSpan, _ probe: Probe, in bytes: UnsafeRawPointer, among slots: UnsafeBufferPointer<Slot>,
    _ spans: UnsafeBufferPointer<ByteSpan>, of known: UnsafeRawPointer
  ) -> Int {
    var place = probe.home & (slots.count - 1)
    while slots[place].number != 0 {
      let slot = slots[place]
      if slot.key == probe.key, slot.length == probe.length,
        probe.length == 0
          || memcmp(bytes + identifier.offset, known + spans[Int(slot.number) - 1].offset, Int(probe.length)) == 0
      {
        break
      }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  package mutating func number(all identifiers: [ByteSpan], in bytes: UnsafeRawPointer) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: identifiers.count) { numbers, count in
      identifiers.withUnsafeBufferPointer { identifiers in
        for start in stride(from: 0, to: identifiers.count, by: Self.batch) {
          let part = UnsafeBufferPointer(rebasing: identifiers[start..<min(identifiers.count, start + Self.batch)])
          if let numbers = numbers.baseAddress { number(part, in: bytes, into: numbers + start) }
        }
      }
      count = identifiers.count
    }
  }

  /// Numbers what another table of the same file holds; its numbers in this table.
  package mutating func take(_ other: IdentifierTable, in bytes: UnsafeRawPointer) -> [UInt32] {
    number(all: other.spans, in: bytes)
  }

  private mutating func grow() {
    var larger = Self.free(4 * slots.count)
    larger.withUnsafeMutableBufferPointer { larger in
      for slot in slots where slot.number != 0 {
        var place = Probe.home(of: slot.key) & (larger.count - 1)
        while larger[place].number != 0 { place = (place + 1) & (larger.count - 1) }
        larger[place] = slot
      }
    }
    slots = larger
  }

  private static func free(_ count: Int) -> [Slot] {
    [Slot](large: count) { slots in slots.initialize(repeating: Slot()) }
  }
}

/// What an identifier is looked for by.
private struct Probe {
  let key: UInt64
  let length: UInt32
  var home: Int { Self.home(of: key) }

  init(_ identifier: ByteSpan, in bytes: UnsafeRawPointer) {
    let start = bytes + identifier.offset
    if identifier.length <= 8 {
      key = ByteWord(at: start).prefix(Int(identifier.length))
      length = 0
    } else {
      key = Self.hash(start, Int(identifier.length))
      length = identifier.length
    }
  }

  /// Where to look first.
  static func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: folded(key ^ 0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93))
  }

  /// A hash of more than eight bytes: words multiplied into one another, the last of them overlapping the one before.
  private static func hash(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var hash = UInt64(count)
    var offset = 0
    while offset + 8 < count {
      hash = folded(hash ^ ByteWord(at: start + offset).value, 0xA076_1D64_78BD_642F)
      offset += 8
    }
    return folded(hash ^ ByteWord(at: start + (count - 8)).value, 0xE703_7ED1_A0B4_28DB)
  }

  /// Both halves of the product in one.
  private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
