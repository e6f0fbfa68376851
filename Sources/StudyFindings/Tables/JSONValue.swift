internal import Foundation

/// A JSON value of any shape, such as the settings of a model or the rows of a table.
public enum JSONValue: Hashable, Sendable {
  /// Nothing, or not defined.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case count(Int)
  /// A number; one that is not finite is written as `null`.
  case number(Double)
  /// Text.
  case text(String)
  /// Values in order.
  case list([JSONValue])
  /// Named values.
  case object([String: JSONValue])

  /// Text, or `null` where there is none.
  public init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }

  /// A number, or `null` where there is none.
  public init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }
}

extension JSONValue: Codable {
  /// Takes whatever stands there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    func read<Value: Decodable>(_ make: (Value) -> JSONValue) -> JSONValue? {
      (try? container.decode(Value.self)).map(make)
    }
    if container.decodeNil() {
      self = .null
    } else {
      self =
        try read(JSONValue.bool) ?? read(JSONValue.count) ?? read(JSONValue.number) ?? read(JSONValue.text)
        ?? read(JSONValue.list) ?? .object(container.decode([String: JSONValue].self))
    }
  }

  /// Writes the value as it is.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let bool): try container.encode(bool)
    case .count(let count): try container.encode(count)
    case .number(let number): try number.isFinite ? container.encode(number) : container.encodeNil()
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let members): try container.encode(members)
    }
  }
}

extension Encodable {
  /// The value as JSON text that ends with a line feed, members sorted by name, so that equal values are equal bytes.
  ///
  /// - Complexity: O(size of the text) time and space.
  public var jsonText: String {
    let encoder = JSONText.encoder
    encoder.outputFormatting.insert(.prettyPrinted)
    return JSONText.text(of: self, by: encoder) + "\n"
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByFloatLiteral
{
  /// An object.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: members))
  }
  /// A list.
  public init(arrayLiteral values: JSONValue...) { self = .list(values) }
  /// Text.
  public init(stringLiteral text: String) { self = .text(text) }
  /// A number.
  public init(floatLiteral number: Double) { self = .number(number) }
}

extension FindingsTable {
  /// What its columns mean.
  var describedColumns: [JSONValue] {
    columns.map { column in
      ["heading": .text(column.heading), "unit": .text(column.unit.rawValue), "note": JSONValue(column.note)]
    }
  }

  /// The table as a JSON value, for tables small enough to stand in a report.
  var json: JSONValue {
    [
      "name": .text(name), "columns": .list(describedColumns),
      "rows": .list(
        rows.map { row in .object(Dictionary(uniqueKeysWithValues: zip(columns, row).map { ($0.heading, $1.json) })) }),
    ]
  }
}

extension FindingsTable.Cell {
  fileprivate var json: JSONValue {
    switch content {
    case .text(let text), .word(let text): .text(text)
    case .words(let words): .text(words.text)
    case .count(let count): .count(count)
    case .number(let number): .number(number)
    case .undefined: .null
    }
  }
}

/// JSON that Foundation encodes.
enum JSONText {
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
}
