/// Four searches side by side.
typealias Lane4 = SIMD4<Double>

extension Lane4 {
  /// For each choice of lanes, all bits set in those chosen.
  static let masks: [SIMD4<UInt64>] = (0..<16).map { choice in
    var mask = SIMD4<UInt64>.zero
    for lane in 0..<4 where choice >> lane & 1 == 1 { mask[lane] = .max }
    return mask
  }

  /// The lanes chosen as they are, the others 0, whatever they held.
  @inline(__always)
  func only(_ mask: SIMD4<UInt64>) -> Lane4 {
    unsafeBitCast(unsafeBitCast(self, to: SIMD4<UInt64>.self) & mask, to: Lane4.self)
  }
}
