internal import Foundation

extension NumberText {
  /// What people see where a number is not defined.
  package static let notDefined = "not defined"

  /// A count with commas between the thousands.
  package static func count(_ count: Int) -> String { grouped(String(count)) }

  /// A number with so many decimals, commas between the thousands and a true minus sign.
  package static func number(_ number: Double?, decimals: Int = 2) -> String {
    guard let number, number.isFinite else { return notDefined }
    return grouped(fixed(number, decimals: decimals))
  }

  /// A share in percent with one decimal.
  package static func share(_ share: Double?) -> String {
    guard let share, share.isFinite else { return notDefined }
    return grouped(fixed(share * 100, decimals: 1)) + "%"
  }

  /// A probability with three decimals, or as many as show two digits of a smaller one: what draws are too few to tell
  /// is never claimed, and nothing is rounded to 0.
  package static func p(_ probability: Double?) -> String {
    guard let probability, probability.isFinite else { return notDefined }
    guard probability > 0 else { return "0" }
    let zeros = Int((-log10(probability)).rounded(.down))
    return fixed(probability, decimals: min(9, max(3, zeros + 2)))
  }

  /// What people see of a cell in a column.
  package static func shown(_ cell: FindingsTable.Cell, in column: FindingsTable.Column) -> String {
    switch cell.content {
    case .text(let text): SafeText.name(text)
    case .word(let word): SafeText.plain(word)
    case .undefined: notDefined
    case .count(let number): column.unit == .count ? count(number) : shown(Double(number), in: column)
    case .number(let number): shown(number, in: column)
    }
  }

  private static func shown(_ number: Double, in column: FindingsTable.Column) -> String {
    switch column.unit {
    case .share: share(number)
    case .p: p(number)
    case .count: grouped(shortest(number))
    case .number, .text: self.number(number, decimals: column.decimals)
    }
  }

  private static func grouped(_ text: String) -> String {
    let digits = text.drop { $0 == "-" }
    let sign = digits.count < text.count ? "\u{2212}" : ""
    let whole = digits.prefix { $0.isNumber }
    guard whole.count > 3, !digits.contains("e") else { return sign + digits }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + digits.dropFirst(whole.count)
  }
}
