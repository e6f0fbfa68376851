import KnowledgeNetworks
import Testing

@testable import DataFiles

@Suite struct IdentifierTableTests {
  /// Identifiers of 1 to 40 bytes that share prefixes and ends, many of them several times.
  private func identifiers(_ count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let prefix = String(repeating: "p", count: generator.below(4) * 8)
      return prefix + "\(generator.below(count / 2))" + String(repeating: "e", count: generator.below(3) * 4)
    }
  }

  @Test func numbersFollowFirstAppearance() {
    let ids = identifiers(20_000, seed: 1)
    var (known, expected) = ([String: UInt32](), [UInt32]())
    for id in ids {
      let number = known[id] ?? UInt32(known.count)
      known[id] = number
      expected.append(number)
    }
    let (bytes, spans) = Self.joined(ids)
    var (one, other) = (IdentifierTable(), IdentifierTable())
    bytes.withUnsafeBytes { bytes in
      #expect(Self.numbers(&one, spans[...], bytes) == expected)
      // The same in two tables, of which the first takes the second.
      let first = Self.numbers(&one, spans[..<9_000], bytes)
      let second = Self.numbers(&other, spans[9_000...], bytes)
      guard let start = bytes.baseAddress else { return }
      let moved = one.take(other, in: start)
      #expect(first + second.map { moved[Int($0)] } == expected)
    }
    #expect(one.spans.count == known.count)
  }

  private static func joined(_ ids: [String]) -> (bytes: [UInt8], spans: [ByteSpan]) {
    var (bytes, spans) = ([UInt8](), [ByteSpan]())
    for id in ids {
      spans.append(ByteSpan(offset: bytes.count, length: UInt32(id.utf8.count)))
      bytes += Array(id.utf8) + [10]
    }
    return (bytes + [UInt8](repeating: 0, count: 8), spans)
  }

  private static func numbers(
    _ table: inout IdentifierTable, _ spans: ArraySlice<ByteSpan>, _ bytes: UnsafeRawBufferPointer
  ) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: spans.count)
    numbers.withUnsafeMutableBufferPointer { numbers in
      spans.withUnsafeBufferPointer { spans in
        for start in stride(from: 0, to: spans.count, by: IdentifierTable.batch) {
          guard let first = numbers.baseAddress, let bytes = bytes.baseAddress else { return }
          let end = min(spans.count, start + IdentifierTable.batch)
          table.number(UnsafeBufferPointer(rebasing: spans[start..<end]), in: bytes, into: first + start)
        }
      }
    }
    return numbers
  }
}
