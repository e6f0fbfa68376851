/// The cells of a matrix as they are read, row by row.
struct MatrixCells {
  private(set) var cells: [String] = []
  private(set) var lines: [Int] = []
  private(set) var lastOffset = 0

  mutating func append(_ token: TextCursor.Token) {
    cells.append(token.text)
    lines.append(token.line)
    lastOffset = token.offset
  }

  /// The cells other than 0; weights are stated where some cell is neither 0 nor 1.
  var ties: [(cell: Int, weight: String?)] {
    let stated = cells.indices.filter { Double(cells[$0]).map { $0 != 0 } ?? false }
    let isWeighted = stated.contains { Double(cells[$0]) != 1 }
    return stated.map { ($0, isWeighted ? cells[$0] : nil) }
  }
}
