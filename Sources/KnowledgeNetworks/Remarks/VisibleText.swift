extension StringProtocol {
  /// The text as messages quote it: at most 60 characters, `…` where it goes on, and what is invisible written out.
  package var excerpt: String {
    let shown = String(prefix(60)).madeVisible
    return endIndex == index(startIndex, offsetBy: 60, limitedBy: endIndex) ?? endIndex ? shown : shown + "…"
  }
}

extension String {
  /// The text with invisible characters and ends of lines written out, as `\u{200B}`, so that it stays in its line.
  package var madeVisible: String {
    guard unicodeScalars.contains(where: { !$0.isASCII || $0.value < 32 || $0.value == 127 }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      let category = scalar.properties.generalCategory
      let hidden: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator]
      let isSeen = scalar == " " || !(scalar.properties.isDefaultIgnorableCodePoint || hidden.contains(category))
      if isSeen {
        text.unicodeScalars.append(scalar)
      } else {
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
  }
}
