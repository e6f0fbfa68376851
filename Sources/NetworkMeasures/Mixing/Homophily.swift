/// How much more often pairs are connected inside groups than across, told in several customary ways.
///
/// All come from one table of ordered pairs: connected or not, inside a group or across. McPherson, Smith-Lovin & Cook
/// (2001), [doi:10.1146/annurev.soc.27.1.415](https://doi.org/10.1146/annurev.soc.27.1.415).
public struct Homophily: Hashable, Sendable {
  private let inside: Double
  private let outside: Double
  private let possibleInside: Double
  private let possibleOutside: Double

  init(inside: Double, outside: Double, possibleInside: Double, possibleOutside: Double) {
    self.inside = inside
    self.outside = outside
    self.possibleInside = possibleInside
    self.possibleOutside = possibleOutside
  }

  /// The share of connected pairs that lie inside groups; `nil` without ties.
  public var insideShare: Double? { Self.ratio(inside, inside + outside) }

  /// The inside share less the one that chance gives: the share of possible pairs that lie inside groups.
  public var insideShareAboveChance: Double? {
    guard let insideShare, let chance = Self.ratio(possibleInside, possibleInside + possibleOutside) else { return nil }
    return insideShare - chance
  }

  /// The share of possible pairs inside groups that are connected.
  public var insideDensity: Double? { Self.ratio(inside, possibleInside) }
  /// The share of possible pairs across groups that are connected.
  public var acrossDensity: Double? { Self.ratio(outside, possibleOutside) }

  /// The correlation over pairs of *connected* with *inside*; `nil` where either does not vary.
  public var correlation: Double? {
    let ties = inside + outside
    let gaps = possibleInside + possibleOutside - ties
    let product = inside * open.across - outside * open.within
    return Self.ratio(product, (ties * gaps * possibleInside * possibleOutside).squareRoot())
  }

  /// Yule's Q, the odds ratio brought to −1 … 1; `nil` where both products of the table are 0.
  public var yulesQ: Double? {
    let likewise = inside * open.across
    let crosswise = outside * open.within
    return Self.ratio(likewise - crosswise, likewise + crosswise)
  }

  /// Pairs not connected.
  private var open: (within: Double, across: Double) {
    (possibleInside - inside, possibleOutside - outside)
  }

  private static func ratio(_ part: Double, _ whole: Double) -> Double? { whole > 0 ? part / whole : nil }
}
