/// The SHA-256 digest of bytes, as FIPS 180-4 defines it, in hexadecimal.
///
/// - Complexity: O(size) time, O(1) space.
package func sha256(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { sha256($0) } }

/// The SHA-256 digest of mapped bytes.
func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
  var state = SHA256State()
  let whole = bytes.count / 64 * 64
  state.compress(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
  var rest = Array(bytes[whole...]) + [0x80]
  rest += [UInt8](repeating: 0, count: (120 - rest.count % 64) % 64)
  let bits = bytes.count * 8
  for shift in stride(from: 56, through: 0, by: -8) { rest.append(UInt8(truncatingIfNeeded: bits >> shift)) }
  rest.withUnsafeBytes { state.compress($0) }
  return state.words.map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}

/// The state that blocks of 64 bytes are worked into.
private struct SHA256State {
  var words: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// Works in whole blocks.
  mutating func compress(_ bytes: UnsafeRawBufferPointer) {
    words.withUnsafeMutableBufferPointer { words in
      roundConstants.withUnsafeBufferPointer { constants in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          for start in stride(from: 0, to: bytes.count, by: 64) {
            Self.expand(bytes, start, constants, into: schedule)
            Self.mix(schedule, into: words)
          }
        }
      }
    }
  }

  /// The block's words and those that follow from them, round constants added.
  @inline(__always)
  private static func expand(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ constants: UnsafeBufferPointer<UInt32>,
    into schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      schedule[index] = UInt32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ 4 &* index, as: UInt32.self))
    }
    for index in 16..<64 {
      let (early, late) = (schedule[index &- 15], schedule[index &- 2])
      let first = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
      let second = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
      schedule[index] = schedule[index &- 16] &+ first &+ schedule[index &- 7] &+ second
    }
    for index in 0..<64 { schedule[index] = schedule[index] &+ constants[index] }
  }

  @inline(__always)
  private static func mix(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, into words: UnsafeMutableBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (words[0], words[1], words[2], words[3])
    var (e, f, g, h) = (words[4], words[5], words[6], words[7])
    // Instead of the eight letters, the rounds change places: after eight all are back.
    for index in stride(from: 0, to: 64, by: 8) {
      turn(a, b, c, &d, e, f, g, &h, schedule[index])
      turn(h, a, b, &c, d, e, f, &g, schedule[index &+ 1])
      turn(g, h, a, &b, c, d, e, &f, schedule[index &+ 2])
      turn(f, g, h, &a, b, c, d, &e, schedule[index &+ 3])
      turn(e, f, g, &h, a, b, c, &d, schedule[index &+ 4])
      turn(d, e, f, &g, h, a, b, &c, schedule[index &+ 5])
      turn(c, d, e, &f, g, h, a, &b, schedule[index &+ 6])
      turn(b, c, d, &e, f, g, h, &a, schedule[index &+ 7])
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { words[index] = words[index] &+ word }
  }

  /// One round.
  @inline(__always)
  private static func turn(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ (g ^ (e & (f ^ g))) &+ word
    d = d &+ first
    h = first &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) | (c & (a | b)))
  }
}

@inline(__always)
private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
