internal import KnowledgeNetworks

/// What stands above the data of a DL file.
struct DLHeader {
  enum Format: String, CaseIterable {
    case fullmatrix, upperhalf, lowerhalf, edgelist1, edgelist2, nodelist1, nodelist2

    var isMatrix: Bool { self == .fullmatrix || isHalf }
    var isHalf: Bool { self == .upperhalf || self == .lowerhalf }
    var hasTwoModes: Bool { self == .edgelist2 || self == .nodelist2 }
    var isNodeList: Bool { self == .nodelist1 || self == .nodelist2 }
  }

  private(set) var format = Format.fullmatrix
  /// Whether rows and columns are two modes.
  private(set) var hasTwoModes = false
  private(set) var rows = 0
  private(set) var columns = 0
  private(set) var matrices = 1
  private(set) var hasDiagonal = true
  private(set) var rowLabels: [String] = []
  private(set) var columnLabels: [String] = []
  private(set) var matrixLabels: [String] = []
  private(set) var areRowsEmbedded = false
  private(set) var areColumnsEmbedded = false

  private var sizes: [String: Int] = [:]

  /// Reads up to the word `data`.
  init(from words: inout DLWords) throws(BuzzlineError) {
    let first = try words.nextKeyword()
    guard first?.keyword == "dl" else { throw words.error(at: first, "A DL file begins with 'dl'.") }
    while let word = try words.nextKeyword() {
      switch word.keyword {
      case "n", "nr", "nc", "nm": try takeSize(word, from: &words)
      case "format":
        let name = try words.nextKeyword()
        guard let known = name.flatMap({ Format(rawValue: $0.keyword) }) else {
          throw words.error(
            at: name,
            "'\((name?.text ?? "").excerpt)' is none of the formats read: "
              + Format.allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
        format = known
      case "diagonal":
        let state = try words.nextKeyword()
        guard let state, ["absent", "present"].contains(state.keyword) else {
          throw words.error(at: state, "A diagonal is absent or present.")
        }
        hasDiagonal = state.keyword == "present"
      case "labels", "row", "rows", "col", "column", "columns", "matrix", "level":
        try takeLabels(of: word, from: &words)
      case "data":
        try settleSizes(at: word, words)
        return
      default:
        throw words.error(at: word, "'\(word.text.excerpt)' is no word of the header of a DL file.")
      }
    }
    throw words.error(at: nil, "The file ends before 'data:'.")
  }

  private mutating func takeSize(_ word: TextCursor.Token, from words: inout DLWords) throws(BuzzlineError) {
    let number = try words.nextKeyword()
    guard let number, let size = Int(number.text), size >= (word.keyword == "nm" ? 1 : 0) else {
      throw words.error(at: number, "After '\(word.text)' a whole number is missing.")
    }
    let place = words.error(at: number, "").place
    try GraphBuilder.check(declared: size, bytes: words.cursor.bytes.count, at: place)
    sizes[word.keyword] = size
  }

  private mutating func takeLabels(of word: TextCursor.Token, from words: inout DLWords) throws(BuzzlineError) {
    var sort = word.keyword
    if sort != "labels" {
      let noun = try words.nextKeyword()
      guard let noun, noun.keyword == "labels" else {
        throw words.error(at: noun, "After '\(word.text)' the word 'labels' is missing.")
      }
    }
    if sort.hasSuffix("s"), sort != "labels" { sort.removeLast() }
    if let next = try words.peek(), next.keyword.hasPrefix("embedded") {
      _ = try words.nextKeyword()
      if sort == "labels" || sort == "row" { areRowsEmbedded = true }
      if sort == "labels" || sort == "col" || sort == "column" { areColumnsEmbedded = true }
      return
    }
    switch sort {
    case "labels":
      rowLabels = try labels(sizes["n"] ?? sizes["nr"], of: word, from: &words)
    case "row": rowLabels = try labels(sizes["nr"] ?? sizes["n"], of: word, from: &words)
    case "col", "column": columnLabels = try labels(sizes["nc"] ?? sizes["n"], of: word, from: &words)
    default: matrixLabels = try labels(sizes["nm"], of: word, from: &words)
    }
  }

  private func labels(
    _ count: Int?, of heading: TextCursor.Token, from words: inout DLWords
  ) throws(BuzzlineError) -> [String] {
    guard let count else {
      throw words.error(at: heading, "Labels begin here, but how many there are is not said above (n, nr, nc or nm).")
    }
    var labels: [String] = []
    while labels.count < count {
      let word = try words.peek()
      guard let word, !["data:", "labels:"].contains(word.keyword) else {
        throw words.error(at: word, "\(count) labels are announced, but only \(labels.count) stand above.")
      }
      labels.append(word.text)
      _ = try words.next()
    }
    return labels
  }

  private mutating func settleSizes(at word: TextCursor.Token, _ words: DLWords) throws(BuzzlineError) {
    let (n, nr, nc) = (sizes["n"], sizes["nr"], sizes["nc"])
    guard let rows = nr ?? n, let columns = nc ?? n else {
      throw words.error(at: word, "The number of nodes is not said above (n, or nr and nc).")
    }
    (self.rows, self.columns, matrices) = (rows, columns, sizes["nm"] ?? 1)
    hasTwoModes = nr != nil || nc != nil || format.hasTwoModes
    if format.isHalf, hasTwoModes {
      throw words.error(at: word, "Half a matrix is of one mode, so that n must say its size, not nr and nc.")
    }
    if hasTwoModes, columnLabels.isEmpty, n != nil, nr == nil { columnLabels = rowLabels }
    if !hasTwoModes, rowLabels.isEmpty { rowLabels = columnLabels }
  }
}
