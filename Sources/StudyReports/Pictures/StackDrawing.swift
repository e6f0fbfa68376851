internal import StudyFindings

extension StackPicture {
  private static let (barHeight, top) = (13.0, 46.0)

  func html(in language: Language) -> String { Frame.html(panels.map { svg(of: $0, language) }) }

  private func svg(of panel: Panel, _ language: Language) -> String {
    let most = panel.rows.map(\.total).max() ?? 0
    // Where counts stand below bars, rows take more room.
    let rowHeight = panel.rows.allSatisfy { !$0.note.isEmpty } ? 38.0 : 58.0
    return Frame.svg(
      height: Self.top + Double(panel.rows.count) * rowHeight, label: panel.title, in: language
    ) { svg in
      svg.title(panel.title, y: 14, limit: 46)
      var x = 0.0
      for (part, name) in panel.parts.enumerated() {
        svg.rect(x: x + 1, y: 25, width: 11, height: 11, class: "part\(part)")
        svg.write(name, x: x + 17, y: 35)
        x += 30 + Double(svg.said(name).count) * Frame.letterWidth
      }
      for (place, row) in panel.rows.enumerated() {
        let whole = panel.showsShares ? row.total : most
        let unit = whole > 0 ? (Frame.width - 2) / Double(whole) : 0
        draw(row, of: panel, &svg, y: Self.top + Double(place) * rowHeight, unit)
      }
    }
  }

  /// The label and its note above, the bar, and where there is no note the counts below in the order of its parts.
  private func draw(_ row: Row, of panel: Panel, _ svg: inout SVG, y: Double, _ unit: Double) {
    let room = Frame.width - Double(svg.said(row.note).count) * Frame.letterWidth - (row.note.isEmpty ? 0 : 8)
    svg.write(text: Frame.lines(svg.said(row.label), width: room)[0], x: 0, y: y + 13)
    svg.write(row.note, x: Frame.width, y: y + 13, class: row.isMarked ? "note marked" : "note", anchor: "end")
    var x = 1.0
    for (part, count) in row.counts.enumerated() where count > 0 {
      let width = Double(count) * unit
      // A gap sets parts apart where there is room for it.
      svg.rect(x: x, y: y + 19, width: width > 3 ? width - 1.5 : width, height: Self.barHeight, class: "part\(part)")
      x += width
    }
    guard row.note.isEmpty else { return }
    let words = zip(panel.parts, row.counts).map { svg.said("\(count: $1) \($0)") }.joined(separator: ", ")
    svg.write(text: words, x: 0, y: y + 46, class: "note small")
  }
}
