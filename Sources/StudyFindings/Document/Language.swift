internal import DataFiles

/// A language that reports are written in: its numbers, and its words for the English ones of the sources.
///
/// The English words of a ``Paragraph`` are the keys of a catalogue, as in GNU gettext: `Languages/de.po` has the German
/// ones, and a further language is a file beside it, named in ``all``. What a catalogue lacks stays English.
public struct Language: Hashable, Sendable {
  /// The code of ISO 639-1, such as `de`.
  public let code: String
  /// What stands before decimals, between thousands, and behind a number in percent.
  let marks: (decimal: String, thousands: String, percent: String)
  private let translate: @Sendable (String) -> String?

  /// The language of the sources.
  public static let english = Language("en", (".", ",", "%")) { $0 }

  /// Every language that reports can be written in.
  public static let all: [Language] = [english] + [PackageResources.de_po].map { Language(Catalogue($0)) }

  /// Makes a language.
  ///
  /// - Parameter translate: The words for English ones; `nil` where there are none.
  package init(
    _ code: String, _ marks: (decimal: String, thousands: String, percent: String),
    translate: @escaping @Sendable (String) -> String?
  ) {
    (self.code, self.marks, self.translate) = (code, marks, translate)
  }

  private init(_ catalogue: Catalogue) {
    let mark = { (name: String) in catalogue.header[name] ?? "" }
    self.init(mark("Language"), (mark("X-Decimal-Mark"), mark("X-Thousands-Mark"), mark("X-Percent-Mark"))) {
      catalogue.words[$0]
    }
  }

  /// The language of a code; `nil` where reports cannot be written in it.
  public init?(code: String) {
    guard let known = Self.all.first(where: { $0.code == code }) else { return nil }
    self = known
  }

  /// The words for English ones, these themselves where there are none.
  package func words(for english: String) -> String { translate(english) ?? english }

  /// Two languages are equal if their codes are.
  public static func == (left: Language, right: Language) -> Bool { left.code == right.code }

  /// Hashes the code alone, as equality compares it.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
