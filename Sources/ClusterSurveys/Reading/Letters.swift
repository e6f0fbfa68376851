internal import KnowledgeNetworks

/// What names are made of, as far as it decides whether different ones can be near-equal.
struct Letters: OptionSet, Sendable {
  let rawValue: UInt8

  static let small = Letters(rawValue: 1)
  static let capital = Letters(rawValue: 2)
  /// Anything but letters and digits of ASCII.
  static let other = Letters(rawValue: 4)
  /// A number with a zero in front.
  static let paddedNumber = Letters(rawValue: 8)

  /// Whether different names of such letters may be near-equal.
  var canFold: Bool { contains([.small, .capital]) || contains(.other) || contains(.paddedNumber) }
}

extension Letters {
  private static let blockSize = 1 << 14

  /// Looks at all names.
  ///
  /// - Complexity: O(*n* *l*) time for *n* names of *l* bytes; O(1) space.
  init(of count: Int, workers: Workers, name: @Sendable (Int) -> String) {
    let parts = workers.finished((count + Self.blockSize - 1) / Self.blockSize) { block in
      (block * Self.blockSize..<min(count, (block + 1) * Self.blockSize)).reduce(into: Letters()) { letters, position in
        letters.formUnion(Letters(of: name(position)))
      }
    }
    self = parts.reduce(into: []) { $0.formUnion($1) }
  }

  init(of name: String) {
    var letters: Letters = []
    var isNumber = true
    for byte in name.utf8 {
      if byte &- 0x30 < 10 { continue }
      isNumber = false
      letters.formUnion(byte &- 0x61 < 26 ? .small : byte &- 0x41 < 26 ? .capital : .other)
    }
    if isNumber, name.utf8.first == UInt8(ascii: "0") { letters.formUnion(.paddedNumber) }
    self = letters
  }
}
