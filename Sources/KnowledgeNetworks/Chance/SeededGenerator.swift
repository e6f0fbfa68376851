/// The only source of chance: xoshiro256\*\* over a state that SplitMix64 fills from a seed and a stream.
///
/// Both algorithms are fixed here, as is the way numbers below a bound are drawn, so a seed gives the same draws in
/// every build and on every machine. Give each run of an ensemble its own stream: then no result depends on which
/// thread ran it.
///
/// Blackman & Vigna (2021), [doi:10.1145/3460772](https://doi.org/10.1145/3460772).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  /// What numbers are drawn for: at one seed, the streams of two purposes are different ones.
  public enum Purpose: UInt64, Sendable, CaseIterable {
    /// Permutations of labels and of actors, and whatever has a seed of its own.
    case permutations = 0
    /// Where actors are drawn in a picture.
    case layout
    /// Which actors and paths are sampled.
    case samples
    /// Where a search begins anew.
    case restarts
    /// Which actors start in place of others.
    case starters
    /// In which order actors get their codes.
    case pseudonyms
  }

  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Starts a stream.
  ///
  /// - Parameters:
  ///   - seed: What the user chose.
  ///   - purpose: What the numbers are for.
  ///   - stream: Which of the independent streams of the seed and the purpose: the number of the run.
  public init(seed: UInt64, for purpose: Purpose = .permutations, stream: UInt64 = 0) {
    var filler = SplitMix64(state: seed ^ (purpose.rawValue &* 0xA076_1D64_78BD_642F))
    filler.state = filler.next() ^ (stream &* 0xD134_2543_DE82_EF95)
    state = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = Self.rotate(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotate(state.3, by: 45)
    return result
  }

  /// A whole number from 0 up to, not including, `bound`, each equally likely.
  ///
  /// Lemire (2019), [doi:10.1145/3230636](https://doi.org/10.1145/3230636).
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a bound must be positive")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let floor = (0 &- range) % range
      while product.low < floor { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// A number in 0 ..< 1 with 53 random bits.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Puts the elements into an order drawn at random, each order equally likely (Fisher and Yates).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }

  private static func rotate(_ bits: UInt64, by count: UInt64) -> UInt64 {
    (bits << count) | (bits >> (64 - count))
  }
}

/// Steele, Lea & Flood (2014), [doi:10.1145/2714064.2660195](https://doi.org/10.1145/2714064.2660195).
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
