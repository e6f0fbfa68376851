/// A day of the Gregorian calendar on which somebody answered.
public struct SurveyDay: Hashable, Comparable, Codable, Sendable {
  /// The year, four digits.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a day; `nil` if the calendar does not have it.
  public init?(year: Int, month: Int, day: Int) {
    guard 1000...9999 ~= year, 1...12 ~= month, 1...Self.length(of: month, in: year) ~= day else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Which of two numbers before a year is the day.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// As in 6/5/2024 for the sixth of May.
    case dayFirst = "day_first"
    /// As in 5/6/2024 for the sixth of May.
    case monthFirst = "month_first"
  }

  /// Reads a day, such as `2024-05-06`, `2024/05/06` or `6.5.2024`; a time after it is passed over.
  ///
  /// - Parameters:
  ///   - text: The text. Points stand between day, month and year, in this order.
  ///   - order: What two numbers before a year are that slashes or hyphens part; without it such a text states no day.
  /// - Returns: `nil` if the text is no day.
  public init?(_ text: some StringProtocol, order: Order? = nil) {
    let date = text.prefix { !" T,".contains($0) }
    guard let sign = date.first(where: { !$0.isNumber }), "-/.".contains(sign) else { return nil }
    let parts = date.split(separator: sign, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in 1...4 ~= part.utf8.count ? Int(part) : nil }
    guard parts.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 > 0 }) else { return nil }
    let (year, month, day): (Int, Int, Int)
    switch (parts[0].utf8.count, parts[2].utf8.count, sign == "." ? .dayFirst : order) {
    case (4, 1...2, _): (year, month, day) = (numbers[0], numbers[1], numbers[2])
    case (1...2, 4, .dayFirst): (day, month, year) = (numbers[0], numbers[1], numbers[2])
    case (1...2, 4, .monthFirst): (month, day, year) = (numbers[0], numbers[1], numbers[2])
    default: return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day as ISO 8601 writes it, such as `2024-05-06`.
  public var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// Whether a day comes before another.
  public static func < (one: SurveyDay, other: SurveyDay) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Survey {
  /// The first and the last day on which somebody answered; `nil` where the study states no day.
  ///
  /// - Complexity: O(*r*) time for *r* responses.
  public var answerDays: ClosedRange<SurveyDay>? {
    let days = responses.compactMap(\.day)
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }
}
