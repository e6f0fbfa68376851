/// What shortest paths are counted in: numbers that are whole and exact up to a limit.
protocol PathCount: SIMDScalar, BinaryFloatingPoint, Codable {
  associatedtype Bits: SIMDScalar & FixedWidthInteger
  /// Below it every count is exact.
  static var limit: Self { get }
}

extension Float: PathCount {
  typealias Bits = UInt32
  static var limit: Float { 0x1p24 }
}

extension Double: PathCount {
  typealias Bits = UInt64
  /// Counts beyond 2^53 are rounded, as they are by everyone who counts in floating point.
  static var limit: Double { .infinity }
}

/// For each choice of four lanes, all bits set in those chosen.
struct LaneMasks<Bits: SIMDScalar & FixedWidthInteger> {
  private let masks: UnsafeMutablePointer<SIMD4<Bits>>

  init() {
    masks = .allocate(capacity: 16)
    for choice in 0..<16 {
      var mask = SIMD4<Bits>.zero
      for lane in 0..<4 where choice >> lane & 1 == 1 { mask[lane] = .max }
      (masks + choice).initialize(to: mask)
    }
  }

  func deallocate() { masks.deallocate() }

  @inline(__always)
  subscript(word: UInt32) -> SIMD4<Bits> { masks[Int(word & 15)] }
}

extension SIMD4 where Scalar: PathCount {
  /// The lanes chosen as they are, the others 0, whatever they held.
  @inline(__always)
  func only(_ mask: SIMD4<Scalar.Bits>) -> Self {
    unsafeBitCast(unsafeBitCast(self, to: SIMD4<Scalar.Bits>.self) & mask, to: Self.self)
  }
}
