import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Names that try to act on a page, a table or a picture.
enum HostileNames {
  static let all = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE actors; --", "=cmd|' /C calc'!A0",
    "]]><!--", "a|b`c`[d](e)", "line\nbreak", "# heading", "🐝 Bienenstock", "\u{202E}desrever", "null\u{0}byte",
    "{{title}}", "&amp;", "-->", String(repeating: "ä", count: 100_000),
  ]
}

/// Whether a text is well-formed XML, and which elements it holds.
final class XMLCheck: NSObject, XMLParserDelegate {
  private(set) var elements: [String: Int] = [:]
  private(set) var error: (any Error)?

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.replacing("<!DOCTYPE html>", with: "").utf8))
    parser.delegate = self
    if !parser.parse() { error = parser.parserError }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements[name, default: 0] += 1
  }
}
