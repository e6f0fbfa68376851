/// A catalogue of translations in the PO format of GNU gettext, which tools of translators read and write: entries of
/// `msgid` (English) and `msgstr`, each of one or more quoted lines; comments begin with `#`.
///
/// The entry of the empty `msgid` is the header. Entries without a translation are left out. Contexts (`msgctxt`) and
/// plural entries are not used: the forms of a word that goes with a count stand in the words themselves (``Phrase``).
struct Catalogue: Sendable {
  /// The fields of the header, such as `Language`.
  private(set) var header: [String: String] = [:]
  /// The translations by what they translate.
  private(set) var words: [String: String] = [:]

  /// Reads a catalogue.
  init(_ bytes: [UInt8]) {
    var (id, text, isText) = ("", "", false)
    var entries: [(id: String, text: String)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("msgid ") {
        entries.append((id, text))
        (id, text, isText) = ("", "", false)
      }
      if line.hasPrefix("msgstr ") { isText = true }
      guard let start = line.firstIndex(of: "\""), let end = line.lastIndex(of: "\""), start < end else { continue }
      let quoted = Self.unescaped(line[line.index(after: start)..<end])
      if isText { text += quoted } else { id += quoted }
    }
    entries.append((id, text))
    for (id, text) in entries where !text.isEmpty {
      if id.isEmpty { header = Self.fields(of: text) } else { words[id] = text }
    }
  }

  private static func unescaped(_ quoted: Substring) -> String {
    // Most lines have none, and a pattern takes time.
    guard quoted.utf8.contains(UInt8(ascii: "\\")) else { return String(quoted) }
    return String(quoted).replacing(/\\(.)/) { $0.output.1 == "n" ? "\n" : $0.output.1 }
  }

  private static func fields(of header: String) -> [String: String] {
    let pairs = header.split(separator: "\n").compactMap { line -> (String, String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (String(line[..<colon]), String(line[line.index(after: colon)...].dropFirst()))
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
