internal import KnowledgeNetworks

private let dot = UInt8(ascii: ".")

/// The grammar of numbers in cells: the one place that turns text into numbers.
///
/// A number is digits with at most one decimal sign, an exponent if need be (`1e-3`), and between thousands, where the
/// whole has them, the other sign: `1.234,5` under a decimal comma, `1,234.5` under a decimal point. The first group has
/// one to three digits and does not begin with 0, so that `0.125` and `12345.678` are never thousands.
package struct DecimalNumbers: Sendable {
  package let sign: DecimalSign
  /// The first cell that could be read with either sign, such as `1,234`, where no cell decides.
  package let ambiguous: String?

  /// Takes a sign that was declared.
  package init(sign: DecimalSign) { (self.sign, ambiguous) = (sign, nil) }

  /// Finds the sign that the cells of a column have.
  ///
  /// A cell that is a number under one sign only decides. Where none does, a comma that could part thousands is taken
  /// as the decimal sign, and a dot too.
  ///
  /// - Throws: ``Mixed`` at the first cell that contradicts the sign of most.
  package init(detectedIn cells: some Sequence<(row: Int, text: String)>) throws(Mixed) {
    var first: [DecimalSign: (row: Int, text: String)] = [:]
    var counts: [DecimalSign: Int] = [:]
    var open: (sign: DecimalSign, text: String)?
    for cell in cells where Self.isMarked(cell.text) {
      let fitting = DecimalSign.allCases.filter { Self.number(cell.text, $0) != nil }
      if fitting.count == 1 {
        counts[fitting[0], default: 0] += 1
        if first[fitting[0]] == nil { first[fitting[0]] = cell }
      } else if fitting.count == 2, open == nil, let mark = cell.text.last(where: { ",.".contains($0) }) {
        open = (mark == "," ? .comma : .dot, cell.text)
      }
    }
    if let dot = first[.dot], let comma = first[.comma] {
      let (dots, commas) = (counts[.dot] ?? 0, counts[.comma] ?? 0)
      let isDotOdd = dots == commas ? dot.row < comma.row : dots < commas
      throw Mixed(odd: isDotOdd ? dot : comma, other: isDotOdd ? comma : dot)
    }
    let decided: DecimalSign? = first[.dot] != nil ? .dot : first[.comma] != nil ? .comma : nil
    sign = decided ?? open?.sign ?? .dot
    ambiguous = decided == nil ? open?.text : nil
  }

  /// Whether a text holds a comma or a dot, without which it tells no sign.
  package static func isMarked(_ text: String) -> Bool { text.utf8.contains { $0 == comma || $0 == dot } }

  /// Two cells of a column whose decimal signs differ.
  package struct Mixed: Error {
    package let odd: (row: Int, text: String)
    package let other: (row: Int, text: String)
  }

  package func number(_ text: String) -> Double? { Self.number(text, sign) }

  private static func number(_ text: String, _ sign: DecimalSign) -> Double? {
    guard let first = text.utf8.first, !text.isEmpty,
      text.utf8.allSatisfy({ (48...57).contains($0) || "+-.,eE".utf8.contains($0) }), first != UInt8(ascii: "e")
    else { return nil }
    let (decimal, grouping): (Character, Character) = sign == .comma ? (",", ".") : (".", ",")
    guard text.contains(grouping) || decimal == "," else { return Double(text) }
    let parts = text.split(separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 1 || !parts[1].contains(where: { $0 == decimal || $0 == grouping }) else { return nil }
    let groups = parts[0].split(separator: grouping, omittingEmptySubsequences: false)
    guard groups.count == 1 || areThousands(groups) else { return nil }
    return Double(groups.joined() + (parts.count > 1 ? "." + parts[1] : ""))
  }

  private static func areThousands(_ groups: [Substring]) -> Bool {
    let lead = groups[0].drop { $0 == "+" || $0 == "-" }
    return 1...3 ~= lead.utf8.count && lead.first != "0"
      && groups.dropFirst().allSatisfy { $0.utf8.count == 3 && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}
