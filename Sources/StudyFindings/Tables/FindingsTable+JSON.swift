internal import Foundation

extension FindingsTable {
  /// The rows as JSON text, a list with an object a row and a row a line, the names being the headings.
  ///
  /// - Complexity: O(size of the text) time and space.
  public var jsonRows: String { JSONText.list(encodedRows) + "\n" }

  /// The table as JSON text: its name, what its columns mean, and its rows.
  package var jsonText: String {
    let encoder = JSONText.encoder
    return JSONText.object([
      ("columns", JSONText.list(describedColumns.map { JSONText.text(of: $0, by: encoder) })),
      ("name", JSONText.text(of: name, by: encoder)), ("rows", JSONText.list(encodedRows)),
    ])
  }

  private var describedColumns: [JSONValue] {
    columns.map { column in
      ["heading": .text(column.heading), "unit": .text(column.unit.rawValue), "note": JSONValue(column.note)]
    }
  }

  private var encodedRows: [String] {
    let (encoder, keys) = (JSONText.encoder, columns.map { Row.Key(stringValue: $0.heading) })
    return rows.map { JSONText.text(of: Row(keys: keys, cells: $0), by: encoder) }
  }

  /// The same as a JSON value, for tables small enough to stand in a report.
  var json: JSONValue {
    [
      "name": .text(name), "columns": .list(describedColumns),
      "rows": .list(
        rows.map { row in
          .object(Dictionary(uniqueKeysWithValues: zip(columns, row).map { ($0.heading, $1.json) }))
        }),
    ]
  }
}

/// A row whose cells stand under the headings.
private struct Row: Encodable {
  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  let keys: [Key]
  let cells: [FindingsTable.Cell]

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (key, cell) in zip(keys, cells) {
      switch cell.content {
      case .text(let text), .word(let text): try container.encode(text, forKey: key)
      case .count(let count): try container.encode(count, forKey: key)
      case .number(let number): try container.encode(number, forKey: key)
      case .undefined: try container.encodeNil(forKey: key)
      }
    }
  }
}

extension FindingsTable.Cell {
  fileprivate var json: JSONValue {
    switch content {
    case .text(let text), .word(let text): .text(text)
    case .count(let count): .count(count)
    case .number(let number): .number(number)
    case .undefined: .null
    }
  }
}

/// JSON of pieces that Foundation encoded: a table of millions of cells never stands in memory as a tree.
package enum JSONText {
  /// Members sorted by name, everything on one line.
  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }

  static func text(of value: some Encodable, by encoder: JSONEncoder) -> String {
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      preconditionFailure("findings hold finite numbers only: \(error)")
    }
  }

  /// A list with a piece a line.
  static func list(_ pieces: [String]) -> String {
    pieces.isEmpty ? "[]" : "[\n" + pieces.joined(separator: ",\n") + "\n]"
  }

  /// An object with a member a line, in the order given.
  package static func object(_ members: [(name: String, text: String)]) -> String {
    "{\n" + members.map { "\"\($0.name)\": \($0.text)" }.joined(separator: ",\n") + "\n}"
  }
}
