internal import Foundation

/// How numbers and days that a program stored as such become the text of a cell, the same on every machine.
extension [UInt8] {
  /// Appends the shortest text that reads back as the same number; whole numbers have no decimals.
  mutating func append(number: Double) {
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 { return append(whole: whole) }
    append(contentsOf: number.description.utf8)
    if self[count - 2] == UInt8(ascii: "."), self[count - 1] == UInt8(ascii: "0") { removeLast(2) }
  }

  mutating func append(whole number: Int, digits: Int = 1) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    while rest > 0 || count < start + digits {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    self[start...].reverse()
  }

  /// Appends a number that stands in a file as text, in its shortest form.
  ///
  /// - Returns: Whether it is a number.
  mutating func append(numeral: [UInt8]) -> Bool {
    if Self.isShortest(numeral) {
      append(contentsOf: numeral)
      return true
    }
    guard let number = Double(String(decoding: numeral, as: UTF8.self)), number.isFinite else { return false }
    append(number: number)
    return true
  }

  /// Whether a numeral needs no second look: up to 15 digits, which no other numeral of so few stands for, without zeros
  /// that say nothing and without an exponent.
  private static func isShortest(_ numeral: [UInt8]) -> Bool {
    let start = numeral.first == UInt8(ascii: "-") ? 1 : 0
    guard numeral.count > start, numeral.count - start <= 16 else { return false }
    var (point, digits) = (-1, 0)
    for position in start..<numeral.count {
      let byte = numeral[position]
      if byte == UInt8(ascii: "."), point < 0 {
        point = position
      } else if 48...57 ~= byte {
        digits += 1
      } else {
        return false
      }
    }
    let leadsWithZero = numeral[start] == UInt8(ascii: "0")
    if point < 0 { return digits <= 15 && (!leadsWithZero || numeral.count == 1) }
    guard digits <= 15, point > start, numeral[numeral.count - 1] != UInt8(ascii: "."),
      numeral[numeral.count - 1] != UInt8(ascii: "0")
    else { return false }
    // Very small numbers have an exponent in their shortest form.
    return !leadsWithZero || (point == start + 1 && numeral[point + 1] != UInt8(ascii: "0"))
  }

  /// Appends a day of the Gregorian calendar, counted from 1 January 1970, as ISO 8601 has it: `2024-01-31`.
  ///
  /// Hinnant (2013), chrono-compatible low-level date algorithms.
  mutating func append(day: Int, onlyMonth: Bool = false) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    append(whole: yearOfEra + era * 400 + (month >= 10 ? 1 : 0), digits: 4)
    append(UInt8(ascii: "-"))
    append(whole: month < 10 ? month + 3 : month - 9, digits: 2)
    if onlyMonth { return }
    append(UInt8(ascii: "-"))
    append(whole: dayOfYear - (153 * month + 2) / 5 + 1, digits: 2)
  }

  /// Appends a time of day or a span, in milliseconds: `08:30:00`, with the fraction of a second where there is one.
  mutating func append(milliseconds: Int) {
    if milliseconds < 0 { append(UInt8(ascii: "-")) }
    let rest = Int(milliseconds.magnitude)
    append(whole: rest / 3_600_000, digits: 2)
    append(UInt8(ascii: ":"))
    append(whole: rest / 60_000 % 60, digits: 2)
    append(UInt8(ascii: ":"))
    append(whole: rest / 1000 % 60, digits: 2)
    guard rest % 1000 > 0 else { return }
    append(UInt8(ascii: "."))
    append(whole: rest % 1000, digits: 3)
    while last == UInt8(ascii: "0") { removeLast() }
  }

  /// Appends a moment, in milliseconds from the beginning of 1970 and in no zone of time: `2024-01-31T08:30:00`.
  mutating func append(moment: Int) {
    let day = Int((Double(moment) / 86_400_000).rounded(.down))
    append(day: day)
    append(UInt8(ascii: "T"))
    append(milliseconds: moment - day * 86_400_000)
  }
}
