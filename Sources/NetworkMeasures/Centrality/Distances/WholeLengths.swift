internal import KnowledgeNetworks

/// Lengths that are small whole multiples of one unit, as survey ratings are, so that ways are searched unit by unit.
struct WholeLengths: Equatable {
  /// The longest tie that is searched in units; for longer ones a queue of actors by distance is quicker.
  static let limit = 64

  /// The greatest length of which all are multiples.
  let unit: Double
  /// The longest tie, in units.
  let longest: Int

  /// - Parameter lengths: Positive numbers; each may be off a multiple by 10⁻¹² of its size, since 0.3 is not 3 · 0.1.
  /// - Complexity: O(*m*) time for *m* lengths, O(1) space.
  init?(_ lengths: [Double]) {
    guard let least = lengths.min(), let most = lengths.max() else { return nil }
    for parts in 1...Self.limit {
      let unit = least / Double(parts)
      guard most / unit < Double(Self.limit) + 0.5 else { return nil }
      if lengths.allSatisfy({ Self.isMultiple($0, of: unit) }) {
        self.unit = unit
        longest = Int((most / unit).rounded())
        return
      }
    }
    return nil
  }

  private static func isMultiple(_ length: Double, of unit: Double) -> Bool {
    let units = length / unit
    return abs(units - units.rounded()) <= 1e-12 * units
  }

  func units(_ length: Double) -> UInt8 { UInt8((length / unit).rounded()) }
}

extension KnowledgeNetwork {
  /// Its lengths in whole units, where there are lengths and they are small multiples of one; decides which kernel
  /// searches along them.
  var wholeLengths: WholeLengths? { lengths.flatMap { WholeLengths($0) } }
}
