import Foundation
import KnowledgeNetworks

/// Files of ties with all that files hold: quotes, several line ends, marks, blanks, letters beyond ASCII, mistakes.
struct RandomTieFile {
  let bytes: [UInt8]
  let actors: String?

  private static let ids = [
    "a", "b", "ab", "a0000123", "b0000124", "A12345678", "A12345679", "long-prefix-0001", "long-prefix-0002",
    "long-prefix-shared-0001", "long-prefix-shared-0002", "long-prefix-shared-0002x", "x-y", "7",
  ]
  private static let odd = [
    "müller", "mu\u{308}ller", "Jena", " Jena ", "Jena\u{A0}", "'=x", "=x", "日本", "q\"uote", "\u{FEFF}b", "'b",
    "ß1234567", "NA", "#REF!", "#1", "JENA", "Jena\u{200B}", "Jena GmbH", "n10", "n2", "007", "1.29403E+18",
  ]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func chance(_ parts: Int) -> Bool { generator.below(parts) == 0 }
    let delimiter = [",", ";", "\t", "|"][generator.below(4)]
    let newline = ["\n", "\n", "\r\n"][generator.below(3)]
    let ids = Self.ids + (chance(3) ? Self.odd : [])
    let (isQuoted, isMessy, isBroken) = (chance(3), chance(8), chance(6))
    let extra = generator.below(3)
    func cell() -> String {
      let id = ids[generator.below(ids.count)]
      if isMessy, chance(20) {
        return ["\"a\"\"b\"", "\"a\(delimiter)b\"", "\"a\nb\"", "\"\"", "\"a"][generator.below(5)]
      }
      if isBroken, chance(30) { return ["", " ", "\0", "a\(delimiter)b", "a\rb"][generator.below(5)] }
      return isQuoted && chance(2) ? "\"\(id.replacingOccurrences(of: "\"", with: "\"\""))\"" : id
    }
    let headings = ["source", "target"] + ["note", "day"].prefix(extra)
    let order = headings.indices.map { ($0 + generator.below(2)) % headings.count }
    let heading = Set(order).count == order.count ? order.map { headings[$0] } : headings
    var text = chance(6) ? "\u{FEFF}" : ""
    text += heading.joined(separator: delimiter) + newline
    for _ in 0..<generator.below(40) {
      text += heading.map { _ in cell() }.joined(separator: delimiter) + newline
      if chance(12) { text += newline }
    }
    if chance(3) { text.removeLast() }
    var bytes = Array(text.utf8)
    if isBroken, chance(4) { bytes.append(contentsOf: [0xE4, 0x2C, 0x62]) }
    self.bytes = bytes
    actors = chance(3) ? "id\n" + (Self.ids + Self.odd.prefix(2)).joined(separator: "\n") + "\n" : nil
  }
}
