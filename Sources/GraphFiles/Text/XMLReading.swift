internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// What a format makes of the elements of its files.
protocol XMLHandler: AnyObject {
  /// An element begins; `path` names those around it, the outermost first.
  func begin(
    _ element: String, _ attributes: [String: String], in path: [String], at spot: Spot
  ) throws(BuzzlineError)
  /// An element ends; `text` is what stands in it, but not in elements within it.
  func end(_ element: String, text: String, in path: [String], at spot: Spot) throws(BuzzlineError)
}

/// Reads XML through Foundation's parser; no declaration of types or entities passes, and nothing outside is fetched.
///
/// Names of elements and attributes lose their prefixes: a format knows its own by their place.
final class XMLReading: NSObject, XMLParserDelegate {
  private static let deepest = 200

  private let handler: any XMLHandler
  private let file: String
  private var path: [String] = []
  private var texts: [String] = []
  private var hasRoot = false
  private var error: BuzzlineError?

  private init(handler: any XMLHandler, file: String) { (self.handler, self.file) = (handler, file) }

  /// Hands the elements of a file to its format.
  ///
  /// - Throws: `BuzzlineError` where the file is no XML, declares types or entities, or the format refuses it.
  static func read(_ raw: [UInt8], file: String, by handler: some XMLHandler) throws(BuzzlineError) {
    let bytes = try prepared(raw, file: file)
    let reading = XMLReading(handler: handler, file: file)
    // As a stream, since the parser refuses more than 10 MB at once. DataFiles has streams of its own.
    let parser = XMLParser(stream: Foundation.InputStream(data: Data(bytes)))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reading
    let isRead = parser.parse()
    if let error = reading.error { throw error }
    guard isRead, parser.parserError == nil, reading.path.isEmpty, reading.hasRoot else {
      let place = Place(file: file, line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))
      throw BuzzlineError(.malformed, at: place, "The file is not well-formed XML" + reason(of: parser) + ".")
    }
  }

  private static func reason(of parser: XMLParser) -> String {
    switch (parser.parserError as NSError?)?.code {
    case 4: ": it holds nothing"
    case 5, 77: ": it ends within an element"
    case 26, 27: ": an entity is not known"
    case 38, 39, 65: ": the attributes of an element are not as they must be"
    case 42: ": an element has the same attribute twice"
    case 76: ": an element is closed that is not open"
    case 9: ": a character stands here that XML does not allow"
    default: ""
    }
  }

  // MARK: What comes before the parser

  /// The text in UTF-8, without the line that says how it was encoded.
  private static func prepared(_ raw: [UInt8], file: String) throws(BuzzlineError) -> [UInt8] {
    var bytes = try TextDecoder(file: file).utf8(raw, encoding: try declaredEncoding(of: raw, file: file)).bytes
    var position = bytes.firstIndex { !TextCursor.isBlank($0) } ?? bytes.count
    guard position < bytes.count else { throw BuzzlineError(.empty, at: Place(file: file), "The file is empty.") }
    while position < bytes.count {
      let rest = bytes[position...]
      if TextCursor.isBlank(bytes[position]) {
        position += 1
      } else if rest.starts(with: "<?".utf8), let end = end(of: "?>", in: bytes, from: position) {
        if rest.starts(with: "<?xml ".utf8) { bytes.blank(position..<end) }
        position = end
      } else if rest.starts(with: "<!--".utf8), let end = end(of: "-->", in: bytes, from: position) {
        position = end
      } else {
        break
      }
    }
    if bytes[min(position, bytes.count)...].starts(with: "<!".utf8) {
      throw BuzzlineError(
        .malformed, at: Place(of: position, in: bytes, file: file),
        "The file declares a document type or entities, which are not read; take the declaration out.")
    }
    return bytes
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var position = start
    while position + mark.count <= bytes.count {
      if bytes[position] == mark[0], bytes[position..<position + mark.count].elementsEqual(mark) {
        return position + mark.count
      }
      position += 1
    }
    return nil
  }

  /// The encoding that the first line declares, where it is another than UTF-8.
  private static func declaredEncoding(of raw: [UInt8], file: String) throws(BuzzlineError) -> TextEncoding? {
    let head = String(decoding: raw.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let declaration = head.split(separator: "?>").first,
      let start = declaration.range(of: "encoding=")?.upperBound
    else { return nil }
    let name = declaration[start...].dropFirst().prefix { $0 != "\"" && $0 != "'" }.lowercased()
    switch name {
    case "utf-8", "utf8", "us-ascii", "ascii", "utf-16": return nil
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "windows-1252", "cp1252": return .windows1252
    default:
      throw BuzzlineError(
        .encoding, at: Place(file: file, line: 1, column: 1),
        "The encoding '\(name.prefix(40))' is not known; save the file in UTF-8.")
    }
  }

  // MARK: XMLParserDelegate

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    attempt(parser) { spot throws(BuzzlineError) in
      guard path.count < Self.deepest else {
        throw refusal(at: spot, "More than \(Self.deepest) elements stand one within another.")
      }
      hasRoot = true
      try handler.begin(Self.local(name), Self.local(attributes), in: path, at: spot)
      path.append(Self.local(name))
      texts.append("")
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    attempt(parser) { spot throws(BuzzlineError) in
      guard let element = path.popLast(), let text = texts.popLast() else { return }
      try handler.end(element, text: text, in: path, at: spot)
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !texts.isEmpty { texts[texts.count - 1] += string }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if !texts.isEmpty { texts[texts.count - 1] += String(decoding: block, as: UTF8.self) }
  }

  /// Does what an event asks for, unless something was refused before.
  private func attempt(_ parser: XMLParser, _ work: (Spot) throws(BuzzlineError) -> Void) {
    guard error == nil else { return }
    do { try work(Spot(line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))) } catch {
      self.error = error
      parser.abortParsing()
    }
  }

  private func refusal(at spot: Spot, _ message: String) -> BuzzlineError {
    BuzzlineError(.malformed, at: Place(file: file, line: spot.line, column: spot.column), message)
  }

  private static func local(_ name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// Attributes by their names without prefix; those without one come first.
  private static func local(_ attributes: [String: String]) -> [String: String] {
    guard attributes.keys.contains(where: { $0.contains(":") }) else { return attributes }
    let plain = attributes.filter { !$0.key.contains(":") }
    return attributes.keys.sorted().reduce(into: plain) { names, name in
      if names[local(name)] == nil { names[local(name)] = attributes[name] }
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

extension [UInt8] {
  /// Puts blanks in place of text, so that all else stays where it is.
  fileprivate mutating func blank(_ range: Range<Int>) {
    for position in range where self[position] != lineFeed && self[position] != carriageReturn {
      self[position] = UInt8(ascii: " ")
    }
  }
}
