/// Chance without a state: every number is a hash of what it is for, so any thread can make any of them.
///
/// A key is the seed stirred with whom the number is for; numbers of one key are a SplitMix64 stream. Steele, Lea &
/// Flood (2014), [doi:10.1145/2714064.2660195](https://doi.org/10.1145/2714064.2660195).
enum ChanceHash {
  private static let stride: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  static func key(_ seed: UInt64, _ subject: UInt64) -> UInt64 {
    mix(mix(seed &+ stride) ^ (subject &* 0xD134_2543_DE82_EF95))
  }

  /// The key of a tie, by its ends, so that a tie keeps its draws when others are taken out of the network.
  @inline(__always)
  static func key(_ seed: UInt64, from source: Int, to target: Int) -> UInt64 {
    key(seed, UInt64(truncatingIfNeeded: source) << 32 | UInt64(truncatingIfNeeded: target))
  }

  /// 64 random bits: the number of that place in a key's stream.
  @inline(__always)
  static func word(_ key: UInt64, _ place: UInt64) -> UInt64 { mix(key &+ (place &+ 1) &* stride) }

  /// A number in 0 ..< 1 with 53 random bits.
  @inline(__always)
  static func unit(_ key: UInt64, _ place: UInt64) -> Double { Double(word(key, place) >> 11) * 0x1p-53 }

  @inline(__always)
  private static func mix(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A chance as a whole number of 2⁻⁵³, which is all that a Double near 1 can tell apart.
struct ChanceThreshold: Sendable {
  let bits: UInt64

  init(_ chance: Double) { bits = UInt64((chance * 0x1p53).rounded()) }

  /// One random bit in each of 64 graphs, set with this chance.
  ///
  /// Each graph draws a number bit by bit from the top, all 64 at once, until it is known in each whether the number
  /// is below the chance: about seven draws for 64 graphs. A larger chance sets every bit that a smaller one sets.
  @inline(__always)
  func graphs(_ key: UInt64, block: Int) -> UInt64 {
    if bits == 1 << 53 { return ~0 }
    var rest = bits << 11
    var (undecided, below) = (~UInt64(0), UInt64(0))
    var place = UInt64(truncatingIfNeeded: block) << 6
    while undecided != 0, rest != 0 {
      let drawn = ChanceHash.word(key, place)
      if rest >> 63 == 1 {
        below |= undecided & ~drawn
        undecided &= drawn
      } else {
        undecided &= ~drawn
      }
      rest <<= 1
      place &+= 1
    }
    return below
  }
}
