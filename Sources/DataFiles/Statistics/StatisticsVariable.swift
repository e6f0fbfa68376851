#if Statistics
  internal import CReadStat

  /// A value as a file of statistics stores it.
  enum StoredValue: Hashable {
    case number(Double)
    case text(String)
    /// Stata's `.a` to `.z`.
    case tag(UInt8)

    init(_ value: readstat_value_t) {
      if readstat_value_tag(value) != 0 {
        self = .tag(UInt8(bitPattern: readstat_value_tag(value)))
      } else if readstat_value_type(value) == READSTAT_TYPE_STRING {
        self = .text(readstat_string_value(value).map { String(cString: $0) } ?? "")
      } else {
        self = .number(readstat_double_value(value))
      }
    }
  }

  /// A variable while its file is read: how its numbers become text, and which of its codes say that an answer is missing.
  struct StatisticsVariable {
    /// What a number stands for.
    private enum Meaning { case number, spssDay, spssMoment, span, stataDay, stataMoment, stataMonth }

    let name: String
    let label: String
    /// The name of the set of labels that the variable has.
    let labelSet: String?
    private let meaning: Meaning
    private var ranges: [ClosedRange<Double>] = []
    private(set) var missing: Set<StoredValue> = []
    var isPlain: Bool { meaning == .number && ranges.isEmpty }

    init(_ variable: UnsafePointer<readstat_variable_t>, labelSet: String?, program: StatisticsFile.Program) {
      func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
      name = text(readstat_variable_get_name(variable))
      label = text(readstat_variable_get_label(variable))
      self.labelSet = labelSet
      let isText = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING
      let format = text(readstat_variable_get_format(variable))
      meaning = isText ? .number : program == .spss ? Self.spss(format) : Self.stata(format)
      for index in 0..<readstat_variable_get_missing_ranges_count(variable) {
        let low = StoredValue(readstat_variable_get_missing_range_lo(variable, index))
        let high = StoredValue(readstat_variable_get_missing_range_hi(variable, index))
        if low == high { missing.insert(low) }
        if case .number(let low) = low, case .number(let high) = high, low <= high { ranges.append(low...high) }
      }
    }

    /// IBM SPSS Statistics Command Syntax Reference, "Date and Time Formats".
    private static func spss(_ format: String) -> Meaning {
      switch format.prefix(while: \.isLetter).uppercased() {
      case "DATE", "ADATE", "EDATE", "SDATE", "JDATE", "QYR", "MOYR", "WKYR": .spssDay
      case "DATETIME", "YMDHMS": .spssMoment
      case "TIME", "DTIME", "MTIME": .span
      default: .number
      }
    }

    /// Stata Data Management Reference Manual, "Datetime display formats".
    ///
    /// Weeks, quarters and moments with leap seconds stay numbers.
    private static func stata(_ format: String) -> Meaning {
      let letters = format.drop { "%-0".contains($0) }
      if letters.hasPrefix("td") || letters.hasPrefix("d") { return .stataDay }
      return letters.hasPrefix("tc") ? .stataMoment : letters.hasPrefix("tm") ? .stataMonth : .number
    }

    /// Notes a number that one of the ranges of missing codes holds.
    mutating func note(_ number: Double) {
      if ranges.contains(where: { $0.contains(number) }) { missing.insert(.number(number)) }
    }

    mutating func note(tag: UInt8) { missing.insert(.tag(tag)) }

    func append(_ value: StoredValue, to bytes: inout [UInt8]) {
      switch value {
      case .number(let number): append(number, to: &bytes)
      case .text(let text): bytes += text.utf8
      case .tag(let tag): bytes += [UInt8(ascii: "."), tag]
      }
    }

    func append(_ number: Double, to bytes: inout [UInt8]) {
      guard meaning != .number, abs(number) < 1e15 else { return bytes.append(number: number) }
      let milliseconds = { (seconds: Double) in Int((seconds * 1000).rounded()) }
      switch meaning {
      case .number: break
      case .span where abs(number) < 1e12: bytes.append(milliseconds: milliseconds(number))
      case .spssDay where number.truncatingRemainder(dividingBy: 86_400) == 0 && abs(number) < 1e12:
        bytes.append(day: Int(number / 86_400) - Self.spssEpoch)
      case .spssDay where abs(number) < 1e12, .spssMoment where abs(number) < 1e12:
        bytes.append(moment: milliseconds(number) - Self.spssEpoch * 86_400_000)
      case .stataDay where abs(number) < 1e7 && number == number.rounded():
        bytes.append(day: Int(number) - Self.stataEpoch)
      case .stataMoment: bytes.append(moment: Int(number.rounded()) - Self.stataEpoch * 86_400_000)
      case .stataMonth where number == number.rounded() && -23_520..<96_480 ~= number:
        let month = Int(number) + 1960 * 12
        bytes.append(whole: month / 12, digits: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(whole: month % 12 + 1, digits: 2)
      default: bytes.append(number: number)
      }
    }

    /// What the variable's codes mean.
    func codebook(_ labels: [StoredValue: String]) -> Sheet.Codebook? {
      var book = Sheet.Codebook()
      for (value, label) in labels {
        book.labels[text(value)] = label
        if case .number(let number) = value, ranges.contains(where: { $0.contains(number) }) {
          book.missing.insert(text(value))
        }
        if case .tag = value { book.missing.insert(text(value)) }
      }
      for value in missing { book.missing.insert(text(value)) }
      return book == Sheet.Codebook() ? nil : book
    }

    private func text(_ value: StoredValue) -> String {
      var bytes: [UInt8] = []
      append(value, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }

    /// The days from 14 October 1582, from which SPSS counts, and from 1960, from which Stata does, to 1970.
    private static let (spssEpoch, stataEpoch) = (141_428, 3653)
  }
#endif
