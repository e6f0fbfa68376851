/// What shortest paths are counted in: numbers that are whole and exact up to a limit.
protocol PathCount: SIMDScalar, BinaryFloatingPoint, Codable {
  associatedtype Bits: SIMDScalar & FixedWidthInteger & SignedInteger
  /// What makes the bits of every count below the limit, and of no other, stay positive when it is added to them.
  static var headroom: Bits { get }
}

extension Float: PathCount {
  /// Below 2^24 every count is exact.
  static var headroom: Int32 { .min &- Int32(bitPattern: Float(0x1p24).bitPattern) }
}

extension Double: PathCount {
  /// Counts beyond 2^53 are rounded, as they are by everyone who counts in floating point; they only have to be finite.
  static var headroom: Int64 { .min &- Int64(bitPattern: Double.infinity.bitPattern) }
}

/// For each choice of eight lanes, all bits set in those chosen.
struct LaneMasks<Bits: SIMDScalar & FixedWidthInteger> {
  private let masks: UnsafeMutablePointer<SIMD8<Bits>>

  init() {
    masks = .allocate(capacity: 256)
    for choice in 0..<256 {
      var mask = SIMD8<Bits>.zero
      for lane in 0..<8 where choice >> lane & 1 == 1 { mask[lane] = ~0 }
      (masks + choice).initialize(to: mask)
    }
  }

  func deallocate() { masks.deallocate() }

  @inline(__always)
  subscript(lanes: UInt8) -> SIMD8<Bits> { masks[Int(lanes)] }
}

extension SIMD8 where Scalar: PathCount {
  @inline(__always)
  private var bits: SIMD8<Scalar.Bits> { unsafeBitCast(self, to: SIMD8<Scalar.Bits>.self) }

  /// The lanes chosen as they are, the others 0, whatever they held.
  @inline(__always)
  func only(_ mask: SIMD8<Scalar.Bits>) -> Self { unsafeBitCast(bits & mask, to: Self.self) }

  /// Negative in the lanes that may no longer be exact.
  @inline(__always)
  var excess: SIMD8<Scalar.Bits> { bits &+ Scalar.headroom }
}
