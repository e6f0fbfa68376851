internal import StudyFindings

/// How actors of a group look: a colour and a shape each, so that neither is needed alone.
///
/// Colours are styled by class (`g0` … `g7`) after the palette of Okabe and Ito, which colour-blind readers can tell
/// apart. Groups beyond the seventh share the last mark.
struct GroupMark {
  /// How many groups look different.
  static let count = 8

  private let index: Int

  /// The mark of a group; `nil` stands for actors without one.
  init(of group: Int?) { index = min(group ?? Self.count - 1, Self.count - 1) }

  var className: String { "g\(index)" }

  /// The outline around a centre, as path data.
  func path(x: Double, y: Double, radius: Double) -> String {
    let sides: (count: Int, turn: Double)? =
      switch index {
      case 1: (4, .pi / 4)
      case 2: (3, -.pi / 2)
      case 3: (4, 0)
      case 4: (6, 0)
      case 5: (3, .pi / 2)
      case 6: (5, -.pi / 2)
      default: nil
      }
    guard let sides else { return Self.circle(x: x, y: y, radius: radius) }
    // Corners stand out a little so that all shapes cover about the same area.
    let reach = radius * (sides.count == 3 ? 1.45 : 1.2)
    let corners = (0..<sides.count).map { corner in
      let angle = sides.turn + 2 * .pi * Double(corner) / Double(sides.count)
      return "\(SVG.number(x + reach * Self.cosine(angle))),\(SVG.number(y + reach * Self.cosine(angle - .pi / 2)))"
    }
    return "M" + corners.joined(separator: "L") + "Z"
  }

  private static func circle(x: Double, y: Double, radius: Double) -> String {
    let (left, radius, width) = (SVG.number(x - radius), SVG.number(radius), SVG.number(2 * radius))
    return "M\(left),\(SVG.number(y))a\(radius),\(radius) 0 1 0 \(width),0a\(radius),\(radius) 0 1 0 -\(width),0"
  }

  /// The cosine by its series, so that pictures are the same on every machine.
  private static func cosine(_ angle: Double) -> Double {
    let angle = angle.remainder(dividingBy: 2 * .pi)
    var (term, sum) = (1.0, 1.0)
    for step in 1...14 {
      term *= -angle * angle / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }
}
