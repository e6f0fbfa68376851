internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// What a format makes of the elements of its files.
protocol XMLHandler: AnyObject {
  /// An element begins; `path` names those around it, the outermost first.
  func begin(
    _ element: String, _ attributes: [String: String], in path: [String], at spot: Spot
  ) throws(BuzzlineError)
  /// An element ends; `text` is what stands in it, but not in elements within it.
  func end(_ element: String, text: String, in path: [String], at spot: Spot) throws(BuzzlineError)
}

/// The text of an XML file, from which a format takes elements.
///
/// No declaration of types or entities passes. Names of elements and attributes lose their prefixes: a format knows its
/// own by their place.
struct XMLReading {
  private let text: TextCursor

  /// The text in which offsets count.
  var bytes: [UInt8] { text.bytes }

  /// - Throws: `BuzzlineError` if the file is empty or its encoding is not known.
  init(_ raw: [UInt8], file: String) throws(BuzzlineError) {
    text = try TextCursor(raw, file: file, encoding: try Self.declaredEncoding(of: raw, file: file))
  }

  /// Hands the elements of the file to its format.
  ///
  /// - Throws: `BuzzlineError` where the file is no XML, declares types or entities, or the format refuses it.
  func read(by handler: some XMLHandler) throws(BuzzlineError) {
    var xml = try XMLScanner(text: bytes, file: text.file)
    var place = text
    var (path, texts): ([String], [[UInt8]]) = ([], [])
    while true {
      switch try xml.next() {
      case .start:
        place.advance(to: xml.tag)
        try handler.begin(xml.element, try xml.attributeTexts(), in: path, at: place.spot)
        path.append(xml.element)
        texts.append([])
      case .text: try xml.appendText(to: &texts[texts.count - 1])
      case .end:
        place.advance(to: xml.tag)
        let (element, text) = (path.removeLast(), String(decoding: texts.removeLast(), as: UTF8.self))
        try handler.end(element, text: text, in: path, at: place.spot)
      case .finished: return
      }
    }
  }

  /// The encoding that the first line declares; `nil` where the bytes must tell.
  private static func declaredEncoding(of raw: [UInt8], file: String) throws(BuzzlineError) -> TextEncoding? {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    let head = String(decoding: raw.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let declaration = head.split(separator: "?>").first,
      let start = declaration.range(of: "encoding=")?.upperBound
    else { return nil }
    let name = declaration[start...].dropFirst().prefix { $0 != "\"" && $0 != "'" }.lowercased()
    switch name {
    case "utf-8", "utf8", "us-ascii", "ascii": return .utf8
    case "utf-16": return nil
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "windows-1252", "cp1252": return .windows1252
    default:
      throw BuzzlineError(
        .encoding, at: Place(file: file, line: 1, column: 1),
        "The encoding '\(name.excerpt)' is not known; save the file in UTF-8.")
    }
  }
}

/// Text as XML writes it.
enum XMLText {
  /// Text that may stand in an element and in quotes; what XML cannot hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || "&<>\"".utf8.contains($0) || $0 == 0xEF }) else {
      return text
    }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t", "\r": escaped += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
