import Foundation

/// A colour of a screen, and how eyes see it.
struct Colorimetry: Hashable {
  /// Linear light, each from 0 to 1.
  let red, green, blue: Double

  /// Reads a colour such as `#0072b2` (sRGB, IEC 61966-2-1).
  init?(_ hex: String) {
    guard hex.count == 7, hex.hasPrefix("#"), let bits = Int(hex.dropFirst(), radix: 16) else { return nil }
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double((bits >> shift) & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    (red, green, blue) = (parts[0], parts[1], parts[2])
  }

  private init(_ parts: [Double]) {
    let kept = parts.map { min(1, max(0, $0)) }
    (red, green, blue) = (kept[0], kept[1], kept[2])
  }

  /// As readers without the middle cones see it: Machado, Oliveira & Fernandes (2009), severity 1,
  /// doi:10.1109/TVCG.2009.113.
  var withDeuteranopia: Colorimetry {
    Colorimetry([
      0.367322 * red + 0.860646 * green - 0.227968 * blue, 0.280085 * red + 0.672501 * green + 0.047413 * blue,
      -0.011820 * red + 0.042940 * green + 0.968881 * blue,
    ])
  }

  /// Relative luminance (WCAG 2.2).
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// How far two colours stand out from one another, from 1 to 21 (WCAG 2.2).
  func contrast(with other: Colorimetry) -> Double {
    let (brighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (brighter + 0.05) / (darker + 0.05)
  }

  /// CIELAB under D65.
  private var lab: (lightness: Double, a: Double, b: Double) {
    func curve(_ t: Double) -> Double { t > 216.0 / 24_389 ? cbrt(t) : (24_389.0 / 27 * t + 16) / 116 }
    let x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    let z = curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// How different two colours look: CIEDE2000 with all weights 1, Sharma, Wu & Dalal (2005), doi:10.1002/col.20070.
  func difference(from other: Colorimetry) -> Double { Self.difference(lab, other.lab) }

  /// The same of two colours of CIELAB.
  static func difference(
    _ one: (lightness: Double, a: Double, b: Double), _ two: (lightness: Double, a: Double, b: Double)
  ) -> Double {
    let power25 = pow(Double(25), Double(7))
    func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
    func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    func seventh(_ chroma: Double) -> Double {
      (pow(chroma, Double(7)) / (pow(chroma, Double(7)) + power25)).squareRoot()
    }
    let stretch = 1.5 - 0.5 * seventh((hypot(one.a, one.b) + hypot(two.a, two.b)) / 2)
    let chroma = (hypot(one.a * stretch, one.b), hypot(two.a * stretch, two.b))
    func hue(_ a: Double, _ b: Double) -> Double {
      let angle = atan2(b, a * stretch) * 180 / .pi
      return angle < 0 ? angle + 360 : angle
    }
    let hues = (hue(one.a, one.b), hue(two.a, two.b))
    let areGrey = chroma.0 * chroma.1 == 0
    var turn = areGrey ? 0 : hues.1 - hues.0
    if abs(turn) > 180 { turn -= turn > 0 ? 360 : -360 }
    var mean = (hues.0 + hues.1) / (areGrey ? 1 : 2)
    if !areGrey, abs(hues.0 - hues.1) > 180 { mean += mean < 180 ? 180 : -180 }
    let (light, colourful) = ((one.lightness + two.lightness) / 2 - 50, (chroma.0 + chroma.1) / 2)
    let weight =
      1 - 0.17 * cosine(mean - 30) + 0.24 * cosine(2 * mean) + 0.32 * cosine(3 * mean + 6) - 0.2 * cosine(4 * mean - 63)
    let lightness = (two.lightness - one.lightness) / (1 + 0.015 * light * light / (20 + light * light).squareRoot())
    let saturation = (chroma.1 - chroma.0) / (1 + 0.045 * colourful)
    let tone = 2 * (chroma.0 * chroma.1).squareRoot() * sine(turn / 2) / (1 + 0.015 * colourful * weight)
    let rotation = -2 * seventh(colourful) * sine(60 * exp(-pow((mean - 275) / 25, Double(2))))
    let sum = lightness * lightness + saturation * saturation + tone * tone + rotation * saturation * tone
    return sum.squareRoot()
  }
}
