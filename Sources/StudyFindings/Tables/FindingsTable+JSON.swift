extension FindingsTable {
  /// The rows as a list of objects, one a row, whose names are the headings: what the command prints.
  public var jsonRows: JSONValue {
    .list(
      rows.map { row in
        .object(zip(columns, row).map { JSONValue.Member($0.heading, $1.json) })
      })
  }

  /// The table with its name, what its columns mean, and its rows.
  public var json: JSONValue {
    let described = columns.map { column -> JSONValue in
      let members = [JSONValue.Member("heading", .text(column.heading)), .init("unit", .text(column.unit.rawValue))]
      return .object(members + (column.note.map { [.init("note", .text($0))] } ?? []))
    }
    return ["name": .text(name), "columns": .list(described), "rows": jsonRows]
  }
}

extension FindingsTable.Cell {
  /// The cell as a JSON value; text from the data exactly as it was.
  var json: JSONValue {
    switch content {
    case .text(let text), .word(let text): .text(text)
    case .count(let count): .count(count)
    case .number(let number): .number(number)
    case .undefined: .null
    }
  }
}
