extension ReportDocument {
  /// The report as a JSON value: sentences as text, tables with their rows, pictures in words.
  public var json: JSONValue {
    [
      "title": .text(title),
      "lead": .list(lead.map { .text($0.text) }),
      "keyFigures": .list(
        keyFigures.map { ["label": .text($0.label), "value": .text($0.value), "note": JSONValue($0.note)] }),
      "sections": .list(zip(anchors, sections).map { $1.json(id: $0) }),
      "imprint": .text(imprint.text),
    ]
  }
}

extension ReportDocument.Section {
  fileprivate func json(id: String) -> JSONValue {
    ["id": .text(id), "heading": .text(heading), "blocks": .list(blocks.map(\.json))]
  }
}

extension ReportDocument.Block {
  fileprivate var json: JSONValue {
    switch self {
    case .paragraph(let paragraph): ["paragraph": .text(paragraph.text)]
    case .list(let points): ["list": .list(points.map { .text($0.text) })]
    case .table(let table, let caption): ["table": table.json, "caption": .text(caption.text)]
    case .picture(let picture):
      ["picture": .text(SafeText.plain(picture.alternative)), "caption": .text(picture.caption.text)]
    case .note(let paragraph): ["note": .text(paragraph.text)]
    }
  }
}
