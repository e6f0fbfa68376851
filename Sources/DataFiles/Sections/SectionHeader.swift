package import Foundation
package import KnowledgeNetworks

/// What stands at the beginning of a file of sections.
struct SectionHeader {
  static let magic: [UInt8] = [0x89, 0x42, 0x55, 0x5A, 0x0D, 0x0A, 0x1A, 0x0A]
  static let length = 32
  static let wordLength = 8
  static let nameLength = 24
  static let digestLength = 64
  static let entryLength = nameLength + 16 + digestLength
  /// Sections begin at multiples of it, as the widest registers like.
  static let alignment = 64

  let word: String
  let version: UInt32
  let sectionCount: Int
  let length: Int

  var tableEnd: Int { Self.length + sectionCount * Self.entryLength }

  /// Reads it; `nil` of a foreign file.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.length, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else { return nil }
    word = Self.word(in: bytes[8..<16])
    version = bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
    sectionCount = Int(bytes.loadUnaligned(fromByteOffset: 20, as: UInt32.self))
    length = Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
  }

  /// Where sections lie, and the digest of header and table; `nil` where the table is damaged.
  func table(in bytes: UnsafeRawBufferPointer) -> (places: [String: SectionPlace], digest: String)? {
    guard sectionCount < 1 << 16, tableEnd + Self.digestLength <= bytes.count else { return nil }
    let digest = sha256(UnsafeRawBufferPointer(rebasing: bytes[..<tableEnd]))
    guard Self.word(in: bytes[tableEnd..<tableEnd + Self.digestLength]) == digest else { return nil }
    var places: [String: SectionPlace] = [:]
    for section in 0..<sectionCount {
      // Within bounds: the table ends within the file.
      let entry = Self.length + section * Self.entryLength
      let first = bytes.loadUnaligned(fromByteOffset: entry + Self.nameLength, as: UInt64.self)
      let length = bytes.loadUnaligned(fromByteOffset: entry + Self.nameLength + 8, as: UInt64.self)
      guard first <= UInt64(bytes.count), length <= UInt64(bytes.count) - first else { return nil }
      places[Self.word(in: bytes[entry..<entry + Self.nameLength])] = SectionPlace(
        first: Int(first), length: Int(length),
        digest: Self.word(in: bytes[entry + Self.nameLength + 16..<entry + Self.entryLength]))
    }
    return places.count == sectionCount && fill(places.values, in: bytes) ? (places, digest) : nil
  }

  /// Whether sections follow one another up to the end of the file, with nothing but zeros between them.
  private func fill(_ places: some Collection<SectionPlace>, in bytes: UnsafeRawBufferPointer) -> Bool {
    var end = tableEnd + Self.digestLength
    for place in places.sorted(by: { ($0.first, $0.length) < ($1.first, $1.length) }) {
      guard end <= place.first, bytes[end..<place.first].allSatisfy({ $0 == 0 }) else { return false }
      end = place.first + place.length
    }
    return end == bytes.count
  }

  private static func word(in bytes: Slice<UnsafeRawBufferPointer>) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}

/// An array of numbers to be written under a name.
package struct FileSection: Sendable {
  let name: String
  let withBytes: @Sendable ((UnsafeRawBufferPointer) -> Void) -> Void

  /// - Precondition: the name has 1 to 24 ASCII letters.
  package init(_ name: String, _ numbers: [some BitwiseCopyable & Sendable]) {
    precondition((1...SectionHeader.nameLength).contains(name.utf8.count), "'\(name)' is no name of a section")
    self.name = name
    withBytes = { body in numbers.withUnsafeBytes(body) }
  }
}

extension SectionFile {
  /// Writes sections; equal sections give equal bytes.
  ///
  /// - Returns: The digest of header and table.
  /// - Throws: `BuzzlineError` with the code `cannotWrite`; nothing is left behind then.
  /// - Complexity: O(size) time; the sections are not copied.
  @discardableResult
  package static func write(
    _ sections: [FileSection], kind: SectionFileKind, to url: URL, workers: Workers
  ) throws(BuzzlineError) -> String {
    precondition(isLittleEndian, "numbers are written as they lie in memory, the low byte first")
    let digests = try workers.map(sections.count) { number in
      var found = (length: 0, digest: "")
      sections[number].withBytes { found = ($0.count, sha256($0)) }
      return found
    }
    func aligned(_ byte: Int) -> Int {
      (byte + SectionHeader.alignment - 1) / SectionHeader.alignment * SectionHeader.alignment
    }
    var end = SectionHeader.length + sections.count * SectionHeader.entryLength + SectionHeader.digestLength
    let firsts = digests.map { section in
      defer { end = aligned(end) + section.length }
      return aligned(end)
    }
    var head = SectionHeader.magic + padded(kind.word, SectionHeader.wordLength)
    head += bytes(kind.version) + bytes(UInt32(sections.count)) + bytes(UInt64(end))
    for (number, section) in sections.enumerated() {
      head += padded(section.name, SectionHeader.nameLength) + bytes(UInt64(firsts[number]))
      head += bytes(UInt64(digests[number].length)) + Array(digests[number].digest.utf8)
    }
    let digest = sha256(head)
    var file = try WholeFile(url)
    try file.take(head + Array(digest.utf8))
    for (first, section) in zip(firsts, sections) {
      try file.take([UInt8](repeating: 0, count: first - file.size))
      var failure: BuzzlineError?
      section.withBytes { bytes in
        do throws(BuzzlineError) { try file.take(bytes) } catch { failure = error }
      }
      if let failure { throw failure }
    }
    try file.finish()
    return digest
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }

  private static func padded(_ word: String, _ length: Int) -> [UInt8] {
    let bytes = Array(word.utf8)
    precondition(bytes.count <= length, "'\(word)' is longer than \(length) bytes")
    return bytes + [UInt8](repeating: 0, count: length - bytes.count)
  }
}
