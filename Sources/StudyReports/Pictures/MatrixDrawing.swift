internal import StudyFindings

extension MatrixPicture {
  private static let (labelWidth, rowHeight, smallestCell) = (132.0, 40.0, 40.0)

  func html(in language: Language) -> String { Frame.html(panels.map { svg(of: $0, language) }) }

  private func svg(of panel: Panel, _ language: Language) -> String {
    let count = Double(panel.groups.count)
    // Of many groups the matrix grows and is scrolled; its words stay as large.
    let cell = max(Self.smallestCell, (Frame.width - 1 - Self.labelWidth) / count)
    let top = 44.0
    return Frame.svg(
      width: Self.labelWidth + count * cell + 1, height: top + count * Self.rowHeight + 2,
      label: "Matrix \(panel.title)", in: language
    ) { svg in
      svg.title(panel.title, y: 14, limit: 40)
      svg.write("\(rows) ↓  \(columns) →", x: 0, y: 36, class: "note")
      for (place, group) in panel.groups.enumerated() {
        let middle = Self.labelWidth + (Double(place) + 0.5) * cell
        svg.write(text: Self.number(place), x: middle, y: 36, anchor: "middle")
        let y = top + Double(place) * Self.rowHeight
        let lines = Frame.lines("\(Self.number(place)) \(svg.said(group))", width: Self.labelWidth - 6, most: 2)
        for (line, words) in lines.enumerated() {
          svg.write(text: words, x: 0, y: y + Self.rowHeight / 2 + (lines.count == 1 ? 4 : -3) + 15 * Double(line))
        }
        for (column, value) in panel.cells[place].enumerated() {
          draw(value, &svg, x: Self.labelWidth + Double(column) * cell, y: y, width: cell)
        }
      }
    }
  }

  private static func number(_ place: Int) -> String { String(place + 1) }

  private func draw(_ cell: Cell, _ svg: inout SVG, x: Double, y: Double, width: Double) {
    svg.rect(x: x, y: y, width: width, height: Self.rowHeight, class: "cell " + Self.shade(of: cell))
    svg.write(
      cell.ratio.map { "\(number: $0, decimals: $0 < 10 ? 2 : 0)" } ?? "–", x: x + width / 2, y: y + 17,
      anchor: "middle")
    svg.write(
      "\(number: cell.observed, decimals: 0)", x: x + width / 2, y: y + 32, class: "small", anchor: "middle")
  }

  /// Steps of a quarter, a half and three quarters of the ratio's doubling, alike for more and for fewer.
  private static func shade(of cell: Cell) -> String {
    guard !cell.isSmall, let ratio = cell.ratio else { return "none" }
    switch ratio {
    case ..<0.5: return "less3"
    case ..<0.71: return "less2"
    case ..<0.87: return "less1"
    case ..<1.15: return "even"
    case ..<1.41: return "more1"
    case ..<2: return "more2"
    default: return "more3"
    }
  }
}
