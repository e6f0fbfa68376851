internal import KnowledgeNetworks

/// What the formats of an Excel file's cells make of a number: a day, a time, or nothing else than a number.
struct CellFormats {
  enum Meaning { case number, day, time, moment, span }

  private var meanings: [Meaning] = []

  /// None: all are numbers.
  init() {}

  /// Reads the part of the styles.
  init(_ part: [UInt8], file: String) throws(BuzzlineError) {
    var xml = try XMLScanner(part, part: "styles", file: file)
    var custom: [Int: Meaning] = [:]
    var isOfCells = false
    while true {
      let event = try xml.next()
      if event == .finished { return }
      guard event != .text else { continue }
      if xml.isNamed("cellXfs") { isOfCells = event == .start }
      guard event == .start else { continue }
      if xml.isNamed("numFmt"), let id = try xml.attributeCount("numFmtId"),
        let code = try xml.attributeText("formatCode")
      {
        custom[id] = Self.meaning(of: code)
      } else if isOfCells, xml.isNamed("xf") {
        let id = try xml.attributeCount("numFmtId") ?? 0
        meanings.append(custom[id] ?? Self.builtIn(id))
      }
    }
  }

  func meaning(of style: Int) -> Meaning { style < meanings.count ? meanings[style] : .number }

  /// The formats that have a number but no code in the file: ECMA-376, part 1, 18.8.30.
  private static func builtIn(_ id: Int) -> Meaning {
    switch id {
    case 14...17, 27...31, 36, 50...58: .day
    case 18...21, 32...35, 45, 47: .time
    case 22: .moment
    case 46: .span
    default: .number
    }
  }

  /// What a code such as `dd/mm/yyyy` or `[h]:mm` stands for, judged by its letters outside quotes and brackets.
  static func meaning(of code: String) -> Meaning {
    var letters = Set<Character>()
    var characters = code.lowercased().prefix { $0 != ";" }[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"": characters = characters.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": characters = characters.dropFirst()
      case "[":
        let inside = characters.prefix { $0 != "]" }
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) { return .span }
        characters = characters.dropFirst(inside.count + 1)
      default: letters.insert(character)
      }
    }
    // The word General has letters, but none of days and times except in "e" of other languages.
    let hasTime = letters.contains("h") || letters.contains("s")
    let hasDay = letters.contains("y") || letters.contains("d") || letters.contains("m") && !hasTime
    return hasDay ? hasTime ? .moment : .day : hasTime ? .time : .number
  }
}

/// How the numbers of an Excel file are days.
struct ExcelDates {
  let formats: CellFormats
  let countsFrom1904: Bool

  /// Appends a number of days as ISO 8601 has it, where the style of the cell says that it is one.
  ///
  /// Under a format of days alone, a fraction is kept as a time; less than a day is a time under any. What no calendar
  /// has, days below 0, after 9999, or the 29 February 1900 that Excel invented, stays a number.
  ///
  /// - Returns: Whether it was one.
  func append(_ number: Double, style: Int, to target: inout [UInt8]) -> Bool {
    let meaning = formats.meaning(of: style)
    guard meaning != .number, number >= 0, number < 2_958_466 else { return false }
    let moment = Int((number * 86_400_000).rounded())
    if meaning == .span || moment < 86_400_000 && (meaning == .time || !countsFrom1904) {
      target.append(milliseconds: moment)
      return true
    }
    guard let unixDay = unixDay(moment / 86_400_000) else { return false }
    let rest = moment % 86_400_000
    if meaning == .day, rest == 0 {
      target.append(day: unixDay)
    } else {
      target.append(moment: unixDay * 86_400_000 + rest)
    }
    return true
  }

  private func unixDay(_ day: Int) -> Int? {
    if countsFrom1904 { return day - 24_107 }
    return day == 60 ? nil : day - (day < 60 ? 25_568 : 25_569)
  }
}
