internal import DataFiles
internal import Foundation

/// A name reduced to what makes two spellings the same: equality of these is the only automatic match.
///
/// Letter case, the width of letters, accents of umlauts, `&` and *and*, punctuation, blanks, invisible characters and
/// a legal form at the end do not count. A legal form is one only as a whole word behind the name (`SAS Institute GmbH`
/// is *SAS Institute*), with or without dots (`e.V.`, `S.p.A.`); dots are taken out of abbreviations of single letters
/// alone (`U.S.A.` is *usa*).
/// No similarity is measured: no threshold tells "Carl Zeiss AG" from "Carl Zeiss Meditec AG" safely.
struct NormalisedName: Hashable {
  /// The words, a blank between them.
  private let bytes: [UInt8]

  /// - Parameter keepsLegalForm: Whether a legal form counts, as it does where a firm must not be taken for a kind.
  /// - Complexity: O(*l*) time and space for *l* bytes.
  init(_ name: String, keepsLegalForm: Bool = false) {
    let letters = name.utf8.allSatisfy { $0 < 0x80 } ? Array(name.utf8) : Self.spelledOut(name)
    let words = Self.words(in: letters)
    bytes = Array((keepsLegalForm ? words : Self.withoutLegalForms(words)).joined(separator: [0x20]))
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// The words, in their order.
  var words: [String] { bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) } }

  /// A number that equal normalised names share; the same as long as the program runs.
  static func hash(of name: String) -> Int {
    let quick = name.utf8.withContiguousStorageIfAvailable { bytes -> UInt64? in
      var hash: UInt64 = seed
      for byte in bytes {
        // One word of ASCII is its own reduction but for its case.
        guard byte < 0x80, isPartOfWord(byte) else { return nil }
        hash = step(hash, lower(byte))
      }
      return hash
    }
    let hash = (quick ?? nil) ?? NormalisedName(name).bytes.reduce(seed, step)
    // Those who look at the lowest bits alone see the highest too.
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93 >> 16)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 ^ (hash >> 29)
  }

  /// Umlauts spelt out, other letters in lower case, blanks for what is neither letter nor number.
  private static func spelledOut(_ name: String) -> [UInt8] {
    var text = ""
    for scalar in name.composed.lowercased().unicodeScalars {
      let properties = scalar.properties
      switch scalar {
      case "ä": text += "ae"
      case "ö": text += "oe"
      case "ü": text += "ue"
      case "ß": text += "ss"
      case _ where scalar.isASCII: text.unicodeScalars.append(scalar)
      // Letters as wide as Chinese ones, in the order of ASCII.
      case "\u{FF01}"..."\u{FF5E}": text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case _ where properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format: break
      case _
      where properties.isAlphabetic || properties.numericType != nil
        || properties.canonicalCombiningClass != .notReordered:
        text.unicodeScalars.append(scalar)
      default: text += " "
      }
    }
    return Array(text.utf8)
  }

  private static func words(in text: [UInt8]) -> [[UInt8]] {
    let words = text.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.flatMap(Self.words(of:))
    return words.count > 1 ? words.map { $0 == and ? und : $0 } : words
  }

  /// The words in a token without blanks.
  private static func words(of token: ArraySlice<UInt8>) -> [[UInt8]] {
    let parts = token.split { !isPartOfWord($0) && $0 != ampersand }
    if parts.count > 1, parts.allSatisfy({ $0.count == 1 && isLetter($0[$0.startIndex]) }),
      token.allSatisfy({ isLetter($0) || $0 == UInt8(ascii: ".") })
    {
      return [parts.joined().map(lower)]
    }
    return parts.flatMap { part in
      part.split(separator: ampersand, omittingEmptySubsequences: false).enumerated().flatMap { place, word in
        (place > 0 ? [und] : []) + (word.isEmpty ? [] : [word.map(lower)])
      }
    }
  }

  private static let ampersand = UInt8(ascii: "&")
  private static let (and, und) = (Array("and".utf8), Array("und".utf8))

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isPartOfWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte &- 0x30 < 10 || isLetter(byte) }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Takes legal forms off the end of a name, but never the last word.
  ///
  /// *Co* and the *und* before it are part of a form only before another, as in `GmbH & Co. KG`.
  private static func withoutLegalForms(_ words: [[UInt8]]) -> [[UInt8]] {
    var kept = words
    var dropped: [UInt8]?
    while kept.count > 1, let last = kept.last {
      let isLegal = isForm(last) || (dropped != nil && last == co) || (dropped == co && last == und)
      if isLegal {
        dropped = kept.removeLast()
      } else if kept.count > 2, pairs.contains([kept[kept.count - 2], last]) {
        kept.removeLast(2)
        dropped = last
      } else {
        break
      }
    }
    return kept
  }

  private static func isForm(_ word: [UInt8]) -> Bool { word.count <= 8 && forms.contains(word) }

  private static let co = Array("co".utf8)

  /// What is written with a blank between its letters.
  private static let pairs = Set(["ev", "eg"].map { $0.utf8.map { [$0] } })

  private static let forms = Set(
    [
      "gmbh", "mbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "ev", "eg", "se", "ug", "ltd", "limited", "inc", "corp",
      "llc", "plc", "spa", "srl", "sa", "sas", "sarl", "bv", "nv", "ab", "oy", "gesmbh", "gug", "ek", "llp", "aps",
      "oyj",
      "eurl", "snc", "bvba", "sro", "doo", "kft", "lda",
    ].map { Array($0.utf8) })
}
