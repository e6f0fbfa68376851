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
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let count = try? container.decode(Int.self) {
      self = .count(count)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
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
