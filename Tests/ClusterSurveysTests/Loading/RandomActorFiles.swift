import KnowledgeNetworks

/// Studies with an actor file of all that such files hold, plain or odd, and ties between its actors and others.
struct RandomActorFile {
  let actors: [UInt8]
  let files: [String: String]

  private static let names = [
    "", "Zeiss", "Carl Zeiss AG", "Müller & Söhne", "Mu\u{308}ller & So\u{308}hne", " Jenoptik ", "'=Schott", "'Schott",
    "NA", "Small firm 1234567890", "日本電気", "Jenoptik\u{A0}", "#REF!",
  ]
  private static let words = [
    "sme", "SME", "Large firm", "research_institute", "NA", "", "Thüringen", " Jena", "a much longer word than most",
    "x", "X", "n/a", "#N/A", "Thu\u{308}ringen",
  ]
  private static let counts = ["", "NA", "0", "3", "12", "3.0", "7"]
  private static let oddIds = ["ä1", " a1", "a1 ", "'=a", "", "NA", "\"NA\"", "#N/A", "a1001", "01001", "日本"]
  private static let oddCells = ["\"a\"\"b\"", "\"a\nb\"", "\"a", "a\"b", "\0", "a\rb"]

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func chance(_ parts: Int) -> Bool { generator.below(parts) == 0 }
    func one(_ list: [String]) -> String { list[generator.below(list.count)] }
    let delimiter = one([",", ";", "\t", "|"])
    let newline = one(["\n", "\n", "\r\n"])
    let (isOdd, isQuoted, isSorted) = (chance(3), chance(3), chance(2))
    func cell(_ text: String, mayBeOdd: Bool = true) -> String {
      if isOdd, mayBeOdd, chance(60) { return one(Self.oddCells) }
      let mustQuote = text.contains(delimiter) || text.contains("\"")
      return mustQuote || isQuoted && chance(2) ? "\"\(text)\"" : text
    }
    var ids = (0..<1 + generator.below(60)).map { chance(4) ? "long-identifier-\($0)" : "A\(1000 + $0)" }
    if isOdd, chance(3) { ids.append(one(Self.oddIds)) }
    if isOdd, chance(3) { ids.append(ids[0]) }
    if isSorted { ids.sort(by: NaturalOrder.precedes) } else { generator.shuffle(&ids) }
    let further = ["name", "kind", "cluster", "region", "country", "founded", "size", "pipelines_national"]
      .filter { _ in !chance(3) }
    let headings = chance(2) ? ["id"] + further : further + ["id"]
    var text = chance(8) ? "\u{FEFF}" : ""
    text += headings.joined(separator: delimiter) + newline
    for id in ids {
      let cells = headings.map { heading in
        switch heading {
        case "id": cell(id, mayBeOdd: false)
        case "name": cell(chance(3) ? id : one(Self.names))
        case "founded": cell("\(1900 + generator.below(200))")
        case "pipelines_national": cell(isOdd && chance(300) ? "3.5" : one(Self.counts), mayBeOdd: false)
        default: cell(one(Self.words))
        }
      }
      text += cells.joined(separator: delimiter) + (isOdd && chance(80) ? delimiter : "") + newline
      if chance(20) { text += newline }
    }
    if chance(3), text.hasSuffix("\n") { text.removeLast() }
    var bytes = Array(text.utf8)
    // A letter of Windows-1252.
    if isOdd, chance(6) { bytes.append(contentsOf: Array("Z9\(delimiter)".utf8) + [0xFC]) }
    actors = bytes
    let named = ids + (chance(4) ? ["A1", "long-identifier-"] : [])
    files = Self.otherFiles(named, &generator)
  }

  /// Ties, in some studies claims, responses and aliases, between actors most of which are in the actor file.
  private static func otherFiles(_ ids: [String], _ generator: inout SeededGenerator) -> [String: String] {
    func id() -> String { ids[generator.below(ids.count)] }
    func rows(_ heading: String, _ row: () -> String) -> String {
      ([heading] + (0..<generator.below(50)).map { _ in row() }).joined(separator: "\n") + "\n"
    }
    var files = ["ties.csv": rows("source,target") { "\(id()),\(id())" }]
    if generator.below(3) == 0 {
      files["claims.csv"] = rows("respondent,item,partner") {
        "\(id()),\(["shared", "received"][generator.below(2)]),\(generator.below(9) == 0 ? "SMEs" : id())"
      }
      files["responses.csv"] = rows("respondent,item,status") { "\(id()),shared,answered" }
    }
    if generator.below(4) == 0 { files["aliases.csv"] = rows("label,actor") { "other \(generator.below(9)),\(id())" } }
    return files
  }
}
