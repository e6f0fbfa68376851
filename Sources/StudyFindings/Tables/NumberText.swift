internal import Foundation
internal import KnowledgeDiffusion

/// How numbers are written, for programs and for people; never in the words of a locale.
package enum NumberText {
  /// The shortest text that reads back as the same number, with a decimal point; whole numbers have none.
  package static func shortest(_ number: Double) -> String {
    if number == 0 { return "0" }
    let text = number.description
    return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
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
    // Written from the last digit; a sign, 16 digits, a point and a zero before it are the most.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { text in
      var (first, rest) = (24, units)
      func put(_ byte: UInt8) {
        first -= 1
        text[first] = byte
      }
      var place = 0
      repeat {
        if place == decimals, decimals > 0 { put(UInt8(ascii: ".")) }
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
        place += 1
      } while rest > 0 || place <= decimals
      if number < 0, units > 0 { put(UInt8(ascii: "-")) }
      return String(decoding: text[first...], as: UTF8.self)
    }
  }

  /// A coordinate: at most two decimals, none that say nothing.
  package static func coordinate(_ number: Double) -> String {
    let text = fixed(number, decimals: 2).utf8[...]
    let digits = text.prefix(through: text.lastIndex { $0 != UInt8(ascii: "0") } ?? text.startIndex)
    let whole = digits.last == UInt8(ascii: ".") ? digits.dropLast() : digits
    return String(Substring(whole))
  }

  private static let powersOfTen = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  /// What people see where a number is not defined.
  package static let notDefined = "not defined"

  /// A count with marks between the thousands.
  package static func count(_ count: Int, in language: Language = .english) -> String {
    grouped(String(count), in: language)
  }

  /// A number with so many decimals, marks between the thousands and a true minus sign.
  package static func number(_ number: Double?, decimals: Int = 2, in language: Language = .english) -> String {
    guard let number, number.isFinite else { return language.words(for: notDefined) }
    return grouped(fixed(number, decimals: decimals), in: language)
  }

  /// A number with as many decimals as it has.
  package static func exact(_ number: Double, in language: Language = .english) -> String {
    grouped(shortest(number), in: language)
  }

  /// A share in percent, by default with one decimal.
  package static func share(_ share: Double?, decimals: Int = 1, in language: Language = .english) -> String {
    guard let share, share.isFinite else { return language.words(for: notDefined) }
    return grouped(fixed(share * 100, decimals: decimals), in: language) + language.marks.percent
  }

  /// A probability with three decimals, or as many as show two digits of a smaller one: what draws are too few to tell
  /// is never claimed, and nothing is rounded to 0.
  package static func p(_ probability: Double?, in language: Language = .english) -> String {
    guard let probability, probability.isFinite else { return language.words(for: notDefined) }
    guard probability > 0 else { return "0" }
    let zeros = Int((-log10(probability)).rounded(.down))
    return grouped(fixed(probability, decimals: min(9, max(3, zeros + 2))), in: language)
  }

  /// What people see of a cell in a column.
  package static func shown(
    _ cell: FindingsTable.Cell, in column: FindingsTable.Column, _ language: Language = .english
  ) -> String {
    switch cell.content {
    case .text(let text): SafeText.name(text)
    case .word(let word): SafeText.plain(language.words(for: word))
    case .words(let words): words.text(in: language)
    case .undefined: language.words(for: notDefined)
    case .count(let number):
      column.unit == .count ? count(number, in: language) : shown(Double(number), in: column, language)
    case .number(let number): shown(number, in: column, language)
    }
  }

  private static func shown(_ number: Double, in column: FindingsTable.Column, _ language: Language) -> String {
    switch column.unit {
    case .share: share(number, in: language)
    case .p: p(number, in: language)
    case .count: exact(number, in: language)
    case .number, .text: self.number(number, decimals: column.decimals, in: language)
    }
  }

  /// A number as programs write it in the signs of a language.
  private static func grouped(_ text: String, in language: Language) -> String {
    let isShort = text.utf8.first != UInt8(ascii: "-") && text.utf8.prefix { $0 != UInt8(ascii: ".") }.count <= 3
    if isShort, language.marks.decimal == "." || !text.utf8.contains(UInt8(ascii: ".")) { return text }
    let digits = text.drop { $0 == "-" }
    let sign = digits.count < text.count ? "\u{2212}" : ""
    let whole = digits.prefix { $0.isNumber }
    let rest = digits.dropFirst(whole.count).replacing(".", with: language.marks.decimal)
    guard whole.count > 3, !digits.contains("e") else { return sign + whole + rest }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += language.marks.thousands }
      grouped.append(digit)
    }
    return sign + grouped + rest
  }

  /// How many decimals of a mean chance leaves to be told.
  static func decimals(of estimate: Estimate) -> Int {
    guard let error = estimate.standardError, error > 0 else { return 2 }
    var decimals = 2
    var shown = error * 100
    while shown < 1, decimals < 6 {
      shown *= 10
      decimals += 1
    }
    return decimals
  }
}
