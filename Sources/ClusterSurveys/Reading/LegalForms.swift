/// The legal forms behind names of firms and clubs.
enum LegalForms {
  /// Takes legal forms off the end of a name, but never the last word.
  ///
  /// *Co* and the *und* before it are part of a form only before another, as in `GmbH & Co. KG`.
  static func withoutTrailing(_ words: [[UInt8]]) -> [[UInt8]] {
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

  private static let (co, und) = (Array("co".utf8), Array("und".utf8))

  /// What is written with a blank between its letters.
  private static let pairs: Set<[[UInt8]]> = [
    [Array("e".utf8), Array("v".utf8)], [Array("e".utf8), Array("g".utf8)],
  ]

  private static let forms = Set(
    [
      "gmbh", "mbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "ev", "eg", "se", "ug", "ltd", "limited", "inc", "corp",
      "llc", "plc", "spa", "srl", "sa", "sas", "sarl", "bv", "nv", "ab", "oy",
    ].map { Array($0.utf8) })
}
