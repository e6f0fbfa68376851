/// A name reduced to what makes two spellings the same: equality of these is the only automatic match.
///
/// Case, accents of umlauts, `&` and *and*, punctuation, blanks and legal forms do not count. No similarity is measured:
/// no threshold tells "Carl Zeiss AG" from "Carl Zeiss Meditec AG" safely.
struct NormalisedName: Hashable {
  private let words: [String]

  init(_ name: String) {
    var text = name.lowercased()
    for (letter, spelling) in Self.spellings { text = text.replacing(letter, with: spelling) }
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let kept = words.filter { !Self.legalForms.contains($0) }
    self.words = kept.isEmpty ? words : kept
  }

  /// Whether nothing is left to compare.
  var isEmpty: Bool { words.isEmpty }

  private static let spellings = [
    ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("&", " und "), (" and ", " und "), ("e.v.", " "),
    ("s.p.a.", " "),
    ("b.v.", " "), ("s.a.", " "), ("s.r.l.", " "), ("e.g.", " "),
  ]

  private static let legalForms: Set<String> = [
    "gmbh", "mbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "ev", "eg", "se", "ug", "ltd", "limited", "inc", "corp",
    "llc", "plc", "spa", "srl", "sa", "sas", "sarl", "bv", "nv", "ab", "oy", "co",
  ]
}
