/// A sentence of ours or a part of one, with places for values: what a translator reads, whole.
///
/// In its English words `{1}` is the place of the first value, `{1:tie|ties}` that of a count with the word for one and
/// for several, `{1?is|are}` a word that goes with a count, and `*word*` is stressed. A translation may have the places
/// in another order, more than once or not at all.
struct Phrase: Hashable, Sendable {
  /// What stands in a place.
  enum Value: Hashable, Sendable {
    case name(String)
    /// What is the same in every language, such as a version.
    case verbatim(String)
    /// A number as it was written, with a decimal point if any.
    case written(String)
    case paragraph(Paragraph)
    case stressed(Paragraph)
    case count(Int)
    case number(Double?, decimals: Int)
    case share(Double?, decimals: Int)
    case p(Double?)
  }

  var template: String
  var values: [Value] = []
  /// Whether braces and asterisks mean something; not in words that stand in a variable.
  var hasMarks = true

  /// Adds what it says in a language.
  func append(to runs: inout [Paragraph.Run], in language: Language, isStressed: Bool) {
    var (rest, isStressed) = (language.words(for: template)[...], isStressed)
    while hasMarks, let mark = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "*") }) {
      runs.append(ours: String(rest[..<mark]), isStressed: isStressed)
      let after = rest.utf8.index(after: mark)
      if rest.utf8[mark] == UInt8(ascii: "*") {
        isStressed.toggle()
        rest = rest[after...]
      } else if let end = rest[after...].utf8.firstIndex(of: UInt8(ascii: "}")) {
        append(place: rest[after..<end], to: &runs, in: language, isStressed: isStressed)
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        break
      }
    }
    runs.append(ours: String(rest), isStressed: isStressed)
  }

  private func append(
    place: Substring, to runs: inout [Paragraph.Run], in language: Language, isStressed: Bool
  ) {
    let digits = Substring(place.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    guard let number = Int(digits), values.indices.contains(number - 1) else { return }
    let (value, rest) = (values[number - 1], place[digits.endIndex...])
    guard case .count(let count) = value, let sort = rest.first else {
      return append(value, to: &runs, in: language, isStressed: isStressed)
    }
    let forms = rest.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
    let word = String((count == 1 ? forms.first : forms.last) ?? "")
    runs.append(
      ours: sort == ":" ? NumberText.count(count, in: language) + " " + word : word, isStressed: isStressed)
  }

  private func append(_ value: Value, to runs: inout [Paragraph.Run], in language: Language, isStressed: Bool) {
    func add(_ words: String) { runs.append(ours: words, isStressed: isStressed) }
    switch value {
    case .name(let name): runs.append(.name(name))
    case .verbatim(let words): add(words)
    case .written(let number): add(number.replacing(".", with: language.marks.decimal))
    case .paragraph(let words): words.append(to: &runs, in: language, isStressed: isStressed)
    case .stressed(let words): words.append(to: &runs, in: language, isStressed: true)
    case .count(let count): add(NumberText.count(count, in: language))
    case .number(let number, let decimals): add(NumberText.number(number, decimals: decimals, in: language))
    case .share(let share, let decimals): add(NumberText.share(share, decimals: decimals, in: language))
    case .p(let p): add(NumberText.p(p, in: language))
    }
  }
}

extension [Paragraph.Run] {
  /// Adds words of ours, joined to what is of the same sort before them.
  fileprivate mutating func append(ours words: String, isStressed: Bool) {
    guard !words.isEmpty else { return }
    switch (last, isStressed) {
    case (.plain(let before), false): self[count - 1] = .plain(before + words)
    case (.stressed(let before), true): self[count - 1] = .stressed(before + words)
    default: append(isStressed ? .stressed(words) : .plain(words))
    }
  }
}
