package import Foundation
package import KnowledgeNetworks

/// What a file of sections is for: which program may read it, and what is said of another.
package struct SectionFileKind: Sendable {
  /// Up to eight ASCII letters at the beginning of the file.
  let word: String
  /// The version of what the sections mean.
  let version: UInt32
  /// What it is called, such as `a packed network`.
  let noun: String
  /// What makes a good one.
  let remedy: String

  package init(word: String, version: UInt32, noun: String, remedy: String) {
    (self.word, self.version, self.noun, self.remedy) = (word, version, noun, remedy)
  }
}

/// A mapped file of named arrays of numbers, each with its digest.
///
/// All numbers are little endian. Beginning with byte 0:
///
/// | bytes | what |
/// |---|---|
/// | 8 | 89 42 55 5A 0D 0A 1A 0A, which no text file begins with and no change of line ends leaves |
/// | 8 | the word of the kind, filled with zeros |
/// | 4, 4 | version, number of sections |
/// | 8 | length of the file |
/// | 104 a section | name (24, filled with zeros), first byte (8), length (8), SHA-256 in hexadecimal (64) |
/// | 64 | SHA-256 of all before, in hexadecimal |
/// | | the sections, each at a multiple of 64, zeros before it |
///
/// The digest of header and table depends on every byte of the file but those zeros, since the table holds the digests of
/// the sections. It is verified when the file is opened, and so are the zeros; that of a section when it is first used.
package struct SectionFile: Sendable {
  package let url: URL
  /// The digest of header and table, which names the contents of the whole file.
  package let digest: String
  /// How many bytes the file has.
  package var size: Int { file.bytes.count }
  private let kind: SectionFileKind
  private let file: MappedFile
  private let places: [String: SectionPlace]

  /// Maps a file and verifies header and table.
  ///
  /// - Throws: `BuzzlineError`: `noInput`, `unknownFormat` of a foreign file or another version, `malformed` of a damaged one.
  /// - Complexity: O(*s*) time for *s* sections.
  package init(_ url: URL, kind: SectionFileKind) throws(BuzzlineError) {
    guard Self.isLittleEndian else {
      throw BuzzlineError(
        .unknownFormat, at: Place(file: url.relativePath),
        "This machine keeps the high byte of a number first; \(kind.noun) is read where the low byte comes first.")
    }
    file = try MappedFile(url)
    (self.url, self.kind) = (url, kind)
    let header = SectionHeader(file.bytes)
    guard let header, header.word == kind.word else {
      throw BuzzlineError(
        .unknownFormat, at: Place(file: url.relativePath), "This is not \(kind.noun); \(kind.remedy).")
    }
    guard header.version == kind.version else {
      throw BuzzlineError(
        .unknownFormat, at: Place(file: url.relativePath),
        "This is \(kind.noun) of version \(header.version), and this program reads version \(kind.version); "
          + "\(kind.remedy).")
    }
    guard header.length == file.bytes.count else {
      throw BuzzlineError(
        .malformed, at: Place(file: url.relativePath),
        "The file should have \(header.length) bytes and has \(file.bytes.count); \(kind.remedy).")
    }
    guard let table = header.table(in: file.bytes) else {
      throw BuzzlineError(
        .malformed, at: Place(file: url.relativePath), "The table of the file is damaged; \(kind.remedy).")
    }
    (places, digest) = (table.places, table.digest)
  }

  /// Whether the file has a section.
  package func has(_ name: String) -> Bool { places[name] != nil }

  /// The numbers of a section, copied; the section has to be verified before.
  package func numbers<Number: BitwiseCopyable>(
    _ name: String, as _: Number.Type = Number.self
  ) throws(BuzzlineError) -> [Number] {
    let bytes = try bytes(of: name)
    guard bytes.count % MemoryLayout<Number>.stride == 0 else { throw damage("The section '\(name)' is cut off") }
    return [Number](large: bytes.count / MemoryLayout<Number>.stride) {
      UnsafeMutableRawBufferPointer($0).copyMemory(from: bytes)
    }
  }

  /// Verifies some sections, all by default.
  ///
  /// - Throws: `BuzzlineError` `malformed`, which names the first that is damaged; `cancelled`.
  /// - Complexity: O(size) time, shared by the workers.
  package func verify(_ some: [String]? = nil, by workers: Workers) throws(BuzzlineError) {
    // The largest first, so that no worker begins with one when the others are done.
    let names = (some ?? Array(places.keys)).sorted { (places[$0]?.length ?? 0, $0) > (places[$1]?.length ?? 0, $1) }
    let isWhole = try workers.map(names.count) { number throws(BuzzlineError) in
      sha256(try bytes(of: names[number])) == places[names[number]]?.digest
    }
    guard let damaged = zip(names, isWhole).filter({ !$1 }).map(\.0).min() else { return }
    throw damage("The section '\(damaged)' is damaged: its bytes have another checksum than when it was written")
  }

  /// That the file does not say what one of its kind says.
  package func damage(_ what: String) -> BuzzlineError {
    BuzzlineError(.malformed, at: Place(file: url.relativePath), "\(what); \(kind.remedy).")
  }

  private func bytes(of name: String) throws(BuzzlineError) -> UnsafeRawBufferPointer {
    guard let place = places[name] else { throw damage("The file lacks the section '\(name)'") }
    // Within bounds: the table was verified to name places within the file.
    return UnsafeRawBufferPointer(rebasing: file.bytes[place.first..<place.first + place.length])
  }

  static var isLittleEndian: Bool { (1 as UInt32).littleEndian == 1 }
}

/// Where a section lies, and the digest of its bytes.
struct SectionPlace: Sendable {
  let first: Int
  let length: Int
  let digest: String
}
