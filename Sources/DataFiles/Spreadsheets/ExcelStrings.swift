internal import KnowledgeNetworks

/// The texts that the cells of an Excel file share, numbered from 0.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var starts = [0]

  /// None.
  init() {}

  init(_ part: [UInt8], file: String) throws(BuzzlineError) {
    var xml = try XMLScanner(part, part: "sharedStrings", file: file)
    while true {
      let event = try xml.next()
      if event == .finished { return }
      guard event == .start, xml.isNamed("si") else { continue }
      try xml.appendRuns(to: &bytes)
      starts.append(bytes.count)
    }
  }

  subscript(_ position: Int) -> ArraySlice<UInt8>? {
    position < starts.count - 1 ? bytes[starts[position]..<starts[position + 1]] : nil
  }
}

extension XMLScanner {
  /// Appends the text of the element that has started, to its end: one text, or runs of several fonts joined, without
  /// the readings that Japanese programs add.
  mutating func appendRuns(to target: inout [UInt8]) throws(BuzzlineError) {
    let (outer, start) = (depth, target.count)
    var (isText, readings) = (false, 0)
    while true {
      switch try next() {
      case .start:
        if isNamed("rPh") { readings += 1 }
        isText = isNamed("t") && readings == 0
      case .end:
        if isNamed("rPh") { readings -= 1 }
        isText = false
        if depth < outer { return target.unescapeControls(from: start) }
      case .text: if isText { try appendText(to: &target) }
      case .finished: throw broken("a text does not end")
      }
    }
  }
}

extension [UInt8] {
  /// Replaces `_x000D_`, as Excel writes characters that XML cannot hold; those that no text should hold become blanks.
  mutating func unescapeControls(from start: Int) {
    guard count - start >= 7, let first = firstEscape(from: start) else { return }
    var units: [UInt8] = []
    var position = first
    while position < count {
      if let code = escape(at: position) {
        switch code {
        case 9, 10, 0x5F: units.append(UInt8(code))
        case 13:
          if escape(at: position + 7) != 10, position + 7 < count, self[position + 7] != lineFeed {
            units.append(lineFeed)
          }
        case 0x20...: units.append(contentsOf: String(Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}").utf8)
        default: units.append(space)
        }
        position += 7
      } else {
        units.append(self[position])
        position += 1
      }
    }
    replaceSubrange(first..., with: units)
  }

  private func firstEscape(from start: Int) -> Int? {
    self[start...].indices.first { self[$0] == underscore && escape(at: $0) != nil }
  }

  private func escape(at position: Int) -> UInt32? {
    guard position + 7 <= count, self[position] == underscore, self[position + 1] == UInt8(ascii: "x"),
      self[position + 6] == underscore
    else { return nil }
    let digits = self[position + 2..<position + 6]
    return digits.allSatisfy { 48...57 ~= $0 || 65...70 ~= $0 || 97...102 ~= $0 }
      ? UInt32(String(decoding: digits, as: UTF8.self), radix: 16) : nil
  }
}

private let underscore = UInt8(ascii: "_")
