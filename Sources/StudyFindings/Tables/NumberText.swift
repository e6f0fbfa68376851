/// How numbers are written, for programs and for people; never in the words of a locale.
package enum NumberText {
  /// The shortest text that reads back as the same number, with a decimal point; whole numbers have none.
  package static func shortest(_ number: Double) -> String {
    if number == 0 { return "0" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number with exactly so many decimals, halves away from zero; huge ones in their shortest form.
  ///
  /// What rounds to zero has no sign, so that equal pictures are equal texts.
  package static func fixed(_ number: Double, decimals: Int) -> String {
    precondition((0...9).contains(decimals), "from 0 to 9 decimals")
    let scale = powersOfTen[decimals]
    let scaled = (abs(number) * Double(scale)).rounded()
    guard scaled < 0x1p53 else { return shortest(number) }
    let units = Int(scaled)
    let sign = number < 0 && units > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(units) }
    let fraction = String(units % scale)
    return "\(sign)\(units / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// A coordinate: at most two decimals, none that say nothing.
  package static func coordinate(_ number: Double) -> String {
    var text = fixed(number, decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text.isEmpty ? "0" : text
  }

  private static let powersOfTen = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}
